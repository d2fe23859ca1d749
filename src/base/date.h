/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Civil dates (proleptic Gregorian) and counting of days.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct date {
    int16_t year; /* 1800…2999; a zeroed date is "no date" */
    uint8_t month;
    uint8_t day;
};

enum { DATE_TEXT_MAX = 11 };

bool date_is_set(struct date date);

/* Exactly YYYY-MM-DD of a day that exists. */
bool date_parse(const char *text, struct date *date);
void date_write(struct date date, char text[DATE_TEXT_MAX]);

int date_compare(struct date left, struct date right);

/* Days from `from` to `to`; negative where `to` is earlier. */
int64_t date_days_between(struct date from, struct date to);

/* Stops at the first or last day there is: 1800-01-01, 2999-12-31. */
struct date date_add_days(struct date date, int64_t days);

/* The same day of a later month, or that month's last day. */
struct date date_add_months(struct date date, int64_t months);

/* Full years lived on `day` by one born on `birth`. */
int date_age(struct date birth, struct date day);

int date_weekday(struct date date); /* 1 Monday … 7 Sunday */

/*
 * Days that are not worked, beside Saturday and Sunday, and Saturdays or
 * Sundays that are; both sorted.  They come from a law file.
 */
struct date_calendar {
    const struct date *holidays;
    size_t holidays_count;
    const struct date *worked;
    size_t worked_count;
};

bool date_is_working(const struct date_calendar *calendar, struct date date);

/* The `days`-th working day after `date`, which itself is not counted. */
struct date date_add_working_days(
    const struct date_calendar *calendar, struct date date, int64_t days);

#endif
