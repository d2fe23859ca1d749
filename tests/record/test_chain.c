/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A chain of five events, and what is done to it: which event, what differs.
 */
#include <string.h>

#include "test.h"

#include "record/chain.h"

enum { EVENTS = 5 };

/* As a store keeps them. */
struct kept {
    int64_t number;
    struct buffer bytes;
    struct hash hash;
};

struct fixture {
    struct arena *arena;
    struct kept events[EVENTS];
};

/* Encodes event i again upon the one before it, as a forger would. */
static void encode(struct fixture *fixture, int i, int64_t number)
{
    struct kept *kept = &fixture->events[i];
    struct hash previous = {{0}};
    if (i > 0) {
        previous = fixture->events[i - 1].hash;
    }
    struct event event = {
        .number = number,
        .at = {1795572000 + i},
        .kind = "speech-recorded",
        .proceeding = 1,
        .actor = "chair",
        .entered_by = "account-2",
    };
    kept->number = number;
    buffer_clear(&kept->bytes);
    event_encode(&event, &previous, fixture->arena, &kept->bytes);
    kept->hash = event_hash(buffer_bytes(&kept->bytes));
}

static int setup(void **state)
{
    static struct fixture fixture;
    fixture = (struct fixture){.arena = arena_create()};
    for (int i = 0; i < EVENTS; i++) {
        encode(&fixture, i, i + 1);
    }
    *state = &fixture;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *fixture = *state;
    for (int i = 0; i < EVENTS; i++) {
        buffer_finish(&fixture->events[i].bytes);
    }
    arena_destroy(fixture->arena);
    return 0;
}

/* Checks the chain; how many events were accepted. */
static int64_t check(
    struct fixture *fixture, size_t first, size_t count, struct error *error)
{
    struct chain chain = {0};
    *error = (struct error){0};
    for (size_t i = first; i < first + count; i++) {
        const struct kept *kept = &fixture->events[i];
        struct event event = {0};
        int64_t before = chain.count;
        struct hash head = chain.head;
        enum status status =
            chain_next(&chain, kept->number, buffer_bytes(&kept->bytes),
                &kept->hash, fixture->arena, &event, error);
        if (status != STATUS_OK) {
            assert_int_equal(status, STATUS_CORRUPT);
            assert_int_equal(chain.count, before);
            assert_memory_equal(chain.head.bytes, head.bytes, HASH_SIZE);
            break;
        }
        assert_int_equal(event.number, kept->number);
        assert_memory_equal(chain.head.bytes, kept->hash.bytes, HASH_SIZE);
    }
    return chain.count;
}

/* All five are checked; the fault is found after `accepted` of them. */
static void assert_fault(
    struct fixture *fixture, int64_t accepted, const char *key)
{
    struct error error;
    assert_int_equal(check(fixture, 0, EVENTS, &error), accepted);
    assert_string_equal(error.message.key, key);
    char number[2] = {(char)('1' + accepted), '\0'};
    assert_string_equal(message_value(&error.message, "number"), number);
}

static void a_whole_chain_is_accepted(void **state)
{
    struct error error;
    assert_int_equal(check(*state, 0, EVENTS, &error), EVENTS);
    assert_null(error.message.key);
}

static void any_altered_byte_is_found_in_its_event(void **state)
{
    struct fixture *fixture = *state;
    struct buffer *bytes = &fixture->events[2].bytes;
    for (size_t i = 0; i < bytes->length; i++) {
        bytes->data[i] ^= 1;
        assert_fault(fixture, 2, "error.record-altered");
        bytes->data[i] ^= 1;
    }
    struct error error;
    assert_int_equal(check(fixture, 0, EVENTS, &error), EVENTS);
}

static void an_altered_event_names_both_hashes(void **state)
{
    struct fixture *fixture = *state;
    char computed[2 * HASH_SIZE + 1];
    char stored[2 * HASH_SIZE + 1];
    struct error error;
    fixture->events[0].bytes.data[20] ^= 1;
    struct hash hash = event_hash(buffer_bytes(&fixture->events[0].bytes));
    bytes_to_hex(bytes_of(hash.bytes, HASH_SIZE), computed);
    bytes_to_hex(bytes_of(fixture->events[0].hash.bytes, HASH_SIZE), stored);
    assert_int_equal(check(fixture, 0, EVENTS, &error), 0);
    assert_string_equal(message_value(&error.message, "computed"), computed);
    assert_string_equal(message_value(&error.message, "stored"), stored);
}

static void an_altered_hash_is_found_in_its_event(void **state)
{
    struct fixture *fixture = *state;
    fixture->events[3].hash.bytes[31] ^= 0x80;
    assert_fault(fixture, 3, "error.record-altered");
}

static void truncated_bytes_are_found_in_their_event(void **state)
{
    struct fixture *fixture = *state;
    fixture->events[4].bytes.length--;
    assert_fault(fixture, 4, "error.record-altered");
    fixture->events[4].bytes.length = 0;
    assert_fault(fixture, 4, "error.record-altered");
}

