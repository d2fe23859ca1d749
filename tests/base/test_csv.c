/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * CSV, as table editors and enemies write it.
 */
#include <stdlib.h>
#include <string.h>

#include "test.h"

#include "base/csv.h"

struct reader {
    struct arena *arena;
    struct csv *csv;
    const char *const *fields;
    struct error error;
};

static enum status open_bytes(struct reader *reader, struct bytes text)
{
    *reader = (struct reader){.arena = arena_create()};
    return csv_open(text, reader->arena, &reader->csv, &reader->error);
}

static enum status open_text(struct reader *reader, const char *text)
{
    return open_bytes(reader, bytes_of_text(text));
}

static enum status next(struct reader *reader)
{
    return csv_next(reader->csv, &reader->fields, &reader->error);
}

static void assert_row(
    struct reader *reader, size_t line, const char *first, const char *second)
{
    assert_int_equal(next(reader), STATUS_OK);
    assert_int_equal(csv_line(reader->csv), line);
    assert_string_equal(reader->fields[0], first);
    assert_string_equal(reader->fields[1], second);
}

/* Where the last fault lies; NULL: the message does not say. */
static void assert_fault(const struct reader *reader, const char *key,
    const char *line, const char *column)
{
    const struct message *message = &reader->error.message;
    assert_int_equal(reader->error.status, STATUS_INVALID);
    assert_string_equal(message->key, key);
    if (line != NULL) {
        assert_string_equal(message_value(message, "line"), line);
    }
    if (column != NULL) {
        assert_string_equal(message_value(message, "column"), column);
    }
}

static void rows_are_read_in_order_whatever_ends_a_line(void **state)
{
    (void)state;
    static const char *const texts[] = {"a,b\n1,2\n3,4\n",
        "a,b\r\n1,2\r\n3,4\r\n", "a,b\n1,2\n3,4", "\uFEFFa,b\n1,2\n3,4",
        "a;b\n1;2\n3;4"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct reader reader;
        assert_int_equal(open_text(&reader, texts[i]), STATUS_OK);
        assert_int_equal(csv_columns(reader.csv), 2);
        assert_string_equal(csv_column_name(reader.csv, 0), "a");
        assert_int_equal(csv_column(reader.csv, "b"), 1);
        assert_int_equal(csv_column(reader.csv, "c"), -1);
        assert_row(&reader, 2, "1", "2");
        assert_row(&reader, 3, "3", "4");
        assert_int_equal(next(&reader), STATUS_MISSING);
        assert_int_equal(next(&reader), STATUS_MISSING);
        arena_destroy(reader.arena);
    }
}

static void quotes_hold_separators_lines_and_quotes(void **state)
{
    (void)state;
    struct reader reader;
    open_text(&reader, "a,b\n\"x,y\",\"1\r\n2\"\n\"\"\"q\"\"\",\"\"\n5,6\n");
    assert_row(&reader, 2, "x,y", "1\r\n2");
    assert_row(&reader, 4, "\"q\"", "");
    assert_row(&reader, 5, "5", "6");
    assert_int_equal(next(&reader), STATUS_MISSING);
    arena_destroy(reader.arena);
}

static void an_empty_line_is_a_row_only_of_one_column(void **state)
{
    (void)state;
    struct reader reader;
    open_text(&reader, "a,b\n\n1,2\n\r\n\n");
    assert_row(&reader, 3, "1", "2");
    assert_int_equal(next(&reader), STATUS_MISSING);
    arena_destroy(reader.arena);

    open_text(&reader, "a\n\nx\n");
    assert_int_equal(next(&reader), STATUS_OK);
    assert_string_equal(reader.fields[0], "");
    assert_int_equal(next(&reader), STATUS_OK);
    assert_string_equal(reader.fields[0], "x");
    assert_int_equal(next(&reader), STATUS_MISSING);
    arena_destroy(reader.arena);
}

static void a_broken_header_is_refused_by_place(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *key;
        const char *line;
        const char *column;
    } cases[] = {
        {"", "error.csv-empty", NULL, NULL},
        {"\uFEFF", "error.csv-empty", NULL, NULL},
        {"a,b,a\n", "error.csv-twice", NULL, NULL},
        {"a,\"b\n", "error.csv-open", "1", "2"},
        {"a,b\n\xC3\x28,1\n", "error.csv-encoding", "2", "1"},
        {"а,б\n1,қ\xED\xA0\x80\n", "error.csv-encoding", "2", "4"},
        {"a,b\n1,\xC0\xAF", "error.csv-encoding", "2", "3"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reader reader;
        assert_int_equal(open_text(&reader, cases[i].text), STATUS_INVALID);
        assert_fault(&reader, cases[i].key, cases[i].line, cases[i].column);
        assert_null(reader.csv);
        arena_destroy(reader.arena);
    }
}

