/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What inquiries found is kept, by question and corpus, and never past its
 * bound.
 */
#include "test.h"

#include <string.h>

#include "inquiries.h"
#include "web/study.h"

static struct law *law;
static struct study *study;

static int begin(void **state)
{
    (void)state;
    law = inquiries_fixture(NULL);
    study = study_create();
    return 0;
}

static int end(void **state)
{
    (void)state;
    study_destroy(study);
    law_destroy(law);
    return 0;
}

static struct study_question question(
    enum study_subject subject, const char *day)
{
    return (struct study_question){
        .subject = subject, .law = law, .day = inquiries_day(day)};
}

static void the_same_question_gets_the_answer_that_is_kept(void **state)
{
    (void)state;
    struct study_question asked = question(STUDY_FINDINGS, "2010-01-01");
    const struct study_answer *first = study_ask(study, &asked);
    assert_true(first->count > 0);
    assert_ptr_equal(study_ask(study, &asked), first);
}

static void another_day_reading_bill_or_corpus_is_another_question(void **state)
{
    (void)state;
    struct study_question asked = question(STUDY_FINDINGS, "2010-01-01");
    const struct study_answer *first = study_ask(study, &asked);
    struct study_question others[] = {asked, asked, asked, asked};
    others[0].day = inquiries_day("2010-01-02");
    others[1].reading = "article";
    others[2].bill = "none";
    struct law *other = inquiries_fixture(NULL);
    others[3].law = other;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_ptr_not_equal(study_ask(study, &others[i]), first);
    }
    assert_ptr_equal(study_ask(study, &asked), first);
    law_destroy(other);
}

static void the_official_reading_is_the_one_that_nobody_names(void **state)
{
    (void)state;
    struct study_question asked = question(STUDY_FINDINGS, "2010-01-01");
    const struct study_answer *first = study_ask(study, &asked);
    asked.reading = "text";
    assert_ptr_equal(study_ask(study, &asked), first);
}

static void what_was_asked_longest_ago_gives_way(void **state)
{
    (void)state;
    struct study_question kept = question(STUDY_TIMELINE, "2010-01-01");
    kept.word = "const-1995";
    const struct study_answer *answer = study_ask(study, &kept);
    struct study_question asked = kept;
    for (int i = 1; i < STUDY_MAX; i++) {
        asked.day = date_add_days(kept.day, i);
        (void)study_ask(study, &asked);
    }
    /* All places are taken; asked again, it is not the oldest any more. */
    assert_ptr_equal(study_ask(study, &kept), answer);
    asked.day = date_add_days(kept.day, STUDY_MAX);
    (void)study_ask(study, &asked);
    assert_ptr_equal(study_ask(study, &kept), answer);
    asked.day = date_add_days(kept.day, 1);
    assert_true(study_ask(study, &asked)->count > 0);
}

static void a_repair_comes_with_its_bill_and_frozen_with_its_core(void **state)
{
    (void)state;
    struct study_question asked = question(STUDY_REPAIR, "2010-01-01");
    const struct study_answer *answer = study_ask(study, &asked);
    assert_true(answer->repair.possible);
    assert_true(answer->count > 0);
    assert_non_null(strstr(answer->bills[0], "amend "));
    asked.is_frozen = true;
    const struct study_answer *frozen = study_ask(study, &asked);
    assert_ptr_not_equal(frozen, answer);
    assert_false(frozen->repair.possible);
    assert_true(frozen->repair.core_count > 1);
}

static void without_a_table_units_are_counted_and_with_one_people(void **state)
{
    (void)state;
    static const char csv[] = "kato,population,area\n116645000,24110,50\n";
    struct study_question asked = question(STUDY_TERRITORY, "2010-01-01");
    asked.threshold = 400;
    const struct study_answer *units = study_ask(study, &asked);
    const struct density_row *country = &units->territory[units->count - 1];
    assert_null(country->unit);
    assert_true(country->population > 2000);
    assert_true(country->population < 3000);
    asked.file = bytes_of(csv, sizeof csv - 1);
    const struct study_answer *people = study_ask(study, &asked);
    assert_int_equal(people->territory[people->count - 1].population, 24110);
    assert_int_equal(people->territory[people->count - 1].compact, 1);
}

static void a_wrong_table_is_told_with_its_line(void **state)
{
    (void)state;
    static const char csv[] = "kato,population,area\n1,2,3\n";
    struct study_question asked = question(STUDY_TERRITORY, "2010-01-01");
    asked.file = bytes_of(csv, sizeof csv - 1);
    const struct study_answer *answer = study_ask(study, &asked);
    assert_int_equal(answer->error.status, STATUS_INVALID);
    assert_string_equal(answer->error.message.key, "error.density-kato");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            the_same_question_gets_the_answer_that_is_kept, begin, end),
        cmocka_unit_test_setup_teardown(
            another_day_reading_bill_or_corpus_is_another_question, begin, end),
        cmocka_unit_test_setup_teardown(
            the_official_reading_is_the_one_that_nobody_names, begin, end),
        cmocka_unit_test_setup_teardown(
            what_was_asked_longest_ago_gives_way, begin, end),
        cmocka_unit_test_setup_teardown(
            a_repair_comes_with_its_bill_and_frozen_with_its_core, begin, end),
        cmocka_unit_test_setup_teardown(
            without_a_table_units_are_counted_and_with_one_people, begin, end),
        cmocka_unit_test_setup_teardown(
            a_wrong_table_is_told_with_its_line, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
