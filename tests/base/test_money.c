/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Sums in tiyn.
 */
#include "test.h"

#include "base/money.h"

static void thousands_are_read_down_to_the_tiyn(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t tiyn;
    } cases[] = {
        {"0", 0},
        {"1", 100000},
        {"81914", 8191400000},
        {"366814.4", 36681440000},
        {"0.00001", 1},
        {"-0.00001", -1},
        {"-5.5", -550000},
        {"0.0", 0},
        {"92233720368547.75807", INT64_MAX},
        {"-92233720368547.75807", -INT64_MAX},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct money money = {7};
        assert_true(money_parse_thousands(cases[i].text, &money));
        assert_int_equal(money.tiyn, cases[i].tiyn);
    }
}

static void what_is_no_sum_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "-", ".", "1.", ".5", "-.5", "01",
        "-0", "-0.0", "+1", " 1", "1 ", "1,5", "1 000", "0.000001", "1.5.5",
        "1e3", "92233720368547.75808", "92233720368548",
        "99999999999999999999"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct money money = {7};
        assert_false(money_parse_thousands(bad[i], &money));
        assert_int_equal(money.tiyn, 7);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(thousands_are_read_down_to_the_tiyn),
        cmocka_unit_test(what_is_no_sum_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
