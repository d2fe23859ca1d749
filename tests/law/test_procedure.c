/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Procedures as stages, their amounts, and which stage holds when.
 */
#include "law/law.h"

#include <stdio.h>
#include <string.h>

#include "law_faults.h"
#include "law_files.h"
#include "test.h"

static struct arena *arena;

static int arena_begin(void **state)
{
    (void)state;
    arena = arena_create();
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

#define HEAD \
    "act a; rank law; adopted 2001-01-01\n" \
    "article 1; from 2001-01-01\n" \
    "  1 gathering decides: local-matters\n"
#define PROCEDURE HEAD "procedure p; of a 1; from 2001-01-01\n"

static const struct law_facts nothing = {NULL, 0};

static const struct law_procedure *procedure_on(
    const struct law *law, int year)
{
    return law_procedure(
        law, "p", (struct date){(int16_t)year, 6, 1}, NULL, -1, arena);
}

/* Compiles one stage and gives it. */
static const struct law_stage *stage_of(struct law **law, const char *stage)
{
    *law = law_files_compile_text(
        arena_format(arena, PROCEDURE "  ~8 %s\n", stage));
    const struct law_procedure *procedure = procedure_on(*law, 2002);
    assert_int_equal(procedure->stages_count, 1);
    return &procedure->stages[0];
}

static void text_is(const char *said, const char *expected)
{
    if (expected == NULL) {
        assert_null(said);
    } else {
        assert_non_null(said);
        assert_string_equal(said, expected);
    }
}

static void a_stage_says_words_amount_and_clauses(void **state)
{
    (void)state;
    struct law *law = NULL;
    const struct law_stage *stage = stage_of(&law,
        "initiated by: member; at least 10 % of members-entitled; "
        "stating name, residence");
    assert_int_equal(stage->kind, LAW_STAGE_INITIATED_BY);
    assert_int_equal(stage->words_count, 1);
    assert_true(law_stage_has_word(stage, "member"));
    assert_false(law_stage_has_word(stage, "rural-akim"));
    assert_true(stage->amount.given);
    assert_true(stage->amount.is_share);
    assert_int_equal(stage->amount.bound, LAW_BOUND_AT_LEAST);
    text_is(stage->amount.base, "members-entitled");
    const struct law_clause *stating = law_stage_clause(stage, "stating");
    assert_non_null(stating);
    assert_true(law_clause_has_word(stating, "residence"));
    assert_false(law_clause_has_word(stating, "member"));
    assert_null(law_stage_clause(stage, "within"));
    assert_string_equal(stage->citation.place, "a/1/8");
    assert_true(stage->citation.unchecked);
    assert_null(stage->filled_by.place);
    law_destroy(law);
}

static void a_stage_may_begin_with_a_clause(void **state)
{
    (void)state;
    struct law *law = NULL;
    const struct law_stage *stage =
        stage_of(&law, "carried by: form by-name, by-show-of-hands");
    assert_int_equal(stage->words_count, 0);
    assert_false(stage->amount.given);
    assert_int_equal(law_stage_clause(stage, "form")->words_count, 2);
    law_destroy(law);
}

static void missing_is_a_value(void **state)
{
    (void)state;
    struct law *law = NULL;
    const struct law_stage *stage =
        stage_of(&law, "carried by: missing; form missing; within missing");
    assert_true(stage->amount.given);
    assert_true(stage->amount.missing);
    assert_true(law_stage_clause(stage, "form")->missing);
    assert_int_equal(law_stage_clause(stage, "form")->words_count, 0);
    assert_true(law_stage_clause(stage, "within")->missing);
    assert_true(law_stage_clause(stage, "within")->amount.missing);
    law_destroy(law);
}

struct amount_case {
    const char *text;
    enum law_bound bound;
    int64_t numerator;
    int64_t denominator;
    const char *unit;
    const char *base;
    const char *relation;
    const char *event;
};

static void an_amount_is_a_bag_in_any_order(void **state)
{
    (void)state;
    static const struct amount_case cases[] = {
        {"3 persons", LAW_BOUND_EXACTLY, 3, 1, "persons", NULL, NULL, NULL},
        {"at most 25 persons", LAW_BOUND_AT_MOST, 25, 1, "persons", NULL,
            NULL, NULL},
        {"less than 18 years", LAW_BOUND_LESS_THAN, 18, 1, "years", NULL,
            NULL, NULL},
        {"more than 1/2 of participants", LAW_BOUND_MORE_THAN, 1, 2, NULL,
            "participants", NULL, NULL},
        {"participants more than 1/2", LAW_BOUND_MORE_THAN, 1, 2, NULL,
            "participants", NULL, NULL},
        {"10% of representatives", LAW_BOUND_EXACTLY, 1, 10, NULL,
            "representatives", NULL, NULL},
        {"9.99 % of present", LAW_BOUND_EXACTLY, 999, 10000, NULL, "present",
            NULL, NULL},
        {"at least 10 calendar-days before sitting", LAW_BOUND_AT_LEAST, 10,
            1, "calendar-days", NULL, "before", "sitting"},
        {"before sitting 10 calendar days at least", LAW_BOUND_AT_LEAST, 10,
            1, "calendar-days", NULL, "before", "sitting"},
        {"не менее 10 календарных дней до заседания", LAW_BOUND_AT_LEAST, 10,
            1, "calendar-days", NULL, "before", "sitting"},
        {"отырысқа дейін кемінде 10 күнтізбелік күн", LAW_BOUND_AT_LEAST, 10,
            1, "calendar-days", NULL, "before", "sitting"},
        {"не менее 10 % от имеющих право участвовать членов местного "
         "сообщества",
            LAW_BOUND_AT_LEAST, 1, 10, NULL, "members-entitled", NULL, NULL},
        {"қатысушылар саны кемінде 10 %-ы", LAW_BOUND_AT_LEAST, 1, 10, NULL,
            "participants", NULL, NULL},
        {"5 жұмыс күні", LAW_BOUND_EXACTLY, 5, 1, "working-days", NULL, NULL,
            NULL},
        {"ең көбі 25-тен адам", LAW_BOUND_AT_MOST, 25, 1, "persons", NULL,
            NULL, NULL},
        {"at most 1000000000 persons", LAW_BOUND_AT_MOST, 1000000000, 1,
            "persons", NULL, NULL, NULL},
        {"1/1 of present", LAW_BOUND_EXACTLY, 1, 1, NULL, "present", NULL,
            NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct amount_case *one = &cases[i];
        struct law *law = NULL;
        const struct law_stage *stage = stage_of(
            &law, arena_format(arena, "quorum: %s", one->text));
        const struct law_amount *amount = &stage->amount;
        assert_true(amount->given);
        assert_false(amount->missing);
        assert_int_equal(amount->bound, one->bound);
        assert_int_equal(amount->is_share, one->base != NULL);
        assert_int_equal(amount->value.numerator * one->denominator,
            one->numerator * amount->value.denominator);
        text_is(amount->unit, one->unit);
        text_is(amount->base, one->base);
        text_is(amount->relation, one->relation);
        text_is(amount->event, one->event);
        law_destroy(law);
    }
}

static void a_clause_may_end_with_its_keyword(void **state)
{
    (void)state;
    struct law *law = NULL;
    const struct law_stage *stage = stage_of(&law,
        "хаттаманы алады: ауылдық округ әкімі; 2 жұмыс күні ішінде; уақыты, "
        "орны туралы");
    assert_int_equal(stage->kind, LAW_STAGE_HANDED_TO);
    assert_true(law_stage_has_word(stage, "rural-akim"));
    const struct law_clause *within = law_stage_clause(stage, "within");
    assert_int_equal(within->amount.value.numerator, 2);
    text_is(within->amount.unit, "working-days");
    assert_true(law_clause_has_word(law_stage_clause(stage, "of"), "place"));
    law_destroy(law);
}

static void the_edition_in_force_is_given(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        PROCEDURE "  1 quorum: missing\n"
                  "procedure p; of a 1; from 2010-06-01\n"
                  "  1 quorum: 3 persons\n"
                  "  2 elects: chair\n"
                  "repealed 1; from 2020-06-01\n");
    assert_null(law_procedure(
        law, "p", (struct date){2000, 12, 31}, NULL, -1, arena));
    assert_int_equal(procedure_on(law, 2009)->stages_count, 1);
    assert_int_equal(procedure_on(law, 2010)->stages_count, 2);
    assert_int_equal(procedure_on(law, 2010)->citation.edition.year, 2010);
    assert_string_equal(procedure_on(law, 2010)->citation.place, "a/1");
    assert_string_equal(procedure_on(law, 2010)->citation.label, "");
    assert_null(law_procedure(
        law, "q", (struct date){2010, 1, 1}, NULL, -1, arena));
    /* The article that it is of has ended. */
    assert_non_null(law_procedure(
        law, "p", (struct date){2020, 5, 31}, NULL, -1, arena));
    assert_null(procedure_on(law, 2020));
    law_destroy(law);
}

static void a_procedure_may_differ_by_population(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        PROCEDURE "  1 quorum: missing\n"
                  "procedure p; of a 1; from 2010-01-01; applies where "
                  "population > 2000\n"
                  "  2 quorum: missing\n");
    const struct date day = {2011, 1, 1};
    assert_string_equal(
        law_procedure(law, "p", day, NULL, 2000, arena)->stages[0].citation
            .label,
        "1");
    assert_string_equal(
        law_procedure(law, "p", day, NULL, 2001, arena)->stages[0].citation
            .label,
        "2");
    law_destroy(law);
}

