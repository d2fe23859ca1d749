/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The states that a reader keeps from query to query, so that a page does not
 * fold a whole sitting again.
 *
 * The reader holds a state, and so does every arena for which it was handed
 * out; who lets go last frees it, on whatever thread.
 */
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/heap.h"
#include "store/store_internal.h"

/* Bytes of all proceedings that a reader keeps beside the latest. */
enum { KEPT_BYTES_MAX = 4 << 20 };

struct store_keep {
    atomic_int holders;
    struct arena *arena;
    struct proceeding proceeding;
    struct community community; /* of the community's */
    int64_t last;
};

static struct store_keep *keep_create(void);
static void keep_release(void *thing);
static void keep_hold(struct store_keep *keep, struct arena *arena);
static struct store_keep *keep_find(
    struct store_reader *reader, int64_t number);
static void keep_put(struct store_reader *reader, struct store_keep *keep);
static enum status fold_once(struct store_reader *reader, int64_t number,
    struct arena *arena, struct proceeding *proceeding, struct error *error);
static enum status missing(int64_t number, struct error *error);

enum status store_community(struct store_reader *reader, struct arena *arena,
    struct community *community, struct error *error)
{
    struct store_keep *keep = reader->community;
    reader->community = NULL;
    if (keep == NULL) {
        keep = keep_create();
        community_init(&keep->community);
    }
    enum status status = store_community_update(
        reader, &keep->last, keep->arena, &keep->community, error);
    if (status == STATUS_OK) {
        *community = keep->community;
        keep_hold(keep, arena);
    }
    /* What a transaction holds may never have been. */
    if (status == STATUS_OK && !reader->in_transaction) {
        reader->community = keep;
    } else {
        keep_release(keep);
    }
    return status;
}

enum status store_proceeding(struct store_reader *reader, int64_t number,
    struct arena *arena, struct proceeding *proceeding, struct error *error)
{
    if (reader->in_transaction) {
        return fold_once(reader, number, arena, proceeding, error);
    }
    struct store_keep *keep = keep_find(reader, number);
    enum status status = STATUS_OK;
    if (keep != NULL) {
        status = store_proceeding_update(
            reader, keep->arena, &keep->proceeding, error);
    } else {
        keep = keep_create();
        status = fold_once(
            reader, number, keep->arena, &keep->proceeding, error);
    }
    if (status != STATUS_OK) {
        keep_release(keep);
        return status;
    }
    *proceeding = keep->proceeding;
    keep_hold(keep, arena);
    keep_put(reader, keep);
    return STATUS_OK;
}

void store_keeps_forget(struct store_reader *reader)
{
    for (size_t i = 0; i < STORE_KEEPS_MAX; i++) {
        keep_release(reader->keeps[i]);
        reader->keeps[i] = NULL;
    }
    keep_release(reader->community);
    reader->community = NULL;
}

static struct store_keep *keep_create(void)
{
    struct store_keep *keep = heap_take(sizeof *keep);
    keep->arena = arena_create();
    atomic_init(&keep->holders, 1);
    return keep;
}

static void keep_release(void *thing)
{
    struct store_keep *keep = thing;
    if (keep != NULL && atomic_fetch_sub(&keep->holders, 1) == 1) {
        arena_destroy(keep->arena);
        free(keep);
    }
}

static void keep_hold(struct store_keep *keep, struct arena *arena)
{
    (void)atomic_fetch_add(&keep->holders, 1);
    arena_at_end(arena, keep_release, keep);
}

/* Takes it out of what is kept; NULL where it is not. */
static struct store_keep *keep_find(struct store_reader *reader, int64_t number)
{
    struct store_keep **keeps = reader->keeps;
    for (size_t i = 0; i < STORE_KEEPS_MAX && keeps[i] != NULL; i++) {
        struct store_keep *keep = keeps[i];
        if (keep->proceeding.number == number) {
            memmove(keeps + i, keeps + i + 1,
                (STORE_KEEPS_MAX - 1 - i) * sizeof(struct store_keep *));
            keeps[STORE_KEEPS_MAX - 1] = NULL;
            return keep;
        }
    }
    return NULL;
}

/* In front; what there is no room for behind it goes. */
static void keep_put(struct store_reader *reader, struct store_keep *keep)
{
    struct store_keep **keeps = reader->keeps;
    keep_release(keeps[STORE_KEEPS_MAX - 1]);
    memmove(keeps + 1, keeps,
        (STORE_KEEPS_MAX - 1) * sizeof(struct store_keep *));
    keeps[0] = keep;
    size_t bytes = 0;
    for (size_t i = 1; i < STORE_KEEPS_MAX && keeps[i] != NULL; i++) {
        bytes += arena_size(keeps[i]->arena);
        if (bytes > KEPT_BYTES_MAX) {
            keep_release(keeps[i]);
            keeps[i] = NULL;
        }
    }
}

static enum status fold_once(struct store_reader *reader, int64_t number,
    struct arena *arena, struct proceeding *proceeding, struct error *error)
{
    struct proceeding folded;
    enum status status = store_fold(reader, number, arena, &folded, error);
    if (status == STATUS_OK && folded.number == 0) {
        status = missing(number, error);
    }
    if (status == STATUS_OK) {
        *proceeding = folded;
    }
    return status;
}

static enum status missing(int64_t number, struct error *error)
{
    error_set(error, STATUS_MISSING, "error.store-no-proceeding");
    message_number(&error->message, "number", number);
    return STATUS_MISSING;
}
