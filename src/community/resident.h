/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Residents as the register knows them, and who of them is on a roll.
 *
 * Law: 39-1 (registered residence and nothing else makes a member), 39-3(1).
 */
#ifndef COMMUNITY_RESIDENT_H
#define COMMUNITY_RESIDENT_H

#include "base/arena.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/error.h"
#include "community/territory.h"
#include "law/law.h"

enum {
    RESIDENT_EXCLUSIONS_MAX = 8,
    RESIDENT_ROWS_MAX = 200000, /* of one file */
    RESIDENT_AGE_MAX = 130      /* older is a mistake of the file */
};

/*
 * What a register writes down of a person, for a time; `until` may be unset.
 * Whether it keeps anybody from taking part says the law.
 */
struct resident_exclusion {
    const char *reason; /* "declared-incapable", "imprisoned" */
    struct date from;
    struct date until; /* the first day on which it no longer holds */
};

struct resident {
    int64_t id;         /* given by the store, 0 before */
    const char *number; /* personal number of 12 digits, or NULL */
    const char *surname;
    const char *name;
    const char *patronymic; /* "" where there is none */
    struct date birth;
    const char *kato; /* residence: the place's nine digits */
    const char *street;
    const char *house;
    struct date from;  /* registered here */
    struct date until; /* first day no longer; may be unset */
    bool citizen;
    struct resident_exclusion exclusions[RESIDENT_EXCLUSIONS_MAX];
    size_t exclusions_count;
};

/*
 * Reads residents from CSV (docs/residents-csv.md), every row checked before
 * any is returned.  STATUS_INVALID names line, column, what is wrong and how
 * to mend it: wrong number, duplicate, broken encoding, unknown or outside
 * KATO code, impossible dates.  Its message quotes nothing of a row.  `unit`
 * is the community's; `demonstration` accepts numbers whose seventh digit is
 * 9, and only those.
 */
enum status resident_read_csv(struct bytes text, const struct territory *unit,
    bool demonstration, struct date today, struct arena *arena,
    struct resident **residents, size_t *count, struct error *error);

/*
 * True for twelve digits whose control digit is right and whose seventh is of
 * a person: 0 to 6, or in a demonstration 9, which is never issued.
 */
bool resident_number_is_valid(const char *number, bool demonstration);

/* The canonical fields for a commitment (canonical JSON). */
void resident_fields(const struct resident *resident, struct buffer *buffer);

/* "Surname Name Patronymic". */
void resident_full_name(const struct resident *resident, struct buffer *buffer);

/* The same letters, whatever their case and whichever keyboard. */
bool resident_same_text(const char *left, const char *right);

/*
 * Why a person is not on the roll of a procedure on `day`: NULL if entitled,
 * else a word of the law ("minor", "declared-incapable", "imprisoned",
 * "not-resident", "not-citizen").  `plot` and `street` narrow a unit (NULL:
 * the whole).  The exclusions that count are those which the procedure's
 * takes-part-not stages name: a stage with an amount in years excludes by age
 * ("minor; less than 18 years"), one without by what the register writes down.
 * `citation` gets the place that excludes (that of takes-part for those who
 * are no members), or NULL.
 */
const char *resident_not_entitled(const struct resident *resident,
    const struct law_procedure *procedure, const struct territory *unit,
    const struct territory *plot, const char *street, struct date day,
    const struct law_citation **citation);

#endif
