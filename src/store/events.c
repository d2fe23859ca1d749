/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Reading events, each held against its hash, and folding them to states.
 */
#include <assert.h>
#include <string.h>

#include "store/store_internal.h"

/* Events whose JSON is held at once while folding. */
enum { FOLD_SCRATCH_EVENTS = 256, HEX_MAX = 2 * HASH_SIZE + 1 };

typedef void take_event(
    void *state, const struct event *event, struct arena *arena);

static enum status head_read(
    struct store_reader *reader, struct store_head *head, struct error *error);
static enum status head_compare(
    struct store_reader *reader, int64_t count, struct error *error);
static enum status fold(struct store_reader *reader, sqlite3_stmt *statement,
    take_event *take, void *state, struct arena *arena, struct error *error);
static void take_proceeding(
    void *state, const struct event *event, struct arena *arena);
static void take_community(
    void *state, const struct event *event, struct arena *arena);
static void add_hash(
    struct error *error, const char *name, const struct hash *hash);

/* ---- reading ----------------------------------------------------------- */

enum status store_head(
    struct store_reader *reader, struct store_head *head, struct error *error)
{
    struct store_head read = {0};
    enum status status = store_snapshot(reader, error);
    if (status != STATUS_OK) {
        return status;
    }
    status = head_read(reader, &read, error);
    if (status == STATUS_OK) {
        status = head_compare(reader, read.count, error);
    }
    store_snapshot_end(reader);
    if (status == STATUS_OK) {
        *head = read;
    }
    return status;
}

enum status store_changes(
    struct store_reader *reader, int64_t *number, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_CHANGES, &statement, error);
    if (status == STATUS_OK) {
        status = store_integer(reader, statement, 0, number, error);
    }
    return status;
}

enum status store_events(struct store_reader *reader, int64_t first,
    int64_t proceeding, store_visit *visit, void *context,
    struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status = store_start(reader,
        proceeding == 0 ? STORE_EVENTS_FROM : STORE_EVENTS_OF, &statement,
        error);
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_integer(statement, "$1", first);
    if (proceeding != 0) {
        store_bind_integer(statement, "$2", proceeding);
    }
    for (bool found = true; found;) {
        status = store_row(reader, statement, &found, error);
        if (status != STATUS_OK || !found) {
            break;
        }
        struct store_event event;
        status = store_event_column(statement, &event, error);
        if (status != STATUS_OK || !visit(context, &event)) {
            break;
        }
    }
    store_end(statement);
    return status;
}

enum status store_event_column(
    sqlite3_stmt *statement, struct store_event *event, struct error *error)
{
    struct store_event read = {
        .number = sqlite3_column_int64(statement, 0),
        .bytes = store_column_bytes(statement, 1),
    };
    struct bytes stored = store_column_bytes(statement, 2);
    if (read.bytes.length == 0 || stored.length != HASH_SIZE) {
        error_set(error, STATUS_CORRUPT, "error.store-event-lost");
        message_number(&error->message, "number", read.number);
        return STATUS_CORRUPT;
    }
    memcpy(read.hash.bytes, stored.data, HASH_SIZE);
    struct hash computed = event_hash(read.bytes);
    if (memcmp(computed.bytes, read.hash.bytes, HASH_SIZE) != 0) {
        error_set(error, STATUS_CORRUPT, "error.record-altered");
        message_number(&error->message, "number", read.number);
        add_hash(error, "computed", &computed);
        add_hash(error, "stored", &read.hash);
        return STATUS_CORRUPT;
    }
    *event = read;
    return STATUS_OK;
}

