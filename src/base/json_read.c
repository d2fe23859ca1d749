/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Reads JSON.  jansson knows the grammar; a scan before it finds what jansson
 * lets pass or cannot place: depth and numbers that are not integers.
 */
#include "base/json_internal.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

/* jansson has names that are ours. */
#undef json_object
#undef json_array
#undef json_integer
#define json_object jansson_object
#define json_array jansson_array
#define json_integer jansson_integer
#define JSON_OBJECT JANSSON_OBJECT
#define JSON_ARRAY JANSSON_ARRAY
#define JSON_INTEGER JANSSON_INTEGER
#define JSON_NULL JANSSON_NULL
#define json_boolean jansson_boolean
#define json_copy jansson_copy
#include <jansson.h>
#undef json_object
#undef json_array
#undef json_integer
#undef JSON_OBJECT
#undef JSON_ARRAY
#undef JSON_INTEGER
#undef JSON_NULL
#undef json_boolean
#undef json_copy

static const char *scan(struct bytes text, size_t *at);
static size_t scan_text(struct bytes text, size_t at);
static bool scan_number(struct bytes text, size_t *at);
static enum status refuse_at(
    struct bytes text, size_t at, const char *key, struct error *error);
static const char *key_of(const json_error_t *fault);
static const struct json *convert(json_t *read, struct arena *arena, int depth);
static const struct json *convert_text(const json_t *read, struct arena *arena);
static const struct json *convert_object(
    json_t *read, struct arena *arena, int depth);

enum status json_parse(struct bytes text, struct arena *arena,
    const struct json **value, struct error *error)
{
    assert(arena != NULL);
    if (text.length > JSON_SIZE_MAX) {
        enum status status =
            error_set(error, STATUS_INVALID, "error.json-large");
        (void)message_number(&error->message, "max", JSON_SIZE_MAX);
        return status;
    }
    size_t at = utf8_invalid_at(text);
    if (at < text.length) {
        return refuse_at(text, at, "error.json-encoding", error);
    }
    const char *key = scan(text, &at);
    if (key != NULL) {
        return refuse_at(text, at, key, error);
    }
    json_error_t fault;
    const char *start = text.length == 0 ? "" : (const char *)text.data;
    json_t *read = json_loadb(start, text.length,
        JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &fault);
    if (read == NULL) {
        size_t place = fault.position < 0 ? 0 : (size_t)fault.position;
        return refuse_at(text, place < text.length ? place : text.length,
            key_of(&fault), error);
    }
    *value = convert(read, arena, 0);
    json_decref(read);
    return STATUS_OK;
}

/* The key of the first fault and its place, or NULL. */
static const char *scan(struct bytes text, size_t *at)
{
    int depth = 0;
    for (size_t i = 0; i < text.length;) {
        uint8_t byte = text.data[i];
        if (byte == '"') {
            i = scan_text(text, i);
            continue;
        }
        if (byte == '-' || (byte >= '0' && byte <= '9')) {
            *at = i;
            if (!scan_number(text, &i)) {
                return "error.json-number";
            }
            continue;
        }
        if (byte == '[' || byte == '{') {
            depth++;
        } else if (byte == ']' || byte == '}') {
            depth--;
        }
        if (depth > JSON_DEPTH_MAX) {
            *at = i;
            return "error.json-deep";
        }
        if (byte == '\0') { /* which jansson takes for the end */
            *at = i;
            return "error.json-nul";
        }
        i++;
    }
    return NULL;
}

/* Past the quoted text that begins at `at`. */
static size_t scan_text(struct bytes text, size_t at)
{
    for (at++; at < text.length; at++) {
        if (text.data[at] == '"') {
            return at + 1;
        }
        if (text.data[at] == '\\') {
            at++;
        }
    }
    return text.length;
}

/* Moves past a number; false where it is no integer within 2^53. */
static bool scan_number(struct bytes text, size_t *at)
{
    size_t i = *at;
    int64_t number = 0;
    if (text.data[i] == '-') {
        i++;
    }
    for (; i < text.length; i++) {
        uint8_t byte = text.data[i];
        if (byte == '.' || byte == 'e' || byte == 'E') {
            return false;
        }
        if (byte < '0' || byte > '9') {
            break;
        }
        number = number * 10 + (byte - '0');
        if (number > JSON_INTEGER_LIMIT) {
            return false;
        }
    }
    *at = i;
    return true;
}

static enum status refuse_at(
    struct bytes text, size_t at, const char *key, struct error *error)
{
    int64_t line = 1;
    int64_t column = 1;
    for (size_t i = 0; i < at;) {
        bool is_break = text.data[i] == '\n';
        (void)utf8_next(text, &i);
        column = is_break ? 1 : column + 1;
        line += is_break ? 1 : 0;
    }
    enum status status = error_set(error, STATUS_INVALID, key);
    (void)message_number(&error->message, "line", line);
    (void)message_number(&error->message, "column", column);
    if (strcmp(key, "error.json-deep") == 0) {
        (void)message_number(&error->message, "max", JSON_DEPTH_MAX);
    }
    return status;
}

static const char *key_of(const json_error_t *fault)
{
    enum json_error_code code = json_error_code(fault);
    if (code == json_error_duplicate_key) {
        return "error.json-duplicate";
    }
    if (code == json_error_null_character ||
        code == json_error_null_byte_in_key) {
        return "error.json-nul";
    }
    if (code == json_error_premature_end_of_input) {
        return "error.json-end";
    }
    return "error.json-syntax";
}

static const struct json *convert(json_t *read, struct arena *arena, int depth)
{
    assert(depth <= JSON_DEPTH_MAX);
    struct json *value = NULL;
    if (json_typeof(read) == JANSSON_OBJECT) {
        return convert_object(read, arena, depth);
    }
    if (json_typeof(read) == JSON_STRING) {
        return convert_text(read, arena);
    }
    if (json_typeof(read) == JANSSON_ARRAY) {
        value = json_create(arena, JSON_ARRAY);
        for (size_t i = 0; i < json_array_size(read); i++) {
            json_push(
                value, convert(json_array_get(read, i), arena, depth + 1));
        }
        return value;
    }
    if (json_typeof(read) == JANSSON_INTEGER) {
        value = json_create(arena, JSON_INTEGER);
        value->number = json_integer_value(read);
        return value;
    }
    if (json_typeof(read) == JSON_TRUE || json_typeof(read) == JSON_FALSE) {
        value = json_create(arena, JSON_BOOLEAN);
        value->truth = json_typeof(read) == JSON_TRUE;
        return value;
    }
    assert(json_typeof(read) == JANSSON_NULL); /* the scan let no real pass */
    return json_create(arena, JSON_NULL);
}

static const struct json *convert_text(const json_t *read, struct arena *arena)
{
    struct json *value = json_create(arena, JSON_TEXT);
    value->text = arena_text_n(
        arena, json_string_value(read), json_string_length(read));
    return value;
}

static const struct json *convert_object(
    json_t *read, struct arena *arena, int depth)
{
    struct json *value = json_create(arena, JSON_OBJECT);
    for (void *at = json_object_iter(read); at != NULL;
         at = json_object_iter_next(read, at)) {
        const char *name = arena_text(arena, json_object_iter_key(at));
        json_append(value, name,
            convert(json_object_iter_value(at), arena, depth + 1));
    }
    return value;
}
