/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The next lawful acts of an account.
 */
#include "web/nexts.h"

#include "web/act_form.h"
#include "web/acts.h"

struct listing {
    const struct request *request;
    const struct engine_facts *facts;
    const char *back;
    struct pages_next *part;
    struct pages_next_lawful *lawful;
    struct pages_next_refused *refused;
    struct pages_next_silent *silent;
};

/* "2. Жол жөндеу", an office, a parameter; or NULL. */
static const char *what_of(
    const struct listing *listing, const struct engine_option *option)
{
    const struct request *request = listing->request;
    const struct item *item =
        proceeding_item(listing->facts->proceeding, option->item);
    if (item != NULL) {
        return arena_format(
            request->arena, "%lld. %s", (long long)item->number, item->title);
    }
    if (option->detail == NULL) {
        return NULL;
    }
    return option->kind == ACT_CHOOSE
               ? view_key(request, arena_format(request->arena, "parameter.%s",
                                       option->detail))
               : view_word(request, listing->facts->law, option->detail);
}

static struct url where_of(
    const struct listing *listing, const struct engine_option *option)
{
    int64_t number = listing->facts->proceeding->number;
    struct act_form form = {.kind = option->kind,
        .item = option->item,
        .detail = option->detail,
        .back = listing->back};
    return option->kind == ACT_CALL
               ? request_url_number(listing->request, URL_SITTING_CALL, number)
               : acts_url(listing->request, number, &form);
}

static const char *act_of(
    const struct listing *listing, const struct engine_option *option)
{
    return arena_format(
        listing->request->arena, "act.%s", act_kind_name(option->kind));
}

/* A member votes himself, from where he sits. */
static bool is_own_vote(
    const struct listing *listing, const struct engine_option *option)
{
    return option->kind == ACT_VOTE && listing->request->account != NULL &&
           listing->request->account->resident != 0 &&
           !people_are_open(listing->request, listing->facts);
}

/* What is entered at the table of the sitting stands on its screen. */
static void option_add(
    struct listing *listing, const struct engine_option *option)
{
    struct pages_next *part = listing->part;
    struct date day = listing->facts->proceeding->law_day;
    struct pages_basis *law =
        view_basis(listing->request, &option->citation, day);
    if (option->kind == ACT_CHOOSE) {
        listing->silent[part->silent_count++] =
            (struct pages_next_silent){.where = where_of(listing, option),
                .what = what_of(listing, option),
                .law = law};
    } else if (act_form_is_direct(option->kind) &&
               !is_own_vote(listing, option)) {
        return;
    } else if (option->lawful) {
        listing->lawful[part->lawful_count++] =
            (struct pages_next_lawful){.where = where_of(listing, option),
                .act = act_of(listing, option),
                .what = what_of(listing, option),
                .law = law};
    } else {
        const struct refusal *refusal = &option->refusal;
        listing->refused[part->refused_count++] =
            (struct pages_next_refused){.act = act_of(listing, option),
                .what = what_of(listing, option),
                .reason = &refusal->reason,
                .cure = refusal->cure.key == NULL ? NULL : &refusal->cure,
                .from = refusal->lawful_from,
                .law = law};
    }
}

/* The screen is of use from the call until the minutes are handed over. */
static bool has_screen(const struct proceeding *proceeding)
{
    switch (proceeding->phase) {
    case PROCEEDING_NOTIFIED:
    case PROCEEDING_SITTING:
    case PROCEEDING_QUORUM_LOST:
    case PROCEEDING_ADJOURNED:
    case PROCEEDING_CLOSED:
    case PROCEEDING_SIGNED:
        return true;
    case PROCEEDING_OPENED:
    case PROCEEDING_REFUSED:
    case PROCEEDING_CALLED:
    case PROCEEDING_WITHDRAWN:
    case PROCEEDING_HANDED_OVER:
        return false;
    }
    return false;
}

/* Nothing more comes of it: what is wanted begins anew. */
static bool is_over(const struct proceeding *proceeding)
{
    return proceeding->phase == PROCEEDING_REFUSED ||
           proceeding->phase == PROCEEDING_WITHDRAWN;
}

struct pages_next *nexts_part(const struct request *request,
    const struct engine_facts *facts, const struct item *item)
{
    struct arena *arena = request->arena;
    const struct options *options = options_of(request, facts, NULL);
    struct listing listing = {request, facts,
        item == NULL ? "sitting" : "decision",
        arena_take(arena, sizeof *listing.part),
        arena_take_array(arena, options->count, sizeof *listing.lawful),
        arena_take_array(arena, options->count, sizeof *listing.refused),
        arena_take_array(arena, options->count, sizeof *listing.silent)};
    listing.part->lawful = listing.lawful;
    listing.part->refused = listing.refused;
    listing.part->silent = listing.silent;
    bool is_open = people_are_open(request, facts);
    if (item == NULL && is_open && has_screen(facts->proceeding)) {
        listing.part->screen = request_url_number(
            request, URL_SITTING_SCREEN, facts->proceeding->number);
    }
    if (item == NULL && request->account != NULL &&
        is_over(facts->proceeding)) {
        listing.part->anew = request_url(request, URL_SITTING_NEW);
    }
    for (size_t i = 0; i < options->count; i++) {
        if (item == NULL || options->items[i].item == item->number) {
            option_add(&listing, &options->items[i]);
        }
    }
    bool is_empty = listing.part->lawful_count == 0 &&
                    listing.part->refused_count == 0 &&
                    listing.part->silent_count == 0 &&
                    listing.part->anew.text == NULL &&
                    listing.part->screen.text == NULL;
    return is_empty ? NULL : listing.part;
}
