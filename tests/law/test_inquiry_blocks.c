/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 */
#include <string.h>

#include "law/law.h"
#include "law_facts.h"
#include "law_faults.h"
#include "law_files.h"
#include "test.h"

static const char TEXT[] =
    "amend code; by bill; status proposed\n"
    "article 1; from 2010-01-01\n"
    "  1  as before\n"
    "  2  assembly decides: local-matters\n"
    "\n"
    "level city; tier middle; includes city-of-district-significance; "
    "compact yes\n"
    "level oblast; tier upper\n"
    "\n"
    "act code; rank law; adopted 2001-01-01\n"
    "article 1; from 2001-01-01\n"
    "  1  gathering discusses: local-matters\n"
    "article 1; from 2014-01-01\n"
    "  1  gathering decides: local-matters\n"
    "\n"
    "criterion power; of code 1\n"
    "  en «the power to decide»\n"
    "  + X decides: *\n"
    "  - self-government is-exercised-within: X; if upper\n"
    "\n"
    "act old-bill; rank law; adopted 2006-01-01; status withdrawn; from "
    "2007-03-13; by order-188\n"
    "article 1; from 2006-01-01\n"
    "  1  maslikhat decides: local-matters\n";

static size_t found(const struct law *law, const char *day, const char *bill,
    const char *subject, const char *verb)
{
    struct arena *arena = arena_create();
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    struct law_query query = {
        .subject = subject,
        .verb = verb,
        .population = -1,
        .bill = bill,
    };
    assert_true(date_parse(day, &query.day));
    law_norms(law, &query, arena, &norms, &count);
    arena_destroy(arena);
    return count;
}

static void a_bill_is_in_force_only_where_it_is_asked_with(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(TEXT);
    assert_int_equal(found(law, "2010-01-01", NULL, "assembly", "decides"), 0);
    assert_int_equal(
        found(law, "2010-01-01", "bill", "assembly", "decides"), 1);
    assert_int_equal(
        found(law, "2009-12-31", "bill", "assembly", "decides"), 0);
    assert_int_equal(
        found(law, "2010-01-01", "bill", "gathering", "discusses"), 1);
    assert_int_equal(found(law, "2015-01-01", "bill", "assembly", NULL), 0);
    assert_int_equal(found(law, "2010-01-01", NULL, "maslikhat", NULL), 0);
    assert_int_equal(
        found(law, "2010-01-01", "old-bill", "maslikhat", "decides"), 1);
    law_destroy(law);
}

static void an_adopted_amendment_is_an_edition(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        "amend code; by other; status adopted\n"
        "article 1; from 2010-01-01\n"
        "  2  assembly decides: local-matters\n"
        "act code; rank law; adopted 2001-01-01\n"
        "article 1; from 2001-01-01\n"
        "  1  gathering discusses: local-matters\n");
    assert_int_equal(found(law, "2010-01-01", NULL, "assembly", NULL), 1);
    assert_int_equal(found(law, "2010-01-01", NULL, "gathering", NULL), 0);
    law_destroy(law);
}

static void levels_criteria_and_status_are_read(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(TEXT);
    assert_int_equal(law_levels_count(law), 2);
    const struct law_level *city = law_level_at(law, 0);
    assert_string_equal(city->tier, "middle");
    assert_string_equal(city->includes[0], "city-of-district-significance");
    assert_string_equal(law_level_at(law, 1)->compact, "unknown");
    assert_int_equal(law_criteria_count(law), 1);
    const struct law_criterion *criterion = law_criterion_at(law, 0);
    assert_string_equal(criterion->title[LANGUAGE_EN], "the power to decide");
    assert_int_equal(criterion->signs_count, 2);
    assert_string_equal(criterion->signs[0].subject, "X");
    assert_string_equal(criterion->signs[0].object, "*");
    assert_false(criterion->signs[1].is_for);
    assert_string_equal(criterion->signs[1].condition, "upper");
    assert_string_equal(criterion->signs[1].clauses, "");
    struct arena *arena = arena_create();
    const char *const *bills = NULL;
    size_t count = 0;
    law_bills(law, NULL, arena, &bills, &count);
    assert_int_equal(count, 2);
    assert_string_equal(bills[0], "bill");
    assert_string_equal(bills[1], "old-bill");
    law_bills(law, "law/words.law", arena, &bills, &count);
    assert_int_equal(count, 0);
    arena_destroy(arena);
    const struct law_act *bill = law_act_at(law, 1);
    assert_string_equal(bill->status, "withdrawn");
    assert_string_equal(bill->status_by, "order-188");
    law_destroy(law);
}

static void the_blocks_are_printed_back(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(TEXT);
    static struct law_diagnostics faults;
    struct buffer printed = BUFFER_EMPTY;
    const struct law_source source = {"text.law", bytes_of_text(TEXT)};
    assert_int_equal(
        law_format(law, &source, &faults, &printed), STATUS_OK);
    struct law *again = law_files_compile_text(buffer_text(&printed));
    law_facts_assert_equal(law, again);
    assert_non_null(strstr(buffer_text(&printed), "+  X decides: *"));
    buffer_finish(&printed);
    law_destroy(again);
    law_destroy(law);
}

static void a_criterion_without_one_hole_is_refused(void **state)
{
    (void)state;
    (void)law_faults_first("act a; rank law; adopted 2001-01-01\n"
                           "criterion c; of a 1\n"
                           "  + gathering decides: local-matters\n",
        3, 5, "law.criterion-hole");
    (void)law_faults_first("act a; rank law; adopted 2001-01-01\n"
                           "criterion c; of a 1\n"
                           "  + X decides: X\n",
        3, 5, "law.criterion-hole");
}

static void an_amendment_of_nothing_is_refused(void **state)
{
    (void)state;
    (void)law_faults_first("amend nothing; by bill; status draft\n", 1, 7,
        "law.act-unknown");
}

static void a_level_is_a_word_of_that_kind_once_and_on_a_tier(void **state)
{
    (void)state;
    (void)law_faults_first("level akim; tier upper\n", 1, 7,
        "law.level-wanted");
    (void)law_faults_first("level oblast; tier upper\n"
                           "level oblast; tier upper\n",
        2, 7, "law.declared-twice");
    (void)law_faults_first("level oblast\n", 1, 13, "law.head-lacks");
    (void)law_faults_first("level oblast; tier top\n", 1, 20,
        "law.kind-unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bill_is_in_force_only_where_it_is_asked_with),
        cmocka_unit_test(an_adopted_amendment_is_an_edition),
        cmocka_unit_test(levels_criteria_and_status_are_read),
        cmocka_unit_test(the_blocks_are_printed_back),
        cmocka_unit_test(a_criterion_without_one_hole_is_refused),
        cmocka_unit_test(an_amendment_of_nothing_is_refused),
        cmocka_unit_test(a_level_is_a_word_of_that_kind_once_and_on_a_tier),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
