/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Which norms are in force on a day, at a level, for a population, in a
 * reading, for a word.
 */
#include "law/law.h"

#include <stdio.h>
#include <string.h>

#include "law/corpus.h"
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

#define ACT "act a; rank law; adopted 2001-01-01\n"

static struct law_query on(int year)
{
    return (struct law_query){
        .day = {(int16_t)year, 6, 1}, .population = -1};
}

/* The places of what fits, "1 2.1 …", each with a ~ where unchecked. */
static void places_are(const struct law *law, const struct law_query *query,
    const char *expected)
{
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    law_norms(law, query, arena, &norms, &count);
    struct buffer places = BUFFER_EMPTY;
    for (size_t i = 0; i < count; i++) {
        buffer_add_format(&places, "%s%s%s %s", i == 0 ? "" : ", ",
            norms[i]->citation.unchecked ? "~" : "",
            norms[i]->citation.place, norms[i]->object);
    }
    assert_string_equal(buffer_text(&places), expected);
    buffer_finish(&places);
}

static const struct law_norm *first_norm(
    const struct law *law, const struct law_query *query)
{
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    law_norms(law, query, arena, &norms, &count);
    assert_true(count > 0);
    return norms[0];
}

static void a_norm_says_all_about_itself(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        ACT "article 39-3; from 2010-02-03; applies where population > 2000\n"
            "  ~2.1-1 assembly agrees: local-budget; for 4 years; proposed "
            "by district-akim; as own; despite a 39-3\n");
    const struct law_query query = on(2012);
    const struct law_norm *norm = first_norm(law, &query);
    assert_string_equal(norm->subject, "assembly");
    assert_string_equal(norm->verb, "agrees");
    assert_string_equal(norm->object, "local-budget");
    assert_int_equal(norm->effect, LAW_EFFECT_BLOCKING);
    assert_string_equal(norm->clauses,
        "for 4 years; proposed-by district-akim; as own; despite a 39-3");
    assert_string_equal(norm->applies, "population > 2000");
    assert_null(norm->reading);
    assert_string_equal(norm->citation.act, "a");
    assert_string_equal(norm->citation.article, "39-3");
    assert_string_equal(norm->citation.label, "2.1-1");
    assert_string_equal(norm->citation.place, "a/39-3/2.1-1");
    assert_true(norm->citation.unchecked);
    assert_false(norm->citation.invented);
    assert_string_equal(norm->citation.file, "text.law");
    assert_int_equal(norm->citation.line, 3);
    assert_int_equal(norm->citation.edition.year, 2010);
    law_destroy(law);
}

static void the_same_fact_is_read_in_three_languages(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "  1 gathering, assembly decides: local-budget; proposed by "
        "rural-akim; for 4 years\n",
        "  1 сход местного сообщества, собрание местного сообщества решают: "
        "местный бюджет; предлагает аким сельского округа; сроком на 4 года\n",
        "  1 жергілікті қоғамдастық жиыны, жиналыс шешеді: бюджет жобасы; "
        "ауылдық округ әкімі ұсынуы бойынша; 4 жыл мерзімге\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char text[512];
        (void)snprintf(text, sizeof text,
            ACT "article 1; from 2001-01-01\n%s", texts[i]);
        struct law *law = law_files_compile_text(text);
        const struct law_query query = on(2002);
        places_are(law, &query, "a/1/1 local-budget, a/1/1 local-budget");
        const struct law_norm *norm = first_norm(law, &query);
        assert_string_equal(norm->subject, "gathering");
        assert_string_equal(norm->verb, "decides");
        assert_string_equal(
            norm->clauses, "proposed-by rural-akim; for 4 years");
        law_destroy(law);
    }
}

static void an_edition_holds_until_the_next_one(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        ACT "article 1; from 2010-06-01\n"
            "  1 gathering discusses: local-matters\n"
            "article 1; from 2015-06-01\n"
            "  1 gathering decides: community-tasks\n"
            "repealed 1; from 2020-06-01\n");
    struct law_query query = {.day = {2010, 5, 31}, .population = -1};
    places_are(law, &query, "");
    query.day = (struct date){2010, 6, 1};
    places_are(law, &query, "a/1/1 local-matters");
    query.day = (struct date){2015, 5, 31};
    places_are(law, &query, "a/1/1 local-matters");
    query.day = (struct date){2015, 6, 1};
    places_are(law, &query, "a/1/1 community-tasks");
    query.day = (struct date){2020, 5, 31};
    places_are(law, &query, "a/1/1 community-tasks");
    query.day = (struct date){2020, 6, 1};
    places_are(law, &query, "");
    law_destroy(law);
}

