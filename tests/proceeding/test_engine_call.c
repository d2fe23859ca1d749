/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Calling a sitting: its day, its matters, those to be elected; notice.
 */
#include <stdio.h>
#include <string.h>

#include "course.h"

static const char KOYANDY[] = "116645000";
static const char OKRUG[] = "116647000"; /* no local act */

#define OPEN(procedure) \
    "{'act': 'open', 'actor': 'rural-akim', 'procedure': '" procedure "'}"
#define OPEN_REPRESENTED \
    "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', " \
    "'represented': true}"
#define CALL(day, items) \
    "{'act': 'call', 'actor': 'rural-akim', 'day': '" day "', " \
    "'time': '11:00', 'place': 'Клуб', 'items': [" items "]}"
#define ITEM(matter) "{'matter': '" matter "', 'title': 'x'}"
#define NOTIFY \
    "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['mass-media'], " \
    "'evidence': 'газет'}"

static const char *argument(const struct message *message, const char *name)
{
    const char *value = message_value(message, name);
    assert_non_null(value);
    return value;
}

static void assert_day(struct date day, const char *text)
{
    char written[DATE_TEXT_MAX];
    date_write(day, written);
    assert_string_equal(written, text);
}

/* An item that elects residents 1 to `count`. */
static const char *electing(
    struct village *village, const char *matter, int count)
{
    const char *list = "";
    for (int i = 1; i <= count; i++) {
        list = arena_format(
            village->arena, "%s%s%d", list, i == 1 ? "" : ", ", i);
    }
    return arena_format(village->arena,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2027-01-11', "
        "'time': '11:00', 'place': 'x', 'items': [{'matter': '%s', "
        "'title': 'x', 'members': [%s]}]}",
        matter, list);
}

static void assembly_form(struct village *village, int count)
{
    const char *members = "";
    for (int i = 1; i <= count; i++) {
        members = arena_format(village->arena, "%s%s'%s'", members,
            i == 1 ? "" : ", ", village_key(village, i));
    }
    village_event(village, "organ-formed", 0,
        arena_format(village->arena,
            "{'organ': 'assembly', 'from': '2018-01-01', "
            "'until': '2030-01-01', 'members': [%s]}",
            members));
}

/* ---- the day ------------------------------------------------------------- */

static void nine_days_are_too_few_and_ten_pass(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN("gathering"));
    village_refuse(village, CALL("2026-12-10", COURSE_TASKS),
        "refusal.notice-too-short", "law-2001/39-3/8");
    assert_day(village->refusal.lawful_from, "2026-12-11");
    assert_string_equal(
        argument(&village->refusal.cure, "first"), "2026-12-11");
    assert_string_equal(argument(&village->refusal.reason, "have"), "9");
    assert_string_equal(argument(&village->refusal.reason, "count"), "10");
    village_accept(village, CALL("2026-12-11", COURSE_TASKS));
    assert_day(course_latest(village)->day, "2026-12-11");
}

static void a_day_that_has_passed_makes_no_sense(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN("gathering"));
    village_reject(village, CALL("2026-11-30", COURSE_TASKS),
        STATUS_INVALID, "error.day-past");
}

static void notice_on_the_ninth_day_before_is_too_late(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN("gathering"));
    village_accept(village, CALL("2026-12-11", COURSE_TASKS));
    village_today(village, "2026-12-02");
    village_refuse(village, NOTIFY, "refusal.notice-too-short",
        "law-2001/39-3/8");
    assert_string_equal(village->refusal.cure.key, "cure.notice-too-late");
    assert_string_equal(
        argument(&village->refusal.cure, "first"), "2026-12-12");
    village_today(village, "2026-12-01");
    village_accept(village, NOTIFY);
    assert_day(course_latest(village)->notified, "2026-12-01");
}

static void an_akims_candidate_alone_needs_three_days(void **state)
{
    struct village *village = *state;
    assembly_form(village, 5);
    village_accept(village, OPEN("assembly"));
    village_refuse(village, CALL("2026-12-03", ITEM("akim-candidate")),
        "refusal.notice-too-short", "law-2001/39-3/8");
    assert_day(village->refusal.lawful_from, "2026-12-04");
    village_refuse(village,
        CALL("2026-12-04", ITEM("akim-candidate") ", " ITEM("local-budget")),
        "refusal.notice-too-short", "law-2001/39-3/8");
    assert_day(village->refusal.lawful_from, "2026-12-11");
    village_accept(village, CALL("2026-12-04", ITEM("akim-candidate")));
}

