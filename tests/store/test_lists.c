/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * States and lists follow the record, event by event; made again from it they
 * are the same.
 */
#include <stdio.h>
#include <string.h>

#include "kept.h"
#include "test.h"

#define EMPTY_ROOT \
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

struct step {
    const char *kind;
    const char *body;
};

/* A gathering from its opening to the execution of what it decided. */
static const struct step gathering[] = {
    {"proceeding-opened",
        "{'procedure': 'gathering', 'law': 'ab', 'law_day': '2026-03-01',"
        " 'initiator': 'rural-akim'}"},
    {"sitting-called",
        "{'day': '2026-03-20', 'time': '11:00', 'place': 'Клуб',"
        " 'members_entitled': 3, 'roll_count': 3,"
        " 'roll_root': '" EMPTY_ROOT "',"
        " 'items': [{'matter': 'community-tasks', 'title': 'Жол жөндеу'},"
        " {'matter': 'assembly-candidates', 'title': 'Жиналыс'}]}"},
    {"notice-given", "{'ways': ['media']}"},
    {"arrived", "{'persons': ['k1', 'k2', 'k3']}"},
    {"sitting-opened", "{'by': 'rural-akim', 'present': 3, 'needed': 1}"},
    {"officer-elected",
        "{'office': 'chair', 'holder': 'k1', 'for': 3, 'against': 0,"
        " 'abstain': 0}"},
    {"agenda-approved", "{'for': 3, 'against': 0, 'abstain': 0}"},
    {"vote-put",
        "{'item': 1, 'form': 'by-name', 'participants': 3, 'needed': 2}"},
    {"vote-cast", "{'item': 1, 'voter': 'k1', 'choice': 'for'}"},
    {"vote-cast", "{'item': 1, 'voter': 'k2', 'choice': 'for'}"},
    {"vote-cast", "{'item': 1, 'voter': 'k3', 'choice': 'abstain'}"},
    {"item-adopted", "{'item': 1, 'decision': 1, 'title': 'Жол жөндеу'}"},
    {"vote-put", "{'item': 2, 'form': 'by-show-of-hands',"
        " 'participants': 3, 'needed': 2}"},
    {"votes-counted", "{'item': 2, 'for': 1, 'against': 2, 'abstain': 0}"},
    {"item-rejected", "{'item': 2}"},
    {"sitting-closed", "{}"},
    {"minutes-signed", "{'office': 'chair', 'complete': true}"},
    {"minutes-handed-over", "{'to': 'rural-akim'}"},
    {"decision-approved", "{'item': 1}"},
    {"decision-published", "{'item': 1, 'ways': ['media']}"},
    {"execution-assigned", "{'item': 1, 'to': 'rural-akim', 'task': 'жол',"
        " 'due': '2026-05-01'}"},
    {"execution-reported", "{'item': 1, 'text': 'бітті', 'done': true}"},
};

enum { STEPS = sizeof gathering / sizeof *gathering };

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

static void steps_enter(struct kept *kept, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        (void)kept_enter(kept, gathering[i].kind, 1, gathering[i].body);
    }
}

static void opening_enter(struct kept *kept, int64_t number)
{
    (void)kept_enter(kept, gathering[0].kind, number, gathering[0].body);
}

static struct store_sitting sitting_first(struct kept *kept)
{
    struct store_sitting *sittings = NULL;
    size_t count = 0;
    size_t total = 0;
    kept_ok(kept, store_sittings(kept->reader, NULL, 0, 10, kept->arena,
        &sittings, &count, &total, &kept->error));
    assert_true(count > 0);
    return sittings[0];
}

static size_t open_count(struct kept *kept)
{
    int64_t *numbers = NULL;
    size_t count = 0;
    kept_ok(kept, store_open_proceedings(
        kept->reader, kept->arena, &numbers, &count, &kept->error));
    return count;
}

/* ---- lists --------------------------------------------------------------- */

static void a_sitting_is_listed_as_its_events_make_it(void **state)
{
    struct kept *kept = *state;
    steps_enter(kept, 0, 1);
    struct store_sitting sitting = sitting_first(kept);
    assert_string_equal(sitting.phase, "opened");
    assert_string_equal(sitting.procedure, "gathering");
    assert_false(date_is_set(sitting.day));
    assert_null(sitting.place);
    steps_enter(kept, 1, 5);
    sitting = sitting_first(kept);
    assert_string_equal(sitting.phase, "sitting");
    assert_string_equal(sitting.place, "Клуб");
    assert_string_equal(sitting.time, "11:00");
    assert_int_equal(sitting.day.day, 20);
    assert_int_equal(sitting.items, 2);
    steps_enter(kept, 5, STEPS);
    assert_string_equal(sitting_first(kept).phase, "handed-over");
}

