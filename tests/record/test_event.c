/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * An event as canonical bytes, and what is none.
 */
#include <string.h>

#include "test.h"

#include "record/event.h"

static struct arena *arena;
static const struct hash start;

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

static const char plain[] =
    "{\"actor\":\"keeper\",\"at\":\"2026-11-25T09:00:00+05:00\",\"body\":{},"
    "\"entered_by\":\"account-1\",\"kind\":\"x\",\"number\":1,\"previous\":"
    "\"0000000000000000000000000000000000000000000000000000000000000000\","
    "\"proceeding\":0}";

static struct event plain_event(void)
{
    struct event event = {
        .number = 1,
        .kind = "x",
        .actor = "keeper",
        .entered_by = "account-1",
    };
    assert_true(instant_parse("2026-11-25T04:00:00Z", &event.at));
    return event;
}

static void an_event_has_one_form(void **state)
{
    (void)state;
    struct buffer bytes = BUFFER_EMPTY;
    struct event event = plain_event();
    event_encode(&event, &start, arena, &bytes);
    assert_string_equal(buffer_text(&bytes), plain);
    buffer_finish(&bytes);
}

static void every_field_goes_there_and_back(void **state)
{
    (void)state;
    struct buffer bytes = BUFFER_EMPTY;
    struct event event = plain_event();
    struct json *body = json_object(arena);
    json_put_text(body, "place", "Клуб «Достық»");
    json_put_integer(body, "present", 101);
    event.number = INT64_C(1) << 53;
    event.proceeding = 7;
    event.evidence = "хат № 12, 2026-11-24";
    event.body = body;
    const struct hash previous = event_hash(bytes_of_text("before"));
    event_encode(&event, &previous, arena, &bytes);

    struct event read;
    struct hash named;
    struct error error = {0};
    assert_int_equal(
        event_decode(buffer_bytes(&bytes), arena, &read, &named, &error),
        STATUS_OK);
    assert_int_equal(read.number, event.number);
    assert_int_equal(read.at.seconds, event.at.seconds);
    assert_int_equal(read.proceeding, 7);
    assert_string_equal(read.kind, "x");
    assert_string_equal(read.actor, "keeper");
    assert_string_equal(read.entered_by, "account-1");
    assert_string_equal(read.evidence, event.evidence);
    assert_string_equal(json_member_text(read.body, "place"), "Клуб «Достық»");
    assert_int_equal(json_member_integer(read.body, "present", 0), 101);
    assert_memory_equal(named.bytes, previous.bytes, HASH_SIZE);
    buffer_finish(&bytes);
}

static void evidence_that_was_not_given_is_not_there(void **state)
{
    (void)state;
    struct event read;
    struct hash named;
    struct error error = {0};
    assert_int_equal(
        event_decode(bytes_of_text(plain), arena, &read, &named, &error),
        STATUS_OK);
    assert_null(read.evidence);
    assert_int_equal(json_kind(read.body), JSON_OBJECT);
}

/* `plain` with the first `from` turned into `to`. */
static const char *turned(const char *from, const char *to)
{
    const char *at = strstr(plain, from);
    assert_non_null(at);
    return arena_format(
        arena, "%.*s%s%s", (int)(at - plain), plain, to, at + strlen(from));
}

static void assert_corrupt(const char *text, const char *key, const char *field)
{
    struct event read = {.number = 77};
    struct hash named;
    struct error error = {0};
    assert_int_equal(
        event_decode(bytes_of_text(text), arena, &read, &named, &error),
        STATUS_CORRUPT);
    assert_string_equal(error.message.key, key);
    assert_int_equal(read.number, 77);
    if (field != NULL) {
        assert_string_equal(message_value(&error.message, "field"), field);
    }
}

static void a_field_that_is_missing_or_wrong_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        const char *to;
        const char *field;
    } cases[] = {
        {"\"actor\":\"keeper\",", "", "actor"},
        {"\"keeper\"", "7", "actor"},
        {"T09:00:00+05:00", "T25:00:00+05:00", "at"},
        {"\"body\":{}", "\"body\":[]", "body"},
        {"\"body\":{},", "", "body"},
        {"\"account-1\"", "null", "entered_by"},
        {"\"kind\"", "\"kinds\"", "kind"},
        {"\"number\":1", "\"number\":0", "number"},
        {"\"number\":1", "\"number\":\"1\"", "number"},
        {"0000\"", "000\"", "previous"},
        {"0000\"", "000G\"", "previous"},
        {"0000\"", "00000\"", "previous"},
        {"\"proceeding\":0", "\"proceeding\":-1", "proceeding"},
        {",\"proceeding\":0", "", "proceeding"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_corrupt(turned(cases[i].from, cases[i].to), "error.event-field",
            cases[i].field);
    }
}

static void the_same_said_in_another_form_is_corrupt(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        const char *to;
    } cases[] = {
        {"{\"actor\"", "{ \"actor\""},
        {"\"kind\":\"x\",\"number\":1", "\"number\":1,\"kind\":\"x\""},
        {"\"x\"", "\"\\u0078\""},
        {"2026-11-25T09:00:00+05:00", "2026-11-25T04:00:00Z"},
        {"\"kind\"", "\"extra\":1,\"kind\""},
        {"\"kind\"", "\"evidence\":null,\"kind\""},
        {"\"kind\"", "\"evidence\":5,\"kind\""},
        {"\"body\":{}", "\"body\":{\"b\":1,\"a\":2}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_corrupt(turned(cases[i].from, cases[i].to),
            "error.event-not-canonical", NULL);
    }
    assert_corrupt(
        arena_format(arena, "%s\n", plain), "error.event-not-canonical", NULL);
}

static void what_is_no_json_object_is_corrupt(void **state)
{
    (void)state;
    assert_corrupt("", "error.event-not-json", NULL);
    assert_corrupt("{", "error.event-not-json", NULL);
    assert_corrupt("\xFF", "error.event-not-json", NULL);
    assert_corrupt("[]", "error.event-no-object", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_has_one_form),
        cmocka_unit_test(every_field_goes_there_and_back),
        cmocka_unit_test(evidence_that_was_not_given_is_not_there),
        cmocka_unit_test(a_field_that_is_missing_or_wrong_is_named),
        cmocka_unit_test(the_same_said_in_another_form_is_corrupt),
        cmocka_unit_test(what_is_no_json_object_is_corrupt),
    };
    return cmocka_run_group_tests(tests, make_arena, destroy_arena);
}
