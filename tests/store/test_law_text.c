/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Official texts that a site loaded.
 */
#include <string.h>

#include "kept.h"
#include "test.h"

static int setup(void **state)
{
    static struct kept kept;
    kept_setup(&kept);
    *state = &kept;
    return 0;
}

static int teardown(void **state)
{
    kept_teardown(*state);
    return 0;
}

static struct date day(const char *text)
{
    struct date date;
    assert_true(date_parse(text, &date));
    return date;
}

/* Articles 5 and 5-1 of an edition; their text is its day. */
static void keep(
    struct kept *kept, const char *edition, enum language language)
{
    struct store_law_text articles[2];
    for (size_t i = 0; i < 2; i++) {
        articles[i] = (struct store_law_text){
            .act = "law-2001",
            .article = i == 0 ? "5" : "5-1",
            .edition = day(edition),
            .language = language,
            .source = "a file",
            .sha256 = "00",
            .loaded = kept->now,
            .heading = "Тақырып",
            .text = edition,
        };
    }
    kept_begin(kept);
    kept_ok(kept, store_law_text_keep(kept->store, articles, 2, "account-1",
                      &kept->error));
    kept_commit(kept);
}

static const char *found(struct kept *kept, const char *from,
    const char *until, const char *asked, enum language language)
{
    struct store_law_text text = {0};
    struct store_law_text_query query = {
        .act = "law-2001",
        .article = "5",
        .from = day(from),
        .day = day(asked),
        .language = language,
    };
    if (until != NULL) {
        query.until = day(until);
    }
    enum status status = store_law_text(
        kept->reader, &query, kept->arena, &text, &kept->error);
    if (status == STATUS_MISSING) {
        return NULL;
    }
    kept_ok(kept, status);
    assert_string_equal(text.heading, "Тақырып");
    assert_string_equal(text.source, "a file");
    assert_int_equal(text.loaded.seconds, kept->now.seconds);
    return arena_format(kept->arena, "%s %s", language_tag(text.language),
        text.text);
}

static void the_text_of_the_span_nearest_before_the_day_is_found(void **state)
{
    struct kept *kept = *state;
    keep(kept, "2014-01-01", LANGUAGE_RU);
    keep(kept, "2018-01-01", LANGUAGE_RU);
    keep(kept, "2019-01-01", LANGUAGE_RU);
    keep(kept, "2022-01-01", LANGUAGE_RU);
    assert_string_equal(
        found(kept, "2018-01-01", "2022-01-01", "2020-01-01", LANGUAGE_RU),
        "ru 2019-01-01");
    assert_string_equal(
        found(kept, "2018-01-01", "2022-01-01", "2018-12-31", LANGUAGE_RU),
        "ru 2018-01-01");
    /* What is loaded for a later day of the same edition is its text too. */
    assert_string_equal(
        found(kept, "2018-01-02", "2022-01-01", "2018-01-02", LANGUAGE_RU),
        "ru 2019-01-01");
    assert_string_equal(
        found(kept, "2020-01-01", NULL, "2026-01-01", LANGUAGE_RU),
        "ru 2022-01-01");
    assert_null(
        found(kept, "2019-01-02", "2022-01-01", "2020-01-01", LANGUAGE_RU));
    assert_null(found(kept, "2022-01-02", NULL, "2026-01-01", LANGUAGE_RU));
}

static void the_language_asked_for_goes_first(void **state)
{
    struct kept *kept = *state;
    keep(kept, "2018-01-01", LANGUAGE_KK);
    keep(kept, "2019-01-01", LANGUAGE_RU);
    assert_string_equal(
        found(kept, "2018-01-01", NULL, "2020-01-01", LANGUAGE_KK),
        "kk 2018-01-01");
    assert_string_equal(
        found(kept, "2018-01-01", NULL, "2020-01-01", LANGUAGE_EN),
        "ru 2019-01-01");
}

static void a_text_loaded_again_takes_the_place_of_the_former(void **state)
{
    struct kept *kept = *state;
    const char *const *names = NULL;
    size_t count = 0;
    keep(kept, "2018-01-01", LANGUAGE_RU);
    struct store_law_text one = {
        .act = "law-2001",
        .article = "6",
        .edition = day("2018-01-01"),
        .language = LANGUAGE_RU,
        .source = "another",
        .sha256 = "11",
        .heading = "",
        .text = "x\n",
    };
    kept_ok(kept, store_law_text_names(kept->reader, "law-2001", kept->arena,
                      &names, &count, &kept->error));
    assert_int_equal(count, 2);
    assert_string_equal(names[0], "5");
    assert_string_equal(names[1], "5-1");
    kept_begin(kept);
    kept_ok(kept, store_law_text_keep(
                      kept->store, &one, 1, "account-1", &kept->error));
    kept_commit(kept);
    assert_null(found(kept, "2018-01-01", NULL, "2020-01-01", LANGUAGE_RU));
    kept_ok(kept, store_law_text_names(kept->reader, "law-2001", kept->arena,
                      &names, &count, &kept->error));
    assert_int_equal(count, 1);
    assert_string_equal(names[0], "6");
    assert_int_equal(
        kept_sql_integer(kept, "SELECT count(*) FROM law_texts"), 1);
}

static void an_article_twice_is_refused_whole(void **state)
{
    struct kept *kept = *state;
    struct store_law_text articles[2] = {
        {.act = "law-2001",
            .article = "5",
            .edition = day("2018-01-01"),
            .source = "",
            .sha256 = "",
            .heading = "",
            .text = ""},
    };
    articles[1] = articles[0];
    kept_begin(kept);
    kept_fails(kept, store_law_text_keep(kept->store, articles, 2,
                         "account-1", &kept->error),
        STATUS_CONFLICT, "error.store-conflict");
    store_rollback(kept->store);
    assert_null(found(kept, "2018-01-01", NULL, "2020-01-01", LANGUAGE_KK));
}

/* Not of the record: it holds whatever is loaded. */
static void a_loaded_text_changes_no_record(void **state)
{
    struct kept *kept = *state;
    struct store_head before;
    struct store_head after;
    (void)kept_enter(kept, "population-recorded", 0, "{'persons': 5}");
    kept_ok(kept, store_head(kept->reader, &before, &kept->error));
    keep(kept, "2018-01-01", LANGUAGE_RU);
    kept_ok(kept, store_head(kept->reader, &after, &kept->error));
    assert_int_equal(before.count, after.count);
    assert_memory_equal(&before.head, &after.head, sizeof before.head);
    kept_ok(kept, store_rebuild(kept->path, true, &kept->error));
}

#define TEXT_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEXT_TEST(the_text_of_the_span_nearest_before_the_day_is_found),
        TEXT_TEST(the_language_asked_for_goes_first),
        TEXT_TEST(a_text_loaded_again_takes_the_place_of_the_former),
        TEXT_TEST(an_article_twice_is_refused_whole),
        TEXT_TEST(a_loaded_text_changes_no_record),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
