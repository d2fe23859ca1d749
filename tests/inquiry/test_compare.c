/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The law of the fixture in time.
 */
#include "inquiry/compare.h"

#include <string.h>

#include "inquiries.h"
#include "test.h"

static struct law *law;
static struct arena *arena;

static int fixture_load(void **state)
{
    (void)state;
    law = inquiries_fixture(
        "amend law-2001; by law-101; status adopted\n"
        "article 39-3; from 2013-07-06\n"
        "  5  gathering discusses: local-matters\n"
        "  6  gathering decides: community-tasks\n"
        "act bill-2006; rank law; adopted 2006-06-29; status withdrawn; from "
        "2007-03-13\n"
        "article 1; from 2006-06-29\n"
        "  1  gathering decides: local-matters\n");
    arena = arena_create();
    return 0;
}

static int fixture_free(void **state)
{
    (void)state;
    arena_destroy(arena);
    law_destroy(law);
    return 0;
}

static void what_only_moved_has_not_changed(void **state)
{
    (void)state;
    struct facts *before = facts_load(law,
        &(struct facts_query){.day = inquiries_day("2013-07-05")});
    struct facts *after = facts_load(law,
        &(struct facts_query){.day = inquiries_day("2013-07-06")});
    const struct compare_change *changes = NULL;
    size_t count = 0;
    compare_days(before, after, &(struct compare_scope){.act = "law-2001"},
        arena, &changes, &count);
    assert_int_equal(count, 3);
    assert_false(changes[0].is_new);
    assert_string_equal(changes[0].norm->subject, "oblast-maslikhat");
    assert_false(changes[1].is_new);
    assert_string_equal(changes[1].norm->subject, "capital-maslikhat");
    assert_true(changes[2].is_new);
    assert_string_equal(changes[2].norm->object, "community-tasks");
    compare_days(before, after,
        &(struct compare_scope){.article = "2-1"}, arena, &changes, &count);
    assert_int_equal(count, 0);
    facts_destroy(before);
    facts_destroy(after);
}

