/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The minutes: each field that the law names, both signatures, handing over.
 */
#include "course.h"

static void prepared(struct village *village)
{
    course_called(village, "gathering",
        COURSE_TASKS ", {'matter': 'other-local-matters', 'title': 'Су'}");
    course_opened(village, 10);
    course_constituted(village);
}

static void minutes_without_what_was_said_are_not_signed(void **state)
{
    struct village *village = *state;
    prepared(village);
    course_voted(village, 2, 10, 0);
    village_accept(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, "
        "'form': 'by-show-of-hands'}");
    village_accept(village,
        "{'act': 'count', 'actor': 'chair', 'item': 1, 'for': 4, "
        "'against': 6, 'abstain': 0}");
    village_accept(
        village, "{'act': 'close-vote', 'actor': 'chair', 'item': 1}");
    village_accept(village, "{'act': 'close-sitting', 'actor': 'chair'}");
    village_refuse(village, "{'act': 'sign-minutes', 'actor': 'chair'}",
        "refusal.minutes-speeches", "law-2001/39-3/10");
    assert_string_equal(
        message_value(&village->refusal.reason, "item"), "1");
    village_accept(
        village, "{'act': 'speak', 'actor': 'secretary', 'item': 1}");
    assert_null(course_latest(village)->items[0].speeches[0].speaker);
    village_accept(village, "{'act': 'sign-minutes', 'actor': 'chair'}");
}

static void an_item_without_an_outcome_keeps_the_minutes_open(void **state)
{
    struct village *village = *state;
    prepared(village);
    course_voted(village, 1, 10, 0);
    village_accept(
        village, "{'act': 'speak', 'actor': 'secretary', 'item': 2}");
    village_accept(village, "{'act': 'close-sitting', 'actor': 'chair'}");
    village_refuse(village, "{'act': 'sign-minutes', 'actor': 'secretary'}",
        "refusal.minutes-decisions", "law-2001/39-3/10");
    assert_string_equal(
        message_value(&village->refusal.reason, "item"), "2");
    village_accept(village,
        "{'act': 'withdraw-item', 'actor': 'chair', 'item': 2, "
        "'reason': 'Уақыт жетпеді'}");
    village_accept(
        village, "{'act': 'sign-minutes', 'actor': 'secretary'}");
    village_refuse(village,
        "{'act': 'speak', 'actor': 'secretary', 'item': 1}",
        "refusal.minutes-signed", "law-2001/39-3/10");
}

static void of_a_withdrawn_item_nothing_need_be_said(void **state)
{
    struct village *village = *state;
    prepared(village);
    course_voted(village, 1, 10, 0);
    village_accept(village,
        "{'act': 'withdraw-item', 'actor': 'chair', 'item': 2, "
        "'reason': 'Дайын емес'}");
    course_handed_over(village);
}

/* What the course of a sitting always fills, taken away field by field. */
static void each_field_of_the_law_is_asked_for(void **state)
{
    struct village *village = *state;
    prepared(village);
    course_voted(village, 1, 10, 0);
    course_voted(village, 2, 10, 0);
    village_accept(village, "{'act': 'close-sitting', 'actor': 'chair'}");
    struct proceeding *sitting = village_proceeding(village, 1);
    struct proceeding whole = *sitting;
    static const char *const fields[] = {"date", "place", "members-entitled",
        "present", "chair", "secretary", "agenda"};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        *sitting = whole;
        switch (i) {
        case 0:
            sitting->day = (struct date){0};
            break;
        case 1:
            sitting->place = NULL;
            break;
        case 2:
            sitting->members_entitled = 0;
            break;
        case 3:
            sitting->presence = map_create(village->arena);
            break;
        case 4:
            sitting->officers[0].holder = NULL;
            break;
        case 5:
            sitting->officers_count = 1;
            break;
        default:
            sitting->agenda_approved = false;
            break;
        }
        village_refuse(village, "{'act': 'sign-minutes', 'actor': 'chair'}",
            "refusal.minutes-field", "law-2001/39-3/10");
        assert_string_equal(
            message_value(&village->refusal.reason, "field"), fields[i]);
    }
    *sitting = whole;
    village_accept(village, "{'act': 'sign-minutes', 'actor': 'chair'}");
}

static void minutes_with_one_signature_are_not_handed_over(void **state)
{
    struct village *village = *state;
    prepared(village);
    course_voted(village, 1, 10, 0);
    course_voted(village, 2, 10, 0);
    village_refuse(village, "{'act': 'sign-minutes', 'actor': 'chair'}",
        "refusal.not-now", "law-2001/39-3/10");
    village_accept(village, "{'act': 'close-sitting', 'actor': 'chair'}");
    village_refuse(village, "{'act': 'hand-over', 'actor': 'chair'}",
        "refusal.signature-lacking", "law-2001/39-3/10");
    village_accept(village, "{'act': 'sign-minutes', 'actor': 'chair'}");
    village_refuse(village, "{'act': 'sign-minutes', 'actor': 'chair'}",
        "refusal.minutes-signed", "law-2001/39-3/10");
    village_refuse(village, "{'act': 'hand-over', 'actor': 'chair'}",
        "refusal.signature-lacking", "law-2001/39-3/10");
    assert_string_equal(
        message_value(&village->refusal.reason, "office"), "secretary");
    village_reject(village, "{'act': 'sign-minutes', 'actor': 'rural-akim'}",
        STATUS_FORBIDDEN, "error.actor-of-two");
    village_accept(
        village, "{'act': 'sign-minutes', 'actor': 'secretary'}");
    assert_int_equal(course_latest(village)->phase, PROCEEDING_SIGNED);
    village_accept(village, "{'act': 'hand-over', 'actor': 'chair'}");
    assert_string_equal(json_member_text(course_told(village,
                                             "minutes-handed-over"),
                            "to"),
        "rural-akim");
    village_refuse(village, "{'act': 'hand-over', 'actor': 'chair'}",
        "refusal.not-now", "law-2001/39-3/10");
}

static void who_speaks_is_known(void **state)
{
    struct village *village = *state;
    prepared(village);
    village_accept(village,
        "{'act': 'speak', 'actor': 'secretary', 'item': 1, "
        "'office': 'district-maslikhat', 'text': 'Есеп'}");
    village_accept(village,
        "{'act': 'speak', 'actor': 'chair', 'item': 1, 'resident': 4, "
        "'text': 'Сұрақ'}");
    village_reject(village,
        "{'act': 'speak', 'actor': 'chair', 'item': 1, 'resident': 4000, "
        "'text': 'Сұрақ'}",
        STATUS_INVALID, "error.no-such-resident");
    village_reject(village,
        "{'act': 'speak', 'actor': 'chair', 'item': 1, 'office': 'mayor', "
        "'text': 'Сұрақ'}",
        STATUS_INVALID, "error.no-such-speaker");
    const struct item *item = &course_latest(village)->items[0];
    assert_int_equal(item->speeches_count, 2);
    assert_string_equal(item->speeches[0].speaker, "district-maslikhat");
    assert_string_equal(item->speeches[1].speaker, village_key(village, 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(minutes_without_what_was_said_are_not_signed),
        COURSE_TEST(an_item_without_an_outcome_keeps_the_minutes_open),
        COURSE_TEST(of_a_withdrawn_item_nothing_need_be_said),
        COURSE_TEST(each_field_of_the_law_is_asked_for),
        COURSE_TEST(minutes_with_one_signature_are_not_handed_over),
        COURSE_TEST(who_speaks_is_known),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