static enum status head_read(
    struct store_reader *reader, struct store_head *head, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    bool found = false;
    enum status status =
        store_start(reader, STORE_EVENT_LAST, &statement, error);
    if (status == STATUS_OK) {
        status = store_row(reader, statement, &found, error);
    }
    struct store_event last = {0};
    if (status == STATUS_OK && found) {
        status = store_event_column(statement, &last, error);
    }
    if (status == STATUS_OK && found) {
        struct arena *arena = arena_create();
        struct event event;
        struct hash previous;
        status = event_decode(last.bytes, arena, &event, &previous, error);
        if (status == STATUS_OK) {
            head->count = last.number;
            head->head = last.hash;
            head->at = event.at;
        }
        arena_destroy(arena);
    }
    store_end(statement);
    return status;
}

/* The chain alone cannot show that its end was cut off; the index can. */
static enum status head_compare(
    struct store_reader *reader, int64_t count, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    int64_t indexed = 0;
    enum status status =
        store_start(reader, STORE_INDEX_LAST, &statement, error);
    if (status == STATUS_OK) {
        status = store_integer(reader, statement, 0, &indexed, error);
    }
    if (status == STATUS_OK && indexed > count) {
        error_set(error, STATUS_CORRUPT, "error.store-record-cut");
        message_number(&error->message, "found", count);
        message_number(&error->message, "entered", indexed);
        status = STATUS_CORRUPT;
    }
    return status;
}

/* ---- folding ----------------------------------------------------------- */

struct community_fold {
    struct community *community;
    int64_t *last;
};

enum status store_community_update(struct store_reader *reader, int64_t *last,
    struct arena *arena, struct community *community, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_FOLD_COMMUNITY, &statement, error);
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_integer(statement, "$1", *last + 1);
    struct community_fold state = {community, last};
    return fold(reader, statement, take_community, &state, arena, error);
}

enum status store_proceeding_update(struct store_reader *reader,
    struct arena *arena, struct proceeding *proceeding, struct error *error)
{
    assert(proceeding->number > 0);
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_FOLD_PROCEEDING, &statement, error);
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_integer(statement, "$1", proceeding->last_event + 1);
    store_bind_integer(statement, "$2", proceeding->number);
    return fold(reader, statement, take_proceeding, proceeding, arena, error);
}

enum status store_fold(struct store_reader *reader, int64_t number,
    struct arena *arena, struct proceeding *proceeding, struct error *error)
{
    proceeding_init(proceeding);
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_FOLD_PROCEEDING, &statement, error);
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_integer(statement, "$1", 1);
    store_bind_integer(statement, "$2", number);
    return fold(reader, statement, take_proceeding, proceeding, arena, error);
}

/* Takes the events of a bound statement, and ends it. */
static enum status fold(struct store_reader *reader, sqlite3_stmt *statement,
    take_event *take, void *state, struct arena *arena, struct error *error)
{
    struct arena *scratch = arena_create();
    size_t decoded = 0;
    enum status status = STATUS_OK;
    for (bool found = true; found;) {
        status = store_row(reader, statement, &found, error);
        if (status != STATUS_OK || !found) {
            break;
        }
        struct store_event stored;
        struct event event;
        struct hash previous;
        status = store_event_column(statement, &stored, error);
        if (status == STATUS_OK) {
            status =
                event_decode(stored.bytes, scratch, &event, &previous, error);
        }
        if (status != STATUS_OK) {
            break;
        }
        take(state, &event, arena);
        if (++decoded % FOLD_SCRATCH_EVENTS == 0) {
            arena_destroy(scratch);
            scratch = arena_create();
        }
    }
    store_end(statement);
    arena_destroy(scratch);
    return status;
}

static void take_proceeding(
    void *state, const struct event *event, struct arena *arena)
{
    proceeding_apply(state, event, arena);
}

static void take_community(
    void *state, const struct event *event, struct arena *arena)
{
    struct community_fold *community = state;
    community_apply(community->community, event, arena);
    *community->last = event->number;
}

static void add_hash(
    struct error *error, const char *name, const struct hash *hash)
{
    char hex[HEX_MAX];
    bytes_to_hex(bytes_of(hash->bytes, HASH_SIZE), hex);
    message_text(&error->message, name, hex);
}
