/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What decisions do: the assembly and its term, its commission,
 * representatives of plots.
 */
#include <stdio.h>

#include "course.h"

/* An item whose members are the residents `first` to `last`. */
static const char *electing(struct village *village, const char *matter,
    int first, int last)
{
    const char *members = "";
    for (int i = first; i <= last; i++) {
        members = arena_format(
            village->arena, "%s%s%d", members, i == first ? "" : ", ", i);
    }
    return arena_format(village->arena,
        "{'matter': '%s', 'title': 'Құрам', 'members': [%s]}", matter,
        members);
}

static void a_gathering_forms_an_assembly_for_four_years(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering",
        electing(village, "assembly-composition", 11, 35));
    course_opened(village, 10);
    course_constituted(village);
    course_voted(village, 1, 6, 4);
    const struct json *formed = course_told(village, "organ-formed");
    assert_string_equal(json_member_text(formed, "organ"), "assembly");
    assert_string_equal(json_member_text(formed, "from"), "2026-12-13");
    assert_string_equal(json_member_text(formed, "until"), "2030-12-13");
    assert_string_equal(
        json_member_text(formed, "citation"), "law-2001/39-3/2.2");
    assert_int_equal(json_count(json_member(formed, "members")), 25);
    const struct community_organ *assembly = community_organ(
        &village->community, "assembly", (struct date){2030, 12, 12});
    assert_non_null(assembly);
    assert_string_equal(
        assembly->mandates[0].holder, village_key(village, 11));
    assert_null(community_organ(
        &village->community, "assembly", (struct date){2030, 12, 13}));
}

static void what_is_rejected_forms_nothing(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering",
        electing(village, "assembly-composition", 11, 15));
    course_opened(village, 10);
    course_constituted(village);
    course_voted(village, 1, 5, 5);
    assert_int_equal(village->events.count, 1);
    assert_int_equal(village->community.organs_count, 0);
}

/* In 2014 the gathering sets size and term of the assembly itself. */
static void a_term_that_the_law_leaves_open_is_chosen(void **state)
{
    struct village *village = *state;
    course_elsewhere(village, "116653000", "2014-11-10", 100);
    village->community.population = 100;
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}");
    village_accept(village,
        "{'act': 'choose', 'actor': 'rural-akim', 'parameter': 'forms', "
        "'value': 'at-most 7 persons', 'ground': 'Мәслихат шешімі'}");
    course_act(village,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2014-11-20', "
        "'time': '11:00', 'place': 'Клуб', 'items': [%s]}",
        electing(village, "assembly-composition", 11, 17));
    village_accept(village,
        "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['other-way'], "
        "'evidence': 'Тақта'}");
    village_accept(village,
        "{'act': 'choose', 'actor': 'rural-akim', 'parameter': 'form', "
        "'value': 'by-show-of-hands', 'ground': 'Жиынның келісімі'}");
    village_today(village, "2014-11-20T11:00:00+05:00");
    course_opened(village, 10);
    course_constituted(village);
    village_refuse(village, "{'act': 'put', 'actor': 'chair', 'item': 1}",
        "refusal.law-silent", "law-2001/39-3/2.2");
    assert_string_equal(
        message_value(&village->refusal.reason, "parameter"),
        "parameter.term");
    village_accept(village,
        "{'act': 'choose', 'actor': 'chair', 'parameter': 'term', "
        "'value': '2 years', 'ground': 'Жиынның шешімі'}");
    course_voted(village, 1, 6, 0);
    assert_string_equal(json_member_text(
                            course_told(village, "organ-formed"), "until"),
        "2016-11-20");
}

static void an_assembly(struct village *village)
{
    course_decided(village, "gathering",
        electing(village, "assembly-composition", 1, 20), 10);
}

