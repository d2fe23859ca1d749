/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Founding a community's folder, opening it; the time.
 */
#include <pthread.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "desk.h"
#include "test.h"

static enum status init(
    struct desk *desk, const char *name, const char *law, const char *kato)
{
    struct clerk_clock clock = {.file = desk->clock};
    return clerk_init(arena_format(desk->arena, "%s/%s", desk->folder, name),
        law, kato, true, &clock, &desk->error);
}

static bool is_there(struct desk *desk, const char *name)
{
    return file_exists(
        arena_format(desk->arena, "%s/%s", desk->folder, name));
}

static void a_founded_folder_holds_one_event_and_the_law(void **state)
{
    struct desk *desk = *state;
    struct community community;
    desk_ok(desk, init(desk, "b", "law", DESK_VILLAGE));
    assert_true(is_there(desk, "b/kenes.db"));
    assert_true(is_there(desk, "b/law/words.law"));
    assert_true(is_there(desk, "b/law/local/okrug-116645000.law"));
    struct clerk_clock clock = {.fixed = {1796101200}};
    struct clerk *clerk = NULL;
    struct store_reader *reader = NULL;
    desk_ok(desk, clerk_open(
        arena_format(desk->arena, "%s/b", desk->folder), NULL, &clock,
        &clerk, &desk->error));
    desk_ok(desk, store_reader_open(
        clerk_store_path(clerk), &reader, &desk->error));
    desk_ok(desk,
        store_community(reader, desk->arena, &community, &desk->error));
    assert_string_equal(community.unit->code, DESK_VILLAGE);
    assert_true(community.demonstration);
    store_reader_close(reader);
    clerk_close(clerk);
}

static void what_is_in_a_store_is_its_owners_alone(void **state)
{
    struct desk *desk = *state;
    struct stat found;
    assert_int_equal(stat(desk->file.path, &found), 0);
    assert_int_equal(found.st_mode & 077, 0);
}

static void a_community_is_founded_once(void **state)
{
    struct desk *desk = *state;
    desk_fails(desk, init(desk, "okrug", "law", DESK_PLACE),
        STATUS_CONFLICT, "error.folder-taken");
    desk_reject(desk, "keeper",
        "{'act': 'found-community', 'actor': 'keeper', 'kato': '" DESK_PLACE
        "', 'demonstration': false}",
        STATUS_CONFLICT, "error.already-founded");
    assert_int_equal(desk_events(desk), 1);
}

static void an_unknown_place_founds_nothing(void **state)
{
    struct desk *desk = *state;
    desk_fails(desk, init(desk, "b", "law", "000000000"), STATUS_INVALID,
        "error.no-such-place");
    assert_false(is_there(desk, "b"));
}

/* An oblast is founded; its gatherings are refused by the law. */
static void a_unit_without_gatherings_is_founded_all_the_same(void **state)
{
    struct desk *desk = *state;
    desk_ok(desk, init(desk, "b", "law", "110000000"));
    struct clerk *own = desk->clerk;
    struct clerk_clock clock = {.file = desk->clock};
    desk_ok(desk, clerk_open(
        arena_format(desk->arena, "%s/b", desk->folder), NULL, &clock,
        &desk->clerk, &desk->error));
    desk_refuse(desk, "rural-akim",
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}",
        "refusal.unit-without-organ");
    clerk_close(desk->clerk);
    desk->clerk = own;
}

static void a_folder_without_law_founds_nothing(void **state)
{
    struct desk *desk = *state;
    desk_fails(desk, init(desk, "b", "no-law", DESK_PLACE), STATUS_MISSING,
        "error.file-read");
    assert_false(is_there(desk, "b"));
}

static void a_founding_that_failed_may_be_tried_again(void **state)
{
    struct desk *desk = *state;
    desk_now(desk, "yesterday");
    desk_fails(desk, init(desk, "b", "law", DESK_PLACE), STATUS_INVALID,
        "error.clock-file");
    assert_false(is_there(desk, "b/kenes.db"));
    desk_now(desk, "2026-12-01");
    desk_ok(desk, init(desk, "b", "law", DESK_PLACE));
}

