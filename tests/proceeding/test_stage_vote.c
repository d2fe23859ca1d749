/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The vote: its form, its majority at the limit, who may give it and when.
 */
#include "course.h"

/* Two items, `present` in the room, ready to vote. */
static void prepared(struct village *village, int64_t present)
{
    course_called(village, "gathering",
        COURSE_TASKS ", {'matter': 'other-local-matters', 'title': 'Су'}");
    course_opened(village, present);
    course_constituted(village);
}

static const struct item *item_of(struct village *village, int64_t number)
{
    return proceeding_item(course_latest(village), number);
}

static void nothing_is_put_before_the_agenda_is_approved(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    village_accept(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 10, 'against': 0, 'abstain': 0}");
    village_refuse(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}",
        "refusal.officer-lacking", "law-2001/39-3/10");
    village_accept(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'secretary', "
        "'resident': 2, 'for': 10, 'against': 0, 'abstain': 0}");
    village_refuse(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}",
        "refusal.agenda-not-approved", "law-2001/39-3/10");
}

static void one_vote_is_open_at_a_time(void **state)
{
    struct village *village = *state;
    prepared(village, 10);
    village_accept(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}");
    village_refuse(village,
        "{'act': 'put', 'actor': 'chair', 'item': 2, 'form': 'by-name'}",
        "refusal.vote-open", "law-2001/39-3/11");
    village_refuse(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}",
        "refusal.item-not-now", "law-2001/39-3/11");
    village_reject(village,
        "{'act': 'put', 'actor': 'chair', 'item': 3, 'form': 'by-name'}",
        STATUS_INVALID, "error.no-such-item");
}

static void the_form_is_one_that_the_local_act_gives(void **state)
{
    struct village *village = *state;
    prepared(village, 10);
    village_refuse(village, "{'act': 'put', 'actor': 'chair', 'item': 1}",
        "refusal.form-lacking", "law-2001/39-3/11");
    assert_string_equal(village->refusal.filled_by, "koyandy-rules/3");
    assert_true(village->refusal.invented);
    village_refuse(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'equally'}",
        "refusal.form-unlawful", "law-2001/39-3/11");
    village_accept(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, "
        "'form': 'by-show-of-hands'}");
}

/* Тасты has no local act: the law leaves the form of the vote open. */
static void where_the_law_gives_no_form_one_is_chosen(void **state)
{
    struct village *village = *state;
    course_elsewhere(village, "116653000", "2026-12-01", 100);
    prepared(village, 10);
    village_refuse(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, "
        "'form': 'by-show-of-hands'}",
        "refusal.law-silent", "law-2001/39-3/11");
    assert_string_equal(village->refusal.cure.key, "cure.choose");
    village_accept(village,
        "{'act': 'choose', 'actor': 'chair', 'parameter': 'form', "
        "'value': 'by-show-of-hands', 'ground': 'Жиынның келісімі'}");
    village_refuse(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}",
        "refusal.form-unlawful", "law-2001/39-3/11");
    village_accept(village, "{'act': 'put', 'actor': 'chair', 'item': 1}");
    assert_string_equal(item_of(village, 1)->form, "by-show-of-hands");
}

static void half_of_the_participants_do_not_carry_a_decision(void **state)
{
    struct village *village = *state;
    prepared(village, 20);
    course_voted(village, 1, 10, 5);
    const struct json *rejected = course_told(village, "item-rejected");
    assert_int_equal(json_member_integer(rejected, "needed", 0), 11);
    assert_int_equal(json_member_integer(rejected, "participants", 0), 20);
    assert_int_equal(item_of(village, 1)->phase, ITEM_REJECTED);
    assert_int_equal(item_of(village, 1)->decision, 0);
    course_voted(village, 2, 11, 9);
    const struct json *adopted = course_told(village, "item-adopted");
    assert_int_equal(json_member_integer(adopted, "decision", 0), 1);
    assert_string_equal(
        json_member_text(adopted, "matter"), "other-local-matters");
    assert_string_equal(json_member_text(adopted, "title"), "Су");
    assert_int_equal(json_member_integer(
                         json_member(adopted, "count"), "for", 0),
        11);
    assert_int_equal(item_of(village, 2)->phase, ITEM_ADOPTED);
}

static void of_an_odd_number_the_next_whole_one_carries(void **state)
{
    struct village *village = *state;
    prepared(village, 21);
    course_voted(village, 1, 10, 0);
    assert_int_equal(item_of(village, 1)->phase, ITEM_REJECTED);
    course_voted(village, 2, 11, 0);
    assert_int_equal(item_of(village, 2)->phase, ITEM_ADOPTED);
}

