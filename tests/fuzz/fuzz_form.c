/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What a browser sends, as a form and as the query of a link: a field of each
 * kind.  What is taken is UTF-8 within its limits and fits its kind.
 */
#include <string.h>

#include "base/utf8.h"
#include "fuzz.h"
#include "web/form.h"

enum {
    SHORT_MAX = 40,
    LONG_MAX = 400,
    DIGITS_MAX = 9,
    DATE_MAX = 10,
    TIME_MAX = 5
};

static const struct form_field fields[] = {
    {"line", FORM_LINE, SHORT_MAX, true, false},
    {"text", FORM_TEXT, LONG_MAX, false, false},
    {"secret", FORM_SECRET, SHORT_MAX, false, false},
    {"number", FORM_NUMBER, DIGITS_MAX, false, false},
    {"date", FORM_DATE, DATE_MAX, false, false},
    {"time", FORM_TIME, TIME_MAX, false, false},
    {"word", FORM_WORD, SHORT_MAX, false, false},
    {"many", FORM_WORD, SHORT_MAX, false, true},
};

static bool is_utf8(const char *text)
{
    return utf8_invalid_at(bytes_of_text(text)) == strlen(text);
}

static void value_check(const struct form *form, size_t index)
{
    const struct form_field *field = &fields[index];
    const char *text = form_text(form, field->name);
    fuzz_must(is_utf8(text), "a value is UTF-8");
    if (form_problem(form, field->name) != NULL) {
        fuzz_must(!form_is_good(form), "a form with a problem is not good");
        return;
    }
    fuzz_must(utf8_length(text) <= field->max, "a value is within its limit");
    fuzz_must(
        !field->is_needed || text[0] != '\0', "what is needed is not empty");
    if (field->kind == FORM_LINE) {
        fuzz_must(strpbrk(text, "\r\n") == NULL, "a line is one line");
    }
    if (field->kind == FORM_NUMBER) {
        fuzz_must(
            form_number(form, field->name) >= 0, "a number is not negative");
    }
    if (field->kind == FORM_WORD) {
        fuzz_must(strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") ==
                strlen(text),
            "a word is of its letters");
    }
}

static void form_check(enum form_origin origin, struct bytes text)
{
    struct arena *arena = arena_create();
    struct form form = {
        .fields = fields,
        .count = sizeof fields / sizeof *fields,
        .arena = arena,
    };
    struct error error = {0};
    if (form_read(&form, origin, text, &error) == STATUS_OK) {
        for (size_t i = 0; i < form.count; i++) {
            value_check(&form, i);
        }
        const char *const *values = NULL;
        for (size_t i = form_list(&form, "many", &values); i > 0; i--) {
            fuzz_must(is_utf8(values[i - 1]), "a value of many is UTF-8");
        }
    } else {
        fuzz_must(error.message.key != NULL, "a fault has a message");
    }
    arena_destroy(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    form_check(FORM_BODY, bytes_of(data, size));
    form_check(FORM_QUERY, bytes_of(data, size));
    return 0;
}
