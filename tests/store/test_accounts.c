/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Accounts, sessions, receipts, refusals and the kept law.
 */
#include <string.h>

#include "kept.h"
#include "test.h"

static int setup(void **state)
{
    static struct kept kept;
    kept_setup(&kept);
    *state = &kept;
    return 0;
}

static int teardown(void **state)
{
    kept_teardown(*state);
    return 0;
}

static int64_t account_add(struct kept *kept, const char *name)
{
    struct store_account account = {
        .name = name,
        .password = "$argon2id$…",
        .offices = {"clerk", "rural-akim"},
        .offices_count = 2,
        .resident = 17,
        .language = LANGUAGE_RU,
    };
    int64_t id = 0;
    kept_begin(kept);
    kept_ok(kept,
        store_account_add(kept->store, &account, &id, &kept->error));
    kept_commit(kept);
    return id;
}

/* ---- accounts ------------------------------------------------------------ */

static void an_account_is_found_by_its_name(void **state)
{
    struct kept *kept = *state;
    struct store_account account;
    assert_int_equal(account_add(kept, "хатшы"), 1);
    assert_int_equal(account_add(kept, "әкім"), 2);
    kept_ok(kept, store_account(
        kept->reader, "әкім", kept->arena, &account, &kept->error));
    assert_int_equal(account.id, 2);
    assert_string_equal(account.name, "әкім");
    assert_string_equal(account.password, "$argon2id$…");
    assert_int_equal(account.offices_count, 2);
    assert_string_equal(account.offices[0], "clerk");
    assert_string_equal(account.offices[1], "rural-akim");
    assert_int_equal(account.resident, 17);
    assert_int_equal(account.language, LANGUAGE_RU);
    kept_fails(kept,
        store_account(
            kept->reader, "Әкім", kept->arena, &account, &kept->error),
        STATUS_MISSING, "error.store-no-account");
}

static void a_name_is_given_once(void **state)
{
    struct kept *kept = *state;
    struct store_account again = {.name = "хатшы", .password = "x"};
    int64_t id = 0;
    (void)account_add(kept, "хатшы");
    kept_begin(kept);
    kept_fails(kept,
        store_account_add(kept->store, &again, &id, &kept->error),
        STATUS_CONFLICT, "error.store-account-taken");
    assert_int_equal(id, 0);
    kept_commit(kept); /* the rest of the group is as good as before */
}

static void an_account_may_hold_no_office(void **state)
{
    struct kept *kept = *state;
    struct store_account member = {.name = "тұрғын", .password = "x"};
    struct store_account found;
    int64_t id = 0;
    kept_begin(kept);
    kept_ok(
        kept, store_account_add(kept->store, &member, &id, &kept->error));
    kept_commit(kept);
    kept_ok(kept, store_account(
        kept->reader, "тұрғын", kept->arena, &found, &kept->error));
    assert_int_equal(found.offices_count, 0);
}

/* ---- sessions ------------------------------------------------------------ */

static void session_open(
    struct kept *kept, const char *hash, int64_t now, int64_t expires)
{
    struct store_session session = {
        .token_hash = hash,
        .account = 1,
        .form_token = "form",
        .expires = {expires},
    };
    kept_begin(kept);
    kept_ok(kept, store_session_open(
        kept->store, &session, (struct instant){now}, &kept->error));
    kept_commit(kept);
}

static enum status session_find(
    struct kept *kept, const char *hash, int64_t now)
{
    struct store_session session;
    struct store_account account;
    enum status status = store_session(kept->reader, hash,
        (struct instant){now}, kept->arena, &session, &account, &kept->error);
    if (status == STATUS_OK) {
        assert_string_equal(session.form_token, "form");
        assert_string_equal(account.name, "хатшы");
        assert_int_equal(account.offices_count, 2);
    }
    return status;
}

static void a_session_ends_at_its_instant(void **state)
{
    struct kept *kept = *state;
    (void)account_add(kept, "хатшы");
    session_open(kept, "h1", 1000, 2000);
    kept_ok(kept, session_find(kept, "h1", 1999));
    kept_fails(kept, session_find(kept, "h1", 2000), STATUS_MISSING,
        "error.store-no-session");
    kept_fails(kept, session_find(kept, "h2", 1999), STATUS_MISSING,
        "error.store-no-session");
}

static void sessions_that_ended_are_forgotten(void **state)
{
    struct kept *kept = *state;
    (void)account_add(kept, "хатшы");
    session_open(kept, "h1", 1000, 2000);
    session_open(kept, "h2", 1999, 3000);
    assert_int_equal(
        kept_sql_integer(kept, "SELECT count(*) FROM sessions"), 2);
    session_open(kept, "h3", 2000, 3000);
    assert_int_equal(
        kept_sql_integer(kept, "SELECT count(*) FROM sessions"), 2);
}

static void who_signs_out_has_no_session(void **state)
{
    struct kept *kept = *state;
    (void)account_add(kept, "хатшы");
    session_open(kept, "h1", 1000, 2000);
    session_open(kept, "h2", 1000, 2000);
    kept_begin(kept);
    kept_ok(kept, store_session_close(kept->store, "h1", &kept->error));
    kept_ok(kept, store_session_close(kept->store, "none", &kept->error));
    kept_commit(kept);
    kept_fails(kept, session_find(kept, "h1", 1500), STATUS_MISSING,
        "error.store-no-session");
    kept_ok(kept, session_find(kept, "h2", 1500));
}

