/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Entering an event: the row of the record, and all that follows from it.
 */
#include <assert.h>

#include "store/store_internal.h"

static enum status record_add(struct store_reader *reader, int64_t number,
    struct bytes bytes, const struct hash *hash, struct error *error);
static enum status proceeding_take(struct store *store,
    struct store_kept_state *kept, const struct event *event,
    struct error *error);
static const struct item *item_of(
    const struct proceeding *proceeding, const struct event *event);

enum status store_append(struct store *store, struct event *event,
    struct arena *arena, struct hash *hash, struct error *error)
{
    struct store_reader *reader = &store->reader;
    assert(reader->in_transaction);
    /* As it was before: the row to be added is not to be folded twice. */
    struct store_kept_state *kept = NULL;
    if (event->proceeding != 0) {
        enum status status = store_kept(store, event->proceeding, &kept, error);
        if (status != STATUS_OK) {
            return status;
        }
    }
    event->number = store->chain.count + 1;
    struct buffer bytes = BUFFER_EMPTY;
    event_encode(event, &store->chain.head, arena, &bytes);
    struct hash own = event_hash(buffer_bytes(&bytes));
    enum status status = record_add(
        reader, event->number, buffer_bytes(&bytes), &own, error);
    if (status == STATUS_OK) {
        status = store_put_index(reader, event, error);
    }
    if (status == STATUS_OK) {
        store->chain = (struct chain){.count = event->number, .head = own};
        *hash = own;
        if (kept != NULL) {
            status = proceeding_take(store, kept, event, error);
        }
    }
    buffer_finish(&bytes);
    return status;
}

static enum status record_add(struct store_reader *reader, int64_t number,
    struct bytes bytes, const struct hash *hash, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_EVENT_ADD, &statement, error);
    if (status == STATUS_OK) {
        store_bind_integer(statement, "$1", number);
        store_bind_bytes(statement, "$2", bytes);
        store_bind_bytes(statement, "$3", bytes_of(hash->bytes, HASH_SIZE));
        status = store_run(reader, statement, error);
    }
    return status;
}

/* Most events, as votes and arrivals, change nothing that a list shows. */
static enum status proceeding_take(struct store *store,
    struct store_kept_state *kept, const struct event *event,
    struct error *error)
{
    struct proceeding *proceeding = &kept->proceeding;
    bool is_new = proceeding->number == 0;
    const struct item *item = item_of(proceeding, event);
    struct store_derived before = {0};
    struct store_decision decision_before = {0};
    if (!is_new) {
        before = store_derive(proceeding);
    }
    if (item != NULL) {
        decision_before = store_derive_decision(proceeding, item);
    }
    proceeding_apply(proceeding, event, kept->arena);
    assert(proceeding->number == event->proceeding);
    kept->seen = store->chain.count;

    enum status status = STATUS_OK;
    struct store_derived after = store_derive(proceeding);
    if (is_new || !store_derived_same(&before, &after)) {
        status = store_put_sitting(&store->reader, &after, error);
    }
    if (status == STATUS_OK && item != NULL && item->decision != 0) {
        struct store_decision decision =
            store_derive_decision(proceeding, item);
        if (!store_decision_same(&decision_before, &decision)) {
            status = store_put_decision(&store->reader, &decision, error);
        }
    }
    return status;
}

/* The item that an event is about, or NULL; where it is stays the same. */
static const struct item *item_of(
    const struct proceeding *proceeding, const struct event *event)
{
    return proceeding_item(
        proceeding, json_member_integer(event->body, "item", 0));
}
