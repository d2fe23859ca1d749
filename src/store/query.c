/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Running statements: prepared when first used and kept, bound by name.
 */
#include "store/store_internal.h"

#include <assert.h>

#include "base/heap.h"

static int parameter(sqlite3_stmt *statement, const char *name);
static void bound(int result);

enum status store_start(struct store_reader *reader,
    enum store_statement which, sqlite3_stmt **statement, struct error *error)
{
    if (reader->lost) {
        *error = reader->why;
        return error->status;
    }
    sqlite3_stmt **kept = &reader->statements[which];
    if (*kept == NULL &&
        sqlite3_prepare_v3(reader->db, store_statement_text(which), -1,
            SQLITE_PREPARE_PERSISTENT, kept, NULL) != SQLITE_OK) {
        return store_failed(reader, error);
    }
    assert(!sqlite3_stmt_busy(*kept));
    *statement = *kept;
    return STATUS_OK;
}

void store_bind_integer(
    sqlite3_stmt *statement, const char *name, int64_t value)
{
    bound(sqlite3_bind_int64(statement, parameter(statement, name), value));
}

void store_bind_text(
    sqlite3_stmt *statement, const char *name, const char *text)
{
    bound(sqlite3_bind_text(
        statement, parameter(statement, name), text, -1, SQLITE_STATIC));
}

void store_bind_bytes(
    sqlite3_stmt *statement, const char *name, struct bytes bytes)
{
    /* No address would be a null, not an empty blob. */
    const void *data = bytes.length > 0 ? (const void *)bytes.data : "";
    bound(sqlite3_bind_blob64(statement, parameter(statement, name), data,
        bytes.length, SQLITE_STATIC));
}

void store_bind_date(sqlite3_stmt *statement, const char *name,
    struct date date, char text[DATE_TEXT_MAX])
{
    if (date_is_set(date)) {
        date_write(date, text);
    }
    store_bind_text(statement, name, date_is_set(date) ? text : NULL);
}

void store_bind_page(sqlite3_stmt *statement, size_t offset, size_t limit)
{
    store_bind_integer(
        statement, "$1", limit > INT64_MAX ? INT64_MAX : (int64_t)limit);
    store_bind_integer(
        statement, "$2", offset > INT64_MAX ? INT64_MAX : (int64_t)offset);
}

enum status store_row(struct store_reader *reader, sqlite3_stmt *statement,
    bool *found, struct error *error)
{
    int result = sqlite3_step(statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE) {
        return store_failed(reader, error);
    }
    *found = result == SQLITE_ROW;
    return STATUS_OK;
}

void store_end(sqlite3_stmt *statement)
{
    if (statement != NULL) {
        (void)sqlite3_reset(statement); /* says again how the step failed */
        (void)sqlite3_clear_bindings(statement);
    }
}

enum status store_run(struct store_reader *reader, sqlite3_stmt *statement,
    struct error *error)
{
    bool found = false;
    enum status status = store_row(reader, statement, &found, error);
    assert(status != STATUS_OK || !found);
    store_end(statement);
    return status;
}

enum status store_simple(struct store_reader *reader,
    enum store_statement which, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status = store_start(reader, which, &statement, error);
    if (status == STATUS_OK) {
        status = store_run(reader, statement, error);
    }
    return status;
}

enum status store_integer(struct store_reader *reader,
    sqlite3_stmt *statement, int64_t otherwise, int64_t *value,
    struct error *error)
{
    bool found = false;
    enum status status = store_row(reader, statement, &found, error);
    if (status == STATUS_OK) {
        *value = found ? sqlite3_column_int64(statement, 0) : otherwise;
    }
    store_end(statement);
    return status;
}

const char *store_column(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    if (text == NULL && sqlite3_column_type(statement, column) != SQLITE_NULL) {
        heap_exhausted();
    }
    return text;
}

const char *store_column_text(
    sqlite3_stmt *statement, int column, struct arena *arena)
{
    const char *text = store_column(statement, column);
    return text != NULL ? arena_text(arena, text) : NULL;
}

struct bytes store_column_bytes(sqlite3_stmt *statement, int column)
{
    const void *data = sqlite3_column_blob(statement, column);
    int length = sqlite3_column_bytes(statement, column);
    return bytes_of(data, data != NULL && length > 0 ? (size_t)length : 0);
}

struct date store_column_date(sqlite3_stmt *statement, int column)
{
    struct date date = {0};
    const char *text = store_column(statement, column);
    if (text == NULL || !date_parse(text, &date)) {
        return (struct date){0};
    }
    return date;
}

enum status store_snapshot(struct store_reader *reader, struct error *error)
{
    return store_simple(reader, STORE_SNAPSHOT, error);
}

void store_snapshot_end(struct store_reader *reader)
{
    /* Of what was only read; where it fails there is nothing to be lost. */
    struct error ignored = {0};
    (void)store_simple(reader, STORE_SNAPSHOT_END, &ignored);
}

static int parameter(sqlite3_stmt *statement, const char *name)
{
    int index = sqlite3_bind_parameter_index(statement, name);
    assert(index > 0);
    return index;
}

static void bound(int result)
{
    if (result == SQLITE_NOMEM) {
        heap_exhausted();
    }
    assert(result == SQLITE_OK);
}
