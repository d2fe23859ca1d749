/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Checks a chain event by event, in order, against what a store kept.
 */
#ifndef RECORD_CHAIN_H
#define RECORD_CHAIN_H

#include "record/event.h"

struct chain {
    int64_t count;    /* events accepted so far */
    struct hash head; /* of the last one; zeros before the first */
};

/*
 * Takes the next event as stored: its number, bytes and hash.  STATUS_CORRUPT
 * with a message that names the event and what differs: altered bytes, a wrong
 * number, a break with the event before, bytes that are not canonical.
 * `event` is filled where it is not NULL.
 */
enum status chain_next(struct chain *chain, int64_t number, struct bytes bytes,
    const struct hash *stored, struct arena *arena, struct event *event,
    struct error *error);

#endif
