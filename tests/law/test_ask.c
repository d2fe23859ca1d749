/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Questions, and what is nearest where nothing fits.
 */
#include "law/law.h"

#include <string.h>

#include "law_files.h"
#include "test.h"

static const char TEXT[] =
    "act a; rank law; adopted 2001-01-01\n"
    "article 1; from 2001-01-01; at village\n"
    "  1 gathering decides: community-tasks; as own\n"
    "  2 gathering decides: assembly-composition; for 4 years\n"
    "  3 assembly agrees: local-budget, budget-report\n"
    "  4 assembly discusses: local-budget\n"
    "  5 district-maslikhat approves: local-budget\n"
    "  6 akim must: keep-law\n"
    "  7 assembly forms: budget-monitoring-commission\n"
    "  8 assembly initiates: akim-dismissal\n"
    "  9 assembly discusses: akim-dismissal\n"
    "  reading article\n"
    "    3 assembly discusses: budget-report\n"
    "act f; rank foreign; adopted 2000-01-01\n"
    "article 1; from 2000-01-01\n"
    "  31 assembly decides: local-budget\n"
    "act d; rank doctrine; adopted 2000-01-01\n"
    "article 1; from 2000-01-01\n"
    "  32 assembly decides: local-budget\n"
    "act t; rank treaty-not-ratified; adopted 2000-01-01\n"
    "article 1; from 2000-01-01\n"
    "  33 assembly decides: local-budget\n"
    "act p; rank programme; adopted 2000-01-01\n"
    "article 1; from 2000-01-01\n"
    "  34 court must: involve-members\n";

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

static const char *labels(
    const struct law_norm *const *norms, size_t count)
{
    const char *said = "";
    for (size_t i = 0; i < count; i++) {
        said = arena_format(arena, "%s%s%s", said, i == 0 ? "" : " ",
            norms[i]->citation.label);
    }
    return said;
}

/* Asks with a query and holds what fits, and what is nearest, by labels. */
static void asked_with(const struct law_query *query, const char *sentence,
    const char *fit, const char *near)
{
    const struct law_norm *const *norms = NULL;
    const struct law_norm *const *nearest = NULL;
    size_t count = 0;
    size_t nearest_count = 0;
    struct error error = {0};
    assert_int_equal(law_ask(law, sentence, query, arena, &norms, &count,
                         &nearest, &nearest_count, &error),
        STATUS_OK);
    assert_string_equal(labels(norms, count), fit);
    assert_string_equal(labels(nearest, nearest_count), near);
}

static void asked(const char *sentence, const char *fit, const char *near)
{
    const struct law_query query = {.day = {2002, 1, 1}, .population = -1};
    asked_with(&query, sentence, fit, near);
}

static void x_stands_for_what_is_asked(void **state)
{
    (void)state;
    asked("X decides: community-tasks", "1", "");
    asked("gathering decides: X", "1 2", "");
    asked("assembly X: local-budget", "3 4", "");
    asked("X X: local-budget", "3 4 5", "");
    asked("assembly agrees: local-budget", "3", "");
}

static void questions_are_read_in_three_languages(void **state)
{
    (void)state;
    asked("X согласовывает: бюджет сельского округа", "3", "");
    asked("X келіседі: ауылдық округ бюджеті", "3", "");
    asked("Х agrees: local-budget", "3", ""); /* a Cyrillic letter */
    asked("собрание местного сообщества X: местный бюджет", "3 4", "");
}

static void a_narrower_word_is_found_at_a_wider_norm(void **state)
{
    (void)state;
    asked("rural-akim must: X", "6", "");
}

static void the_nearest_power_is_told_where_none_fits(void **state)
{
    (void)state;
    asked("X decides: local-budget", "", "3 5");
    asked("assembly decides: local-budget", "", "3");
    asked("gathering decides: local-budget", "", "");
    asked("X approves: budget-report", "", "3");
    asked("X decides: akim-dismissal", "", "8");
    asked("X initiates: local-budget", "", "4");
    asked("X decides: budget-monitoring-commission", "", "7");
    asked("X hears: community-tasks", "", "");
    asked("X must-not: keep-law", "", "");
    asked("gathering X: akim-dismissal", "", "");
}

static void clauses_narrow_a_question(void **state)
{
    (void)state;
    asked("gathering decides: X; as own", "1", "");
    asked("gathering decides: X; for 4 years", "2", "");
    asked("gathering decides: X; for 3 years", "", "");
    asked("assembly agrees: X; at village", "3 3", "");
    asked("assembly agrees: X; at district", "", "");
}

