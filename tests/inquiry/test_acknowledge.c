/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * An acknowledged finding stays away until a line that it cites changes.
 */
#include "inquiry/acknowledge.h"

#include <string.h>

#include "inquiries.h"
#include "test.h"

static struct law *law;
static struct arena *arena;

/* In 2011 the cited line gets a number; in 2012 an article that is not cited
   changes, and the cited one is said anew; in 2013 the number is another. */
static int fixture_load(void **state)
{
    (void)state;
    law = inquiries_fixture(
        "amend law-2001; by law-101; status adopted\n"
        "article 2-1; from 2011-01-01\n"
        "  1  as before\n"
        "  2  maslikhat, akimat, akim counts-as: lsg-organ; for 4 years\n"
        "article 2-1; from 2012-01-01\n"
        "  1  as before\n"
        "  2  as before\n"
        "article 35; from 2012-01-01\n"
        "  1  akim exercises: state-functions; for 3 years\n"
        "article 2-1; from 2013-01-01\n"
        "  1  as before\n"
        "  2  maslikhat, akimat, akim counts-as: lsg-organ; for 5 years\n"
        "article 2-1; from 2014-01-01\n"
        "  1  as before\n"
        "  2  maslikhat, akimat, akim counts-as: lsg-organ; for 4 years\n"
        "  3  akimat counts-as: lsg-organ\n");
    arena = arena_create();
    return 0;
}

static int fixture_free(void **state)
{
    (void)state;
    arena_destroy(arena);
    law_destroy(law);
    return 0;
}

static const struct findings_item *find(
    const struct facts *facts, const char *key)
{
    const struct findings_item *items = NULL;
    size_t count = 0;
    findings_find(facts, findings_all(), arena, &items, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(items[i].key, key) == 0) {
            return &items[i];
        }
    }
    fail_msg("no finding %s", key);
    return NULL;
}

static struct acknowledge_entry acknowledge(const char *day, const char *key)
{
    struct facts *facts = facts_load(
        law, &(struct facts_query){.day = inquiries_day(day)});
    struct acknowledge_entry entry = {
        .finding = key,
        .on = inquiries_day("2026-11-25"),
        .author = "A. Author",
        .reason = "It is known",
    };
    const struct acknowledge_line *lines = NULL;
    acknowledge_lines(
        facts, find(facts, key), arena, &lines, &entry.lines_count);
    struct acknowledge_line *kept =
        arena_take_array(arena, entry.lines_count, sizeof *kept);
    for (size_t i = 0; i < entry.lines_count; i++) {
        kept[i].place = arena_text(arena, lines[i].place);
        kept[i].text = arena_text(arena, lines[i].text);
    }
    entry.lines = kept;
    facts_destroy(facts);
    return entry;
}

static struct acknowledge_state judge(const char *day, const char *key,
    const struct acknowledge_entry *entries, size_t count)
{
    struct acknowledge_state state;
    struct facts *facts = facts_load(
        law, &(struct facts_query){.day = inquiries_day(day)});
    acknowledge_judge(
        facts, find(facts, key), entries, count, arena, &state);
    facts_destroy(facts);
    return state;
}

static void a_finding_keeps_the_lines_that_it_cites(void **state)
{
    (void)state;
    struct acknowledge_entry entry = acknowledge("2011-01-01", "status:akim");
    assert_int_equal(entry.lines_count, 3);
    assert_string_equal(entry.lines[2].place, "law-2001/2-1/2");
    assert_string_equal(entry.lines[2].text,
        "maslikhat counts-as: lsg-organ; for 4 years | akimat counts-as: "
        "lsg-organ; for 4 years | akim counts-as: lsg-organ; for 4 years");
}

static void what_is_not_cited_may_change(void **state)
{
    (void)state;
    struct acknowledge_entry entry =
        acknowledge("2011-01-01", "status:akimat");
    struct acknowledge_state judged =
        judge("2012-01-01", "status:akimat", &entry, 1);
    assert_ptr_equal(judged.entry, &entry);
    assert_int_equal(judged.changes_count, 0);
}

static void a_cited_line_that_changes_brings_it_back(void **state)
{
    (void)state;
    struct acknowledge_entry entry = acknowledge("2011-01-01", "status:akim");
    struct acknowledge_state judged =
        judge("2012-01-01", "status:akim", &entry, 1);
    assert_int_equal(judged.changes_count, 1);
    assert_string_equal(judged.changes[0].place, "law-2001/35/1");
    assert_string_equal(
        judged.changes[0].was, "akim exercises: state-functions");
    assert_string_equal(judged.changes[0].is,
        "akim exercises: state-functions; for 3 years");
}

static void one_number_more_brings_it_back(void **state)
{
    (void)state;
    struct acknowledge_entry entry =
        acknowledge("2012-12-31", "status:akimat");
    assert_int_equal(
        judge("2012-12-31", "status:akimat", &entry, 1).changes_count, 0);
    struct acknowledge_state judged =
        judge("2013-01-01", "status:akimat", &entry, 1);
    assert_ptr_equal(judged.entry, &entry);
    assert_int_equal(judged.changes_count, 1);
    assert_non_null(strstr(judged.changes[0].was, "for 4 years"));
    assert_non_null(strstr(judged.changes[0].is, "for 5 years"));
}

