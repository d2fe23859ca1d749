/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Chair and secretary, and the agenda: elected and approved by more than half
 * of those present.
 */
#include "course.h"

static void a_chair_needs_more_than_half(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 20);
    village_refuse(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 10, 'against': 0, 'abstain': 10}",
        "refusal.not-carried", "law-2001/39-3/11");
    const struct message *reason = &village->refusal.reason;
    assert_string_equal(message_value(reason, "have"), "10");
    assert_string_equal(message_value(reason, "needed"), "11");
    assert_string_equal(message_value(reason, "base"), "participants");
    assert_null(proceeding_officer(course_latest(village), "chair"));
    village_accept(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 11, 'against': 9, 'abstain': 0}");
    const struct officer *chair =
        proceeding_officer(course_latest(village), "chair");
    assert_string_equal(chair->holder, village_key(village, 1));
    assert_int_equal(chair->count.against, 9);
}

static void no_more_votes_than_people_elect_a_chair(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    village_refuse(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 9, 'against': 1, 'abstain': 1}",
        "refusal.votes-too-many", "law-2001/39-3/11");
    assert_string_equal(
        message_value(&village->refusal.reason, "votes"), "11");
    village_accept(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 9, 'against': 1, 'abstain': 0}");
}

static void who_is_absent_is_not_elected(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    village_refuse(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 11, 'for': 10, 'against': 0, 'abstain': 0}",
        "refusal.person-absent", "law-2001/39-3/10");
}

static void only_the_offices_of_the_law_are_elected(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    village_refuse(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'rural-akim', "
        "'resident': 1, 'for': 10, 'against': 0, 'abstain': 0}",
        "refusal.office-not-elected", "law-2001/39-3/10");
    village_reject(village,
        "{'act': 'elect', 'actor': 'district-akim', 'office': 'chair', "
        "'resident': 1, 'for': 10, 'against': 0, 'abstain': 0}",
        STATUS_FORBIDDEN, "error.actor-of-three");
}

static void an_office_is_filled_anew_when_its_holder_left(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 12);
    course_constituted(village);
    village_refuse(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 3, 'for': 12, 'against': 0, 'abstain': 0}",
        "refusal.officers-elected", "law-2001/39-3/10");
    village_accept(
        village, "{'act': 'leave', 'actor': 'secretary', 'resident': 1}");
    village_refuse(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}",
        "refusal.officer-absent", "law-2001/39-3/10");
    village_refuse(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'secretary', "
        "'resident': 3, 'for': 11, 'against': 0, 'abstain': 0}",
        "refusal.office-held", "law-2001/39-3/10");
    village_accept(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 3, 'for': 11, 'against': 0, 'abstain': 0}");
    village_accept(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}");
}

static void the_agenda_waits_for_chair_and_secretary(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    village_refuse(village,
        "{'act': 'approve-agenda', 'actor': 'chair', 'for': 10, "
        "'against': 0, 'abstain': 0}",
        "refusal.officer-not-elected", "law-2001/39-3/10");
    village_accept(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 10, 'against': 0, 'abstain': 0}");
    village_refuse(village,
        "{'act': 'approve-agenda', 'actor': 'chair', 'for': 10, "
        "'against': 0, 'abstain': 0}",
        "refusal.officer-lacking", "law-2001/39-3/10");
    assert_string_equal(
        message_value(&village->refusal.reason, "office"), "secretary");
}

static void the_agenda_is_approved_once_by_more_than_half(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    village_accept(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 10, 'against': 0, 'abstain': 0}");
    village_accept(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'secretary', "
        "'resident': 2, 'for': 10, 'against': 0, 'abstain': 0}");
    village_refuse(village,
        "{'act': 'approve-agenda', 'actor': 'chair', 'for': 5, "
        "'against': 5, 'abstain': 0}",
        "refusal.not-carried", "law-2001/39-3/11");
    village_accept(village,
        "{'act': 'approve-agenda', 'actor': 'chair', 'for': 6, "
        "'against': 4, 'abstain': 0}");
    assert_int_equal(course_latest(village)->agenda_count.votes_for, 6);
    village_refuse(village,
        "{'act': 'approve-agenda', 'actor': 'chair', 'for': 6, "
        "'against': 4, 'abstain': 0}",
        "refusal.agenda-approved", "law-2001/39-3/10");
}

static void the_chair_once_elected_has_the_secretary_elected(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    static const char SECRETARY[] =
        "{'act': 'elect', 'actor': 'chair', 'office': 'secretary', "
        "'resident': 2, 'for': 10, 'against': 0, 'abstain': 0}";
    village_refuse(village, SECRETARY, "refusal.officer-not-elected",
        "law-2001/39-3/10");
    village_accept(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 10, 'against': 0, 'abstain': 0}");
    village_accept(village, SECRETARY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(a_chair_needs_more_than_half),
        COURSE_TEST(no_more_votes_than_people_elect_a_chair),
        COURSE_TEST(who_is_absent_is_not_elected),
        COURSE_TEST(only_the_offices_of_the_law_are_elected),
        COURSE_TEST(an_office_is_filled_anew_when_its_holder_left),
        COURSE_TEST(the_agenda_waits_for_chair_and_secretary),
        COURSE_TEST(the_agenda_is_approved_once_by_more_than_half),
        COURSE_TEST(the_chair_once_elected_has_the_secretary_elected),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
