/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Dates by the proleptic Gregorian calendar, and working days.
 */
#include "base/date.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { YEAR_MIN = 1800, YEAR_MAX = 2999, DAYS_OF_400_YEARS = 146097 };

static bool is_leap(int year);
static int month_days(int year, int month);
static int64_t day_number(struct date date);
static bool list_has(
    const struct date *dates, size_t count, struct date wanted);
static bool digits_read(const char *text, size_t count, int *value);

bool date_is_set(struct date date)
{
    return date.year != 0;
}

bool date_parse(const char *text, struct date *date)
{
    assert(text != NULL);
    int year = 0;
    int month = 0;
    int day = 0;
    if (!digits_read(text, 4, &year) || text[4] != '-' ||
        !digits_read(text + 5, 2, &month) || text[7] != '-' ||
        !digits_read(text + 8, 2, &day) || text[10] != '\0') {
        return false;
    }
    if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 ||
        day < 1 || day > month_days(year, month)) {
        return false;
    }
    *date = (struct date){(int16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

void date_write(struct date date, char text[DATE_TEXT_MAX])
{
    /* The remainders tell the compiler what fits. */
    (void)snprintf(text, DATE_TEXT_MAX, "%04u-%02u-%02u",
        (unsigned)date.year % 10000u, date.month % 100u, date.day % 100u);
}

int date_compare(struct date left, struct date right)
{
    if (left.year != right.year) {
        return left.year < right.year ? -1 : 1;
    }
    if (left.month != right.month) {
        return left.month < right.month ? -1 : 1;
    }
    return (left.day > right.day) - (left.day < right.day);
}

int64_t date_days_between(struct date from, struct date to)
{
    assert(date_is_set(from));
    assert(date_is_set(to));
    return day_number(to) - day_number(from);
}

struct date date_add_days(struct date date, int64_t days)
{
    assert(date_is_set(date));
    const struct date first = {YEAR_MIN, 1, 1};
    const struct date last = {YEAR_MAX, 12, 31};
    if (days <= date_days_between(date, first)) {
        return first;
    }
    if (days >= date_days_between(date, last)) {
        return last;
    }
    /* From a guess that is never late, month by month. */
    int64_t number = day_number(date) + days;
    int year = (int)(number * 400 / DAYS_OF_400_YEARS);
    while (day_number((struct date){(int16_t)(year + 1), 1, 1}) <= number) {
        year++;
    }
    while (day_number((struct date){(int16_t)year, 1, 1}) > number) {
        year--;
    }
    int64_t left = number - day_number((struct date){(int16_t)year, 1, 1});
    int month = 1;
    while (left >= month_days(year, month)) {
        left -= month_days(year, month);
        month++;
    }
    return (struct date){(int16_t)year, (uint8_t)month, (uint8_t)(left + 1)};
}

struct date date_add_months(struct date date, int64_t months)
{
    assert(date_is_set(date));
    const int64_t all = ((int64_t)YEAR_MAX - YEAR_MIN + 1) * 12;
    if (months < -all || months > all) {
        months = months < 0 ? -all : all;
    }
    int64_t count = (int64_t)date.year * 12 + date.month - 1 + months;
    if (count < (int64_t)YEAR_MIN * 12) {
        return (struct date){YEAR_MIN, 1, 1};
    }
    if (count >= ((int64_t)YEAR_MAX + 1) * 12) {
        return (struct date){YEAR_MAX, 12, 31};
    }
    int year = (int)(count / 12);
    int month = (int)(count % 12) + 1;
    int last = month_days(year, month);
    int day = date.day < last ? date.day : last;
    return (struct date){(int16_t)year, (uint8_t)month, (uint8_t)day};
}

int date_age(struct date birth, struct date day)
{
    assert(date_is_set(birth));
    assert(date_is_set(day));
    bool had_birthday = day.month > birth.month ||
        (day.month == birth.month && day.day >= birth.day);
    return day.year - birth.year - (had_birthday ? 0 : 1);
}

int date_weekday(struct date date)
{
    assert(date_is_set(date));
    /* Day 1, 1 January of the year 1, is a Monday. */
    return (int)((day_number(date) - 1) % 7) + 1;
}

bool date_is_working(const struct date_calendar *calendar, struct date date)
{
    assert(calendar != NULL);
    if (list_has(calendar->holidays, calendar->holidays_count, date)) {
        return false;
    }
    if (list_has(calendar->worked, calendar->worked_count, date)) {
        return true;
    }
    return date_weekday(date) < 6;
}

struct date date_add_working_days(
    const struct date_calendar *calendar, struct date date, int64_t days)
{
    assert(calendar != NULL);
    int step = days < 0 ? -1 : 1;
    while (days != 0) {
        struct date next = date_add_days(date, step);
        if (date_compare(next, date) == 0) {
            break; /* the last day there is */
        }
        date = next;
        if (date_is_working(calendar, date)) {
            days -= step;
        }
    }
    return date;
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Days since the last one before the year 1. */
static int64_t day_number(struct date date)
{
    static const int before[] = {
        0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    assert(date.month >= 1 && date.month <= 12);
    int64_t past = date.year - 1;
    int64_t number = past * 365 + past / 4 - past / 100 + past / 400;
    number += before[date.month - 1] + date.day;
    return date.month > 2 && is_leap(date.year) ? number + 1 : number;
}

static bool list_has(const struct date *dates, size_t count, struct date wanted)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = date_compare(dates[middle], wanted);
        if (order == 0) {
            return true;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return false;
}

static bool digits_read(const char *text, size_t count, int *value)
{
    int sum = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return false;
        }
        sum = sum * 10 + (text[i] - '0');
    }
    *value = sum;
    return true;
}
