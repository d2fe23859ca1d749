/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Compiling the whole law beside hashing its bytes; and deciding a vote beside
 * making the same event, both in an arena that is given back.
 */
#include "speed.h"

#include <unistd.h>

#include "crypto/hash.h"
#include "gauge.h"
#include "place.h"
#include "test.h"

enum { RUNS = 7, COMPILED = 3, HASHED = 30, DECIDED = 20000, RESIDENTS = 200,
    PRESENT = 128 };

static const double compile_limit = 30.0;
static const double decide_limit = 2.0;

static double own(void)
{
    return gauge_processor(getpid());
}

static double compile_run(const struct law_source *sources, size_t count)
{
    static struct law_diagnostics faults;
    double before = own();
    for (int i = 0; i < COMPILED; i++) {
        struct law *law = NULL;
        assert_int_equal(law_compile(sources, count, &faults, &law), STATUS_OK);
        law_destroy(law);
    }
    return (own() - before) / COMPILED;
}

static double hash_run(const struct law_source *sources, size_t count)
{
    double before = own();
    for (int i = 0; i < HASHED; i++) {
        for (size_t at = 0; at < count; at++) {
            (void)hash_of(sources[at].text);
        }
    }
    return (own() - before) / HASHED;
}

static bool compile_compare(void)
{
    double ours[RUNS];
    double theirs[RUNS];
    double ratios[RUNS];
    struct arena *arena = arena_create();
    struct law_source *sources = NULL;
    size_t count = 0;
    struct error error = {0};
    assert_int_equal(
        clerk_sources("law", arena, &sources, &count, &error), STATUS_OK);
    for (size_t i = 0; i < RUNS; i++) {
        gauge_progress("law", i, RUNS);
        ours[i] = compile_run(sources, count);
        theirs[i] = hash_run(sources, count);
        ratios[i] = ours[i] / theirs[i];
    }
    arena_destroy(arena);
    return gauge_print(&(struct gauge_row){"the whole law compiled", "ms",
        gauge_median(ours, RUNS) * 1e3, gauge_median(theirs, RUNS) * 1e3,
        gauge_median(ratios, RUNS), compile_limit, false});
}

/* A vote of one who is there, and all that the engine is handed for it. */
struct vote {
    struct engine_facts facts;
    struct engine_person person;
    struct act act;
};

static double decide_run(const struct vote *vote, struct engine_events *events)
{
    struct refusal refusal;
    struct error error = {0};
    double before = own();
    for (int i = 0; i < DECIDED; i++) {
        struct arena *arena = arena_create();
        assert_int_equal(engine_decide(&vote->facts, &vote->act, arena, events,
                             &refusal, &error),
            STATUS_OK);
        arena_destroy(arena);
    }
    return (own() - before) / DECIDED;
}

/* The events that were decided, as their maker would build them. */
static double build_run(
    const struct engine_events *decided, struct engine_events *events)
{
    double before = own();
    for (int i = 0; i < DECIDED; i++) {
        struct arena *arena = arena_create();
        events->count = 0;
        for (size_t at = 0; at < decided->count; at++) {
            struct event *event = &events->items[events->count++];
            *event = decided->items[at];
            event->body = json_copy(decided->items[at].body, arena);
        }
        arena_destroy(arena);
    }
    return (own() - before) / DECIDED;
}

static void vote_load(struct place *place, struct vote *vote)
{
    struct desk *desk = &place->desk;
    struct store_reader *reader = desk_reader(desk);
    desk_ok(desk, clerk_facts(desk->clerk, reader, desk->proceeding,
        desk->arena, &vote->facts, &desk->error));
    vote->person = (struct engine_person){
        .resident = 1,
        .key = map_key_at(vote->facts.proceeding->presence, 0),
        .on_roll = true,
    };
    vote->facts.persons = &vote->person;
    vote->facts.persons_count = 1;
    vote->act = desk_act(desk, "{'act': 'vote', 'actor': 'secretary', "
                               "'item': 1, 'resident': 1, 'choice': 'for'}");
    vote->act.at = place->now;
    vote->act.entered_by = "account-1";
    store_reader_close(reader);
}

static bool decide_compare(void)
{
    static struct place place;
    static struct engine_events decided;
    static struct engine_events built;
    struct vote vote = {.person = {0}};
    struct refusal refusal;
    double ours[RUNS];
    double theirs[RUNS];
    double ratios[RUNS];
    place_setup(&place, RESIDENTS);
    place_put(&place, PRESENT);
    vote_load(&place, &vote);
    desk_ok(&place.desk, engine_decide(&vote.facts, &vote.act,
        place.desk.arena, &decided, &refusal, &place.desk.error));
    for (size_t i = 0; i < RUNS; i++) {
        gauge_progress("decisions", i, RUNS);
        ours[i] = decide_run(&vote, &built);
        theirs[i] = build_run(&decided, &built);
        ratios[i] = ours[i] / theirs[i];
    }
    place_teardown(&place);
    return gauge_print(&(struct gauge_row){"a vote decided, its event made",
        "us", gauge_median(ours, RUNS) * 1e6, gauge_median(theirs, RUNS) * 1e6,
        gauge_median(ratios, RUNS), decide_limit, false});
}

bool speed_law(void)
{
    bool is_held = compile_compare();
    return decide_compare() && is_held;
}
