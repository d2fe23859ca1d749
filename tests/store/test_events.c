/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The record: a chain of events, undone with what they were part of, and
 * altered by nobody unseen.
 */
#include <pthread.h>
#include <string.h>
#include <time.h>

#include "kept.h"
#include "test.h"

#define FOUNDED "{'kato': '116645000', 'demonstration': true}"
#define OPENED \
    "{'procedure': 'gathering', 'law': 'ab', 'law_day': '2026-03-01'," \
    " 'initiator': 'rural-akim'}"

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

/* Numbers of the events that were visited; stops at `stop`. */
struct visited {
    struct chain chain;
    struct arena *arena;
    enum status status;
    int64_t numbers[16];
    size_t count;
    size_t stop;
};

static bool visit(void *context, const struct store_event *event)
{
    struct visited *visited = context;
    struct error error;
    visited->status = chain_next(&visited->chain, event->number, event->bytes,
        &event->hash, visited->arena, NULL, &error);
    visited->numbers[visited->count++] = event->number;
    return visited->count != visited->stop;
}

static void events_form_a_chain_that_verifies(void **state)
{
    struct kept *kept = *state;
    struct visited visited = {.arena = kept->arena};
    (void)kept_enter(kept, "community-founded", 0, FOUNDED);
    kept_begin(kept);
    (void)kept_append(kept, "proceeding-opened", 1, OPENED);
    struct hash last =
        kept_append(kept, "initiative-signed", 1, "{'signers': ['k1']}");
    kept_commit(kept);
    kept_ok(kept, store_events(
        kept->reader, 1, 0, visit, &visited, &kept->error));
    assert_int_equal(visited.status, STATUS_OK);
    assert_int_equal(visited.count, 3);
    struct store_head head;
    kept_ok(kept, store_head(kept->reader, &head, &kept->error));
    assert_int_equal(head.count, 3);
    assert_memory_equal(head.head.bytes, last.bytes, HASH_SIZE);
    assert_memory_equal(
        head.head.bytes, visited.chain.head.bytes, HASH_SIZE);
}

static void the_events_of_a_proceeding_are_found(void **state)
{
    struct kept *kept = *state;
    struct visited all = {.arena = kept->arena};
    struct visited late = {.arena = kept->arena};
    struct visited first = {.arena = kept->arena, .stop = 1};
    (void)kept_enter(kept, "community-founded", 0, FOUNDED);
    (void)kept_enter(kept, "proceeding-opened", 1, OPENED);
    (void)kept_enter(kept, "proceeding-opened", 2, OPENED);
    (void)kept_enter(kept, "initiative-signed", 1, "{'signers': ['k1']}");
    kept_ok(kept, store_events(kept->reader, 1, 1, visit, &all, &kept->error));
    assert_int_equal(all.count, 2);
    assert_int_equal(all.numbers[0], 2);
    assert_int_equal(all.numbers[1], 4);
    kept_ok(kept, store_events(kept->reader, 3, 1, visit, &late, &kept->error));
    assert_int_equal(late.count, 1);
    assert_int_equal(late.numbers[0], 4);
    kept_ok(kept, store_events(
        kept->reader, 1, 0, visit, &first, &kept->error));
    assert_int_equal(first.count, 1);
}

/* ---- undone -------------------------------------------------------------- */

static void an_undone_act_leaves_nothing(void **state)
{
    struct kept *kept = *state;
    const struct proceeding *proceeding = NULL;
    struct visited visited = {.arena = kept->arena};
    (void)kept_enter(kept, "proceeding-opened", 1, OPENED);
    kept_begin(kept);
    kept_ok(kept, store_savepoint(kept->store, &kept->error));
    (void)kept_append(kept, "initiative-signed", 1, "{'signers': ['k1']}");
    (void)kept_append(kept, "proceeding-opened", 2, OPENED);
    kept_ok(kept, store_undo(kept->store, &kept->error));
    kept_ok(kept, store_savepoint(kept->store, &kept->error));
    kept_ok(kept, store_state(kept->store, 1, &proceeding, &kept->error));
    assert_int_equal(map_count(proceeding->signatures), 0);
    kept_fails(kept, store_state(kept->store, 2, &proceeding, &kept->error),
        STATUS_MISSING, "error.store-no-proceeding");
    (void)kept_append(kept, "initiative-signed", 1, "{'signers': ['k2']}");
    kept_ok(kept, store_release(kept->store, &kept->error));
    kept_commit(kept);
    kept_ok(kept, store_events(
        kept->reader, 1, 0, visit, &visited, &kept->error));
    assert_int_equal(visited.status, STATUS_OK);
    assert_int_equal(visited.count, 2);
    assert_int_equal(
        kept_sql_integer(kept, "SELECT count(*) FROM sittings"), 1);
}

