/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A thousand sittings of acts at random, lawful and not, through the clerk and
 * a real store.  What enters the record is held against the pinned law by a
 * second opinion (support/lawful.h); what is refused leaves no trace; after
 * each sitting the tables made again from the record are those that are kept.
 *
 *     KENES_SEED=7 KENES_SEQUENCES=20 test_sequences
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "player.h"
#include "test.h"

/* The sanitizers take four times as long: they have a tenth. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif
#ifdef SANITIZED
#define SEQUENCES 100
#else
#define SEQUENCES 1000
#endif

enum {
    SEED = 20010123,
    SEQUENCES_OF_A_DESK = 20, /* then a community anew: its record is short */
    ACTS = 30
};

static const char *const eras[] = {"2019-03-04", "2026-12-01"};

/* What happened in all of them, by event, and how many acts were refused. */
static struct {
    const char *kind;
    int count;
} tally[] = {{"initiative-signed", 0}, {"consent-given", 0},
    {"consent-refused", 0}, {"sitting-called", 0}, {"notice-given", 0},
    {"arrived", 0}, {"left", 0}, {"presence-corrected", 0}, {"quorum-lost", 0},
    {"quorum-restored", 0}, {"sitting-opened", 0}, {"officer-elected", 0},
    {"agenda-approved", 0}, {"vote-put", 0}, {"vote-cast", 0},
    {"vote-corrected", 0}, {"votes-counted", 0}, {"item-adopted", 0},
    {"item-rejected", 0}, {"item-withdrawn", 0}, {"organ-formed", 0},
    {"sitting-adjourned", 0}, {"sitting-resumed", 0}, {"sitting-closed", 0},
    {"minutes-signed", 0}, {"minutes-handed-over", 0}, {"decision-approved", 0},
    {"decision-disagreed", 0}, {"decision-published", 0},
    {"sitting-withdrawn", 0}};

static int done;
static int refused;

static int setting(const char *name, int otherwise)
{
    const char *text = getenv(name);
    return text == NULL || text[0] == '\0' ? otherwise : atoi(text);
}

/* ---- what the record says ----------------------------------------------- */

static void at_fault(const struct player *player, const char *what)
{
    fail_msg("sequence %d, seed %d: %s\n%s", player->sequence,
        setting("KENES_SEED", SEED), what, player->text);
}

static void organ_take(struct player *player, const struct event *event)
{
    const struct json *members = json_member(event->body, "members");
    player->assembly = map_create(player->desk.arena);
    for (size_t i = 0; i < json_count(members); i++) {
        map_put(player->assembly,
            arena_text(player->desk.arena, json_text(json_at(members, i))),
            player);
    }
}

static bool event_take(void *context, const struct store_event *stored)
{
    struct player *player = context;
    struct event event;
    struct hash previous;
    struct error error = {.status = STATUS_OK};
    assert_int_equal(
        event_decode(stored->bytes, player->arena, &event, &previous, &error),
        STATUS_OK);
    player->events = stored->number;
    for (size_t i = 0; i < sizeof tally / sizeof tally[0]; i++) {
        tally[i].count += strcmp(tally[i].kind, event.kind) == 0;
    }
    if (event.proceeding == player->proceeding &&
        !lawful_take(&player->lawful, &event)) {
        at_fault(player, arena_format(player->arena, "%s against %s",
                             event.kind, player->lawful.fault));
    }
    if (strcmp(event.kind, "organ-formed") == 0) {
        organ_take(player, &event);
    }
    return true;
}

static void record_read(struct player *player)
{
    struct error error = {.status = STATUS_OK};
    assert_int_equal(store_events(player->reader, player->events + 1, 0,
                         event_take, player, &error),
        STATUS_OK);
}

/* ---- a sequence ---------------------------------------------------------- */

static enum status submit(struct player *player, const char *office)
{
    int64_t before = player->events;
    enum status status = desk_submit(&player->desk, office, player->text);
    if (status == STATUS_OK) {
        player->proceeding = player->desk.proceeding;
    }
    record_read(player);
    switch ((int)status) {
    case STATUS_OK:
        done++;
        break;
    case STATUS_REFUSED:
    case STATUS_FORBIDDEN:
    case STATUS_INVALID:
    case STATUS_MISSING:
    case STATUS_CONFLICT:
        refused++;
        if (player->events != before) {
            at_fault(player, "an act that was refused left an event");
        }
        break;
    default:
        at_fault(player, player->desk.answer.error.message.key);
    }
    return status;
}