static void a_line_more_or_less_brings_it_back(void **state)
{
    (void)state;
    struct acknowledge_entry entry =
        acknowledge("2012-12-31", "status:akimat");
    struct acknowledge_state judged =
        judge("2014-01-01", "status:akimat", &entry, 1);
    assert_int_equal(judged.changes_count, 1);
    assert_string_equal(judged.changes[0].place, "law-2001/2-1/3");
    assert_null(judged.changes[0].was);
    entry = acknowledge("2014-01-01", "status:akimat");
    judged = judge("2012-12-31", "status:akimat", &entry, 1);
    assert_int_equal(judged.changes_count, 1);
    assert_null(judged.changes[0].is);
}

static void the_entry_that_fits_is_told_else_the_latest(void **state)
{
    (void)state;
    struct acknowledge_entry entries[] = {
        acknowledge("2012-12-31", "status:akimat"),
        acknowledge("2013-01-01", "status:akimat"),
        acknowledge("2013-01-01", "status:akim"),
    };
    struct acknowledge_state judged =
        judge("2012-12-31", "status:akimat", entries, 3);
    assert_ptr_equal(judged.entry, &entries[0]);
    assert_int_equal(judged.changes_count, 0);
    judged = judge("2010-01-01", "status:akimat", entries, 3);
    assert_ptr_equal(judged.entry, &entries[1]);
    assert_true(judged.changes_count > 0);
    judged = judge("2010-01-01", "status:maslikhat", entries, 3);
    assert_null(judged.entry);
}

/* ---- text ---------------------------------------------------------------- */

static enum status read_text(const char *text,
    const struct acknowledge_entry **entries, size_t *count,
    struct error *error)
{
    return acknowledge_read(
        bytes_of_text(text), arena, entries, count, error);
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    struct acknowledge_entry entry = acknowledge("2011-01-01", "status:akim");
    struct buffer text = BUFFER_EMPTY;
    struct error error = {0};
    const struct acknowledge_entry *entries = NULL;
    size_t count = 0;
    buffer_add_text(&text, "# Known\n");
    acknowledge_write(&entry, &text);
    entry.author = "Автор";
    acknowledge_write(&entry, &text);
    assert_int_equal(
        read_text(buffer_text(&text), &entries, &count, &error), STATUS_OK);
    assert_int_equal(count, 2);
    assert_string_equal(entries[0].finding, "status:akim");
    assert_string_equal(entries[0].author, "A. Author");
    assert_string_equal(entries[1].author, "Автор");
    assert_string_equal(entries[0].reason, "It is known");
    assert_int_equal(
        date_compare(entries[0].on, inquiries_day("2026-11-25")), 0);
    assert_int_equal(entries[0].lines_count, 3);
    struct acknowledge_state judged =
        judge("2011-01-01", "status:akim", entries, count);
    assert_ptr_equal(judged.entry, &entries[1]);
    assert_int_equal(judged.changes_count, 0);
    buffer_finish(&text);
}

static void a_faulty_line_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *line;
    } cases[] = {
        {"  on 2026-11-25\n", "1"},
        {"a:b c\n", "1"},
        {"\na:b\n  on 2026-02-30\n", "3"},
        {"a:b\n  on 2026-11-25\n  on 2026-11-25\n", "3"},
        {"a:b\n  by \n", "2"},
        {"a:b\n  by A\n  by B\n", "3"},
        {"a:b\n  wy A\n", "2"},
        {"a:b\n  on 2026-11-25\n  by A\nb:c\n", "4"},
        {"a:b\n  on 2026-11-25\n  by A\n", "3"},
        {"a:b\n  why \xFF\n", "2"},
        {"a:b\n  line \n", "2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error error = {0};
        const struct acknowledge_entry *entries = NULL;
        size_t count = 0;
        assert_int_equal(read_text(cases[i].text, &entries, &count, &error),
            STATUS_INVALID);
        assert_string_equal(error.message.key, "error.acknowledge-line");
        assert_string_equal(
            message_value(&error.message, "line"), cases[i].line);
    }
}

static void an_empty_file_has_no_entries(void **state)
{
    (void)state;
    struct error error = {0};
    const struct acknowledge_entry *entries = NULL;
    size_t count = 1;
    assert_int_equal(
        read_text("\n# None yet\n", &entries, &count, &error), STATUS_OK);
    assert_int_equal(count, 0);
}

static void a_reason_is_one_line_with_words(void **state)
{
    (void)state;
    char text[ACKNOWLEDGE_TEXT_MAX + 2];
    memset(text, 'x', sizeof text);
    text[ACKNOWLEDGE_TEXT_MAX + 1] = '\0';
    assert_false(acknowledge_is_text(text));
    text[ACKNOWLEDGE_TEXT_MAX] = '\0';
    assert_true(acknowledge_is_text(text));
    assert_false(acknowledge_is_text(""));
    assert_false(acknowledge_is_text("  "));
    assert_false(acknowledge_is_text("a\nb"));
    assert_false(acknowledge_is_text("\xC3"));
    assert_true(acknowledge_is_text("белгілі"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finding_keeps_the_lines_that_it_cites),
        cmocka_unit_test(what_is_not_cited_may_change),
        cmocka_unit_test(a_cited_line_that_changes_brings_it_back),
        cmocka_unit_test(one_number_more_brings_it_back),
        cmocka_unit_test(a_line_more_or_less_brings_it_back),
        cmocka_unit_test(the_entry_that_fits_is_told_else_the_latest),
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(a_faulty_line_is_named),
        cmocka_unit_test(an_empty_file_has_no_entries),
        cmocka_unit_test(a_reason_is_one_line_with_words),
    };
    return cmocka_run_group_tests(tests, fixture_load, fixture_free);
}
