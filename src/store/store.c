/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The file of a store, and its transactions.
 */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/embed.h"
#include "base/heap.h"
#include "store/store_internal.h"

/* Pages in the log: worth moving when nothing waits; moved in any case. */
enum { LOG_PAGES_SOME = 1000, LOG_PAGES_MANY = 16000 };

static const char sql_create_begin[] =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN;";
static const char sql_create_end[] =
    "PRAGMA application_id = 1262833221; PRAGMA user_version = 2; COMMIT;";

/* An import touches the register all over: 64 MiB, where there is need. */
static const char sql_writer[] = "PRAGMA cache_size = -65536";

static enum status file_claim(const char *path, struct error *error);
static int log_grew(void *context, sqlite3 *db, const char *name, int pages);
static void log_move(struct store *store);
static void undone(struct store *store, const struct chain *to);

enum status store_create(const char *path, struct error *error)
{
    enum status status = file_claim(path, error);
    if (status != STATUS_OK) {
        return status;
    }
    struct store_reader reader = {0};
    if (sqlite3_open_v2(path, &reader.db,
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
        status = store_failed(&reader, error);
    }
    if (status == STATUS_OK) {
        status = store_script(&reader, sql_create_begin, error);
    }
    if (status == STATUS_OK) {
        status = store_script(&reader, embed_schema, error);
    }
    if (status == STATUS_OK) {
        status = store_script(&reader, sql_create_end, error);
    }
    store_disconnect(&reader);
    if (status != STATUS_OK) {
        store_remove(path);
    }
    return status;
}

enum status store_open(
    const char *path, struct store **store, struct error *error)
{
    struct store *opened = heap_take(sizeof *opened);
    enum status status = store_connect(&opened->reader, path, error);
    if (status == STATUS_OK) {
        status = store_script(&opened->reader, sql_writer, error);
    }
    if (status != STATUS_OK) {
        store_close(opened);
        return status;
    }
    (void)sqlite3_wal_hook(opened->reader.db, log_grew, opened);
    *store = opened;
    return STATUS_OK;
}

void store_close(struct store *store)
{
    if (store == NULL) {
        return;
    }
    store_rollback(store);
    store_states_forget(store, -1);
    store_disconnect(&store->reader);
    free(store);
}

struct store_reader *store_reads(struct store *store)
{
    return &store->reader;
}

void store_rest(struct store *store)
{
    assert(!store->reader.in_transaction);
    if (store->log_pages >= LOG_PAGES_SOME) {
        log_move(store);
    }
}

/* ---- transaction ------------------------------------------------------- */

enum status store_begin(struct store *store, struct error *error)
{
    struct store_reader *reader = &store->reader;
    assert(!reader->in_transaction);
    enum status status = store_simple(reader, STORE_BEGIN, error);
    if (status != STATUS_OK) {
        return status;
    }
    reader->in_transaction = true;
    struct store_head head;
    status = store_head(reader, &head, error);
    if (status != STATUS_OK) {
        store_rollback(store);
        return status;
    }
    store->chain = (struct chain){.count = head.count, .head = head.head};
    store->begun = store->chain;
    store->register_changed = false;
    store_states_trim(store);
    return STATUS_OK;
}

enum status store_commit(struct store *store, struct error *error)
{
    assert(store->reader.in_transaction);
    assert(store->reader.lost || !store->in_savepoint);
    enum status status = store_simple(&store->reader, STORE_COMMIT, error);
    if (status != STATUS_OK) {
        store_rollback(store);
        return status;
    }
    store->reader.in_transaction = false;
    if (store->log_pages >= LOG_PAGES_MANY) {
        log_move(store);
    }
    return STATUS_OK;
}

void store_rollback(struct store *store)
{
    struct store_reader *reader = &store->reader;
    if (!reader->in_transaction) {
        return;
    }
    reader->in_transaction = false;
    reader->lost = false;
    store->in_savepoint = false;
    /* A full disk makes SQLite roll back by itself. */
    if (sqlite3_get_autocommit(reader->db) == 0) {
        struct error ignored = {0};
        (void)store_simple(reader, STORE_ROLLBACK, &ignored);
    }
    undone(store, &store->begun);
}

enum status store_savepoint(struct store *store, struct error *error)
{
    assert(store->reader.in_transaction);
    assert(!store->in_savepoint);
    enum status status = store_simple(&store->reader, STORE_SAVEPOINT, error);
    if (status == STATUS_OK) {
        store->in_savepoint = true;
        store->savepoint = store->chain;
        store_states_trim(store);
    }
    return status;
}

enum status store_release(struct store *store, struct error *error)
{
    assert(store->in_savepoint);
    enum status status = store_simple(&store->reader, STORE_RELEASE, error);
    if (status == STATUS_OK) {
        store->in_savepoint = false;
    }
    return status;
}

enum status store_undo(struct store *store, struct error *error)
{
    assert(store->in_savepoint);
    enum status status = store_simple(&store->reader, STORE_UNDO, error);
    if (status == STATUS_OK) {
        status = store_simple(&store->reader, STORE_RELEASE, error);
    }
    if (status == STATUS_OK) {
        store->in_savepoint = false;
        undone(store, &store->savepoint);
    }
    return status;
}

/* Brings what is kept in memory back to where the chain was. */
static void undone(struct store *store, const struct chain *to)
{
    store->chain = *to;
    store_states_forget(store, to->count);
    if (store->register_changed) {
        store_counts_forget(&store->reader);
    }
}

/* ---- the file ---------------------------------------------------------- */

/* Names and numbers of people will be in it: for its owner alone. */
static enum status file_claim(const char *path, struct error *error)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0) {
        (void)close(file);
        return STATUS_OK;
    }
    int reason = errno;
    bool is_there = reason == EEXIST;
    enum status status =
        error_set(error, is_there ? STATUS_CONFLICT : STATUS_UNAVAILABLE,
            is_there ? "error.store-exists" : "error.store-not-made");
    message_text(&error->message, "path", path);
    if (!is_there) {
        message_text(&error->message, "detail", strerror(reason));
    }
    return status;
}

void store_remove(const char *path)
{
    static const char *const endings[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct buffer name = BUFFER_EMPTY;
        buffer_add_text(&name, path);
        buffer_add_text(&name, endings[i]);
        (void)unlink(buffer_text(&name));
        buffer_finish(&name);
    }
}

static int log_grew(void *context, sqlite3 *db, const char *name, int pages)
{
    (void)db;
    (void)name;
    struct store *store = context;
    store->log_pages = pages;
    return SQLITE_OK;
}

/* What readers still need stays; the next time takes it. */
static void log_move(struct store *store)
{
    (void)sqlite3_wal_checkpoint_v2(store->reader.db, NULL,
        SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
    store->log_pages = 0;
}