static void sittings_come_newest_first_and_those_without_a_day_on_top(
    void **state)
{
    static const char *const called[] = {
        "{'day': '2026-03-20', 'items': []}",
        "{'day': '2026-04-20', 'items': []}", NULL,
        "{'day': '2026-02-20', 'items': []}"};
    static const int64_t order[] = {3, 2, 1, 4};
    struct kept *kept = *state;
    for (int64_t i = 0; i < 4; i++) {
        opening_enter(kept, i + 1);
        if (called[i] != NULL) {
            (void)kept_enter(kept, "sitting-called", i + 1, called[i]);
        }
    }
    struct store_sitting *sittings = NULL;
    size_t count = 0;
    size_t total = 0;
    kept_ok(kept, store_sittings(kept->reader, "gathering", 0, 10,
        kept->arena, &sittings, &count, &total, &kept->error));
    assert_int_equal(count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(sittings[i].number, order[i]);
    }
    kept_ok(kept, store_sittings(kept->reader, NULL, 1, 2, kept->arena,
        &sittings, &count, &total, &kept->error));
    assert_int_equal(count, 2);
    assert_int_equal(total, 4);
    assert_int_equal(sittings[0].number, 2);
    kept_ok(kept, store_sittings(kept->reader, "assembly", 0, 10,
        kept->arena, &sittings, &count, &total, &kept->error));
    assert_int_equal(count, 0);
    assert_int_equal(total, 0);
}

static void a_decision_is_listed_with_its_votes(void **state)
{
    struct kept *kept = *state;
    struct store_decision decision;
    struct store_decision *decisions = NULL;
    size_t count = 0;
    size_t total = 0;
    kept_fails(kept,
        store_decision(kept->reader, 1, kept->arena, &decision, &kept->error),
        STATUS_MISSING, "error.store-no-decision");
    steps_enter(kept, 0, 12);
    kept_ok(kept, store_decision(
        kept->reader, 1, kept->arena, &decision, &kept->error));
    assert_int_equal(decision.proceeding, 1);
    assert_int_equal(decision.item, 1);
    assert_string_equal(decision.title, "Жол жөндеу");
    assert_string_equal(decision.matter, "community-tasks");
    assert_string_equal(decision.phase, "adopted");
    assert_int_equal(decision.count.votes_for, 2);
    assert_int_equal(decision.count.abstain, 1);
    assert_false(decision.published);
    assert_int_equal(decision.decided.month, 3);
    steps_enter(kept, 12, 20);
    kept_ok(kept, store_decisions(kept->reader, 0, 10, kept->arena,
        &decisions, &count, &total, &kept->error));
    assert_int_equal(count, 1);
    assert_int_equal(total, 1);
    assert_string_equal(decisions[0].phase, "approved");
    assert_true(decisions[0].published);
}

static void a_proceeding_is_open_until_all_is_done(void **state)
{
    struct kept *kept = *state;
    for (size_t i = 0; i < STEPS; i++) {
        steps_enter(kept, i, i + 1);
        assert_int_equal(open_count(kept), i + 1 < STEPS ? 1 : 0);
    }
    opening_enter(kept, 2);
    opening_enter(kept, 3);
    assert_int_equal(open_count(kept), 2);
    (void)kept_enter(kept, "consent-refused", 2, "{'reason': 'жоқ'}");
    (void)kept_enter(kept, "sitting-withdrawn", 3, "{'reason': 'су'}");
    assert_int_equal(open_count(kept), 0);
}

/* ---- states -------------------------------------------------------------- */

static void is_same(
    const struct proceeding *kept, const struct proceeding *folded)
{
    proceeding_check(kept);
    assert_int_equal(kept->phase, folded->phase);
    assert_int_equal(kept->last_event, folded->last_event);
    assert_int_equal(kept->present, folded->present);
    assert_int_equal(kept->items_count, folded->items_count);
    for (size_t k = 0; k < kept->items_count; k++) {
        assert_int_equal(kept->items[k].phase, folded->items[k].phase);
        assert_memory_equal(&kept->items[k].count, &folded->items[k].count,
            sizeof folded->items[k].count);
    }
}

