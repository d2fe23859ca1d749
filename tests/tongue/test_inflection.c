/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Endings of Kazakh dates and names, capitals, and Russian gender.
 */
#include <stdio.h>

#include "test.h"

#include "tongue/tongue.h"

typedef void say_date(enum language, struct date, struct buffer *);

static void assert_date(
    say_date *say, enum language language, int month, const char *wanted)
{
    struct buffer buffer = BUFFER_EMPTY;
    struct date date = {2026, (uint8_t)month, 12};
    say(language, date, &buffer);
    assert_string_equal(buffer_text(&buffer), wanted);
    buffer_finish(&buffer);
}

static void every_month_takes_the_ending_of_its_vowels(void **state)
{
    (void)state;
    static const char *const of[12] = {"қаңтардағы", "ақпандағы",
        "наурыздағы", "сәуірдегі", "мамырдағы", "маусымдағы", "шілдедегі",
        "тамыздағы", "қыркүйектегі", "қазандағы", "қарашадағы",
        "желтоқсандағы"};
    static const char *const from[12] = {"қаңтардан", "ақпаннан", "наурыздан",
        "сәуірден", "мамырдан", "маусымнан", "шілдеден", "тамыздан",
        "қыркүйектен", "қазаннан", "қарашадан", "желтоқсаннан"};
    for (int month = 1; month <= 12; month++) {
        char wanted[64];
        (void)snprintf(
            wanted, sizeof wanted, "2026 жылғы 12 %s", of[month - 1]);
        assert_date(tongue_date_of, LANGUAGE_KK, month, wanted);
        (void)snprintf(
            wanted, sizeof wanted, "2026 жылғы 12 %s", from[month - 1]);
        assert_date(tongue_date_from, LANGUAGE_KK, month, wanted);
    }
}

static void russian_and_english_dates_stay(void **state)
{
    (void)state;
    assert_date(tongue_date_of, LANGUAGE_RU, 12, "12 декабря 2026 года");
    assert_date(tongue_date_from, LANGUAGE_EN, 12, "12 December 2026");
}

static void no_date_has_no_ending(void **state)
{
    (void)state;
    struct buffer buffer = BUFFER_EMPTY;
    tongue_date_of(LANGUAGE_KK, (struct date){0}, &buffer);
    assert_string_equal(buffer_text(&buffer), "");
    buffer_finish(&buffer);
}

static void assert_genitive(const char *name, const char *wanted)
{
    struct buffer buffer = BUFFER_EMPTY;
    tongue_genitive(LANGUAGE_KK, name, &buffer);
    assert_string_equal(buffer_text(&buffer), wanted);
    buffer_finish(&buffer);
}

static void a_kazakh_genitive_follows_vowel_and_last_letter(void **state)
{
    (void)state;
    assert_genitive(
        "жергілікті қоғамдастық жиыны", "жергілікті қоғамдастық жиынының");
    assert_genitive("ауылдық округі", "ауылдық округінің");
    assert_genitive("көше", "көшенің");
    assert_genitive("мүше", "мүшенің");
    assert_genitive("адам", "адамның");
    assert_genitive("ауыл", "ауылдың");
    assert_genitive("әкім", "әкімнің");
    assert_genitive("мәслихат", "мәслихаттың");
    assert_genitive("кент", "кенттің");
    assert_genitive("талқылау", "талқылаудың");
    assert_genitive("мекеме", "мекеменің");
    assert_genitive("", "");
}

static void a_genitive_of_another_language_is_the_name(void **state)
{
    (void)state;
    struct buffer buffer = BUFFER_EMPTY;
    tongue_genitive(LANGUAGE_RU, "сход", &buffer);
    assert_string_equal(buffer_text(&buffer), "сход");
    buffer_finish(&buffer);
}

static void assert_capital(const char *text, const char *wanted)
{
    struct buffer buffer = BUFFER_EMPTY;
    tongue_capital(text, &buffer);
    assert_string_equal(buffer_text(&buffer), wanted);
    buffer_finish(&buffer);
}

static void the_first_letter_becomes_a_capital(void **state)
{
    (void)state;
    assert_capital("әкім", "Әкім");
    assert_capital("ғылым", "Ғылым");
    assert_capital("қала", "Қала");
    assert_capital("ңә", "Ңә");
    assert_capital("өкіл", "Өкіл");
    assert_capital("ұлт", "Ұлт");
    assert_capital("үй", "Үй");
    assert_capital("һауа", "Һауа");
    assert_capital("іс", "Іс");
    assert_capital("ёлка", "Ёлка");
    assert_capital("сход", "Сход");
    assert_capital("яма", "Яма");
    assert_capital("gathering", "Gathering");
    assert_capital("Сход", "Сход");
    assert_capital("«сход»", "«сход»");
    assert_capital("1 сход", "1 сход");
    assert_capital("", "");
}

static void gender_is_read_from_the_first_word(void **state)
{
    (void)state;
    assert_int_equal(
        tongue_gender("сход местного сообщества"), TONGUE_MASCULINE);
    assert_int_equal(tongue_gender("раздельный сход"), TONGUE_MASCULINE);
    assert_int_equal(
        tongue_gender("собрание местного сообщества"), TONGUE_NEUTER);
    assert_int_equal(tongue_gender("местное сообщество"), TONGUE_NEUTER);
    assert_int_equal(
        tongue_gender("комиссия местного сообщества"), TONGUE_FEMININE);
    assert_int_equal(tongue_gender("постоянная комиссия"), TONGUE_FEMININE);
    assert_int_equal(tongue_gender("органы управления"), TONGUE_PLURAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_month_takes_the_ending_of_its_vowels),
        cmocka_unit_test(russian_and_english_dates_stay),
        cmocka_unit_test(no_date_has_no_ending),
        cmocka_unit_test(a_kazakh_genitive_follows_vowel_and_last_letter),
        cmocka_unit_test(a_genitive_of_another_language_is_the_name),
        cmocka_unit_test(the_first_letter_becomes_a_capital),
        cmocka_unit_test(gender_is_read_from_the_first_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
