/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Bytes that grow by doubling.
 */
#include "base/buffer.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/heap.h"

enum { BUFFER_FROM = 64 };

static void make_room(struct buffer *buffer, size_t length);

void buffer_finish(struct buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct buffer)BUFFER_EMPTY;
}

void buffer_clear(struct buffer *buffer)
{
    buffer->length = 0;
    if (buffer->data != NULL) {
        buffer->data[0] = '\0';
    }
}

void buffer_add(struct buffer *buffer, const void *data, size_t length)
{
    assert(data != NULL || length == 0);
    if (length == 0) {
        return;
    }
    make_room(buffer, length);
    memcpy(buffer->data + buffer->length, data, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void buffer_add_text(struct buffer *buffer, const char *text)
{
    assert(text != NULL);
    buffer_add(buffer, text, strlen(text));
}

void buffer_add_char(struct buffer *buffer, char byte)
{
    buffer_add(buffer, &byte, 1);
}

void buffer_add_integer(struct buffer *buffer, int64_t value)
{
    buffer_add_format(buffer, "%" PRId64, value);
}

void buffer_add_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(length >= 0);

    make_room(buffer, (size_t)length);
    va_start(arguments, format);
    (void)vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format,
        arguments);
    va_end(arguments);
    buffer->length += (size_t)length;
}

struct bytes buffer_bytes(const struct buffer *buffer)
{
    return bytes_of(buffer_text(buffer), buffer->length);
}

const char *buffer_text(const struct buffer *buffer)
{
    return buffer->data == NULL ? "" : buffer->data;
}

/* Room for `length` more bytes and the NUL after them. */
static void make_room(struct buffer *buffer, size_t length)
{
    if (length > SIZE_MAX / 4 || buffer->length > SIZE_MAX / 4) {
        heap_exhausted();
    }
    size_t needed = buffer->length + length + 1;
    if (needed <= buffer->capacity) {
        return;
    }
    size_t capacity = buffer->capacity == 0 ? BUFFER_FROM : buffer->capacity;
    while (capacity < needed) {
        capacity *= 2;
    }
    buffer->data = heap_resize(buffer->data, capacity);
    buffer->capacity = capacity;
}
