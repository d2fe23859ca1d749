/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A borrowed view of bytes.
 */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bytes {
    const uint8_t *data;
    size_t length;
};

struct bytes bytes_of(const void *data, size_t length);
struct bytes bytes_of_text(const char *text); /* without the NUL */
bool bytes_equal(struct bytes left, struct bytes right);

/* Lower-case hex with NUL into `hex`, which holds 2 * length + 1 chars. */
void bytes_to_hex(struct bytes bytes, char *hex);

/* Exactly `length` bytes from 2 * length lower-case hex digits, else false. */
bool bytes_from_hex(const char *hex, uint8_t *data, size_t length);

#endif
