/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The review of each decision by the office that received the minutes.
 */
#include "proceeding/sitting.h"

/* A decision considered again is reviewed where it was first taken: one
   decision goes one way. */
static enum status first_decision_check(struct ruling *ruling)
{
    const struct item *item = ruling->item;
    if (item->repeats_proceeding == 0) {
        return STATUS_OK;
    }
    stage_refuse(ruling, stage_of(ruling, LAW_STAGE_REVIEWED_BY, NULL),
        "refusal.review-of-repeat", "cure.review-of-repeat");
    message_number(&ruling->refusal->cure, "proceeding",
        item->repeats_proceeding);
    message_number(&ruling->refusal->cure, "item", item->repeats_item);
    return STATUS_REFUSED;
}

/* After it was considered again, the minutes of that sitting come first. */
static enum status second_minutes_check(struct ruling *ruling)
{
    const struct proceeding *second =
        stage_related(ruling->facts, ruling->item->reconsidered_in);
    if (ruling->item->phase != ITEM_KEPT || second == NULL ||
        second->phase == PROCEEDING_HANDED_OVER) {
        return STATUS_OK;
    }
    stage_refuse(ruling, stage_of(ruling, LAW_STAGE_HANDED_TO, NULL),
        "refusal.second-minutes", "cure.second-minutes");
    message_number(
        &ruling->refusal->reason, "proceeding", second->number);
    return STATUS_REFUSED;
}

enum status stage_review_ready(struct ruling *ruling)
{
    enum status status = first_decision_check(ruling);
    return status == STATUS_OK ? second_minutes_check(ruling) : status;
}

enum status stage_review(struct ruling *ruling)
{
    const struct json *fields = ruling->act->body;
    bool agreed = json_boolean(json_member(fields, "agreed"));
    const char *reason = json_member_text(fields, "reason");
    struct json *body = stage_emit(
        ruling, agreed ? "decision-approved" : "decision-disagreed");
    json_put_integer(body, "item", ruling->item->number);
    if (reason != NULL) {
        json_put_text(body, "reason", reason);
    }
    return STATUS_OK;
}
