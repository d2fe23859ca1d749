/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Measured numbers from CSV files: exact decimals, in millionths.
 */
#ifndef INQUIRY_MEASURE_H
#define INQUIRY_MEASURE_H

#include "base/csv.h"

#include <stdbool.h>
#include <stdint.h>

enum { MEASURE_ONE = 1000000 };

/* "160", "0.82", "34,5"; at most six digits after the point and not below
   zero.  False, and `*value` untouched, on anything else. */
bool measure_parse(const char *text, int64_t *value);

/* The column of a header, or STATUS_INVALID with an error that names it. */
enum status measure_column(const struct csv *csv, const char *name,
    int *column, struct error *error);

/* A number of the row, or STATUS_INVALID with an error that names the line
   and the column. */
enum status measure_field(const struct csv *csv, const char *const *fields,
    int column, int64_t *value, struct error *error);

#endif