static void a_rolled_back_group_leaves_the_head(void **state)
{
    struct kept *kept = *state;
    struct hash kept_hash = kept_enter(kept, "proceeding-opened", 1, OPENED);
    kept_begin(kept);
    kept_ok(kept, store_savepoint(kept->store, &kept->error));
    (void)kept_append(kept, "initiative-signed", 1, "{'signers': ['k1']}");
    kept_ok(kept, store_release(kept->store, &kept->error));
    store_rollback(kept->store);
    struct store_head head;
    kept_ok(kept, store_head(kept->reader, &head, &kept->error));
    assert_int_equal(head.count, 1);
    assert_memory_equal(head.head.bytes, kept_hash.bytes, HASH_SIZE);
    struct visited visited = {.arena = kept->arena};
    (void)kept_enter(kept, "initiative-signed", 1, "{'signers': ['k2']}");
    kept_ok(kept, store_events(
        kept->reader, 1, 0, visit, &visited, &kept->error));
    assert_int_equal(visited.status, STATUS_OK);
    assert_int_equal(visited.count, 2);
}

/* ---- two processes ------------------------------------------------------- */

static void a_clerk_sees_what_another_entered(void **state)
{
    struct kept *kept = *state;
    struct store *own = kept->store;
    struct store *other = NULL;
    const struct proceeding *proceeding = NULL;
    kept_ok(kept, store_open(kept->path, &other, &kept->error));
    (void)kept_enter(kept, "proceeding-opened", 1, OPENED);
    kept->store = other;
    (void)kept_enter(kept, "initiative-signed", 1, "{'signers': ['k1']}");
    kept->store = own;
    kept_begin(kept);
    kept_ok(kept, store_state(kept->store, 1, &proceeding, &kept->error));
    assert_int_equal(map_count(proceeding->signatures), 1);
    (void)kept_append(kept, "initiative-signed", 1, "{'signers': ['k2']}");
    assert_int_equal(map_count(proceeding->signatures), 2);
    kept_commit(kept);
    store_close(other);
    struct visited visited = {.arena = kept->arena};
    kept_ok(kept, store_events(
        kept->reader, 1, 0, visit, &visited, &kept->error));
    assert_int_equal(visited.status, STATUS_OK);
    assert_int_equal(visited.count, 3);
}

static void *commit_soon(void *context)
{
    struct kept *kept = context;
    struct timespec pause = {.tv_nsec = 100000000};
    (void)nanosleep(&pause, NULL);
    (void)kept_append(kept, "community-founded", 0, FOUNDED);
    kept_commit(kept);
    return NULL;
}

static void a_clerk_waits_for_another(void **state)
{
    struct kept *kept = *state;
    struct store *other = NULL;
    struct error error = {0};
    pthread_t thread;
    struct store_head head;
    kept_ok(kept, store_open(kept->path, &other, &kept->error));
    kept_begin(kept);
    assert_int_equal(pthread_create(&thread, NULL, commit_soon, kept), 0);
    assert_int_equal(store_begin(other, &error), STATUS_OK);
    assert_int_equal(pthread_join(thread, NULL), 0);
    assert_int_equal(
        store_head(store_reads(other), &head, &error), STATUS_OK);
    assert_int_equal(head.count, 1);
    store_close(other);
}

/* ---- altered ------------------------------------------------------------- */