static void the_order_of_editions_is_that_of_their_days(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        ACT "article 1; from 2015-01-01\n"
            "  1 as before\n"
            "  2 gathering decides: community-tasks\n"
            "article 1; from 2010-01-01\n"
            "  1 gathering discusses: local-matters\n");
    const struct law_query query = on(2016);
    places_are(law, &query, "a/1/1 local-matters, a/1/2 community-tasks");
    law_destroy(law);
}

static void as_before_keeps_words_place_and_doubt(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        ACT "article 1; from 2010-01-01\n"
            "  1 gathering discusses: local-matters, community-tasks\n"
            "  ~2 gathering decides: community-tasks\n"
            "  2 gathering decides: task-deadlines\n"
            "article 1; from 2015-01-01\n"
            "  ~1 as before\n"
            "  2 as before\n"
            "article 1; from 2016-01-01\n"
            "  2 as before\n");
    struct law_query query = on(2015);
    places_are(law, &query,
        "~a/1/1 local-matters, ~a/1/1 community-tasks, "
        "~a/1/2 community-tasks, a/1/2 task-deadlines");
    assert_int_equal(first_norm(law, &query)->citation.line, 3);
    assert_int_equal(first_norm(law, &query)->citation.edition.year, 2015);
    query = on(2017);
    places_are(law, &query, "~a/1/2 community-tasks, a/1/2 task-deadlines");
    law_destroy(law);
}

static void a_change_by_population_leaves_the_former_edition(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        ACT "article 1; from 2010-01-01\n"
            "  1 assembly discusses: budget-programmes\n"
            "article 1; from 2018-01-01; applies where population > 2000\n"
            "  2 assembly agrees: local-budget\n"
            "article 1; from 2020-01-01\n"
            "  3 assembly agrees: local-budget\n");
    struct law_query query = on(2019);
    query.population = 2000;
    places_are(law, &query, "a/1/1 budget-programmes");
    query.population = 2001;
    places_are(law, &query, "a/1/2 local-budget");
    query.population = -1;
    places_are(law, &query, "a/1/1 budget-programmes, a/1/2 local-budget");
    query.day.year = 2020;
    query.population = 5;
    places_are(law, &query, "a/1/3 local-budget");
    query.population = -1;
    places_are(law, &query, "a/1/3 local-budget");
    law_destroy(law);
}

static void a_norm_says_in_which_units_it_holds(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        ACT "article 1; from 2010-01-01\n"
            "  1 assembly agrees: local-budget\n"
            "article 1; from 2011-01-01; applies where population > 2000\n"
            "  2 assembly agrees: local-budget\n"
            "article 1; from 2012-01-01; applies where population > 500\n"
            "  3 assembly agrees: local-budget\n"
            "article 1; from 2012-01-01; applies where population <= 100\n"
            "  4 assembly agrees: local-budget\n");
    static const struct {
        int year;
        int64_t population;
        const char *expected[4];
    } cases[] = {
        {2010, -1, {"-"}},
        {2011, -1, {"population <= 2000", "population > 2000"}},
        {2011, 2000, {"-"}},
        {2011, 2001, {"population > 2000"}},
        {2013, -1, {"population > 100, <= 500", "population > 500",
            "population <= 100"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct law_query query = on(cases[i].year);
        query.population = cases[i].population;
        const struct law_norm *const *norms = NULL;
        size_t count = 0;
        law_norms(law, &query, arena, &norms, &count);
        for (size_t k = 0; k < count; k++) {
            const char *applies = norms[k]->applies;
            assert_string_equal(
                applies == NULL ? "-" : applies, cases[i].expected[k]);
        }
        assert_null(count < 4 ? cases[i].expected[count] : NULL);
    }
    law_destroy(law);
}

static void conditions_are_half_lines(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        ACT "article 1; from 2010-01-01; applies where population >= 10\n"
            "  1 assembly agrees: local-budget\n"
            "article 1; from 2010-01-01; applies where population < 10\n"
            "  2 assembly agrees: local-budget\n"
            "article 1; from 2012-01-01; applies where population <= 3\n"
            "  3 assembly agrees: local-budget\n");
    struct law_query query = on(2013);
    static const struct {
        int64_t population;
        const char *expected;
    } cases[] = {
        {0, "a/1/3 local-budget"},
        {3, "a/1/3 local-budget"},
        {4, "a/1/2 local-budget"},
        {9, "a/1/2 local-budget"},
        {10, "a/1/1 local-budget"},
        {-1, "a/1/1 local-budget, a/1/2 local-budget, a/1/3 local-budget"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        query.population = cases[i].population;
        places_are(law, &query, cases[i].expected);
    }
    law_destroy(law);
}

static void a_norm_is_seated_at_its_levels(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        ACT "article 1; from 2010-01-01; at village, city\n"
            "  1 gathering decides: community-tasks\n"
            "  2 gathering decides: task-deadlines; at village\n"
            "article 2; from 2010-01-01\n"
            "  1 government approves: local-budget\n");
    struct law_query query = on(2011);
    query.level = "village";
    places_are(law, &query,
        "a/1/1 community-tasks, a/1/2 task-deadlines, a/2/1 local-budget");
    query.level = "capital"; /* which is a city */
    places_are(law, &query, "a/1/1 community-tasks, a/2/1 local-budget");
    query.level = "district";
    places_are(law, &query, "a/2/1 local-budget");
    query.level = NULL;
    places_are(law, &query,
        "a/1/1 community-tasks, a/1/2 task-deadlines, a/2/1 local-budget");
    law_destroy(law);
}

