/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Who is in the room, as of the events of a sitting.
 */
#include <string.h>

#include "proceeding/fold.h"

enum change { CHANGE_ARRIVED, CHANGE_LEFT, CHANGE_NOT_COME, CHANGE_NOT_LEFT };

static enum change change_of(const struct event *event)
{
    if (strcmp(event->kind, "presence-corrected") == 0) {
        return json_boolean(json_member(event->body, "present"))
            ? CHANGE_NOT_LEFT
            : CHANGE_NOT_COME;
    }
    return strcmp(event->kind, "arrived") == 0 ? CHANGE_ARRIVED : CHANGE_LEFT;
}

/* The entry of one who comes for the first time. */
static struct presence *entry_add(struct proceeding *proceeding,
    const char *key, struct instant at, struct arena *arena)
{
    struct presence *presence = arena_take(arena, sizeof *presence);
    presence->key = arena_text(arena, key);
    presence->arrived = at;
    map_put(proceeding->presence, key, presence);
    return presence;
}

static void change_make(struct presence *presence, enum change change,
    struct instant at)
{
    presence->present =
        change == CHANGE_ARRIVED || change == CHANGE_NOT_LEFT;
    if (change == CHANGE_ARRIVED && presence->struck) {
        presence->struck = false;
        presence->arrived = at;
    } else if (change == CHANGE_LEFT) {
        presence->has_left = true;
        presence->left = at;
    } else if (change == CHANGE_NOT_COME) {
        presence->struck = !presence->has_left;
    }
}

void fold_presence(struct proceeding *proceeding, const struct event *event,
    struct arena *arena)
{
    const struct json *persons = json_member(event->body, "persons");
    enum change change = change_of(event);
    bool is_here = change == CHANGE_ARRIVED || change == CHANGE_NOT_LEFT;
    for (size_t i = 0; i < json_count(persons); i++) {
        const char *key = json_text(json_at(persons, i));
        if (key == NULL || proceeding_is_present(proceeding, key) == is_here) {
            continue;
        }
        struct presence *presence = map_get(proceeding->presence, key);
        if (presence == NULL && change == CHANGE_ARRIVED) {
            presence = entry_add(proceeding, key, event->at, arena);
        }
        if (presence != NULL) {
            change_make(presence, change, event->at);
            presence->event = event->number;
            proceeding->present += is_here ? 1 : -1;
        }
    }
    bool is_enough = proceeding->present >= proceeding->quorum;
    if (proceeding->phase == PROCEEDING_QUORUM_LOST && is_enough) {
        proceeding->phase = PROCEEDING_SITTING; /* `quorum-restored` follows */
    } else if (proceeding->phase == PROCEEDING_SITTING && !is_enough) {
        proceeding->phase = PROCEEDING_QUORUM_LOST; /* `quorum-lost` follows */
    }
}
