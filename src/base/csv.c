/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Reads CSV, one row at a time, without a copy of the whole.
 */
#include "base/csv.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

struct csv {
    struct arena *arena;
    struct bytes text;
    size_t at;          /* the next byte */
    size_t line;        /* on which it stands, from 1 */
    size_t row_line;    /* on which the last row began */
    size_t rows;        /* rows given, without the header */
    char comma;         /* ',' or ';' */
    const char **names; /* of the header */
    size_t columns;
    char *row; /* the texts of the last row, each ended with NUL */
    size_t row_length;
    size_t row_capacity;
    size_t starts[CSV_COLUMNS_MAX]; /* of its fields in `row` */
    const char *fields[CSV_COLUMNS_MAX];
    size_t fields_count;
};

static enum status encoding_check(struct bytes text, struct error *error);
static char comma_find(struct bytes text);
static enum status header_read(struct csv *csv, struct error *error);
static enum status row_read(struct csv *csv, struct error *error);
static enum status field_read(
    struct csv *csv, bool *is_last, struct error *error);
static enum status quoted_read(struct csv *csv, struct error *error);
static bool row_end_skip(struct csv *csv);
static void row_add(struct csv *csv, char byte);
static enum status field_refuse(
    const struct csv *csv, const char *key, struct error *error);

enum status csv_open(struct bytes text, struct arena *arena, struct csv **csv,
    struct error *error)
{
    assert(arena != NULL);
    enum status status = encoding_check(text, error);
    if (status != STATUS_OK) {
        return status;
    }
    struct csv *opened = arena_take(arena, sizeof *opened);
    opened->arena = arena;
    opened->text = text;
    opened->line = 1;
    if (text.length >= 3 && memcmp(text.data, "\xEF\xBB\xBF", 3) == 0) {
        opened->at = 3;
    }
    opened->comma = comma_find(text);
    status = header_read(opened, error);
    if (status == STATUS_OK) {
        *csv = opened;
    }
    return status;
}

size_t csv_columns(const struct csv *csv)
{
    return csv->columns;
}

const char *csv_column_name(const struct csv *csv, size_t index)
{
    assert(index < csv->columns);
    return csv->names[index];
}

int csv_column(const struct csv *csv, const char *name)
{
    for (size_t i = 0; i < csv->columns; i++) {
        if (strcmp(csv->names[i], name) == 0) {
            return (int)i;
        }
    }
    return -1;
}

enum status csv_next(
    struct csv *csv, const char *const **fields, struct error *error)
{
    assert(csv != NULL);
    /* An empty line is a row only where a row has one field. */
    while (csv->columns > 1 && csv->at < csv->text.length &&
        row_end_skip(csv)) {
    }
    if (csv->at >= csv->text.length) {
        return STATUS_MISSING;
    }
    if (csv->rows == CSV_ROWS_MAX) {
        csv->row_line = csv->line;
        (void)field_refuse(csv, "error.csv-rows", error);
        (void)message_number(&error->message, "max", CSV_ROWS_MAX);
        return STATUS_INVALID;
    }
    enum status status = row_read(csv, error);
    if (status != STATUS_OK) {
        return status;
    }
    if (csv->fields_count != csv->columns) {
        status = error_set(error, STATUS_INVALID, "error.csv-count");
        (void)message_number(&error->message, "line", (int64_t)csv->row_line);
        (void)message_number(
            &error->message, "found", (int64_t)csv->fields_count);
        (void)message_number(&error->message, "wanted", (int64_t)csv->columns);
        return status;
    }
    csv->rows++;
    *fields = csv->fields;
    return STATUS_OK;
}

size_t csv_line(const struct csv *csv)
{
    return csv->row_line;
}

static enum status encoding_check(struct bytes text, struct error *error)
{
    size_t bad = utf8_invalid_at(text);
    const uint8_t *nul =
        text.length == 0 ? NULL : memchr(text.data, '\0', bad);
    if (nul != NULL) {
        bad = (size_t)(nul - text.data);
    }
    if (bad == text.length) {
        return STATUS_OK;
    }
    int64_t line = 1;
    int64_t column = 1;
    for (size_t i = 0; i < bad;) {
        bool is_break = text.data[i] == '\n';
        (void)utf8_next(text, &i);
        column = is_break ? 1 : column + 1;
        line += is_break ? 1 : 0;
    }
    enum status status =
        error_set(error, STATUS_INVALID, "error.csv-encoding");
    (void)message_number(&error->message, "line", line);
    (void)message_number(&error->message, "column", column);
    return status;
}

/* The semicolon only where the header has more of them. */
static char comma_find(struct bytes text)
{
    size_t commas = 0;
    size_t semicolons = 0;
    bool is_quoted = false;
    for (size_t i = 0; i < text.length; i++) {
        char byte = (char)text.data[i];
        if (byte == '"') {
            is_quoted = !is_quoted;
        } else if (!is_quoted && (byte == '\n' || byte == '\r')) {
            break;
        } else if (!is_quoted) {
            commas += byte == ',';
            semicolons += byte == ';';
        }
    }
    return semicolons > commas ? ';' : ',';
}

