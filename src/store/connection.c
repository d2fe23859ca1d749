/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A connection to the file of a store, and what its failures mean to people.
 */
#include "store/store_internal.h"

#include <assert.h>

#include <string.h>

#include "base/embed.h"
#include "base/file.h"
#include "base/heap.h"

/* What a clerk of another process holds is waited for; a commit that was
   answered survives the power cut. */
static const char sql_setup[] =
    "PRAGMA synchronous = FULL;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA cache_size = -16384;";

/* "KENE" and the version of schema.sql, as store_create writes them. */
static const char sql_identity[] =
    "SELECT user_version, application_id = 1262833221"
    " FROM pragma_application_id, pragma_user_version";

/* Where what version 1 lacks begins in schema.sql. */
static const char since_2[] = "-- ---- since version 2 ";

static enum status identity_check(
    struct store_reader *reader, const char *path, struct error *error);
static enum status identity_read(struct store_reader *reader,
    int *version, bool *is_store, struct error *error);
static enum status upgrade(
    struct store_reader *reader, struct error *error);

enum status store_connect(
    struct store_reader *reader, const char *path, struct error *error)
{
    if (!file_exists(path)) {
        error_set(error, STATUS_MISSING, "error.store-missing");
        message_text(&error->message, "path", path);
        return STATUS_MISSING;
    }
    int result = sqlite3_open_v2(path, &reader->db,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
        NULL);
    if (result != SQLITE_OK) {
        return store_failed(reader, error);
    }
    (void)sqlite3_busy_timeout(reader->db, STORE_WAIT_MILLISECONDS);
    enum status status = identity_check(reader, path, error);
    if (status == STATUS_OK) {
        status = store_script(reader, sql_setup, error);
    }
    return status;
}

void store_disconnect(struct store_reader *reader)
{
    store_counts_forget(reader);
    store_keeps_forget(reader);
    for (size_t i = 0; i < STORE_STATEMENTS; i++) {
        (void)sqlite3_finalize(reader->statements[i]);
        reader->statements[i] = NULL;
    }
    int result = sqlite3_close(reader->db);
    assert(result == SQLITE_OK);
    reader->db = NULL;
}

enum status store_script(
    struct store_reader *reader, const char *sql, struct error *error)
{
    if (sqlite3_exec(reader->db, sql, NULL, NULL, NULL) != SQLITE_OK) {
        return store_failed(reader, error);
    }
    return STATUS_OK;
}

enum status store_failed(struct store_reader *reader, struct error *error)
{
    if (reader->db == NULL) {
        heap_exhausted();
    }
    enum status status = STATUS_UNAVAILABLE;
    const char *key = "error.store-failed";
    switch (sqlite3_errcode(reader->db) & 0xFF) {
    case SQLITE_NOMEM:
        heap_exhausted();
    case SQLITE_FULL:
        key = "error.store-full";
        break;
    case SQLITE_IOERR:
        key = "error.store-disk";
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        key = "error.store-busy";
        break;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        key = "error.store-permission";
        break;
    case SQLITE_CORRUPT:
        status = STATUS_CORRUPT;
        key = "error.store-damaged";
        break;
    case SQLITE_NOTADB:
        status = STATUS_INVALID;
        key = "error.store-not-kenes";
        break;
    case SQLITE_CONSTRAINT:
        status = STATUS_CONFLICT;
        key = "error.store-conflict";
        break;
    default:
        break;
    }
    error_set(error, status, key);
    message_text(&error->message, "detail", sqlite3_errmsg(reader->db));
    if (status == STATUS_UNAVAILABLE && reader->in_transaction) {
        reader->lost = true;
        reader->why = *error;
    }
    return status;
}

static enum status identity_check(
    struct store_reader *reader, const char *path, struct error *error)
{
    int version = 0;
    bool is_store = false;
    enum status status = identity_read(reader, &version, &is_store, error);
    if (status == STATUS_OK && is_store && version == 1) {
        status = upgrade(reader, error);
        if (status == STATUS_OK) {
            status = identity_read(reader, &version, &is_store, error);
        }
    }
    if (status == STATUS_OK && (!is_store || version != STORE_VERSION)) {
        status = error_set(error, STATUS_INVALID,
            is_store ? "error.store-version" : "error.store-not-kenes");
        message_text(&error->message, "detail", path);
    }
    return status;
}

static enum status identity_read(struct store_reader *reader,
    int *version, bool *is_store, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(reader->db, sql_identity, -1, &statement, NULL) !=
        SQLITE_OK) {
        return store_failed(reader, error);
    }
    bool found = false;
    enum status status = store_row(reader, statement, &found, error);
    *version = found ? sqlite3_column_int(statement, 0) : 0;
    *is_store = found && sqlite3_column_int(statement, 1) != 0;
    (void)sqlite3_finalize(statement);
    return status;
}

/* Somebody else may have done it while the lock was waited for. */
static enum status upgrade(
    struct store_reader *reader, struct error *error)
{
    int version = 0;
    bool is_store = false;
    const char *added = strstr(embed_schema, since_2);
    assert(added != NULL);
    enum status status = store_script(
        reader, "PRAGMA synchronous = FULL; BEGIN IMMEDIATE", error);
    if (status == STATUS_OK) {
        status = identity_read(reader, &version, &is_store, error);
    }
    if (status == STATUS_OK && version == 1) {
        status = store_script(reader, added, error);
        if (status == STATUS_OK) {
            status =
                store_script(reader, "PRAGMA user_version = 2", error);
        }
    }
    if (status != STATUS_OK) {
        /* The connection is closed by the caller, which undoes all. */
        return status;
    }
    return store_script(reader, "COMMIT", error);
}

enum status store_integrity(struct store_reader *reader, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(reader->db, "PRAGMA integrity_check(1)", -1,
            &statement, NULL) != SQLITE_OK) {
        return store_failed(reader, error);
    }
    bool found = false;
    enum status status = store_row(reader, statement, &found, error);
    if (status == STATUS_OK && found) {
        const char *said = store_column(statement, 0);
        if (said == NULL || strcmp(said, "ok") != 0) {
            status = error_set(error, STATUS_CORRUPT, "error.store-damaged");
            message_text(
                &error->message, "detail", said == NULL ? "" : said);
        }
    }
    (void)sqlite3_finalize(statement);
    return status;
}
