/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The sitting: its day, its quorum at the limit, those who come and go.
 */
#include "course.h"

static void nobody_arrives_before_the_day(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    village_today(village, "2026-12-12");
    village_refuse(village,
        "{'act': 'arrive', 'actor': 'rural-akim', 'resident': 1}",
        "refusal.not-the-day", "law-2001/39-3/8");
    assert_true(date_is_set(village->refusal.lawful_from));
    assert_string_equal(village->refusal.cure.key, "cure.not-the-day");
    village_today(village, "2026-12-13");
    village_accept(
        village, "{'act': 'arrive', 'actor': 'rural-akim', 'resident': 1}");
}

static void a_sitting_opens_neither_before_nor_after_its_day(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    village_many(village, "arrive", "rural-akim", 1, 10);
    village_today(village, "2026-12-12T23:00:00+05:00");
    village_refuse(village,
        "{'act': 'open-sitting', 'actor': 'rural-akim'}",
        "refusal.not-the-day", "law-2001/39-3/8");
    village_today(village, "2026-12-14");
    village_refuse(village,
        "{'act': 'open-sitting', 'actor': 'rural-akim'}",
        "refusal.not-the-day", "law-2001/39-3/8");
    assert_string_equal(village->refusal.cure.key, "cure.day-passed");
    assert_false(date_is_set(village->refusal.lawful_from));
    village_today(village, "2026-12-13T23:00:00+05:00");
    village_accept(
        village, "{'act': 'open-sitting', 'actor': 'rural-akim'}");
}

static void without_notice_no_sitting_is_opened(void **state)
{
    struct village *village = *state;
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}");
    village_accept(village,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-11', "
        "'time': '11:00', 'place': 'Клуб', 'items': "
        "[{'matter': 'community-tasks', 'title': 'Жол'}]}");
    village_today(village, "2026-12-11");
    village_many(village, "arrive", "rural-akim", 1, 10);
    village_refuse(village,
        "{'act': 'open-sitting', 'actor': 'rural-akim'}",
        "refusal.no-notice", "law-2001/39-3/8");
}

static void one_short_of_the_quorum_is_refused_and_a_tenth_opens(
    void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    village_many(village, "arrive", "rural-akim", 1, 9);
    village_refuse(village,
        "{'act': 'open-sitting', 'actor': 'rural-akim'}",
        "refusal.quorum-short", "law-2001/39-3/9");
    const struct message *reason = &village->refusal.reason;
    assert_string_equal(message_value(reason, "have"), "9");
    assert_string_equal(message_value(reason, "needed"), "10");
    assert_string_equal(message_value(reason, "share"), "10 %");
    assert_string_equal(message_value(reason, "base"), "members-entitled");
    assert_string_equal(message_value(reason, "base_count"), "100");
    assert_string_equal(
        message_value(&village->refusal.cure, "count"), "1");
    village_many(village, "arrive", "rural-akim", 10, 10);
    village_accept(
        village, "{'act': 'open-sitting', 'actor': 'rural-akim'}");
    const struct event *opened = &village->events.items[0];
    assert_string_equal(opened->kind, "sitting-opened");
    assert_string_equal(json_member_text(opened->body, "by"), "rural-akim");
    assert_int_equal(json_member_integer(opened->body, "present", 0), 10);
    assert_int_equal(json_member_integer(opened->body, "needed", 0), 10);
    assert_int_equal(
        json_member_integer(opened->body, "base_count", 0), 100);
}

static void a_share_that_is_no_whole_number_is_rounded_up(void **state)
{
    struct village *village = *state;
    village->entitled = 101;
    course_called(village, "gathering", COURSE_TASKS);
    village_many(village, "arrive", "rural-akim", 1, 10);
    village_refuse(village,
        "{'act': 'open-sitting', 'actor': 'rural-akim'}",
        "refusal.quorum-short", "law-2001/39-3/9");
    village_many(village, "arrive", "rural-akim", 11, 11);
    village_accept(
        village, "{'act': 'open-sitting', 'actor': 'rural-akim'}");
}

static void only_whom_the_law_names_opens_a_sitting(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    village_many(village, "arrive", "rural-akim", 1, 10);
    village_reject(village,
        "{'act': 'open-sitting', 'actor': 'district-akim'}",
        STATUS_FORBIDDEN, "error.actor-of-two");
    village_accept(village,
        "{'act': 'open-sitting', 'actor': 'person-empowered'}");
    village_refuse(village,
        "{'act': 'open-sitting', 'actor': 'person-empowered'}",
        "refusal.not-now", "law-2001/39-3/10");
}

