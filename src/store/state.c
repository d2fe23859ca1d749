/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The states that a store keeps in memory from act to act, so that a vote does
 * not fold a whole sitting again.
 */
#include <assert.h>

#include "store/store_internal.h"

static struct store_kept_state *state_find(struct store *store, int64_t number);
static struct store_kept_state *state_free(struct store *store);
static void state_drop(struct store_kept_state *state);

enum status store_state(struct store *store, int64_t number,
    const struct proceeding **state, struct error *error)
{
    struct store_kept_state *kept = NULL;
    enum status status = store_kept(store, number, &kept, error);
    if (status != STATUS_OK) {
        return status;
    }
    if (kept->proceeding.number == 0) {
        state_drop(kept);
        error_set(error, STATUS_MISSING, "error.store-no-proceeding");
        message_number(&error->message, "number", number);
        return STATUS_MISSING;
    }
    *state = &kept->proceeding;
    return STATUS_OK;
}

enum status store_state_community(struct store *store,
    const struct community **community, struct error *error)
{
    assert(store->reader.in_transaction);
    if (store->community_arena == NULL) {
        store->community_arena = arena_create();
        store->community_last = 0;
        community_init(&store->community);
    }
    enum status status = store_community_update(&store->reader,
        &store->community_last, store->community_arena, &store->community,
        error);
    if (status != STATUS_OK) {
        arena_destroy(store->community_arena);
        store->community_arena = NULL;
        return status;
    }
    *community = &store->community;
    return STATUS_OK;
}

enum status store_kept(struct store *store, int64_t number,
    struct store_kept_state **state, struct error *error)
{
    assert(store->reader.in_transaction);
    struct store_kept_state *kept = state_find(store, number);
    enum status status = STATUS_OK;
    if (kept == NULL) {
        kept = state_free(store);
        kept->arena = arena_create();
        status = store_fold(&store->reader, number, kept->arena,
            &kept->proceeding, error);
    } else if (kept->seen < store->chain.count) {
        status = store_proceeding_update(
            &store->reader, kept->arena, &kept->proceeding, error);
    }
    if (status != STATUS_OK) {
        state_drop(kept);
        return status;
    }
    kept->seen = store->chain.count;
    kept->used = ++store->uses;
    *state = kept;
    return STATUS_OK;
}

void store_states_forget(struct store *store, int64_t count)
{
    for (size_t i = 0; i < STORE_STATES_MAX; i++) {
        if (store->states[i].arena != NULL && store->states[i].seen > count) {
            state_drop(&store->states[i]);
        }
    }
    if (store->community_arena != NULL && store->community_last > count) {
        arena_destroy(store->community_arena);
        store->community_arena = NULL;
    }
}

/* Half are enough for any act: what it acts on, and what that repeats. */
void store_states_trim(struct store *store)
{
    for (;;) {
        size_t used = 0;
        struct store_kept_state *oldest = NULL;
        for (size_t i = 0; i < STORE_STATES_MAX; i++) {
            struct store_kept_state *state = &store->states[i];
            if (state->arena == NULL) {
                continue;
            }
            used++;
            if (oldest == NULL || state->used < oldest->used) {
                oldest = state;
            }
        }
        if (used <= STORE_STATES_MAX / 2) {
            return;
        }
        state_drop(oldest);
    }
}

static struct store_kept_state *state_find(struct store *store, int64_t number)
{
    for (size_t i = 0; i < STORE_STATES_MAX; i++) {
        struct store_kept_state *state = &store->states[i];
        if (state->arena != NULL && state->proceeding.number == number) {
            return state;
        }
    }
    return NULL;
}

/* An act touches few proceedings: there is room between two trims. */
static struct store_kept_state *state_free(struct store *store)
{
    size_t i = 0;
    while (i < STORE_STATES_MAX && store->states[i].arena != NULL) {
        i++;
    }
    assert(i < STORE_STATES_MAX);
    return &store->states[i];
}

static void state_drop(struct store_kept_state *state)
{
    arena_destroy(state->arena);
    *state = (struct store_kept_state){0};
}