static void the_kept_state_is_the_folded_one_after_every_event(void **state)
{
    struct kept *kept = *state;
    for (size_t i = 0; i < STEPS; i++) {
        const struct proceeding *live = NULL;
        struct store_reader *fresh = NULL;
        struct proceeding folded;
        struct proceeding read;
        steps_enter(kept, i, i + 1);
        kept_begin(kept);
        kept_ok(kept, store_state(kept->store, 1, &live, &kept->error));
        kept_ok(kept, store_reader_open(kept->path, &fresh, &kept->error));
        kept_ok(kept, store_proceeding(
            fresh, 1, kept->arena, &folded, &kept->error));
        is_same(live, &folded);
        if (i % 3 == 0) { /* a reader that takes several events at once */
            kept_ok(kept, store_proceeding(
                kept->reader, 1, kept->arena, &read, &kept->error));
            is_same(&read, &folded);
        }
        store_reader_close(fresh);
        kept_commit(kept);
    }
}

static void what_was_read_lives_as_long_as_its_arena(void **state)
{
    enum { MANY = 40 };
    struct kept *kept = *state;
    struct proceeding first;
    struct proceeding other;
    opening_enter(kept, 1);
    kept_ok(kept,
        store_proceeding(kept->reader, 1, kept->arena, &first, &kept->error));
    for (int64_t i = 2; i <= MANY; i++) {
        struct arena *arena = arena_create();
        opening_enter(kept, i);
        kept_ok(kept,
            store_proceeding(kept->reader, i, arena, &other, &kept->error));
        arena_destroy(arena);
    }
    assert_int_equal(first.number, 1);
    assert_string_equal(first.procedure, "gathering");
    kept_ok(kept,
        store_proceeding(kept->reader, 2, kept->arena, &other, &kept->error));
    assert_int_equal(other.number, 2);
}

static void more_proceedings_than_are_kept_are_folded_again(void **state)
{
    enum { MANY = 40 };
    struct kept *kept = *state;
    for (int64_t i = 1; i <= MANY; i++) {
        opening_enter(kept, i);
    }
    kept_begin(kept);
    for (int64_t i = 1; i <= MANY; i++) {
        const struct proceeding *proceeding = NULL;
        kept_ok(kept, store_savepoint(kept->store, &kept->error));
        kept_ok(
            kept, store_state(kept->store, i, &proceeding, &kept->error));
        assert_int_equal(proceeding->number, i);
        (void)kept_append(kept, "initiative-signed", i, "{'signers': ['k']}");
        assert_int_equal(map_count(proceeding->signatures), 1);
        kept_ok(kept, store_release(kept->store, &kept->error));
    }
    kept_commit(kept);
    kept_begin(kept);
    const struct proceeding *first = NULL;
    kept_ok(kept, store_state(kept->store, 1, &first, &kept->error));
    assert_int_equal(map_count(first->signatures), 1);
    kept_commit(kept);
}

static void the_community_follows_its_events(void **state)
{
    struct kept *kept = *state;
    const struct community *live = NULL;
    struct community read;
    (void)kept_enter(kept, "community-founded", 0,
        "{'kato': '116645000', 'demonstration': true}");
    kept_ok(kept,
        store_community(kept->reader, kept->arena, &read, &kept->error));
    assert_int_equal(read.proceedings, 0);
    steps_enter(kept, 0, STEPS);
    (void)kept_enter(kept, "population-recorded", 0, "{'persons': 4200}");
    kept_begin(kept);
    kept_ok(kept, store_state_community(kept->store, &live, &kept->error));
    assert_int_equal(live->proceedings, 1);
    assert_int_equal(live->decisions, 1);
    assert_int_equal(live->population, 4200);
    kept_ok(kept, store_savepoint(kept->store, &kept->error));
    (void)kept_append(kept, "population-recorded", 0, "{'persons': 1}");
    kept_ok(kept, store_state_community(kept->store, &live, &kept->error));
    assert_int_equal(live->population, 1);
    kept_ok(kept, store_undo(kept->store, &kept->error));
    kept_ok(kept, store_state_community(kept->store, &live, &kept->error));
    assert_int_equal(live->population, 4200);
    kept_commit(kept);
    kept_ok(kept,
        store_community(kept->reader, kept->arena, &read, &kept->error));
    assert_string_equal(read.unit->code, "116645000");
    assert_int_equal(read.decisions, 1);
    assert_int_equal(read.proceedings, 1);
    assert_int_equal(read.population, 4200);
}

