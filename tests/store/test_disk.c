/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A disk that is full in the middle of an act: nothing half-stored, a message
 * that says what to do, and work goes on when there is room again.
 */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "kept.h"
#include "store/store_internal.h"
#include "test.h"

#define OPENED \
    "{'procedure': 'gathering', 'law': 'ab', 'law_day': '2026-03-01'," \
    " 'initiator': 'rural-akim'}"

enum { TEXT_BYTES = 4000, EVENTS_MAX = 20000 };

static int setup(void **state)
{
    static struct kept kept;
    kept_setup(&kept);
    (void)kept_enter(&kept, "proceeding-opened", 1, OPENED);
    *state = &kept;
    return 0;
}

static int teardown(void **state)
{
    kept_teardown(*state);
    return 0;
}

/* Appends long events in one act until one does not go in; -> its status. */
static enum status append_until_full(struct kept *kept, size_t max)
{
    char text[TEXT_BYTES + 1];
    memset(text, 'x', TEXT_BYTES);
    text[TEXT_BYTES] = '\0';
    const char *body =
        arena_format(kept->arena, "{'signers': ['k1'], 'text': '%s'}", text);
    for (size_t i = 0; i < max; i++) {
        struct arena *scratch = arena_create();
        struct event event =
            kept_event(kept, "initiative-signed", 1, body);
        struct hash hash;
        enum status status = store_append(
            kept->store, &event, scratch, &hash, &kept->error);
        arena_destroy(scratch);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

/* The record is as it was, and takes the next event. */
static void all_is_as_before(struct kept *kept, int64_t events)
{
    struct store_head head;
    const struct proceeding *proceeding = NULL;
    kept_ok(kept, store_head(kept->reader, &head, &kept->error));
    assert_int_equal(head.count, events);
    (void)kept_enter(kept, "initiative-signed", 1, "{'signers': ['k2']}");
    kept_begin(kept);
    kept_ok(kept, store_state(kept->store, 1, &proceeding, &kept->error));
    assert_int_equal(map_count(proceeding->signatures), 1);
    assert_non_null(map_get(proceeding->signatures, "k2"));
    kept_commit(kept);
    kept_ok(kept, store_head(kept->reader, &head, &kept->error));
    assert_int_equal(head.count, events + 1);
    kept_ok(kept, store_rebuild(kept->path, true, &kept->error));
}

static void pages_limit(struct kept *kept, const char *sql)
{
    assert_int_equal(sqlite3_exec(kept->store->reader.db, sql, NULL, NULL,
                         NULL),
        SQLITE_OK);
}

static void a_full_store_keeps_nothing_of_the_group(void **state)
{
    struct kept *kept = *state;
    pages_limit(kept, "PRAGMA max_page_count = 100");
    kept_begin(kept);
    kept_ok(kept, store_savepoint(kept->store, &kept->error));
    (void)kept_append(kept, "initiative-signed", 1, "{'signers': ['k0']}");
    kept_ok(kept, store_release(kept->store, &kept->error));
    kept_ok(kept, store_savepoint(kept->store, &kept->error));
    kept_fails(kept, append_until_full(kept, EVENTS_MAX), STATUS_UNAVAILABLE,
        "error.store-full");
    store_rollback(kept->store);
    pages_limit(kept, "PRAGMA max_page_count = 1000000");
    all_is_as_before(kept, 1);
}

static void a_lost_transaction_answers_the_same_until_rolled_back(void **state)
{
    struct kept *kept = *state;
    const struct proceeding *proceeding = NULL;
    pages_limit(kept, "PRAGMA max_page_count = 100");
    kept_begin(kept);
    kept_ok(kept, store_savepoint(kept->store, &kept->error));
    kept_fails(kept, append_until_full(kept, EVENTS_MAX), STATUS_UNAVAILABLE,
        "error.store-full");
    kept_fails(kept, append_until_full(kept, 1), STATUS_UNAVAILABLE,
        "error.store-full");
    kept_fails(kept, store_state(kept->store, 2, &proceeding, &kept->error),
        STATUS_UNAVAILABLE, "error.store-full");
    kept_fails(kept, store_undo(kept->store, &kept->error),
        STATUS_UNAVAILABLE, "error.store-full");
    kept_fails(kept, store_release(kept->store, &kept->error),
        STATUS_UNAVAILABLE, "error.store-full");
    kept_fails(kept, store_commit(kept->store, &kept->error),
        STATUS_UNAVAILABLE, "error.store-full");
    pages_limit(kept, "PRAGMA max_page_count = 1000000");
    all_is_as_before(kept, 1);
}

/* ---- the disk itself ----------------------------------------------------- */

static struct rlimit unlimited;

/* No file may grow past the log as it is now, and `more` bytes. */
static void disk_fill(struct kept *kept, off_t more)
{
    struct stat log;
    const char *path = arena_format(kept->arena, "%s-wal", kept->path);
    assert_int_equal(stat(path, &log), 0);
    (void)signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    struct rlimit limit = unlimited;
    limit.rlim_cur = (rlim_t)(log.st_size + more);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void disk_free(void)
{
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &unlimited), 0);
}

static void a_commit_that_does_not_fit_the_disk_keeps_nothing(void **state)
{
    static const off_t rooms[] = {0, 1, 4096, 5000};
    struct kept *kept = *state;
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
        kept_begin(kept);
        kept_ok(kept, store_savepoint(kept->store, &kept->error));
        (void)kept_append(kept, "initiative-signed", 1, "{'signers': ['k0']}");
        kept_ok(kept, store_release(kept->store, &kept->error));
        disk_fill(kept, rooms[i]);
        kept_fails(kept, store_commit(kept->store, &kept->error),
            STATUS_UNAVAILABLE, "error.store-disk");
        disk_free();
        struct store_head head;
        kept_ok(kept, store_head(kept->reader, &head, &kept->error));
        assert_int_equal(head.count, 1);
    }
    all_is_as_before(kept, 1);
}

/* More than the cache holds: written before the commit. */
static void an_act_that_does_not_fit_the_disk_keeps_nothing(void **state)
{
    struct kept *kept = *state;
    kept_begin(kept);
    kept_ok(kept, store_savepoint(kept->store, &kept->error));
    disk_fill(kept, 100000);
    kept_fails(kept, append_until_full(kept, EVENTS_MAX), STATUS_UNAVAILABLE,
        "error.store-disk");
    store_rollback(kept->store);
    disk_free();
    all_is_as_before(kept, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_full_store_keeps_nothing_of_the_group, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_lost_transaction_answers_the_same_until_rolled_back, setup,
            teardown),
        cmocka_unit_test_setup_teardown(
            a_commit_that_does_not_fit_the_disk_keeps_nothing, setup,
            teardown),
        cmocka_unit_test_setup_teardown(
            an_act_that_does_not_fit_the_disk_keeps_nothing, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
