/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Criteria on organs and levels.
 */
#include "inquiry/charter.h"

#include <string.h>

#include "inquiries.h"
#include "test.h"

static const char CRITERIA[] =
    "act charter; rank treaty-not-ratified; adopted 1985-10-15\n"
    "criterion decide; of charter 3.1\n"
    "  + X decides: *\n"
    "  - X discusses: *\n"
    "criterion own; of charter 4.4\n"
    "  + X decides: *; as own\n"
    "criterion nearest; of charter 4.3\n"
    "  + self-government is-exercised-within: X; if lower\n"
    "  - self-government is-exercised-within: X; if upper\n"
    "criterion procedure; of charter 8\n"
    "  - maslikhat sets-procedure-of: X\n"
    "criterion both; of charter 9\n"
    "  + X exercises: state-functions\n"
    "  - X counts-as: lsg-organ\n"
    "act foreign-1; rank foreign; adopted 1993-12-12\n"
    "article 1; from 1993-12-12\n"
    "  1  gathering decides: local-matters\n";

static struct law *law;
static struct facts *facts;
static struct arena *arena;

static int fixture_load(void **state)
{
    (void)state;
    law = inquiries_fixture(CRITERIA);
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

static const struct charter_row *judge(const char *word, const char *id)
{
    const struct charter_row *rows = NULL;
    size_t count = 0;
    charter_judge(facts, "charter", word, arena, &rows, &count);
    assert_int_equal(count, 5);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].criterion->id, id) == 0) {
            return &rows[i];
        }
    }
    fail_msg("no criterion %s", id);
    return NULL;
}

static void silence_never_counts_as_yes(void **state)
{
    (void)state;
    const struct charter_row *row = judge("assembly", "decide");
    assert_int_equal(row->verdict, CHARTER_SILENT);
    assert_int_equal(row->speaking_count + row->against_count, 0);
}

static void who_only_discusses_does_not_meet_it(void **state)
{
    (void)state;
    const struct charter_row *row = judge("gathering", "decide");
    assert_int_equal(row->verdict, CHARTER_NOT);
    assert_int_equal(row->against_count, 1);
    assert_string_equal(
        row->against[0]->citation.place, "law-2001/39-3/1");
}

static void a_clause_must_stand_in_the_norm(void **state)
{
    (void)state;
    assert_int_equal(judge("population", "decide")->verdict, CHARTER_MET);
    assert_int_equal(judge("population", "own")->verdict, CHARTER_SILENT);
}

static void levels_meet_it_by_their_tier(void **state)
{
    (void)state;
    assert_int_equal(judge("village", "nearest")->verdict, CHARTER_MET);
    assert_int_equal(judge("oblast", "nearest")->verdict, CHARTER_NOT);
    assert_int_equal(judge("city", "nearest")->verdict, CHARTER_SILENT);
    assert_int_equal(judge("capital", "nearest")->verdict, CHARTER_NOT);
    assert_int_equal(judge("akim", "nearest")->verdict, CHARTER_SILENT);
}

static void a_narrower_subject_fits_the_criterions_wider_one(void **state)
{
    (void)state;
    const struct charter_row *row = judge("gathering", "procedure");
    assert_int_equal(row->verdict, CHARTER_NOT);
    assert_int_equal(row->against_count, 2);
}

static void for_and_against_is_partly(void **state)
{
    (void)state;
    assert_int_equal(judge("akim", "both")->verdict, CHARTER_PARTLY);
    assert_int_equal(judge("rural-akim", "both")->verdict, CHARTER_PARTLY);
    assert_int_equal(judge("akimat", "both")->verdict, CHARTER_NOT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(silence_never_counts_as_yes),
        cmocka_unit_test(who_only_discusses_does_not_meet_it),
        cmocka_unit_test(a_clause_must_stand_in_the_norm),
        cmocka_unit_test(levels_meet_it_by_their_tier),
        cmocka_unit_test(a_narrower_subject_fits_the_criterions_wider_one),
        cmocka_unit_test(for_and_against_is_partly),
    };
    return cmocka_run_group_tests(tests, fixture_load, fixture_free);
}
