/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Repairs of the fixture of 2010: R01, R02 and R03 of the golden table.
 */
#include "inquiry/repair.h"

#include <string.h>

#include "inquiries.h"
#include "test.h"

enum {
    KINDS = 1 << FINDINGS_STATUS | 1 << FINDINGS_TERRITORY |
        1 << FINDINGS_PROCEDURE
};

static struct law *law;
static struct facts *facts;
static struct arena *arena;

static int fixture_load(void **state)
{
    (void)state;
    law = inquiries_fixture(NULL);
    facts = facts_load(law,
        &(struct facts_query){.day = inquiries_day("2010-01-01")});
    arena = arena_create();
    return 0;
}

static int fixture_free(void **state)
{
    (void)state;
    arena_destroy(arena);
    facts_destroy(facts);
    law_destroy(law);
    return 0;
}

static void assert_option(
    const struct repair_option *option, const char *expected)
{
    struct buffer said = BUFFER_EMPTY;
    for (size_t i = 0; i < option->places_count; i++) {
        buffer_add_text(&said, i == 0 ? "" : " ");
        buffer_add_text(&said, option->places[i]);
    }
    assert_string_equal(buffer_text(&said), expected);
    buffer_finish(&said);
}

/* R01 */
static void at_free_prices_the_separation_is_the_cheapest_to_give_up(
    void **state)
{
    (void)state;
    struct repair_result result;
    repair_find(facts, &(struct repair_terms){.kinds = KINDS}, arena, &result);
    assert_true(result.possible);
    assert_int_equal(result.price, 7);
    assert_int_equal(result.options_count, 1);
    assert_option(&result.options[0],
        "const-1995/33/1 law-2001/2-1/1 law-2001/39-3/2");
    assert_false(result.is_cut);
}

/* R02 */
static void with_the_citizens_right_protected_there_are_three_optima(
    void **state)
{
    (void)state;
    static const char *const protect[] = {"const-1995/33"};
    struct repair_result result;
    repair_find(facts,
        &(struct repair_terms){
            .kinds = KINDS, .protect = protect, .protect_count = 1},
        arena, &result);
    assert_true(result.possible);
    assert_int_equal(result.price, 8);
    assert_int_equal(result.options_count, 3);
    size_t offices = 0;
    for (size_t i = 0; i < 3; i++) {
        const struct repair_option *option = &result.options[i];
        assert_int_equal(option->places_count, 4);
        assert_string_equal(option->places[0], "const-1995/85/1");
        assert_string_equal(option->places[1], "law-2001/2-1/1");
        bool is_office = strcmp(option->places[2], "law-2001/35/1") == 0;
        assert_true(is_office ||
            strcmp(option->places[2], "law-2001/2-1/2") == 0);
        assert_string_equal(option->places[3], "law-2001/39-3/2");
        offices += is_office ? 1 : 0;
    }
    assert_int_equal(offices, 1);
}

/* R03 */
static void with_the_constitution_frozen_three_norms_make_it_impossible(
    void **state)
{
    (void)state;
    static const char *const freeze[] = {"constitution"};
    struct repair_result result;
    repair_find(facts,
        &(struct repair_terms){
            .kinds = KINDS, .freeze = freeze, .freeze_count = 1},
        arena, &result);
    assert_false(result.possible);
    assert_int_equal(result.options_count, 0);
    assert_int_equal(result.core_count, 3);
    assert_string_equal(
        result.core[0]->citation.place, "const-1995/33/1");
    assert_string_equal(
        result.core[1]->citation.place, "const-1995/85/1");
    assert_string_equal(result.core[1]->subject, "maslikhat");
    assert_string_equal(
        result.core[2]->citation.place, "const-1995/89/2");
    assert_string_equal(result.core[2]->object, "lsg-organ");
}

static void the_price_list_is_open(void **state)
{
    (void)state;
    static const char *const protect[] = {"law-2001/39-3/2"};
    struct repair_result result;
    repair_find(facts,
        &(struct repair_terms){
            .kinds = KINDS, .protect = protect, .protect_count = 1},
        arena, &result);
    assert_int_equal(result.prices_count, 7);
    for (size_t i = 0; i < result.prices_count; i++) {
        const char *place = result.prices[i].place;
        int64_t expected = strcmp(place, "law-2001/39-3/2") == 0
            ? REPAIR_OTHER + REPAIR_PROTECTION
            : strncmp(place, "const", 5) == 0 ? REPAIR_CONSTITUTION
                                              : REPAIR_OTHER;
        assert_int_equal(result.prices[i].price, expected);
        assert_false(result.prices[i].frozen);
    }
}

