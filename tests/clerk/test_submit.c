/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * One act: its receipt, its token, its trial without consequence, its refusal.
 */
#include <string.h>

#include "desk.h"
#include "test.h"

#define OPEN "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}"
#define CALL(day) \
    "{'act': 'call', 'actor': 'rural-akim', 'day': '" day "', " \
    "'time': '11:00', 'place': 'Клуб', 'items': [" DESK_TASKS "]}"

static int64_t count(struct desk *desk, const char *table)
{
    return kept_sql_integer(&desk->file,
        arena_format(desk->arena, "SELECT count(*) FROM %s", table));
}

static void a_receipt_names_the_last_event_of_the_act(void **state)
{
    struct desk *desk = *state;
    struct store_head head;
    desk_accept(desk, "rural-akim", OPEN);
    struct store_reader *reader = desk_reader(desk);
    desk_ok(desk, store_head(reader, &head, &desk->error));
    store_reader_close(reader);
    assert_int_equal(desk->answer.number, 2);
    assert_int_equal(head.count, 2);
    assert_memory_equal(&desk->answer.hash, &head.head, sizeof head.head);
    assert_int_equal(desk->answer.proceeding, 1);
    assert_false(desk->answer.repeated);
    assert_null(desk->answer.error.message.key);
}

static void an_act_that_comes_again_with_its_token_is_one_act(void **state)
{
    static const char ACT[] =
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'token': 'a-1'}";
    struct desk *desk = *state;
    desk_accept(desk, "rural-akim", ACT);
    struct clerk_answer first = desk->answer;
    desk_accept(desk, "rural-akim", ACT);
    assert_true(desk->answer.repeated);
    assert_int_equal(desk->answer.number, first.number);
    assert_int_equal(desk->answer.proceeding, 1);
    assert_memory_equal(
        &desk->answer.hash, &first.hash, sizeof first.hash);
    desk_reopen(desk);
    desk_accept(desk, "rural-akim", ACT);
    assert_true(desk->answer.repeated);
    assert_int_equal(desk_events(desk), 2);
}

static void a_token_answers_only_who_might_act(void **state)
{
    static const char ACT[] =
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'token': 'a-1'}";
    struct desk *desk = *state;
    desk_accept(desk, "rural-akim", ACT);
    desk_reject(desk, "district-akim", ACT, STATUS_FORBIDDEN,
        "error.not-your-office");
    assert_false(desk->answer.repeated);
}

static void acts_without_a_token_are_as_many_as_come(void **state)
{
    struct desk *desk = *state;
    desk_accept(desk, "rural-akim", OPEN);
    desk_accept(desk, "rural-akim", OPEN);
    assert_int_equal(desk->answer.proceeding, 2);
}

static void a_refused_act_leaves_its_token_free(void **state)
{
    static const char ACT[] =
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-10', "
        "'time': '11:00', 'place': 'Клуб', 'items': [" DESK_TASKS "], "
        "'token': 'a-1'}";
    struct desk *desk = *state;
    desk_register(desk, 20);
    desk_accept(desk, "rural-akim", OPEN);
    desk_refuse(desk, "rural-akim", ACT, "refusal.notice-too-short");
    assert_int_equal(count(desk, "tokens"), 0);
    desk_refuse(desk, "rural-akim", ACT, "refusal.notice-too-short");
}

static void nine_days_of_notice_are_refused_and_ten_pass(void **state)
{
    struct desk *desk = *state;
    desk_register(desk, 20);
    desk_accept(desk, "rural-akim", OPEN);
    desk_refuse(desk, "rural-akim", CALL("2026-12-10"),
        "refusal.notice-too-short");
    assert_string_equal(desk->answer.refusal.place, "law-2001/39-3/8");
    desk_accept(desk, "rural-akim", CALL("2026-12-11"));
}

static enum status try(
    struct desk *desk, const char *office, const char *text)
{
    struct act act = desk_act(desk, text);
    struct clerk_account account = desk_account(office);
    clerk_dry_run(desk->clerk, &account, &act, &desk->answer);
    return desk->answer.status;
}

static void a_trial_stores_nothing(void **state)
{
    struct desk *desk = *state;
    desk_register(desk, 20);
    desk_accept(desk, "rural-akim", OPEN);
    int64_t events = desk_events(desk);
    assert_int_equal(try(desk, "rural-akim",
                         "{'act': 'call', 'actor': 'rural-akim', "
                         "'day': '2026-12-12', 'time': '11:00', "
                         "'place': 'Клуб', 'items': [" DESK_TASKS "], "
                         "'token': 'a-1'}"),
        STATUS_OK);
    assert_int_equal(
        try(desk, "rural-akim", CALL("2026-12-10")), STATUS_REFUSED);
    assert_string_equal(
        desk->answer.refusal.reason.key, "refusal.notice-too-short");
    assert_int_equal(try(desk, "rural-akim", OPEN), STATUS_OK);
    assert_int_equal(try(desk, "keeper",
                         "{'act': 'record-office', 'actor': 'keeper', "
                         "'office': 'rural-akim', 'surname': 'Оспанов', "
                         "'name': 'Ержан', 'from': '2025-01-01', "
                         "'basis': 'Сайлау'}"),
        STATUS_OK);
    assert_int_equal(desk_events(desk), events);
    assert_int_equal(count(desk, "roll"), 0);
    assert_int_equal(count(desk, "refusals"), 0);
    assert_int_equal(count(desk, "tokens"), 0);
    assert_int_equal(count(desk, "sittings"), 1);
    assert_int_equal(count(desk, "persons"), 20);
    desk_accept(desk, "rural-akim", CALL("2026-12-12"));
    assert_int_equal(count(desk, "roll"), 20);
}

