/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A community to measure on.
 */
#include "place.h"

#include "crypto/random.h"
#include "gauge.h"
#include "run.h"
#include "store/write.h"
#include "test.h"

enum { ROWS = 100000 };

/* By no clock a session is over. */
static const int64_t for_ever = INT64_C(1) << 40;

static void residents_import(struct place *place, int first, int last)
{
    struct desk *desk = &place->desk;
    struct clerk_account keeper = desk_account("keeper");
    struct buffer csv = BUFFER_EMPTY;
    int64_t imported = 0;
    buffer_add_text(&csv, "surname,name,birth,kato,street,from,citizen\n");
    for (int i = first; i <= last; i++) {
        buffer_add_format(&csv,
            "Тұрғынов%07d,Асан,1970-01-02," DESK_VILLAGE
            ",Абай,2010-01-01,yes\n",
            i);
    }
    desk_ok(desk, clerk_import_residents(desk->clerk, &keeper,
        buffer_bytes(&csv), &imported, &desk->error));
    buffer_finish(&csv);
}

void place_setup(struct place *place, int residents)
{
    struct desk *desk = &place->desk;
    *place = (struct place){.now = {0}};
    desk_setup(desk);
    for (int i = 0; i < residents; i += ROWS) {
        gauge_progress("register", (size_t)i, (size_t)residents);
        residents_import(
            place, i + 1, i + ROWS < residents ? i + ROWS : residents);
    }
    desk_accept(desk, "keeper",
        "{'act': 'record-office', 'actor': 'keeper', 'office': 'rural-akim', "
        "'surname': 'Ахметов', 'name': 'Серік', 'from': '2024-01-10', "
        "'basis': '№ 5'}");
    desk_called(desk, "gathering", DESK_TASKS);
    desk_ok(desk, clerk_time(desk->clerk, &place->now, &desk->error));
}

void place_teardown(struct place *place)
{
    desk_teardown(&place->desk);
}

void place_put(struct place *place, int present)
{
    struct desk *desk = &place->desk;
    for (int first = 1; first <= present; first += ACT_PERSONS_MAX) {
        struct buffer act = BUFFER_EMPTY;
        buffer_add_text(&act,
            "{'act': 'arrive', 'actor': 'rural-akim', 'residents': [");
        for (int i = first; i < first + ACT_PERSONS_MAX && i <= present; i++) {
            buffer_add_format(&act, "%s%d", i == first ? "" : ", ", i);
        }
        buffer_add_text(&act, "]}");
        desk_accept(desk, "rural-akim", buffer_text(&act));
        buffer_finish(&act);
    }
    desk_accept(desk, "rural-akim",
        "{'act': 'open-sitting', 'actor': 'rural-akim'}");
    desk_constituted(desk);
    desk_accept(desk, "clerk",
        "{'act': 'speak', 'actor': 'secretary', 'item': 1, 'resident': 3, "
        "'text': 'Қолдаймын.'}");
    desk_accept(desk, "clerk",
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}");
}

void place_sign_in(struct place *place)
{
    struct desk *desk = &place->desk;
    struct store *store = NULL;
    const struct store_account account = {.name = "clerk",
        .password = "-",
        .offices = {"clerk"},
        .offices_count = 1};
    const char *path =
        arena_text(desk->arena, clerk_store_path(desk->clerk));
    int64_t id = 0;
    clerk_close(desk->clerk);
    desk->clerk = NULL;
    desk_ok(desk, store_open(path, &store, &desk->error));
    desk_ok(desk, store_begin(store, &desk->error));
    desk_ok(desk, store_account_add(store, &account, &id, &desk->error));
    for (size_t i = 0; i < PLACE_SESSIONS; i++) {
        char hash_text[COMMITMENT_TEXT_MAX];
        random_token(place->sessions[i]);
        random_token(place->form_tokens[i]);
        struct hash hash = hash_of(bytes_of_text(place->sessions[i]));
        commitment_write(&hash, hash_text);
        const struct store_session session = {
            .token_hash = hash_text,
            .account = id,
            .form_token = place->form_tokens[i],
            .expires = {for_ever},
        };
        desk_ok(desk,
            store_session_open(store, &session, place->now, &desk->error));
    }
    desk_ok(desk, store_commit(store, &desk->error));
    store_close(store);
}

const char *place_copy(struct place *place)
{
    struct desk *desk = &place->desk;
    const char *copy = arena_format(desk->arena, "%s/copy", desk->folder);
    const char *const remove[] = {"rm", "-rf", copy, NULL};
    const char *const make[] = {"cp", "-r", desk->dir, copy, NULL};
    struct run run;
    assert_true(run_program(remove, &run) && run.status == 0);
    run_finish(&run);
    assert_true(run_program(make, &run) && run.status == 0);
    run_finish(&run);
    return copy;
}
