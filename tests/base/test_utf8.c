/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * UTF-8, valid and not, and the letters of the three languages.
 */
#include <string.h>

#include "test.h"

#include "base/utf8.h"

static void every_character_is_written_and_read(void **state)
{
    (void)state;
    struct buffer buffer = BUFFER_EMPTY;
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            continue;
        }
        buffer_clear(&buffer);
        utf8_add(&buffer, c);
        size_t offset = 0;
        assert_int_equal(utf8_next(buffer_bytes(&buffer), &offset), c);
        assert_int_equal(offset, buffer.length);
        assert_int_equal(utf8_invalid_at(buffer_bytes(&buffer)), buffer.length);
    }
    buffer_finish(&buffer);
}

static void what_is_no_character_becomes_the_replacement(void **state)
{
    (void)state;
    const uint32_t bad[] = {0xD800, 0xDFFF, 0x110000, UINT32_MAX};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct buffer buffer = BUFFER_EMPTY;
        utf8_add(&buffer, bad[i]);
        assert_string_equal(buffer_text(&buffer), "\xEF\xBF\xBD");
        buffer_finish(&buffer);
    }
}

static void invalid_bytes_are_found_and_passed_one_by_one(void **state)
{
    (void)state;
    static const char *const bad[] = {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF",
        "\xC3", "\xC3(", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xE2\x82",
        "\xE2(\xA1", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x80\x80\x80",
        "\xF0\x8F\xBF\xBF", "\xF0\x9F\x98", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE", "\xFF"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char text[16] = "aқ";
        strcat(text, bad[i]);
        struct bytes bytes = bytes_of_text(text);
        assert_int_equal(utf8_invalid_at(bytes), 3);
        size_t offset = 3;
        assert_int_equal(utf8_next(bytes, &offset), 0xFFFD);
        assert_int_equal(offset, 4);
    }
    assert_int_equal(utf8_invalid_at(bytes_of(NULL, 0)), 0);
    /* A character cut off by the end of the view, not of the memory. */
    assert_int_equal(utf8_invalid_at(bytes_of("қ", 1)), 0);
}

static void a_text_is_counted_and_cut_by_characters(void **state)
{
    (void)state;
    assert_int_equal(utf8_length(""), 0);
    assert_int_equal(utf8_length("Қазақ 😀"), 7);
    assert_int_equal(utf8_cut("ққ", 0), 0);
    assert_int_equal(utf8_cut("ққ", 1), 0);
    assert_int_equal(utf8_cut("ққ", 2), 2);
    assert_int_equal(utf8_cut("ққ", 3), 2);
    assert_int_equal(utf8_cut("ққ", 4), 4);
    assert_int_equal(utf8_cut("ққ", 99), 4);
    assert_int_equal(utf8_cut("a😀", 4), 1);
    assert_int_equal(utf8_cut("a😀", 5), 5);
}

static void assert_folded(const char *text, const char *wanted)
{
    struct buffer folded = BUFFER_EMPTY;
    utf8_fold(text, &folded);
    assert_string_equal(buffer_text(&folded), wanted);
    buffer_finish(&folded);
}

static void names_are_searched_without_a_kazakh_keyboard(void **state)
{
    (void)state;
    assert_folded("ӘҒҚҢӨҰҮҺІЁ әғқңөұүһіё", "агкноуухие агкноуухие");
    assert_folded("Қасым-Жомарт  Тоқаев", "касым-жомарт токаев");
    assert_folded("a \t\xC2\xA0\xE2\x80\x89 B", "a b");
    assert_folded("", "");
    assert_folded("A\xFFz", "a\xEF\xBF\xBDz");
}

static void letters_have_one_lower_case(void **state)
{
    (void)state;
    static const struct {
        uint32_t upper;
        uint32_t lower;
    } pairs[] = {{'A', 'a'}, {'Z', 'z'}, {0xC4, 0xE4}, {0x130, 0x130},
        {0x178, 0xFF}, {0x401, 0x451}, {0x406, 0x456}, {0x410, 0x430},
        {0x42F, 0x44F}, {0x492, 0x493}, {0x49A, 0x49B}, {0x4A2, 0x4A3},
        {0x4AE, 0x4AF}, {0x4B0, 0x4B1}, {0x4BA, 0x4BB}, {0x4D8, 0x4D9},
        {0x4E8, 0x4E9}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_int_equal(utf8_lower(pairs[i].upper), pairs[i].lower);
        assert_int_equal(utf8_lower(pairs[i].lower), pairs[i].lower);
        assert_true(utf8_is_letter(pairs[i].upper));
        assert_true(utf8_is_letter(pairs[i].lower));
    }
    static const uint32_t others[] = {
        '0', '-', ' ', '@', '[', 0xD7, 0xF7, 0xA0, 0x482, 0x2116, 0x1F600};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_int_equal(utf8_lower(others[i]), others[i]);
        assert_false(utf8_is_letter(others[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_is_written_and_read),
        cmocka_unit_test(what_is_no_character_becomes_the_replacement),
        cmocka_unit_test(invalid_bytes_are_found_and_passed_one_by_one),
        cmocka_unit_test(a_text_is_counted_and_cut_by_characters),
        cmocka_unit_test(names_are_searched_without_a_kazakh_keyboard),
        cmocka_unit_test(letters_have_one_lower_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
