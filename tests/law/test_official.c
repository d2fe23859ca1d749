/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Official texts, split into articles.  The texts are invented.
 */
#include "law/official.h"

#include <stdio.h>
#include <string.h>

#include "law_files.h"
#include "test.h"

static struct arena *arena;
static struct official_text official;
static struct error error;

static int setup(void **state)
{
    (void)state;
    arena = arena_create();
    error = (struct error){0};
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static enum status read_text(const char *text)
{
    return official_read(bytes_of_text(text), arena, &official, &error);
}

static void faulty(
    const char *text, const char *key, const char *line, const char *column)
{
    assert_int_equal(read_text(text), STATUS_INVALID);
    assert_string_equal(error.message.key, key);
    assert_string_equal(message_value(&error.message, "line"), line);
    assert_string_equal(message_value(&error.message, "column"), column);
}

static void articles_begin_at_their_headings(void **state)
{
    (void)state;
    assert_int_equal(
        read_text("Act: an invented one\r\n"
                  "Source:  a book\r\n"
                  "\r\n"
                  "## Глава 1. Начало\r\n"
                  "<a id=\"st1\"></a>\r\n"
                  "### Статья 1. О чём\r\n"
                  "\r\n"
                  "1\\. Первое.\r\n"
                  "   2. **Второе**, <a id=\"x\"></a>и далее.\r\n"
                  "> *Сноска. Не закон.*\r\n"
                  "## Глава 2. Дальше\r\n"
                  "Введение главы.\r\n"
                  "**Статья 39-3**\r\n"
                  "Статья 1 настоящего закона.\r\n"
                  "Статья 113-12. И просто строкой"),
        STATUS_OK);
    assert_int_equal(official.language, LANGUAGE_RU);
    assert_string_equal(official.source, "a book");
    assert_int_equal(official.count, 3);
    assert_string_equal(official.articles[0].path, "1");
    assert_string_equal(official.articles[0].heading, "О чём");
    assert_string_equal(
        official.articles[0].text, "1. Первое.\n2. Второе, и далее.\n");
    assert_int_equal(official.articles[0].line, 6);
    assert_string_equal(official.articles[1].path, "39-3");
    assert_string_equal(official.articles[1].heading, "");
    assert_string_equal(
        official.articles[1].text, "Статья 1 настоящего закона.\n");
    assert_string_equal(official.articles[2].path, "113-12");
    assert_string_equal(official.articles[2].text, "");
}

static void each_language_has_its_heading(void **state)
{
    (void)state;
    assert_int_equal(read_text("\xEF\xBB\xBF### 39-3-бап. Жиын\n1. Мәтін.\n"
                               "**2-бап**\n2-бабы туралы\n"),
        STATUS_OK);
    assert_int_equal(official.language, LANGUAGE_KK);
    assert_int_equal(official.count, 2);
    assert_null(official.source);
    assert_string_equal(official.articles[0].path, "39-3");
    assert_string_equal(official.articles[0].heading, "Жиын");
    assert_string_equal(official.articles[1].path, "2");
    assert_string_equal(official.articles[1].text, "2-бабы туралы\n");
    assert_int_equal(read_text("Article 7. Name\nText\n"), STATUS_OK);
    assert_int_equal(official.language, LANGUAGE_EN);
}

static void a_fault_names_its_line_and_column(void **state)
{
    (void)state;
    faulty("Статья 1. А\nТе\xFFкст\n", "error.official-utf8", "2", "3");
    faulty("Статья 1. А\n\nа\x01", "error.official-control", "3", "2");
    faulty("Статья 1. А\nСтатья 2. Б\nСтатья 1. В\n", "error.official-twice",
        "3", "1");
    assert_string_equal(message_value(&error.message, "former"), "1");
    faulty("Статья 1. А\n2-бап. Б\n", "error.official-languages", "2", "1");
}

static void a_text_without_articles_is_none(void **state)
{
    (void)state;
    assert_int_equal(read_text(""), STATUS_INVALID);
    assert_string_equal(error.message.key, "error.official-empty");
    assert_int_equal(read_text("# Статьи\nСтатья 5 закона\nСтатья X.\n"),
        STATUS_INVALID);
    assert_string_equal(error.message.key, "error.official-empty");
}

static void numbers_are_limited(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    for (int i = 1; i <= OFFICIAL_ARTICLES_MAX; i++) {
        buffer_add_format(&text, "Статья %d.\n", i);
    }
    assert_int_equal(read_text(buffer_text(&text)), STATUS_OK);
    assert_int_equal(official.count, OFFICIAL_ARTICLES_MAX);
    buffer_add_text(&text, "Статья 0.\n");
    faulty(buffer_text(&text), "error.official-many", "2001", "1");
    buffer_finish(&text);
}

static void size_is_limited(void **state)
{
    (void)state;
    static const char head[] = "Статья 1.\n";
    static char text[OFFICIAL_BYTES_MAX + 1];
    memset(text, 'x', sizeof text);
    memcpy(text, head, sizeof head - 1);
    assert_int_equal(
        official_read(bytes_of(text, OFFICIAL_BYTES_MAX), arena, &official,
            &error),
        STATUS_OK);
    assert_int_equal(
        official_read(bytes_of(text, OFFICIAL_BYTES_MAX + 1), arena,
            &official, &error),
        STATUS_INVALID);
    assert_string_equal(error.message.key, "error.official-large");
}

/* ---- editions ------------------------------------------------------------ */

static struct law *editions(void)
{
    static const char text[] =
        "act one; rank law; adopted 2000-01-01\n"
        "article 1; from 2000-01-01\n"
        "  1  gathering decides: community-tasks\n"
        "article 1; from 2010-01-01; applies where population > 2000\n"
        "  1  gathering discusses: community-tasks\n"
        "repealed 1; from 2020-01-01\n"
        "amend one; by two; status proposed\n"
        "article 1; from 2005-01-01\n"
        "  1  gathering discusses: local-matters\n";
    struct law_files files = law_files_read();
    struct law_source sources[8];
    size_t count = 0;
    for (size_t i = 0; i < files.count && count < 7; i++) {
        if (strncmp(files.sources[i].name, "law/words", 9) == 0) {
            sources[count++] = files.sources[i];
        }
    }
    sources[count] = (struct law_source){"text.law", bytes_of_text(text)};
    struct law *law = law_files_compile(sources, count + 1);
    law_files_finish(&files);
    return law;
}

static const char *span(const struct law *law, const char *day)
{
    struct date asked;
    struct date from;
    struct date until;
    char texts[2][DATE_TEXT_MAX] = {"", ""};
    assert_true(date_parse(day, &asked));
    if (!official_span(law, "one", "1", asked, &from, &until)) {
        return "none";
    }
    date_write(from, texts[0]);
    if (date_is_set(until)) {
        date_write(until, texts[1]);
    }
    return arena_format(arena, "%s %s", texts[0], texts[1]);
}

static void an_edition_goes_from_its_day_to_the_next(void **state)
{
    (void)state;
    struct law *law = editions();
    assert_string_equal(span(law, "1999-12-31"), "none");
    assert_string_equal(span(law, "2000-01-01"), "2000-01-01 2010-01-01");
    assert_string_equal(span(law, "2009-12-31"), "2000-01-01 2010-01-01");
    assert_string_equal(span(law, "2010-01-01"), "2010-01-01 2020-01-01");
    assert_string_equal(span(law, "2019-12-31"), "2010-01-01 2020-01-01");
    assert_string_equal(span(law, "2020-01-01"), "none");
    struct date day = {2005, 1, 1};
    struct date from;
    struct date until;
    assert_false(official_span(law, "one", "2", day, &from, &until));
    law_destroy(law);
}

#define OFFICIAL_TEST(name) \
    cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICIAL_TEST(articles_begin_at_their_headings),
        OFFICIAL_TEST(each_language_has_its_heading),
        OFFICIAL_TEST(a_fault_names_its_line_and_column),
        OFFICIAL_TEST(a_text_without_articles_is_none),
        OFFICIAL_TEST(numbers_are_limited),
        OFFICIAL_TEST(size_is_limited),
        OFFICIAL_TEST(an_edition_goes_from_its_day_to_the_next),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
