/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Strict integers.
 */
#include "test.h"

#include "base/number.h"

static void integers_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t value;
    } cases[] = {{"0", 0}, {"7", 7}, {"-7", -7}, {"10", 10},
        {"9223372036854775807", INT64_MAX},
        {"-9223372036854775808", INT64_MIN}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t value = 5;
        assert_true(number_parse(cases[i].text, &value));
        assert_int_equal(value, cases[i].value);
    }
}

static void what_is_no_integer_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "-", "+1", " 1", "1 ", "01", "-0",
        "-01", "00", "1.0", "0x1", "1e3", "--1", "9223372036854775808",
        "-9223372036854775809", "99999999999999999999", "\xD9\xA1"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        int64_t value = 5;
        assert_false(number_parse(bad[i], &value));
        assert_int_equal(value, 5);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers_are_read),
        cmocka_unit_test(what_is_no_integer_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
