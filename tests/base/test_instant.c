/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Moments and their one way of being written.
 */
#include "test.h"

#include "base/instant.h"

static struct instant at(const char *text)
{
    struct instant instant = {0};
    assert_true(instant_parse(text, &instant));
    return instant;
}

static void assert_written(const char *text, const char *wanted)
{
    char written[INSTANT_TEXT_MAX];
    instant_write(at(text), written);
    assert_string_equal(written, wanted);
}

static void moments_are_read_whatever_their_offset(void **state)
{
    (void)state;
    assert_int_equal(at("1970-01-01T00:00:00Z").seconds, 0);
    assert_int_equal(at("1970-01-01T05:00:00+05:00").seconds, 0);
    assert_int_equal(at("2026-11-25T02:00:10Z").seconds, 1795572010);
    assert_int_equal(at("2026-11-24T21:30:10-04:30").seconds, 1795572010);
    assert_int_equal(at("1970-01-01").seconds, -5 * 3600);
}

static void moments_are_written_at_one_offset(void **state)
{
    (void)state;
    assert_written("2026-03-14T06:00:00Z", "2026-03-14T11:00:00+05:00");
    assert_written("2026-03-14T23:59:59+05:00", "2026-03-14T23:59:59+05:00");
    assert_written("2026-03-14T23:59:59Z", "2026-03-15T04:59:59+05:00");
    assert_written("2026-03-14", "2026-03-14T00:00:00+05:00");
    assert_written("1969-12-31T18:59:59Z", "1969-12-31T23:59:59+05:00");
    assert_written("1800-01-01", "1800-01-01T00:00:00+05:00");
    assert_written("2999-12-31T18:59:59Z", "2999-12-31T23:59:59+05:00");
}

static void what_is_no_moment_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "now", "2026-02-29",
        "2026-03-14T11:00", "2026-03-14T11:00:00", "2026-03-14 11:00:00Z",
        "2026-03-14T24:00:00Z", "2026-03-14T11:60:00Z", "2026-03-14T11:00:60Z",
        "2026-03-14T11:00:00z", "2026-03-14T11:00:00Z ",
        "2026-03-14T11:00:00.5Z", "2026-03-14T11:00:00+5:00",
        "2026-03-14T11:00:00+0500", "2026-03-14T11:00:00+14:01",
        "2026-03-14T11:00:00+05:60", "2026-03-14T1a:00:00Z",
        "1799-12-31T23:59:59+05:00", "1800-01-01T04:59:59+10:00",
        "2999-12-31T19:00:00Z", "2026-03-14T11:00:00+05:00x"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct instant instant = {7};
        assert_false(instant_parse(bad[i], &instant));
        assert_int_equal(instant.seconds, 7);
    }
}

static void the_civil_day_turns_at_midnight_in_kazakhstan(void **state)
{
    (void)state;
    char text[DATE_TEXT_MAX];
    date_write(instant_date(at("2026-03-14T18:59:59Z")), text);
    assert_string_equal(text, "2026-03-14");
    date_write(instant_date(at("2026-03-14T19:00:00Z")), text);
    assert_string_equal(text, "2026-03-15");
    assert_int_equal(instant_minute_of_day(at("2026-03-14T18:59:59Z")), 1439);
    assert_int_equal(instant_minute_of_day(at("2026-03-14T19:00:00Z")), 0);
    assert_int_equal(instant_minute_of_day(at("1960-03-14T06:01:59Z")), 661);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moments_are_read_whatever_their_offset),
        cmocka_unit_test(moments_are_written_at_one_offset),
        cmocka_unit_test(what_is_no_moment_is_refused),
        cmocka_unit_test(the_civil_day_turns_at_midnight_in_kazakhstan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
