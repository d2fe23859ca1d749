/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Words typed with the wrong keyboard.
 */
#include "test.h"

#include "base/keys.h"

static void meant_is(const char *typed, const char *wanted)
{
    struct buffer meant = BUFFER_EMPTY;
    assert_true(keys_cyrillic(typed, &meant));
    assert_string_equal(buffer_text(&meant), wanted);
    buffer_finish(&meant);
}

static void not_taken(const char *typed)
{
    struct buffer meant = BUFFER_EMPTY;
    assert_false(keys_cyrillic(typed, &meant));
    assert_int_equal(meant.length, 0);
    buffer_finish(&meant);
}

static void latin_keys_are_read_as_russian_ones(void **state)
{
    (void)state;
    meant_is("fhvfy", "арман");
    meant_is("FHVFY", "арман");
    meant_is(";fyfh ,jkfn", "жанар болат");
    meant_is("`kj[d", "ёлохв");
}

static void the_row_of_digits_is_the_kazakh_one(void **state)
{
    (void)state;
    meant_is("2kbz", "әлия");
    meant_is("0fy3iT", "қаніше");
    meant_is("n4=898-5f", "тңһүұүөға");
}

static void what_was_typed_right_stays(void **state)
{
    (void)state;
    not_taken("арман");
    not_taken("арман f");
    not_taken("");
    not_taken("2026");
    not_taken(" -; ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(latin_keys_are_read_as_russian_ones),
        cmocka_unit_test(the_row_of_digits_is_the_kazakh_one),
        cmocka_unit_test(what_was_typed_right_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
