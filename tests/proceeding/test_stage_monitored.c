/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Monitoring of the budget, its half-years and the answer to what is
 * recommended; officials who take part by right.
 */
#include "course.h"

#define MONITOR(year, half) \
    "{'act': 'monitor', 'proceeding': 2, " \
    "'actor': 'budget-monitoring-commission', 'year': " year \
    ", 'half': " half ", 'text': 'Жоспар мен нәтиже'}"
#define CONCLUDE(proceeding) \
    "{'act': 'conclude', 'proceeding': " proceeding \
    ", 'actor': 'rural-akim', 'item': 1, 'text': 'Қаралды'}"
#define ATTEND "{'act': 'attend', 'actor': 'maslikhat-deputy'}"

/* The second proceeding is the assembly that forms the commission. */
static void commission_form(struct village *village)
{
    course_decided(village, "gathering",
        "{'matter': 'assembly-composition', 'title': 'x', "
        "'members': [1, 2, 3, 4, 5]}",
        20);
    course_decided(village, "assembly",
        "{'matter': 'budget-monitoring-commission', 'title': 'x', "
        "'members': [1, 2, 3]}",
        5);
}

/* ---- monitoring ---------------------------------------------------------- */

static void a_half_year_is_reported_on_once(void **state)
{
    struct village *village = *state;
    commission_form(village);
    village_today(village, "2027-01-20");
    village_accept(village, MONITOR("2026", "2"));
    village_refuse(village, MONITOR("2026", "2"),
        "refusal.monitored-already", "law-2001/39-3/4");
    village_accept(village, MONITOR("2027", "1"));
    const struct proceeding *second = village_proceeding(village, 2);
    assert_int_equal(second->reports_count, 2);
    assert_int_equal(second->reports[1].year, 2027);
    assert_string_equal(second->reports[1].text, "Жоспар мен нәтиже");
}

static void no_half_year_is_reported_on_before_it_begins(void **state)
{
    struct village *village = *state;
    commission_form(village);
    village_today(village, "2027-06-30");
    village_reject(village, MONITOR("2027", "2"), STATUS_INVALID,
        "error.no-such-half-year");
    village_reject(village, MONITOR("2026", "3"), STATUS_INVALID,
        "error.no-such-half-year");
    village_today(village, "2027-07-01");
    village_accept(village, MONITOR("2027", "2"));
}

/* The term of `kind` in a proceeding; there is one. */
static struct engine_term term_of(
    struct village *village, int64_t proceeding, enum act_kind kind)
{
    struct engine_facts facts = village_facts(village, proceeding);
    struct engine_term *terms = arena_take_array(
        village->arena, ENGINE_TERMS_MAX, sizeof *terms);
    size_t count = engine_terms(&facts, village->arena, terms);
    struct engine_term found = {.proceeding = 0};
    size_t times = 0;
    for (size_t i = 0; i < count; i++) {
        if (terms[i].kind == kind) {
            found = terms[i];
            times++;
        }
    }
    assert_int_equal(times, 1);
    return found;
}

static void a_report_is_due_within_half_a_year_of_the_last(void **state)
{
    struct village *village = *state;
    char text[DATE_TEXT_MAX];
    commission_form(village);
    village_today(village, "2027-01-20");
    village_accept(village, MONITOR("2026", "2"));
    struct engine_term term = term_of(village, 2, ACT_MONITOR);
    date_write(term.due, text);
    assert_string_equal(text, "2027-07-20");
}

static void who_formed_no_commission_takes_no_report(void **state)
{
    struct village *village = *state;
    commission_form(village);
    course_decided(village, "assembly",
        "{'matter': 'topical-matters', 'title': 'x'}", 5);
    village_reject(village,
        "{'act': 'monitor', 'actor': 'budget-monitoring-commission', "
        "'year': 2026, 'half': 2, 'text': 'x'}",
        STATUS_INVALID, "error.no-commission-here");
}

static void recommendations_alone_are_answered_and_once(void **state)
{
    struct village *village = *state;
    commission_form(village);
    village_refuse(village, CONCLUDE("2"), "refusal.act-not-in-procedure",
        "law-2001/39-3");
    course_decided(village, "assembly",
        "{'matter': 'monitoring-recommendations', 'title': 'x'}", 5);
    village_reject(village,
        "{'act': 'conclude', 'actor': 'district-akim', 'item': 1, "
        "'text': 'x'}",
        STATUS_FORBIDDEN, "error.actor-of-one");
    village_accept(village, CONCLUDE("3"));
    assert_string_equal(
        village_proceeding(village, 3)->items[0].conclusion, "Қаралды");
    village_refuse(village, CONCLUDE("3"), "refusal.answered-already",
        "law-2001/39-3/4");
}

static void the_answer_is_due_on_no_day(void **state)
{
    struct village *village = *state;
    commission_form(village);
    course_decided(village, "assembly",
        "{'matter': 'monitoring-recommendations', 'title': 'x'}", 5);
    struct engine_term term = term_of(village, 3, ACT_CONCLUDE);
    assert_true(term.missing);
    assert_string_equal(term.citation.place, "law-2001/39-3/4");
}

/* ---- taking part by right ------------------------------------------------ */

static void a_deputy_attends_on_the_day_and_once(void **state)
{
    struct village *village = *state;
    village_event(village, "office-recorded", 0,
        "{'office': 'maslikhat-deputy', 'holder': 'd1', "
        "'from': '2023-03-20', 'basis': 'x'}");
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    int64_t present = course_latest(village)->present;
    village_accept(village, ATTEND);
    assert_int_equal(course_latest(village)->present, present);
    assert_string_equal(course_latest(village)->guests[0].holder, "d1");
    village_refuse(village, ATTEND, "refusal.attends-already",
        "law-2001/21/1.9");
}

static void nobody_attends_for_an_office_that_is_not_held(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    village_refuse(village, ATTEND, "refusal.office-not-held",
        "law-2001/21/1.9");
    village_reject(village, "{'act': 'attend', 'actor': 'district-akim'}",
        STATUS_FORBIDDEN, "error.actor-of-one");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(a_half_year_is_reported_on_once),
        COURSE_TEST(no_half_year_is_reported_on_before_it_begins),
        COURSE_TEST(a_report_is_due_within_half_a_year_of_the_last),
        COURSE_TEST(who_formed_no_commission_takes_no_report),
        COURSE_TEST(recommendations_alone_are_answered_and_once),
        COURSE_TEST(the_answer_is_due_on_no_day),
        COURSE_TEST(a_deputy_attends_on_the_day_and_once),
        COURSE_TEST(nobody_attends_for_an_office_that_is_not_held),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