static void labels_name_the_article_where_there_are_several(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        "act a; rank law; adopted 1993-12-10\n"
        "article 5; from 1993-12-10\n"
        "article 53; from 1993-12-10\n"
        "procedure p; of a 5, 53; from 1993-12-10\n"
        "  53 quorum: missing\n"
        "  53.1 elects: chair\n"
        "  5.2-1 minutes: date\n");
    const struct law_procedure *procedure = procedure_on(law, 1994);
    assert_string_equal(procedure->stages[0].citation.place, "a/53");
    assert_string_equal(procedure->stages[0].citation.label, "");
    assert_string_equal(procedure->stages[1].citation.place, "a/53/1");
    assert_string_equal(procedure->stages[2].citation.place, "a/5/2-1");
    assert_string_equal(procedure->stages[2].citation.article, "5");
    assert_string_equal(procedure->citation.place, "a/5");
    law_destroy(law);
}

static void procedures_of_a_day_are_listed(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        PROCEDURE "  1 quorum: missing\n"
                  "procedure q; of a 1; from 2010-01-01\n"
                  "  1 quorum: missing\n");
    const char *const *ids = NULL;
    size_t count = 0;
    law_procedures(law, (struct date){2009, 12, 31}, arena, &ids, &count);
    assert_int_equal(count, 1);
    assert_string_equal(ids[0], "p");
    law_procedures(law, (struct date){2010, 1, 1}, arena, &ids, &count);
    assert_int_equal(count, 2);
    assert_string_equal(ids[1], "q");
    law_destroy(law);
}

