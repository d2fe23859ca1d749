/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The law of organs, elections, petitions and budgets in its editions: what
 * the texts say in numbers, on the first day and on the day before.
 */
#include "law/law.h"

#include <string.h>

#include "law_files.h"
#include "test.h"

static struct law *law;
static struct arena *arena;

static int acts_begin(void **state)
{
    (void)state;
    struct law_files files = law_files_read();
    law = law_files_compile(files.sources, files.count);
    law_files_finish(&files);
    arena = arena_create();
    return 0;
}

static int acts_end(void **state)
{
    (void)state;
    law_destroy(law);
    arena_destroy(arena);
    return 0;
}

struct sentence {
    const char *procedure;
    struct date day;
    int64_t population;
    enum law_stage_kind kind;
    const char *fact; /* "where-matter" and the like, or NULL */
    const char *value;
};

static const struct law_stage *stage_of(const struct sentence *sentence)
{
    const struct law_fact fact = {sentence->fact, sentence->value};
    const struct law_facts facts = {&fact, sentence->fact == NULL ? 0 : 1};
    const struct law_stage *stage = law_stage_find(
        law_procedure(law, sentence->procedure, sentence->day, NULL,
            sentence->population, arena),
        sentence->kind, &facts);
    assert_non_null(stage);
    return stage;
}

static void assert_share(const struct sentence *sentence,
    enum law_bound bound, int64_t numerator, int64_t denominator,
    const char *base)
{
    const struct law_amount *amount = &stage_of(sentence)->amount;
    assert_int_equal(amount->bound, bound);
    assert_true(amount->is_share);
    assert_int_equal(amount->value.numerator * denominator,
        amount->value.denominator * numerator);
    assert_string_equal(amount->base, base);
}

static void no_confidence_took_two_thirds_before_2009(void **state)
{
    (void)state;
    struct sentence sentence = {.procedure = "no-confidence-vote",
        .day = {2009, 2, 23},
        .population = -1,
        .kind = LAW_STAGE_CARRIED_BY};
    assert_share(&sentence, LAW_BOUND_AT_LEAST, 2, 3, "all-deputies");
    sentence.day = (struct date){2009, 2, 24};
    assert_share(&sentence, LAW_BOUND_MORE_THAN, 1, 2, "all-deputies");
    sentence.kind = LAW_STAGE_INITIATED_BY;
    assert_share(&sentence, LAW_BOUND_AT_LEAST, 1, 5, "all-deputies");
}

static void a_session_needs_two_thirds_of_all_deputies(void **state)
{
    (void)state;
    static const struct date days[] = {
        {2001, 2, 3}, {2014, 11, 7}, {2021, 7, 11}, {2026, 11, 24}};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        const struct sentence sentence = {.procedure = "maslikhat-session",
            .day = days[i],
            .population = -1,
            .kind = LAW_STAGE_QUORUM};
        assert_share(&sentence, LAW_BOUND_AT_LEAST, 2, 3, "all-deputies");
    }
}

static void an_extraordinary_session_is_told_three_days_before(void **state)
{
    (void)state;
    struct sentence sentence = {.procedure = "maslikhat-session",
        .day = {2026, 11, 24},
        .population = -1,
        .kind = LAW_STAGE_NOTICE,
        .fact = "where-matter",
        .value = "extraordinary-session"};
    assert_int_equal(stage_of(&sentence)->amount.value.numerator, 3);
    sentence.value = "territory-budget";
    assert_int_equal(stage_of(&sentence)->amount.value.numerator, 10);
}

static void the_assembly_agreed_candidates_of_the_akim_until_2023(
    void **state)
{
    (void)state;
    const struct law_fact by_district = {"where-initiated-by", "district-akim"};
    const struct law_fact by_superior = {"where-initiated-by", "superior-akim"};
    const struct law_facts district = {&by_district, 1};
    const struct law_facts superior = {&by_superior, 1};
    const struct law_stage *consent = law_stage_find(
        law_procedure(law, "akim-election", (struct date){2022, 12, 31}, NULL,
            -1, arena),
        LAW_STAGE_CONSENT_OF, &district);
    assert_non_null(consent);
    assert_string_equal(consent->words[0], "assembly");
    assert_string_equal(
        consent->citation.place, "elections-1995/113-3/6");
    assert_null(law_stage_find(law_procedure(law, "akim-election",
                                   (struct date){2023, 1, 1}, NULL, -1, arena),
        LAW_STAGE_CONSENT_OF, &superior));
}

