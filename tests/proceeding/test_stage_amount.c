/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Amounts: bounds, shares worked out, texts of shares, what a choice writes.
 */
#include "test.h"

#include "proceeding/stage.h"

static struct law_amount amount_of(const char *text)
{
    struct law_amount amount = {0};
    assert_true(stage_amount_read(text, &amount));
    return amount;
}

static void a_choice_is_read_in_any_order(void **state)
{
    (void)state;
    struct law_amount amount = amount_of("more-than 1/2 of participants");
    assert_true(amount.given);
    assert_true(amount.is_share);
    assert_int_equal(amount.bound, LAW_BOUND_MORE_THAN);
    assert_string_equal(amount.base, "participants");
    amount = amount_of("10 calendar-days at-least");
    assert_false(amount.is_share);
    assert_int_equal(amount.value.numerator, 10);
    assert_int_equal(amount.bound, LAW_BOUND_AT_LEAST);
    assert_string_equal(amount.unit, "calendar-days");
    amount = amount_of("9.99 % of members-entitled");
    assert_int_equal(amount.value.numerator, 999);
    assert_int_equal(amount.value.denominator, 10000);
}

static void what_is_no_amount_is_not_read(void **state)
{
    (void)state;
    static const char *const texts[] = {"", " ", "ten", "10 10", "at-least",
        "10  persons", "10 %", "1/2", "1/0 of present", "10 % of",
        "10 % of horses", "-1 persons", "1000001 persons", "of present",
        "10 %of present"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct law_amount amount = {.value = {7, 1}};
        if (stage_amount_read(texts[i], &amount)) {
            fail_msg("read: %s", texts[i]);
        }
        assert_int_equal(amount.value.numerator, 7);
    }
}

static void a_share_is_rounded_up_to_persons(void **state)
{
    (void)state;
    struct law_amount tenth = amount_of("at-least 10 % of members-entitled");
    assert_int_equal(stage_needed(&tenth, 100), 10);
    assert_int_equal(stage_needed(&tenth, 101), 11);
    assert_int_equal(stage_needed(&tenth, 0), 0);
    struct law_amount most = amount_of("more-than 1/2 of participants");
    assert_int_equal(stage_needed(&most, 10), 6);
    assert_int_equal(stage_needed(&most, 11), 6);
    struct law_amount half = amount_of("at-least 1/2 of participants");
    assert_int_equal(stage_needed(&half, 11), 6);
    assert_int_equal(stage_needed(&half, 10), 5);
    struct law_amount three = amount_of("more-than 3 persons");
    assert_int_equal(stage_needed(&three, -1), 4);
}

static void bounds_hold_at_the_limit_and_not_past_it(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool below, at, above;
    } rows[] = {
        {"25 persons", false, true, false},
        {"at-least 25 persons", false, true, true},
        {"more-than 25 persons", false, false, true},
        {"at-most 25 persons", true, true, false},
        {"less-than 25 persons", true, false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct law_amount amount = amount_of(rows[i].text);
        assert_int_equal(stage_fits(&amount, 24), rows[i].below);
        assert_int_equal(stage_fits(&amount, 25), rows[i].at);
        assert_int_equal(stage_fits(&amount, 26), rows[i].above);
    }
}

static void shares_are_shown_as_the_law_writes_them(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        {"10 % of present", "10 %"},
        {"9.99 % of present", "9.99 %"},
        {"0.5 % of present", "0.5 %"},
        {"10.50 % of present", "10.5 %"},
        {"1/2 of present", "1/2"},
        {"2/3 of present", "2/3"},
        {"1/300 of present", "1/300"},
        {"15 persons", "15"},
    };
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct law_amount amount = amount_of(texts[i][0]);
        assert_string_equal(stage_amount_text(&amount, arena), texts[i][1]);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_choice_is_read_in_any_order),
        cmocka_unit_test(what_is_no_amount_is_not_read),
        cmocka_unit_test(a_share_is_rounded_up_to_persons),
        cmocka_unit_test(bounds_hold_at_the_limit_and_not_past_it),
        cmocka_unit_test(shares_are_shown_as_the_law_writes_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
