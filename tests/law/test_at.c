/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The law of a day.
 */
#include <string.h>

#include "law/law.h"
#include "law_files.h"
#include "test.h"

static const char TEXT[] =
    "act law-2001; rank law; adopted 2001-01-23; number «148»\n"
    "  kk «Заң»\n"
    "  ru «Закон»\n"
    "  ru short «Закон № 148»\n"
    "article 1; from 2010-01-01\n"
    "  ~1 gathering discusses: local-matters\n"
    "  2.1-1 gathering decides: community-tasks\n"
    "article 1; from 2015-01-01; applies where population > 2000\n"
    "  1 gathering decides: local-matters\n"
    "article 1; from 2020-01-01\n"
    "  1 as before\n"
    "  reading article\n"
    "    2 gathering discusses: community-tasks\n"
    "  reading text\n"
    "    2 gathering decides: community-tasks\n"
    "article 2; from 2020-01-01\n"
    "  1 assembly agrees: local-budget\n"
    "repealed 2; from 2022-01-01\n"
    "procedure gathering; of law-2001 1; from 2010-01-01\n"
    "  9 quorum: missing\n"
    "local act rules; of district-maslikhat; in 116645000; fills law-2001 1; "
    "from 2021-01-01; until 2021-12-31; invented\n"
    "  ru short «Правила»\n"
    "procedure gathering; of law-2001 1\n"
    "  ~1 quorum: at least 10 % of members-entitled\n";

static struct law *law;

static int corpus_make(void **state)
{
    (void)state;
    law = law_files_compile_text(TEXT);
    return 0;
}

static int corpus_free(void **state)
{
    (void)state;
    law_destroy(law);
    return 0;
}

static void assert_at(struct date day, const char *act, const char *article,
    enum language language, const char *expected)
{
    struct buffer said = BUFFER_EMPTY;
    assert_true(law_at(law, day, act, article, language, &said));
    assert_string_equal(buffer_text(&said), expected);
    buffer_finish(&said);
}

static void assert_nothing_at(
    struct date day, const char *act, const char *article)
{
    struct buffer said = BUFFER_EMPTY;
    assert_false(law_at(law, day, act, article, LANGUAGE_EN, &said));
    assert_int_equal(said.length, 0);
    buffer_finish(&said);
}

static void an_article_is_printed_in_its_edition_of_the_day(void **state)
{
    (void)state;
    assert_at((struct date){2014, 12, 31}, "law-2001", "1", LANGUAGE_RU,
        "act law-2001; rank law; adopted 2001-01-23; number «148»\n"
        "  ru «Закон»\n"
        "  ru short «Закон № 148»\n"
        "\n"
        "article 1; from 2010-01-01\n"
        "  ~1     сход местного сообщества обсуждает: вопросы местного "
        "значения\n"
        "  2.1-1  сход местного сообщества решает: приоритетные задачи "
        "местного сообщества\n"
        "\n"
        "procedure gathering; of law-2001 1; from 2010-01-01\n"
        "  9  кворум: законом не определено\n");
}

static void editions_that_differ_by_population_stand_side_by_side(
    void **state)
{
    (void)state;
    struct buffer said = BUFFER_EMPTY;
    assert_true(law_at(law, (struct date){2015, 1, 1}, NULL, "1", LANGUAGE_KK,
        &said));
    assert_non_null(strstr(buffer_text(&said),
        "article 1; from 2015-01-01; applies where population > 2000\n"));
    assert_non_null(
        strstr(buffer_text(&said), "article 1; from 2010-01-01\n"));
    buffer_finish(&said);
}

