/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What local acts fill in, where and when, and up to where.  How they are
 * told what they may not is in test_diagnostics.c.
 */
#include "law/law.h"

#include <string.h>

#include "law_files.h"
#include "test.h"

static const char TEXT[] =
    "act a; rank law; adopted 2001-01-01\n"
    "article 1; from 2001-01-01\n"
    "procedure p; of a 1; from 2001-01-01\n"
    "  1 notice: missing\n"
    "  2 carried by: more than 1/2 of participants; form missing\n"
    "  3 on disagreement: considered-again; by gathering\n"
    "  3 on disagreement: decided; by district-akim; within missing\n"
    "  4 consent of: district-akim; within missing; where initiated by "
    "member\n"
    "  5 handed to: rural-akim; within missing\n"
    "  6 minutes: missing\n"
    "  7 reviewed by: rural-akim; at least 1/2 of present; within missing\n"
    "  8 published: mass-media; within missing\n"
    "  8 published: mass-media; within missing; where matter local-budget\n"
    "local act inner; of district-maslikhat; in 116645000; fills a 1; "
    "from 2010-01-01; until 2019-12-31; invented\n"
    "procedure p; of a 1\n"
    "  ~7 carried by: form by-name\n"
    "  8 on disagreement: decided; within 5 working-days\n"
    "  9 consent of: district-akim; within 3 working-days\n"
    "  10 notice: 3 calendar-days before sitting; to population\n"
    "  11 quorum: at least 1/2 of members-entitled\n"
    "  12 handed to: rural-akim\n"
    "  13 minutes: date, place\n"
    "  14 reviewed by: at least 2/4 of present; within 3 working-days\n"
    "  15 published: within 4 working-days\n"
    "local act outer; of district-maslikhat; in 116600000; fills a 1; "
    "from 2005-01-01\n"
    "procedure p; of a 1\n"
    "  1 carried by: form openly\n"
    "  2 handed to: rural-akim; within 2 working-days\n"
    "local act newer; of district-maslikhat; in 116600000; fills a 1; "
    "from 2015-01-01\n"
    "procedure p; of a 1\n"
    "  1 handed to: rural-akim; within 1 working-days\n";

static struct law *law;
static struct arena *arena;