/* Who left before is no participant; who comes later is none either. */
static void participants_are_those_here_when_the_vote_is_put(void **state)
{
    struct village *village = *state;
    prepared(village, 22);
    village_accept(village,
        "{'act': 'leave', 'actor': 'secretary', 'residents': [21, 22]}");
    village_accept(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}");
    assert_int_equal(item_of(village, 1)->participants, 20);
    assert_int_equal(item_of(village, 1)->needed, 11);
    village_accept(village,
        "{'act': 'arrive', 'actor': 'secretary', 'residents': [22, 23]}");
    village_refuse(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 22, "
        "'choice': 'for'}",
        "refusal.voter-late", "law-2001/39-3/11");
    village_refuse(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 23, "
        "'choice': 'for'}",
        "refusal.voter-late", "law-2001/39-3/11");
    assert_int_equal(item_of(village, 1)->participants, 20);
    village_accept(village,
        "{'act': 'leave', 'actor': 'secretary', 'resident': 20}");
    village_accept(village,
        "{'act': 'arrive', 'actor': 'secretary', 'resident': 20}");
    village_accept(village,
        "{'act': 'vote', 'actor': 'member', 'item': 1, 'resident': 20, "
        "'choice': 'against'}");
}

static void one_votes_once_and_only_in_the_room(void **state)
{
    struct village *village = *state;
    prepared(village, 11);
    village_accept(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}");
    village_accept(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 5, "
        "'choice': 'for'}");
    village_refuse(village,
        "{'act': 'vote', 'actor': 'member', 'item': 1, 'resident': 5, "
        "'choice': 'against'}",
        "refusal.voted-already", "law-2001/39-3/11");
    village_refuse(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 50, "
        "'choice': 'for'}",
        "refusal.person-absent", "law-2001/39-3/1");
    village_accept(
        village, "{'act': 'leave', 'actor': 'secretary', 'resident': 11}");
    village_refuse(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 11, "
        "'choice': 'for'}",
        "refusal.person-absent", "law-2001/39-3/1");
    village_refuse(village,
        "{'act': 'count', 'actor': 'secretary', 'item': 1, 'for': 9, "
        "'against': 0, 'abstain': 0}",
        "refusal.vote-is-by-name", "law-2001/39-3/11");
    assert_int_equal(item_of(village, 1)->count.votes_for, 1);
    assert_int_equal(item_of(village, 1)->count.against, 0);
}

static void after_closing_nobody_votes(void **state)
{
    struct village *village = *state;
    prepared(village, 10);
    village_accept(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}");
    village_refuse(village,
        "{'act': 'close-vote', 'actor': 'chair', 'item': 1}",
        "refusal.votes-lacking", "law-2001/39-3/11");
    for (int i = 1; i <= 6; i++) {
        course_act(village,
            "{'act': 'vote', 'actor': 'secretary', 'item': 1, "
            "'resident': %d, 'choice': 'for'}",
            i);
    }
    village_accept(
        village, "{'act': 'close-vote', 'actor': 'chair', 'item': 1}");
    assert_int_equal(item_of(village, 1)->phase, ITEM_ADOPTED);
    village_refuse(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 7, "
        "'choice': 'for'}",
        "refusal.item-not-now", "law-2001/39-3/11");
    village_refuse(village,
        "{'act': 'close-vote', 'actor': 'chair', 'item': 1}",
        "refusal.item-not-now", "law-2001/39-3/11");
}

static void a_count_has_no_more_votes_than_there_are_voters(void **state)
{
    struct village *village = *state;
    prepared(village, 20);
    village_accept(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, "
        "'form': 'by-show-of-hands'}");
    village_refuse(village,
        "{'act': 'close-vote', 'actor': 'chair', 'item': 1}",
        "refusal.votes-lacking", "law-2001/39-3/11");
    village_refuse(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 5, "
        "'choice': 'for'}",
        "refusal.vote-is-counted", "law-2001/39-3/11");
    village_refuse(village,
        "{'act': 'count', 'actor': 'secretary', 'item': 1, 'for': 15, "
        "'against': 5, 'abstain': 1}",
        "refusal.votes-too-many", "law-2001/39-3/11");
    village_accept(village,
        "{'act': 'arrive', 'actor': 'secretary', 'residents': [21, 22]}");
    village_refuse(village,
        "{'act': 'count', 'actor': 'secretary', 'item': 1, 'for': 15, "
        "'against': 5, 'abstain': 1}",
        "refusal.votes-too-many", "law-2001/39-3/11");
    village_accept(
        village, "{'act': 'leave', 'actor': 'secretary', 'resident': 20}");
    village_refuse(village,
        "{'act': 'count', 'actor': 'secretary', 'item': 1, 'for': 15, "
        "'against': 5, 'abstain': 0}",
        "refusal.votes-too-many", "law-2001/39-3/11");
    village_accept(village,
        "{'act': 'count', 'actor': 'secretary', 'item': 1, 'for': 14, "
        "'against': 5, 'abstain': 0}");
}

