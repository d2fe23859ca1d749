/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Accounts, passwords, sessions.
 */
#include <pthread.h>
#include <string.h>

#include "crypto/password.h"
#include "desk.h"
#include "test.h"

#define PASSWORD "dala samaly 2026"

static const char *const offices[] = {"clerk", "rural-akim"};

static void account(struct desk *desk)
{
    desk_ok(desk, clerk_account_add(desk->clerk, "Айгүл", PASSWORD, offices,
        2, 0, LANGUAGE_RU, &desk->error));
}

static enum status sign_in(
    struct desk *desk, const char *password, char session[CLERK_TOKEN_MAX])
{
    return clerk_sign_in(
        desk->clerk, "Айгүл", password, session, &desk->error);
}

static void a_session_is_of_the_account_that_signed_in(void **state)
{
    struct desk *desk = *state;
    struct clerk_account found;
    char session[CLERK_TOKEN_MAX] = "";
    char form[CLERK_TOKEN_MAX] = "";
    account(desk);
    desk_ok(desk, sign_in(desk, PASSWORD, session));
    assert_int_equal(strlen(session), 32);
    desk_ok(desk, clerk_session(desk->clerk, session, desk->arena, &found,
        form, &desk->error));
    assert_string_equal(found.name, "Айгүл");
    assert_int_equal(found.id, 1);
    assert_int_equal(found.offices_count, 2);
    assert_string_equal(found.offices[0], "clerk");
    assert_string_equal(found.offices[1], "rural-akim");
    assert_int_equal(found.language, LANGUAGE_RU);
    assert_int_equal(strlen(form), 32);
    assert_string_not_equal(form, session);
}

static void neither_password_nor_token_is_kept_as_it_is(void **state)
{
    struct desk *desk = *state;
    char session[CLERK_TOKEN_MAX];
    account(desk);
    desk_ok(desk, sign_in(desk, PASSWORD, session));
    assert_int_equal(kept_sql_integer(&desk->file,
                         "SELECT count(*) FROM accounts WHERE"
                         " password LIKE '$argon2id$%'"),
        1);
    assert_int_equal(kept_sql_integer(&desk->file,
                         arena_format(desk->arena,
                             "SELECT count(*) FROM sessions WHERE"
                             " token_hash LIKE '%%%s%%'",
                             session)),
        0);
    assert_int_equal(
        kept_sql_integer(&desk->file, "SELECT count(*) FROM sessions"), 1);
}

static void a_wrong_password_and_a_wrong_name_sound_the_same(void **state)
{
    struct desk *desk = *state;
    char session[CLERK_TOKEN_MAX] = "";
    account(desk);
    desk_fails(desk, sign_in(desk, "dala samaly 2025", session),
        STATUS_FORBIDDEN, "error.sign-in-wrong");
    desk_fails(desk,
        clerk_sign_in(
            desk->clerk, "Айгул", PASSWORD, session, &desk->error),
        STATUS_FORBIDDEN, "error.sign-in-wrong");
    assert_string_equal(session, "");
}

/* The tenth attempt is heard, the eleventh not, even with the password. */
static void ten_failures_close_a_name_for_a_quarter_of_an_hour(void **state)
{
    struct desk *desk = *state;
    char session[CLERK_TOKEN_MAX];
    account(desk);
    for (int i = 0; i < 10; i++) {
        desk_fails(desk, sign_in(desk, "wrong", session), STATUS_FORBIDDEN,
            "error.sign-in-wrong");
    }
    desk_fails(desk, sign_in(desk, PASSWORD, session), STATUS_UNAVAILABLE,
        "error.sign-in-too-often");
    desk_fails(desk,
        clerk_sign_in(
            desk->clerk, "Ерлан", PASSWORD, session, &desk->error),
        STATUS_FORBIDDEN, "error.sign-in-wrong");
    desk_now(desk, "2026-12-01T10:14:59+05:00");
    desk_fails(desk, sign_in(desk, PASSWORD, session), STATUS_UNAVAILABLE,
        "error.sign-in-too-often");
    desk_now(desk, "2026-12-01T10:15:00+05:00");
    desk_ok(desk, sign_in(desk, PASSWORD, session));
}

