/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Shares, exactly.
 */
#include "test.h"

#include "base/fraction.h"

static void shares_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct fraction share;
    } cases[] = {
        {"1/2", {1, 2}},
        {"2/3", {2, 3}},
        {"0/1", {0, 1}},
        {"1000000000/1000000000", {1000000000, 1000000000}},
        {"10 %", {10, 100}},
        {"9.99 %", {999, 10000}},
        {"0 %", {0, 100}},
        {"0.5 %", {5, 1000}},
        {"100 %", {100, 100}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fraction share = {0, 0};
        assert_true(fraction_parse(cases[i].text, &share));
        assert_int_equal(share.numerator, cases[i].share.numerator);
        assert_int_equal(share.denominator, cases[i].share.denominator);
    }
}

static void what_is_no_share_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "1", "1/", "/2", "1/0", "-1/2",
        "1/-2", "1 / 2", "01/2", "1/02", "1/2 ", "10%", "10  %", "% 10",
        "1.5/2", "10. %", ".5 %", "10.5.5 %", "10 % ", "1000000001/2",
        "1/1000000001", "10000000000/2", "99999999999999999999/1",
        "1.123456789 %"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct fraction share = {7, 7};
        assert_false(fraction_parse(bad[i], &share));
        assert_int_equal(share.numerator, 7);
    }
}

/* <0, 0, >0: part/whole against the share, by cross-multiplication. */
static int compare(int64_t part, int64_t whole, struct fraction share)
{
    int64_t left = part * share.denominator;
    int64_t right = whole * share.numerator;
    return (left > right) - (left < right);
}

static void the_least_part_reaches_and_the_next_passes(void **state)
{
    (void)state;
    const struct fraction shares[] = {
        {10, 100}, {1, 2}, {1, 3}, {2, 3}, {999, 10000}, {0, 1}, {1, 1}};
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        for (int64_t whole = 1; whole < 400; whole++) {
            int64_t least = fraction_least(whole, shares[i]);
            int64_t more = fraction_more_than(whole, shares[i]);
            assert_true(compare(least, whole, shares[i]) >= 0);
            assert_true(least == 0 ||
                        compare(least - 1, whole, shares[i]) < 0);
            assert_true(compare(more, whole, shares[i]) > 0);
            assert_true(compare(more - 1, whole, shares[i]) <= 0);
        }
    }
    assert_int_equal(fraction_least(1001, shares[0]), 101);
    assert_int_equal(fraction_more_than(24, shares[1]), 13);
    assert_int_equal(fraction_more_than(25, shares[1]), 13);
    assert_int_equal(fraction_least(1000000000, shares[6]), 1000000000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_are_read),
        cmocka_unit_test(what_is_no_share_is_refused),
        cmocka_unit_test(the_least_part_reaches_and_the_next_passes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