static void what_stands_as_before_is_followed_and_readings_are_kept(
    void **state)
{
    (void)state;
    struct buffer said = BUFFER_EMPTY;
    assert_true(law_at(law, (struct date){2020, 1, 1}, "law-2001", "1",
        LANGUAGE_EN, &said));
    assert_non_null(strstr(buffer_text(&said),
        "article 1; from 2020-01-01\n"
        "  1  gathering decides: local matters\n"
        "  reading article\n"
        "    2  gathering discusses: priority tasks of the community\n"
        "  reading text\n"
        "    2  gathering decides: priority tasks of the community\n"));
    buffer_finish(&said);
}

static void a_local_act_is_printed_while_it_is_in_force(void **state)
{
    (void)state;
    assert_at((struct date){2021, 12, 31}, "rules", NULL, LANGUAGE_RU,
        "local act rules; of district-maslikhat; in 116645000; fills "
        "law-2001 1; from 2021-01-01; until 2021-12-31; invented\n"
        "  ru short «Правила»\n"
        "\n"
        "procedure gathering; of law-2001 1\n"
        "  ~1  кворум: не менее 10 % имеющих право участвовать членов "
        "местного сообщества\n");
    assert_nothing_at((struct date){2022, 1, 1}, "rules", NULL);
    assert_nothing_at((struct date){2020, 12, 31}, "rules", NULL);
}

static void what_is_not_in_force_is_not_printed(void **state)
{
    (void)state;
    assert_nothing_at((struct date){2009, 12, 31}, NULL, NULL);
    assert_nothing_at((struct date){2019, 12, 31}, "law-2001", "2");
    assert_nothing_at((struct date){2022, 1, 1}, "law-2001", "2");
    assert_nothing_at((struct date){2022, 1, 1}, "law-1993", NULL);
    assert_nothing_at((struct date){2022, 1, 1}, "law-2001", "77");
}

/* What is printed of a day compiles, and knows that day's norms. */
static void the_law_of_a_day_is_a_law_file(void **state)
{
    (void)state;
    struct law_files files = law_files_read();
    struct law *whole = law_files_compile(files.sources, files.count);
    const struct law_query query = {
        .day = {2026, 11, 24}, .population = 1500};
    for (int tongue = 0; tongue < LANGUAGE_COUNT; tongue++) {
        struct buffer said = BUFFER_EMPTY;
        assert_true(law_at(whole, query.day, "law-2001", NULL,
            (enum language)tongue, &said));
        struct law *day = law_files_compile_text(buffer_text(&said));
        const struct law_norm *const *all = NULL;
        const struct law_norm *const *some = NULL;
        size_t all_count = 0;
        size_t some_count = 0;
        law_norms(whole, &query, files.arena, &all, &all_count);
        law_norms(day, &query, files.arena, &some, &some_count);
        size_t met = 0;
        for (size_t i = 0; i < all_count; i++) {
            if (strcmp(all[i]->citation.act, "law-2001") != 0) {
                continue;
            }
            assert_true(met < some_count);
            const struct law_norm *norm = some[met++];
            assert_string_equal(norm->subject, all[i]->subject);
            assert_string_equal(norm->verb, all[i]->verb);
            assert_string_equal(norm->object, all[i]->object);
            assert_string_equal(norm->clauses, all[i]->clauses);
            assert_string_equal(
                norm->citation.place, all[i]->citation.place);
            assert_int_equal(
                norm->citation.unchecked, all[i]->citation.unchecked);
        }
        assert_int_equal(met, some_count);
        law_destroy(day);
        buffer_finish(&said);
    }
    law_destroy(whole);
    law_files_finish(&files);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_article_is_printed_in_its_edition_of_the_day),
        cmocka_unit_test(
            editions_that_differ_by_population_stand_side_by_side),
        cmocka_unit_test(
            what_stands_as_before_is_followed_and_readings_are_kept),
        cmocka_unit_test(a_local_act_is_printed_while_it_is_in_force),
        cmocka_unit_test(what_is_not_in_force_is_not_printed),
        cmocka_unit_test(the_law_of_a_day_is_a_law_file),
    };
    return cmocka_run_group_tests(tests, corpus_make, corpus_free);
}