static void nine_failures_are_forgiven_by_the_password(void **state)
{
    struct desk *desk = *state;
    char session[CLERK_TOKEN_MAX];
    account(desk);
    for (int i = 0; i < 9; i++) {
        desk_fails(desk, sign_in(desk, "wrong", session), STATUS_FORBIDDEN,
            "error.sign-in-wrong");
    }
    desk_ok(desk, sign_in(desk, PASSWORD, session));
    desk_fails(desk, sign_in(desk, "wrong", session), STATUS_FORBIDDEN,
        "error.sign-in-wrong");
    desk_ok(desk, sign_in(desk, PASSWORD, session));
}

struct guess {
    struct desk *desk;
    int heard; /* of 4 */
};

static void *guess_four(void *context)
{
    struct guess *guess = context;
    for (int i = 0; i < 4; i++) {
        char session[CLERK_TOKEN_MAX];
        struct error error;
        guess->heard += clerk_sign_in(guess->desk->clerk, "Айгүл", "wrong",
                            session, &error) == STATUS_FORBIDDEN;
    }
    return NULL;
}

static void guessing_at_once_is_no_way_round(void **state)
{
    struct desk *desk = *state;
    pthread_t threads[4];
    struct guess guesses[4];
    int heard = 0;
    account(desk);
    for (int i = 0; i < 4; i++) {
        guesses[i] = (struct guess){.desk = desk};
        assert_int_equal(
            pthread_create(&threads[i], NULL, guess_four, &guesses[i]), 0);
    }
    for (int i = 0; i < 4; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        heard += guesses[i].heard;
    }
    assert_int_equal(heard, 10);
}

static enum status session_find(struct desk *desk, const char *session)
{
    struct clerk_account found;
    char form[CLERK_TOKEN_MAX];
    return clerk_session(
        desk->clerk, session, desk->arena, &found, form, &desk->error);
}

static void a_session_ends_after_twelve_hours(void **state)
{
    struct desk *desk = *state;
    char session[CLERK_TOKEN_MAX];
    account(desk);
    desk_ok(desk, sign_in(desk, PASSWORD, session));
    desk_now(desk, "2026-12-01T21:59:59+05:00");
    desk_ok(desk, session_find(desk, session));
    desk_now(desk, "2026-12-01T22:00:00+05:00");
    assert_int_equal(session_find(desk, session), STATUS_MISSING);
}

static void signing_out_ends_that_session_alone(void **state)
{
    struct desk *desk = *state;
    char first[CLERK_TOKEN_MAX];
    char second[CLERK_TOKEN_MAX];
    account(desk);
    desk_ok(desk, sign_in(desk, PASSWORD, first));
    desk_ok(desk, sign_in(desk, PASSWORD, second));
    clerk_sign_out(desk->clerk, first);
    assert_int_equal(session_find(desk, first), STATUS_MISSING);
    desk_ok(desk, session_find(desk, second));
    clerk_sign_out(desk->clerk, "nothing");
    assert_int_equal(session_find(desk, "nothing"), STATUS_MISSING);
}

static enum status add(struct desk *desk, const char *name,
    const char *password, const char *office, int64_t resident)
{
    return clerk_account_add(desk->clerk, name, password, &office,
        office == NULL ? 0 : 1, resident, LANGUAGE_KK, &desk->error);
}

static void a_name_is_taken_once(void **state)
{
    struct desk *desk = *state;
    account(desk);
    desk_fails(desk, add(desk, "Айгүл", PASSWORD, "keeper", 0),
        STATUS_CONFLICT, "error.store-account-taken");
    desk_ok(desk, add(desk, "Айгүл2", PASSWORD, "keeper", 0));
}

static void a_name_has_no_blanks_and_a_length(void **state)
{
    struct desk *desk = *state;
    char name[62] = "";
    desk_fails(desk, add(desk, "", PASSWORD, "clerk", 0), STATUS_INVALID,
        "error.account-name");
    desk_fails(desk, add(desk, "a b", PASSWORD, "clerk", 0), STATUS_INVALID,
        "error.account-name");
    desk_fails(desk, add(desk, "a\n", PASSWORD, "clerk", 0), STATUS_INVALID,
        "error.account-name");
    desk_fails(desk, add(desk, "\xd0", PASSWORD, "clerk", 0),
        STATUS_INVALID, "error.account-name");
    memset(name, 'a', 61);
    desk_fails(desk, add(desk, name, PASSWORD, "clerk", 0), STATUS_INVALID,
        "error.account-name");
    name[60] = '\0';
    desk_ok(desk, add(desk, name, PASSWORD, "clerk", 0));
}

