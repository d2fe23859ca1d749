/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Items of the agenda as of their events: from the call to the execution.
 */
#include "proceeding/fold.h"

#include <assert.h>
#include <string.h>

static const char *const phase_names[] = {
    [ITEM_PROPOSED] = "proposed",
    [ITEM_PUT] = "put",
    [ITEM_ADOPTED] = "adopted",
    [ITEM_REJECTED] = "rejected",
    [ITEM_WITHDRAWN] = "withdrawn",
    [ITEM_APPROVED] = "approved",
    [ITEM_DISAGREED] = "disagreed",
    [ITEM_KEPT] = "kept",
    [ITEM_DROPPED] = "dropped",
    [ITEM_STILL_DISAGREED] = "still-disagreed",
    [ITEM_DELIBERATED] = "deliberated",
    [ITEM_UPHELD] = "upheld",
};

const char *proceeding_item_phase_name(enum item_phase phase)
{
    assert((size_t)phase < sizeof phase_names / sizeof phase_names[0]);
    return phase_names[phase];
}

const char *fold_text(
    const struct json *body, const char *name, struct arena *arena)
{
    const char *text = json_member_text(body, name);
    return text == NULL ? NULL : arena_text(arena, text);
}

struct date fold_date(const struct json *body, const char *name)
{
    struct date date = {0};
    const char *text = json_member_text(body, name);
    if (text == NULL || !date_parse(text, &date)) {
        return (struct date){0};
    }
    return date;
}

const char **fold_texts(
    const struct json *list, struct arena *arena, size_t *count)
{
    *count = json_count(list);
    const char **texts =
        arena_take_array(arena, *count + 1, sizeof(const char *));
    for (size_t i = 0; i < *count; i++) {
        const char *text = json_text(json_at(list, i));
        texts[i] = arena_text(arena, text == NULL ? "" : text);
    }
    return texts;
}

struct vote_count fold_count(const struct json *body)
{
    return (struct vote_count){
        .votes_for = json_member_integer(body, "for", 0),
        .against = json_member_integer(body, "against", 0),
        .abstain = json_member_integer(body, "abstain", 0),
    };
}

void fold_items(struct proceeding *proceeding, const struct json *items,
    struct arena *arena)
{
    size_t count = json_count(items);
    if (count > PROCEEDING_ITEMS_MAX) {
        count = PROCEEDING_ITEMS_MAX;
    }
    proceeding->items =
        arena_take_array(arena, count + 1, sizeof *proceeding->items);
    proceeding->items_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct json *body = json_at(items, i);
        const struct json *repeats = json_member(body, "repeats");
        struct item *item = &proceeding->items[i];
        item->number = (int64_t)i + 1;
        item->matter = fold_text(body, "matter", arena);
        item->citation = fold_text(body, "citation", arena);
        item->title = fold_text(body, "title", arena);
        item->members = fold_texts(
            json_member(body, "members"), arena, &item->members_count);
        item->budget_year = json_member_integer(body, "budget", 0);
        item->repeats_proceeding =
            json_member_integer(repeats, "proceeding", 0);
        item->repeats_item = json_member_integer(repeats, "item", 0);
        item->phase = ITEM_PROPOSED;
        item->votes = map_create(arena);
    }
}

void fold_vote_dropped(struct item *item, struct arena *arena)
{
    if (item->phase != ITEM_PUT) {
        return;
    }
    item->phase = ITEM_PROPOSED;
    item->form = NULL;
    item->votes = map_create(arena);
    item->count = (struct vote_count){0};
    item->participants = 0;
    item->needed = 0;
}

/* ---- events, one function each ------------------------------------------- */

static void speech_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    item->speeches = arena_grow(arena, item->speeches, item->speeches_count,
        &item->speeches_capacity, sizeof *item->speeches);
    item->speeches[item->speeches_count++] = (struct item_speech){
        .speaker = fold_text(event->body, "speaker", arena),
        .text = fold_text(event->body, "text", arena),
        .event = event->number,
    };
}

