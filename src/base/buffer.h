/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Bytes that grow.  Always ended with a NUL that is not counted, so `data` is
 * also a C string.  BUFFER_EMPTY needs no init; buffer_finish frees.
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdint.h>

#include "base/bytes.h"

struct buffer {
    char *data; /* NULL while nothing was added */
    size_t length;
    size_t capacity;
};

#define BUFFER_EMPTY {NULL, 0, 0}

void buffer_finish(struct buffer *buffer);
void buffer_clear(struct buffer *buffer); /* keeps the memory */
void buffer_add(struct buffer *buffer, const void *data, size_t length);
void buffer_add_text(struct buffer *buffer, const char *text);
void buffer_add_char(struct buffer *buffer, char byte);
void buffer_add_integer(struct buffer *buffer, int64_t value);
void buffer_add_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct bytes buffer_bytes(const struct buffer *buffer);
const char *buffer_text(const struct buffer *buffer); /* "" while empty */

#endif
