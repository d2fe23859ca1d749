/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * One act in several files.
 */
#include <string.h>

#include "law/law.h"
#include "law_files.h"
#include "test.h"

#define HEAD "act law-7; rank law; adopted 2000-01-02; number «7»\n"
#define ARTICLE_1 \
    "article 1; from 2000-02-01\n  1  assembly agrees: local-budget\n"
#define ARTICLE_2 \
    "article 2; from 2000-02-01\n  1  gathering decides: local-budget\n"

static enum status compile_parts(
    const char *first, const char *second, struct law **law)
{
    static struct law_diagnostics faults;
    struct law_files files = law_files_read();
    const struct law_source *words = files.sources;
    while (strcmp(words->name, "law/words.law") != 0) {
        words++;
    }
    const struct law_source sources[] = {
        *words,
        {"a.law", bytes_of_text(first)},
        {"b.law", bytes_of_text(second)},
    };
    faults.count = 0;
    enum status status = law_compile(sources, 3, &faults, law);
    law_files_finish(&files);
    return status;
}

static size_t answers(const struct law *law, const char *sentence)
{
    const struct law_query query = {.day = {2001, 1, 1}, .population = -1};
    struct arena *arena = arena_create();
    const struct law_norm *const *norms = NULL;
    const struct law_norm *const *nearest = NULL;
    size_t count = 0;
    size_t nearest_count = 0;
    struct error error = {0};
    assert_int_equal(law_ask(law, sentence, &query, arena, &norms, &count,
                         &nearest, &nearest_count, &error),
        STATUS_OK);
    arena_destroy(arena);
    return count;
}

static void an_act_goes_on_in_another_file(void **state)
{
    (void)state;
    struct law *law = NULL;
    assert_int_equal(
        compile_parts(HEAD ARTICLE_1, HEAD "  ru «О бюджете»\n" ARTICLE_2,
            &law),
        STATUS_OK);
    assert_int_equal(answers(law, "assembly agrees: local-budget"), 1);
    assert_int_equal(answers(law, "gathering decides: local-budget"), 1);
    struct buffer said = BUFFER_EMPTY;
    law_citation_say(law, "law-7/1/1", LANGUAGE_RU, &said);
    assert_non_null(strstr(buffer_text(&said), "О бюджете"));
    buffer_finish(&said);
    law_destroy(law);
}

static void another_head_of_an_act_is_refused(void **state)
{
    (void)state;
    static const char *const heads[] = {
        "act law-7; rank decree; adopted 2000-01-02; number «7»\n",
        "act law-7; rank law; adopted 2000-01-03; number «7»\n",
        "act law-7; rank law; adopted 2000-01-02; number «8»\n",
        "act law-7; rank law; adopted 2000-01-02\n",
    };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct law *law = NULL;
        assert_int_equal(
            compile_parts(HEAD ARTICLE_1, heads[i], &law), STATUS_INVALID);
    }
}

static void two_editions_of_one_day_in_two_files_are_refused(void **state)
{
    (void)state;
    struct law *law = NULL;
    assert_int_equal(compile_parts(HEAD ARTICLE_1, HEAD ARTICLE_1, &law),
        STATUS_INVALID);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_act_goes_on_in_another_file),
        cmocka_unit_test(another_head_of_an_act_is_refused),
        cmocka_unit_test(two_editions_of_one_day_in_two_files_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
