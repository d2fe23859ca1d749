/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Moments and their one way of being written.
 */
#include "base/instant.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum {
    DAY_SECONDS = 86400,
    OFFSET_SECONDS = INSTANT_OFFSET_MINUTES * 60,
    OFFSET_MINUTES_MAX = 14 * 60
};

static const struct date EPOCH = {1970, 1, 1};

static bool pair_read(const char *text, int64_t max, int64_t *value);
static bool offset_read(const char *text, int64_t *seconds);
static int64_t local_day(struct instant instant);
static int64_t second_of_day(struct instant instant);

bool instant_parse(const char *text, struct instant *instant)
{
    assert(text != NULL);
    char day_text[DATE_TEXT_MAX];
    size_t length = strlen(text);
    if (length < DATE_TEXT_MAX - 1) {
        return false;
    }
    memcpy(day_text, text, DATE_TEXT_MAX - 1);
    day_text[DATE_TEXT_MAX - 1] = '\0';
    struct date day;
    if (!date_parse(day_text, &day)) {
        return false;
    }
    int64_t seconds = date_days_between(EPOCH, day) * DAY_SECONDS;
    if (length == DATE_TEXT_MAX - 1) {
        instant->seconds = seconds - OFFSET_SECONDS;
        return true;
    }
    int64_t hour = 0;
    int64_t minute = 0;
    int64_t second = 0;
    int64_t offset = 0;
    if (length < 20 || text[10] != 'T' || !pair_read(text + 11, 23, &hour) ||
        text[13] != ':' || !pair_read(text + 14, 59, &minute) ||
        text[16] != ':' || !pair_read(text + 17, 59, &second) ||
        !offset_read(text + 19, &offset)) {
        return false;
    }
    struct instant found = {
        seconds + hour * 3600 + minute * 60 + second - offset};
    /* Seen from +05:00 it must still be a day there is. */
    struct date seen = date_add_days(EPOCH, local_day(found));
    if (date_days_between(EPOCH, seen) != local_day(found)) {
        return false;
    }
    *instant = found;
    return true;
}

void instant_write(struct instant instant, char text[INSTANT_TEXT_MAX])
{
    char day[DATE_TEXT_MAX];
    date_write(instant_date(instant), day);
    unsigned second = (unsigned)second_of_day(instant) % DAY_SECONDS;
    (void)snprintf(text, INSTANT_TEXT_MAX, "%sT%02u:%02u:%02u+%02u:%02u", day,
        second / 3600, second / 60 % 60, second % 60,
        INSTANT_OFFSET_MINUTES / 60 % 24u, INSTANT_OFFSET_MINUTES % 60u);
}

struct date instant_date(struct instant instant)
{
    return date_add_days(EPOCH, local_day(instant));
}

int instant_minute_of_day(struct instant instant)
{
    return (int)(second_of_day(instant) / 60);
}

static bool pair_read(const char *text, int64_t max, int64_t *value)
{
    if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') {
        return false;
    }
    *value = (text[0] - '0') * 10 + (text[1] - '0');
    return *value <= max;
}

/* "Z" or "+05:00", and nothing after it. */
static bool offset_read(const char *text, int64_t *seconds)
{
    if (strcmp(text, "Z") == 0) {
        *seconds = 0;
        return true;
    }
    int64_t hours = 0;
    int64_t minutes = 0;
    if ((text[0] != '+' && text[0] != '-') || strlen(text) != 6 ||
        !pair_read(text + 1, 14, &hours) || text[3] != ':' ||
        !pair_read(text + 4, 59, &minutes) ||
        hours * 60 + minutes > OFFSET_MINUTES_MAX) {
        return false;
    }
    int64_t offset = hours * 3600 + minutes * 60;
    *seconds = text[0] == '-' ? -offset : offset;
    return true;
}

/* Days since 1 January 1970 at +05:00, rounded down. */
static int64_t local_day(struct instant instant)
{
    int64_t day = instant.seconds / DAY_SECONDS;
    int64_t rest = instant.seconds % DAY_SECONDS + OFFSET_SECONDS;
    if (rest < 0) {
        return day - 1;
    }
    return rest >= DAY_SECONDS ? day + 1 : day;
}

static int64_t second_of_day(struct instant instant)
{
    int64_t rest = instant.seconds % DAY_SECONDS + OFFSET_SECONDS;
    if (rest < 0) {
        return rest + DAY_SECONDS;
    }
    return rest >= DAY_SECONDS ? rest - DAY_SECONDS : rest;
}
