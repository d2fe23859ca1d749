/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * JSON from hostile bytes, built by hand, and its one canonical form.
 */
#include <stdlib.h>
#include <string.h>

#include "test.h"

#include "base/json.h"

static struct arena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = arena_create();
    return 0;
}

static int destroy_arena(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static const struct json *parse(const char *text)
{
    const struct json *value = NULL;
    struct error error = {0};
    assert_int_equal(
        json_parse(bytes_of_text(text), arena, &value, &error), STATUS_OK);
    return value;
}

static void assert_canonical(const char *text, const char *wanted)
{
    struct buffer buffer = BUFFER_EMPTY;
    json_write(parse(text), &buffer);
    assert_string_equal(buffer_text(&buffer), wanted);
    buffer_finish(&buffer);
}

static void values_are_read_by_kind(void **state)
{
    (void)state;
    const struct json *value = parse("{\"a\": [1, -7, \"қ\", true, null, {}],"
                                     " \"b\": false}");
    const struct json *items = json_member(value, "a");
    assert_int_equal(json_kind(value), JSON_OBJECT);
    assert_int_equal(json_count(value), 2);
    assert_string_equal(json_name_at(value, 1), "b");
    assert_int_equal(json_kind(items), JSON_ARRAY);
    assert_int_equal(json_count(items), 6);
    assert_int_equal(json_integer(json_at(items, 1), 0), -7);
    assert_string_equal(json_text(json_at(items, 2)), "қ");
    assert_true(json_boolean(json_at(items, 3)));
    assert_int_equal(json_kind(json_at(items, 4)), JSON_NULL);
    assert_int_equal(json_kind(json_member(value, "b")), JSON_BOOLEAN);
    assert_false(json_boolean(json_member(value, "b")));
}

static void what_is_not_there_is_nothing(void **state)
{
    (void)state;
    const struct json *value = parse("{\"a\": \"1\"}");
    assert_null(json_member(value, "b"));
    assert_null(json_member(NULL, "b"));
    assert_null(json_member(json_member(value, "a"), "b"));
    assert_null(json_at(value, 1));
    assert_null(json_name_at(value, 1));
    assert_null(json_name_at(NULL, 0));
    assert_null(json_text(value));
    assert_int_equal(json_integer(json_member(value, "a"), 9), 9);
    assert_int_equal(json_member_integer(value, "a", -1), -1);
    assert_null(json_member_text(value, "b"));
    assert_int_equal(json_count(NULL), 0);
    assert_int_equal(json_kind(NULL), JSON_NULL);
}

static void hostile_bytes_are_refused_by_place(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *key;
        const char *line;
        const char *column;
    } cases[] = {
        {"", "error.json-end", "1", NULL},
        {"{", "error.json-end", "1", NULL},
        {"[1,]", "error.json-syntax", "1", NULL},
        {"{\"a\":1}}", "error.json-syntax", "1", NULL},
        {"nul", "error.json-syntax", "1", NULL},
        {"'a'", "error.json-syntax", "1", NULL},
        {"[1 2]", "error.json-syntax", "1", NULL},
        {"[\n1.5]", "error.json-number", "2", "1"},
        {"[1e2]", "error.json-number", "1", "2"},
        {"[9007199254740993]", "error.json-number", "1", "2"},
        {"[-9007199254740993]", "error.json-number", "1", "2"},
        {"[99999999999999999999999999]", "error.json-number", "1", "2"},
        {"[01]", "error.json-syntax", "1", NULL},
        {"[+1]", "error.json-syntax", "1", NULL},
        {"{\"a\":1,\"a\":2}", "error.json-duplicate", "1", NULL},
        {"\"\\u0000\"", "error.json-nul", "1", NULL},
        {"{\"a\\u0000\":1}", "error.json-nul", "1", NULL},
        {"\"\\ud800\"", "error.json-syntax", "1", NULL},
        {"\"\x01\"", "error.json-syntax", "1", NULL},
        {"\"қ\n\xFF\"", "error.json-encoding", "2", "1"},
        {"\"\xED\xA0\x80\"", "error.json-encoding", "1", "2"},
        {"\"\xC0\x80\"", "error.json-encoding", "1", "2"},
        {"\"abc", "error.json-end", "1", NULL},
        {"\"abc\\", "error.json-syntax", "1", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct json *value = NULL;
        struct error error = {0};
        assert_int_equal(
            json_parse(bytes_of_text(cases[i].text), arena, &value, &error),
            STATUS_INVALID);
        assert_null(value);
        assert_string_equal(error.message.key, cases[i].key);
        assert_string_equal(
            message_value(&error.message, "line"), cases[i].line);
        const char *column = message_value(&error.message, "column");
        assert_non_null(column);
        if (cases[i].column != NULL) {
            assert_string_equal(column, cases[i].column);
        }
    }
}

static void a_nul_byte_is_refused(void **state)
{
    (void)state;
    const struct json *value = NULL;
    struct error error = {0};
    assert_int_equal(
        json_parse(bytes_of("1\0", 2), arena, &value, &error), STATUS_INVALID);
    assert_int_equal(json_parse(bytes_of("\"a\0b\"", 5), arena, &value, &error),
        STATUS_INVALID);
}

static enum status parse_nested(int depth)
{
    char text[2 * JSON_DEPTH_MAX + 8] = "";
    const struct json *value = NULL;
    struct error error = {0};
    memset(text, '[', (size_t)depth);
    memset(text + depth, ']', (size_t)depth);
    enum status status = json_parse(bytes_of_text(text), arena, &value, &error);
    if (status != STATUS_OK) {
        assert_string_equal(error.message.key, "error.json-deep");
    }
    return status;
}

static void it_is_as_deep_as_may_be_and_no_deeper(void **state)
{
    (void)state;
    assert_int_equal(parse_nested(JSON_DEPTH_MAX), STATUS_OK);
    assert_int_equal(parse_nested(JSON_DEPTH_MAX + 1), STATUS_INVALID);
    /* Brackets in a text are no depth. */
    assert_string_equal(json_text(parse("\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
                                        "[[\\\"[\"")),
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"[");
}

static void it_is_as_large_as_may_be_and_no_larger(void **state)
{
    (void)state;
    struct error error = {0};
    const struct json *value = NULL;
    char *text = malloc(JSON_SIZE_MAX + 1);
    assert_non_null(text);
    memset(text, ' ', JSON_SIZE_MAX + 1);
    text[0] = '1';
    assert_int_equal(
        json_parse(bytes_of(text, JSON_SIZE_MAX), arena, &value, &error),
        STATUS_OK);
    assert_int_equal(
        json_parse(bytes_of(text, JSON_SIZE_MAX + 1), arena, &value, &error),
        STATUS_INVALID);
    assert_string_equal(error.message.key, "error.json-large");
    free(text);
}

static void the_canonical_form_is_one(void **state)
{
    (void)state;
    assert_canonical(" { \"b\" : [ 1 , null ] , \"a\" : true } ",
        "{\"a\":true,\"b\":[1,null]}");
    assert_canonical("[9007199254740992, -9007199254740992, -0, 0]",
        "[9007199254740992,-9007199254740992,0,0]");
    assert_canonical(
        "\"\\u049b\\/\\u0022\\u005c\\b\\t\\n\\f\\r\\u001F\\u007f\"",
        "\"қ/\\\"\\\\\\b\\t\\n\\f\\r\\u001f\x7F\"");
    assert_canonical("\"\\ud83d\\ude00\"", "\"😀\"");
    assert_canonical("{\"\":{},\" \":[]}", "{\"\":{},\" \":[]}");
}

/* The example of RFC 8785, 3.2.3: by UTF-16 code unit, not by code point. */
static void names_are_in_the_order_of_utf16(void **state)
{
    (void)state;
    assert_canonical("{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,"
                     "\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}",
        "{\"\\r\":2,\"1\":4,\"\xC2\x80\":6,\"ö\":7,\"€\":1,\"😀\":5,"
        "\"\xEF\xAC\xB3\":3}");
    assert_canonical(
        "{\"aa\":1,\"a\":2,\"b\":3}", "{\"a\":2,\"aa\":1,\"b\":3}");
}

static void values_are_built_by_hand(void **state)
{
    (void)state;
    struct json *object = json_object(arena);
    struct json *array = json_array(arena);
    char name[] = "name";
    json_put_text(object, name, "first");
    name[0] = '?';
    json_put_text(object, "name", "second");
    json_put_text(object, "none", NULL);
    json_put(object, "none", NULL);
    json_put_integer(object, "n", -3);
    json_put_boolean(object, "yes", true);
    json_push(array, NULL);
    json_push_text(array, "x");
    json_push_text(array, NULL);
    json_push_integer(array, 5);
    json_put(object, "array", array);
    struct buffer buffer = BUFFER_EMPTY;
    json_write(object, &buffer);
    assert_string_equal(buffer_text(&buffer),
        "{\"array\":[null,\"x\",null,5],\"n\":-3,\"name\":\"second\","
        "\"yes\":true}");
    buffer_finish(&buffer);
}

static void a_copy_outlives_what_it_was_made_of(void **state)
{
    (void)state;
    static const char text[] = "{\"a\":[1,\"қ\",true,null,{}],\"b\":false}";
    struct arena *short_lived = arena_create();
    const struct json *value = NULL;
    struct error error = {0};
    assert_int_equal(
        json_parse(bytes_of_text(text), short_lived, &value, &error),
        STATUS_OK);
    const struct json *copy = json_copy(value, arena);
    assert_null(json_copy(NULL, arena));
    arena_destroy(short_lived);
    struct buffer buffer = BUFFER_EMPTY;
    json_write(copy, &buffer);
    assert_string_equal(buffer_text(&buffer), text);
    buffer_finish(&buffer);
}

static void people_read_it_indented_in_the_order_of_making(void **state)
{
    (void)state;
    struct buffer buffer = BUFFER_EMPTY;
    json_print(parse("{\"b\":[1,{}],\"a\":[]}"), &buffer);
    assert_string_equal(buffer_text(&buffer),
        "{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"a\": []\n}\n");
    buffer_finish(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_read_by_kind),
        cmocka_unit_test(what_is_not_there_is_nothing),
        cmocka_unit_test(hostile_bytes_are_refused_by_place),
        cmocka_unit_test(a_nul_byte_is_refused),
        cmocka_unit_test(it_is_as_deep_as_may_be_and_no_deeper),
        cmocka_unit_test(it_is_as_large_as_may_be_and_no_larger),
        cmocka_unit_test(the_canonical_form_is_one),
        cmocka_unit_test(names_are_in_the_order_of_utf16),
        cmocka_unit_test(values_are_built_by_hand),
        cmocka_unit_test(a_copy_outlives_what_it_was_made_of),
        cmocka_unit_test(people_read_it_indented_in_the_order_of_making),
    };
    return cmocka_run_group_tests(tests, make_arena, destroy_arena);
}