static void sequence_begin(struct player *player)
{
    const char *digest = NULL;
    bool is_of_assembly =
        player->assembly != NULL && player_is_likely(player, 30);
    player->arena = arena_create();
    player->proceeding++;
    lawful_init(&player->lawful, player->arena,
        clerk_law(player->desk.clerk, &digest), DESK_PLACE, player->entitled,
        is_of_assembly ? player->assembly : NULL);
    player->today = date_add_days(player->today, 1);
    player->minute = 9 * 60;
    player_clock(player);
    (void)snprintf(player->text, sizeof player->text,
        "{'act':'open','actor':'%s','procedure':'%s','represented':false,"
        "'evidence':'Өтініш'}",
        is_of_assembly || player_is_likely(player, 65) ? "rural-akim"
                                                       : "member",
        is_of_assembly ? "assembly" : "gathering");
    if (submit(player, "clerk") != STATUS_OK) {
        desk_answers(&player->desk, player->desk.answer.status, STATUS_OK, "",
            __FILE__, __LINE__);
    }
}

static void sequence_run(struct player *player)
{
    sequence_begin(player);
    /* What is over takes nothing more: a few trials are enough. */
    for (int i = 0; i < ACTS;
         i += player->lawful.phase == LAWFUL_OVER ? 6 : 1) {
        player_time_pass(player);
        player_act(player);
        (void)submit(
            player, player_is_likely(player, 97) ? "clerk" : "district-akim");
    }
    struct proceeding state;
    struct error error = {.status = STATUS_OK};
    assert_int_equal(store_proceeding(player->reader, player->proceeding,
                         player->arena, &state, &error),
        STATUS_OK);
    proceeding_check(&state);
    if (clerk_rebuild(player->desk.dir, true, &error) != STATUS_OK) {
        at_fault(player, error.message.key);
    }
    arena_destroy(player->arena);
}

/* ---- communities --------------------------------------------------------- */

static void residents_import(struct player *player)
{
    struct buffer csv = BUFFER_EMPTY;
    struct clerk_account keeper = desk_account("keeper");
    int64_t imported = 0;
    buffer_add_text(&csv, "surname,name,birth,kato,street,from,citizen\n");
    for (int i = 1; i <= PLAYER_RESIDENTS; i++) {
        buffer_add_format(&csv, "Тұрғынов%05d,Асан,%s,%s,Абай,%s,yes\n", i,
            i <= PLAYER_ADULTS ? "1970-01-02" : "2018-01-02", DESK_VILLAGE,
            i <= PLAYER_ADULTS ? "2010-01-01" : "2018-02-01");
    }
    desk_ok(
        &player->desk, clerk_import_residents(player->desk.clerk, &keeper,
                           buffer_bytes(&csv), &imported, &player->desk.error));
    buffer_finish(&csv);
    assert_int_equal(imported, PLAYER_RESIDENTS);
    player->entitled = map_create(player->desk.arena);
    for (int i = 1; i <= PLAYER_ADULTS; i++) {
        const char *const *keys = NULL;
        size_t count = 0;
        desk_ok(&player->desk,
            store_resident_keys(player->reader, i, player->desk.arena, &keys,
                &count, &player->desk.error));
        assert_int_equal(count, 1);
        map_put(player->entitled, keys[0], player);
    }
}

static void community_begin(struct player *player, const char *day)
{
    uint64_t random = player->random;
    int sequence = player->sequence;
    *player = (struct player){.random = random, .sequence = sequence};
    assert_true(date_parse(day, &player->today));
    desk_setup_on(&player->desk, day);
    player->reader = desk_reader(&player->desk);
    residents_import(player);
    player->arena = arena_create();
    lawful_init(&player->lawful, player->arena, NULL, DESK_PLACE,
        player->entitled, NULL);
    record_read(player);
    arena_destroy(player->arena);
}

static void community_end(struct player *player)
{
    assert_int_equal(desk_events(&player->desk), player->events);
    store_reader_close(player->reader);
    desk_teardown(&player->desk);
}

static void no_sequence_of_acts_reaches_what_the_law_forbids(void **state)
{
    (void)state;
    static struct player player;
    int sequences = setting("KENES_SEQUENCES", SEQUENCES);
    int seed = setting("KENES_SEED", SEED);
    print_message("# seed %d, sequences %d\n", seed, sequences);
    player.random = (uint64_t)seed * UINT64_C(0x9E3779B97F4A7C15) + 1;
    for (int i = 0; i < sequences; i++) {
        if (i % SEQUENCES_OF_A_DESK == 0) {
            community_begin(&player, eras[i / SEQUENCES_OF_A_DESK % 2]);
        }
        player.sequence = i;
        sequence_run(&player);
        if (i % SEQUENCES_OF_A_DESK == SEQUENCES_OF_A_DESK - 1 ||
            i == sequences - 1) {
            community_end(&player);
        }
    }
    print_message("# %d acts done, %d not\n", done, refused);
    if (sequences < 1000) {
        return;
    }
    /* Else it were no trial: all stages are reached, often refused. */
    assert_true(done > 5 * sequences && refused > 5 * sequences);
    for (size_t i = 0; i < sizeof tally / sizeof tally[0]; i++) {
        print_message("# %s %d\n", tally[i].kind, tally[i].count);
        if (tally[i].count == 0) {
            fail_msg("%s never happened", tally[i].kind);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_sequence_of_acts_reaches_what_the_law_forbids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