static enum status header_read(struct csv *csv, struct error *error)
{
    if (csv->at >= csv->text.length) {
        return error_set(error, STATUS_INVALID, "error.csv-empty");
    }
    enum status status = row_read(csv, error);
    if (status != STATUS_OK) {
        return status;
    }
    csv->names =
        arena_take_array(csv->arena, csv->fields_count, sizeof *csv->names);
    for (size_t i = 0; i < csv->fields_count; i++) {
        if (csv->fields[i][0] != '\0' && csv_column(csv, csv->fields[i]) >= 0) {
            status = error_set(error, STATUS_INVALID, "error.csv-twice");
            (void)message_text(&error->message, "name", csv->fields[i]);
            return status;
        }
        csv->names[i] = arena_text(csv->arena, csv->fields[i]);
        csv->columns = i + 1;
    }
    return STATUS_OK;
}

static enum status row_read(struct csv *csv, struct error *error)
{
    csv->row_line = csv->line;
    csv->row_length = 0;
    csv->fields_count = 0;
    bool is_last = false;
    while (!is_last) {
        if (csv->fields_count == CSV_COLUMNS_MAX) {
            (void)field_refuse(csv, "error.csv-columns", error);
            (void)message_number(&error->message, "max", CSV_COLUMNS_MAX);
            return STATUS_INVALID;
        }
        csv->starts[csv->fields_count] = csv->row_length;
        enum status status = field_read(csv, &is_last, error);
        if (status != STATUS_OK) {
            return status;
        }
        csv->fields_count++;
    }
    /* Only now: the row may have moved as it grew. */
    for (size_t i = 0; i < csv->fields_count; i++) {
        csv->fields[i] = csv->row + csv->starts[i];
    }
    return STATUS_OK;
}

/* One field and what ends it; `*is_last` where that ends the row too. */
static enum status field_read(
    struct csv *csv, bool *is_last, struct error *error)
{
    size_t start = csv->row_length;
    bool is_quoted =
        csv->at < csv->text.length && csv->text.data[csv->at] == '"';
    if (is_quoted) {
        enum status status = quoted_read(csv, error);
        if (status != STATUS_OK) {
            return status;
        }
    }
    for (;;) {
        if (csv->row_length - start > CSV_FIELD_MAX) {
            (void)field_refuse(csv, "error.csv-field", error);
            (void)message_number(&error->message, "max", CSV_FIELD_MAX);
            return STATUS_INVALID;
        }
        if (csv->at >= csv->text.length || row_end_skip(csv)) {
            *is_last = true;
            break;
        }
        char byte = (char)csv->text.data[csv->at];
        if (byte == csv->comma) {
            csv->at++;
            *is_last = false;
            break;
        }
        if (is_quoted || byte == '"' || byte == '\r') {
            return field_refuse(csv, "error.csv-quote", error);
        }
        row_add(csv, byte);
        csv->at++;
    }
    row_add(csv, '\0');
    return STATUS_OK;
}

/* From the opening quote past the closing one. */
static enum status quoted_read(struct csv *csv, struct error *error)
{
    size_t start = csv->row_length;
    csv->at++;
    while (csv->at < csv->text.length) {
        char byte = (char)csv->text.data[csv->at];
        if (byte == '"') {
            csv->at++;
            if (csv->at >= csv->text.length ||
                csv->text.data[csv->at] != '"') {
                return STATUS_OK;
            }
        }
        if (byte == '\n') {
            csv->line++;
        }
        if (csv->row_length - start > CSV_FIELD_MAX) {
            break; /* a quote left open would take in the whole file */
        }
        row_add(csv, byte);
        csv->at++;
    }
    return field_refuse(csv, "error.csv-open", error);
}

/* Moves past LF or CRLF if it stands here. */
static bool row_end_skip(struct csv *csv)
{
    const uint8_t *data = csv->text.data;
    size_t length = 0;
    if (data[csv->at] == '\n') {
        length = 1;
    } else if (data[csv->at] == '\r' && csv->at + 1 < csv->text.length &&
        data[csv->at + 1] == '\n') {
        length = 2;
    }
    csv->at += length;
    csv->line += length > 0;
    return length > 0;
}

static void row_add(struct csv *csv, char byte)
{
    csv->row = arena_grow(
        csv->arena, csv->row, csv->row_length, &csv->row_capacity, 1);
    csv->row[csv->row_length] = byte;
    csv->row_length++;
}

/* `column` is the number of the field in its row. */
static enum status field_refuse(
    const struct csv *csv, const char *key, struct error *error)
{
    enum status status = error_set(error, STATUS_INVALID, key);
    (void)message_number(&error->message, "line", (int64_t)csv->row_line);
    (void)message_number(
        &error->message, "column", (int64_t)csv->fields_count + 1);
    return status;
}
