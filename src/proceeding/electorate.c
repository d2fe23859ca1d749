/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Whom the law makes members of a sitting.
 */
#include "proceeding/electorate.h"

#include <string.h>

#include "proceeding/stage.h"

/* Keys gathered so far, each once. */
struct gathered {
    struct map *seen;
    const char **keys;
    size_t count, capacity;
};

static void gather(struct gathered *gathered, const char *key,
    struct arena *arena);
static void gather_representatives(struct gathered *gathered,
    const struct engine_facts *facts, struct arena *arena);
static void gather_members(struct gathered *gathered,
    const struct engine_facts *facts, const char *organ, struct date day,
    struct arena *arena);

struct electorate electorate_of(const struct engine_facts *facts,
    const struct law_procedure *procedure, struct date day,
    struct arena *arena)
{
    const struct law_stage *takes_part =
        stage_find(facts, procedure, LAW_STAGE_TAKES_PART, NULL);
    bool narrow = stage_is_narrow(takes_part);
    bool represented =
        facts->proceeding != NULL && facts->proceeding->represented;
    struct gathered gathered = {.seen = map_create(arena)};
    if (narrow) {
        gather_members(
            &gathered, facts, stage_organ(procedure), day, arena);
    } else if (represented) {
        gather_representatives(&gathered, facts, arena);
    }
    return (struct electorate){
        .residents = !narrow,
        .named = narrow || represented,
        .keys = gathered.keys,
        .count = gathered.count,
    };
}

static void gather(
    struct gathered *gathered, const char *key, struct arena *arena)
{
    static bool seen = true; /* what a key maps to */
    if (map_put(gathered->seen, key, &seen) != NULL) {
        return;
    }
    gathered->keys = arena_grow(arena, gathered->keys, gathered->count,
        &gathered->capacity, sizeof *gathered->keys);
    gathered->keys[gathered->count++] = key;
}

static void gather_representatives(struct gathered *gathered,
    const struct engine_facts *facts, struct arena *arena)
{
    const struct community *community = facts->community;
    for (size_t i = 0; i < community->representatives_count; i++) {
        const struct community_representatives *elected =
            &community->representatives[i];
        if (elected->gathering != facts->proceeding->number) {
            continue;
        }
        for (size_t k = 0; k < elected->holders_count; k++) {
            gather(gathered, elected->holders[k], arena);
        }
    }
}

static void gather_members(struct gathered *gathered,
    const struct engine_facts *facts, const char *organ, struct date day,
    struct arena *arena)
{
    const struct community_organ *formed =
        organ == NULL ? NULL : community_organ(facts->community, organ, day);
    for (size_t i = 0; formed != NULL && i < formed->mandates_count; i++) {
        const struct community_mandate *mandate = &formed->mandates[i];
        if (date_compare(mandate->from, day) <= 0 &&
            (!date_is_set(mandate->until) ||
                date_compare(day, mandate->until) < 0)) {
            gather(gathered, mandate->holder, arena);
        }
    }
}
