/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The course of a sitting as of its events: who came and went, quorum lost and
 * restored, adjourned and resumed.  State elsewhere tells only what is now.
 */
#include <string.h>

#include "proceeding/fold.h"

static int64_t present_told(
    const struct proceeding *proceeding, const struct event *event);

void fold_turn(struct proceeding *proceeding, const struct event *event,
    struct arena *arena)
{
    static const struct {
        const char *kind;
        enum turn_kind turn;
    } kinds[] = {
        {"arrived", TURN_ARRIVED},
        {"left", TURN_LEFT},
        {"presence-corrected", TURN_NOT_COME},
        {"sitting-opened", TURN_OPENED},
        {"quorum-lost", TURN_QUORUM_LOST},
        {"quorum-restored", TURN_QUORUM_RESTORED},
        {"sitting-adjourned", TURN_ADJOURNED},
        {"sitting-resumed", TURN_RESUMED},
        {"sitting-closed", TURN_CLOSED},
    };
    size_t i = 0;
    while (i < sizeof kinds / sizeof kinds[0] &&
        strcmp(kinds[i].kind, event->kind) != 0) {
        i++;
    }
    if (i == sizeof kinds / sizeof kinds[0]) {
        return;
    }
    const struct json *body = event->body;
    struct proceeding_turn turn = {
        .kind = kinds[i].turn,
        .at = event->at,
        .present = present_told(proceeding, event),
        .office = fold_text(body, "by", arena),
        .day = fold_date(body, "day"),
        .time = fold_text(body, "time", arena),
        .reason = fold_text(body, "reason", arena),
    };
    if (turn.kind == TURN_NOT_COME &&
        json_boolean(json_member(body, "present"))) {
        turn.kind = TURN_NOT_LEFT;
    }
    turn.persons = fold_texts(
        json_member(body, "persons"), arena, &turn.persons_count);
    proceeding->turns = arena_grow(arena, proceeding->turns,
        proceeding->turns_count, &proceeding->turns_capacity,
        sizeof *proceeding->turns);
    proceeding->turns[proceeding->turns_count++] = turn;
}

/* An adjournment sends all home: those who were there are the turn before's. */
static int64_t present_told(
    const struct proceeding *proceeding, const struct event *event)
{
    if (strcmp(event->kind, "sitting-adjourned") == 0 &&
        proceeding->turns_count > 0) {
        return proceeding->turns[proceeding->turns_count - 1].present;
    }
    return proceeding->present;
}
