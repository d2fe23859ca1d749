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
    assert_true(expectations > 1000);
}

/* Who is answered in an okrug: subjects and places, in order. */
static const char *answer(
    const char *sentence, struct date day, int64_t population)
{
    const struct law_query query = {
        .day = day, .level = "rural-okrug", .population = population};
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
        assert_string_equal(
            answer(sentences[i], (struct date){2019, 1, 1}, -1),
            "assembly law-2001/39-3/3.1-1\n"
            "assembly budget-code-2008/9-1/2\n");
    }
    assert_string_equal(
        answer("X approves: local-budget", (struct date){2019, 1, 1}, -1),
        "district-maslikhat law-2001/6/2-7\n"
        "district-maslikhat budget-code-2008/9-1/2\n");
}

static void a_unit_of_two_thousand_has_a_budget_from_2020(void **state)
{
    (void)state;
    static const struct {
        struct date day;
        int64_t population;
        bool has;
    } cases[] = {
        {{2017, 12, 31}, 2001, false},
        {{2017, 12, 31}, -1, false},
        {{2018, 1, 1}, 2001, true},
        {{2018, 1, 1}, 2000, false},
        {{2018, 1, 1}, -1, true},
        {{2019, 12, 31}, 2000, false},
        {{2020, 1, 1}, 2000, true},
        {{2020, 1, 1}, 0, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date day = cases[i].day;
        int64_t population = cases[i].population;
        assert_string_equal(answer("X agrees: local-budget", day, population),
            cases[i].has ? "assembly law-2001/39-3/3.1-1\n"
                           "assembly budget-code-2008/9-1/2\n"
                         : "");
        assert_string_equal(
            answer("X approves: local-budget", day, population),
            cases[i].has ? "district-maslikhat law-2001/6/2-7\n"
                           "district-maslikhat budget-code-2008/9-1/2\n"
                         : "");
    }
}

static void without_a_population_both_wordings_of_2019_are_answered(
    void **state)
{
    (void)state;
    static const struct date day = {2019, 1, 1};
    static const char small[] = "assembly law-2001/39-3/3.2\n";
    assert_string_equal(answer("X discusses: lsg-income", day, -1), small);
    assert_string_equal(answer("X discusses: lsg-income", day, 2000), small);
    assert_string_equal(answer("X discusses: lsg-income", day, 2001), "");
    assert_string_equal(answer("X agrees: lsg-property-alienation", day, 2000),
        "assembly law-2001/39-3/3.4-1\n");
    assert_string_equal(
        answer("X agrees: communal-property-alienation", day, 2001),
        "assembly law-2001/39-3/3.4-1\n");
}

static const struct law_stage *stage_where(const char *procedure,
    struct date day, enum law_stage_kind kind, struct law_fact fact)
{
    const struct law_facts facts = {&fact, 1};
    return law_stage_find(
        law_procedure(law, procedure, day, NULL, -1, arena), kind, &facts);
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

static const char *amount_said(const struct law_amount *amount)
{
    struct buffer said = BUFFER_EMPTY;
    law_amount_say(law, amount, LANGUAGE_EN, &said);
    const char *text = arena_text(arena, buffer_text(&said));
    buffer_finish(&said);
    return text;
}

static void an_assembly_needs_no_consent_since_july_2017(void **state)
{
    (void)state;
    static const struct date days[] = {{2013, 7, 6}, {2015, 11, 13},
        {2017, 7, 21}, {2017, 7, 22}, {2026, 12, 1}};
    const struct law_fact by_members = {
        "where-initiated-by", "assembly-member"};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        const struct law_stage *consent = stage_where(
            "assembly", days[i], LAW_STAGE_CONSENT_OF, by_members);
        assert_int_equal(consent != NULL, i < 3);
        assert_non_null(stage_where("gathering", days[i],
            LAW_STAGE_CONSENT_OF,
            (struct law_fact){"where-initiated-by", "member"}));
    }
}

static void the_numbers_of_a_gathering_are_those_of_the_day(void **state)
{
    (void)state;
#define SILENT "not set by law"
    static const struct {
        struct date day;
        const char *base; /* of the quorum */
        const char *half; /* the same with representatives */
        const char *per_plot;
        const char *size;
        const char *term;
    } cases[] = {
        {{2013, 7, 6}, "community-members", "representatives", SILENT,
            SILENT, SILENT},
        {{2017, 7, 21}, "community-members", "representatives", SILENT,
            SILENT, SILENT},
        {{2017, 7, 22}, "members-entitled", "representatives", SILENT,
            SILENT, "4 years"},
        {{2021, 7, 10}, "members-entitled", "representatives", SILENT,
            SILENT, "4 years"},
        {{2021, 7, 11}, "members-entitled", "members-entitled",
            "at most 3 persons", "at most 25 persons", "4 years"},
        {{2026, 12, 1}, "members-entitled", "members-entitled",
            "at most 3 persons", "at most 25 persons", "4 years"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date day = cases[i].day;
        assert_string_equal(stage_where("gathering", day, LAW_STAGE_QUORUM,
                                (struct law_fact){"where-not-represented", ""})
                                ->amount.base,
            cases[i].base);
        assert_string_equal(stage_where("gathering", day, LAW_STAGE_QUORUM,
                                (struct law_fact){"where-represented", ""})
                                ->amount.base,
            cases[i].half);
        const struct law_stage *forms = stage_of("gathering", day, NULL,
            LAW_STAGE_FORMS, "assembly-composition");
        assert_string_equal(amount_said(&forms->amount), cases[i].size);
        assert_string_equal(
            amount_said(&law_stage_clause(forms, "for")->amount),
            cases[i].term);
        assert_string_equal(
            amount_said(&stage_of("separate-gathering", day, NULL,
                LAW_STAGE_FORMS, "representatives")
                             ->amount),
            cases[i].per_plot);
    }
#undef SILENT
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

static void the_three_days_begin_in_june_2021(void **state)
{
    (void)state;
    static const struct {
        struct date day;
        int64_t days;
    } cases[] = {{{2021, 6, 3}, 10}, {{2021, 6, 4}, 3}, {{2022, 1, 1}, 3}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(stage_of("assembly", cases[i].day, NULL,
                             LAW_STAGE_NOTICE, "akim-candidate")
                             ->amount.value.numerator,
            cases[i].days);
    }
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
    static const struct date days[] = {{2013, 7, 6}, {2017, 7, 21},
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
        cmocka_unit_test(a_unit_of_two_thousand_has_a_budget_from_2020),
        cmocka_unit_test(
            without_a_population_both_wordings_of_2019_are_answered),
        cmocka_unit_test(an_assembly_needs_no_consent_since_july_2017),
        cmocka_unit_test(the_numbers_of_a_gathering_are_those_of_the_day),
        cmocka_unit_test(the_gathering_of_today_needs_a_tenth_of_all),
        cmocka_unit_test(an_assembly_on_a_candidate_is_told_three_days_before),
        cmocka_unit_test(the_three_days_begin_in_june_2021),
        cmocka_unit_test(the_rules_of_koyandy_fill_in_what_is_missing),
        cmocka_unit_test(every_sitting_has_a_course_on_every_of_its_days),
        cmocka_unit_test(every_name_of_a_word_is_printed_in_three_languages),
    };
    return cmocka_run_group_tests(tests, corpus_begin, corpus_end);
}
