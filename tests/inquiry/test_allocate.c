/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A01 and A02 of the golden table, and the edges of the rule.
 */
#include "inquiry/allocate.h"

#include <string.h>

#include "inquiries.h"
#include "test.h"

static const char LIGHTING[] = "matter,level,days,cost,use\n"
                               "lighting,village,9,120,0.82\n"
                               "lighting,district,34,95,0.66\n"
                               "lighting,oblast,71,90,0.61\n";
static const char SCHOOL[] = "matter,level,days,cost,use\n"
                             "school,village,160,900,0.40\n"
                             "school,district,60,410,0.78\n"
                             "school,oblast,75,400,0.80\n";

static struct law *law;
static struct facts *facts;
static struct arena *arena;

static int fixture_load(void **state)
{
    (void)state;
    law = inquiries_fixture("amend law-2001; by other; status adopted\n"
                            "article 6; from 2001-01-23\n"
                            "  1  maslikhat approves: local-budget\n"
                            "  2  maslikhat decides: budget-implementation\n");
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

static const struct allocate_row *rank(
    const char *csv, int64_t days, int64_t cost, int64_t use, size_t *count)
{
    struct error error = {0};
    const struct allocate_measure *measures = NULL;
    const struct allocate_row *rows = NULL;
    assert_int_equal(allocate_read(bytes_of_text(csv), arena, &measures, count,
                         &error),
        STATUS_OK);
    allocate_rank(facts, measures, *count,
        &(struct allocate_weights){days, cost, use}, arena, &rows);
    return rows;
}

static void lighting_belongs_to_the_village(void **state)
{
    (void)state;
    size_t count = 0;
    const struct allocate_row *rows = rank(LIGHTING, 0, 0, 0, &count);
    assert_int_equal(count, 3);
    assert_string_equal(rows[0].measure->level, "village");
    assert_int_equal(rows[0].place, 1);
    assert_true(rows[0].needs_organ);
    assert_int_equal(rows[2].place, 3);
}

static void the_beaten_level_is_out(void **state)
{
    (void)state;
    size_t count = 0;
    const struct allocate_row *rows = rank(SCHOOL, 1, 1, 1, &count);
    assert_string_equal(rows[0].measure->level, "oblast");
    assert_false(rows[0].needs_organ);
    assert_string_equal(rows[1].measure->level, "district");
    assert_string_equal(rows[2].measure->level, "village");
    assert_int_equal(rows[2].place, 0);
    assert_string_equal(rows[2].beaten_by->level, "district");
}

/* At one half the scores are equal: the smaller community has it. */
static void of_equals_the_smaller_community_comes_first(void **state)
{
    (void)state;
    size_t count = 0;
    assert_string_equal(
        rank(SCHOOL, 50, 25, 25, &count)[0].measure->level, "district");
    assert_string_equal(
        rank(SCHOOL, 49, 26, 25, &count)[0].measure->level, "oblast");
    static const char counted[] =
        "matter;level;days;cost;use;population\n"
        "m;oblast;1;1;1;500\n"
        "m;district;1;1;1;9000\n";
    assert_string_equal(
        rank(counted, 0, 0, 0, &count)[0].measure->level, "oblast");
}

static void what_is_no_number_is_named(void **state)
{
    (void)state;
    struct error error = {0};
    const struct allocate_measure *measures = NULL;
    size_t count = 0;
    assert_int_equal(
        allocate_read(bytes_of_text("matter,level,days,cost,use\n"
                                    "m,village,-1,1,1\n"),
            arena, &measures, &count, &error),
        STATUS_INVALID);
    assert_string_equal(error.message.key, "error.measure-number");
    assert_string_equal(message_value(&error.message, "column"), "days");
    assert_int_equal(
        allocate_read(bytes_of_text("matter,level,days,cost\n"), arena,
            &measures, &count, &error),
        STATUS_INVALID);
    assert_string_equal(error.message.key, "error.measure-column");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lighting_belongs_to_the_village),
        cmocka_unit_test(the_beaten_level_is_out),
        cmocka_unit_test(of_equals_the_smaller_community_comes_first),
        cmocka_unit_test(what_is_no_number_is_named),
    };
    return cmocka_run_group_tests(tests, fixture_load, fixture_free);
}
