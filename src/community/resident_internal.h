/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Internal: a file of residents that is being read.
 */
#ifndef COMMUNITY_RESIDENT_INTERNAL_H
#define COMMUNITY_RESIDENT_INTERNAL_H

#include "base/map.h"
#include "community/resident.h"

enum resident_column {
    RESIDENT_COLUMN_NUMBER,
    RESIDENT_COLUMN_SURNAME,
    RESIDENT_COLUMN_NAME,
    RESIDENT_COLUMN_PATRONYMIC,
    RESIDENT_COLUMN_BIRTH,
    RESIDENT_COLUMN_KATO,
    RESIDENT_COLUMN_STREET,
    RESIDENT_COLUMN_HOUSE,
    RESIDENT_COLUMN_FROM,
    RESIDENT_COLUMN_UNTIL,
    RESIDENT_COLUMN_CITIZEN,
    RESIDENT_COLUMN_EXCLUSIONS,
    RESIDENT_COLUMNS
};

enum { RESIDENT_NUMBER_LENGTH = 12 };

struct resident_reading {
    struct csv *csv;
    const struct territory *unit;
    bool demonstration;
    struct date today;
    struct arena *arena;
    struct error *error;
    int at[RESIDENT_COLUMNS]; /* where a column stands in the file, or -1 */
    const char *const *fields;
    struct map *numbers; /* what was seen in the rows before */
    struct map *persons;
};

/*
 * Whether a row, read, can be true: dates, place, number, and that neither
 * number nor person was there before.  The row counts as seen then.
 */
enum status resident_check(
    struct resident_reading *reading, const struct resident *resident);

/* A fault of the last row: its line, the column and the column's name. */
enum status resident_fault(struct resident_reading *reading,
    enum resident_column column, const char *key);

#endif
