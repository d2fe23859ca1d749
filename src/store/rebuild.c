/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Makes the derived tables again from the record.
 *
 * A fresh store is opened in memory and the kept one attached to it as `kept`:
 * names without a schema are the fresh tables, so that what writes rows while
 * Kenes runs writes them here too.
 */
#include <string.h>

#include "base/embed.h"
#include "base/map.h"
#include "store/store_internal.h"

static const char sql_attach[] = "ATTACH DATABASE $1 AS kept";

static const char sql_events[] =
    "SELECT number, bytes, hash FROM kept.events ORDER BY number";

static const char sql_roll[] =
    "SELECT key FROM kept.roll WHERE proceeding = $1 ORDER BY position";

/* The lowest row that one side has and the other has not. */
#define DIFFERENCE(table) \
    "SELECT number FROM (" \
    "SELECT * FROM (SELECT * FROM main." table \
    " EXCEPT SELECT * FROM kept." table ")" \
    " UNION ALL " \
    "SELECT * FROM (SELECT * FROM kept." table \
    " EXCEPT SELECT * FROM main." table "))" \
    " ORDER BY number LIMIT 1"

#define REPLACEMENT(table) \
    "DELETE FROM kept." table ";" \
    "INSERT INTO kept." table " SELECT * FROM main." table ";"

static const struct {
    const char *name;
    const char *difference;
    const char *replacement;
} tables[] = {
    {"event_index", DIFFERENCE("event_index"), REPLACEMENT("event_index")},
    {"sittings", DIFFERENCE("sittings"), REPLACEMENT("sittings")},
    {"decisions", DIFFERENCE("decisions"), REPLACEMENT("decisions")},
};

/* The fresh store, and the states as far as the record was read. */
struct rebuild {
    struct store_reader fresh;
    struct arena *arena;
    struct map *states; /* the number as text -> struct proceeding */
    struct chain chain;
};

static enum status fresh_open(
    struct rebuild *rebuild, const char *path, struct error *error);
static enum status record_read(struct rebuild *rebuild, struct error *error);
static enum status event_take(struct rebuild *rebuild,
    sqlite3_stmt *statement, struct error *error);
static void state_take(struct rebuild *rebuild, const struct event *event);
static enum status rows_put(
    struct rebuild *rebuild, const struct proceeding *proceeding,
    struct error *error);
static enum status roll_check(
    struct rebuild *rebuild, const struct proceeding *proceeding,
    struct error *error);
static enum status tables_compare(
    struct rebuild *rebuild, struct error *error);
static enum status tables_replace(
    struct rebuild *rebuild, struct error *error);
static enum status prepare(struct store_reader *reader, const char *sql,
    sqlite3_stmt **statement, struct error *error);
static enum status differs(
    struct error *error, const char *table, int64_t number);

enum status store_rebuild(const char *path, bool check, struct error *error)
{
    struct rebuild rebuild = {.arena = arena_create()};
    rebuild.states = map_create(rebuild.arena);
    enum status status = fresh_open(&rebuild, path, error);
    if (status == STATUS_OK) {
        /* To replace, no clerk may enter an event meanwhile. */
        status = store_script(
            &rebuild.fresh, check ? "BEGIN" : "BEGIN IMMEDIATE", error);
    }
    if (status == STATUS_OK) {
        status = record_read(&rebuild, error);
    }
    for (size_t i = 0;
         i < map_count(rebuild.states) && status == STATUS_OK; i++) {
        const struct proceeding *proceeding = map_value_at(rebuild.states, i);
        status = rows_put(&rebuild, proceeding, error);
        if (status == STATUS_OK) {
            status = roll_check(&rebuild, proceeding, error);
        }
    }
    if (status == STATUS_OK) {
        status = check ? tables_compare(&rebuild, error)
                       : tables_replace(&rebuild, error);
    }
    /* What is not committed goes with the connection. */
    store_disconnect(&rebuild.fresh);
    arena_destroy(rebuild.arena);
    return status;
}

/* ---- the fresh store --------------------------------------------------- */