static void a_folder_without_a_community_is_not_opened(void **state)
{
    struct desk *desk = *state;
    struct clerk *clerk = NULL;
    struct clerk_clock clock = {.file = desk->clock};
    desk_fails(desk,
        clerk_open(desk->folder, "law", &clock, &clerk, &desk->error),
        STATUS_MISSING, "error.store-missing");
    assert_null(clerk);
    clerk_close(clerk);
}

/* ---- the time ---------------------------------------------------------- */

static void is_now(struct desk *desk, const char *wanted)
{
    struct instant now;
    char text[INSTANT_TEXT_MAX];
    desk_ok(desk, clerk_time(desk->clerk, &now, &desk->error));
    instant_write(now, text);
    assert_string_equal(text, wanted);
}

static void the_clocks_file_is_read_at_every_question(void **state)
{
    struct desk *desk = *state;
    is_now(desk, "2026-12-01T10:00:00+05:00");
    desk_now(desk, "2026-12-02T23:30:00Z\r\nwhat follows is nothing");
    is_now(desk, "2026-12-03T04:30:00+05:00");
    desk_now(desk, "2026-12-04\n");
    is_now(desk, "2026-12-04T00:00:00+05:00");
}

static void a_clocks_file_without_an_instant_is_an_error(void **state)
{
    static const char *const faulty[] = {
        "", "\n2026-12-01", " 2026-12-01", "2026-12-01T25:00:00Z", "now"};
    struct desk *desk = *state;
    struct instant now;
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
        desk_now(desk, faulty[i]);
        desk_fails(desk, clerk_time(desk->clerk, &now, &desk->error),
            STATUS_INVALID, "error.clock-file");
    }
    desk_reject(desk, "rural-akim",
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}",
        STATUS_INVALID, "error.clock-file");
    desk_now(desk, "2026-12-01T10:00:00+05:00");
    assert_int_equal(desk_events(desk), 1);
}

static void a_fixed_clock_stands_and_the_machines_goes(void **state)
{
    (void)state;
    struct clerk_clock fixed = {.fixed = {1796101200}};
    struct clerk_clock machine = {.fixed = {0}};
    struct instant now;
    struct error error;
    assert_int_equal(clerk_now(&fixed, &now, &error), STATUS_OK);
    assert_int_equal(now.seconds, 1796101200);
    assert_int_equal(clerk_now(&machine, &now, &error), STATUS_OK);
    assert_true(now.seconds > 1700000000);
}

static void *ask_often(void *context)
{
    struct desk *desk = context;
    intptr_t wrong = 0;
    for (int i = 0; i < 500; i++) {
        struct instant now = {0};
        struct error error;
        wrong += clerk_time(desk->clerk, &now, &error) != STATUS_OK ||
            now.seconds != 1796101200;
    }
    return (void *)wrong;
}

static void many_threads_may_ask_the_time_at_once(void **state)
{
    struct desk *desk = *state;
    pthread_t threads[4];
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(
            pthread_create(&threads[i], NULL, ask_often, desk), 0);
    }
    for (size_t i = 0; i < 4; i++) {
        void *wrong = NULL;
        assert_int_equal(pthread_join(threads[i], &wrong), 0);
        assert_null(wrong);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(a_founded_folder_holds_one_event_and_the_law),
        DESK_TEST(what_is_in_a_store_is_its_owners_alone),
        DESK_TEST(a_community_is_founded_once),
        DESK_TEST(an_unknown_place_founds_nothing),
        DESK_TEST(a_unit_without_gatherings_is_founded_all_the_same),
        DESK_TEST(a_folder_without_law_founds_nothing),
        DESK_TEST(a_founding_that_failed_may_be_tried_again),
        DESK_TEST(a_folder_without_a_community_is_not_opened),
        DESK_TEST(the_clocks_file_is_read_at_every_question),
        DESK_TEST(a_clocks_file_without_an_instant_is_an_error),
        DESK_TEST(a_fixed_clock_stands_and_the_machines_goes),
        DESK_TEST(many_threads_may_ask_the_time_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
