/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A vote as a picture and a table.
 */
#include "web/votes.h"

#include <string.h>

enum { BAR_WIDTH = 600 };

const char *votes_phase(const struct request *request, enum item_phase phase)
{
    return arena_format(
        request->arena, "item-phase.%s", proceeding_item_phase_name(phase));
}

const char *votes_tag(enum item_phase phase)
{
    switch (phase) {
    case ITEM_PUT:
    case ITEM_ADOPTED:
    case ITEM_KEPT:
    case ITEM_APPROVED:
    case ITEM_UPHELD:
        return "open";
    case ITEM_REJECTED:
    case ITEM_WITHDRAWN:
    case ITEM_DISAGREED:
    case ITEM_DROPPED:
    case ITEM_STILL_DISAGREED:
        return "stopped";
    case ITEM_PROPOSED:
    case ITEM_DELIBERATED:
        return "";
    }
    return "";
}

const char *votes_tag_named(const char *phase)
{
    for (int i = ITEM_PROPOSED; i <= ITEM_UPHELD; i++) {
        if (strcmp(proceeding_item_phase_name((enum item_phase)i), phase) ==
            0) {
            return votes_tag((enum item_phase)i);
        }
    }
    return "";
}

static const char *width(
    const struct request *request, int64_t part, int64_t whole)
{
    int64_t pixels = whole > 0 ? part * BAR_WIDTH / whole : 0;
    return arena_format(request->arena, "%lld", (long long)pixels);
}

/* How it stands, whatever became of the decision later. */
static const char *outcome_of(const struct item *item)
{
    if (item->phase == ITEM_PUT) {
        return "vote.running";
    }
    if (item->phase == ITEM_WITHDRAWN) {
        return "vote.withdrawn";
    }
    return item->decision > 0 ? "vote.adopted" : "vote.rejected";
}

struct pages_vote *votes_part(const struct request *request,
    const struct engine_facts *facts, const struct law_procedure *procedure,
    const struct item *item)
{
    const struct proceeding *proceeding = facts->proceeding;
    if (item->form == NULL) {
        return NULL;
    }
    const struct law_stage *stage = view_stage(
        request, facts, procedure, LAW_STAGE_CARRIED_BY, item->matter);
    const struct vote_count *count = &item->count;
    int64_t whole = item->participants;
    int64_t given = count->votes_for + count->against + count->abstain;
    struct pages_vote *part = arena_take(request->arena, sizeof *part);
    *part = (struct pages_vote){
        .outcome = outcome_of(item),
        .is_counted = given > 0,
        .votes_for = count->votes_for,
        .against = count->against,
        .abstain = count->abstain,
        .width_for = width(request, count->votes_for, whole),
        .at_against = width(request, count->votes_for, whole),
        .width_against = width(request, count->against, whole),
        .at_abstain = width(request, count->votes_for + count->against, whole),
        .width_abstain = width(request, count->abstain, whole),
        .at_needed = width(request, item->needed, whole),
        .entitled = proceeding->members_entitled,
        .has_roll = proceeding->roll_count != proceeding->members_entitled,
        .roll = proceeding->roll_count,
        .participants = item->participants,
        .quorum = proceeding->quorum,
        .needed = item->needed,
        .form =
            view_capital(request, view_word(request, facts->law, item->form)),
        .rule = stage == NULL || stage->amount.missing
                    ? NULL
                    : view_amount(request, facts->law, &stage->amount),
        .bases = view_stage_basis(request, stage, proceeding->law_day),
    };
    return part;
}