static enum status fresh_open(
    struct rebuild *rebuild, const char *path, struct error *error)
{
    struct store_reader *fresh = &rebuild->fresh;
    struct store_reader kept = {0};
    enum status status = store_connect(&kept, path, error);
    store_disconnect(&kept);
    if (status != STATUS_OK) {
        return status;
    }
    if (sqlite3_open_v2(":memory:", &fresh->db,
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
        return store_failed(fresh, error);
    }
    (void)sqlite3_busy_timeout(fresh->db, STORE_WAIT_MILLISECONDS);
    status = store_script(fresh, embed_schema, error);
    sqlite3_stmt *statement = NULL;
    if (status == STATUS_OK) {
        status = prepare(fresh, sql_attach, &statement, error);
    }
    if (status == STATUS_OK) {
        store_bind_text(statement, "$1", path);
        status = store_run(fresh, statement, error);
    }
    (void)sqlite3_finalize(statement);
    return status;
}

static enum status record_read(struct rebuild *rebuild, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status =
        prepare(&rebuild->fresh, sql_events, &statement, error);
    while (status == STATUS_OK) {
        bool found = false;
        status = store_row(&rebuild->fresh, statement, &found, error);
        if (status != STATUS_OK || !found) {
            break;
        }
        status = event_take(rebuild, statement, error);
    }
    (void)sqlite3_finalize(statement);
    return status;
}

static enum status event_take(struct rebuild *rebuild,
    sqlite3_stmt *statement, struct error *error)
{
    struct store_event stored;
    struct event event;
    struct arena *scratch = arena_create();
    enum status status = store_event_column(statement, &stored, error);
    if (status == STATUS_OK) {
        status = chain_next(&rebuild->chain, stored.number, stored.bytes,
            &stored.hash, scratch, &event, error);
    }
    if (status == STATUS_OK) {
        state_take(rebuild, &event);
        status = store_put_index(&rebuild->fresh, &event, error);
    }
    arena_destroy(scratch);
    return status;
}

static void state_take(struct rebuild *rebuild, const struct event *event)
{
    if (event->proceeding == 0) {
        return;
    }
    struct buffer number = BUFFER_EMPTY;
    buffer_add_integer(&number, event->proceeding);
    struct proceeding *state =
        map_get(rebuild->states, buffer_text(&number));
    if (state == NULL) {
        state = arena_take(rebuild->arena, sizeof *state);
        proceeding_init(state);
        (void)map_put(rebuild->states, buffer_text(&number), state);
    }
    proceeding_apply(state, event, rebuild->arena);
    buffer_finish(&number);
}

static enum status rows_put(
    struct rebuild *rebuild, const struct proceeding *proceeding,
    struct error *error)
{
    if (proceeding->number == 0) {
        return STATUS_OK; /* its events begin without an opening */
    }
    struct store_derived derived = store_derive(proceeding);
    enum status status =
        store_put_sitting(&rebuild->fresh, &derived, error);
    for (size_t i = 0;
         i < proceeding->items_count && status == STATUS_OK; i++) {
        const struct item *item = &proceeding->items[i];
        if (item->decision != 0) {
            struct store_decision decision =
                store_derive_decision(proceeding, item);
            status = store_put_decision(&rebuild->fresh, &decision, error);
        }
    }
    return status;
}

/* ---- comparing and replacing ------------------------------------------- */

/* The rolls are of the record: the event of the call says what they are. */
static enum status roll_check(
    struct rebuild *rebuild, const struct proceeding *proceeding,
    struct error *error)
{
    if (proceeding->roll_root == NULL) {
        return STATUS_OK;
    }
    sqlite3_stmt *statement = NULL;
    struct arena *scratch = arena_create();
    struct hash *leaves = NULL;
    size_t count = 0;
    size_t capacity = 0;
    enum status status =
        prepare(&rebuild->fresh, sql_roll, &statement, error);
    if (status == STATUS_OK) {
        store_bind_integer(statement, "$1", proceeding->number);
    }
    while (status == STATUS_OK) {
        bool found = false;
        status = store_row(&rebuild->fresh, statement, &found, error);
        if (status != STATUS_OK || !found) {
            break;
        }
        leaves = arena_grow(scratch, leaves, count, &capacity, sizeof *leaves);
        /* What is no key makes another root. */
        (void)bytes_from_hex(
            store_column(statement, 0), leaves[count++].bytes, HASH_SIZE);
    }
    (void)sqlite3_finalize(statement);
    if (status == STATUS_OK) {
        char root[COMMITMENT_TEXT_MAX];
        struct hash hash = commitment_root(leaves, count);
        commitment_write(&hash, root);
        if (strcmp(root, proceeding->roll_root) != 0) {
            status = differs(error, "roll", proceeding->number);
        }
    }
    arena_destroy(scratch);
    return status;
}

static enum status tables_compare(
    struct rebuild *rebuild, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0;
         i < sizeof tables / sizeof *tables && status == STATUS_OK; i++) {
        sqlite3_stmt *statement = NULL;
        bool found = false;
        status = prepare(
            &rebuild->fresh, tables[i].difference, &statement, error);
        if (status == STATUS_OK) {
            status = store_row(&rebuild->fresh, statement, &found, error);
        }
        if (status == STATUS_OK && found) {
            status = differs(error, tables[i].name,
                sqlite3_column_int64(statement, 0));
        }
        (void)sqlite3_finalize(statement);
    }
    return status;
}

static enum status tables_replace(
    struct rebuild *rebuild, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0;
         i < sizeof tables / sizeof *tables && status == STATUS_OK; i++) {
        status =
            store_script(&rebuild->fresh, tables[i].replacement, error);
    }
    if (status == STATUS_OK) {
        status = store_script(&rebuild->fresh, "COMMIT", error);
    }
    return status;
}

static enum status prepare(struct store_reader *reader, const char *sql,
    sqlite3_stmt **statement, struct error *error)
{
    if (sqlite3_prepare_v2(reader->db, sql, -1, statement, NULL) !=
        SQLITE_OK) {
        return store_failed(reader, error);
    }
    return STATUS_OK;
}

static enum status differs(
    struct error *error, const char *table, int64_t number)
{
    error_set(error, STATUS_CORRUPT, "error.store-row-differs");
    message_text(&error->message, "table", table);
    message_number(&error->message, "number", number);
    return STATUS_CORRUPT;
}
