/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A community folded from its events.
 */
#include <string.h>

#include "test.h"

#include "community/community.h"

static struct arena *arena;
static struct community community;
static int64_t events;

static int setup(void **state)
{
    (void)state;
    arena = arena_create();
    events = 0;
    community_init(&community);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

/* `'` stands for `"`.  What the event was read from is gone afterwards. */
static void apply(const char *kind, int64_t proceeding, const char *body)
{
    struct arena *own = arena_create();
    char *text = arena_text(own, body);
    for (char *at = text; (at = strchr(at, '\'')) != NULL;) {
        *at = '"';
    }
    struct event event = {
        .number = ++events, .kind = kind, .proceeding = proceeding};
    struct error error = {0};
    assert_int_equal(
        json_parse(bytes_of_text(text), own, &event.body, &error), STATUS_OK);
    community_apply(&community, &event, arena);
    arena_destroy(own);
}

static const char *holder(const char *office, const char *day)
{
    struct date date;
    assert_true(date_parse(day, &date));
    const struct community_office *found =
        community_office(&community, office, date);
    return found == NULL ? "nobody" : found->holder;
}

static const struct community_organ *organ(const char *name, const char *day)
{
    struct date date;
    assert_true(date_parse(day, &date));
    return community_organ(&community, name, date);
}

static void before_its_first_event_nothing_is_known(void **state)
{
    (void)state;
    assert_null(community.unit);
    assert_int_equal(community.population, -1);
    assert_int_equal(community.residents, 0);
    assert_string_equal(holder("rural-akim", "2026-01-01"), "nobody");
    assert_null(organ("assembly", "2026-01-01"));
}

static void it_is_founded_at_its_place(void **state)
{
    (void)state;
    apply(
        "community-founded", 0, "{'kato': '116645000', 'demonstration': true}");
    assert_string_equal(community.unit->code, "116645000");
    assert_true(community.demonstration);
}

static void numbers_of_people_are_kept(void **state)
{
    (void)state;
    apply("population-recorded", 0, "{'persons': 2000}");
    apply("population-recorded", 0, "{'persons': 2001}");
    apply("residents-imported", 0, "{'count': 900, 'root': 'x'}");
    apply("residents-imported", 0, "{'count': 100, 'root': 'y'}");
    assert_int_equal(community.population, 2001);
    assert_int_equal(community.residents, 1000);
    apply("residents-imported", 0,
        "{'count': 1000, 'root': 'z', 'added': 3}");
    assert_int_equal(community.residents, 1003);
}

static void an_office_is_held_from_its_first_day_to_its_last(void **state)
{
    (void)state;
    apply("office-recorded", 0,
        "{'office': 'rural-akim', 'holder': 'a', 'from': '2025-01-01',"
        " 'until': '2026-01-01'}");
    apply("office-recorded", 0,
        "{'office': 'district-akim', 'holder': 'b', 'from': '2025-01-01'}");
    assert_string_equal(holder("rural-akim", "2024-12-31"), "nobody");
    assert_string_equal(holder("rural-akim", "2025-01-01"), "a");
    assert_string_equal(holder("rural-akim", "2025-12-31"), "a");
    assert_string_equal(holder("rural-akim", "2026-01-01"), "nobody");
    assert_string_equal(holder("district-akim", "2999-01-01"), "b");
    assert_int_equal(community.offices[1].event, 2);
}

static void who_came_later_holds_an_office(void **state)
{
    (void)state;
    apply("office-recorded", 0,
        "{'office': 'chair', 'holder': 'b', 'from': '2025-06-01'}");
    apply("office-recorded", 0,
        "{'office': 'chair', 'holder': 'a', 'from': '2025-01-01'}");
    assert_string_equal(holder("chair", "2025-05-31"), "a");
    assert_string_equal(holder("chair", "2025-06-01"), "b");
    /* Of the same day, what was entered last. */
    apply("office-recorded", 0,
        "{'office': 'chair', 'holder': 'c', 'from': '2025-06-01'}");
    assert_string_equal(holder("chair", "2025-06-01"), "c");
}

static void an_organ_is_there_for_its_term(void **state)
{
    (void)state;
    apply("organ-formed", 3,
        "{'organ': 'assembly', 'members': ['a', 'b'], 'from': '2022-12-12',"
        " 'until': '2026-12-12', 'citation': 'law-2001/39-3/2.2'}");
    assert_null(organ("assembly", "2022-12-11"));
    assert_null(organ("budget-monitoring-commission", "2023-01-01"));
    const struct community_organ *found = organ("assembly", "2026-12-11");
    assert_non_null(found);
    assert_null(organ("assembly", "2026-12-12"));
    assert_int_equal(found->proceeding, 3);
    assert_int_equal(found->event, 1);
    assert_string_equal(found->citation, "law-2001/39-3/2.2");
    assert_int_equal(found->mandates_count, 2);
    assert_string_equal(found->mandates[1].holder, "b");

    /* The latest formed, from its first day on. */
    apply("organ-formed", 9,
        "{'organ': 'assembly', 'members': ['c'], 'from': '2025-01-01'}");
    assert_int_equal(organ("assembly", "2024-12-31")->proceeding, 3);
    assert_int_equal(organ("assembly", "2025-01-01")->proceeding, 9);
}

static void representatives_are_those_of_their_plot(void **state)
{
    (void)state;
    apply("representatives-elected", 4,
        "{'gathering': 2, 'plot': 'Абай көшесі', 'members': ['a', 'b']}");
    assert_int_equal(community.representatives_count, 1);
    assert_int_equal(community.representatives[0].gathering, 2);
    assert_int_equal(community.representatives[0].separate, 4);
    assert_string_equal(community.representatives[0].plot, "Абай көшесі");
    assert_int_equal(community.representatives[0].holders_count, 2);
    assert_string_equal(community.representatives[0].holders[1], "b");
}

static void a_budget_keeps_its_figures(void **state)
{
    (void)state;
    apply("budget-recorded", 0,
        "{'year': 2026, 'figures': {'income': 8191400000, 'costs': 5},"
        " 'decision': '№ 249, 2025-12-24', 'example': true}");
    assert_int_equal(community.budgets_count, 1);
    assert_int_equal(community.budgets[0].year, 2026);
    assert_true(community.budgets[0].example);
    assert_string_equal(community.budgets[0].decision, "№ 249, 2025-12-24");
    assert_int_equal(
        json_member_integer(community.budgets[0].figures, "income", 0),
        8191400000);
}

static void proceedings_and_decisions_are_counted(void **state)
{
    (void)state;
    apply("proceeding-opened", 1, "{}");
    apply("proceeding-opened", 2, "{}");
    apply("item-adopted", 1, "{}");
    apply("sitting-called", 1, "{}");
    assert_int_equal(community.proceedings, 2);
    assert_int_equal(community.decisions, 1);
}

static void it_says_which_events_it_takes(void **state)
{
    (void)state;
    assert_true(community_takes("organ-formed"));
    assert_true(community_takes("community-founded"));
    assert_false(community_takes("sitting-called"));
    assert_false(community_takes(""));
}

#define with_community(test)                                                   \
    cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_community(before_its_first_event_nothing_is_known),
        with_community(it_is_founded_at_its_place),
        with_community(numbers_of_people_are_kept),
        with_community(an_office_is_held_from_its_first_day_to_its_last),
        with_community(who_came_later_holds_an_office),
        with_community(an_organ_is_there_for_its_term),
        with_community(representatives_are_those_of_their_plot),
        with_community(a_budget_keeps_its_figures),
        with_community(proceedings_and_decisions_are_counted),
        with_community(it_says_which_events_it_takes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
