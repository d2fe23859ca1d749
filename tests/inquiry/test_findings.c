/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Findings on the fixture of 2010.
 */
#include "inquiry/findings.h"

#include <string.h>

#include "inquiries.h"
#include "test.h"

static struct law *law;
static struct facts *facts;
static struct arena *arena;
static const struct findings_item *items;
static size_t items_count;

static int fixture_find(void **state)
{
    (void)state;
    law = inquiries_fixture(NULL);
    const struct facts_query query = {.day = inquiries_day("2010-01-01")};
    facts = facts_load(law, &query);
    arena = arena_create();
    findings_find(facts, findings_all(), arena, &items, &items_count);
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

static const struct findings_item *find(const char *key)
{
    for (size_t i = 0; i < items_count; i++) {
        if (strcmp(items[i].key, key) == 0) {
            return &items[i];
        }
    }
    return NULL;
}

static const struct findings_item *need(const char *key)
{
    const struct findings_item *item = find(key);
    if (item == NULL) {
        for (size_t i = 0; i < items_count; i++) {
            print_error("%s\n", items[i].key);
        }
        fail_msg("no finding %s", key);
    }
    return item;
}

/* "const-1995/33/1 const-1995/85/1" of the parts in one role. */
static void assert_places(const struct findings_item *item,
    enum findings_role role, const char *expected)
{
    struct buffer said = BUFFER_EMPTY;
    const char *last = "";
    for (size_t i = 0; i < item->parts_count; i++) {
        const char *place = item->parts[i].norm->citation.place;
        if (item->parts[i].role == role && strcmp(place, last) != 0) {
            buffer_add_text(&said, said.length == 0 ? "" : " ");
            buffer_add_text(&said, place);
            last = place;
        }
    }
    assert_string_equal(buffer_text(&said), expected);
    buffer_finish(&said);
}

static void assert_words(const char *const *words, size_t count,
    const char *expected)
{
    struct buffer said = BUFFER_EMPTY;
    for (size_t i = 0; i < count; i++) {
        buffer_add_text(&said, i == 0 ? "" : " ");
        buffer_add_text(&said, words[i]);
    }
    assert_string_equal(buffer_text(&said), expected);
    buffer_finish(&said);
}

static enum findings_verdict verdict_on(const struct findings_item *item,
    const char *place, enum findings_canon canon)
{
    for (size_t i = 0; i < item->parts_count; i++) {
        if (strcmp(item->parts[i].norm->citation.place, place) == 0) {
            return item->parts[i].verdicts[canon];
        }
    }
    fail_msg("no part %s", place);
    return FINDINGS_SILENT;
}

/* C01, C04 */
static void a_maslikhat_is_dual_by_the_constitution_itself(void **state)
{
    (void)state;
    const struct findings_item *item = need("status:maslikhat");
    assert_places(item, FINDINGS_MEASURE, "const-1995/33/1");
    assert_places(item, FINDINGS_BESIDE, "const-1995/85/1");
    assert_places(item, FINDINGS_FAILS, "const-1995/89/2");
    assert_places(item, FINDINGS_SHIELDED, "law-2001/2-1/2");
    assert_null(item->loser);
    assert_string_equal(item->message.key, "finding.status");
    assert_int_equal(
        verdict_on(item, "const-1995/89/2", FINDINGS_SUPERIOR),
        FINDINGS_SILENT);
    assert_int_equal(
        verdict_on(item, "const-1995/89/2", FINDINGS_SPECIALIS),
        FINDINGS_PREVAILS);
    assert_int_equal(
        verdict_on(item, "const-1995/89/2", FINDINGS_POSTERIOR),
        FINDINGS_PREVAILS);
    assert_int_equal(
        verdict_on(item, "const-1995/33/1", FINDINGS_POSTERIOR),
        FINDINGS_LOSES);
    assert_true(item->agree);
}

/* C02, C03 */
static void the_law_loses_where_it_makes_an_organ_dual(void **state)
{
    (void)state;
    const struct findings_item *item = need("status:akimat");
    assert_places(item, FINDINGS_MEASURE, "const-1995/33/1");
    assert_places(item, FINDINGS_BESIDE, "const-1995/85/1");
    assert_places(item, FINDINGS_FAILS, "law-2001/2-1/2");
    assert_string_equal(item->loser, "law-2001/2-1/2");
    assert_int_equal(
        verdict_on(item, "law-2001/2-1/2", FINDINGS_SUPERIOR),
        FINDINGS_LOSES);
    item = need("status:akim");
    assert_places(item, FINDINGS_BESIDE, "law-2001/35/1");
    assert_string_equal(item->loser, "law-2001/2-1/2");
    assert_string_equal(item->message.key, "finding.status-inferior");
    assert_null(find("status:oblast-maslikhat"));
    assert_null(find("status:gathering"));
}

/* C05 */
static void levels_that_are_not_compact_fail_the_test(void **state)
{
    (void)state;
    const struct findings_item *item = need("territory:law-2001/2-1/1");
    assert_words(
        item->words, item->words_count, "district oblast rural-okrug");
    assert_words(item->partly, item->partly_count,
        "capital city-of-republican-significance");
    assert_places(item, FINDINGS_MEASURE, "const-1995/89/2");
    assert_string_equal(item->loser, "law-2001/2-1/1");
}

/* C08 */
static void another_organ_sets_the_gatherings_procedure(void **state)
{
    (void)state;
    const struct findings_item *item = need("procedure:gathering");
    assert_words(item->words, item->words_count,
        "capital-maslikhat oblast-maslikhat");
    assert_places(item, FINDINGS_MEASURE, "const-1995/89/1");
    assert_string_equal(item->loser, "law-2001/39-3/2");
}

/* C09, C11 */
static void state_organs_exercise_and_meet_self_government(void **state)
{
    (void)state;
    assert_string_equal(
        need("independence:akimat")->loser, "law-2001/2-1/2");
    assert_string_equal(need("independence:akim")->loser, "law-2001/2-1/2");
    assert_null(find("independence:maslikhat"));
    const struct findings_item *item = need("internal:akimat");
    assert_places(item, FINDINGS_FAILS, "law-2001/27/1");
    assert_places(item, FINDINGS_BESIDE, "law-2001/2-1/2");
    item = need("self-reference:akimat");
    assert_words(item->words, item->words_count, "akim akimat maslikhat");
}

static void gaps_are_found(void **state)
{
    (void)state;
    assert_non_null(need("term:compactness"));
    assert_non_null(need("term:local-matters"));
    const struct findings_item *item = need("level:elected");
    assert_words(item->words, item->words_count,
        "city-district city-of-district-significance rural-okrug settlement "
        "village");
    assert_non_null(need("organ:other-lsg-organ"));
    item = need("attribute:other-lsg-organ");
    assert_words(item->words, item->words_count,
        "organ-formation organ-matters organ-name organ-powers "
        "organ-structure");
    assert_non_null(need("competence:akimat"));
    assert_non_null(need("recall:maslikhat"));
    assert_non_null(need("vacuous:maslikhat"));
    item = need("overlap:territory");
    assert_words(item->words, item->words_count,
        "capital city-of-oblast-significance "
        "city-of-republican-significance district oblast");
}

static void a_term_that_is_defined_is_no_gap(void **state)
{
    (void)state;
    struct law *more = inquiries_fixture(
        "amend law-2001; by other; status adopted\n"
        "article 1; from 2010-01-01\n"
        "  1  local-matters means: matters-of-the-majority\n");
    struct facts *known =
        facts_load(more, &(struct facts_query){
                             .day = inquiries_day("2010-01-01")});
    const struct findings_item *found = NULL;
    size_t count = 0;
    findings_find(known, 1u << FINDINGS_TERM, arena, &found, &count);
    assert_int_equal(count, 1);
    assert_string_equal(found[0].key, "term:compactness");
    facts_destroy(known);
    law_destroy(more);
}

/* Named levels need no other basis. */
static void the_law_ties_to_units_what_the_constitution_does_not(void **state)
{
    (void)state;
    const struct findings_item *item = need("basis:law-2001/2-1/1");
    assert_string_equal(item->loser, "law-2001/2-1/1");
    struct law *more = inquiries_fixture(
        "amend const-1995; by other; status adopted\n"
        "article 90; from 2010-01-01\n"
        "  1  self-government is-exercised-within: village\n");
    struct facts *known =
        facts_load(more, &(struct facts_query){
                             .day = inquiries_day("2010-01-01")});
    const struct findings_item *found = NULL;
    size_t count = 0;
    findings_find(known, 1u << FINDINGS_BASIS, arena, &found, &count);
    assert_int_equal(count, 0);
    facts_destroy(known);
    law_destroy(more);
}

static void a_bill_makes_findings_vanish_and_appear(void **state)
{
    (void)state;
    struct law *more = inquiries_fixture(
        "amend law-2001; by bill; status draft\n"
        "article 39-3; from 2010-01-01\n"
        "  1  as before\n"
        "  2  gathering sets-procedure-of: gathering\n"
        "  3  assembly is-elected-by: population\n");
    struct facts *known =
        facts_load(more, &(struct facts_query){
                             .day = inquiries_day("2010-01-01"),
                             .bill = "bill"});
    const struct findings_item *found = NULL;
    size_t count = 0;
    findings_find(known, findings_all(), arena, &found, &count);
    const struct findings_item **gone = NULL;
    const struct findings_item **come = NULL;
    size_t gone_count = 0;
    size_t come_count = 0;
    findings_compare(items, items_count, found, count, arena, &gone,
        &gone_count, &come, &come_count);
    assert_int_equal(gone_count, 1);
    assert_string_equal(gone[0]->key, "procedure:gathering");
    assert_int_equal(come_count, 2);
    assert_string_equal(come[0]->key, "vacuous:assembly");
    assert_string_equal(come[1]->key, "recall:assembly");
    facts_destroy(known);
    law_destroy(more);
}

static void before_2007_the_maslikhat_was_not_dual(void **state)
{
    (void)state;
    struct facts *former =
        facts_load(law, &(struct facts_query){
                            .day = inquiries_day("2007-05-20")});
    const struct findings_item *found = NULL;
    size_t count = 0;
    findings_find(former, 1u << FINDINGS_STATUS, arena, &found, &count);
    assert_int_equal(count, 0);
    facts_destroy(former);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_maslikhat_is_dual_by_the_constitution_itself),
        cmocka_unit_test(the_law_loses_where_it_makes_an_organ_dual),
        cmocka_unit_test(levels_that_are_not_compact_fail_the_test),
        cmocka_unit_test(another_organ_sets_the_gatherings_procedure),
        cmocka_unit_test(state_organs_exercise_and_meet_self_government),
        cmocka_unit_test(gaps_are_found),
        cmocka_unit_test(a_term_that_is_defined_is_no_gap),
        cmocka_unit_test(
            the_law_ties_to_units_what_the_constitution_does_not),
        cmocka_unit_test(a_bill_makes_findings_vanish_and_appear),
        cmocka_unit_test(before_2007_the_maslikhat_was_not_dual),
    };
    return cmocka_run_group_tests(tests, fixture_find, fixture_free);
}