/* ---- notice -------------------------------------------------------------- */

static void notice_asks_for_its_evidence(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN("gathering"));
    village_accept(village, CALL("2026-12-20", COURSE_TASKS));
    village_reject(village,
        "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['mass-media']}",
        STATUS_INVALID, "error.evidence-needed");
    village_reject(village,
        "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['drum'], "
        "'evidence': 'x'}",
        STATUS_INVALID, "error.no-such-way");
}

static void there_is_no_notice_before_the_call(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN("gathering"));
    village_refuse(village, NOTIFY, "refusal.not-now", "law-2001/39-3/8");
    assert_string_equal(
        argument(&village->refusal.reason, "phase"), "phase.opened");
}

static void notice_is_given_by_who_organises(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN("gathering"));
    village_accept(village, CALL("2026-12-20", COURSE_TASKS));
    village_reject(village,
        "{'act': 'notify', 'actor': 'secretary', 'ways': ['mass-media'], "
        "'evidence': 'x'}",
        STATUS_FORBIDDEN, "error.actor-of-one");
    assert_string_equal(
        argument(&village->error.message, "place"), "law-2001/39-3/8");
}

static void a_call_may_be_withdrawn_until_the_sitting(void **state)
{
    struct village *village = *state;
    const char *withdraw =
        "{'act': 'withdraw', 'actor': 'rural-akim', 'reason': 'x'}";
    village_accept(village, OPEN("gathering"));
    village_accept(village, CALL("2026-12-20", COURSE_TASKS));
    village_accept(village, NOTIFY);
    village_accept(village, withdraw);
    assert_int_equal(course_latest(village)->phase, PROCEEDING_WITHDRAWN);
    village_refuse(
        village, withdraw, "refusal.not-now", "law-2001/39-3/8");
}

static void an_initiative_is_taken_back_by_its_own_office_alone(void **state)
{
    struct village *village = *state;
    const char *withdraw =
        "{'act': 'withdraw', 'actor': 'rural-akim', 'reason': 'x'}";
    village_accept(village, OPEN("gathering"));
    village_accept(village, withdraw);
    assert_int_equal(course_latest(village)->phase, PROCEEDING_WITHDRAWN);
    village_accept(village,
        "{'act': 'open', 'actor': 'member', 'procedure': 'gathering'}");
    village_refuse(village, withdraw, "refusal.initiative-of-others",
        "law-2001/39-3/5");
}

/* ---- consent before the call --------------------------------------------- */

static void members_gathering_is_not_called_without_consent(void **state)
{
    struct village *village = *state;
    const char *consent =
        "{'act': 'consent', 'actor': 'district-akim', 'granted': true}";
    village_accept(village,
        "{'act': 'open', 'actor': 'member', 'procedure': 'gathering'}");
    village_refuse(village, CALL("2026-12-20", COURSE_TASKS),
        "refusal.too-few-signatures", "law-2001/39-3/5");
    village_many(village, "sign", "member", 1, 10);
    village_refuse(village, CALL("2026-12-20", COURSE_TASKS),
        "refusal.consent-lacks", "law-2001/39-3/5");
    assert_string_equal(
        argument(&village->refusal.reason, "who"), "district-akim");
    village_accept(village, consent);
    village_accept(village, CALL("2026-12-20", COURSE_TASKS));
    village_refuse(village, consent, "refusal.not-now", "law-2001/39-3/5");
    village_accept(village, NOTIFY);
    village_refuse(village, consent, "refusal.not-now", "law-2001/39-3/5");
    assert_string_equal(
        argument(&village->refusal.reason, "phase"), "phase.notified");
}

/* ---- matters ------------------------------------------------------------- */

static void a_matter_of_the_assembly_is_none_of_the_gathering(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN("gathering"));
    village_refuse(village, CALL("2026-12-20", ITEM("local-budget")),
        "refusal.matter-of-another", "law-2001/39-3/2");
    const struct message *reason = &village->refusal.reason;
    assert_string_equal(argument(reason, "organ"), "assembly");
    assert_string_equal(argument(reason, "place"), "law-2001/39-3/3.1-1");
    assert_string_equal(argument(reason, "here"), "gathering");
}

