/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The order of names.  Letters stand in the order of the Kazakh alphabet,
 * which holds the Russian one; the Latin alphabet comes before it for readers
 * of English and after it for others.  Case decides only between equals, and
 * in Russian so does ё.
 */
#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "tongue/tongue.h"

/* Code points of аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя. */
static const uint16_t alphabet[] = {0x430, 0x4D9, 0x431, 0x432, 0x433, 0x493,
    0x434, 0x435, 0x451, 0x436, 0x437, 0x438, 0x439, 0x43A, 0x49B, 0x43B,
    0x43C, 0x43D, 0x4A3, 0x43E, 0x4E9, 0x43F, 0x440, 0x441, 0x442, 0x443,
    0x4B1, 0x4AF, 0x444, 0x445, 0x4BB, 0x446, 0x447, 0x448, 0x449, 0x44A,
    0x44B, 0x456, 0x44C, 0x44D, 0x44E, 0x44F};

enum {
    ALPHABET_COUNT = sizeof alphabet / sizeof alphabet[0],
    YE = 0x435,
    YO = 0x451
};

_Static_assert(ALPHABET_COUNT == 42, "the Kazakh alphabet has 42 letters");

/* Weights: the end, blanks, signs, digits, letters, whatever else. */
enum {
    WEIGHT_BLANK = 1,
    WEIGHT_SIGN = 0x100,
    WEIGHT_DIGIT = 0x200,
    WEIGHT_FIRST = 0x300, /* the alphabet of the reader's language */
    WEIGHT_SECOND = 0x1000,
    WEIGHT_OTHER = 0x2000
};

static uint32_t weight_next(
    enum language language, struct bytes text, size_t *offset);
static uint32_t weight_of(enum language language, uint32_t lower);
static int case_compare(struct bytes left, struct bytes right);

int tongue_compare(enum language language, const char *left, const char *right)
{
    struct bytes a = bytes_of_text(left);
    struct bytes b = bytes_of_text(right);
    size_t a_offset = 0;
    size_t b_offset = 0;
    uint32_t a_weight = 0;
    uint32_t b_weight = 0;
    do {
        a_weight = weight_next(language, a, &a_offset);
        b_weight = weight_next(language, b, &b_offset);
    } while (a_weight == b_weight && a_weight != 0);
    if (a_weight != b_weight) {
        return a_weight < b_weight ? -1 : 1;
    }
    return case_compare(a, b);
}

/* 0 at the end. */
static uint32_t weight_next(
    enum language language, struct bytes text, size_t *offset)
{
    if (*offset >= text.length) {
        return 0;
    }
    return weight_of(language, utf8_lower(utf8_next(text, offset)));
}

static uint32_t weight_of(enum language language, uint32_t lower)
{
    if (lower == ' ' || lower == 0xA0) {
        return WEIGHT_BLANK;
    }
    if (lower >= '0' && lower <= '9') {
        return WEIGHT_DIGIT + lower;
    }
    if (!utf8_is_letter(lower)) {
        return lower < 0x80 ? WEIGHT_SIGN + lower : WEIGHT_OTHER + lower;
    }
    bool is_english = language == LANGUAGE_EN;
    if (lower < 0x400) {
        return (is_english ? WEIGHT_FIRST : WEIGHT_SECOND) + lower;
    }
    uint32_t start = is_english ? WEIGHT_SECOND : WEIGHT_FIRST;
    if (language == LANGUAGE_RU && lower == YO) {
        lower = YE;
    }
    for (uint32_t i = 0; i < ALPHABET_COUNT; i++) {
        if (alphabet[i] == lower) {
            return start + i;
        }
    }
    return start + lower;
}

/* Between texts of the same letters: the small letter first, е before ё. */
static int case_compare(struct bytes left, struct bytes right)
{
    size_t length = left.length < right.length ? left.length : right.length;
    size_t a = 0;
    size_t b = 0;
    while (a < length && b < length) {
        uint32_t x = utf8_next(left, &a);
        uint32_t y = utf8_next(right, &b);
        if (x != y) {
            uint32_t x_lower = utf8_lower(x);
            uint32_t y_lower = utf8_lower(y);
            if (x_lower != y_lower) {
                return x_lower < y_lower ? -1 : 1;
            }
            return x == x_lower ? -1 : 1;
        }
    }
    return (left.length > right.length) - (left.length < right.length);
}
