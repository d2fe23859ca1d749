/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * UTF-8, and the letters of the three languages.
 */
#include "base/utf8.h"

#include <assert.h>
#include <string.h>

static const uint32_t REPLACEMENT = 0xFFFD;

static size_t long_length_at(const uint8_t *at, size_t left);
static bool is_continuation(uint8_t byte);
static bool is_blank(uint32_t character);
static uint32_t look_alike(uint32_t lower);

/* How many bytes the character at `offset` has; 0 where it is not valid.  Of
   letters of the three languages one or two. */
static size_t length_at(struct bytes bytes, size_t offset)
{
    const uint8_t *at = bytes.data + offset;
    size_t left = bytes.length - offset;
    if (at[0] < 0x80) {
        return 1;
    }
    if (at[0] >= 0xC2 && at[0] <= 0xDF) {
        return left >= 2 && is_continuation(at[1]) ? 2 : 0;
    }
    return long_length_at(at, left);
}

static size_t long_length_at(const uint8_t *at, size_t left)
{
    if (at[0] >= 0xE0 && at[0] <= 0xEF) {
        if (left < 3 || !is_continuation(at[1]) || !is_continuation(at[2])) {
            return 0;
        }
        bool is_overlong = at[0] == 0xE0 && at[1] < 0xA0;
        bool is_surrogate = at[0] == 0xED && at[1] > 0x9F;
        return is_overlong || is_surrogate ? 0 : 3;
    }
    if (at[0] >= 0xF0 && at[0] <= 0xF4) {
        if (left < 4 || !is_continuation(at[1]) || !is_continuation(at[2]) ||
            !is_continuation(at[3])) {
            return 0;
        }
        bool is_overlong = at[0] == 0xF0 && at[1] < 0x90;
        bool is_past_end = at[0] == 0xF4 && at[1] > 0x8F;
        return is_overlong || is_past_end ? 0 : 4;
    }
    return 0;
}

size_t utf8_invalid_at(struct bytes bytes)
{
    size_t offset = 0;
    while (offset < bytes.length) {
        size_t length = length_at(bytes, offset);
        if (length == 0) {
            return offset;
        }
        offset += length;
    }
    return bytes.length;
}

uint32_t utf8_next(struct bytes bytes, size_t *offset)
{
    assert(*offset < bytes.length);
    const uint8_t *at = bytes.data + *offset;
    size_t length = length_at(bytes, *offset);
    *offset += length == 0 ? 1 : length;
    switch (length) {
    case 1:
        return at[0];
    case 2:
        return (at[0] & 0x1Fu) << 6 | (at[1] & 0x3Fu);
    case 3:
        return (at[0] & 0x0Fu) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
    case 4:
        return (at[0] & 0x07u) << 18 | (at[1] & 0x3Fu) << 12 |
            (at[2] & 0x3Fu) << 6 | (at[3] & 0x3Fu);
    default:
        return REPLACEMENT;
    }
}

void utf8_add(struct buffer *buffer, uint32_t character)
{
    if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) {
        character = REPLACEMENT;
    }
    char bytes[4];
    size_t length = 0;
    if (character < 0x80) {
        bytes[length++] = (char)character;
    } else if (character < 0x800) {
        bytes[length++] = (char)(0xC0 | character >> 6);
        bytes[length++] = (char)(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        bytes[length++] = (char)(0xE0 | character >> 12);
        bytes[length++] = (char)(0x80 | (character >> 6 & 0x3F));
        bytes[length++] = (char)(0x80 | (character & 0x3F));
    } else {
        bytes[length++] = (char)(0xF0 | character >> 18);
        bytes[length++] = (char)(0x80 | (character >> 12 & 0x3F));
        bytes[length++] = (char)(0x80 | (character >> 6 & 0x3F));
        bytes[length++] = (char)(0x80 | (character & 0x3F));
    }
    buffer_add(buffer, bytes, length);
}

size_t utf8_length(const char *text)
{
    struct bytes bytes = bytes_of_text(text);
    size_t count = 0;
    for (size_t offset = 0; offset < bytes.length; count++) {
        (void)utf8_next(bytes, &offset);
    }
    return count;
}

size_t utf8_cut(const char *text, size_t limit)
{
    size_t length = strlen(text);
    if (length <= limit) {
        return length;
    }
    /* Back over at most three bytes that go on a character. */
    size_t cut = limit;
    while (cut > 0 && limit - cut < 3 && is_continuation((uint8_t)text[cut])) {
        cut--;
    }
    return is_continuation((uint8_t)text[cut]) ? limit : cut;
}

void utf8_fold(const char *text, struct buffer *folded)
{
    struct bytes bytes = bytes_of_text(text);
    bool after_blank = false;
    for (size_t offset = 0; offset < bytes.length;) {
        uint32_t character = utf8_next(bytes, &offset);
        if (is_blank(character)) {
            if (!after_blank) {
                buffer_add_char(folded, ' ');
            }
            after_blank = true;
            continue;
        }
        after_blank = false;
        utf8_add(folded, look_alike(utf8_lower(character)));
    }
}

uint32_t utf8_lower(uint32_t character)
{
    uint32_t c = character;
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) {
        return c + 32;
    }
    if (c == 0x178) {
        return 0xFF;
    }
    /* Latin Extended-A: pairs that begin with an even or an odd number. */
    bool even = (c >= 0x100 && c <= 0x12F) || (c >= 0x132 && c <= 0x137) ||
        (c >= 0x14A && c <= 0x177) || (c >= 0x460 && c <= 0x481) ||
        (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F);
    bool odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) ||
        (c >= 0x4C1 && c <= 0x4CE);
    if ((even && c % 2 == 0) || (odd && c % 2 == 1)) {
        return c + 1;
    }
    if (c >= 0x410 && c <= 0x42F) {
        return c + 32;
    }
    if (c >= 0x400 && c <= 0x40F) {
        return c + 80;
    }
    if (c == 0x4C0) {
        return 0x4CF;
    }
    return c;
}

bool utf8_is_letter(uint32_t character)
{
    uint32_t c = character;
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
        (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
        (c >= 0x400 && c <= 0x481) || (c >= 0x48A && c <= 0x52F);
}

static bool is_continuation(uint8_t byte)
{
    return (byte & 0xC0) == 0x80;
}

/* Blanks and breaks, those of typography among them. */
static bool is_blank(uint32_t character)
{
    return character == ' ' || (character >= '\t' && character <= '\r') ||
        character == 0xA0 || (character >= 0x2000 && character <= 0x200B) ||
        character == 0x202F || character == 0x3000 || character == 0xFEFF;
}

/* What people type who have no Kazakh keyboard. */
static uint32_t look_alike(uint32_t lower)
{
    switch (lower) {
    case 0x4D9: /* ә */
        return 0x430;
    case 0x493: /* ғ */
        return 0x433;
    case 0x451: /* ё */
        return 0x435;
    case 0x456: /* і */
        return 0x438;
    case 0x49B: /* қ */
        return 0x43A;
    case 0x4A3: /* ң */
        return 0x43D;
    case 0x4E9: /* ө */
        return 0x43E;
    case 0x4B1: /* ұ */
    case 0x4AF: /* ү */
        return 0x443;
    case 0x4BB: /* һ */
        return 0x445;
    default:
        return lower;
    }
}
