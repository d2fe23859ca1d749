/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The order of names.
 */
#include "test.h"

#include "tongue/tongue.h"

/* Every pair of a list that is in order. */
static void assert_order(
    enum language language, const char *const *names, int count)
{
    for (int i = 0; i < count; i++) {
        for (int k = 0; k < count; k++) {
            int order = tongue_compare(language, names[i], names[k]);
            assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
        }
    }
}

static void kazakh_letters_stand_in_their_alphabet(void **state)
{
    (void)state;
    static const char *const letters[] = {"а", "ә", "б", "в", "г", "ғ", "д",
        "е", "ё", "ж", "з", "и", "й", "к", "қ", "л", "м", "н", "ң", "о", "ө",
        "п", "р", "с", "т", "у", "ұ", "ү", "ф", "х", "һ", "ц", "ч", "ш", "щ",
        "ъ", "ы", "і", "ь", "э", "ю", "я"};
    assert_int_equal(sizeof letters / sizeof *letters, 42);
    assert_order(LANGUAGE_KK, letters, 42);
}

static void names_are_compared_letter_by_letter(void **state)
{
    (void)state;
    static const char *const names[] = {"", "Абаев", "Абай", "Абай 2", "Әбілов",
        "Бала", "Жүсіп", "Кенес", "Қасым", "Қасымов", "Ұлан", "Үсен", "Ысқақ",
        "Ілияс", "Яна"};
    assert_order(LANGUAGE_KK, names, sizeof names / sizeof *names);
}

static void case_decides_only_between_equals(void **state)
{
    (void)state;
    static const char *const names[] = {"абай", "Абай", "Абая"};
    assert_order(LANGUAGE_KK, names, 3);
    assert_int_equal(tongue_compare(LANGUAGE_RU, "Абай", "Абай"), 0);
}

static void russian_yo_is_ye_until_all_else_is_equal(void **state)
{
    (void)state;
    static const char *const names[] = {
        "Березин", "Берёзин", "Березина", "Берёзина", "Жуков"};
    assert_order(LANGUAGE_RU, names, 5);
}

static void each_reader_finds_his_own_alphabet_first(void **state)
{
    (void)state;
    assert_true(tongue_compare(LANGUAGE_EN, "Zulu", "Абай") < 0);
    assert_true(tongue_compare(LANGUAGE_KK, "Zulu", "Абай") > 0);
    assert_true(tongue_compare(LANGUAGE_RU, "9", "Абай") < 0);
    assert_true(tongue_compare(LANGUAGE_RU, "№", "я") > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kazakh_letters_stand_in_their_alphabet),
        cmocka_unit_test(names_are_compared_letter_by_letter),
        cmocka_unit_test(case_decides_only_between_equals),
        cmocka_unit_test(russian_yo_is_ye_until_all_else_is_equal),
        cmocka_unit_test(each_reader_finds_his_own_alphabet_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