static void only_its_members_sit_in_an_assembly(void **state)
{
    struct village *village = *state;
    an_assembly(village);
    village_event(village, "budget-recorded", 0,
        "{'year': 2027, 'figures': {'income': 1}, 'decision': '№ 1', "
        "'example': true}");
    course_called(village, "assembly",
        "{'matter': 'local-budget', 'title': '2027', 'budget': 2027}");
    village_refuse(village,
        "{'act': 'arrive', 'actor': 'rural-akim', 'resident': 21}",
        "refusal.person-not-on-roll", "law-2001/39-3/7");
    village_many(village, "arrive", "rural-akim", 1, 9);
    village_refuse(village,
        "{'act': 'open-sitting', 'actor': 'rural-akim'}",
        "refusal.quorum-short", "law-2001/39-3/9");
    assert_string_equal(
        message_value(&village->refusal.reason, "base_count"), "20");
    village_many(village, "arrive", "rural-akim", 10, 10);
    village_accept(
        village, "{'act': 'open-sitting', 'actor': 'rural-akim'}");
    course_constituted(village);
    course_voted(village, 1, 6, 4);
    assert_int_equal(course_latest(village)->items[0].budget_year, 2027);
    assert_int_equal(course_latest(village)->items[0].phase, ITEM_ADOPTED);
}

static void a_budget_that_is_not_there_is_not_agreed(void **state)
{
    struct village *village = *state;
    an_assembly(village);
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'assembly'}");
    village_reject(village,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-30', "
        "'time': '11:00', 'place': 'Клуб', 'items': [{'matter': "
        "'local-budget', 'title': '2027', 'budget': 2027}]}",
        STATUS_INVALID, "error.no-such-budget");
}

static void the_commission_is_of_members_of_the_assembly(void **state)
{
    struct village *village = *state;
    an_assembly(village);
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'assembly'}");
    const char *call = arena_format(village->arena,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-30', "
        "'time': '11:00', 'place': 'Клуб', 'items': [%s]}",
        electing(village, "budget-monitoring-commission", 19, 21));
    village_refuse(village, call, "refusal.person-not-on-roll",
        "law-2001/39-3/7");
    call = arena_format(village->arena,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-30', "
        "'time': '11:00', 'place': 'Клуб', 'items': [%s]}",
        electing(village, "budget-monitoring-commission", 15, 20));
    village_refuse(
        village, call, "refusal.members-too-many", "law-2001/39-3/3.3");
    call = arena_format(village->arena,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-30', "
        "'time': '11:00', 'place': 'Клуб', 'items': [%s]}",
        electing(village, "budget-monitoring-commission", 16, 20));
    village_accept(village, call);
    village_accept(village,
        "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['other-way'], "
        "'evidence': 'Тақта'}");
    village_today(village, "2026-12-30T11:00:00+05:00");
    course_opened(village, 12);
    course_constituted(village);
    course_voted(village, 1, 12, 0);
    const struct json *formed = course_told(village, "organ-formed");
    assert_string_equal(
        json_member_text(formed, "organ"), "budget-monitoring-commission");
    assert_null(json_member(formed, "until"));
    assert_int_equal(json_count(json_member(formed, "members")), 5);
}

/* Opens a separate gathering of 2019 for the gathering numbered 1. */
static void separate_opened(struct village *village, const char *plot)
{
    course_act(village,
        "{'act': 'open', 'actor': 'rural-akim', "
        "'procedure': 'separate-gathering', 'for': 1, 'plot': "
        "{'kato': '116645100', 'name': '%s'}}",
        plot);
}

static void separate_held(struct village *village, const char *day)
{
    village_accept(village,
        "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['other-way'], "
        "'evidence': 'Тақта'}");
    village_today(village,
        arena_format(village->arena, "%sT11:00:00+05:00", day));
    course_opened(village, 10);
    course_constituted(village);
    course_voted(village, 1, 6, 4);
}