/* Loads the bill of each optimum: no conflict of these kinds is left. */
static void a_repair_loads_and_the_findings_are_gone(void **state)
{
    (void)state;
    static const char *const protect[] = {"const-1995/33"};
    for (size_t round = 0; round < 2; round++) {
        struct repair_result result;
        repair_find(facts,
            &(struct repair_terms){
                .kinds = KINDS, .protect = protect, .protect_count = round},
            arena, &result);
        for (size_t i = 0; i < result.options_count; i++) {
            struct buffer bill = BUFFER_EMPTY;
            repair_write(facts, &result.options[i],
                inquiries_day("2010-01-01"), "repair", &bill);
            struct law *repaired = inquiries_fixture(buffer_text(&bill));
            struct facts *after = facts_load(repaired,
                &(struct facts_query){
                    .day = inquiries_day("2010-01-01"), .bill = "repair"});
            const struct findings_item *items = NULL;
            size_t count = 0;
            findings_find(after, KINDS, arena, &items, &count);
            if (count > 0) {
                fail_msg("%s stays after\n%s", items[0].key,
                    buffer_text(&bill));
            }
            assert_int_equal(facts_count(after) +
                    result.options[i].dropped_count,
                facts_count(facts));
            facts_destroy(after);
            law_destroy(repaired);
            buffer_finish(&bill);
        }
    }
}

/* What a repair of the whole law drops, its bill drops, and no more. */
static void repairs_of_the_whole_law_load_too(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        const char *reading;
    } cases[] = {
        {"2010-01-01", "text"},
        {"2010-01-01", "article"},
        {"2018-11-05", "text"},
        {"2025-08-31", "text"},
    };
    enum { CONFLICTS = (1 << FINDINGS_PEOPLE) - 1 };
    struct law *whole = inquiries_corpus(NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date day = inquiries_day(cases[i].day);
        struct facts_query query = {.day = day, .reading = cases[i].reading};
        struct facts *before = facts_load(whole, &query);
        struct repair_result result;
        repair_find(
            before, &(struct repair_terms){.kinds = CONFLICTS}, arena, &result);
        assert_true(result.possible);
        assert_true(result.conflicts > 0);
        struct buffer bill = BUFFER_EMPTY;
        repair_write(before, &result.options[0], day, "repair", &bill);
        struct law *repaired = inquiries_corpus(buffer_text(&bill));
        query.bill = "repair";
        struct facts *after = facts_load(repaired, &query);
        const struct findings_item *items = NULL;
        size_t count = 0;
        findings_find(after, CONFLICTS, arena, &items, &count);
        if (count > 0) {
            fail_msg("%s %s: %s stays after\n%s", cases[i].day,
                cases[i].reading, items[0].key, buffer_text(&bill));
        }
        assert_int_equal(
            facts_count(after) + result.options[0].dropped_count,
            facts_count(before));
        facts_destroy(after);
        facts_destroy(before);
        law_destroy(repaired);
        buffer_finish(&bill);
    }
    law_destroy(whole);
}

static void without_a_conflict_nothing_is_reopened(void **state)
{
    (void)state;
    struct facts *former = facts_load(law,
        &(struct facts_query){.day = inquiries_day("1996-01-01")});
    struct repair_result result;
    repair_find(
        former, &(struct repair_terms){.kinds = KINDS}, arena, &result);
    assert_true(result.possible);
    assert_int_equal(result.conflicts, 0);
    assert_int_equal(result.price, 0);
    assert_int_equal(result.options_count, 1);
    assert_int_equal(result.options[0].places_count, 0);
    facts_destroy(former);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            at_free_prices_the_separation_is_the_cheapest_to_give_up),
        cmocka_unit_test(
            with_the_citizens_right_protected_there_are_three_optima),
        cmocka_unit_test(
            with_the_constitution_frozen_three_norms_make_it_impossible),
        cmocka_unit_test(the_price_list_is_open),
        cmocka_unit_test(a_repair_loads_and_the_findings_are_gone),
        cmocka_unit_test(repairs_of_the_whole_law_load_too),
        cmocka_unit_test(without_a_conflict_nothing_is_reopened),
    };
    return cmocka_run_group_tests(tests, fixture_load, fixture_free);
}