static void record_enter(struct kept *kept)
{
    (void)kept_enter(kept, "proceeding-opened", 1, OPENED);
    (void)kept_enter(kept, "initiative-signed", 1, "{'signers': ['k1']}");
    (void)kept_enter(kept, "initiative-signed", 1, "{'signers': ['k2']}");
    kept_sql(kept, "DROP TRIGGER events_keep; DROP TRIGGER events_stay;");
}

static void altered_bytes_are_corrupt_wherever_they_are_read(void **state)
{
    struct kept *kept = *state;
    struct visited visited = {.arena = kept->arena};
    struct proceeding proceeding;
    record_enter(kept);
    kept_sql(kept, "UPDATE events SET bytes = CAST(replace("
        "CAST(bytes AS TEXT), 'k1', 'k9') AS BLOB) WHERE number = 2");
    kept_fails(kept,
        store_events(kept->reader, 1, 0, visit, &visited, &kept->error),
        STATUS_CORRUPT, "error.record-altered");
    assert_string_equal(message_value(&kept->error.message, "number"), "2");
    assert_int_equal(visited.count, 1);
    kept_fails(kept,
        store_proceeding(
            kept->reader, 1, kept->arena, &proceeding, &kept->error),
        STATUS_CORRUPT, "error.record-altered");
}

static void nothing_is_entered_upon_an_altered_head(void **state)
{
    struct kept *kept = *state;
    struct store_head head;
    record_enter(kept);
    kept_sql(kept, "UPDATE events SET bytes = CAST(replace("
        "CAST(bytes AS TEXT), 'k2', 'k9') AS BLOB) WHERE number = 3");
    kept_fails(kept, store_begin(kept->store, &kept->error), STATUS_CORRUPT,
        "error.record-altered");
    kept_fails(kept, store_head(kept->reader, &head, &kept->error),
        STATUS_CORRUPT, "error.record-altered");
}

static void an_event_taken_out_is_missed(void **state)
{
    struct kept *kept = *state;
    struct proceeding proceeding;
    record_enter(kept);
    kept_sql(kept, "DELETE FROM events WHERE number = 2");
    kept_fails(kept,
        store_proceeding(
            kept->reader, 1, kept->arena, &proceeding, &kept->error),
        STATUS_CORRUPT, "error.store-event-lost");
    assert_string_equal(message_value(&kept->error.message, "number"), "2");
    struct visited visited = {.arena = kept->arena};
    kept_ok(kept, store_events(
        kept->reader, 1, 0, visit, &visited, &kept->error));
    assert_int_equal(visited.status, STATUS_CORRUPT);
}

static void a_record_cut_off_at_its_end_is_missed(void **state)
{
    struct kept *kept = *state;
    struct store_head head;
    record_enter(kept);
    kept_sql(kept, "DELETE FROM events WHERE number = 3");
    kept_fails(kept, store_head(kept->reader, &head, &kept->error),
        STATUS_CORRUPT, "error.store-record-cut");
    assert_string_equal(message_value(&kept->error.message, "found"), "2");
    assert_string_equal(message_value(&kept->error.message, "entered"), "3");
    kept_fails(kept, store_begin(kept->store, &kept->error), STATUS_CORRUPT,
        "error.store-record-cut");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            events_form_a_chain_that_verifies, setup, teardown),
        cmocka_unit_test_setup_teardown(
            the_events_of_a_proceeding_are_found, setup, teardown),
        cmocka_unit_test_setup_teardown(
            an_undone_act_leaves_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_rolled_back_group_leaves_the_head, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_clerk_sees_what_another_entered, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_clerk_waits_for_another, setup, teardown),
        cmocka_unit_test_setup_teardown(
            altered_bytes_are_corrupt_wherever_they_are_read, setup, teardown),
        cmocka_unit_test_setup_teardown(
            nothing_is_entered_upon_an_altered_head, setup, teardown),
        cmocka_unit_test_setup_teardown(
            an_event_taken_out_is_missed, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_record_cut_off_at_its_end_is_missed, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
