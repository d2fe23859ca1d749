/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Many acts at once: every one that was acknowledged is in the record, however
 * many threads and clerks submit and whatever the disk does.
 */
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "desk.h"
#include "test.h"

#define OPEN "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}"

enum { THREADS = 4, ACTS = 100 };

/* What one thread submits, and what it was answered. */
struct submitter {
    struct clerk *clerk;
    struct act act;
    struct clerk_answer answers[ACTS];
};

static void *submit_all(void *context)
{
    struct submitter *own = context;
    struct clerk_account akim = desk_account("rural-akim");
    for (size_t i = 0; i < ACTS; i++) {
        clerk_submit_wait(own->clerk, &akim, &own->act, &own->answers[i]);
    }
    return NULL;
}

/* The hash that the record has of an event. */
struct wanted {
    int64_t number;
    struct hash hash;
};

static bool hash_take(void *context, const struct store_event *event)
{
    struct wanted *wanted = context;
    wanted->number = event->number;
    wanted->hash = event->hash;
    return false;
}

/* Each answer is a receipt of its own, and the record has that event. */
static void receipts_hold(
    struct desk *desk, const struct submitter *submitters, size_t count)
{
    struct store_reader *reader = desk_reader(desk);
    bool *seen = arena_take_array(
        desk->arena, count * ACTS + 2, sizeof *seen);
    for (size_t i = 0; i < count * ACTS; i++) {
        const struct clerk_answer *answer =
            &submitters[i / ACTS].answers[i % ACTS];
        struct wanted wanted = {0};
        assert_int_equal(answer->status, STATUS_OK);
        assert_in_range(answer->number, 2, count * ACTS + 1);
        assert_false(seen[answer->number]);
        seen[answer->number] = true;
        assert_int_equal(answer->proceeding, answer->number - 1);
        desk_ok(desk, store_events(reader, answer->number, 0, hash_take,
            &wanted, &desk->error));
        assert_int_equal(wanted.number, answer->number);
        assert_memory_equal(
            &wanted.hash, &answer->hash, sizeof answer->hash);
    }
    store_reader_close(reader);
    assert_int_equal(desk_events(desk), count * ACTS + 1);
    desk_ok(desk, clerk_rebuild(desk->dir, true, &desk->error));
}

static void run(struct submitter *submitters, size_t count)
{
    pthread_t threads[THREADS];
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, submit_all,
                             &submitters[i]),
            0);
    }
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    }
}

static void what_many_threads_submit_is_one_chain(void **state)
{
    struct desk *desk = *state;
    static struct submitter submitters[THREADS];
    for (size_t i = 0; i < THREADS; i++) {
        submitters[i].clerk = desk->clerk;
        submitters[i].act = desk_act(desk, OPEN);
    }
    run(submitters, THREADS);
    receipts_hold(desk, submitters, THREADS);
}

/* As the site and the command line do, each in a process of its own. */
static void two_clerks_of_one_folder_keep_one_chain(void **state)
{
    struct desk *desk = *state;
    static struct submitter submitters[2];
    struct clerk *second = desk_second(desk);
    submitters[0].clerk = desk->clerk;
    submitters[1].clerk = second;
    submitters[0].act = submitters[1].act = desk_act(desk, OPEN);
    run(submitters, 2);
    clerk_close(second);
    receipts_hold(desk, submitters, 2);
}

/* The state that one clerk keeps in memory follows what another enters. */
static void two_clerks_take_turns_in_one_sitting(void **state)
{
    struct desk *desk = *state;
    struct clerk *first = desk->clerk;
    struct clerk *second = desk_second(desk);
    desk_register(desk, 20);
    desk_called(desk, "gathering", DESK_TASKS);
    for (int i = 1; i <= 10; i++) {
        desk->clerk = i % 2 == 0 ? first : second;
        desk_accept(desk, "rural-akim",
            arena_format(desk->arena,
                "{'act': 'arrive', 'actor': 'rural-akim', 'resident': %d}",
                i));
        desk->clerk = i % 2 == 0 ? second : first;
        desk_refuse(desk, "rural-akim",
            arena_format(desk->arena,
                "{'act': 'arrive', 'actor': 'rural-akim', 'resident': %d}",
                i),
            "refusal.present-already");
    }
    desk->clerk = first;
    clerk_close(second);
    assert_int_equal(desk_proceeding(desk, 1)->present, 10);
    assert_int_equal(desk_events(desk), 15);
}

/* Pages are read and the law is read again while acts are entered. */
struct watcher {
    struct desk *desk;
    bool reloads;
    int failures;
};

static void *watch(void *context)
{
    struct watcher *own = context;
    struct clerk *clerk = own->desk->clerk;
    struct store_reader *reader = NULL;
    struct error error;
    own->failures += store_reader_open(clerk_store_path(clerk), &reader,
                         &error) != STATUS_OK;
    for (int i = 0; i < 20 && own->failures == 0; i++) {
        struct arena *arena = arena_create();
        struct engine_facts facts;
        const struct law *law = NULL;
        own->failures += clerk_facts(clerk, reader, 1, arena, &facts,
                             &error) != STATUS_OK;
        own->failures += clerk_pinned_law(clerk, facts.law_digest, &law,
                             &error) != STATUS_OK;
        if (own->reloads && i % 5 == 0) {
            own->failures += clerk_reload(clerk, &error) != STATUS_OK;
        }
        arena_destroy(arena);
    }
    store_reader_close(reader);
    return NULL;
}