static void a_place_may_be_read_in_two_ways(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        ACT "article 1; from 2010-01-01\n"
            "  1 gathering decides: community-tasks\n"
            "  2 gathering decides: task-deadlines\n"
            "  reading article\n"
            "    ~1 gathering discusses: community-tasks\n"
            "  3 gathering decides: local-budget\n"
            "article 1; from 2015-01-01\n"
            "  1 as before\n"
            "  reading article\n"
            "    1 as before\n");
    struct law_query query = on(2011);
    places_are(law, &query,
        "a/1/1 community-tasks, a/1/2 task-deadlines, a/1/3 local-budget");
    assert_string_equal(first_norm(law, &query)->reading, "text");
    query.reading = "article";
    places_are(law, &query,
        "a/1/2 task-deadlines, ~a/1/1 community-tasks, a/1/3 local-budget");
    query = on(2016);
    query.reading = "article";
    places_are(law, &query, "~a/1/1 community-tasks");
    assert_string_equal(first_norm(law, &query)->verb, "discusses");
    assert_string_equal(first_norm(law, &query)->reading, "article");
    query.reading = "text";
    places_are(law, &query, "a/1/1 community-tasks");
    assert_string_equal(first_norm(law, &query)->verb, "decides");
    law_destroy(law);
}

static void a_narrower_word_fits_a_wider_norm(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        ACT "article 1; from 2010-01-01\n"
            "  1 akim must: keep-law\n"
            "  2 rural-akim must: consider-decision\n"
            "  3 maslikhat decides: *\n");
    struct law_query query = on(2011);
    query.subject = "rural-akim";
    places_are(law, &query, "a/1/1 keep-law, a/1/2 consider-decision");
    query.subject = "akim";
    places_are(law, &query, "a/1/1 keep-law");
    query.subject = "district-maslikhat";
    query.object = "local-budget";
    query.verb = "decides";
    places_are(law, &query, "a/1/3 *");
    query.verb = "approves";
    places_are(law, &query, "");
    law_destroy(law);
}

static void an_article_goes_on_in_the_one_that_continues_it(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        "act old; rank law; adopted 2001-01-01\n"
        "article 85; from 2001-01-01\n"
        "  1 maslikhat decides: local-matters\n"
        "  2 akim must: keep-law\n"
        "act new; rank law; adopted 2026-01-01\n"
        "article 87; from 2026-01-01; continues old 85\n"
        "  1 as before\n");
    struct law_query query = on(2025);
    places_are(law, &query, "old/85/1 local-matters, old/85/2 keep-law");
    query = on(2026);
    places_are(law, &query, "new/87/1 local-matters");
    law_destroy(law);
}