static int corpus_begin(void **state)
{
    (void)state;
    law = law_files_compile_text(TEXT);
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

/* The stage of a kind, in a place, on the first of January. */
static const struct law_stage *stage_in(
    enum law_stage_kind kind, const char *kato, int year)
{
    const struct law_fact fact = {"where-initiated-by", "member"};
    const struct law_facts facts = {&fact, 1};
    const struct date day = {(int16_t)year, 1, 1};
    return law_stage_find(
        law_procedure(law, "p", day, kato, -1, arena), kind, &facts);
}

static void what_is_missing_is_given_with_its_place(void **state)
{
    (void)state;
    const struct law_stage *stage =
        stage_in(LAW_STAGE_CARRIED_BY, "116645000", 2010);
    const struct law_clause *form = law_stage_clause(stage, "form");
    assert_false(form->missing);
    assert_true(law_clause_has_word(form, "by-name"));
    assert_string_equal(stage->amount.base, "participants");
    assert_string_equal(stage->citation.place, "a/1/2");
    assert_string_equal(stage->filled_by.place, "inner/7");
    assert_string_equal(stage->filled_by.act, "inner");
    assert_string_equal(stage->filled_by.article, "");
    assert_string_equal(stage->filled_by.label, "7");
    assert_true(stage->filled_by.unchecked);
    assert_true(stage->filled_by.invented);
    assert_false(stage->citation.invented);
}

static void an_amount_and_clauses_not_said_are_given(void **state)
{
    (void)state;
    const struct law_stage *stage =
        stage_in(LAW_STAGE_NOTICE, "116645000", 2010);
    assert_int_equal(stage->amount.value.numerator, 3);
    assert_non_null(law_stage_clause(stage, "to"));
}

static void one_of_several_sentences_is_told_by_its_words(void **state)
{
    (void)state;
    const struct law_procedure *procedure = law_procedure(law, "p",
        (struct date){2010, 1, 1}, "116645000", -1, arena);
    const struct law_facts facts = {NULL, 0};
    const struct law_stage *again = law_stage_at(
        procedure, LAW_STAGE_ON_DISAGREEMENT, &facts, 0);
    const struct law_stage *decided = law_stage_at(
        procedure, LAW_STAGE_ON_DISAGREEMENT, &facts, 1);
    assert_null(again->filled_by.place);
    assert_string_equal(decided->filled_by.place, "inner/8");
    assert_int_equal(
        law_stage_clause(decided, "within")->amount.value.numerator, 5);
}

static void conditions_need_not_be_repeated(void **state)
{
    (void)state;
    const struct law_stage *stage =
        stage_in(LAW_STAGE_CONSENT_OF, "116645000", 2010);
    assert_string_equal(stage->filled_by.place, "inner/9");
    assert_non_null(law_stage_clause(stage, "where-initiated-by"));
}

static void a_stage_that_the_law_has_not_is_added_in_its_order(void **state)
{
    (void)state;
    const struct law_procedure *procedure = law_procedure(law, "p",
        (struct date){2010, 1, 1}, "116645000", -1, arena);
    assert_int_equal(procedure->stages_count, 11);
    const struct law_stage *quorum =
        stage_in(LAW_STAGE_QUORUM, "116645000", 2010);
    assert_string_equal(quorum->citation.place, "inner/11");
    assert_string_equal(quorum->filled_by.place, "inner/11");
    assert_int_equal(procedure->stages[1].kind, LAW_STAGE_QUORUM);
    assert_null(stage_in(LAW_STAGE_QUORUM, "116600000", 2010));
}

static void an_act_holds_from_its_first_to_its_last_day(void **state)
{
    (void)state;
    const struct law_facts facts = {NULL, 0};
    static const struct {
        struct date day;
        const char *place;
    } cases[] = {
        {{2004, 12, 31}, NULL},
        {{2005, 1, 1}, "outer/1"},
        {{2009, 12, 31}, "outer/1"},
        {{2010, 1, 1}, "inner/7"},
        {{2019, 12, 31}, "inner/7"},
        {{2020, 1, 1}, "outer/1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct law_stage *stage = law_stage_find(
            law_procedure(law, "p", cases[i].day, "116645000", -1, arena),
            LAW_STAGE_CARRIED_BY, &facts);
        if (cases[i].place == NULL) {
            assert_null(stage->filled_by.place);
        } else {
            assert_string_equal(stage->filled_by.place, cases[i].place);
        }
    }
}

static void an_act_holds_in_its_unit_and_below(void **state)
{
    (void)state;
    static const struct {
        const char *kato;
        const char *place;
    } cases[] = {
        {"116645000", "inner/7"},
        {"116645100", "inner/7"},
        {"116646000", "outer/1"},
        {"116600000", "outer/1"},
        {"116700000", NULL},
        {"110000000", NULL},
        {NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct law_stage *stage =
            stage_in(LAW_STAGE_CARRIED_BY, cases[i].kato, 2010);
        if (cases[i].place == NULL) {
            assert_null(stage->filled_by.place);
        } else {
            assert_string_equal(stage->filled_by.place, cases[i].place);
        }
    }
}

static void words_are_given_where_the_law_has_none(void **state)
{
    (void)state;
    const struct law_stage *stage =
        stage_in(LAW_STAGE_MINUTES, "116645000", 2010);
    assert_true(law_stage_has_word(stage, "place"));
    assert_string_equal(stage->filled_by.place, "inner/13");
}

static void what_the_law_says_may_be_said_again(void **state)
{
    (void)state;
    const struct law_stage *stage =
        stage_in(LAW_STAGE_REVIEWED_BY, "116645000", 2010);
    assert_int_equal(stage->amount.value.denominator, 2);
    assert_int_equal(
        law_stage_clause(stage, "within")->amount.value.numerator, 3);
}

static void a_sentence_without_conditions_means_the_one_without(
    void **state)
{
    (void)state;
    const struct law_procedure *procedure = law_procedure(law, "p",
        (struct date){2010, 1, 1}, "116645000", -1, arena);
    const struct law_fact fact = {"where-matter", "local-budget"};
    const struct law_facts facts = {&fact, 1};
    const struct law_stage *plain =
        law_stage_at(procedure, LAW_STAGE_PUBLISHED, &facts, 0);
    assert_string_equal(plain->filled_by.place, "inner/15");
    const struct law_stage *budget =
        law_stage_at(procedure, LAW_STAGE_PUBLISHED, &facts, 1);
    assert_null(budget->filled_by.place);
}

static void of_one_unit_the_latest_act_fills(void **state)
{
    (void)state;
    const struct law_stage *stage =
        stage_in(LAW_STAGE_HANDED_TO, "116646000", 2014);
    assert_int_equal(
        law_stage_clause(stage, "within")->amount.value.numerator, 2);
    stage = stage_in(LAW_STAGE_HANDED_TO, "116646000", 2015);
    assert_int_equal(
        law_stage_clause(stage, "within")->amount.value.numerator, 1);
    assert_string_equal(stage->filled_by.place, "newer/1");
    /* What the narrower act leaves, the wider one gives. */
    stage = stage_in(LAW_STAGE_HANDED_TO, "116645000", 2015);
    assert_string_equal(stage->filled_by.place, "newer/1");
}

/* ---- the limit of what a local act may say ------------------------------ */

/* The first fault of a procedure of the stage `fixed`, filled by `given`; ""
   where there is none. */
static const char *filled(const char *fixed, const char *given)
{
    static struct law_diagnostics faults;
    struct buffer text = BUFFER_EMPTY;
    struct law *made = NULL;
    buffer_add_format(&text,
        "act a; rank law; adopted 2001-01-01\n"
        "article 1; from 2001-01-01\n"
        "procedure p; of a 1; from 2001-01-01\n  1 %s\n"
        "local act r; of district-maslikhat; in 116645000; fills a 1; "
        "from 2010-01-01\n"
        "procedure p; of a 1\n  1 %s\n",
        fixed, given);
    faults.count = 0;
    enum status status =
        law_files_try_text(buffer_text(&text), &faults, &made);
    law_destroy(made);
    buffer_finish(&text);
    return status == STATUS_OK ? "" : faults.items[0].message.key;
}

static void a_local_act_goes_up_to_the_limit_and_no_further(void **state)
{
#define CHANGES "law.fill-changes"
    static const struct {
        const char *fixed;
        const char *given;
        const char *fault;
    } cases[] = {
        {"quorum: missing", "quorum: at least 10 % of present", ""},
        /* The law's number again, however it is written, and no other. */
        {"quorum: at least 10 % of present",
            "quorum: at least 10 % of present", ""},
        {"quorum: at least 10 % of present",
            "quorum: at least 1/10 of present", ""},
        {"quorum: at least 10 % of present",
            "quorum: at least 11 % of present", CHANGES},
        {"quorum: at least 10 % of present",
            "quorum: at least 9 % of present", CHANGES},
        {"quorum: at least 10 % of present",
            "quorum: more than 10 % of present", CHANGES},
        {"quorum: at least 10 % of present",
            "quorum: at least 10 % of participants", CHANGES},
        {"notice: at least 10 calendar-days before sitting",
            "notice: at least 11 calendar-days before sitting", CHANGES},
        {"notice: at least 10 calendar-days before sitting",
            "notice: at least 10 working-days before sitting", CHANGES},
        /* A bound alone leaves nothing open … */
        {"forms: representative; at most 3 persons",
            "forms: representative; 3 persons", CHANGES},
        {"forms: representative; at most 3 persons; by court",
            "forms: representative; 3 persons", CHANGES},
        /* … but where the law leaves the number to the organ. */
#define LEFT "; by district-maslikhat"
        {"forms: representative; at most 3 persons" LEFT,
            "forms: representative; 3 persons", ""},
        {"forms: representative; at most 3 persons" LEFT,
            "forms: representative; at most 2 persons", ""},
        {"forms: representative; at most 3 persons" LEFT,
            "forms: representative; 4 persons", CHANGES},
        {"forms: representative; at most 3 persons" LEFT,
            "forms: representative; at least 2 persons", CHANGES},
        {"forms: representative; at most 3 persons" LEFT,
            "forms: representative; 2 years", CHANGES},
        {"forms: representative; less than 3 persons" LEFT,
            "forms: representative; 3 persons", CHANGES},
        {"forms: representative; less than 3 persons" LEFT,
            "forms: representative; 2 persons", ""},
        {"quorum: at least 10 % of present" LEFT,
            "quorum: 1/10 of present", ""},
        {"quorum: at least 10 % of present" LEFT,
            "quorum: at least 9 % of present", CHANGES},
        {"quorum: more than 10 % of present" LEFT,
            "quorum: 1/10 of present", CHANGES},
        {"quorum: 10 % of present" LEFT, "quorum: 11 % of present", CHANGES},
#undef LEFT
    };
#undef CHANGES
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *fault = filled(cases[i].fixed, cases[i].given);
        if (strcmp(fault, cases[i].fault) != 0) {
            print_error("%s / %s\n", cases[i].fixed, cases[i].given);
        }
        assert_string_equal(fault, cases[i].fault);
    }
}

static void the_narrower_act_sets_what_the_law_leaves_open(void **state)
{
    (void)state;
    static const struct {
        const char *kato;
        int64_t number;
        const char *place;
    } cases[] = {
        {"116645100", 1, "village/1"},
        {"116645000", 2, "district/1"},
        {"116652000", 2, "district/1"}, /* both okrugs of one file */
        {"116700000", 3, NULL},
    };
    struct law *made = law_files_compile_text(
        "act a; rank law; adopted 2001-01-01\n"
        "article 1; from 2001-01-01\n"
        "procedure p; of a 1; from 2001-01-01\n"
        "  1 forms: representative; at most 3 persons; by district-maslikhat\n"
        "local act district; of district-maslikhat; in 116600000; "
        "fills a 1; from 2010-01-01\n"
        "procedure p; of a 1\n  1 forms: representative; 2 persons\n"
        "local act village; of district-maslikhat; in 116645100; "
        "fills a 1; from 2010-01-01\n"
        "procedure p; of a 1\n  1 forms: representative; 1 persons\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct law_procedure *procedure = law_procedure(made, "p",
            (struct date){2010, 1, 1}, cases[i].kato, -1, arena);
        const struct law_stage *stage = &procedure->stages[0];
        assert_int_equal(
            stage->amount.value.numerator, cases[i].number);
        if (cases[i].place == NULL) {
            assert_null(stage->filled_by.place);
        } else {
            assert_string_equal(stage->filled_by.place, cases[i].place);
        }
    }
    law_destroy(made);
}

