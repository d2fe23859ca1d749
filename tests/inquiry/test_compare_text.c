/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Two texts word by word; the texts are invented.
 */
#include "inquiry/compare_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "test.h"

static struct arena *arena;

static int setup(void **state)
{
    (void)state;
    arena = arena_create();
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

/* "same [-gone-]{+new+}". */
static const char *compared(const char *before, const char *after)
{
    static const char *const marks[][2] = {
        [COMPARE_TEXT_SAME] = {"", ""},
        [COMPARE_TEXT_GONE] = {"[-", "-]"},
        [COMPARE_TEXT_NEW] = {"{+", "+}"},
    };
    const struct compare_text_part *parts = NULL;
    size_t count = 0;
    struct buffer text = BUFFER_EMPTY;
    compare_text(before, after, arena, &parts, &count);
    for (size_t i = 0; i < count; i++) {
        buffer_add_format(&text, "%s%s%s", marks[parts[i].sign][0],
            parts[i].text, marks[parts[i].sign][1]);
    }
    const char *kept = arena_text(arena, buffer_text(&text));
    buffer_finish(&text);
    return kept;
}

static void a_word_that_changed_is_found(void **state)
{
    (void)state;
    assert_string_equal(compared("не менее 10 дней до дня схода.",
                            "не менее 15 дней до дня схода."),
        "не менее [-10 -]{+15 +}дней до дня схода.");
    assert_string_equal(compared("а, б", "а; б"), "а[-, -]{+; +}б");
    assert_string_equal(compared("а б", "а б в"), "а б {+в+}");
    assert_string_equal(compared("а б в", "в"), "[-а б -]в");
}

static void equal_and_empty_texts_have_no_changes(void **state)
{
    (void)state;
    assert_string_equal(compared("а б", "а б"), "а б");
    assert_string_equal(compared("", ""), "");
    assert_string_equal(compared(" \n", ""), "");
    assert_string_equal(compared("", "а"), "{+а+}");
    assert_string_equal(compared("а", ""), "[-а-]");
    assert_string_equal(compared("а  б\nв", "а б\n\nв"), "а б\n\nв");
}

/* The fewest words that change, by the slow and plain way. */
static size_t fewest(
    const char *before, size_t n, const char *after, size_t m)
{
    size_t common[32][32] = {{0}};
    for (size_t i = 1; i <= n; i++) {
        for (size_t k = 1; k <= m; k++) {
            size_t left = common[i - 1][k];
            size_t up = common[i][k - 1];
            common[i][k] = before[2 * (i - 1)] == after[2 * (k - 1)]
                ? common[i - 1][k - 1] + 1
                : (left > up ? left : up);
        }
    }
    return n + m - 2 * common[n][m];
}

static size_t letters_make(char *text, uint32_t *seed, unsigned letters)
{
    *seed = *seed * 1664525u + 1013904223u;
    size_t count = (*seed >> 16) % 24;
    for (size_t i = 0; i < count; i++) {
        *seed = *seed * 1664525u + 1013904223u;
        text[2 * i] = (char)('a' + (*seed >> 16) % letters);
        text[2 * i + 1] = ' ';
    }
    text[2 * count] = '\0';
    return count;
}

static void the_change_is_the_smallest_and_gives_both_texts(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int i = 0; i < 3000; i++) {
        char texts[2][64];
        unsigned letters = 2 + (unsigned)i % 5;
        size_t n = letters_make(texts[0], &seed, letters);
        size_t m = letters_make(texts[1], &seed, letters);
        const struct compare_text_part *parts = NULL;
        size_t count = 0;
        size_t changed = 0;
        struct buffer both[2] = {BUFFER_EMPTY, BUFFER_EMPTY};
        compare_text(texts[0], texts[1], arena, &parts, &count);
        for (size_t k = 0; k < count; k++) {
            if (parts[k].sign != COMPARE_TEXT_NEW) {
                buffer_add_text(&both[0], parts[k].text);
            }
            if (parts[k].sign != COMPARE_TEXT_GONE) {
                buffer_add_text(&both[1], parts[k].text);
            }
            changed += parts[k].sign == COMPARE_TEXT_SAME
                ? 0
                : strlen(parts[k].text) / 2;
        }
        assert_string_equal(buffer_text(&both[0]), texts[0]);
        assert_string_equal(buffer_text(&both[1]), texts[1]);
        assert_int_equal(changed, fewest(texts[0], n, texts[1], m));
        buffer_finish(&both[0]);
        buffer_finish(&both[1]);
    }
}

static void past_the_limit_the_whole_has_changed(void **state)
{
    (void)state;
    size_t words = COMPARE_TEXT_WORDS_MAX;
    char *text = calloc(2 * words + 3, 1);
    assert_non_null(text);
    for (size_t i = 0; i < words; i++) {
        memcpy(text + 2 * i, "a ", 2);
    }
    const struct compare_text_part *parts = NULL;
    size_t count = 0;
    compare_text(text, text, arena, &parts, &count);
    assert_int_equal(count, 1);
    memcpy(text + 2 * words, "a ", 2);
    compare_text(text, text, arena, &parts, &count);
    assert_int_equal(count, 2);
    free(text);
}

#define TEXT_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEXT_TEST(a_word_that_changed_is_found),
        TEXT_TEST(equal_and_empty_texts_have_no_changes),
        TEXT_TEST(the_change_is_the_smallest_and_gives_both_texts),
        TEXT_TEST(past_the_limit_the_whole_has_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
