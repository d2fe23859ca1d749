/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Publication, and the control of carrying a decision out.
 */
#include "course.h"

static void approved(struct village *village)
{
    course_decided(village, "gathering", COURSE_TASKS, 10);
    village_accept(village,
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': true}");
}

static void only_an_approved_decision_has_effect_any_is_published(void **state)
{
    struct village *village = *state;
    course_decided(village, "gathering", COURSE_TASKS, 10);
    static const char ASSIGN[] =
        "{'act': 'assign', 'actor': 'rural-akim', 'item': 1, "
        "'to': 'Әкім аппараты', 'task': 'Жолды жөндеу', "
        "'due': '2027-06-01'}";
    static const char PUBLISH[] =
        "{'act': 'publish', 'actor': 'rural-akim', 'item': 1, "
        "'ways': ['mass-media', 'other-way']}";
    village_refuse(
        village, ASSIGN, "refusal.item-not-now", "law-2001/39-3/13");
    village_accept(village, PUBLISH); /* 39-3(14) asks no approval */
    village_accept(village,
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': true}");
    village_accept(village, ASSIGN);
    assert_string_equal(course_latest(village)->items[0].published_ways,
        "mass-media, other-way");
}

static void a_decision_is_published_once_and_in_the_laws_ways(void **state)
{
    struct village *village = *state;
    approved(village);
    village_refuse(village,
        "{'act': 'publish', 'actor': 'rural-akim', 'item': 1, "
        "'ways': ['mass-media', 'by-name']}",
        "refusal.way-unlawful", "law-2001/39-3/14");
    village_reject(village,
        "{'act': 'publish', 'actor': 'chair', 'item': 1, "
        "'ways': ['mass-media']}",
        STATUS_FORBIDDEN, "error.actor-of-one");
    village_accept(village,
        "{'act': 'publish', 'actor': 'rural-akim', 'item': 1, "
        "'ways': ['mass-media']}");
    village_refuse(village,
        "{'act': 'publish', 'actor': 'rural-akim', 'item': 1, "
        "'ways': ['other-way']}",
        "refusal.published-already", "law-2001/39-3/14");
}

static void a_term_of_execution_does_not_lie_in_the_past(void **state)
{
    struct village *village = *state;
    approved(village);
    village_reject(village,
        "{'act': 'assign', 'actor': 'rural-akim', 'item': 1, "
        "'to': 'Әкім аппараты', 'task': 'Жол', 'due': '2026-12-12'}",
        STATUS_INVALID, "error.due-in-the-past");
    village_accept(village,
        "{'act': 'assign', 'actor': 'rural-akim', 'item': 1, "
        "'to': 'Әкім аппараты', 'task': 'Жол', 'due': '2026-12-13'}");
}

static void what_is_assigned_is_reported_until_it_is_done(void **state)
{
    struct village *village = *state;
    approved(village);
    static const char REPORT[] =
        "{'act': 'report', 'actor': 'official', 'item': 1, "
        "'text': 'Жартысы бітті', 'done': false}";
    static const char DONE[] =
        "{'act': 'report', 'actor': 'official', 'item': 1, "
        "'text': 'Бітті', 'done': true}";
    static const char ASSIGN[] =
        "{'act': 'assign', 'actor': 'rural-akim', 'item': 1, "
        "'to': 'Әкім аппараты', 'task': 'Жол', 'due': '2027-06-01'}";
    village_refuse(
        village, REPORT, "refusal.not-assigned", "law-2001/39-3/13");
    village_accept(village, ASSIGN);
    village_accept(village, REPORT);
    village_accept(village, DONE);
    village_refuse(
        village, DONE, "refusal.carried-out-already", "law-2001/39-3/13");
    village_refuse(
        village, ASSIGN, "refusal.carried-out-already", "law-2001/39-3/13");
    assert_true(course_latest(village)->items[0].done);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(only_an_approved_decision_has_effect_any_is_published),
        COURSE_TEST(a_decision_is_published_once_and_in_the_laws_ways),
        COURSE_TEST(a_term_of_execution_does_not_lie_in_the_past),
        COURSE_TEST(what_is_assigned_is_reported_until_it_is_done),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