static void a_matter_of_the_gathering_is_none_of_the_assembly(void **state)
{
    struct village *village = *state;
    assembly_form(village, 5);
    village_accept(village, OPEN("assembly"));
    village_refuse(village, CALL("2026-12-20", ITEM("community-tasks")),
        "refusal.matter-of-another", "law-2001/39-3/3");
    assert_string_equal(
        argument(&village->refusal.reason, "organ"), "gathering");
    assert_string_equal(argument(&village->refusal.reason, "place"),
        "law-2001/39-3/2.1");
}

static void a_matter_of_the_maslikhat_alone_is_told_so(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN("gathering"));
    village_refuse(village, CALL("2026-12-20", ITEM("akim-resignation")),
        "refusal.matter-of-another", "law-2001/39-3/2");
    assert_string_equal(
        argument(&village->refusal.reason, "organ"), "district-maslikhat");
}

static void a_matter_of_nobody_is_refused_and_no_word_is_no_matter(
    void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN("gathering"));
    village_refuse(village, CALL("2026-12-20", ITEM("mass-media")),
        "refusal.matter-of-nobody", "law-2001/39-3/2");
    village_reject(village, CALL("2026-12-20", ITEM("foreign-policy")),
        STATUS_INVALID, "error.no-such-matter");
}

static void an_item_keeps_the_place_that_makes_it_a_matter(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN("gathering"));
    village_accept(village, CALL("2026-12-20", COURSE_TASKS));
    const struct proceeding *proceeding = course_latest(village);
    assert_string_equal(
        proceeding->items[0].citation, "law-2001/39-3/2.1");
    assert_int_equal(proceeding->members_entitled, 100);
    assert_int_equal(proceeding->roll_count, 100);
    assert_int_equal(strlen(proceeding->roll_root), 64);
}

static void a_small_unit_of_2019_does_not_agree_its_budget(void **state)
{
    struct village *village = *state;
    course_elsewhere(village, OKRUG, "2019-01-01", 100);
    assembly_form(village, 5);
    village->community.population = 2000;
    village_accept(village, OPEN("assembly"));
    village_refuse(village, CALL("2019-01-20", ITEM("local-budget")),
        "refusal.matter-of-nobody", "law-2001/39-3/3");
    village->community.population = 2001;
    village_refuse(village, CALL("2019-01-20", ITEM("local-budget")),
        "refusal.matter-of-nobody", "law-2001/39-3/3");
    village_accept(village, OPEN("assembly"));
    village_accept(village, CALL("2019-01-20", ITEM("local-budget")));
}

static void a_budget_on_the_agenda_has_to_be_recorded(void **state)
{
    struct village *village = *state;
    const char *call = CALL("2026-12-20",
        "{'matter': 'local-budget', 'title': 'x', 'budget': 2027}");
    assembly_form(village, 5);
    village_accept(village, OPEN("assembly"));
    village_reject(village, call, STATUS_INVALID, "error.no-such-budget");
    village_accept(village,
        "{'act': 'record-budget', 'actor': 'keeper', 'year': 2027, "
        "'figures': {'income': 100}, 'decision': '1', 'example': true}");
    village_accept(village, call);
    assert_int_equal(course_latest(village)->items[0].budget_year, 2027);
}

/* ---- those to be elected ------------------------------------------------- */

static void the_assembly_has_at_most_25_members(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN("gathering"));
    village_refuse(village, electing(village, "assembly-composition", 26),
        "refusal.members-too-many", "law-2001/39-3/2.2");
    assert_string_equal(argument(&village->refusal.reason, "limit"), "25");
    assert_string_equal(argument(&village->refusal.reason, "have"), "26");
    village_accept(village, electing(village, "assembly-composition", 25));
    assert_int_equal(course_latest(village)->items[0].members_count, 25);
    assert_string_equal(course_latest(village)->items[0].members[24],
        village_key(village, 25));
}

