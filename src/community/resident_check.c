/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What cannot be true of a resident in a file.
 */
#include "community/resident_internal.h"

#include <string.h>

#include "base/utf8.h"

/* The first row with a number, or with a person. */
struct seen {
    size_t line;
    bool numbered;
};

static enum status dates_check(
    struct resident_reading *reading, const struct resident *resident);
static enum status exclusions_check(
    struct resident_reading *reading, const struct resident *resident);
static enum status kato_check(
    struct resident_reading *reading, const struct resident *resident);
static enum status number_check(
    struct resident_reading *reading, const struct resident *resident);
static bool number_fits_birth(const char *number, struct date birth);
static enum status repetition_check(
    struct resident_reading *reading, const struct resident *resident);
static struct seen *first_seen(struct resident_reading *reading,
    struct map *map, const char *key, bool numbered);

enum status resident_check(
    struct resident_reading *reading, const struct resident *resident)
{
    enum status status = dates_check(reading, resident);
    if (status == STATUS_OK) {
        status = exclusions_check(reading, resident);
    }
    if (status == STATUS_OK) {
        status = kato_check(reading, resident);
    }
    if (status == STATUS_OK && resident->number != NULL) {
        status = number_check(reading, resident);
    }
    return status == STATUS_OK ? repetition_check(reading, resident) : status;
}

static enum status dates_check(
    struct resident_reading *reading, const struct resident *resident)
{
    if (date_compare(resident->birth, reading->today) > 0) {
        return resident_fault(
            reading, RESIDENT_COLUMN_BIRTH, "error.resident-birth-future");
    }
    if (date_age(resident->birth, reading->today) > RESIDENT_AGE_MAX) {
        resident_fault(
            reading, RESIDENT_COLUMN_BIRTH, "error.resident-birth-past");
        message_number(&reading->error->message, "max", RESIDENT_AGE_MAX);
        return STATUS_INVALID;
    }
    if (date_compare(resident->from, resident->birth) < 0) {
        return resident_fault(
            reading, RESIDENT_COLUMN_FROM, "error.resident-from-birth");
    }
    if (date_compare(resident->from, reading->today) > 0) {
        return resident_fault(
            reading, RESIDENT_COLUMN_FROM, "error.resident-from-future");
    }
    if (date_is_set(resident->until) &&
        date_compare(resident->until, resident->from) <= 0) {
        return resident_fault(
            reading, RESIDENT_COLUMN_UNTIL, "error.resident-until");
    }
    return STATUS_OK;
}

static enum status kato_check(
    struct resident_reading *reading, const struct resident *resident)
{
    const struct territory *place = territory_find(resident->kato);
    if (place == NULL) {
        return resident_fault(
            reading, RESIDENT_COLUMN_KATO, "error.resident-kato");
    }
    if (!territory_within(place, reading->unit)) {
        resident_fault(
            reading, RESIDENT_COLUMN_KATO, "error.resident-kato-outside");
        message_text(&reading->error->message, "unit", reading->unit->code);
        return STATUS_INVALID;
    }
    return STATUS_OK;
}

static enum status number_check(
    struct resident_reading *reading, const struct resident *resident)
{
    const char *number = resident->number;
    if (strlen(number) != RESIDENT_NUMBER_LENGTH ||
        strspn(number, "0123456789") != RESIDENT_NUMBER_LENGTH) {
        return resident_fault(
            reading, RESIDENT_COLUMN_NUMBER, "error.resident-number-form");
    }
    if (!resident_number_is_valid(number, reading->demonstration)) {
        if (!resident_number_is_valid(number, !reading->demonstration)) {
            return resident_fault(
                reading, RESIDENT_COLUMN_NUMBER, "error.resident-number");
        }
        return resident_fault(reading, RESIDENT_COLUMN_NUMBER,
            reading->demonstration ? "error.resident-number-real"
                                   : "error.resident-number-invented");
    }
    if (!number_fits_birth(number, resident->birth)) {
        return resident_fault(
            reading, RESIDENT_COLUMN_NUMBER, "error.resident-number-birth");
    }
    return STATUS_OK;
}

/* YYMMDD, then the century: 1 and 2 the 19th, 3 and 4 the 20th, 5 and 6 … */
static bool number_fits_birth(const char *number, struct date birth)
{
    char written[DATE_TEXT_MAX];
    date_write(birth, written);
    int kind = number[6] - '0';
    bool century_fits =
        kind < 1 || kind > 6 || birth.year / 100 == 18 + (kind - 1) / 2;
    return century_fits && memcmp(number, written + 2, 2) == 0 &&
           memcmp(number + 2, written + 5, 2) == 0 &&
           memcmp(number + 4, written + 8, 2) == 0;
}

static enum status exclusions_check(
    struct resident_reading *reading, const struct resident *resident)
{
    for (size_t i = 0; i < resident->exclusions_count; i++) {
        struct date from = resident->exclusions[i].from;
        struct date until = resident->exclusions[i].until;
        if (date_compare(from, resident->birth) < 0 ||
            date_compare(from, reading->today) > 0 ||
            (date_is_set(until) && date_compare(until, from) <= 0)) {
            return resident_fault(reading, RESIDENT_COLUMN_EXCLUSIONS,
                "error.resident-exclusion-dates");
        }
    }
    return STATUS_OK;
}

/*
 * Names alone do not tell people apart: two rows of the same names and birth
 * are two persons only where both have a number.
 */
static enum status repetition_check(
    struct resident_reading *reading, const struct resident *resident)
{
    bool numbered = resident->number != NULL;
    const struct seen *first = NULL;
    enum resident_column column = RESIDENT_COLUMN_NUMBER;
    const char *key = "error.resident-number-twice";
    if (numbered) {
        first = first_seen(reading, reading->numbers, resident->number, true);
    }
    if (first == NULL) {
        char birth[DATE_TEXT_MAX];
        date_write(resident->birth, birth);
        struct buffer person = BUFFER_EMPTY;
        utf8_fold(resident->surname, &person);
        buffer_add_char(&person, '\n');
        utf8_fold(resident->name, &person);
        buffer_add_char(&person, '\n');
        utf8_fold(resident->patronymic, &person);
        buffer_add_format(&person, "\n%s", birth);
        first = first_seen(
            reading, reading->persons, buffer_text(&person), numbered);
        buffer_finish(&person);
        if (first == NULL || (numbered && first->numbered)) {
            return STATUS_OK;
        }
        column = RESIDENT_COLUMN_SURNAME;
        key = "error.resident-twice";
    }
    resident_fault(reading, column, key);
    message_number(&reading->error->message, "other", (int64_t)first->line);
    return STATUS_INVALID;
}

/* Where `key` was seen before; NULL, and kept, where this row is the first. */
static struct seen *first_seen(struct resident_reading *reading,
    struct map *map, const char *key, bool numbered)
{
    struct seen *seen = map_get(map, key);
    if (seen == NULL) {
        struct seen *here = arena_take(reading->arena, sizeof *here);
        *here = (struct seen){csv_line(reading->csv), numbered};
        map_put(map, key, here);
    }
    return seen;
}
