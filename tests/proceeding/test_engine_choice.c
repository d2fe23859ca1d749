/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Where the law is silent: the engine stops, names the silent place, and goes
 * on only with a recorded choice.
 */
#include <string.h>

#include "course.h"

static const char OKRUG[] = "116647000"; /* no local act */

#define CALL(day, items) \
    "{'act': 'call', 'actor': 'rural-akim', 'day': '" day "', " \
    "'time': '11:00', 'place': 'Клуб', 'items': [" items "]}"
#define CHOOSE(parameter, value) \
    "{'act': 'choose', 'actor': 'rural-akim', 'parameter': '" parameter \
    "', 'value': '" value "', 'ground': 'мәслихат шешімі'}"
#define REPRESENTATIVES \
    "{'matter': 'representatives', 'title': 'x', 'members': [1, 2]}"

/* A separate gathering of an okrug for which no local act says anything. */
static void separate_open(struct village *village, const char *today)
{
    course_elsewhere(village, OKRUG, today, 100);
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'represented': true}");
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', "
        "'procedure': 'separate-gathering', 'for': 1, "
        "'plot': {'kato': '116647100', 'name': 'Орталық'}}");
}

/* The earliest day of the last proceeding by notice of 2026-12-01, or NULL
   where the law is silent. */
static void assert_earliest(struct village *village, const char *day)
{
    struct engine_facts facts =
        village_facts(village, course_latest(village)->number);
    const struct law_stage *notice = NULL;
    char text[DATE_TEXT_MAX] = "";
    struct date first = engine_earliest_sitting(&facts,
        engine_procedure(&facts, village->arena),
        (struct date){2026, 12, 1}, &notice);
    assert_string_equal(notice->citation.place, "law-2001/39-3/6");
    assert_int_equal(date_is_set(first), day != NULL);
    if (day != NULL) {
        date_write(first, text);
        assert_string_equal(text, day);
    }
}

static void no_notice_is_guessed(void **state)
{
    struct village *village = *state;
    separate_open(village, "2026-12-01");
    assert_earliest(village, NULL);
    village_refuse(village, CALL("2027-03-01", REPRESENTATIVES),
        "refusal.law-silent", "law-2001/39-3/6");
    assert_string_equal(
        message_value(&village->refusal.cure, "parameter"), "notice");
    assert_true(village->refusal.unchecked);
    village_accept(village, CHOOSE("notice", "at-least 5 calendar-days"));
    assert_earliest(village, "2026-12-06");
    const struct proceeding *proceeding = course_latest(village);
    assert_int_equal(proceeding->choices_count, 1);
    assert_string_equal(
        proceeding->choices[0].citation, "law-2001/39-3/6");
    assert_string_equal(proceeding->choices[0].ground, "мәслихат шешімі");
    village_refuse(village, CALL("2026-12-05", REPRESENTATIVES),
        "refusal.notice-too-short", "law-2001/39-3/6");
    village_accept(village, CALL("2026-12-06", REPRESENTATIVES));
}

static void no_number_of_representatives_is_guessed(void **state)
{
    struct village *village = *state;
    separate_open(village, "2019-01-10");
    village_accept(village, CHOOSE("notice", "5 calendar-days"));
    village_refuse(village, CALL("2019-02-01", REPRESENTATIVES),
        "refusal.law-silent", "law-2001/39-3/6");
    assert_string_equal(
        message_value(&village->refusal.cure, "parameter"), "forms");
    village_accept(village, CHOOSE("forms", "3 persons"));
    village_refuse(village, CALL("2019-02-01", REPRESENTATIVES),
        "refusal.members-not-exactly", "law-2001/39-3/6");
    village_accept(village, CHOOSE("forms", "at-most 3 persons"));
    village_accept(village, CALL("2019-02-01", REPRESENTATIVES));
}

static void a_silent_quorum_is_shown_and_may_be_chosen(void **state)
{
    struct village *village = *state;
    separate_open(village, "2026-12-01");
    struct engine_facts facts = village_facts(village, 2);
    const struct law_procedure *procedure =
        engine_procedure(&facts, village->arena);
    struct engine_quorum quorum;
    engine_quorum(&facts, procedure, &quorum);
    assert_true(quorum.missing);
    assert_string_equal(quorum.stage->citation.place, "law-2001/39-3/6");
    village_accept(
        village, CHOOSE("quorum", "at-least 10 % of members-entitled"));
    engine_quorum(&facts, procedure, &quorum);
    assert_false(quorum.missing);
    assert_int_equal(quorum.base_count, 25);
    assert_int_equal(quorum.needed, 3);
}

static void what_the_law_says_is_not_chosen(void **state)
{
    struct village *village = *state;
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}");
    village_refuse(village, CHOOSE("notice", "1 calendar-days"),
        "refusal.not-silent", "law-2001/39-3");
    /* the local act names the forms of the vote */
    village_refuse(village, CHOOSE("form", "by-name"), "refusal.not-silent",
        "law-2001/39-3");
}

static void only_known_parameters_with_readable_values_are_chosen(
    void **state)
{
    struct village *village = *state;
    separate_open(village, "2026-12-01");
    static const char *const wrong[] = {
        CHOOSE("notice", "soon"),
        CHOOSE("notice", "10"),
        CHOOSE("notice", "10 persons"),
        CHOOSE("notice", "10 % of members-entitled"),
        CHOOSE("notice", "10 calendar-days 5"),
        CHOOSE("quorum", "1/2"),
        CHOOSE("quorum", "1/2 of horses"),
        CHOOSE("quorum", "10 calendar-days"),
        CHOOSE("quorum", "-1"),
        CHOOSE("form", "10"),
        CHOOSE("form", "mass-media"),
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        village_reject(
            village, wrong[i], STATUS_INVALID, "error.choice-unreadable");
    }
    village_reject(village, CHOOSE("weather", "10"), STATUS_INVALID,
        "error.no-such-parameter");
    village_accept(village, CHOOSE("form", "by-name"));
}

static void a_choice_is_of_who_organises_or_leads(void **state)
{
    struct village *village = *state;
    separate_open(village, "2026-12-01");
    village_reject(village,
        "{'act': 'choose', 'actor': 'district-akim', "
        "'parameter': 'notice', 'value': '5 calendar-days', "
        "'ground': 'x'}",
        STATUS_FORBIDDEN, "error.actor-of-two");
    village_refuse(village,
        "{'act': 'choose', 'actor': 'chair', 'parameter': 'notice', "
        "'value': '5 calendar-days', 'ground': 'x'}",
        "refusal.officer-not-elected", "law-2001/39-3/10");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(no_notice_is_guessed),
        COURSE_TEST(no_number_of_representatives_is_guessed),
        COURSE_TEST(a_silent_quorum_is_shown_and_may_be_chosen),
        COURSE_TEST(what_the_law_says_is_not_chosen),
        COURSE_TEST(only_known_parameters_with_readable_values_are_chosen),
        COURSE_TEST(a_choice_is_of_who_organises_or_leads),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