static void a_nul_byte_is_refused_where_it_stands(void **state)
{
    (void)state;
    struct reader reader;
    assert_int_equal(
        open_bytes(&reader, bytes_of("a,b\n1,2\0\n", 9)), STATUS_INVALID);
    assert_fault(&reader, "error.csv-encoding", "2", "4");
    arena_destroy(reader.arena);
}

static void a_broken_row_is_refused_by_place(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        const char *key;
        const char *line;
        const char *column;
    } cases[] = {
        {"1\n", "error.csv-count", "3", NULL},
        {"1,2,3\n", "error.csv-count", "3", NULL},
        {"1,x\"y\n", "error.csv-quote", "3", "2"},
        {"\"x\"y,2\n", "error.csv-quote", "3", "1"},
        {"1,2\r3\n", "error.csv-quote", "3", "2"},
        {"1,\"2\n3,4\n", "error.csv-open", "3", "2"},
        {"1,\"", "error.csv-open", "3", "2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reader reader;
        char text[64] = "a,b\n\"1\",2\n";
        strcat(text, cases[i].row);
        assert_int_equal(open_text(&reader, text), STATUS_OK);
        assert_row(&reader, 2, "1", "2");
        assert_int_equal(next(&reader), STATUS_INVALID);
        assert_fault(&reader, cases[i].key, cases[i].line, cases[i].column);
        arena_destroy(reader.arena);
    }
}

/* A header of one column, then one field of `length` in or out of quotes. */
static enum status read_field(size_t length, const char *quote)
{
    struct reader reader;
    struct arena *arena = arena_create();
    char *field = arena_take(arena, length + 1);
    memset(field, 'x', length);
    open_text(&reader, arena_format(arena, "a\n%s%s%s\n", quote, field, quote));
    enum status status = next(&reader);
    if (status == STATUS_OK) {
        assert_int_equal(strlen(reader.fields[0]), length);
    }
    arena_destroy(reader.arena);
    arena_destroy(arena);
    return status;
}

static void a_field_is_as_long_as_it_may_be_and_no_longer(void **state)
{
    (void)state;
    assert_int_equal(read_field(CSV_FIELD_MAX, ""), STATUS_OK);
    assert_int_equal(read_field(CSV_FIELD_MAX + 1, ""), STATUS_INVALID);
    assert_int_equal(read_field(CSV_FIELD_MAX, "\""), STATUS_OK);
    assert_int_equal(read_field(CSV_FIELD_MAX + 1, "\""), STATUS_INVALID);
}

static void there_are_as_many_columns_as_may_be_and_no_more(void **state)
{
    (void)state;
    char header[4 * CSV_COLUMNS_MAX + 8] = "c0";
    for (int i = 1; i < CSV_COLUMNS_MAX; i++) {
        char name[8] = {',', 'c', (char)('0' + i / 10), (char)('0' + i % 10)};
        strcat(header, name);
    }
    struct reader reader;
    assert_int_equal(open_text(&reader, header), STATUS_OK);
    assert_int_equal(csv_columns(reader.csv), CSV_COLUMNS_MAX);
    arena_destroy(reader.arena);
    strcat(header, ",z");
    assert_int_equal(open_text(&reader, header), STATUS_INVALID);
    assert_fault(&reader, "error.csv-columns", "1", "65");
    arena_destroy(reader.arena);
}

static void there_are_as_many_rows_as_may_be_and_no_more(void **state)
{
    (void)state;
    size_t length = 2 + 2 * ((size_t)CSV_ROWS_MAX + 1);
    char *text = malloc(length);
    assert_non_null(text);
    for (size_t i = 0; i < length; i += 2) {
        memcpy(text + i, "1\n", 2);
    }
    struct reader reader;
    open_bytes(&reader, bytes_of(text, length));
    for (int i = 0; i < CSV_ROWS_MAX; i++) {
        assert_int_equal(next(&reader), STATUS_OK);
    }
    assert_int_equal(next(&reader), STATUS_INVALID);
    assert_fault(&reader, "error.csv-rows", "2000002", NULL);
    arena_destroy(reader.arena);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_read_in_order_whatever_ends_a_line),
        cmocka_unit_test(quotes_hold_separators_lines_and_quotes),
        cmocka_unit_test(an_empty_line_is_a_row_only_of_one_column),
        cmocka_unit_test(a_broken_header_is_refused_by_place),
        cmocka_unit_test(a_nul_byte_is_refused_where_it_stands),
        cmocka_unit_test(a_broken_row_is_refused_by_place),
        cmocka_unit_test(a_field_is_as_long_as_it_may_be_and_no_longer),
        cmocka_unit_test(there_are_as_many_columns_as_may_be_and_no_more),
        cmocka_unit_test(there_are_as_many_rows_as_may_be_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
