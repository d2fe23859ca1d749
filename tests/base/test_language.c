/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The tags of the three languages.
 */
#include "test.h"

#include "base/language.h"

static void tags_go_there_and_back(void **state)
{
    (void)state;
    static const char *const tags[LANGUAGE_COUNT] = {"kk", "ru", "en"};
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        enum language language = LANGUAGE_KK;
        assert_string_equal(language_tag((enum language)i), tags[i]);
        assert_true(language_parse(tags[i], &language));
        assert_int_equal(language, i);
    }
}

static void another_tag_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "k", "KK", "kk ", "kk-KZ", "kz"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        enum language language = LANGUAGE_EN;
        assert_false(language_parse(bad[i], &language));
        assert_int_equal(language, LANGUAGE_EN);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_go_there_and_back),
        cmocka_unit_test(another_tag_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
