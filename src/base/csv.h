/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * CSV of RFC 4180: UTF-8 with or without a byte order mark, comma or
 * semicolon (found in the header), CRLF or LF, quotes doubled.
 */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "base/arena.h"
#include "base/bytes.h"
#include "base/error.h"

enum { CSV_COLUMNS_MAX = 64, CSV_FIELD_MAX = 4096, CSV_ROWS_MAX = 2000000 };

struct csv;

/*
 * Checks the encoding and reads the header.  STATUS_INVALID names line and
 * column.  `text` is borrowed and outlives the reader.
 */
enum status csv_open(struct bytes text, struct arena *arena, struct csv **csv,
    struct error *error);

size_t csv_columns(const struct csv *csv);
const char *csv_column_name(const struct csv *csv, size_t index);

/* The index of a column by its name in the header, or -1. */
int csv_column(const struct csv *csv, const char *name);

/*
 * The next row: `fields` borrows until the next call.  STATUS_MISSING at the
 * end; STATUS_INVALID on a wrong count of fields or an unclosed quote.
 */
enum status csv_next(
    struct csv *csv, const char *const **fields, struct error *error);

/* The line on which the last row began, from 1. */
size_t csv_line(const struct csv *csv);

#endif