static void put_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    item->phase = ITEM_PUT;
    item->form = fold_text(event->body, "form", arena);
    item->participants = json_member_integer(event->body, "participants", 0);
    item->needed = json_member_integer(event->body, "needed", 0);
    item->votes = map_create(arena);
    item->count = (struct vote_count){0};
}

static void vote_add(struct item *item, const char *voter, const char *choice,
    int64_t event, struct arena *arena)
{
    struct item_vote *vote = arena_take(arena, sizeof *vote);
    vote->voter = arena_text(arena, voter);
    vote->event = event;
    if (strcmp(choice, "for") == 0) {
        vote->choice = VOTE_FOR;
        item->count.votes_for++;
    } else if (strcmp(choice, "against") == 0) {
        vote->choice = VOTE_AGAINST;
        item->count.against++;
    } else {
        vote->choice = VOTE_ABSTAIN;
        item->count.abstain++;
    }
    map_put(item->votes, voter, vote);
}

static void vote_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    const char *voter = json_member_text(event->body, "voter");
    const char *choice = json_member_text(event->body, "choice");
    if (voter != NULL && choice != NULL &&
        map_get(item->votes, voter) == NULL) {
        vote_add(item, voter, choice, event->number, arena);
    }
}

/* All votes anew but the one, which comes in its place as it was meant. */
static void vote_corrected_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    static const char *const choices[] = {
        [VOTE_FOR] = "for", [VOTE_AGAINST] = "against",
        [VOTE_ABSTAIN] = "abstain"};
    const char *voter = json_member_text(event->body, "voter");
    const char *choice = json_member_text(event->body, "choice");
    const struct map *votes = item->votes;
    if (voter == NULL || map_get(votes, voter) == NULL) {
        return;
    }
    item->votes = map_create(arena);
    item->count = (struct vote_count){0};
    for (size_t i = 0; i < map_count(votes); i++) {
        const struct item_vote *vote = map_value_at(votes, i);
        bool is_meant = strcmp(vote->voter, voter) == 0;
        if (!is_meant) {
            vote_add(item, vote->voter, choices[vote->choice], vote->event,
                arena);
        } else if (choice != NULL) {
            vote_add(item, voter, choice, event->number, arena);
        }
    }
}

static void count_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    (void)arena;
    item->count = fold_count(event->body);
}

static void adopted_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    (void)arena;
    item->phase = ITEM_ADOPTED;
    item->decision = json_member_integer(event->body, "decision", 0);
    item->decided = instant_date(event->at);
}

static void rejected_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    (void)arena;
    item->phase = ITEM_REJECTED;
    item->decided = instant_date(event->at);
}

static void withdrawn_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    fold_vote_dropped(item, arena);
    item->phase = ITEM_WITHDRAWN;
    item->withdrawn_reason = fold_text(event->body, "reason", arena);
}

static void review_add(struct item *item, const struct event *event,
    bool agreed, struct arena *arena)
{
    item->reviewed = instant_date(event->at);
    if (item->reviews_count < ITEM_REVIEWS_MAX) {
        item->reviews[item->reviews_count++] = (struct item_review){
            .on = item->reviewed,
            .agreed = agreed,
            .reason = fold_text(event->body, "reason", arena),
        };
    }
}

static void approved_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    item->phase = ITEM_APPROVED;
    review_add(item, event, true, arena);
}

static void disagreed_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    item->phase =
        item->phase == ITEM_KEPT ? ITEM_STILL_DISAGREED : ITEM_DISAGREED;
    review_add(item, event, false, arena);
}

static void reconsidered_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    (void)arena;
    item->phase = json_boolean(json_member(event->body, "kept"))
        ? ITEM_KEPT
        : ITEM_DROPPED;
    item->reconsidered = instant_date(event->at);
    item->reconsidered_in = json_member_integer(event->body, "by", 0);
}

static void deliberated_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    item->phase = ITEM_DELIBERATED;
    item->deliberated = instant_date(event->at);
    item->opinion = fold_text(event->body, "opinion", arena);
}

