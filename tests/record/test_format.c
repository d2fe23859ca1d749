/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The example of docs/record-format.md, read from the page itself: every
 * hash it shows is the one that its bytes have.
 */
#include <string.h>

#include "test.h"

#include "base/file.h"
#include "record/chain.h"
#include "record/commitment.h"

enum { PAGE_MAX = 1 << 20, PERSONS = 3, EVENTS = 2, LABEL_LENGTH = 11 };

static struct arena *arena;
static char *page;

static int setup(void **state)
{
    (void)state;
    struct buffer content = BUFFER_EMPTY;
    struct error error = {0};
    arena = arena_create();
    if (file_read("docs/record-format.md", PAGE_MAX, &content, &error) !=
        STATUS_OK) {
        return -1;
    }
    page = arena_text(arena, buffer_text(&content));
    buffer_finish(&content);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

/* What stands behind the `index`-th line that begins with `label`. */
static const char *shown(const char *label, int index)
{
    const char *start = arena_format(arena, "\n%-*s", LABEL_LENGTH, label);
    const char *at = page;
    for (int i = 0; i <= index; i++) {
        at = strstr(at, start);
        assert_non_null(at);
        at += strlen(start);
    }
    return arena_text_n(arena, at, strcspn(at, "\n"));
}

static struct hash shown_hash(const char *label, int index)
{
    struct hash hash;
    assert_true(
        bytes_from_hex(shown(label, index), hash.bytes, sizeof hash.bytes));
    return hash;
}

static void every_commitment_is_that_of_its_salt_and_fields(void **state)
{
    (void)state;
    for (int i = 0; i < PERSONS; i++) {
        struct commitment_salt salt;
        char key[COMMITMENT_TEXT_MAX];
        assert_true(
            bytes_from_hex(shown("salt", i), salt.bytes, sizeof salt.bytes));
        struct hash hash =
            commitment_of(&salt, bytes_of_text(shown("fields", i)));
        commitment_write(&hash, key);
        assert_string_equal(shown("commitment", i), key);
    }
}

static void the_fields_are_canonical(void **state)
{
    (void)state;
    for (int i = 0; i < PERSONS; i++) {
        const char *fields = shown("fields", i);
        const struct json *value = NULL;
        struct error error = {0};
        struct buffer again = BUFFER_EMPTY;
        assert_int_equal(
            json_parse(bytes_of_text(fields), arena, &value, &error),
            STATUS_OK);
        json_write(value, &again);
        assert_string_equal(buffer_text(&again), fields);
        buffer_finish(&again);
    }
}

static void the_root_is_that_of_the_commitments(void **state)
{
    (void)state;
    struct hash leaves[PERSONS];
    for (int i = 0; i < PERSONS; i++) {
        leaves[i] = shown_hash("commitment", i);
    }
    char root[COMMITMENT_TEXT_MAX];
    struct hash hash = commitment_root(leaves, PERSONS);
    commitment_write(&hash, root);
    assert_string_equal(shown("root", 0), root);
}

static void the_events_are_a_chain(void **state)
{
    (void)state;
    struct chain chain = {0};
    struct event event = {0};
    for (int i = 0; i < EVENTS; i++) {
        struct hash hash = shown_hash("hash", i);
        struct error error = {0};
        assert_int_equal(
            chain_next(&chain, i + 1, bytes_of_text(shown("event", i)), &hash,
                arena, &event, &error),
            STATUS_OK);
    }
    assert_int_equal(chain.count, EVENTS);
    assert_int_equal(json_member_integer(event.body, "count", 0), PERSONS);
    assert_string_equal(json_member_text(event.body, "root"), shown("root", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_commitment_is_that_of_its_salt_and_fields),
        cmocka_unit_test(the_fields_are_canonical),
        cmocka_unit_test(the_root_is_that_of_the_commitments),
        cmocka_unit_test(the_events_are_a_chain),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