static void who_may_not_take_part_does_not_arrive(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    village_exclude(village, 7, "minor");
    village_refuse(village,
        "{'act': 'arrive', 'actor': 'rural-akim', 'residents': [6, 7]}",
        "refusal.person-not-entitled", "law-2001/39-3/1");
    assert_int_equal(course_latest(village)->present, 0);
    village_exclude(village, 8, NULL);
    village_refuse(village,
        "{'act': 'arrive', 'actor': 'rural-akim', 'resident': 8}",
        "refusal.person-not-on-roll", "law-2001/39-3/1");
    village_reject(village,
        "{'act': 'arrive', 'actor': 'rural-akim', 'resident': 5000}",
        STATUS_INVALID, "error.no-such-resident");
    village_accept(village,
        "{'act': 'arrive', 'actor': 'rural-akim', 'resident': 6}");
}

static void one_arrives_once_and_leaves_once(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    village_many(village, "arrive", "rural-akim", 1, 3);
    village_refuse(village,
        "{'act': 'arrive', 'actor': 'rural-akim', 'residents': [4, 3]}",
        "refusal.present-already", "law-2001/39-3/1");
    village_refuse(village,
        "{'act': 'leave', 'actor': 'rural-akim', 'residents': [3, 4]}",
        "refusal.person-absent", "law-2001/39-3/1");
    village_accept(
        village, "{'act': 'leave', 'actor': 'rural-akim', 'resident': 3}");
    village_refuse(village,
        "{'act': 'leave', 'actor': 'rural-akim', 'resident': 3}",
        "refusal.person-absent", "law-2001/39-3/1");
    assert_int_equal(course_latest(village)->present, 2);
    village_accept(
        village, "{'act': 'arrive', 'actor': 'rural-akim', 'resident': 3}");
    assert_int_equal(course_latest(village)->present, 3);
}

static void the_quorum_is_lost_in_the_middle_and_restored(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 11);
    course_constituted(village);
    village_accept(
        village, "{'act': 'leave', 'actor': 'secretary', 'resident': 11}");
    assert_int_equal(village->events.count, 1);
    village_accept(
        village, "{'act': 'leave', 'actor': 'secretary', 'resident': 10}");
    assert_int_equal(village->events.count, 2);
    const struct event *lost = &village->events.items[1];
    assert_string_equal(lost->kind, "quorum-lost");
    assert_int_equal(json_member_integer(lost->body, "present", 0), 9);
    assert_int_equal(json_member_integer(lost->body, "needed", 0), 10);
    assert_int_equal(course_latest(village)->phase, PROCEEDING_QUORUM_LOST);
    village_refuse(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, "
        "'form': 'by-show-of-hands'}",
        "refusal.quorum-lost", "law-2001/39-3/9");
    assert_string_equal(
        message_value(&village->refusal.cure, "count"), "1");
    village_accept(
        village, "{'act': 'arrive', 'actor': 'secretary', 'resident': 20}");
    assert_int_equal(village->events.count, 2);
    assert_string_equal(village->events.items[1].kind, "quorum-restored");
    assert_int_equal(course_latest(village)->phase, PROCEEDING_SITTING);
    course_voted(village, 1, 10, 0);
}

static void a_quorum_that_is_lost_can_be_waited_for_on_another_day(
    void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    course_constituted(village);
    village_accept(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, "
        "'form': 'by-show-of-hands'}");
    village_accept(
        village, "{'act': 'leave', 'actor': 'chair', 'resident': 10}");
    village_reject(village,
        "{'act': 'adjourn', 'actor': 'chair', 'day': '2026-12-13', "
        "'time': '11:00', 'reason': 'Кворум жоғалды'}",
        STATUS_INVALID, "error.adjourned-to-the-past");
    village_accept(village,
        "{'act': 'adjourn', 'actor': 'chair', 'day': '2026-12-14', "
        "'time': '11:00', 'reason': 'Кворум жоғалды'}");
    assert_int_equal(course_latest(village)->items[0].phase, ITEM_PROPOSED);
    assert_int_equal(course_latest(village)->present, 0);
    village_refuse(village, "{'act': 'resume', 'actor': 'chair'}",
        "refusal.not-the-day", "law-2001/39-3/8");
    village_today(village, "2026-12-14T11:00:00+05:00");
    village_many(village, "arrive", "secretary", 1, 9);
    village_refuse(village, "{'act': 'resume', 'actor': 'chair'}",
        "refusal.quorum-short", "law-2001/39-3/9");
    village_many(village, "arrive", "secretary", 10, 10);
    village_accept(village, "{'act': 'resume', 'actor': 'chair'}");
    course_voted(village, 1, 6, 4);
    assert_int_equal(course_latest(village)->items[0].phase, ITEM_ADOPTED);
}

