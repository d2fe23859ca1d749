/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The country's units by density of population: which are compact against a
 * stated threshold, and how many people have an elected organ of
 * self-government at the level of their own unit.
 */
#ifndef INQUIRY_DENSITY_H
#define INQUIRY_DENSITY_H

#include "community/territory.h"
#include "inquiry/facts.h"

/* A row of the CSV: kato,population,area (in km²; empty: not known). */
struct density_unit {
    const struct territory *unit;
    int64_t population;
    int64_t area; /* millionths of a km²; -1: not known */
};

/* Of one oblast or city of the first level, or of the whole country. */
struct density_row {
    const struct territory *unit; /* NULL: the country */
    size_t registered; /* units of administration in the register */
    size_t measured;   /* of them in the CSV, with an area */
    size_t compact;    /* of them at or above the threshold */
    int64_t population;         /* of all units in the CSV */
    int64_t compact_population; /* who live in compact units */
    int64_t organ_population;   /* who have an elected organ at their level */
};

/* STATUS_INVALID names line and column; one code twice is invalid. */
enum status density_read(struct bytes csv, struct arena *arena,
    const struct density_unit **units, size_t *count, struct error *error);

/* Persons per km² at or above the threshold; false where no area is known. */
bool density_is_compact(const struct density_unit *unit, int64_t threshold);

/*
 * A row for each place of the first level, the country's last; in `arena`.
 * Of units that lie in one another the innermost are counted.  `threshold` is
 * in persons per km².
 */
void density_table(const struct facts *facts, const struct density_unit *units,
    size_t count, int64_t threshold, struct arena *arena,
    const struct density_row **rows, size_t *rows_count);

#endif