static void the_call_of_an_election_has_the_term_of_its_edition(void **state)
{
    (void)state;
    static const struct {
        struct date day;
        const char *matter;
        int64_t value;
        const char *unit;
    } cases[] = {
        {{2022, 12, 31}, "regular-election", 40, "calendar-days"},
        {{2023, 1, 1}, "regular-election", 50, "calendar-days"},
        {{2026, 6, 30}, "early-election", 1, "months"},
        {{2026, 7, 1}, "early-election", 2, "months"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct sentence sentence = {.procedure = "akim-election",
            .day = cases[i].day,
            .population = -1,
            .kind = LAW_STAGE_ORGANISED_BY,
            .fact = "where-matter",
            .value = cases[i].matter};
        const struct law_amount *amount =
            &law_stage_clause(stage_of(&sentence), "within")->amount;
        assert_int_equal(amount->value.numerator, cases[i].value);
        assert_string_equal(amount->unit, cases[i].unit);
    }
}

static void a_recall_needs_a_third_of_voters_and_half_of_votes(void **state)
{
    (void)state;
    struct sentence sentence = {.procedure = "deputy-recall",
        .day = {2022, 11, 16},
        .population = -1,
        .kind = LAW_STAGE_QUORUM};
    assert_share(&sentence, LAW_BOUND_AT_LEAST, 1, 3, "voters");
    sentence.kind = LAW_STAGE_CARRIED_BY;
    assert_share(&sentence, LAW_BOUND_MORE_THAN, 1, 2, "voting");
    sentence.kind = LAW_STAGE_INITIATED_BY;
    assert_share(&sentence, LAW_BOUND_MORE_THAN, 1, 10, "voters");
    assert_null(law_procedure(law, "deputy-recall",
        (struct date){2022, 11, 15}, NULL, -1, arena));
}

static void a_petition_needs_more_where_more_than_fifty_thousand_live(
    void **state)
{
    (void)state;
    struct sentence sentence = {.procedure = "petition",
        .day = {2026, 11, 24},
        .population = 50000,
        .kind = LAW_STAGE_QUORUM,
        .fact = "where-matter",
        .value = "petition-to-akimat"};
    assert_share(&sentence, LAW_BOUND_AT_LEAST, 1, 20, "unit-population");
    sentence.value = "petition-to-maslikhat";
    assert_share(&sentence, LAW_BOUND_AT_LEAST, 1, 10, "unit-population");
    sentence.population = 50001;
    assert_int_equal(stage_of(&sentence)->amount.value.numerator, 5000);
    sentence.value = "petition-to-akimat";
    assert_int_equal(stage_of(&sentence)->amount.value.numerator, 2500);
    assert_string_equal(stage_of(&sentence)->amount.unit, "persons");
}

static void an_appeal_is_answered_within_fifteen_working_days(void **state)
{
    (void)state;
    const struct law_query query = {.day = {2026, 11, 24},
        .population = -1,
        .subject = "administrative-organ",
        .object = "answer-appeal"};
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    law_norms(law, &query, arena, &norms, &count);
    assert_int_equal(count, 1);
    assert_string_equal(norms[0]->verb, "must");
    assert_non_null(strstr(norms[0]->clauses, "15 working-days"));
    assert_string_equal(
        norms[0]->citation.place, "admin-code-2020/76/1");
    assert_false(norms[0]->citation.unchecked);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_confidence_took_two_thirds_before_2009),
        cmocka_unit_test(a_session_needs_two_thirds_of_all_deputies),
        cmocka_unit_test(an_extraordinary_session_is_told_three_days_before),
        cmocka_unit_test(
            the_assembly_agreed_candidates_of_the_akim_until_2023),
        cmocka_unit_test(the_call_of_an_election_has_the_term_of_its_edition),
        cmocka_unit_test(a_recall_needs_a_third_of_voters_and_half_of_votes),
        cmocka_unit_test(
            a_petition_needs_more_where_more_than_fifty_thousand_live),
        cmocka_unit_test(an_appeal_is_answered_within_fifteen_working_days),
    };
    return cmocka_run_group_tests(tests, acts_begin, acts_end);
}