static void an_adjourned_sitting_whose_day_passed_is_adjourned_again(
    void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    course_constituted(village);
    village_accept(village,
        "{'act': 'adjourn', 'actor': 'chair', 'day': '2026-12-13', "
        "'time': '11:01', 'reason': 'Үзіліс'}");
    village_today(village, "2026-12-15");
    village_refuse(village, "{'act': 'resume', 'actor': 'chair'}",
        "refusal.not-the-day", "law-2001/39-3/8");
    assert_string_equal(
        village->refusal.cure.key, "cure.day-passed-adjourned");
    village_accept(village,
        "{'act': 'adjourn', 'actor': 'chair', 'day': '2026-12-16', "
        "'time': '11:00', 'reason': 'Ешкім келмеді'}");
    village_accept(village, "{'act': 'close-sitting', 'actor': 'chair'}");
}

static void who_opened_leads_until_a_chair_is_elected(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    village_refuse(village,
        "{'act': 'adjourn', 'actor': 'chair', 'day': '2026-12-14', "
        "'time': '11:00', 'reason': 'Үзіліс'}",
        "refusal.officer-not-elected", "law-2001/39-3/10");
    village_accept(
        village, "{'act': 'leave', 'actor': 'rural-akim', 'resident': 10}");
    village_accept(village,
        "{'act': 'adjourn', 'actor': 'rural-akim', 'day': '2026-12-14', "
        "'time': '11:00', 'reason': 'Кворум жоғалды'}");
    village_today(village, "2026-12-14");
    village_many(village, "arrive", "rural-akim", 1, 10);
    village_accept(village, "{'act': 'resume', 'actor': 'rural-akim'}");
    course_constituted(village);
    village_refuse(village,
        "{'act': 'close-sitting', 'actor': 'rural-akim'}",
        "refusal.led-by-officer", "law-2001/39-3/10");
}

static void a_sitting_is_not_closed_over_an_open_vote(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    course_constituted(village);
    village_accept(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}");
    village_refuse(village, "{'act': 'close-sitting', 'actor': 'chair'}",
        "refusal.vote-open", "law-2001/39-3/11");
    village_accept(village,
        "{'act': 'withdraw-item', 'actor': 'chair', 'item': 1, "
        "'reason': 'Құжат дайын емес'}");
    village_accept(village, "{'act': 'close-sitting', 'actor': 'chair'}");
    village_refuse(village,
        "{'act': 'arrive', 'actor': 'chair', 'resident': 20}",
        "refusal.not-now", "law-2001/39-3/1");
}

/* Since 2021 a gathering of representatives has no quorum of its own. */
static void representatives_alone_may_never_make_the_quorum(void **state)
{
    struct village *village = *state;
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'represented': true}");
    village_event(village, "representatives-elected", 1,
        "{'gathering': 1, 'plot': 'Достық көшесі', 'members': ["
        "'0000000000000000000000000000000000000000000000000000000000000001',"
        "'0000000000000000000000000000000000000000000000000000000000000002',"
        "'0000000000000000000000000000000000000000000000000000000000000003'"
        "]}");
    village_accept(village,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-11', "
        "'time': '11:00', 'place': 'Клуб', 'items': "
        "[{'matter': 'community-tasks', 'title': 'Жол'}]}");
    village_accept(village,
        "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['other-way'], "
        "'evidence': 'Тақта'}");
    village_today(village, "2026-12-11");
    village_many(village, "arrive", "rural-akim", 1, 3);
    village_refuse(village,
        "{'act': 'open-sitting', 'actor': 'rural-akim'}",
        "refusal.quorum-short", "law-2001/39-3/9");
    assert_string_equal(
        village->refusal.cure.key, "cure.quorum-unreachable");
    assert_string_equal(
        message_value(&village->refusal.cure, "count"), "3");
}

