/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What somebody with the file in hands alters is found, and where.
 */
#include <string.h>

#include "desk.h"
#include "test.h"

#define UNLOCK \
    "DROP TRIGGER events_keep; DROP TRIGGER events_stay;" \
    "DROP TRIGGER roll_keep; DROP TRIGGER roll_stay;" \
    "DROP TRIGGER corpus_sources_keep; DROP TRIGGER corpus_sources_stay;"

/* Founded, registered, opened, called, notified: events 1 to 5. */
static int setup(void **state)
{
    desk_begin(state);
    struct desk *desk = *state;
    desk_register(desk, 20);
    desk_called(desk, "gathering", DESK_TASKS);
    kept_sql(&desk->file, UNLOCK);
    return 0;
}
#define CHECK_TEST(name) \
    cmocka_unit_test_setup_teardown(name, setup, desk_end)

static enum status verify(struct desk *desk)
{
    struct clerk_check check = {.events = -1};
    enum status status =
        clerk_verify(desk->dir, &check, &desk->error);
    assert_true((status == STATUS_OK) == (check.events != -1));
    return status;
}

static void names_event(struct desk *desk, const char *argument,
    const char *number)
{
    const char *named = message_value(&desk->error.message, argument);
    assert_non_null(named);
    assert_string_equal(named, number);
}

static void what_nobody_altered_verifies(void **state)
{
    struct desk *desk = *state;
    struct clerk_check check;
    struct store_head head;
    desk_ok(desk, clerk_verify(desk->dir, &check, &desk->error));
    struct store_reader *reader = desk_reader(desk);
    desk_ok(desk, store_head(reader, &head, &desk->error));
    store_reader_close(reader);
    assert_int_equal(check.events, 5);
    assert_memory_equal(&check.head, &head.head, sizeof head.head);
}

static void an_altered_event_is_named(void **state)
{
    struct desk *desk = *state;
    kept_sql(&desk->file,
        "UPDATE events SET bytes = CAST(replace(CAST(bytes AS TEXT),"
        " 'rural-akim', 'urban-akim') AS BLOB) WHERE number = 3");
    desk_fails(
        desk, verify(desk), STATUS_CORRUPT, "error.record-altered");
    names_event(desk, "number", "3");
}

/* With a hash that fits the new bytes the chain breaks one event later. */
static void an_event_altered_with_its_hash_breaks_the_chain(void **state)
{
    struct desk *desk = *state;
    struct buffer sql = BUFFER_EMPTY;
    char hex[COMMITMENT_TEXT_MAX];
    static const char BYTES[] =
        "{\"actor\":\"keeper\",\"at\":\"2026-12-01T10:00:00+05:00\","
        "\"body\":{},\"entered_by\":\"account-1\",\"kind\":\"x\","
        "\"number\":1,\"previous\":\"00000000000000000000000000000000000000"
        "00000000000000000000000000\",\"proceeding\":0}";
    struct hash hash = event_hash(bytes_of_text(BYTES));
    commitment_write(&hash, hex);
    buffer_add_format(&sql,
        "UPDATE events SET bytes = CAST('%s' AS BLOB), hash = x'%s'"
        " WHERE number = 1",
        BYTES, hex);
    kept_sql(&desk->file, buffer_text(&sql));
    buffer_finish(&sql);
    desk_fails(desk, verify(desk), STATUS_CORRUPT, "error.record-break");
    names_event(desk, "number", "2");
}

static void a_record_cut_at_its_end_is_found(void **state)
{
    struct desk *desk = *state;
    kept_sql(&desk->file, "DELETE FROM events WHERE number = 5");
    desk_fails(
        desk, verify(desk), STATUS_CORRUPT, "error.store-record-cut");
}

static void an_event_that_is_gone_is_found(void **state)
{
    struct desk *desk = *state;
    kept_sql(&desk->file, "DELETE FROM events WHERE number = 3");
    assert_int_equal(verify(desk), STATUS_CORRUPT);
    names_event(desk, "number", "3");
}

static void two_events_that_changed_places_are_found(void **state)
{
    struct desk *desk = *state;
    kept_sql(&desk->file,
        "UPDATE events SET number = 99 WHERE number = 3;"
        "UPDATE events SET number = 3 WHERE number = 4;"
        "UPDATE events SET number = 4 WHERE number = 99");
    assert_int_equal(verify(desk), STATUS_CORRUPT);
    names_event(desk, "number", "3");
}