/* With its hash made anew, an altered event breaks with the one after it. */
static void an_event_forged_with_its_hash_breaks_the_next(void **state)
{
    struct fixture *fixture = *state;
    struct error error;
    struct kept *kept = &fixture->events[1];
    char *actor = strstr(kept->bytes.data, "chair");
    assert_non_null(actor);
    memcpy(actor, "chain", 5);
    kept->hash = event_hash(buffer_bytes(&kept->bytes));
    assert_fault(fixture, 2, "error.record-break");
    assert_int_equal(check(fixture, 0, EVENTS, &error), 2);
    assert_string_equal(message_value(&error.message, "before"), "2");
    char head[2 * HASH_SIZE + 1];
    bytes_to_hex(bytes_of(kept->hash.bytes, HASH_SIZE), head);
    assert_string_equal(message_value(&error.message, "head"), head);
}

static void reordered_events_are_found_at_the_first(void **state)
{
    struct fixture *fixture = *state;
    struct kept moved = fixture->events[1];
    fixture->events[1] = fixture->events[2];
    fixture->events[2] = moved;
    assert_fault(fixture, 1, "error.record-number");
    /* Numbered anew in the store, they still say inside who they are. */
    fixture->events[1].number = 2;
    fixture->events[2].number = 3;
    assert_fault(fixture, 1, "error.record-number-inside");
}

static void a_missing_event_is_found_where_it_should_be(void **state)
{
    struct fixture *fixture = *state;
    struct error error;
    assert_int_equal(check(fixture, 1, EVENTS - 1, &error), 0);
    assert_string_equal(error.message.key, "error.record-number");
    assert_string_equal(message_value(&error.message, "number"), "1");
    assert_string_equal(message_value(&error.message, "found"), "2");

    struct buffer bytes = fixture->events[2].bytes;
    fixture->events[2] = fixture->events[3];
    fixture->events[3].bytes = bytes;
    assert_fault(fixture, 2, "error.record-number");
}

static void a_repeated_event_is_found(void **state)
{
    struct fixture *fixture = *state;
    encode(fixture, 2, 2);
    assert_fault(fixture, 2, "error.record-number");
}

static void a_renumbered_event_says_inside_who_it_is(void **state)
{
    struct fixture *fixture = *state;
    encode(fixture, 2, 7);
    fixture->events[2].number = 3;
    struct error error;
    assert_fault(fixture, 2, "error.record-number-inside");
    assert_int_equal(check(fixture, 0, EVENTS, &error), 2);
    assert_string_equal(message_value(&error.message, "found"), "7");
}

static void another_form_of_an_event_is_found(void **state)
{
    struct fixture *fixture = *state;
    struct kept *kept = &fixture->events[2];
    struct error error;
    buffer_add_char(&kept->bytes, ' ');
    kept->hash = event_hash(buffer_bytes(&kept->bytes));
    assert_fault(fixture, 2, "error.record-not-canonical");
    assert_int_equal(check(fixture, 0, EVENTS, &error), 2);
    assert_string_equal(
        message_value(&error.message, "why"), "error.event-not-canonical");

    buffer_clear(&kept->bytes);
    buffer_add_text(&kept->bytes, "{}");
    kept->hash = event_hash(buffer_bytes(&kept->bytes));
    assert_fault(fixture, 2, "error.record-field");
}

static void the_event_itself_need_not_be_asked_for(void **state)
{
    struct fixture *fixture = *state;
    struct chain chain = {0};
    struct error error = {0};
    const struct kept *kept = &fixture->events[0];
    assert_int_equal(chain_next(&chain, 1, buffer_bytes(&kept->bytes),
                         &kept->hash, fixture->arena, NULL, &error),
        STATUS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_whole_chain_is_accepted, setup, teardown),
        cmocka_unit_test_setup_teardown(
            any_altered_byte_is_found_in_its_event, setup, teardown),
        cmocka_unit_test_setup_teardown(
            an_altered_event_names_both_hashes, setup, teardown),
        cmocka_unit_test_setup_teardown(
            an_altered_hash_is_found_in_its_event, setup, teardown),
        cmocka_unit_test_setup_teardown(
            truncated_bytes_are_found_in_their_event, setup, teardown),
        cmocka_unit_test_setup_teardown(
            an_event_forged_with_its_hash_breaks_the_next, setup, teardown),
        cmocka_unit_test_setup_teardown(
            reordered_events_are_found_at_the_first, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_missing_event_is_found_where_it_should_be, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_repeated_event_is_found, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_renumbered_event_says_inside_who_it_is, setup, teardown),
        cmocka_unit_test_setup_teardown(
            another_form_of_an_event_is_found, setup, teardown),
        cmocka_unit_test_setup_teardown(
            the_event_itself_need_not_be_asked_for, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