static void until_the_vote_is_closed_a_count_may_be_taken_anew(void **state)
{
    struct village *village = *state;
    prepared(village, 20);
    village_accept(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, "
        "'form': 'by-show-of-hands'}");
    village_accept(village,
        "{'act': 'count', 'actor': 'secretary', 'item': 1, 'for': 2, "
        "'against': 1, 'abstain': 0}");
    village_accept(village,
        "{'act': 'count', 'actor': 'secretary', 'item': 1, 'for': 12, "
        "'against': 1, 'abstain': 0}");
    village_accept(
        village, "{'act': 'close-vote', 'actor': 'chair', 'item': 1}");
    assert_int_equal(item_of(village, 1)->phase, ITEM_ADOPTED);
    village_refuse(village,
        "{'act': 'count', 'actor': 'secretary', 'item': 1, 'for': 1, "
        "'against': 12, 'abstain': 0}",
        "refusal.item-not-now", "law-2001/39-3/11");
}

static void an_open_vote_waits_while_the_quorum_is_lost(void **state)
{
    struct village *village = *state;
    prepared(village, 10);
    village_accept(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}");
    for (int i = 1; i <= 6; i++) {
        course_act(village,
            "{'act': 'vote', 'actor': 'secretary', 'item': 1, "
            "'resident': %d, 'choice': 'for'}",
            i);
    }
    village_accept(
        village, "{'act': 'leave', 'actor': 'secretary', 'resident': 9}");
    village_refuse(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 7, "
        "'choice': 'for'}",
        "refusal.quorum-lost", "law-2001/39-3/9");
    village_refuse(village,
        "{'act': 'close-vote', 'actor': 'chair', 'item': 1}",
        "refusal.quorum-lost", "law-2001/39-3/9");
    village_accept(
        village, "{'act': 'arrive', 'actor': 'secretary', 'resident': 9}");
    village_accept(village,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 7, "
        "'choice': 'for'}");
    village_accept(
        village, "{'act': 'close-vote', 'actor': 'chair', 'item': 1}");
    assert_int_equal(item_of(village, 1)->count.votes_for, 7);
}

static void a_withdrawn_item_is_not_put(void **state)
{
    struct village *village = *state;
    prepared(village, 10);
    village_reject(village,
        "{'act': 'withdraw-item', 'actor': 'secretary', 'item': 1, "
        "'reason': 'Дайын емес'}",
        STATUS_FORBIDDEN, "error.actor-of-one");
    village_accept(village,
        "{'act': 'withdraw-item', 'actor': 'chair', 'item': 1, "
        "'reason': 'Дайын емес'}");
    village_refuse(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}",
        "refusal.item-not-now", "law-2001/39-3/11");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(nothing_is_put_before_the_agenda_is_approved),
        COURSE_TEST(one_vote_is_open_at_a_time),
        COURSE_TEST(the_form_is_one_that_the_local_act_gives),
        COURSE_TEST(where_the_law_gives_no_form_one_is_chosen),
        COURSE_TEST(half_of_the_participants_do_not_carry_a_decision),
        COURSE_TEST(of_an_odd_number_the_next_whole_one_carries),
        COURSE_TEST(participants_are_those_here_when_the_vote_is_put),
        COURSE_TEST(one_votes_once_and_only_in_the_room),
        COURSE_TEST(after_closing_nobody_votes),
        COURSE_TEST(a_count_has_no_more_votes_than_there_are_voters),
        COURSE_TEST(until_the_vote_is_closed_a_count_may_be_taken_anew),
        COURSE_TEST(an_open_vote_waits_while_the_quorum_is_lost),
        COURSE_TEST(a_withdrawn_item_is_not_put),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
