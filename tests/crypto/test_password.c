/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Passwords: what is stored, and what matches it.
 */
#include <string.h>

#include "test.h"

#include "crypto/password.h"

static void a_password_matches_itself_alone(void **state)
{
    (void)state;
    char stored[PASSWORD_STORED_MAX];
    assert_true(password_store("құпия сөз 2026", stored));
    assert_true(password_matches("құпия сөз 2026", stored));
    assert_false(password_matches("құпия сөз 2027", stored));
    assert_false(password_matches("", stored));
    assert_null(strstr(stored, "2026"));
    assert_memory_equal(stored, "$argon2id$", 10);
}

static void the_same_password_is_stored_differently(void **state)
{
    (void)state;
    char one[PASSWORD_STORED_MAX];
    char other[PASSWORD_STORED_MAX];
    assert_true(password_store("the same", one));
    assert_true(password_store("the same", other));
    assert_string_not_equal(one, other);
}

static void it_is_as_long_as_may_be_and_no_longer(void **state)
{
    (void)state;
    char stored[PASSWORD_STORED_MAX];
    char longest[PASSWORD_MAX + 2] = "";
    memset(longest, 'x', PASSWORD_MAX);
    assert_true(password_store(longest, stored));
    assert_true(password_matches(longest, stored));
    longest[PASSWORD_MAX] = 'x';
    assert_false(password_matches(longest, stored));
}

static void nothing_matches_what_is_no_stored_password(void **state)
{
    (void)state;
    char stored[PASSWORD_STORED_MAX];
    char long_text[300] = "";
    memset(long_text, 'a', sizeof long_text - 1);
    assert_false(password_matches("x", NULL));
    assert_false(password_matches("x", ""));
    assert_false(password_matches("x", "x"));
    assert_false(password_matches("x", "$argon2id$v=19$m=65536,t=2,p=1$"));
    assert_false(password_matches("x", long_text));
    assert_true(password_store("secret word", stored));
    stored[strlen(stored) - 1] ^= 1;
    assert_false(password_matches("secret word", stored));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_password_matches_itself_alone),
        cmocka_unit_test(the_same_password_is_stored_differently),
        cmocka_unit_test(it_is_as_long_as_may_be_and_no_longer),
        cmocka_unit_test(nothing_matches_what_is_no_stored_password),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
