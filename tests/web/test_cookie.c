/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Cookies.
 */
#include "web/cookie.h"

#include "test.h"

#define TOKEN "0123456789abcdef0123456789abcdef"
#define OTHER "ffffffffffffffffffffffffffffffff"

static void a_token_is_found_among_cookies(void **state)
{
    (void)state;
    char token[COOKIE_TOKEN_MAX];
    assert_true(cookie_read("s=" TOKEN, "s", token));
    assert_string_equal(token, TOKEN);
    assert_true(cookie_read("a=b; s=" TOKEN "; c=d", "s", token));
    assert_true(cookie_read("xs=" OTHER "; s=" TOKEN, "s", token));
    assert_string_equal(token, TOKEN);
}

static void what_is_no_token_is_none(void **state)
{
    (void)state;
    char token[COOKIE_TOKEN_MAX];
    assert_false(cookie_read(NULL, "s", token));
    assert_false(cookie_read("", "s", token));
    assert_false(cookie_read("s", "s", token));
    assert_false(cookie_read("s=", "s", token));
    assert_false(cookie_read("s=" TOKEN "0", "s", token));
    assert_false(cookie_read("s=0123456789abcdef0123456789abcde", "s", token));
    assert_false(cookie_read("s=0123456789ABCDEF0123456789abcdef", "s", token));
    assert_false(cookie_read("session=" TOKEN, "s", token));
}

static void a_cookie_that_stands_twice_is_none(void **state)
{
    (void)state;
    char token[COOKIE_TOKEN_MAX];
    assert_false(cookie_read("s=" TOKEN "; s=" OTHER, "s", token));
}

static void a_cookie_is_kept_from_scripts_and_other_sites(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    cookie_write("s", TOKEN, &text);
    assert_string_equal(
        buffer_text(&text), "s=" TOKEN "; Path=/; HttpOnly; SameSite=Strict");
    buffer_clear(&text);
    cookie_write("s", NULL, &text);
    assert_string_equal(
        buffer_text(&text), "s=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    buffer_finish(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_token_is_found_among_cookies),
        cmocka_unit_test(what_is_no_token_is_none),
        cmocka_unit_test(a_cookie_that_stands_twice_is_none),
        cmocka_unit_test(a_cookie_is_kept_from_scripts_and_other_sites),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
