/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * JSON values in an arena: read from hostile bytes, built by hand, written in
 * one canonical form (RFC 8785 restricted to integers: keys sorted by UTF-16
 * code unit, no blanks, integers within 2^53).  The only includer of jansson.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"

enum json_kind {
    JSON_NULL,
    JSON_BOOLEAN,
    JSON_INTEGER,
    JSON_TEXT,
    JSON_ARRAY,
    JSON_OBJECT
};

struct json;

/*
 * jansson exports functions of these names; ours have others for the linker,
 * or its calls would land in them.
 */
#define json_object base_json_object
#define json_array base_json_array
#define json_integer base_json_integer

enum { JSON_DEPTH_MAX = 32, JSON_SIZE_MAX = 8 * 1024 * 1024 };

/*
 * STATUS_INVALID with line and column: not JSON, too deep, too large, not
 * UTF-8, a duplicate key, NUL in a text, a number that is not an integer
 * within 2^53.
 */
enum status json_parse(struct bytes text, struct arena *arena,
    const struct json **value, struct error *error);

enum json_kind json_kind(const struct json *value);

/* NULL where `object` is NULL, no object, or has no such member. */
const struct json *json_member(const struct json *object, const char *name);

/* The text or NULL; the integer or `otherwise`; false unless true. */
const char *json_text(const struct json *value);
int64_t json_integer(const struct json *value, int64_t otherwise);
bool json_boolean(const struct json *value);

/* The same of a member. */
const char *json_member_text(const struct json *object, const char *name);
int64_t json_member_integer(
    const struct json *object, const char *name, int64_t otherwise);

/* Members or items; 0 of anything else. */
size_t json_count(const struct json *value);
const struct json *json_at(const struct json *value, size_t index);
const char *json_name_at(const struct json *object, size_t index);

/*
 * Building.  Values belong to `arena`; texts are copied.  Putting a name again
 * replaces its value; putting NULL leaves the member out; pushing NULL adds a
 * null.
 */
struct json *json_object(struct arena *arena);
struct json *json_array(struct arena *arena);
void json_put(struct json *object, const char *name, const struct json *value);
void json_put_text(struct json *object, const char *name, const char *text);
void json_put_integer(struct json *object, const char *name, int64_t value);
void json_put_boolean(struct json *object, const char *name, bool value);
void json_push(struct json *array, const struct json *value);
void json_push_text(struct json *array, const char *text);
void json_push_integer(struct json *array, int64_t value);

/* The same value in another arena; NULL of NULL. */
const struct json *json_copy(const struct json *value, struct arena *arena);

void json_write(const struct json *value, struct buffer *buffer);

/* Indented, members in insertion order: for people and --json. */
void json_print(const struct json *value, struct buffer *buffer);

#endif
