/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Places of the law as people cite them.
 */
#include "law/law.h"
#include "law_files.h"
#include "test.h"

static struct law *law;

static int corpus_make(void **state)
{
    (void)state;
    struct law_files files = law_files_read();
    law = law_files_compile(files.sources, files.count);
    law_files_finish(&files);
    return 0;
}

static int corpus_free(void **state)
{
    (void)state;
    law_destroy(law);
    return 0;
}

static void assert_cited(
    const char *place, enum language language, const char *expected)
{
    struct buffer said = BUFFER_EMPTY;
    law_citation_say(law, place, language, &said);
    assert_string_equal(buffer_text(&said), expected);
    buffer_finish(&said);
}

static void a_point_is_cited_in_three_languages(void **state)
{
    (void)state;
    assert_cited("law-2001/39-3/8", LANGUAGE_KK,
        "2001 жылғы 23 қаңтардағы № 148 Заң, 39-3-бап, 8-тармақ");
    assert_cited("law-2001/39-3/8", LANGUAGE_RU,
        "Закон от 23 января 2001 г. № 148, ст. 39-3, п. 8");
    assert_cited("law-2001/39-3/8", LANGUAGE_EN,
        "Law of 23 January 2001 No 148, art. 39-3(8)");
}

static void a_sub_point_has_its_bracket(void **state)
{
    (void)state;
    assert_cited("law-2001/39-3/3.1-1", LANGUAGE_KK,
        "2001 жылғы 23 қаңтардағы № 148 Заң, 39-3-бап, 3-тармақ, 1-1) "
        "тармақша");
    assert_cited("law-2001/39-3/3.1-1", LANGUAGE_RU,
        "Закон от 23 января 2001 г. № 148, ст. 39-3, п. 3, пп. 1-1)");
    assert_cited("law-2001/39-3/3.1-1", LANGUAGE_EN,
        "Law of 23 January 2001 No 148, art. 39-3(3)1-1)");
}

static void an_act_and_an_article_are_places_too(void **state)
{
    (void)state;
    assert_cited("law-2001", LANGUAGE_EN, "Law of 23 January 2001 No 148");
    assert_cited("law-2001/39-1", LANGUAGE_RU,
        "Закон от 23 января 2001 г. № 148, ст. 39-1");
}

static void a_local_act_is_cited_by_its_short_title(void **state)
{
    (void)state;
    assert_cited(
        "koyandy-rules/4", LANGUAGE_KK, "Қоянды қағидалары (мысал), 4-тармақ");
    assert_cited(
        "koyandy-rules/4", LANGUAGE_RU, "Правила Коянды (пример), п. 4");
    assert_cited("koyandy-rules/4", LANGUAGE_EN,
        "Rules of Koyandy (example), point 4");
}

static void a_place_of_another_corpus_stays_as_it_is(void **state)
{
    (void)state;
    assert_cited("law-1893/54/1", LANGUAGE_KK, "law-1893/54/1");
    assert_cited("law-2001/139/1", LANGUAGE_RU, "law-2001/139/1");
    assert_cited("", LANGUAGE_EN, "");
}

static void an_act_without_titles_is_cited_by_its_identifier(void **state)
{
    (void)state;
    struct law *other =
        law_files_compile_text("act law-1; rank law; adopted 2020-01-01\n"
                               "  ru «О «кенесе»»\n"
                               "article 2; from 2020-01-01\n"
                               "  1 gathering discusses: local-matters\n");
    struct buffer said = BUFFER_EMPTY;
    law_citation_say(other, "law-1/2/1", LANGUAGE_EN, &said);
    assert_string_equal(buffer_text(&said), "law-1, art. 2(1)");
    buffer_clear(&said);
    law_citation_say(other, "law-1/2/1", LANGUAGE_RU, &said);
    assert_string_equal(buffer_text(&said), "«О «кенесе»», ст. 2, п. 1");
    buffer_finish(&said);
    law_destroy(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_point_is_cited_in_three_languages),
        cmocka_unit_test(a_sub_point_has_its_bracket),
        cmocka_unit_test(an_act_and_an_article_are_places_too),
        cmocka_unit_test(a_local_act_is_cited_by_its_short_title),
        cmocka_unit_test(a_place_of_another_corpus_stays_as_it_is),
        cmocka_unit_test(an_act_without_titles_is_cited_by_its_identifier),
    };
    return cmocka_run_group_tests(tests, corpus_make, corpus_free);
}