static void a_password_has_ten_to_two_hundred_bytes(void **state)
{
    struct desk *desk = *state;
    char password[PASSWORD_MAX + 2] = "";
    memset(password, 'x', 9);
    desk_fails(desk, add(desk, "a", password, "clerk", 0), STATUS_INVALID,
        "error.password-length");
    password[9] = 'x';
    desk_ok(desk, add(desk, "a", password, "clerk", 0));
    memset(password, 'x', PASSWORD_MAX + 1);
    desk_fails(desk, add(desk, "b", password, "clerk", 0), STATUS_INVALID,
        "error.password-length");
    password[PASSWORD_MAX] = '\0';
    desk_ok(desk, add(desk, "b", password, "clerk", 0));
}

static void an_account_holds_offices_that_there_are(void **state)
{
    static const char *const nine[] = {"clerk", "keeper", "rural-akim",
        "district-akim", "district-maslikhat", "chair", "secretary",
        "assembly", "gathering"};
    struct desk *desk = *state;
    desk_fails(desk, add(desk, "a", PASSWORD, "budget-tsar", 0),
        STATUS_INVALID, "error.no-such-office");
    desk_fails(desk, add(desk, "a", PASSWORD, "local-budget", 0),
        STATUS_INVALID, "error.no-such-office");
    desk_fails(desk,
        clerk_account_add(desk->clerk, "a", PASSWORD, nine, 9, 0,
            LANGUAGE_KK, &desk->error),
        STATUS_INVALID, "error.offices-many");
    desk_ok(desk, clerk_account_add(desk->clerk, "a", PASSWORD, nine, 8, 0,
        LANGUAGE_KK, &desk->error));
}

static void an_account_of_a_member_is_of_somebody_in_the_register(void **state)
{
    struct desk *desk = *state;
    struct clerk_account found;
    desk_register(desk, 3);
    assert_int_equal(
        add(desk, "a", PASSWORD, NULL, 4), STATUS_MISSING);
    desk_ok(desk, add(desk, "a", PASSWORD, NULL, 3));
    desk_ok(desk, clerk_account_find(
        desk->clerk, "a", desk->arena, &found, &desk->error));
    assert_int_equal(found.resident, 3);
    assert_int_equal(found.offices_count, 0);
    desk_fails(desk,
        clerk_account_find(
            desk->clerk, "b", desk->arena, &found, &desk->error),
        STATUS_MISSING, "error.store-no-account");
}

static void a_made_password_is_long_enough_and_another_each_time(void **state)
{
    struct desk *desk = *state;
    char first[CLERK_TOKEN_MAX];
    char second[CLERK_TOKEN_MAX];
    clerk_password(first);
    clerk_password(second);
    assert_string_not_equal(first, second);
    desk_ok(desk, add(desk, "a", first, "clerk", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(a_session_is_of_the_account_that_signed_in),
        DESK_TEST(neither_password_nor_token_is_kept_as_it_is),
        DESK_TEST(a_wrong_password_and_a_wrong_name_sound_the_same),
        DESK_TEST(ten_failures_close_a_name_for_a_quarter_of_an_hour),
        DESK_TEST(nine_failures_are_forgiven_by_the_password),
        DESK_TEST(guessing_at_once_is_no_way_round),
        DESK_TEST(a_session_ends_after_twelve_hours),
        DESK_TEST(signing_out_ends_that_session_alone),
        DESK_TEST(a_name_is_taken_once),
        DESK_TEST(a_name_has_no_blanks_and_a_length),
        DESK_TEST(a_password_has_ten_to_two_hundred_bytes),
        DESK_TEST(an_account_holds_offices_that_there_are),
        DESK_TEST(an_account_of_a_member_is_of_somebody_in_the_register),
        DESK_TEST(a_made_password_is_long_enough_and_another_each_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
