/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Internal: taking events into the state of a proceeding's items.
 */
#ifndef PROCEEDING_FOLD_H
#define PROCEEDING_FOLD_H

#include "proceeding/proceeding.h"

/* Members of a body, copied into `arena`; NULL or unset where absent. */
const char *fold_text(
    const struct json *body, const char *name, struct arena *arena);
struct date fold_date(const struct json *body, const char *name);
const char **fold_texts(
    const struct json *list, struct arena *arena, size_t *count);

/* {"for","against","abstain"}, zeros where absent. */
struct vote_count fold_count(const struct json *body);

/* The agenda of a call. */
void fold_items(struct proceeding *proceeding, const struct json *items,
    struct arena *arena);

/* Notes what happened to the sitting, after the state took `event`. */
void fold_turn(struct proceeding *proceeding, const struct event *event,
    struct arena *arena);

/* Who came or went, or did not though it was registered. */
void fold_presence(struct proceeding *proceeding, const struct event *event,
    struct arena *arena);

/* Takes an event of an item; any other changes nothing. */
void fold_item(struct proceeding *proceeding, const struct event *event,
    struct arena *arena);

/* A vote that was put and will not be closed: the item waits again. */
void fold_vote_dropped(struct item *item, struct arena *arena);

/* The invariants of an item. */
void fold_item_check(const struct item *item);

#endif
