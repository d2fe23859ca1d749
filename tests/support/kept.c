/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A real store file for one test, and a way to tamper with it.
 */
#include "kept.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "test.h"

static void folder_empty(const struct kept *kept)
{
    static const char *const names[] = {
        "kenes.db", "kenes.db-wal", "kenes.db-shm", "other.db"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[128];
        (void)snprintf(path, sizeof path, "%s/%s", kept->folder, names[i]);
        (void)unlink(path);
    }
}

void kept_setup(struct kept *kept)
{
    *kept = (struct kept){.arena = arena_create()};
    (void)snprintf(kept->folder, sizeof kept->folder, "/tmp/kenes-XXXXXX");
    assert_non_null(mkdtemp(kept->folder));
    (void)snprintf(kept->path, sizeof kept->path, "%s/kenes.db", kept->folder);
    assert_true(instant_parse("2026-03-02T10:00:00+05:00", &kept->now));
    kept_ok(kept, store_create(kept->path, &kept->error));
    kept_ok(kept, store_open(kept->path, &kept->store, &kept->error));
    kept_ok(
        kept, store_reader_open(kept->path, &kept->reader, &kept->error));
}

void kept_teardown(struct kept *kept)
{
    store_reader_close(kept->reader);
    store_close(kept->store);
    arena_destroy(kept->arena);
    folder_empty(kept);
    assert_int_equal(rmdir(kept->folder), 0);
}

struct event kept_event(struct kept *kept, const char *kind,
    int64_t proceeding, const char *body)
{
    char *text = arena_text(kept->arena, body);
    for (char *at = text; *at != '\0'; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    const struct json *json = NULL;
    kept_ok(kept, json_parse(
        bytes_of_text(text), kept->arena, &json, &kept->error));
    return (struct event){
        .at = kept->now,
        .kind = kind,
        .proceeding = proceeding,
        .actor = "rural-akim",
        .entered_by = "account-1",
        .body = json,
    };
}

struct hash kept_append(struct kept *kept, const char *kind,
    int64_t proceeding, const char *body)
{
    struct event event = kept_event(kept, kind, proceeding, body);
    struct hash hash;
    kept_ok(kept, store_append(
        kept->store, &event, kept->arena, &hash, &kept->error));
    return hash;
}

struct hash kept_enter(struct kept *kept, const char *kind,
    int64_t proceeding, const char *body)
{
    kept_begin(kept);
    kept_ok(kept, store_savepoint(kept->store, &kept->error));
    struct hash hash = kept_append(kept, kind, proceeding, body);
    kept_ok(kept, store_release(kept->store, &kept->error));
    kept_commit(kept);
    return hash;
}

void kept_begin(struct kept *kept)
{
    kept_ok(kept, store_begin(kept->store, &kept->error));
}

void kept_commit(struct kept *kept)
{
    kept_ok(kept, store_commit(kept->store, &kept->error));
}

struct commitment_salt kept_salt(struct kept *kept)
{
    struct commitment_salt salt = {{0}};
    kept->salts++;
    for (size_t i = 0; i < 8; i++) {
        salt.bytes[i] = (uint8_t)(kept->salts >> (8 * i));
    }
    return salt;
}

/* ---- past the store ------------------------------------------------------ */

void kept_sql(struct kept *kept, const char *sql)
{
    assert_true(kept_sql_works(kept, sql));
}

bool kept_sql_works(struct kept *kept, const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(kept->path, &db), SQLITE_OK);
    bool works = sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    return works;
}

int64_t kept_sql_integer(struct kept *kept, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_open(kept->path, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t value = sqlite3_column_int64(statement, 0);
    (void)sqlite3_finalize(statement);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    return value;
}

/* ---- checks -------------------------------------------------------------- */

static void detail_print(const struct error *error)
{
    const struct message *message = &error->message;
    print_error("%s", message->key == NULL ? "no message" : message->key);
    for (size_t i = 0; message->key != NULL && i < message->count; i++) {
        print_error(" %s=%s", message->arguments[i].name,
            message->arguments[i].value);
    }
    print_error("\n");
}

void kept_ok_at(
    struct kept *kept, enum status status, const char *file, int line)
{
    if (status != STATUS_OK) {
        detail_print(&kept->error);
        _assert_int_equal(status, STATUS_OK, file, line);
    }
}

void kept_fails_at(struct kept *kept, enum status status,
    enum status expected, const char *key, const char *file, int line)
{
    if (status != expected || kept->error.message.key == NULL ||
        strcmp(kept->error.message.key, key) != 0) {
        detail_print(&kept->error);
        _assert_int_equal(status, expected, file, line);
        _assert_string_equal(kept->error.message.key, key, file, line);
    }
}