static void a_corpus_is_not_changed_by_filling(void **state)
{
    (void)state;
    (void)stage_in(LAW_STAGE_CARRIED_BY, "116645000", 2010);
    const struct law_stage *stage =
        stage_in(LAW_STAGE_CARRIED_BY, NULL, 2010);
    assert_true(law_stage_clause(stage, "form")->missing);
}

static void a_local_act_is_listed_as_one(void **state)
{
    (void)state;
    assert_int_equal(law_acts_count(law), 4);
    assert_false(law_act_at(law, 0)->local);
    assert_true(law_act_at(law, 1)->local);
    assert_string_equal(law_act_at(law, 1)->id, "inner");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_missing_is_given_with_its_place),
        cmocka_unit_test(an_amount_and_clauses_not_said_are_given),
        cmocka_unit_test(one_of_several_sentences_is_told_by_its_words),
        cmocka_unit_test(conditions_need_not_be_repeated),
        cmocka_unit_test(a_stage_that_the_law_has_not_is_added_in_its_order),
        cmocka_unit_test(an_act_holds_from_its_first_to_its_last_day),
        cmocka_unit_test(an_act_holds_in_its_unit_and_below),
        cmocka_unit_test(words_are_given_where_the_law_has_none),
        cmocka_unit_test(what_the_law_says_may_be_said_again),
        cmocka_unit_test(a_sentence_without_conditions_means_the_one_without),
        cmocka_unit_test(of_one_unit_the_latest_act_fills),
        cmocka_unit_test(a_local_act_goes_up_to_the_limit_and_no_further),
        cmocka_unit_test(the_narrower_act_sets_what_the_law_leaves_open),
        cmocka_unit_test(a_corpus_is_not_changed_by_filling),
        cmocka_unit_test(a_local_act_is_listed_as_one),
    };
    return cmocka_run_group_tests(tests, corpus_begin, corpus_end);
}