static void resolved_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    item->phase = json_boolean(json_member(event->body, "upheld"))
        ? ITEM_UPHELD
        : ITEM_DROPPED;
    item->reviewed = instant_date(event->at);
    item->resolution = fold_text(event->body, "reason", arena);
}

static void published_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    const struct json *ways = json_member(event->body, "ways");
    const char *joined = "";
    for (size_t i = 0; i < json_count(ways); i++) {
        const char *way = json_text(json_at(ways, i));
        joined = arena_format(arena, "%s%s%s", joined, i == 0 ? "" : ", ",
            way == NULL ? "" : way);
    }
    item->published = true;
    item->published_on = instant_date(event->at);
    item->published_ways = joined;
}

static void assigned_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    item->assigned_to = fold_text(event->body, "to", arena);
    item->assigned_task = fold_text(event->body, "task", arena);
    item->assigned_due = fold_date(event->body, "due");
    item->report = NULL;
    item->done = false;
}

static void reported_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    item->report = fold_text(event->body, "text", arena);
    item->done = json_boolean(json_member(event->body, "done"));
}

static void answered_take(
    struct item *item, const struct event *event, struct arena *arena)
{
    item->conclusion = fold_text(event->body, "text", arena);
    item->concluded = instant_date(event->at);
}

/* Who is here when a vote is put takes part in it. */
static void participants_mark(const struct proceeding *proceeding)
{
    for (size_t i = 0; i < map_count(proceeding->presence); i++) {
        struct presence *presence = map_value_at(proceeding->presence, i);
        presence->counted = presence->present;
    }
}

void fold_item(struct proceeding *proceeding, const struct event *event,
    struct arena *arena)
{
    typedef void take(struct item *, const struct event *, struct arena *);
    static const struct {
        const char *kind;
        take *take;
    } folds[] = {
        {"speech-recorded", speech_take},
        {"vote-put", put_take},
        {"vote-cast", vote_take},
        {"vote-corrected", vote_corrected_take},
        {"votes-counted", count_take},
        {"item-adopted", adopted_take},
        {"item-rejected", rejected_take},
        {"item-withdrawn", withdrawn_take},
        {"decision-approved", approved_take},
        {"decision-disagreed", disagreed_take},
        {"decision-reconsidered", reconsidered_take},
        {"decision-deliberated", deliberated_take},
        {"decision-resolved", resolved_take},
        {"decision-published", published_take},
        {"execution-assigned", assigned_take},
        {"execution-reported", reported_take},
        {"decision-answered", answered_take},
    };
    struct item *item = proceeding_item(
        proceeding, json_member_integer(event->body, "item", 0));
    if (item == NULL) {
        return;
    }
    if (strcmp(event->kind, "vote-put") == 0) {
        participants_mark(proceeding);
    }
    for (size_t i = 0; i < sizeof folds / sizeof folds[0]; i++) {
        if (strcmp(folds[i].kind, event->kind) == 0) {
            folds[i].take(item, event, arena);
            return;
        }
    }
}

void fold_item_check(const struct item *item)
{
    const struct vote_count *count = &item->count;
    assert(item->matter != NULL);
    assert(item->title != NULL);
    assert(count->votes_for >= 0);
    assert(count->against >= 0);
    assert(count->abstain >= 0);
    int64_t votes = count->votes_for + count->against + count->abstain;
    assert(votes <= item->participants);
    if (map_count(item->votes) > 0) {
        assert(votes == (int64_t)map_count(item->votes));
    }
    bool undecided = item->phase == ITEM_PROPOSED ||
        item->phase == ITEM_PUT || item->phase == ITEM_WITHDRAWN;
    if (!undecided && item->phase != ITEM_REJECTED) {
        assert(item->decision > 0);
        assert(count->votes_for >= item->needed);
    }
    if (undecided || item->phase == ITEM_REJECTED) {
        assert(item->decision == 0);
        assert(!item->published);
    }
}
