/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Judging what is kept, without a clerk: the chain event by event, the rolls
 * and the pinned laws that events name, the derived tables.
 */
#include <string.h>

#include "clerk/clerk_internal.h"

/* Where a walk along the chain stands. */
struct walk {
    struct store_reader *reader;
    struct chain chain;
    enum status status;
    struct error *error;
};

static bool event_check(void *context, const struct store_event *stored);
static enum status named_check(
    struct walk *walk, const struct event *event, struct arena *arena);
static enum status roll_root(struct walk *walk, int64_t proceeding,
    struct arena *arena, char root[COMMITMENT_TEXT_MAX]);

enum status clerk_verify(
    const char *dir, struct clerk_check *check, struct error *error)
{
    struct arena *arena = arena_create();
    struct walk walk = {.status = STATUS_OK, .error = error};
    struct store_head head;
    enum status status = store_reader_open(
        clerk_path(arena, dir, CLERK_STORE_NAME), &walk.reader, error);
    if (status == STATUS_OK) {
        status = store_events(walk.reader, 1, 0, event_check, &walk, error);
    }
    if (status == STATUS_OK) {
        status = walk.status;
    }
    if (status == STATUS_OK) {
        status = store_head(walk.reader, &head, error);
    }
    if (status == STATUS_OK) {
        check->events = walk.chain.count;
        check->head = walk.chain.head;
    }
    store_reader_close(walk.reader);
    arena_destroy(arena);
    return status;
}

static bool event_check(void *context, const struct store_event *stored)
{
    struct walk *walk = context;
    struct arena *arena = arena_create();
    struct event event;
    walk->status = chain_next(&walk->chain, stored->number, stored->bytes,
        &stored->hash, arena, &event, walk->error);
    if (walk->status == STATUS_OK) {
        walk->status = named_check(walk, &event, arena);
    }
    arena_destroy(arena);
    return walk->status == STATUS_OK;
}

/* What an event names by its hash lies beside it unaltered. */
static enum status named_check(
    struct walk *walk, const struct event *event, struct arena *arena)
{
    const char *law = json_member_text(event->body, "law");
    const char *root = json_member_text(event->body, "roll_root");
    if (strcmp(event->kind, "proceeding-opened") == 0 && law != NULL) {
        struct law_source *sources = NULL;
        size_t count = 0;
        enum status status = store_corpus(
            walk->reader, law, arena, &sources, &count, walk->error);
        if (status == STATUS_UNAVAILABLE) {
            return status;
        }
        if (status != STATUS_OK) {
            error_set(walk->error, STATUS_CORRUPT, "error.verify-law");
            message_number(&walk->error->message, "event", event->number);
            return STATUS_CORRUPT;
        }
    }
    if (strcmp(event->kind, "sitting-called") == 0 && root != NULL) {
        char drawn[COMMITMENT_TEXT_MAX];
        enum status status =
            roll_root(walk, event->proceeding, arena, drawn);
        if (status != STATUS_OK) {
            return status;
        }
        if (strcmp(drawn, root) != 0) {
            error_set(walk->error, STATUS_CORRUPT, "error.verify-roll");
            message_number(&walk->error->message, "event", event->number);
            return STATUS_CORRUPT;
        }
    }
    return STATUS_OK;
}

/* The root over the keys of a frozen roll, in their order. */
static enum status roll_root(struct walk *walk, int64_t proceeding,
    struct arena *arena, char root[COMMITMENT_TEXT_MAX])
{
    struct store_roll_line *lines = NULL;
    size_t count = 0;
    size_t total = 0;
    enum status status = store_roll(walk->reader, proceeding, NULL, 0,
        SIZE_MAX / 2, arena, &lines, &count, &total, walk->error);
    if (status != STATUS_OK) {
        return status;
    }
    struct hash *leaves = arena_take_array(arena, count, sizeof *leaves);
    for (size_t i = 0; i < count; i++) {
        /* What is no key makes another root. */
        (void)bytes_from_hex(lines[i].key, leaves[i].bytes, HASH_SIZE);
    }
    struct hash hash = commitment_root(leaves, count);
    commitment_write(&hash, root);
    return STATUS_OK;
}

enum status clerk_reader(
    const char *dir, struct store_reader **reader, struct error *error)
{
    struct arena *arena = arena_create();
    enum status status = store_reader_open(
        clerk_path(arena, dir, CLERK_STORE_NAME), reader, error);
    arena_destroy(arena);
    return status;
}

enum status clerk_rebuild(const char *dir, bool check, struct error *error)
{
    struct arena *arena = arena_create();
    enum status status = store_rebuild(
        clerk_path(arena, dir, CLERK_STORE_NAME), check, error);
    arena_destroy(arena);
    return status;
}
