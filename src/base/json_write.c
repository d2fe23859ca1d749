/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Writes JSON: the canonical form of RFC 8785, and an indented one for people.
 */
#include "base/json_internal.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/heap.h"
#include "base/utf8.h"

/* Built values may hold parsed ones; deeper than this is a bug. */
enum { WRITE_DEPTH_MAX = 8 * JSON_DEPTH_MAX };

static void write_value(
    const struct json *value, int depth, struct buffer *buffer);
static void write_object(
    const struct json *value, int depth, struct buffer *buffer);
static void print_value(
    const struct json *value, int depth, struct buffer *buffer);
static void print_break(int depth, struct buffer *buffer);
static void write_plain(const struct json *value, struct buffer *buffer);
static void write_text(const char *text, struct buffer *buffer);
static int names_compare(const void *left, const void *right);

struct member {
    const char *name;
    const struct json *value;
};

void json_write(const struct json *value, struct buffer *buffer)
{
    assert(value != NULL);
    write_value(value, 0, buffer);
}

void json_print(const struct json *value, struct buffer *buffer)
{
    assert(value != NULL);
    print_value(value, 0, buffer);
    buffer_add_char(buffer, '\n');
}

static void write_value(
    const struct json *value, int depth, struct buffer *buffer)
{
    assert(depth <= WRITE_DEPTH_MAX);
    if (value->kind == JSON_OBJECT) {
        write_object(value, depth, buffer);
    } else if (value->kind == JSON_ARRAY) {
        buffer_add_char(buffer, '[');
        for (size_t i = 0; i < value->count; i++) {
            if (i > 0) {
                buffer_add_char(buffer, ',');
            }
            write_value(value->items[i], depth + 1, buffer);
        }
        buffer_add_char(buffer, ']');
    } else {
        write_plain(value, buffer);
    }
}

static void write_object(
    const struct json *value, int depth, struct buffer *buffer)
{
    struct member *members = heap_take(value->count * sizeof *members);
    for (size_t i = 0; i < value->count; i++) {
        members[i] = (struct member){value->names[i], value->items[i]};
    }
    qsort(members, value->count, sizeof *members, names_compare);
    buffer_add_char(buffer, '{');
    for (size_t i = 0; i < value->count; i++) {
        if (i > 0) {
            buffer_add_char(buffer, ',');
        }
        write_text(members[i].name, buffer);
        buffer_add_char(buffer, ':');
        write_value(members[i].value, depth + 1, buffer);
    }
    buffer_add_char(buffer, '}');
    free(members);
}

static void print_value(
    const struct json *value, int depth, struct buffer *buffer)
{
    assert(depth <= WRITE_DEPTH_MAX);
    if (value->kind != JSON_OBJECT && value->kind != JSON_ARRAY) {
        write_plain(value, buffer);
        return;
    }
    bool is_object = value->kind == JSON_OBJECT;
    buffer_add_char(buffer, is_object ? '{' : '[');
    for (size_t i = 0; i < value->count; i++) {
        if (i > 0) {
            buffer_add_char(buffer, ',');
        }
        print_break(depth + 1, buffer);
        if (is_object) {
            write_text(value->names[i], buffer);
            buffer_add_text(buffer, ": ");
        }
        print_value(value->items[i], depth + 1, buffer);
    }
    if (value->count > 0) {
        print_break(depth, buffer);
    }
    buffer_add_char(buffer, is_object ? '}' : ']');
}

static void print_break(int depth, struct buffer *buffer)
{
    buffer_add_char(buffer, '\n');
    for (int i = 0; i < depth; i++) {
        buffer_add_text(buffer, "  ");
    }
}

static void write_plain(const struct json *value, struct buffer *buffer)
{
    switch (value->kind) {
    case JSON_NULL:
        buffer_add_text(buffer, "null");
        break;
    case JSON_BOOLEAN:
        buffer_add_text(buffer, value->truth ? "true" : "false");
        break;
    case JSON_INTEGER:
        buffer_add_integer(buffer, value->number);
        break;
    case JSON_TEXT:
        write_text(value->text, buffer);
        break;
    case JSON_ARRAY:
    case JSON_OBJECT:
        assert(false);
    }
}

static void write_text(const char *text, struct buffer *buffer)
{
    static const char escapes[] = "\bb\tt\nn\ff\rr\"\"\\\\";
    buffer_add_char(buffer, '"');
    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte >= 0x20 && byte != '"' && byte != '\\') {
            buffer_add_char(buffer, *text);
            continue;
        }
        const char *escape = escapes;
        while (*escape != '\0' && *escape != *text) {
            escape += 2;
        }
        if (*escape != '\0') {
            buffer_add_char(buffer, '\\');
            buffer_add_char(buffer, escape[1]);
        } else {
            buffer_add_format(buffer, "\\u%04x", byte);
        }
    }
    buffer_add_char(buffer, '"');
}

/*
 * By UTF-16 code unit.  That is the order of the bytes of UTF-8, except that
 * characters past U+FFFF (surrogates, D800 on) come before U+E000…U+FFFF.
 */
static int names_compare(const void *left, const void *right)
{
    const unsigned char *a =
        (const unsigned char *)((const struct member *)left)->name;
    const unsigned char *b =
        (const unsigned char *)((const struct member *)right)->name;
    while (*a != '\0' && *a == *b) {
        a++;
        b++;
    }
    if (*a >= 0xEE && *b >= 0xEE && (*a >= 0xF0) != (*b >= 0xF0)) {
        return *a >= 0xF0 ? -1 : 1;
    }
    return (*a > *b) - (*a < *b);
}