static void a_stage_with_conditions_wins_where_they_hold(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        PROCEDURE
        "  1 notice: 10 calendar-days before sitting\n"
        "  2 notice: 3 calendar-days before sitting; where matter "
        "akim-candidate, local-budget\n"
        "  3 quorum: missing; where not represented\n"
        "  4 quorum: missing; where represented\n"
        "  5 published: mass-media; where matter not local-budget\n"
        "  6 consent of: district-akim; where initiated by member\n"
        "  7 consent of: district-akim; where unit village\n");
    const struct law_procedure *procedure = procedure_on(law, 2002);
    const struct law_fact facts_of_budget[] = {
        {"where-matter", "local-budget"}, {"where-represented", ""}};
    const struct law_facts budget = {facts_of_budget, 2};
    const struct law_fact fact_of_member[] = {
        {"where-initiated-by", "member"}};
    const struct law_facts member = {fact_of_member, 1};
    const struct {
        enum law_stage_kind kind;
        const struct law_facts *facts;
        const char *label;
    } cases[] = {
        {LAW_STAGE_NOTICE, &nothing, "1"},
        {LAW_STAGE_NOTICE, &budget, "2"},
        {LAW_STAGE_QUORUM, &nothing, "3"},
        {LAW_STAGE_QUORUM, &budget, "4"},
        {LAW_STAGE_PUBLISHED, &nothing, "5"},
        {LAW_STAGE_PUBLISHED, &budget, NULL},
        {LAW_STAGE_CONSENT_OF, &nothing, NULL},
        {LAW_STAGE_CONSENT_OF, &member, "6"},
        {LAW_STAGE_AGENDA, &budget, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct law_stage *stage =
            law_stage_find(procedure, cases[i].kind, cases[i].facts);
        text_is(stage == NULL ? NULL : stage->citation.label,
            cases[i].label);
    }
    assert_string_equal(
        law_stage_at(procedure, LAW_STAGE_NOTICE, &budget, 1)->citation.label,
        "2");
    assert_null(law_stage_at(procedure, LAW_STAGE_NOTICE, &nothing, 1));
    law_destroy(law);
}

static void a_stage_has_sixty_four_clauses_and_words_at_most(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    for (int i = 0; i <= LAW_LIST_MAX; i++) {
        buffer_add_format(&text, "word f%d; kind field\n", i);
    }
    buffer_add_text(&text, PROCEDURE "  1 minutes: f0");
    for (int i = 1; i < LAW_LIST_MAX; i++) {
        buffer_add_format(&text, ", f%d", i);
    }
    struct law *law = law_files_compile_text(buffer_text(&text));
    assert_int_equal(
        procedure_on(law, 2002)->stages[0].words_count, LAW_LIST_MAX);
    law_destroy(law);
    buffer_add_format(&text, ", f%d", LAW_LIST_MAX);
    (void)law_faults_first(
        buffer_text(&text), 70, 324, "law.list-too-long");
    buffer_finish(&text);
}

#define STAGE_TEST(name) \
    cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STAGE_TEST(a_stage_says_words_amount_and_clauses),
        STAGE_TEST(a_stage_may_begin_with_a_clause),
        STAGE_TEST(missing_is_a_value),
        STAGE_TEST(an_amount_is_a_bag_in_any_order),
        STAGE_TEST(a_clause_may_end_with_its_keyword),
        STAGE_TEST(the_edition_in_force_is_given),
        STAGE_TEST(a_procedure_may_differ_by_population),
        STAGE_TEST(labels_name_the_article_where_there_are_several),
        STAGE_TEST(procedures_of_a_day_are_listed),
        STAGE_TEST(a_stage_with_conditions_wins_where_they_hold),
        STAGE_TEST(a_stage_has_sixty_four_clauses_and_words_at_most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
