/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * An event: one thing that happened, as canonical bytes in a hash chain.
 * docs/record-format.md is the specification.  Knows nothing of what an event
 * means.
 */
#ifndef RECORD_EVENT_H
#define RECORD_EVENT_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/instant.h"
#include "base/json.h"
#include "crypto/hash.h"

struct event {
    int64_t number; /* 1, 2, … in the chain of one community */
    struct instant at;
    const char *kind;       /* "sitting-called" */
    int64_t proceeding;     /* its number, 0: the community itself */
    const char *actor;      /* the office or "member" whose act it is */
    const char *entered_by; /* "account-3": who was at the keyboard */
    const char *evidence;   /* what paper shows it; NULL: none */
    const struct json *body;
};

/*
 * Appends the canonical bytes: a JSON object with actor, at, body, entered_by,
 * evidence (where given), kind, number, previous (hex), proceeding.
 */
void event_encode(const struct event *event, const struct hash *previous,
    struct arena *arena, struct buffer *bytes);

/* SHA-256 over the canonical bytes. */
struct hash event_hash(struct bytes bytes);

/* Reads them back.  STATUS_CORRUPT where they are not canonical. */
enum status event_decode(struct bytes bytes, struct arena *arena,
    struct event *event, struct hash *previous, struct error *error);

#endif