/* article 0 … article `count`, each of which continues the one before. */
static void continued_write(struct buffer *text, int count)
{
    buffer_add_text(text, ACT "article 0; from 2000-01-01\n"
                              "  1 akim must: keep-law\n");
    for (int i = 1; i <= count; i++) {
        buffer_add_format(text,
            "article %d; from 20%02d-01-01; continues a %d\n  1 as before\n",
            i, i, i - 1);
    }
}

static void articles_continue_sixteen_times_at_most(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    continued_write(&text, CORPUS_CONTINUES_MAX);
    struct law *law = law_files_compile_text(buffer_text(&text));
    const struct law_query query = on(2030);
    places_are(law, &query, "a/16/1 keep-law");
    law_destroy(law);
    buffer_clear(&text);
    continued_write(&text, CORPUS_CONTINUES_MAX + 1);
    const struct message *message = law_faults_first(
        buffer_text(&text), 36, 40, "law.continues-circle");
    law_faults_argument(message, "max", "16");
    buffer_finish(&text);
}

static void words_write(
    struct buffer *text, const char *prefix, const char *kind, int count)
{
    for (int i = 0; i < count; i++) {
        buffer_add_format(text, "word %s%d; kind %s\n", prefix, i, kind);
    }
}

static void list_write(struct buffer *text, const char *prefix, int count)
{
    for (int i = 0; i < count; i++) {
        buffer_add_format(text, "%s%s%d", i == 0 ? "" : ", ", prefix, i);
    }
}

static void a_list_has_a_longest_length(void **state)
{
    (void)state;
    for (int more = 0; more < 2; more++) {
        struct buffer text = BUFFER_EMPTY;
        words_write(&text, "o", "matter", LAW_LIST_MAX + 1);
        buffer_add_text(&text, ACT "article 1; from 2001-01-01\n"
                                   "  1 gathering decides: ");
        list_write(&text, "o", LAW_LIST_MAX + more);
        buffer_add_text(&text, "\n");
        if (more == 0) {
            struct law *law = law_files_compile_text(buffer_text(&text));
            law_destroy(law);
        } else {
            const struct message *message = law_faults_first(
                buffer_text(&text), 68, 334, "law.list-too-long");
            law_faults_argument(message, "max", "64");
        }
        buffer_finish(&text);
    }
}

static void a_corpus_has_a_largest_number_of_norms(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    words_write(&text, "s", "organ", LAW_LIST_MAX);
    words_write(&text, "o", "matter", LAW_LIST_MAX);
    buffer_add_text(&text, ACT "article 1; from 2001-01-01\n");
    int lines = CORPUS_NORMS_MAX / (LAW_LIST_MAX * LAW_LIST_MAX);
    for (int i = 0; i < lines; i++) {
        buffer_add_format(&text, "  %d ", i);
        list_write(&text, "s", LAW_LIST_MAX);
        buffer_add_text(&text, " decides: ");
        list_write(&text, "o", LAW_LIST_MAX);
        buffer_add_text(&text, "\n");
    }
    struct law *law = law_files_compile_text(buffer_text(&text));
    law_destroy(law);
    buffer_add_text(&text, "article 2; from 2001-01-01\n"
                           "  1 s0 decides: o0\n");
    const struct message *message = law_faults_first(buffer_text(&text),
        (unsigned)(2 * LAW_LIST_MAX + 2 + lines + 1), 1,
        "law.norms-too-many");
    law_faults_argument(message, "max", "262144");
    buffer_finish(&text);
}

#define NORM_TEST(name) \
    cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        NORM_TEST(a_norm_says_all_about_itself),
        NORM_TEST(the_same_fact_is_read_in_three_languages),
        NORM_TEST(an_edition_holds_until_the_next_one),
        NORM_TEST(the_order_of_editions_is_that_of_their_days),
        NORM_TEST(as_before_keeps_words_place_and_doubt),
        NORM_TEST(a_change_by_population_leaves_the_former_edition),
        NORM_TEST(a_norm_says_in_which_units_it_holds),
        NORM_TEST(conditions_are_half_lines),
        NORM_TEST(a_norm_is_seated_at_its_levels),
        NORM_TEST(a_place_may_be_read_in_two_ways),
        NORM_TEST(a_narrower_word_fits_a_wider_norm),
        NORM_TEST(an_article_goes_on_in_the_one_that_continues_it),
        NORM_TEST(articles_continue_sixteen_times_at_most),
        NORM_TEST(a_list_has_a_longest_length),
        NORM_TEST(a_corpus_has_a_largest_number_of_norms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