static void a_trial_is_as_guarded_as_the_act(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(try(desk, "clerk", OPEN), STATUS_FORBIDDEN);
}

static void a_refusal_is_kept_beside_the_record(void **state)
{
    struct desk *desk = *state;
    desk_register(desk, 20);
    desk_accept(desk, "rural-akim", OPEN);
    int64_t events = desk_events(desk);
    desk_refuse(desk, "rural-akim", CALL("2026-12-10"),
        "refusal.notice-too-short");
    assert_int_equal(desk_events(desk), events);
    assert_int_equal(count(desk, "roll"), 0);
    assert_int_equal(kept_sql_integer(&desk->file,
                         "SELECT count(*) FROM refusals WHERE number = 1 AND"
                         " act = 'call' AND entered_by = 'account-1' AND"
                         " proceeding = 1 AND at = 1796101200 AND"
                         " text LIKE '%refusal.notice-too-short%' AND"
                         " text LIKE '%law-2001/39-3/8%'"),
        1);
}

static void what_is_no_refusal_is_not_kept(void **state)
{
    struct desk *desk = *state;
    desk_reject(desk, "clerk", OPEN, STATUS_FORBIDDEN,
        "error.evidence-for-other");
    desk_reject(desk, "rural-akim",
        "{'act': 'withdraw', 'proceeding': 7, 'actor': 'rural-akim', "
        "'reason': 'Боран'}",
        STATUS_MISSING, "error.store-no-proceeding");
    assert_int_equal(count(desk, "refusals"), 0);
}

static void an_act_before_the_last_entry_is_not_entered(void **state)
{
    struct desk *desk = *state;
    desk_accept(desk, "rural-akim", OPEN);
    desk_now(desk, "2026-12-01T09:59:59+05:00");
    desk_reject(desk, "rural-akim", OPEN, STATUS_CONFLICT,
        "error.clock-behind");
    assert_string_equal(
        message_value(&desk->answer.error.message, "last"),
        "2026-12-01T10:00:00+05:00");
    desk_now(desk, "2026-12-01T10:00:00+05:00");
    desk_accept(desk, "rural-akim", OPEN);
}

static void nothing_is_imported_before_the_last_entry(void **state)
{
    static const char CSV[] = "surname,name,birth,kato,from,citizen\n"
                              "Абай,Асан,1970-01-02," DESK_VILLAGE
                              ",2010-01-01,yes\n";
    struct desk *desk = *state;
    struct clerk_account keeper = desk_account("keeper");
    int64_t imported = 7;
    desk_now(desk, "2026-11-30");
    desk_fails(desk,
        clerk_import_residents(desk->clerk, &keeper, bytes_of_text(CSV),
            &imported, &desk->error),
        STATUS_CONFLICT, "error.clock-behind");
    assert_int_equal(imported, 7);
    assert_int_equal(count(desk, "residents"), 0);
}

/* Queued at once, so that they share transactions. */
static void one_act_of_a_group_fails_alone(void **state)
{
    struct desk *desk = *state;
    struct clerk_account akim = desk_account("rural-akim");
    struct act good = desk_act(desk, OPEN);
    struct act bad = desk_act(desk,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'parliament'}");
    struct clerk_answer answers[2] = {{0}};
    for (int i = 0; i < 40; i++) {
        clerk_submit(desk->clerk, &akim, i % 2 == 0 ? &good : &bad, NULL,
            NULL);
    }
    clerk_submit_wait(desk->clerk, &akim, &bad, &answers[0]);
    clerk_submit_wait(desk->clerk, &akim, &good, &answers[1]);
    assert_int_equal(answers[0].status, STATUS_REFUSED);
    assert_int_equal(answers[1].status, STATUS_OK);
    assert_int_equal(answers[1].proceeding, 21);
    assert_int_equal(desk_events(desk), 22);
    assert_int_equal(count(desk, "refusals"), 21);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(a_receipt_names_the_last_event_of_the_act),
        DESK_TEST(an_act_that_comes_again_with_its_token_is_one_act),
        DESK_TEST(a_token_answers_only_who_might_act),
        DESK_TEST(acts_without_a_token_are_as_many_as_come),
        DESK_TEST(a_refused_act_leaves_its_token_free),
        DESK_TEST(nine_days_of_notice_are_refused_and_ten_pass),
        DESK_TEST(a_trial_stores_nothing),
        DESK_TEST(a_trial_is_as_guarded_as_the_act),
        DESK_TEST(a_refusal_is_kept_beside_the_record),
        DESK_TEST(what_is_no_refusal_is_not_kept),
        DESK_TEST(an_act_before_the_last_entry_is_not_entered),
        DESK_TEST(nothing_is_imported_before_the_last_entry),
        DESK_TEST(one_act_of_a_group_fails_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