/* An edition for large units alone: the former one goes on in the others. */
static void what_two_editions_say_of_all_units_has_not_changed(void **state)
{
    (void)state;
    struct law *split = inquiries_fixture(
        "amend law-2001; by law-90; status adopted\n"
        "article 6; from 2010-01-01\n"
        "  1  assembly discusses: local-matters\n"
        "  2  assembly discusses: community-tasks\n"
        "article 6; from 2018-01-01; applies where population > 2000\n"
        "  1  as before\n"
        "  3  assembly agrees: local-budget\n"
        "article 6; from 2018-02-01; applies where population > 1999\n"
        "  1  as before\n"
        "article 6; from 2020-01-01\n"
        "  1  as before\n");
    static const struct {
        const char *before;
        const char *after;
        size_t count;
        bool is_new[3];
        const char *objects[3];
        const char *applies[3]; /* "": everywhere */
    } cases[] = {
        {"2017-12-31", "2018-01-01", 3, {false, true, true},
            {"community-tasks", "community-tasks", "local-budget"},
            {"", "population <= 2000", "population > 2000"}},
        {"2018-01-31", "2018-02-01", 3, {false, false, true},
            {"community-tasks", "local-budget", "community-tasks"},
            {"population <= 2000", "population > 2000",
                "population <= 1999"}},
        {"2018-02-01", "2020-01-01", 1, {false}, {"community-tasks"},
            {"population <= 1999"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct facts *before = facts_load(split,
            &(struct facts_query){.day = inquiries_day(cases[i].before)});
        struct facts *after = facts_load(split,
            &(struct facts_query){.day = inquiries_day(cases[i].after)});
        const struct compare_change *changes = NULL;
        size_t count = 0;
        compare_days(before, after,
            &(struct compare_scope){.article = "6"}, arena, &changes, &count);
        assert_int_equal(count, cases[i].count);
        for (size_t k = 0; k < count; k++) {
            const struct law_norm *norm = changes[k].norm;
            assert_int_equal(changes[k].is_new, cases[i].is_new[k]);
            assert_string_equal(norm->object, cases[i].objects[k]);
            assert_string_equal(norm->applies == NULL ? "" : norm->applies,
                cases[i].applies[k]);
        }
        facts_destroy(before);
        facts_destroy(after);
    }
    law_destroy(split);
}

static void a_word_has_its_norms_from_day_to_day(void **state)
{
    (void)state;
    const struct compare_span *spans = NULL;
    size_t count = 0;
    compare_matrix(law, "gathering", NULL, arena, &spans, &count);
    assert_int_equal(count, 4);
    assert_string_equal(spans[0].norm->verb, "discusses");
    assert_int_equal(
        date_compare(spans[0].from, inquiries_day("2009-02-09")), 0);
    assert_false(date_is_set(spans[0].until));
    assert_string_equal(spans[1].norm->verb, "sets-procedure-of");
    assert_int_equal(
        date_compare(spans[1].until, inquiries_day("2013-07-05")), 0);
    assert_string_equal(spans[3].norm->object, "community-tasks");
}

static void the_timeline_has_adoptions_changes_and_withdrawals(void **state)
{
    (void)state;
    const struct compare_event *events = NULL;
    size_t count = 0;
    compare_timeline(law, "law-2001", NULL, arena, &events, &count);
    assert_int_equal(count, 4);
    assert_int_equal(events[0].happening, COMPARE_ADOPTED);
    assert_int_equal(events[1].happening, COMPARE_CHANGED);
    assert_int_equal(events[1].come, 7);
    assert_int_equal(events[3].come, 1);
    assert_int_equal(events[3].gone, 2);
    compare_timeline(law, "bill-2006", NULL, arena, &events, &count);
    assert_int_equal(count, 2);
    assert_int_equal(events[1].happening, COMPARE_STATUS);
}

static void what_the_article_says_otherwise_is_listed_once(void **state)
{
    (void)state;
    struct law *two = inquiries_fixture(
        "act law-1993; rank law; adopted 1993-12-10\n"
        "article 54; from 1994-01-01\n"
        "  1  gathering decides: community-tasks\n"
        "  1  gathering discusses: local-matters\n"
        "  2  gathering binds: resident\n"
        "  reading article\n"
        "    1  gathering proposes: local-matters\n"
        "    3  assembly proposes: local-matters\n"
        "    4  assembly proposes: local-matters\n"
        "  4.9  gathering binds: resident\n"
        "  reading text\n"
        "    4.1  assembly decides: local-matters\n"
        "    4.2  assembly decides: community-tasks\n"
        "    41  assembly decides: local-budget\n");
    const struct compare_discrepancy *items = NULL;
    size_t count = 0;
    compare_discrepancies(two, arena, &items, &count);
    assert_int_equal(count, 3);
    assert_string_equal(items[0].place, "law-1993/54/1");
    assert_int_equal(items[0].article_count, 1);
    assert_int_equal(items[0].text_count, 2);
    assert_string_equal(items[1].place, "law-1993/54/3");
    assert_int_equal(items[1].text_count, 0);
    assert_string_equal(items[2].place, "law-1993/54/4");
    assert_int_equal(items[2].article_count, 1);
    assert_int_equal(items[2].text_count, 2);
    law_destroy(two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_only_moved_has_not_changed),
        cmocka_unit_test(
            what_two_editions_say_of_all_units_has_not_changed),
        cmocka_unit_test(a_word_has_its_norms_from_day_to_day),
        cmocka_unit_test(what_the_article_says_otherwise_is_listed_once),
        cmocka_unit_test(the_timeline_has_adoptions_changes_and_withdrawals),
    };
    return cmocka_run_group_tests(tests, fixture_load, fixture_free);
}
