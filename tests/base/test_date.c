/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Dates, ages and working days.
 */
#include "test.h"

#include "base/date.h"

static struct date day(const char *text)
{
    struct date date = {0};
    assert_true(date_parse(text, &date));
    return date;
}

static void assert_day(struct date date, const char *wanted)
{
    char text[DATE_TEXT_MAX];
    date_write(date, text);
    assert_string_equal(text, wanted);
}

static void days_that_exist_are_read_and_written(void **state)
{
    (void)state;
    static const char *const good[] = {"1800-01-01", "1900-02-28", "2000-02-29",
        "2024-02-29", "2026-12-31", "2999-12-31"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_day(day(good[i]), good[i]);
    }
    assert_false(date_is_set((struct date){0}));
    assert_true(date_is_set(day("1800-01-01")));
}

static void days_that_do_not_exist_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "2026", "2026-1-01", "2026-01-1",
        "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32", "2026-04-31",
        "2026-02-29", "1900-02-29", "1799-12-31", "3000-01-01", "2026-01-01 ",
        " 2026-01-01", "2026/01/01", "2026-01-01T00:00", "-026-01-01",
        "+026-01-01", "2026-0a-01", "20260101"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct date date = {1, 2, 3};
        assert_false(date_parse(bad[i], &date));
        assert_int_equal(date.year, 1);
    }
}

static void days_are_in_order(void **state)
{
    (void)state;
    static const char *const order[] = {
        "1999-12-31", "2000-01-01", "2000-01-02", "2000-02-01"};
    for (int i = 0; i < 4; i++) {
        for (int k = 0; k < 4; k++) {
            int compared = date_compare(day(order[i]), day(order[k]));
            assert_int_equal(
                (compared > 0) - (compared < 0), (i > k) - (i < k));
        }
    }
}

static void days_are_counted_both_ways(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int64_t days;
        const char *to;
    } cases[] = {
        {"2026-12-02", 10, "2026-12-12"},
        {"2024-02-28", 2, "2024-03-01"},
        {"2023-02-28", 1, "2023-03-01"},
        {"2026-12-31", 1, "2027-01-01"},
        {"2000-01-01", 366, "2001-01-01"},
        {"1900-01-01", 365, "1901-01-01"},
        {"1800-01-01", 438290, "2999-12-31"},
        {"1970-01-01", 0, "1970-01-01"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date from = day(cases[i].from);
        struct date to = day(cases[i].to);
        assert_int_equal(date_days_between(from, to), cases[i].days);
        assert_int_equal(date_days_between(to, from), -cases[i].days);
        assert_day(date_add_days(from, cases[i].days), cases[i].to);
        assert_day(date_add_days(to, -cases[i].days), cases[i].from);
    }
}

static void counting_stops_at_the_first_and_the_last_day(void **state)
{
    (void)state;
    assert_day(date_add_days(day("2999-12-31"), 1), "2999-12-31");
    assert_day(date_add_days(day("1800-01-01"), -1), "1800-01-01");
    assert_day(date_add_days(day("2026-01-01"), INT64_MAX), "2999-12-31");
    assert_day(date_add_days(day("2026-01-01"), INT64_MIN), "1800-01-01");
    assert_day(date_add_months(day("2999-12-01"), 1), "2999-12-31");
    assert_day(date_add_months(day("1800-01-31"), -1), "1800-01-01");
    assert_day(date_add_months(day("1800-01-31"), INT64_MIN), "1800-01-01");
    assert_day(date_add_months(day("2026-01-31"), 12000000000), "2999-12-31");
    assert_day(date_add_months(day("2026-01-31"), INT64_MAX), "2999-12-31");
}

static void every_day_follows_the_one_before(void **state)
{
    (void)state;
    struct date date = day("1895-01-01");
    for (int i = 0; i < 80000; i++) {
        struct date next = date_add_days(date, 1);
        assert_int_equal(date_days_between(date, next), 1);
        assert_int_equal(date_weekday(next), date_weekday(date) % 7 + 1);
        date = next;
    }
}

static void months_end_on_their_last_day(void **state)
{
    (void)state;
    assert_day(date_add_months(day("2026-01-31"), 1), "2026-02-28");
    assert_day(date_add_months(day("2024-01-31"), 1), "2024-02-29");
    assert_day(date_add_months(day("2026-03-31"), -1), "2026-02-28");
    assert_day(date_add_months(day("2026-12-15"), 1), "2027-01-15");
    assert_day(date_add_months(day("2026-01-15"), -1), "2025-12-15");
    assert_day(date_add_months(day("2024-02-29"), 48), "2028-02-29");
}

static void an_age_is_reached_on_the_birthday(void **state)
{
    (void)state;
    struct date birth = day("2008-12-12");
    assert_int_equal(date_age(birth, day("2026-12-11")), 17);
    assert_int_equal(date_age(birth, day("2026-12-12")), 18);
    assert_int_equal(date_age(birth, birth), 0);
    assert_int_equal(date_age(day("2008-02-29"), day("2026-02-28")), 17);
    assert_int_equal(date_age(day("2008-02-29"), day("2026-03-01")), 18);
}

static void weekdays_are_those_of_the_calendar(void **state)
{
    (void)state;
    assert_int_equal(date_weekday(day("1991-12-16")), 1);
    assert_int_equal(date_weekday(day("2026-11-25")), 3);
    assert_int_equal(date_weekday(day("2000-02-29")), 2);
    assert_int_equal(date_weekday(day("2026-11-29")), 7);
}

static void working_days_leave_out_weekends_and_holidays(void **state)
{
    (void)state;
    const struct date holidays[] = {{2026, 3, 8}, {2026, 3, 9}};
    const struct date worked[] = {{2026, 3, 7}};
    const struct date_calendar calendar = {holidays, 2, worked, 1};
    assert_true(date_is_working(&calendar, day("2026-03-06")));
    assert_true(date_is_working(&calendar, day("2026-03-07"))); /* Saturday */
    assert_false(date_is_working(&calendar, day("2026-03-08")));
    assert_false(date_is_working(&calendar, day("2026-03-09"))); /* Monday */
    assert_false(date_is_working(&calendar, day("2026-03-14")));

    struct date friday = day("2026-03-06");
    assert_day(date_add_working_days(&calendar, friday, 0), "2026-03-06");
    assert_day(date_add_working_days(&calendar, friday, 1), "2026-03-07");
    assert_day(date_add_working_days(&calendar, friday, 2), "2026-03-10");
    assert_day(date_add_working_days(&calendar, friday, 5), "2026-03-13");
    assert_day(date_add_working_days(&calendar, friday, 6), "2026-03-16");
    assert_day(
        date_add_working_days(&calendar, day("2026-03-10"), -1), "2026-03-07");
    assert_day(
        date_add_working_days(&calendar, day("2999-12-30"), 9), "2999-12-31");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_that_exist_are_read_and_written),
        cmocka_unit_test(days_that_do_not_exist_are_refused),
        cmocka_unit_test(days_are_in_order),
        cmocka_unit_test(days_are_counted_both_ways),
        cmocka_unit_test(counting_stops_at_the_first_and_the_last_day),
        cmocka_unit_test(every_day_follows_the_one_before),
        cmocka_unit_test(months_end_on_their_last_day),
        cmocka_unit_test(an_age_is_reached_on_the_birthday),
        cmocka_unit_test(weekdays_are_those_of_the_calendar),
        cmocka_unit_test(working_days_leave_out_weekends_and_holidays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
