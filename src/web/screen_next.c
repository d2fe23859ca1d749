/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Which act comes next: the officers, the agenda, then item by item what was
 * said, the vote, its count; at the end the minutes.
 */
#include "web/screen_next.h"

#include <string.h>

/* The item that is being voted on, else the first that waits. */
static const struct item *item_in_hand(const struct proceeding *proceeding)
{
    const struct item *waiting = NULL;
    for (size_t i = 0; i < proceeding->items_count; i++) {
        const struct item *item = &proceeding->items[i];
        if (item->phase == ITEM_PUT) {
            return item;
        }
        if (item->phase == ITEM_PROPOSED && waiting == NULL) {
            waiting = item;
        }
    }
    return waiting;
}

static bool is_by_name(const struct item *item)
{
    return item->form != NULL && strcmp(item->form, "by-name") == 0;
}

int64_t screen_next_voters(
    const struct proceeding *proceeding, const struct item *item)
{
    int64_t waiting = 0;
    for (size_t i = 0; i < map_count(proceeding->presence); i++) {
        const struct presence *one = map_value_at(proceeding->presence, i);
        bool is_heard =
            item->votes != NULL && map_get(item->votes, one->key) != NULL;
        waiting += one->present && one->counted && !is_heard;
    }
    return waiting;
}

static const struct engine_option *lawful(
    const struct options *options, enum act_kind kind, int64_t item)
{
    for (size_t i = 0; i < options->count; i++) {
        const struct engine_option *option = &options->items[i];
        if (option->kind == kind && option->item == item && option->lawful) {
            return option;
        }
    }
    return NULL;
}

static struct screen_next vote_next(const struct engine_facts *facts,
    const struct options *options, const struct item *item)
{
    const struct vote_count *count = &item->count;
    bool is_given = count->votes_for + count->against + count->abstain > 0;
    struct screen_next next = {.item = item};
    next.is_by_name =
        is_by_name(item) && screen_next_voters(facts->proceeding, item) > 0;
    enum act_kind kind = next.is_by_name ? ACT_VOTE
                         : is_given      ? ACT_CLOSE_VOTE
                                         : ACT_COUNT;
    next.option = options_find(options, kind, item->number, NULL);
    return next;
}

static struct screen_next sitting_next(
    const struct engine_facts *facts, const struct options *options)
{
    struct screen_next next = {.option = lawful(options, ACT_ELECT, 0)};
    if (next.option == NULL) {
        next.option = lawful(options, ACT_APPROVE_AGENDA, 0);
    }
    if (next.option != NULL) {
        return next;
    }
    const struct item *item = item_in_hand(facts->proceeding);
    if (item == NULL) {
        next.option = options_find(options, ACT_CLOSE_SITTING, 0, NULL);
        return next;
    }
    if (item->phase == ITEM_PUT) {
        return vote_next(facts, options, item);
    }
    next.item = item;
    next.option = item->speeches_count == 0
                      ? lawful(options, ACT_SPEAK, item->number)
                      : NULL;
    if (next.option == NULL) {
        next.option = options_find(options, ACT_PUT, item->number, NULL);
    }
    return next;
}

/* What was not said during the sitting may be added until the minutes are
   signed: a field that they lack comes before the signature. */
static struct screen_next minutes_next(
    const struct engine_facts *facts, const struct options *options)
{
    struct screen_next next = {.option = lawful(options, ACT_SIGN_MINUTES, 0)};
    for (size_t i = 0;
         next.option == NULL && i < facts->proceeding->items_count; i++) {
        const struct item *item = &facts->proceeding->items[i];
        if (item->phase != ITEM_WITHDRAWN && item->speeches_count == 0) {
            next.option = lawful(options, ACT_SPEAK, item->number);
            next.item = item;
        }
    }
    if (next.option == NULL) {
        next.item = NULL;
        next.option = options_find(options, ACT_SIGN_MINUTES, 0, NULL);
    }
    return next;
}

struct screen_next screen_next_of(
    const struct engine_facts *facts, const struct options *options)
{
    struct screen_next next = {.option = NULL};
    switch (facts->proceeding->phase) {
    case PROCEEDING_OPENED:
        next.option = options_find(options, ACT_CALL, 0, NULL);
        break;
    case PROCEEDING_CALLED:
        next.option = options_find(options, ACT_NOTIFY, 0, NULL);
        if (next.option == NULL) {
            next.option = options_find(options, ACT_OPEN_SITTING, 0, NULL);
        }
        break;
    case PROCEEDING_NOTIFIED:
        next.option = options_find(options, ACT_OPEN_SITTING, 0, NULL);
        break;
    case PROCEEDING_SITTING:
        return sitting_next(facts, options);
    case PROCEEDING_QUORUM_LOST:
    case PROCEEDING_ADJOURNED:
        next.option = options_find(options, ACT_RESUME, 0, NULL);
        break;
    case PROCEEDING_CLOSED:
        return minutes_next(facts, options);
    case PROCEEDING_SIGNED:
        next.option = options_find(options, ACT_HAND_OVER, 0, NULL);
        break;
    case PROCEEDING_REFUSED:
    case PROCEEDING_WITHDRAWN:
    case PROCEEDING_HANDED_OVER:
        break;
    }
    return next;
}
