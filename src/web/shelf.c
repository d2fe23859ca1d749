/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Pages that may be shown again; a full shelf is cleared.
 */
#include "web/shelf.h"

#include <stdlib.h>
#include <string.h>

#include "base/heap.h"

enum { PAGES_MAX = 32, BYTES_MAX = 1 << 20 };

struct shelf {
    shelf_taken *taken;
    struct shelf_state state;
    struct shelf_page pages[PAGES_MAX];
    struct arena *arena; /* of their targets */
    size_t count;
    size_t bytes;
};

static void clear(struct shelf *shelf);
static bool is_same(
    const struct shelf_state *left, const struct shelf_state *right);

bool shelf_state_read(struct shelf_state *state, struct clerk *clerk,
    struct store_reader *reader)
{
    struct error error = {.status = STATUS_OK};
    struct instant now;
    if (reader == NULL || clerk_time(clerk, &now, &error) != STATUS_OK ||
        store_changes(reader, &state->changes, &error) != STATUS_OK) {
        return false;
    }
    state->today = instant_date(now);
    state->law = clerk_law(clerk, NULL);
    return true;
}

void shelf_mark(struct bytes page, char mark[SHELF_MARK_MAX])
{
    struct hash hash = hash_of(page);
    mark[0] = '"';
    bytes_to_hex(bytes_of(hash.bytes, HASH_SIZE), mark + 1);
    mark[SHELF_MARK_MAX - 2] = '"';
    mark[SHELF_MARK_MAX - 1] = '\0';
}

struct shelf *shelf_create(shelf_taken *taken)
{
    struct shelf *shelf = heap_take(sizeof *shelf);
    shelf->taken = taken;
    shelf->arena = arena_create();
    return shelf;
}

void shelf_destroy(struct shelf *shelf)
{
    if (shelf != NULL) {
        clear(shelf);
        arena_destroy(shelf->arena);
        free(shelf);
    }
}

const struct shelf_page *shelf_find(struct shelf *shelf, const char *target,
    const struct shelf_state *state)
{
    if (!is_same(&shelf->state, state)) {
        clear(shelf);
        shelf->state = *state;
    }
    for (size_t i = 0; i < shelf->count; i++) {
        if (strcmp(shelf->pages[i].target, target) == 0) {
            return &shelf->pages[i];
        }
    }
    return NULL;
}

void shelf_put(struct shelf *shelf, const struct shelf_page *page,
    const struct shelf_state *state)
{
    bool is_known = shelf_find(shelf, page->target, state) != NULL;
    if (is_known || page->length > BYTES_MAX) {
        shelf->taken(page->answer);
        return;
    }
    if (shelf->count == PAGES_MAX || shelf->bytes + page->length > BYTES_MAX) {
        clear(shelf);
    }
    struct shelf_page *put = &shelf->pages[shelf->count++];
    *put = *page;
    put->target = arena_text(shelf->arena, page->target);
    shelf->bytes += page->length;
}

static void clear(struct shelf *shelf)
{
    for (size_t i = 0; i < shelf->count; i++) {
        shelf->taken(shelf->pages[i].answer);
    }
    arena_destroy(shelf->arena);
    shelf->arena = arena_create();
    shelf->count = 0;
    shelf->bytes = 0;
}

static bool is_same(
    const struct shelf_state *left, const struct shelf_state *right)
{
    return left->changes == right->changes && left->law == right->law &&
           date_compare(left->today, right->today) == 0;
}
