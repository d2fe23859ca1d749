/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What a JSON value is made of.  For json.c and json_read.c alone.
 */
#ifndef BASE_JSON_INTERNAL_H
#define BASE_JSON_INTERNAL_H

#include "base/json.h"

static const int64_t JSON_INTEGER_LIMIT = 9007199254740992; /* 2^53 */

/*
 * Invariants:
 * 1. `names` is there for an object alone and has as many items as `items`.
 * 2. No item is NULL and no name stands twice.
 */
struct json {
    enum json_kind kind;
    bool truth;
    int64_t number;
    const char *text;
    struct arena *arena; /* of an array or object: where it grows */
    const struct json **items;
    const char **names;
    size_t count;
    size_t items_capacity;
    size_t names_capacity;
};

struct json *json_create(struct arena *arena, enum json_kind kind);

/* Adds without looking whether `name`, which is not copied, is there. */
void json_append(struct json *object, const char *name,
    const struct json *value);

#endif
