/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The project's own law: it compiles, its scenarios hold, and it answers what
 * the texts say.
 */
#include "law/law.h"

#include <string.h>

#include "law_files.h"
#include "test.h"

static struct law *law;
static struct arena *arena;

static int corpus_begin(void **state)
{
    (void)state;
    struct law_files files = law_files_read();
    law = law_files_compile(files.sources, files.count);
    law_files_finish(&files);
    arena = arena_create();
    return 0;
}

static int corpus_end(void **state)
{
    (void)state;
    law_destroy(law);
    arena_destroy(arena);
    return 0;
}

static void every_scenario_holds(void **state)
{
    (void)state;
    static struct law_diagnostics failures;
    size_t expectations = 0;
    law_test(law, &failures, &expectations);
    for (size_t i = 0; i < failures.count; i++) {
        const struct law_diagnostic *one = &failures.items[i];
        print_error("%s:%u: %s %s\n", one->file, one->line, one->message.key,
            message_value(&one->message, "object"));
    }
    assert_int_equal(failures.count, 0);
    assert_true(expectations > 80);
}

/* Who is answered: subjects and places, in order. */
static const char *answer(
    const char *sentence, struct date day, const char *level)
{
    const struct law_query query = {
        .day = day, .level = level, .population = -1};
    const struct law_norm *const *norms = NULL;
    const struct law_norm *const *nearest = NULL;
    size_t count = 0;
    size_t nearest_count = 0;
    struct error error = {0};
    assert_int_equal(law_ask(law, sentence, &query, arena, &norms, &count,
                         &nearest, &nearest_count, &error),
        STATUS_OK);
    const char *said = "";
    for (size_t i = 0; i < count; i++) {
        said = arena_format(arena, "%s%s %s\n", said, norms[i]->subject,
            norms[i]->citation.place);
    }
    return said;
}

static void the_budget_of_2019_is_agreed_by_the_assembly(void **state)
{
    (void)state;
    static const char *const sentences[] = {
        "X agrees: local-budget",
        "X согласовывает: бюджет сельского округа",
        "X келіседі: ауылдық округ бюджеті",
    };
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        assert_string_equal(answer(sentences[i], (struct date){2019, 1, 1},
                                "rural-okrug"),
            "assembly law-2001/39-3/3.1-1\n"
            "assembly budget-code-2008/9-1/2\n");
    }
    assert_string_equal(answer("X approves: local-budget",
                            (struct date){2019, 1, 1}, "rural-okrug"),
        "district-maslikhat law-2001/6/2-7\n"
        "district-maslikhat budget-code-2008/9-1/2\n");
}

static const struct law_stage *stage_of(const char *procedure,
    struct date day, const char *kato, enum law_stage_kind kind,
    const char *matter)
{
    const struct law_fact fact = {"where-matter", matter};
    const struct law_facts facts = {&fact, 1};
    return law_stage_find(
        law_procedure(law, procedure, day, kato, -1, arena), kind, &facts);
}

static void the_gathering_of_today_needs_a_tenth_of_all(void **state)
{
    (void)state;
    const struct law_stage *quorum = stage_of("gathering",
        (struct date){2026, 12, 1}, NULL, LAW_STAGE_QUORUM, "");
    assert_int_equal(quorum->amount.bound, LAW_BOUND_AT_LEAST);
    assert_int_equal(quorum->amount.value.numerator * 10,
        quorum->amount.value.denominator);
    assert_string_equal(quorum->amount.base, "members-entitled");
    assert_string_equal(quorum->citation.place, "law-2001/39-3/9");
}

static void an_assembly_on_a_candidate_is_told_three_days_before(
    void **state)
{
    (void)state;
    const struct date day = {2026, 12, 1};
    assert_int_equal(stage_of("assembly", day, NULL, LAW_STAGE_NOTICE,
                         "akim-candidate")
                         ->amount.value.numerator,
        3);
    assert_int_equal(
        stage_of("assembly", day, NULL, LAW_STAGE_NOTICE, "local-budget")
            ->amount.value.numerator,
        10);
}

static void the_rules_of_koyandy_fill_in_what_is_missing(void **state)
{
    (void)state;
    const struct date day = {2026, 12, 1};
    const struct law_stage *silent = stage_of(
        "gathering", day, "116635000", LAW_STAGE_HANDED_TO, "");
    assert_true(law_stage_clause(silent, "within")->missing);
    assert_null(silent->filled_by.place);
    const struct law_stage *filled = stage_of(
        "gathering", day, "116645000", LAW_STAGE_HANDED_TO, "");
    assert_int_equal(
        law_stage_clause(filled, "within")->amount.value.numerator, 2);
    assert_string_equal(filled->filled_by.act, "koyandy-rules");
    assert_true(filled->filled_by.invented);
}

static void every_sitting_has_a_course_on_every_of_its_days(void **state)
{
    (void)state;
    static const struct date days[] = {{2013, 7, 6}, {2015, 11, 13},
        {2017, 7, 22}, {2021, 6, 4}, {2021, 7, 11}, {2026, 12, 1}};
    static const char *const sittings[] = {
        "assembly", "gathering", "separate-gathering"};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        for (size_t k = 0; k < sizeof sittings / sizeof *sittings; k++) {
            assert_true(law_procedure(law, sittings[k], days[i], "116645000",
                            -1, arena)
                            ->stages_count > 10);
        }
    }
}

static void every_name_of_a_word_is_printed_in_three_languages(void **state)
{
    (void)state;
    static const char *const kinds[] = {"organ", "office", "person", "class",
        "matter", "level", "form", "way", "field", "base", "event", "plot",
        "term", "reason"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const char *const *words = NULL;
        size_t count = 0;
        law_words(law, kinds[i], arena, &words, &count);
        assert_true(count > 0);
        for (size_t k = 0; k < count; k++) {
            assert_string_not_equal(
                law_word_name(law, words[k], LANGUAGE_KK), words[k]);
            assert_string_not_equal(
                law_word_name(law, words[k], LANGUAGE_RU), words[k]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scenario_holds),
        cmocka_unit_test(the_budget_of_2019_is_agreed_by_the_assembly),
        cmocka_unit_test(the_gathering_of_today_needs_a_tenth_of_all),
        cmocka_unit_test(an_assembly_on_a_candidate_is_told_three_days_before),
        cmocka_unit_test(the_rules_of_koyandy_fill_in_what_is_missing),
        cmocka_unit_test(every_sitting_has_a_course_on_every_of_its_days),
        cmocka_unit_test(every_name_of_a_word_is_printed_in_three_languages),
    };
    return cmocka_run_group_tests(tests, corpus_begin, corpus_end);
}
