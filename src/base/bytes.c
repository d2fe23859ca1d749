/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Views of bytes and their hex.
 */
#include "base/bytes.h"

#include <assert.h>
#include <string.h>

static int hex_value(char digit);

struct bytes bytes_of(const void *data, size_t length)
{
    assert(data != NULL || length == 0);
    return (struct bytes){data, length};
}

struct bytes bytes_of_text(const char *text)
{
    assert(text != NULL);
    return bytes_of(text, strlen(text));
}

bool bytes_equal(struct bytes left, struct bytes right)
{
    return left.length == right.length &&
        (left.length == 0 || memcmp(left.data, right.data, left.length) == 0);
}

void bytes_to_hex(struct bytes bytes, char *hex)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < bytes.length; i++) {
        hex[2 * i] = digits[bytes.data[i] >> 4];
        hex[2 * i + 1] = digits[bytes.data[i] & 15];
    }
    hex[2 * bytes.length] = '\0';
}

bool bytes_from_hex(const char *hex, uint8_t *data, size_t length)
{
    assert(hex != NULL);
    for (size_t i = 0; i < 2 * length; i++) {
        if (hex_value(hex[i]) < 0) { /* the NUL of a shorter text too */
            return false;
        }
    }
    if (hex[2 * length] != '\0') {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        data[i] =
            (uint8_t)(hex_value(hex[2 * i]) * 16 + hex_value(hex[2 * i + 1]));
    }
    return true;
}

static int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    if (digit >= 'a' && digit <= 'f') {
        return digit - 'a' + 10;
    }
    return -1;
}
