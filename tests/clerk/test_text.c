/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Official texts that a site loads: whole, and shown only beside the edition
 * of which they are.  The texts are invented.
 */
#include <string.h>

#include "desk.h"
#include "test.h"

#define TEXT \
    "Source: a book\n" \
    "### Статья 39-3. Сход\n1. Первое слово.\n" \
    "### Статья 999. Нет такой\nПусто.\n"

static struct date day(const char *text)
{
    struct date date;
    assert_true(date_parse(text, &date));
    return date;
}

static enum status load(struct desk *desk, const char *office,
    const char *act, const char *edition, const char *content,
    struct clerk_text *text)
{
    struct clerk_account account = desk_account(office);
    struct clerk_text_file file = {
        .act = act,
        .edition = day(edition),
        .name = "text.md",
        .text = bytes_of_text(content),
    };
    return clerk_import_text(
        desk->clerk, &account, &file, desk->arena, text, &desk->error);
}

static const char *shown(struct desk *desk, const char *on)
{
    struct store_law_text text = {0};
    struct store_reader *reader = desk_reader(desk);
    const struct store_law_text_query query = {
        .act = "law-2001",
        .article = "39-3",
        .day = day(on),
        .language = LANGUAGE_KK,
    };
    enum status status = clerk_law_text(clerk_law(desk->clerk, NULL), reader,
        &query, desk->arena, &text, &desk->error);
    store_reader_close(reader);
    return status == STATUS_OK ? text.text : NULL;
}

static void a_loaded_text_stands_beside_its_edition_alone(void **state)
{
    struct desk *desk = *state;
    struct clerk_text text = {0};
    int64_t events = desk_events(desk);
    desk_ok(desk, load(desk, "keeper", "law-2001", "2019-01-01", TEXT, &text));
    assert_int_equal(text.articles, 2);
    assert_int_equal(text.language, LANGUAGE_RU);
    assert_string_equal(text.source, "a book");
    assert_int_equal(strlen(text.sha256), 64);
    assert_int_equal(text.unknown_count, 1);
    assert_string_equal(text.unknown[0], "999");
    assert_int_equal(desk_events(desk), events);
    assert_string_equal(shown(desk, "2018-01-01"), "1. Первое слово.\n");
    assert_string_equal(shown(desk, "2019-06-01"), "1. Первое слово.\n");
    assert_null(shown(desk, "2017-12-31"));
    assert_null(shown(desk, "2026-01-01"));
    assert_null(shown(desk, "2001-02-01"));
    desk_reopen(desk);
    assert_string_equal(shown(desk, "2019-06-01"), "1. Первое слово.\n");
}

static void what_names_no_source_is_from_its_file(void **state)
{
    struct desk *desk = *state;
    struct clerk_text text = {0};
    desk_ok(desk, load(desk, "keeper", "law-2001", "2019-01-01",
                      "Статья 39-3.\nИное.\n", &text));
    assert_string_equal(text.source, "text.md");
    assert_string_equal(shown(desk, "2019-01-01"), "Иное.\n");
}

static void an_act_or_an_edition_that_is_none_is_told(void **state)
{
    struct desk *desk = *state;
    struct clerk_text text = {0};
    desk_fails(desk,
        load(desk, "keeper", "law-2010", "2019-01-01", TEXT, &text),
        STATUS_INVALID, "error.text-act-near");
    assert_string_equal(
        message_value(&desk->error.message, "nearest"), "law-2001");
    desk_fails(desk, load(desk, "keeper", "x", "2019-01-01", TEXT, &text),
        STATUS_INVALID, "error.text-act");
    desk_fails(desk,
        load(desk, "keeper", "law-2001", "2001-01-22", TEXT, &text),
        STATUS_INVALID, "error.text-edition");
    desk_fails(desk,
        load(desk, "keeper", "law-2001", "2019-01-01", "Пусто", &text),
        STATUS_INVALID, "error.official-empty");
    assert_int_equal(
        kept_sql_integer(&desk->file, "SELECT count(*) FROM law_texts"), 0);
}

static void the_keeper_alone_loads_texts(void **state)
{
    struct desk *desk = *state;
    struct clerk_text text = {0};
    desk_fails(desk,
        load(desk, "clerk", "law-2001", "2019-01-01", TEXT, &text),
        STATUS_FORBIDDEN, "error.keeper-alone");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(a_loaded_text_stands_beside_its_edition_alone),
        DESK_TEST(what_names_no_source_is_from_its_file),
        DESK_TEST(an_act_or_an_edition_that_is_none_is_told),
        DESK_TEST(the_keeper_alone_loads_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