/* ---- rebuild ------------------------------------------------------------- */

static void what_is_made_again_is_the_same_after_every_event(void **state)
{
    struct kept *kept = *state;
    (void)kept_enter(kept, "population-recorded", 0, "{'persons': 4200}");
    for (size_t i = 0; i < STEPS; i++) {
        steps_enter(kept, i, i + 1);
        kept_ok(kept, store_rebuild(kept->path, true, &kept->error));
    }
}

static void a_changed_row_is_named_and_put_right(void **state)
{
    static const struct {
        const char *sql;
        const char *table;
        const char *number;
    } changes[] = {
        {"UPDATE sittings SET place = 'x'", "sittings", "1"},
        {"DELETE FROM sittings", "sittings", "1"},
        {"UPDATE decisions SET votes_for = 3", "decisions", "1"},
        {"INSERT INTO decisions SELECT 7, proceeding, item, procedure,"
         " matter, title, phase, decided, votes_for, against, abstain,"
         " published FROM decisions",
            "decisions", "7"},
        {"UPDATE event_index SET proceeding = 0 WHERE number = 4",
            "event_index", "4"},
    };
    struct kept *kept = *state;
    steps_enter(kept, 0, STEPS);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        kept_sql(kept, changes[i].sql);
        kept_fails(kept, store_rebuild(kept->path, true, &kept->error),
            STATUS_CORRUPT, "error.store-row-differs");
        assert_string_equal(message_value(&kept->error.message, "table"),
            changes[i].table);
        assert_string_equal(message_value(&kept->error.message, "number"),
            changes[i].number);
        kept_ok(kept, store_rebuild(kept->path, false, &kept->error));
        kept_ok(kept, store_rebuild(kept->path, true, &kept->error));
    }
    assert_string_equal(sitting_first(kept).place, "Клуб");
}

static void nothing_is_made_of_an_altered_record(void **state)
{
    struct kept *kept = *state;
    steps_enter(kept, 0, 3);
    kept_sql(kept, "DROP TRIGGER events_keep;"
        "UPDATE events SET bytes = CAST(replace("
        "CAST(bytes AS TEXT), '11:00', '12:00') AS BLOB)");
    kept_fails(kept, store_rebuild(kept->path, false, &kept->error),
        STATUS_CORRUPT, "error.record-altered");
    assert_string_equal(message_value(&kept->error.message, "number"), "2");
    assert_string_equal(sitting_first(kept).time, "11:00");
}

static void a_roll_that_is_not_the_frozen_one_is_named(void **state)
{
    struct kept *kept = *state;
    steps_enter(kept, 0, 3);
    kept_sql(kept, "INSERT INTO roll VALUES (1, 1, '" EMPTY_ROOT "')");
    kept_fails(kept, store_rebuild(kept->path, true, &kept->error),
        STATUS_CORRUPT, "error.store-row-differs");
    assert_string_equal(
        message_value(&kept->error.message, "table"), "roll");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_sitting_is_listed_as_its_events_make_it, setup, teardown),
        cmocka_unit_test_setup_teardown(
            sittings_come_newest_first_and_those_without_a_day_on_top, setup,
            teardown),
        cmocka_unit_test_setup_teardown(
            a_decision_is_listed_with_its_votes, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_proceeding_is_open_until_all_is_done, setup, teardown),
        cmocka_unit_test_setup_teardown(
            what_was_read_lives_as_long_as_its_arena, setup, teardown),
        cmocka_unit_test_setup_teardown(
            the_kept_state_is_the_folded_one_after_every_event, setup,
            teardown),
        cmocka_unit_test_setup_teardown(
            more_proceedings_than_are_kept_are_folded_again, setup, teardown),
        cmocka_unit_test_setup_teardown(
            the_community_follows_its_events, setup, teardown),
        cmocka_unit_test_setup_teardown(
            what_is_made_again_is_the_same_after_every_event, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_changed_row_is_named_and_put_right, setup, teardown),
        cmocka_unit_test_setup_teardown(
            nothing_is_made_of_an_altered_record, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_roll_that_is_not_the_frozen_one_is_named, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