static void a_separate_gathering_elects_for_its_plot(void **state)
{
    struct village *village = *state;
    course_elsewhere(village, "116645000", "2019-01-08", 100);
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'represented': true}");
    separate_opened(village, "Достық көшесі");
    static const char CALL[] =
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2019-01-18', "
        "'time': '11:00', 'place': 'Мектеп', 'items': [%s]}";
    char call[600];
    (void)snprintf(call, sizeof call, CALL,
        electing(village, "representatives", 1, 4));
    village_refuse(village, call, "refusal.members-not-exactly",
        "law-2001/39-3/6");
    (void)snprintf(call, sizeof call, CALL,
        electing(village, "representatives", 1, 3));
    village_accept(village, call);
    separate_held(village, "2019-01-18");
    const struct json *elected =
        course_told(village, "representatives-elected");
    assert_int_equal(json_member_integer(elected, "gathering", 0), 1);
    assert_string_equal(
        json_member_text(elected, "plot"), "Достық көшесі");
    assert_int_equal(json_count(json_member(elected, "members")), 3);
    assert_int_equal(village->community.representatives_count, 1);
    assert_int_equal(
        village->community.representatives[0].holders_count, 3);
}

/* Today at most three: one is enough, four are too many. */
static void today_a_plot_has_at_most_three_representatives(void **state)
{
    struct village *village = *state;
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'represented': true}");
    separate_opened(village, "Достық көшесі");
    static const char CALL[] =
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-11', "
        "'time': '11:00', 'place': 'Мектеп', 'items': [%s]}";
    char call[600];
    (void)snprintf(call, sizeof call, CALL,
        electing(village, "representatives", 1, 4));
    village_refuse(
        village, call, "refusal.members-too-many", "law-2001/39-3/6");
    (void)snprintf(call, sizeof call, CALL,
        electing(village, "representatives", 1, 3));
    village_accept(village, call);
    separate_held(village, "2026-12-11");
    assert_int_equal(
        village->community.representatives[0].holders_count, 3);
}

#define PLOT(kato, street) \
    "{'act': 'open', 'actor': 'rural-akim', " \
    "'procedure': 'separate-gathering', 'for': 1, 'plot': " \
    "{'kato': '" kato "', " street "'name': 'x'}}"

static void separate_called(struct village *village, int proceeding)
{
    course_act(village,
        "{'act': 'call', 'proceeding': %d, 'actor': 'rural-akim', "
        "'day': '2026-12-11', 'time': '11:00', 'place': 'Мектеп', "
        "'items': [%s]}",
        proceeding, electing(village, "representatives", 1, 3));
    course_act(village,
        "{'act': 'notify', 'proceeding': %d, 'actor': 'rural-akim', "
        "'ways': ['other-way'], 'evidence': 'Тақта'}",
        proceeding);
}

/* At most three of a plot: neither two gatherings nor two names make six. */
static void a_plot_elects_its_representatives_once(void **state)
{
    struct village *village = *state;
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'represented': true}");
    village_accept(village, PLOT("116645100", "'street': 'Абай', "));
    village_accept(village, PLOT("116645100", "'street': 'АБАЙ', "));
    separate_called(village, 2);
    separate_called(village, 3);
    village_today(village, "2026-12-11T11:00:00+05:00");
    for (int i = 2; i <= 3; i++) {
        course_act(village,
            "{'act': 'arrive', 'proceeding': %d, 'actor': 'rural-akim', "
            "'residents': [1, 2, 3, 4, 5]}",
            i);
        course_act(village,
            "{'act': 'open-sitting', 'proceeding': %d, "
            "'actor': 'rural-akim'}",
            i);
        course_act(village,
            "{'act': 'elect', 'proceeding': %d, 'actor': 'rural-akim', "
            "'office': 'chair', 'resident': 1, 'for': 5, 'against': 0, "
            "'abstain': 0}",
            i);
        course_act(village,
            "{'act': 'elect', 'proceeding': %d, 'actor': 'chair', "
            "'office': 'secretary', 'resident': 2, 'for': 5, 'against': 0, "
            "'abstain': 0}",
            i);
        course_act(village,
            "{'act': 'approve-agenda', 'proceeding': %d, "
            "'actor': 'chair', 'for': 5, 'against': 0, 'abstain': 0}",
            i);
    }
    course_voted(village, 1, 5, 0);
    village_refuse(village,
        "{'act': 'put', 'proceeding': 2, 'actor': 'chair', 'item': 1, "
        "'form': 'by-show-of-hands'}",
        "refusal.plot-elected", "law-2001/39-3/6");
    village_refuse(village, PLOT("116645100", "'street': 'абай', "),
        "refusal.plot-elected", "law-2001/39-3/6");
    village_refuse(village, PLOT("116645100", ""), "refusal.plot-elected",
        "law-2001/39-3/6");
    village_accept(village, PLOT("116645100", "'street': 'Достық', "));
}