static void an_altered_roll_is_found(void **state)
{
    struct desk *desk = *state;
    kept_sql(&desk->file, "DELETE FROM roll WHERE position = 20");
    desk_fails(desk, verify(desk), STATUS_CORRUPT, "error.verify-roll");
    names_event(desk, "event", "4");
}

static void a_roll_in_another_order_is_found(void **state)
{
    struct desk *desk = *state;
    kept_sql(&desk->file,
        "UPDATE roll SET position = 99 WHERE position = 1;"
        "UPDATE roll SET position = 1 WHERE position = 2;"
        "UPDATE roll SET position = 2 WHERE position = 99");
    desk_fails(desk, verify(desk), STATUS_CORRUPT, "error.verify-roll");
}

static void a_roll_with_what_is_no_key_is_found(void **state)
{
    struct desk *desk = *state;
    kept_sql(&desk->file, "UPDATE roll SET key = 'x' WHERE position = 1");
    desk_fails(desk, verify(desk), STATUS_CORRUPT, "error.verify-roll");
}

static void an_altered_kept_law_is_found(void **state)
{
    struct desk *desk = *state;
    kept_sql(&desk->file,
        "UPDATE corpus_sources SET text = CAST(replace(CAST(text AS TEXT),"
        " 'at least 10', 'at least 1') AS BLOB)");
    desk_fails(desk, verify(desk), STATUS_CORRUPT, "error.verify-law");
    names_event(desk, "event", "3");
}

static void a_kept_law_that_is_gone_is_found(void **state)
{
    struct desk *desk = *state;
    kept_sql(&desk->file, "DELETE FROM corpus_sources");
    desk_fails(desk, verify(desk), STATUS_CORRUPT, "error.verify-law");
}

static void an_erased_person_leaves_the_record_whole(void **state)
{
    struct desk *desk = *state;
    kept_sql(&desk->file, "DELETE FROM persons WHERE resident = 7");
    desk_ok(desk, verify(desk));
}

static void acts_stop_on_a_record_that_was_cut(void **state)
{
    struct desk *desk = *state;
    kept_sql(&desk->file, "DELETE FROM events WHERE number = 5");
    desk_reject(desk, "rural-akim",
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}",
        STATUS_CORRUPT, "error.store-record-cut");
}

static void a_folder_without_a_store_is_missing(void **state)
{
    struct desk *desk = *state;
    struct clerk_check check;
    desk_fails(desk, clerk_verify(desk->folder, &check, &desk->error),
        STATUS_MISSING, "error.store-missing");
    desk_fails(desk, clerk_rebuild(desk->folder, true, &desk->error),
        STATUS_MISSING, "error.store-missing");
}

static void a_derived_table_that_was_altered_is_made_again(void **state)
{
    struct desk *desk = *state;
    desk_ok(desk, clerk_rebuild(desk->dir, true, &desk->error));
    kept_sql(&desk->file, "UPDATE sittings SET place = 'Мектеп'");
    assert_int_equal(clerk_rebuild(desk->dir, true, &desk->error),
        STATUS_CORRUPT);
    assert_int_equal(kept_sql_integer(&desk->file,
                         "SELECT count(*) FROM sittings"
                         " WHERE place = 'Мектеп'"),
        1);
    desk_ok(desk, clerk_rebuild(desk->dir, false, &desk->error));
    desk_ok(desk, clerk_rebuild(desk->dir, true, &desk->error));
    assert_int_equal(kept_sql_integer(&desk->file,
                         "SELECT count(*) FROM sittings"
                         " WHERE place = 'Клуб'"),
        1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHECK_TEST(what_nobody_altered_verifies),
        CHECK_TEST(an_altered_event_is_named),
        CHECK_TEST(an_event_altered_with_its_hash_breaks_the_chain),
        CHECK_TEST(a_record_cut_at_its_end_is_found),
        CHECK_TEST(an_event_that_is_gone_is_found),
        CHECK_TEST(two_events_that_changed_places_are_found),
        CHECK_TEST(an_altered_roll_is_found),
        CHECK_TEST(a_roll_in_another_order_is_found),
        CHECK_TEST(a_roll_with_what_is_no_key_is_found),
        CHECK_TEST(an_altered_kept_law_is_found),
        CHECK_TEST(a_kept_law_that_is_gone_is_found),
        CHECK_TEST(an_erased_person_leaves_the_record_whole),
        CHECK_TEST(acts_stop_on_a_record_that_was_cut),
        CHECK_TEST(a_folder_without_a_store_is_missing),
        CHECK_TEST(a_derived_table_that_was_altered_is_made_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
