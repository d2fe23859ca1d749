/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Whose act an account may enter.
 */
#include "desk.h"
#include "test.h"

#define POPULATION(actor) \
    "{'act': 'record-population', 'actor': '" actor "', 'persons': 120, " \
    "'on': '2026-11-01', 'basis': 'Есеп'}"
#define OPEN(actor) \
    "{'act': 'open', 'actor': '" actor "', 'procedure': 'gathering'}"

static void answers(struct desk *desk, const struct clerk_account *account,
    const char *text, enum status status, const char *key)
{
    struct act act = desk_act(desk, text);
    clerk_submit_wait(desk->clerk, account, &act, &desk->answer);
    desk_answers(desk, desk->answer.status, status, key, __FILE__, __LINE__);
}

static void the_keeper_alone_keeps(void **state)
{
    struct desk *desk = *state;
    desk_accept(desk, "keeper", POPULATION("keeper"));
    desk_reject(desk, "clerk", POPULATION("keeper"), STATUS_FORBIDDEN,
        "error.keeper-alone");
    desk_reject(desk, "rural-akim", POPULATION("rural-akim"),
        STATUS_FORBIDDEN, "error.keeper-alone");
    desk_reject(desk, "keeper", POPULATION("clerk"), STATUS_FORBIDDEN,
        "error.keeper-alone");
}

static void the_keeper_keeps_and_does_nothing_else(void **state)
{
    struct desk *desk = *state;
    desk_reject(desk, "keeper", OPEN("keeper"), STATUS_FORBIDDEN,
        "error.keeper-alone");
    desk_reject(desk, "keeper", OPEN("rural-akim"), STATUS_FORBIDDEN,
        "error.not-your-office");
}

static void the_keeper_alone_imports(void **state)
{
    struct desk *desk = *state;
    struct clerk_account clerk = desk_account("clerk");
    int64_t imported = 0;
    desk_fails(desk,
        clerk_import_residents(desk->clerk, &clerk, bytes_of_text("x"),
            &imported, &desk->error),
        STATUS_FORBIDDEN, "error.keeper-alone");
    desk_fails(desk,
        clerk_import_budget(desk->clerk, &clerk, bytes_of_text("x"), false,
            &imported, &desk->error),
        STATUS_FORBIDDEN, "error.keeper-alone");
}

static void an_office_acts_for_itself_alone(void **state)
{
    struct desk *desk = *state;
    desk_accept(desk, "rural-akim", OPEN("rural-akim"));
    desk_reject(desk, "district-akim", OPEN("rural-akim"), STATUS_FORBIDDEN,
        "error.not-your-office");
    desk_reject(desk, "district-akim", OPEN("district-akim"),
        STATUS_FORBIDDEN, "error.actor-of-two");
}

static void an_account_acts_in_each_of_its_offices(void **state)
{
    struct desk *desk = *state;
    struct clerk_account both = desk_account("keeper");
    both.offices[both.offices_count++] = "rural-akim";
    answers(desk, &both, POPULATION("keeper"), STATUS_OK, "");
    answers(desk, &both, OPEN("rural-akim"), STATUS_OK, "");
}

static void the_clerk_enters_for_others_what_a_paper_shows(void **state)
{
    struct desk *desk = *state;
    desk_reject(desk, "clerk", OPEN("rural-akim"), STATUS_FORBIDDEN,
        "error.evidence-for-other");
    desk_accept(desk, "clerk",
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'evidence': 'Өкім, № 12'}");
}

static void at_the_table_no_paper_is_asked_but_for_the_minutes(void **state)
{
    struct desk *desk = *state;
    desk_register(desk, 20);
    desk_called(desk, "gathering", DESK_TASKS);
    desk_opened(desk, 3);
    desk_reject(desk, "clerk",
        "{'act': 'approve-agenda', 'actor': 'chair', 'for': 3, "
        "'against': 0, 'abstain': 0}",
        STATUS_FORBIDDEN, "error.evidence-for-other");
    desk_constituted(desk);
    desk_reject(desk, "rural-akim",
        "{'act': 'close-sitting', 'actor': 'chair'}", STATUS_FORBIDDEN,
        "error.not-your-office");
    desk_voted(desk, 1, 3);
    desk_accept(desk, "clerk", "{'act': 'close-sitting', 'actor': 'chair'}");
    desk_reject(desk, "clerk", "{'act': 'sign-minutes', 'actor': 'chair'}",
        STATUS_FORBIDDEN, "error.evidence-for-other");
    desk_accept(desk, "clerk",
        "{'act': 'sign-minutes', 'actor': 'chair', "
        "'evidence': 'Хаттама'}");
}

static void a_member_signs_for_himself_alone(void **state)
{
    struct desk *desk = *state;
    struct clerk_account member = desk_member(3);
    desk_register(desk, 20);
    answers(desk, &member, OPEN("member"), STATUS_OK, "");
    desk->proceeding = 1;
    answers(desk, &member,
        "{'act': 'sign', 'actor': 'member', 'resident': 4}",
        STATUS_FORBIDDEN, "error.not-your-office");
    answers(desk, &member,
        "{'act': 'sign', 'actor': 'member', 'residents': [3, 4]}",
        STATUS_FORBIDDEN, "error.not-your-office");
    answers(desk, &member,
        "{'act': 'sign', 'actor': 'member', 'residents': [3]}", STATUS_OK,
        "");
    answers(desk, &member,
        "{'act': 'consent', 'actor': 'district-akim', 'granted': true}",
        STATUS_FORBIDDEN, "error.not-your-office");
}

static void who_has_no_resident_is_no_member(void **state)
{
    struct desk *desk = *state;
    struct clerk_account nobody = desk_member(0);
    answers(desk, &nobody, OPEN("member"), STATUS_FORBIDDEN,
        "error.not-your-office");
    desk_reject(desk, "clerk", OPEN("member"), STATUS_FORBIDDEN,
        "error.evidence-for-other");
}

static void a_member_votes_for_himself_alone(void **state)
{
    struct desk *desk = *state;
    struct clerk_account member = desk_member(3);
    desk_register(desk, 20);
    desk_called(desk, "gathering", DESK_TASKS);
    desk_opened(desk, 4);
    desk_constituted(desk);
    desk_accept(desk, "clerk",
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}");
    answers(desk, &member,
        "{'act': 'vote', 'actor': 'member', 'item': 1, 'resident': 4, "
        "'choice': 'for'}",
        STATUS_FORBIDDEN, "error.not-your-office");
    answers(desk, &member,
        "{'act': 'vote', 'actor': 'member', 'item': 1, 'resident': 3, "
        "'choice': 'for'}",
        STATUS_OK, "");
    desk_accept(desk, "clerk",
        "{'act': 'vote', 'actor': 'chair', 'item': 1, 'resident': 4, "
        "'choice': 'against'}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(the_keeper_alone_keeps),
        DESK_TEST(the_keeper_keeps_and_does_nothing_else),
        DESK_TEST(the_keeper_alone_imports),
        DESK_TEST(an_office_acts_for_itself_alone),
        DESK_TEST(an_account_acts_in_each_of_its_offices),
        DESK_TEST(the_clerk_enters_for_others_what_a_paper_shows),
        DESK_TEST(at_the_table_no_paper_is_asked_but_for_the_minutes),
        DESK_TEST(a_member_signs_for_himself_alone),
        DESK_TEST(who_has_no_resident_is_no_member),
        DESK_TEST(a_member_votes_for_himself_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
