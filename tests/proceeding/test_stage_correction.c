/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Slips at the table taken back, and votes given as a list.
 */
#include "course.h"

/* `present` are in the room, item 1 is being voted on by name. */
static void voting(struct village *village, int64_t present)
{
    course_called(village, "gathering",
        COURSE_TASKS ", {'matter': 'other-local-matters', 'title': 'Су'}");
    course_opened(village, present);
    course_constituted(village);
    village_accept(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}");
}

static const struct item *item_of(struct village *village)
{
    return proceeding_item(course_latest(village), 1);
}

static void counts_are(struct village *village, int64_t votes_for,
    int64_t against, int64_t abstain)
{
    const struct vote_count *count = &item_of(village)->count;
    assert_int_equal(count->votes_for, votes_for);
    assert_int_equal(count->against, against);
    assert_int_equal(count->abstain, abstain);
}

/* ---- votes --------------------------------------------------------------- */

static void votes_come_as_a_list(void **state)
{
    struct village *village = *state;
    voting(village, 20);
    village_accept(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'votes': ["
        "{'resident': 1, 'choice': 'for'}, {'resident': 2, 'choice': "
        "'against'}, {'resident': 3, 'choice': 'abstain'}]}");
    assert_int_equal(village->events.count, 3);
    assert_string_equal(village->events.items[2].kind, "vote-cast");
    counts_are(village, 1, 1, 1);
}

static void of_a_list_with_one_vote_too_many_none_is_taken(void **state)
{
    struct village *village = *state;
    voting(village, 20);
    village_accept(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 2, "
        "'choice': 'for'}");
    village_refuse(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'votes': ["
        "{'resident': 1, 'choice': 'for'}, {'resident': 2, 'choice': 'for'}]}",
        "refusal.voted-already", "law-2001/39-3/11");
    counts_are(village, 1, 0, 0);
}

static void a_list_names_nobody_twice(void **state)
{
    struct village *village = *state;
    voting(village, 20);
    village_reject(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'votes': ["
        "{'resident': 1, 'choice': 'for'}, {'resident': 1, 'choice': "
        "'against'}]}",
        STATUS_INVALID, "error.field-wrong");
    village_reject(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1}",
        STATUS_INVALID, "error.field-missing");
    village_reject(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'choice': 'for', "
        "'votes': [{'resident': 1, 'choice': 'for'}]}",
        STATUS_INVALID, "error.field-unknown");
}

static void a_vote_entered_wrong_is_corrected(void **state)
{
    struct village *village = *state;
    voting(village, 20);
    village_accept(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'votes': ["
        "{'resident': 1, 'choice': 'for'}, {'resident': 2, 'choice': 'for'}]}");
    village_accept(village,
        "{'act': 'correct-vote', 'actor': 'secretary', 'item': 1, "
        "'resident': 1, 'choice': 'against'}");
    counts_are(village, 1, 1, 0);
    const struct json *told = course_told(village, "vote-corrected");
    assert_string_equal(json_member_text(told, "choice"), "against");
    assert_int_equal(map_count(item_of(village)->votes), 2);
}

static void a_vote_taken_back_may_be_given(void **state)
{
    struct village *village = *state;
    voting(village, 20);
    village_accept(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 1, "
        "'choice': 'for'}");
    village_accept(village,
        "{'act': 'correct-vote', 'actor': 'chair', 'item': 1, 'resident': 1}");
    counts_are(village, 0, 0, 0);
    assert_int_equal(map_count(item_of(village)->votes), 0);
    village_accept(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 1, "
        "'choice': 'abstain'}");
    counts_are(village, 0, 0, 1);
}

static void who_has_not_voted_is_not_corrected(void **state)
{
    struct village *village = *state;
    voting(village, 20);
    village_refuse(village,
        "{'act': 'correct-vote', 'actor': 'secretary', 'item': 1, "
        "'resident': 1, 'choice': 'for'}",
        "refusal.votes-lacking", "law-2001/39-3/11");
    village_accept(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 2, "
        "'choice': 'for'}");
    village_refuse(village,
        "{'act': 'correct-vote', 'actor': 'secretary', 'item': 1, "
        "'resident': 1, 'choice': 'for'}",
        "refusal.not-voted", "law-2001/39-3/11");
}

static void a_closed_vote_is_not_corrected(void **state)
{
    struct village *village = *state;
    voting(village, 20);
    village_accept(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 1, "
        "'choice': 'for'}");
    village_accept(
        village, "{'act': 'close-vote', 'actor': 'chair', 'item': 1}");
    village_refuse(village,
        "{'act': 'correct-vote', 'actor': 'secretary', 'item': 1, "
        "'resident': 1, 'choice': 'against'}",
        "refusal.item-not-now", "law-2001/39-3/11");
}

static void a_voter_does_not_correct_himself(void **state)
{
    struct village *village = *state;
    voting(village, 20);
    village_accept(village,
        "{'act': 'vote', 'actor': 'member', 'item': 1, 'resident': 1, "
        "'choice': 'for'}");
    village_reject(village,
        "{'act': 'correct-vote', 'actor': 'member', 'item': 1, "
        "'resident': 1, 'choice': 'against'}",
        STATUS_FORBIDDEN, "error.actor-of-two");
}

/* ---- coming and going ---------------------------------------------------- */

static void who_had_not_come_is_struck_off(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    village_accept(village,
        "{'act': 'arrive', 'actor': 'rural-akim', 'residents': [1, 2]}");
    village_accept(village,
        "{'act': 'correct-presence', 'actor': 'rural-akim', 'resident': 2, "
        "'present': false}");
    assert_int_equal(course_latest(village)->present, 1);
    assert_int_equal(proceeding_came(course_latest(village)), 1);
    village_refuse(village,
        "{'act': 'correct-presence', 'actor': 'rural-akim', 'resident': 2, "
        "'present': true}",
        "refusal.not-registered", "law-2001/39-3/1");
    village_accept(village,
        "{'act': 'arrive', 'actor': 'rural-akim', 'resident': 2}");
    assert_int_equal(proceeding_came(course_latest(village)), 2);
}

static void who_had_not_left_is_still_here(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    course_constituted(village);
    village_accept(village,
        "{'act': 'leave', 'actor': 'secretary', 'resident': 10}");
    assert_int_equal(
        course_latest(village)->phase, PROCEEDING_QUORUM_LOST);
    village_accept(village,
        "{'act': 'correct-presence', 'actor': 'secretary', 'resident': 10, "
        "'present': true}");
    assert_non_null(course_told(village, "quorum-restored"));
    assert_int_equal(course_latest(village)->phase, PROCEEDING_SITTING);
    village_refuse(village,
        "{'act': 'correct-presence', 'actor': 'secretary', 'resident': 10, "
        "'present': true}",
        "refusal.present-already", "law-2001/39-3/1");
}

/* He went and was registered as back by a slip: he left, and that stays. */
static void who_had_not_come_back_left_as_before(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 12);
    course_constituted(village);
    village_accept(village,
        "{'act': 'leave', 'actor': 'secretary', 'resident': 12}");
    village_accept(village,
        "{'act': 'arrive', 'actor': 'secretary', 'resident': 12}");
    village_accept(village,
        "{'act': 'correct-presence', 'actor': 'secretary', 'resident': 12, "
        "'present': false}");
    assert_int_equal(course_latest(village)->present, 11);
    assert_int_equal(proceeding_came(course_latest(village)), 12);
}

static void a_quorum_that_rested_on_a_slip_is_lost(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    course_constituted(village);
    village_accept(village,
        "{'act': 'arrive', 'actor': 'secretary', 'resident': 11}");
    village_accept(village,
        "{'act': 'leave', 'actor': 'secretary', 'resident': 10}");
    village_accept(village,
        "{'act': 'correct-presence', 'actor': 'secretary', 'resident': 11, "
        "'present': false}");
    assert_non_null(course_told(village, "quorum-lost"));
    assert_int_equal(
        course_latest(village)->phase, PROCEEDING_QUORUM_LOST);
}

static void once_those_present_were_counted_they_were_present(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 12);
    village_refuse(village,
        "{'act': 'correct-presence', 'actor': 'rural-akim', 'resident': 12, "
        "'present': false}",
        "refusal.counted-since", "law-2001/39-3/1");
    course_constituted(village);
    village_accept(village,
        "{'act': 'arrive', 'actor': 'secretary', 'resident': 13}");
    village_accept(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}");
    village_refuse(village,
        "{'act': 'correct-presence', 'actor': 'secretary', 'resident': 13, "
        "'present': false}",
        "refusal.counted-since", "law-2001/39-3/1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(votes_come_as_a_list),
        COURSE_TEST(of_a_list_with_one_vote_too_many_none_is_taken),
        COURSE_TEST(a_list_names_nobody_twice),
        COURSE_TEST(a_vote_entered_wrong_is_corrected),
        COURSE_TEST(a_vote_taken_back_may_be_given),
        COURSE_TEST(who_has_not_voted_is_not_corrected),
        COURSE_TEST(a_closed_vote_is_not_corrected),
        COURSE_TEST(a_voter_does_not_correct_himself),
        COURSE_TEST(who_had_not_come_is_struck_off),
        COURSE_TEST(who_had_not_left_is_still_here),
        COURSE_TEST(who_had_not_come_back_left_as_before),
        COURSE_TEST(a_quorum_that_rested_on_a_slip_is_lost),
        COURSE_TEST(once_those_present_were_counted_they_were_present),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
