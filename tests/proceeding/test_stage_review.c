/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The review of decisions, and the whole way of a disagreement.
 */
#include "course.h"

static const struct item *first(struct village *village)
{
    return proceeding_item(village_proceeding(village, 1), 1);
}

/* The decision of proceeding 1 met disagreement; nothing else happened. */
static void disagreed(struct village *village)
{
    course_decided(village, "gathering", COURSE_TASKS, 10);
    village_accept(village,
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': false, 'reason': 'Қаражат жоқ'}");
}

/* A second gathering on it, up to the vote. */
static void considered(struct village *village, int votes_for)
{
    course_called(village, "gathering",
        "{'matter': 'community-tasks', 'title': 'Жол жөндеу', "
        "'repeats': {'proceeding': 1, 'item': 1}}");
    course_opened(village, 10);
    course_constituted(village);
    course_voted(village, 1, votes_for, 0);
}

static void only_whom_the_law_names_reviews(void **state)
{
    struct village *village = *state;
    course_decided(village, "gathering", COURSE_TASKS, 10);
    village_reject(village,
        "{'act': 'review', 'actor': 'district-akim', 'item': 1, "
        "'agreed': true}",
        STATUS_FORBIDDEN, "error.actor-of-one");
    village_accept(village,
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': true}");
    assert_int_equal(first(village)->phase, ITEM_APPROVED);
    village_refuse(village,
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': false}",
        "refusal.item-not-now", "law-2001/39-3/12");
}

static void nothing_is_reviewed_before_the_minutes_come(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    course_constituted(village);
    course_voted(village, 1, 10, 0);
    village_accept(village, "{'act': 'close-sitting', 'actor': 'chair'}");
    village_accept(village, "{'act': 'sign-minutes', 'actor': 'chair'}");
    village_accept(village, "{'act': 'sign-minutes', 'actor': 'secretary'}");
    village_refuse(village,
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': true}",
        "refusal.not-now", "law-2001/39-3/12");
}

static void what_was_rejected_is_not_reviewed(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    course_constituted(village);
    course_voted(village, 1, 5, 5);
    course_handed_over(village);
    village_refuse(village,
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': true}",
        "refusal.item-not-now", "law-2001/39-3/12");
}

static void a_disagreement_goes_its_whole_way(void **state)
{
    struct village *village = *state;
    disagreed(village);
    assert_int_equal(first(village)->phase, ITEM_DISAGREED);
    village_refuse(village,
        "{'act': 'deliberate', 'actor': 'district-maslikhat', 'item': 1, "
        "'opinion': 'Қолдаймыз'}",
        "refusal.item-not-now", "law-2001/39-3/11");
    considered(village, 6);
    const struct json *reconsidered =
        course_told(village, "decision-reconsidered");
    assert_true(json_boolean(json_member(reconsidered, "kept")));
    assert_int_equal(json_member_integer(reconsidered, "by", 0), 2);
    assert_int_equal(village->events.items[1].proceeding, 1);
    assert_int_equal(first(village)->phase, ITEM_KEPT);
    village_refuse(village,
        "{'act': 'review', 'proceeding': 1, 'actor': 'rural-akim', "
        "'item': 1, 'agreed': false}",
        "refusal.second-minutes", "law-2001/39-3/10");
    course_handed_over(village);
    village_refuse(village,
        "{'act': 'review', 'proceeding': 2, 'actor': 'rural-akim', "
        "'item': 1, 'agreed': true}",
        "refusal.review-of-repeat", "law-2001/39-3/12");
    village_accept(village,
        "{'act': 'review', 'proceeding': 1, 'actor': 'rural-akim', "
        "'item': 1, 'agreed': false, 'reason': 'Қаражат жоқ'}");
    assert_int_equal(first(village)->phase, ITEM_STILL_DISAGREED);
    village_refuse(village,
        "{'act': 'resolve', 'proceeding': 1, 'actor': 'district-akim', "
        "'item': 1, 'upheld': true, 'reason': 'Қаражат табылды'}",
        "refusal.item-not-now", "law-2001/39-3/11");
    village_reject(village,
        "{'act': 'deliberate', 'proceeding': 1, 'actor': 'district-akim', "
        "'item': 1, 'opinion': 'Қолдаймыз'}",
        STATUS_FORBIDDEN, "error.actor-of-one");
    village_accept(village,
        "{'act': 'deliberate', 'proceeding': 1, "
        "'actor': 'district-maslikhat', 'item': 1, "
        "'opinion': 'Қолдаймыз'}");
    assert_string_equal(first(village)->opinion, "Қолдаймыз");
    village_reject(village,
        "{'act': 'resolve', 'proceeding': 1, 'actor': 'rural-akim', "
        "'item': 1, 'upheld': false, 'reason': 'Жоқ'}",
        STATUS_FORBIDDEN, "error.actor-of-one");
    village_accept(village,
        "{'act': 'resolve', 'proceeding': 1, 'actor': 'district-akim', "
        "'item': 1, 'upheld': true, 'reason': 'Қаражат табылды'}");
    assert_int_equal(first(village)->phase, ITEM_UPHELD);
    village_accept(village,
        "{'act': 'publish', 'proceeding': 1, 'actor': 'rural-akim', "
        "'item': 1, 'ways': ['mass-media']}");
}

static void a_decision_not_upheld_ends(void **state)
{
    struct village *village = *state;
    disagreed(village);
    considered(village, 10);
    course_handed_over(village);
    village_accept(village,
        "{'act': 'review', 'proceeding': 1, 'actor': 'rural-akim', "
        "'item': 1, 'agreed': false}");
    village_accept(village,
        "{'act': 'deliberate', 'proceeding': 1, "
        "'actor': 'district-maslikhat', 'item': 1, 'opinion': 'Қарсымыз'}");
    village_accept(village,
        "{'act': 'resolve', 'proceeding': 1, 'actor': 'district-akim', "
        "'item': 1, 'upheld': false, 'reason': 'Қаражат жоқ'}");
    assert_int_equal(first(village)->phase, ITEM_DROPPED);
    village_refuse(village,
        "{'act': 'publish', 'proceeding': 1, 'actor': 'rural-akim', "
        "'item': 1, 'ways': ['mass-media']}",
        "refusal.item-not-now", "law-2001/39-3/14");
}

static void a_decision_not_adopted_again_ends(void **state)
{
    struct village *village = *state;
    disagreed(village);
    considered(village, 5);
    assert_int_equal(first(village)->phase, ITEM_DROPPED);
    assert_int_equal(first(village)->reconsidered_in, 2);
}

static void an_akim_may_agree_the_second_time(void **state)
{
    struct village *village = *state;
    disagreed(village);
    considered(village, 10);
    course_handed_over(village);
    village_accept(village,
        "{'act': 'review', 'proceeding': 1, 'actor': 'rural-akim', "
        "'item': 1, 'agreed': true}");
    assert_int_equal(first(village)->phase, ITEM_APPROVED);
}

/* Two sittings were called on it: the first to close its vote decides, to the
   other it is not put any more. */
static void a_decision_is_considered_again_once(void **state)
{
    struct village *village = *state;
    disagreed(village);
    static const char AGAIN[] =
        "{'act': 'call', 'proceeding': %d, 'actor': 'rural-akim', "
        "'day': '2026-12-28', 'time': '11:00', 'place': 'Клуб', 'items': "
        "[{'matter': 'community-tasks', 'title': 'Жол', 'repeats': "
        "{'proceeding': 1, 'item': 1}}]}";
    for (int number = 2; number <= 3; number++) {
        village_accept(village,
            "{'act': 'open', 'actor': 'rural-akim', "
            "'procedure': 'gathering'}");
        village_accept(
            village, arena_format(village->arena, AGAIN, number));
        village_accept(village,
            "{'act': 'notify', 'actor': 'rural-akim', "
            "'ways': ['mass-media'], 'evidence': 'Газет'}");
    }
    village_proceeding(village, 1)->items[0].phase = ITEM_APPROVED;
    village_today(village, "2026-12-28T11:00:00+05:00");
    course_opened(village, 10);
    course_constituted(village);
    village_refuse(village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, "
        "'form': 'by-show-of-hands'}",
        "refusal.not-to-be-repeated", "law-2001/39-3/11");
    village_accept(village,
        "{'act': 'withdraw-item', 'actor': 'chair', 'item': 1, "
        "'reason': 'Қаралып қойған'}");
    assert_int_equal(first(village)->phase, ITEM_APPROVED);
}

/* One agenda takes up again what two sittings decided. */
static void decisions_of_two_sittings_are_considered_again_in_one(void **state)
{
    struct village *village = *state;
    for (int i = 0; i < 2; i++) {
        disagreed(village);
    }
    course_called(village, "gathering",
        "{'matter': 'community-tasks', 'title': 'Жол', "
        "'repeats': {'proceeding': 1, 'item': 1}}, "
        "{'matter': 'community-tasks', 'title': 'Су', "
        "'repeats': {'proceeding': 2, 'item': 1}}");
    course_opened(village, 10);
    course_constituted(village);
    course_voted(village, 1, 10, 0);
    course_voted(village, 2, 5, 5);
    assert_int_equal(first(village)->phase, ITEM_KEPT);
    assert_int_equal(
        village_proceeding(village, 2)->items[0].phase, ITEM_DROPPED);
}

static void more_sittings_than_can_be_looked_at_are_named_so(void **state)
{
    struct village *village = *state;
    const char *items = "";
    for (int i = 0; i <= ENGINE_RELATED_MAX; i++) {
        disagreed(village);
        items = arena_format(village->arena,
            "%s%s{'matter': 'community-tasks', 'title': 'Жол', "
            "'repeats': {'proceeding': %d, 'item': 1}}",
            items, i == 0 ? "" : ", ", i + 1);
    }
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}");
    char day[DATE_TEXT_MAX];
    date_write(date_add_days(instant_date(village->now), 20), day);
    const char *call = arena_format(village->arena,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '%s', "
        "'time': '11:00', 'place': 'Клуб', 'items': [%s]}", day, items);
    village_reject(
        village, call, STATUS_INVALID, "error.repeats-of-many");
    assert_string_equal(
        message_value(&village->error.message, "most"), "4");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(only_whom_the_law_names_reviews),
        COURSE_TEST(nothing_is_reviewed_before_the_minutes_come),
        COURSE_TEST(what_was_rejected_is_not_reviewed),
        COURSE_TEST(a_disagreement_goes_its_whole_way),
        COURSE_TEST(a_decision_not_upheld_ends),
        COURSE_TEST(a_decision_not_adopted_again_ends),
        COURSE_TEST(an_akim_may_agree_the_second_time),
        COURSE_TEST(a_decision_is_considered_again_once),
        COURSE_TEST(decisions_of_two_sittings_are_considered_again_in_one),
        COURSE_TEST(more_sittings_than_can_be_looked_at_are_named_so),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