static void day_level_and_reading_are_heeded(void **state)
{
    (void)state;
    struct law_query query = {.day = {2000, 12, 31}, .population = -1};
    asked_with(&query, "X decides: community-tasks", "", "");
    query.day = (struct date){2001, 1, 1};
    asked_with(&query, "X decides: community-tasks", "1", "");
    query.level = "district";
    asked_with(&query, "X decides: community-tasks", "", "");
    query.level = NULL;
    query.reading = "article";
    asked_with(&query, "X agrees: budget-report", "", "3");
    query.reading = "text";
    asked_with(&query, "X agrees: budget-report", "3", "");
}

static void what_cannot_be_read_is_told_with_its_column(void **state)
{
    (void)state;
    static const struct {
        const char *sentence;
        const char *key;
        const char *column;
    } cases[] = {
        {"X decides: locl-budget", "law.word-unknown-nearest", "12"},
        {"X decidez: local-budget", "law.verb-unknown-nearest", "3"},
        {"X decides local-budget", "law.sentence-wanted", "1"},
        {"X decides:", "law.word-wanted", "11"},
        {"", "law.sentence-wanted", "1"},
        {"X decides: «local-budget", "law.quote-open", "12"},
        {"X решает: бюджет жобасы", "law.languages-mixed", "11"},
        {"X decides: local-budget, budget-report", "law.question-list", "1"},
        {"X decides: X\n", "law.control-character", "13"},
        {"X decides: \xFF", "law.encoding", "12"},
    };
    const struct law_query query = {.day = {2002, 1, 1}, .population = -1};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct law_norm *const *norms = NULL;
        size_t count = 77;
        struct error error = {0};
        assert_int_equal(law_ask(law, cases[i].sentence, &query, arena,
                             &norms, &count, &norms, &count, &error),
            STATUS_INVALID);
        assert_int_equal(error.status, STATUS_INVALID);
        assert_string_equal(error.message.key, cases[i].key);
        assert_string_equal(
            message_value(&error.message, "column"), cases[i].column);
        assert_null(norms);
        assert_int_equal(count, 77);
    }
}

/* Neither as an answer nor as what is nearest. */
static void what_binds_nobody_here_answers_by_name_alone(void **state)
{
    (void)state;
    asked("X decides: local-budget", "", "3 5");
    asked("assembly decides: X", "", "7");
    asked("court must: X", "34", "");
    struct law_query query = {
        .day = {2002, 1, 1}, .population = -1, .act = "f"};
    asked_with(&query, "X decides: local-budget", "31", "");
    query.act = "d";
    asked_with(&query, "X decides: local-budget", "32", "");
    query.act = "t";
    asked_with(&query, "X decides: local-budget", "33", "");
    query.act = "a";
    asked_with(&query, "X decides: local-budget", "", "3 5");
    query.act = "p";
    asked_with(&query, "court must: X", "34", "");
}

static void a_question_has_a_longest_length(void **state)
{
    (void)state;
    char sentence[LAW_LINE_BYTES_MAX + 2];
    memset(sentence, ' ', sizeof sentence);
    memcpy(sentence, "X decides: X", strlen("X decides: X"));
    sentence[LAW_LINE_BYTES_MAX] = '\0';
    asked(sentence, "1 2", "");
    sentence[LAW_LINE_BYTES_MAX] = ' ';
    sentence[LAW_LINE_BYTES_MAX + 1] = '\0';
    const struct law_query query = {.day = {2002, 1, 1}, .population = -1};
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    struct error error = {0};
    assert_int_equal(law_ask(law, sentence, &query, arena, &norms, &count,
                         &norms, &count, &error),
        STATUS_INVALID);
    assert_string_equal(error.message.key, "law.line-too-long");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(x_stands_for_what_is_asked),
        cmocka_unit_test(questions_are_read_in_three_languages),
        cmocka_unit_test(a_narrower_word_is_found_at_a_wider_norm),
        cmocka_unit_test(the_nearest_power_is_told_where_none_fits),
        cmocka_unit_test(clauses_narrow_a_question),
        cmocka_unit_test(day_level_and_reading_are_heeded),
        cmocka_unit_test(what_cannot_be_read_is_told_with_its_column),
        cmocka_unit_test(what_binds_nobody_here_answers_by_name_alone),
        cmocka_unit_test(a_question_has_a_longest_length),
    };
    return cmocka_run_group_tests(tests, corpus_begin, corpus_end);
}
