/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Whether a value has the shape of a field.
 */
#include "proceeding/act_shape.h"

#include <string.h>

#include "base/date.h"

static bool text_fits(const char *text, size_t max, bool one_line)
{
    if (text == NULL || text[0] == '\0' || strlen(text) > max) {
        return false;
    }
    bool blank = true;
    for (const char *at = text; *at != '\0'; at++) {
        if (one_line && (*at == '\n' || *at == '\r')) {
            return false;
        }
        blank = blank && (*at == ' ' || *at == '\n' || *at == '\t');
    }
    return !blank;
}

static bool word_fits(const char *text)
{
    if (text == NULL || text[0] == '\0' || strlen(text) > WORD_BYTES_MAX) {
        return false;
    }
    return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") ==
        strlen(text);
}

static bool time_fits(const char *text)
{
    if (text == NULL || strlen(text) != 5 || text[2] != ':' ||
        strspn(text, "0123456789") != 2 ||
        strspn(text + 3, "0123456789") != 2) {
        return false;
    }
    int hour = (text[0] - '0') * 10 + (text[1] - '0');
    return hour < 24 && text[3] < '6';
}

static bool number_fits(const struct json *value, int64_t min)
{
    int64_t number = json_integer(value, -1);
    return json_kind(value) == JSON_INTEGER && number >= min &&
        number <= NUMBER_MAX;
}

static bool digits_fit(const char *text, const char *digits, size_t length)
{
    return text != NULL && strlen(text) == length &&
        strspn(text, digits) == length;
}

/* A list of words or of numbers, none of them twice. */
static bool list_fits(const struct json *value, bool words, size_t max)
{
    size_t count = json_count(value);
    if (json_kind(value) != JSON_ARRAY || count == 0 || count > max) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const struct json *one = json_at(value, i);
        if (words ? !word_fits(json_text(one)) : !number_fits(one, 1)) {
            return false;
        }
        for (size_t j = 0; j < i; j++) {
            const struct json *other = json_at(value, j);
            if (words ? strcmp(json_text(one), json_text(other)) == 0
                      : json_integer(one, 0) == json_integer(other, 0)) {
                return false;
            }
        }
    }
    return true;
}

bool act_shape_fits(enum act_shape shape, const struct json *value)
{
    const char *text = json_text(value);
    struct date date;
    switch (shape) {
    case SHAPE_TEXT:
        return text_fits(text, ACT_TEXT_MAX, false);
    case SHAPE_LINE:
        return text_fits(text, LINE_BYTES_MAX, true);
    case SHAPE_WORD:
        return word_fits(text);
    case SHAPE_WORDS:
        return list_fits(value, true, WORDS_MAX);
    case SHAPE_DATE:
        return text != NULL && date_parse(text, &date);
    case SHAPE_TIME:
        return time_fits(text);
    case SHAPE_COUNT:
        return number_fits(value, 0);
    case SHAPE_NUMBER:
        return number_fits(value, 1);
    case SHAPE_NUMBERS:
        return list_fits(value, false, ACT_PERSONS_MAX);
    case SHAPE_BOOLEAN:
        return json_kind(value) == JSON_BOOLEAN;
    case SHAPE_CHOICE:
        return text != NULL &&
            (strcmp(text, "for") == 0 || strcmp(text, "against") == 0 ||
                strcmp(text, "abstain") == 0);
    case SHAPE_KATO:
        return digits_fit(text, "0123456789", 9);
    case SHAPE_DIGEST:
        return digits_fit(text, "0123456789abcdef", 64);
    case SHAPE_ITEMS:
        return json_kind(value) == JSON_ARRAY && json_count(value) > 0 &&
            json_count(value) <= ITEMS_MAX;
    case SHAPE_VOTES:
        return json_kind(value) == JSON_ARRAY && json_count(value) > 0 &&
            json_count(value) <= ACT_PERSONS_MAX;
    case SHAPE_OBJECT:
    case SHAPE_PLOT:
    case SHAPE_REPEATS:
        return json_kind(value) == JSON_OBJECT;
    }
    return false;
}