/* Opened a year later, it is under the edition of its gathering. */
static void a_separate_gathering_is_under_the_edition_of_its_gathering(
    void **state)
{
    struct village *village = *state;
    course_elsewhere(village, "116645000", "2021-07-10", 100);
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'represented': true}");
    village_event(village, "population-recorded", 0,
        "{'persons': 900, 'on': '2021-07-11', 'basis': 'census'}");
    village_today(village, "2021-07-12");
    separate_opened(village, "Достық көшесі");
    const struct proceeding *separate = course_latest(village);
    assert_int_equal(
        date_compare(separate->law_day, (struct date){2021, 7, 10}), 0);
    assert_int_equal(separate->population, 4200);
}

/* The law publishes what gatherings decide, not whom a plot elects. */
static void what_a_procedure_does_not_know_is_not_done(void **state)
{
    struct village *village = *state;
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'represented': true}");
    village_accept(village, PLOT("116645100", ""));
    separate_called(village, 2);
    village_today(village, "2026-12-11T11:00:00+05:00");
    course_opened(village, 10);
    course_constituted(village);
    course_voted(village, 1, 10, 0);
    course_handed_over(village);
    village_refuse(village,
        "{'act': 'publish', 'actor': 'rural-akim', 'item': 1, "
        "'ways': ['mass-media']}",
        "refusal.act-not-in-procedure", "law-2001/39-3");
    village_refuse(village,
        "{'act': 'assign', 'actor': 'rural-akim', 'item': 1, 'to': 'x', "
        "'task': 'x', 'due': '2027-01-01'}",
        "refusal.act-not-in-procedure", "law-2001/39-3");
}

/* Elected on 13 December 2026 for four years. */
static void an_assembly_does_not_sit_past_its_term(void **state)
{
    struct village *village = *state;
    an_assembly(village);
    village_today(village, "2030-11-25");
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'assembly'}");
    static const char CALL[] =
        "{'act': 'call', 'actor': 'rural-akim', 'day': '%s', "
        "'time': '11:00', 'place': 'Клуб', 'items': "
        "[{'matter': 'local-budget', 'title': 'x'}]}";
    village_refuse(village,
        arena_format(village->arena, CALL, "2030-12-13"),
        "refusal.organ-term-ends", "law-2001/39-3/7");
    village_accept(
        village, arena_format(village->arena, CALL, "2030-12-12"));
    village_accept(village,
        "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['other-way'], "
        "'evidence': 'Тақта'}");
    village_today(village, "2030-12-12T11:00:00+05:00");
    course_opened(village, 10);
    course_constituted(village);
    static const char ADJOURN[] =
        "{'act': 'adjourn', 'actor': 'chair', 'day': '%s', "
        "'time': '18:00', 'reason': 'x'}";
    village_refuse(village,
        arena_format(village->arena, ADJOURN, "2030-12-13"),
        "refusal.organ-term-ends", "law-2001/39-3/7");
    village_accept(
        village, arena_format(village->arena, ADJOURN, "2030-12-12"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(a_gathering_forms_an_assembly_for_four_years),
        COURSE_TEST(what_is_rejected_forms_nothing),
        COURSE_TEST(a_term_that_the_law_leaves_open_is_chosen),
        COURSE_TEST(only_its_members_sit_in_an_assembly),
        COURSE_TEST(a_budget_that_is_not_there_is_not_agreed),
        COURSE_TEST(the_commission_is_of_members_of_the_assembly),
        COURSE_TEST(a_separate_gathering_elects_for_its_plot),
        COURSE_TEST(today_a_plot_has_at_most_three_representatives),
        COURSE_TEST(a_plot_elects_its_representatives_once),
        COURSE_TEST(
            a_separate_gathering_is_under_the_edition_of_its_gathering),
        COURSE_TEST(what_a_procedure_does_not_know_is_not_done),
        COURSE_TEST(an_assembly_does_not_sit_past_its_term),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