/* Тасты has no local act: of a separate gathering the law says only who. */
static void where_the_law_is_silent_on_quorum_and_majority_both_are_chosen(
    void **state)
{
    struct village *village = *state;
    course_elsewhere(village, "116653000", "2026-12-01", 100);
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'represented': true}");
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', "
        "'procedure': 'separate-gathering', 'for': 1, 'plot': "
        "{'kato': '116653100', 'name': 'Тасты'}}");
    village_accept(village,
        "{'act': 'choose', 'actor': 'rural-akim', 'parameter': 'notice', "
        "'value': '3 calendar-days', 'ground': 'Әкім өкімі'}");
    village_accept(village,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-04', "
        "'time': '11:00', 'place': 'Мектеп', 'items': [{'matter': "
        "'representatives', 'title': 'Өкілдер', 'members': [1, 2]}]}");
    village_accept(village,
        "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['other-way'], "
        "'evidence': 'Тақта'}");
    village_today(village, "2026-12-04");
    village_many(village, "arrive", "rural-akim", 1, 5);
    village_refuse(village,
        "{'act': 'open-sitting', 'actor': 'rural-akim'}",
        "refusal.law-silent", "law-2001/39-3/6");
    assert_string_equal(
        message_value(&village->refusal.reason, "parameter"),
        "parameter.quorum");
    assert_true(village->refusal.unchecked);
    village_accept(village,
        "{'act': 'choose', 'actor': 'rural-akim', 'parameter': 'quorum', "
        "'value': 'at-least 1/5 of members-entitled', "
        "'ground': 'Әкім өкімі'}");
    village_accept(
        village, "{'act': 'open-sitting', 'actor': 'rural-akim'}");
    village_refuse(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 5, 'against': 0, 'abstain': 0}",
        "refusal.law-silent", "law-2001/39-3/6");
    assert_string_equal(
        message_value(&village->refusal.reason, "parameter"),
        "parameter.carried-by");
    village_accept(village,
        "{'act': 'choose', 'actor': 'rural-akim', "
        "'parameter': 'carried-by', "
        "'value': 'more-than 1/2 of participants', "
        "'ground': 'Жиналғандардың келісімі'}");
    village_refuse(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 2, 'against': 0, 'abstain': 0}",
        "refusal.not-carried", "law-2001/39-3/6");
    village_accept(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 3, 'against': 0, 'abstain': 0}");
}

static void a_sitting_is_not_opened_before_the_time_of_its_notice(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    village_many(village, "arrive", "rural-akim", 1, 10);
    static const char OPEN[] =
        "{'act': 'open-sitting', 'actor': 'rural-akim'}";
    village_today(village, "2026-12-13T10:59:59+05:00");
    village_refuse(
        village, OPEN, "refusal.before-the-time", "law-2001/39-3/8");
    village_today(village, "2026-12-13T11:00:00+05:00");
    village_accept(village, OPEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(nobody_arrives_before_the_day),
        COURSE_TEST(a_sitting_opens_neither_before_nor_after_its_day),
        COURSE_TEST(without_notice_no_sitting_is_opened),
        COURSE_TEST(one_short_of_the_quorum_is_refused_and_a_tenth_opens),
        COURSE_TEST(a_share_that_is_no_whole_number_is_rounded_up),
        COURSE_TEST(only_whom_the_law_names_opens_a_sitting),
        COURSE_TEST(who_may_not_take_part_does_not_arrive),
        COURSE_TEST(one_arrives_once_and_leaves_once),
        COURSE_TEST(the_quorum_is_lost_in_the_middle_and_restored),
        COURSE_TEST(a_quorum_that_is_lost_can_be_waited_for_on_another_day),
        COURSE_TEST(an_adjourned_sitting_whose_day_passed_is_adjourned_again),
        COURSE_TEST(who_opened_leads_until_a_chair_is_elected),
        COURSE_TEST(a_sitting_is_not_closed_over_an_open_vote),
        COURSE_TEST(representatives_alone_may_never_make_the_quorum),
        COURSE_TEST(
            where_the_law_is_silent_on_quorum_and_majority_both_are_chosen),
        COURSE_TEST(a_sitting_is_not_opened_before_the_time_of_its_notice),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