static void reading_goes_on_while_acts_are_entered(void **state)
{
    struct desk *desk = *state;
    static struct submitter submitter;
    struct watcher watchers[2] = {{desk, true, 0}, {desk, false, 0}};
    pthread_t threads[2];
    desk_register(desk, 20);
    desk_accept(desk, "rural-akim", OPEN);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(
            pthread_create(&threads[i], NULL, watch, &watchers[i]), 0);
    }
    submitter = (struct submitter){
        .clerk = desk->clerk, .act = desk_act(desk, OPEN)};
    run(&submitter, 1);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_int_equal(watchers[i].failures, 0);
    }
    assert_int_equal(desk_events(desk), 3 + ACTS);
}

struct counted {
    pthread_mutex_t lock;
    int accepted;
};

static void count_done(void *context, const struct clerk_answer *answer)
{
    struct counted *counted = context;
    pthread_mutex_lock(&counted->lock);
    counted->accepted += answer->status == STATUS_OK ? 1 : 0;
    pthread_mutex_unlock(&counted->lock);
}

static void what_waits_is_entered_before_the_clerk_closes(void **state)
{
    struct desk *desk = *state;
    struct clerk_account akim = desk_account("rural-akim");
    struct counted counted = {.accepted = 0};
    pthread_mutex_init(&counted.lock, NULL);
    for (int i = 0; i < 1000; i++) {
        struct act act = desk_act(desk, OPEN);
        clerk_submit(desk->clerk, &akim, &act, count_done, &counted);
    }
    desk_reopen(desk);
    pthread_mutex_destroy(&counted.lock);
    assert_int_equal(counted.accepted, 1000);
    assert_int_equal(desk_events(desk), 1001);
}

/* ---- a full disk ------------------------------------------------------- */

static struct rlimit unlimited;

/* No file may grow past the log as it is now. */
static void disk_fill(struct desk *desk)
{
    struct stat log;
    const char *path = arena_format(desk->arena, "%s-wal", desk->file.path);
    assert_int_equal(stat(path, &log), 0);
    (void)signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    struct rlimit limit = unlimited;
    limit.rlim_cur = (rlim_t)log.st_size;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void disk_free(void)
{
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &unlimited), 0);
}

static void an_act_on_a_full_disk_is_not_acknowledged(void **state)
{
    static const char TOKEN[] =
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'token': 'a-1'}";
    struct desk *desk = *state;
    desk_accept(desk, "rural-akim", OPEN);
    disk_fill(desk);
    for (int i = 0; i < 3; i++) {
        (void)desk_submit(desk, "rural-akim", TOKEN);
        assert_int_equal(desk->answer.status, STATUS_UNAVAILABLE);
        assert_string_equal(
            desk->answer.error.message.key, "error.store-disk");
        assert_int_equal(desk->answer.number, 0);
    }
    disk_free();
    assert_int_equal(desk_events(desk), 2);
    desk_accept(desk, "rural-akim", TOKEN);
    assert_int_equal(desk->answer.number, 3);
    assert_int_equal(desk->answer.proceeding, 2);
    assert_int_equal(desk_events(desk), 3);
    desk_ok(desk, clerk_rebuild(desk->dir, true, &desk->error));
}

static void an_import_on_a_full_disk_imports_nothing(void **state)
{
    struct desk *desk = *state;
    struct clerk_account keeper = desk_account("keeper");
    struct buffer csv = BUFFER_EMPTY;
    int64_t imported = 0;
    buffer_add_text(&csv, "surname,name,birth,kato,from,citizen\n");
    for (int i = 0; i < 2000; i++) {
        buffer_add_format(&csv,
            "Тұрғынов%d,Асан,1970-01-02,%s,2010-01-01,yes\n", i,
            DESK_VILLAGE);
    }
    desk_accept(desk, "rural-akim", OPEN);
    disk_fill(desk);
    desk_fails(desk,
        clerk_import_residents(desk->clerk, &keeper, buffer_bytes(&csv),
            &imported, &desk->error),
        STATUS_UNAVAILABLE, "error.store-disk");
    disk_free();
    assert_int_equal(kept_sql_integer(&desk->file,
                         "SELECT count(*) FROM residents"),
        0);
    desk_ok(desk, clerk_import_residents(desk->clerk, &keeper,
        buffer_bytes(&csv), &imported, &desk->error));
    assert_int_equal(imported, 2000);
    assert_int_equal(desk_events(desk), 3);
    buffer_finish(&csv);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(what_many_threads_submit_is_one_chain),
        DESK_TEST(two_clerks_of_one_folder_keep_one_chain),
        DESK_TEST(two_clerks_take_turns_in_one_sitting),
        DESK_TEST(reading_goes_on_while_acts_are_entered),
        DESK_TEST(what_waits_is_entered_before_the_clerk_closes),
        DESK_TEST(an_act_on_a_full_disk_is_not_acknowledged),
        DESK_TEST(an_import_on_a_full_disk_imports_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