static void who_may_not_take_part_is_not_elected(void **state)
{
    struct village *village = *state;
    village_exclude(village, 3, "minor");
    village_accept(village, OPEN("gathering"));
    village_refuse(village, electing(village, "assembly-composition", 3),
        "refusal.person-not-entitled", "law-2001/39-3/1");
    assert_string_equal(
        argument(&village->refusal.reason, "resident"), "3");
}

static void members_stand_where_the_law_forms_something(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN("gathering"));
    village_reject(village, electing(village, "community-tasks", 2),
        STATUS_INVALID, "error.members-not-asked");
    village_reject(village, CALL("2026-12-20", ITEM("assembly-composition")),
        STATUS_INVALID, "error.members-needed");
}

static void the_commission_is_of_members_of_the_assembly(void **state)
{
    struct village *village = *state;
    assembly_form(village, 4);
    village_accept(village, OPEN("assembly"));
    village_refuse(village,
        electing(village, "budget-monitoring-commission", 5),
        "refusal.person-not-on-roll", "law-2001/39-3/7");
    village_accept(
        village, electing(village, "budget-monitoring-commission", 4));
}

static void a_local_act_limits_the_commission_and_is_named(void **state)
{
    struct village *village = *state;
    assembly_form(village, 9);
    village_accept(village, OPEN("assembly"));
    village_refuse(village,
        electing(village, "budget-monitoring-commission", 6),
        "refusal.members-too-many", "law-2001/39-3/3.3");
    assert_string_equal(village->refusal.filled_by, "koyandy-rules/9");
    assert_true(village->refusal.invented);
    assert_true(village->refusal.filled_unchecked);
}

static void no_assembly_meets_before_it_is_formed(void **state)
{
    struct village *village = *state;
    village_refuse(village, OPEN("assembly"),
        "refusal.organ-not-formed", "law-2001/39-3/7");
    village_refuse(village,
        "{'act': 'open', 'actor': 'member', 'procedure': 'assembly'}",
        "refusal.organ-not-formed", "law-2001/39-3/7");
    assembly_form(village, 9);
    village_accept(village, OPEN("assembly"));
    village_accept(village, CALL("2026-12-20", ITEM("local-budget")));
}

/* ---- representatives ----------------------------------------------------- */

static void elect(struct village *village, int64_t gathering,
    const char *plot, int first, int count)
{
    const char *members = "";
    for (int i = first; i < first + count; i++) {
        members = arena_format(village->arena, "%s%s'%s'", members,
            i == first ? "" : ", ", village_key(village, i));
    }
    village_event(village, "representatives-elected", 0,
        arena_format(village->arena,
            "{'gathering': %d, 'plot': '%s', 'members': [%s]}",
            (int)gathering, plot, members));
}

static void representatives_are_elected_before_the_call(void **state)
{
    struct village *village = *state;
    course_elsewhere(village, KOYANDY, "2019-01-10", 100);
    village_accept(village, OPEN_REPRESENTED);
    village_refuse(village, CALL("2019-02-01", COURSE_TASKS),
        "refusal.no-representatives", "law-2001/39-3/6");
    elect(village, 1, "Орталық", 1, 3);
    village_accept(village, CALL("2019-02-01", COURSE_TASKS));
    assert_int_equal(course_latest(village)->roll_count, 3);
    assert_int_equal(course_latest(village)->members_entitled, 100);
}

static void after_the_call_nobody_is_elected_for_it(void **state)
{
    struct village *village = *state;
    course_elsewhere(village, KOYANDY, "2019-01-10", 100);
    village_accept(village, OPEN_REPRESENTED);
    elect(village, 1, "Орталық", 1, 3);
    village_accept(village, CALL("2019-02-01", COURSE_TASKS));
    village_refuse(village,
        "{'act': 'open', 'actor': 'rural-akim', "
        "'procedure': 'separate-gathering', 'for': 1, "
        "'plot': {'kato': '116645100', 'name': 'Шеткі'}}",
        "refusal.called-already", "law-2001/39-3/6");
}

