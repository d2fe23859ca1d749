/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Dates, hours, numbers and sums as each language writes them.
 */
#include "test.h"

#include "tongue/tongue.h"

#define NBSP "\u00A0"

static struct buffer buffer;

static const char *said(void)
{
    static char text[128];
    assert_true(buffer.length < sizeof text);
    for (size_t i = 0; i <= buffer.length; i++) {
        text[i] = buffer_text(&buffer)[i];
    }
    buffer_clear(&buffer);
    return text;
}

static int finish(void **state)
{
    (void)state;
    buffer_finish(&buffer);
    return 0;
}

static void a_date_is_written_in_each_language(void **state)
{
    (void)state;
    static const char *const wanted[] = {
        "2026 жылғы 14 наурыз", "14 марта 2026 года", "14 March 2026"};
    static const char *const days[] = {"2026 жылғы 14 наурыз, сенбі",
        "14 марта 2026 года, суббота", "Saturday, 14 March 2026"};
    const struct date date = {2026, 3, 14};
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        tongue_date((enum language)i, date, &buffer);
        assert_string_equal(said(), wanted[i]);
        tongue_day((enum language)i, date, &buffer);
        assert_string_equal(said(), days[i]);
    }
}

static void every_month_and_day_has_its_name(void **state)
{
    (void)state;
    static const char *const months[][12] = {
        {"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде",
            "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"},
        {"января", "февраля", "марта", "апреля", "мая", "июня", "июля",
            "августа", "сентября", "октября", "ноября", "декабря"}};
    static const char *const weekdays[7] = {"дүйсенбі", "сейсенбі", "сәрсенбі",
        "бейсенбі", "жұма", "сенбі", "жексенбі"};
    struct buffer wanted = BUFFER_EMPTY;
    for (uint8_t month = 1; month <= 12; month++) {
        const struct date date = {2026, month, 9};
        buffer_clear(&wanted);
        buffer_add_format(&wanted, "2026 жылғы 9 %s", months[0][month - 1]);
        tongue_date(LANGUAGE_KK, date, &buffer);
        assert_string_equal(said(), buffer_text(&wanted));
        buffer_clear(&wanted);
        buffer_add_format(&wanted, "9 %s 2026 года", months[1][month - 1]);
        tongue_date(LANGUAGE_RU, date, &buffer);
        assert_string_equal(said(), buffer_text(&wanted));
    }
    for (uint8_t day = 0; day < 7; day++) {
        const struct date date = {2026, 11, (uint8_t)(23 + day)};
        buffer_clear(&wanted);
        buffer_add_format(
            &wanted, "2026 жылғы %d қараша, %s", 23 + day, weekdays[day]);
        tongue_day(LANGUAGE_KK, date, &buffer);
        assert_string_equal(said(), buffer_text(&wanted));
    }
    buffer_finish(&wanted);
}

static void no_date_is_nothing(void **state)
{
    (void)state;
    tongue_date(LANGUAGE_RU, (struct date){0}, &buffer);
    tongue_day(LANGUAGE_EN, (struct date){0}, &buffer);
    assert_string_equal(said(), "");
}

static void a_moment_has_hour_and_minute(void **state)
{
    (void)state;
    struct instant instant;
    assert_true(instant_parse("2026-03-14T06:05:59Z", &instant));
    tongue_instant(LANGUAGE_KK, instant, &buffer);
    assert_string_equal(said(), "2026 жылғы 14 наурыз, 11:05");
    assert_true(instant_parse("2026-03-13T19:00:00Z", &instant));
    tongue_instant(LANGUAGE_EN, instant, &buffer);
    assert_string_equal(said(), "14 March 2026, 00:00");
}

static void numbers_are_grouped_by_three(void **state)
{
    (void)state;
    static const struct {
        int64_t value;
        const char *kk;
        const char *en;
    } cases[] = {
        {0, "0", "0"},
        {999, "999", "999"},
        {1000, "1" NBSP "000", "1,000"},
        {-1000, "\u22121" NBSP "000", "\u22121,000"},
        {123456, "123" NBSP "456", "123,456"},
        {1234567, "1" NBSP "234" NBSP "567", "1,234,567"},
        {INT64_MIN,
            "\u22129" NBSP "223" NBSP "372" NBSP "036" NBSP "854" NBSP
            "775" NBSP "808",
            "\u22129,223,372,036,854,775,808"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tongue_number(LANGUAGE_KK, cases[i].value, &buffer);
        assert_string_equal(said(), cases[i].kk);
        tongue_number(LANGUAGE_RU, cases[i].value, &buffer);
        assert_string_equal(said(), cases[i].kk);
        tongue_number(LANGUAGE_EN, cases[i].value, &buffer);
        assert_string_equal(said(), cases[i].en);
    }
}

static void sums_show_their_tiyn(void **state)
{
    (void)state;
    tongue_money(LANGUAGE_KK, (struct money){8191400000}, &buffer);
    assert_string_equal(said(), "81" NBSP "914" NBSP "000,00" NBSP "₸");
    tongue_money(LANGUAGE_EN, (struct money){8191400007}, &buffer);
    assert_string_equal(said(), "81,914,000.07" NBSP "₸");
    tongue_money(LANGUAGE_RU, (struct money){-5}, &buffer);
    assert_string_equal(said(), "\u22120,05" NBSP "₸");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_is_written_in_each_language),
        cmocka_unit_test(every_month_and_day_has_its_name),
        cmocka_unit_test(no_date_is_nothing),
        cmocka_unit_test(a_moment_has_hour_and_minute),
        cmocka_unit_test(numbers_are_grouped_by_three),
        cmocka_unit_test(sums_show_their_tiyn),
    };
    return cmocka_run_group_tests(tests, NULL, finish);
}