/* ---- answers ------------------------------------------------------------- */

static void the_first_receipt_of_a_token_stands(void **state)
{
    struct kept *kept = *state;
    struct store_receipt first = {.number = 7, .proceeding = 2};
    struct store_receipt second = {.number = 8};
    struct store_receipt found;
    first.hash.bytes[31] = 0xAB;
    kept_fails(kept,
        store_token(kept->reader, "t", &found, &kept->error), STATUS_MISSING,
        "error.store-no-token");
    kept_begin(kept);
    kept_ok(kept, store_token_keep(kept->store, "t", &first, &kept->error));
    kept_fails(kept,
        store_token_keep(kept->store, "t", &second, &kept->error),
        STATUS_CONFLICT, "error.store-token-used");
    kept_commit(kept);
    kept_ok(kept, store_token(kept->reader, "t", &found, &kept->error));
    assert_int_equal(found.number, 7);
    assert_int_equal(found.proceeding, 2);
    assert_memory_equal(found.hash.bytes, first.hash.bytes, HASH_SIZE);
}

static void refusals_are_kept_in_their_order(void **state)
{
    struct kept *kept = *state;
    struct store_refusal refusal = {
        .at = {1000},
        .entered_by = "account-3",
        .act = "call",
        .proceeding = 4,
        .text = "{}",
    };
    kept_begin(kept);
    kept_ok(kept, store_refusal_keep(kept->store, &refusal, &kept->error));
    refusal.act = "vote";
    kept_ok(kept, store_refusal_keep(kept->store, &refusal, &kept->error));
    kept_commit(kept);
    assert_int_equal(kept_sql_integer(kept,
        "SELECT number FROM refusals WHERE act = 'vote' AND at = 1000"
        " AND entered_by = 'account-3' AND proceeding = 4"), 2);
}

/* ---- the kept law -------------------------------------------------------- */

static void a_corpus_is_given_back_by_its_digest(void **state)
{
    struct kept *kept = *state;
    const struct law_source sources[] = {
        {"law/b.law", bytes_of_text("акт b\n")},
        {"law/a.law", bytes_of_text("")},
    };
    struct law_source *found = NULL;
    size_t count = 0;
    char digest[COMMITMENT_TEXT_MAX];
    char again[COMMITMENT_TEXT_MAX];
    kept_begin(kept);
    kept_ok(kept, store_corpus_keep(
        kept->store, sources, 2, digest, &kept->error));
    kept_ok(kept, store_corpus_keep(
        kept->store, sources, 2, again, &kept->error));
    kept_commit(kept);
    assert_string_equal(digest, again);
    kept_ok(kept, store_corpus(kept->reader, digest, kept->arena, &found,
        &count, &kept->error));
    assert_int_equal(count, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_string_equal(found[i].name, sources[i].name);
        assert_true(bytes_equal(found[i].text, sources[i].text));
    }
    again[0] = again[0] == '0' ? '1' : '0';
    kept_fails(kept,
        store_corpus(kept->reader, again, kept->arena, &found, &count,
            &kept->error),
        STATUS_MISSING, "error.store-no-corpus");
}

/* By: sha256sum law/x.law | sha256sum, the file being one x. */
static void a_digest_can_be_made_with_sha256sum(void **state)
{
    (void)state;
    const struct law_source source = {"law/x.law", bytes_of_text("x")};
    char digest[COMMITMENT_TEXT_MAX];
    store_corpus_digest(&source, 1, digest);
    assert_string_equal(digest,
        "477ed433c913d24e2cde818707f0016e66702394ce33d544767a236239e6fb2c");
}

static void an_altered_corpus_is_corrupt(void **state)
{
    struct kept *kept = *state;
    const struct law_source source = {"law/x.law", bytes_of_text("at 10")};
    struct law_source *found = NULL;
    size_t count = 0;
    char digest[COMMITMENT_TEXT_MAX];
    kept_begin(kept);
    kept_ok(kept, store_corpus_keep(
        kept->store, &source, 1, digest, &kept->error));
    kept_commit(kept);
    kept_sql(kept, "DROP TRIGGER corpus_sources_keep;"
        "UPDATE corpus_sources SET text = CAST('at 11' AS BLOB)");
    kept_fails(kept,
        store_corpus(kept->reader, digest, kept->arena, &found, &count,
            &kept->error),
        STATUS_CORRUPT, "error.store-corpus-altered");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            an_account_is_found_by_its_name, setup, teardown),
        cmocka_unit_test_setup_teardown(a_name_is_given_once, setup, teardown),
        cmocka_unit_test_setup_teardown(
            an_account_may_hold_no_office, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_session_ends_at_its_instant, setup, teardown),
        cmocka_unit_test_setup_teardown(
            sessions_that_ended_are_forgotten, setup, teardown),
        cmocka_unit_test_setup_teardown(
            who_signs_out_has_no_session, setup, teardown),
        cmocka_unit_test_setup_teardown(
            the_first_receipt_of_a_token_stands, setup, teardown),
        cmocka_unit_test_setup_teardown(
            refusals_are_kept_in_their_order, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_corpus_is_given_back_by_its_digest, setup, teardown),
        cmocka_unit_test(a_digest_can_be_made_with_sha256sum),
        cmocka_unit_test_setup_teardown(
            an_altered_corpus_is_corrupt, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