/* 2019: the local act says three of every plot, the law says equally. */
static void plots_are_represented_equally_until_2021(void **state)
{
    struct village *village = *state;
    course_elsewhere(village, KOYANDY, "2019-01-10", 100);
    village_accept(village, OPEN_REPRESENTED);
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', "
        "'procedure': 'separate-gathering', 'for': 1, "
        "'plot': {'kato': '116645100', 'name': 'Шеткі'}}");
    village_refuse(village, electing(village, "representatives", 4),
        "refusal.members-not-exactly", "law-2001/39-3/6");
    assert_string_equal(
        village->refusal.filled_by, "koyandy-rules-2014/18");
    elect(village, 1, "Орталық", 50, 2);
    village_refuse(village, electing(village, "representatives", 3),
        "refusal.unequal-representation", "law-2001/39-3/6");
}

static void since_2021_a_plot_elects_at_most_three(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN_REPRESENTED);
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', "
        "'procedure': 'separate-gathering', 'for': 1, "
        "'plot': {'kato': '116645100', 'name': 'Шеткі'}}");
    village_refuse(village, electing(village, "representatives", 4),
        "refusal.members-too-many", "law-2001/39-3/6");
    village_accept(village, electing(village, "representatives", 3));
    assert_int_equal(course_latest(village)->members_entitled, 25);
}

/* ---- a decision considered again ----------------------------------------- */

static void only_a_disputed_decision_is_considered_again(void **state)
{
    struct village *village = *state;
    const char *call = CALL("2027-03-01",
        "{'matter': 'community-tasks', 'title': 'x', "
        "'repeats': {'proceeding': 1, 'item': 1}}");
    course_decided(village, "gathering", COURSE_TASKS, 20);
    village_accept(village, OPEN("gathering"));
    village_refuse(village, call, "refusal.not-to-be-repeated",
        "law-2001/39-3/11");
    village_accept(village,
        "{'act': 'review', 'actor': 'rural-akim', 'proceeding': 1, "
        "'item': 1, 'agreed': false, 'reason': 'x'}");
    village_reject(village,
        CALL("2027-03-01",
            "{'matter': 'community-tasks', 'title': 'x', "
            "'repeats': {'proceeding': 1, 'item': 2}}"),
        STATUS_INVALID, "error.nothing-to-repeat");
    village_accept(village, call);
    assert_int_equal(
        course_latest(village)->items[0].repeats_proceeding, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(nine_days_are_too_few_and_ten_pass),
        COURSE_TEST(a_day_that_has_passed_makes_no_sense),
        COURSE_TEST(notice_on_the_ninth_day_before_is_too_late),
        COURSE_TEST(an_akims_candidate_alone_needs_three_days),
        COURSE_TEST(notice_asks_for_its_evidence),
        COURSE_TEST(there_is_no_notice_before_the_call),
        COURSE_TEST(notice_is_given_by_who_organises),
        COURSE_TEST(a_call_may_be_withdrawn_until_the_sitting),
        COURSE_TEST(an_initiative_is_taken_back_by_its_own_office_alone),
        COURSE_TEST(members_gathering_is_not_called_without_consent),
        COURSE_TEST(a_matter_of_the_assembly_is_none_of_the_gathering),
        COURSE_TEST(a_matter_of_the_gathering_is_none_of_the_assembly),
        COURSE_TEST(a_matter_of_the_maslikhat_alone_is_told_so),
        COURSE_TEST(a_matter_of_nobody_is_refused_and_no_word_is_no_matter),
        COURSE_TEST(an_item_keeps_the_place_that_makes_it_a_matter),
        COURSE_TEST(a_small_unit_of_2019_does_not_agree_its_budget),
        COURSE_TEST(a_budget_on_the_agenda_has_to_be_recorded),
        COURSE_TEST(the_assembly_has_at_most_25_members),
        COURSE_TEST(who_may_not_take_part_is_not_elected),
        COURSE_TEST(members_stand_where_the_law_forms_something),
        COURSE_TEST(the_commission_is_of_members_of_the_assembly),
        COURSE_TEST(a_local_act_limits_the_commission_and_is_named),
        COURSE_TEST(no_assembly_meets_before_it_is_formed),
        COURSE_TEST(representatives_are_elected_before_the_call),
        COURSE_TEST(after_the_call_nobody_is_elected_for_it),
        COURSE_TEST(plots_are_represented_equally_until_2021),
        COURSE_TEST(since_2021_a_plot_elects_at_most_three),
        COURSE_TEST(only_a_disputed_decision_is_considered_again),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
