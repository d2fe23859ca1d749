/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Carrying a decision out: to whom it is given, by when, and what came of it.
 * Only what has effect comes here (engine.c): approved, or upheld.
 */
#include "proceeding/stage.h"

static enum status done_check(struct ruling *ruling)
{
    if (!ruling->item->done) {
        return STATUS_OK;
    }
    return stage_refuse(ruling,
        stage_of(ruling, LAW_STAGE_CARRIED_OUT_BY, NULL),
        "refusal.carried-out-already", "cure.carried-out-already");
}

enum status stage_assign_ready(struct ruling *ruling)
{
    return done_check(ruling);
}

enum status stage_assign(struct ruling *ruling)
{
    const struct json *fields = ruling->act->body;
    struct date due = stage_date(ruling, "due");
    if (date_compare(due, ruling->today) < 0) {
        return stage_invalid(ruling, "error.due-in-the-past");
    }
    struct json *body = stage_emit(ruling, "execution-assigned");
    json_put_integer(body, "item", ruling->item->number);
    json_put_text(body, "to", json_member_text(fields, "to"));
    json_put_text(body, "task", json_member_text(fields, "task"));
    stage_put_date(body, "due", due);
    return STATUS_OK;
}

enum status stage_report_ready(struct ruling *ruling)
{
    if (ruling->item->assigned_to == NULL) {
        return stage_refuse(ruling,
            stage_of(ruling, LAW_STAGE_CARRIED_OUT_BY, NULL),
            "refusal.not-assigned", "cure.not-assigned");
    }
    return done_check(ruling);
}

enum status stage_report(struct ruling *ruling)
{
    const struct json *fields = ruling->act->body;
    struct json *body = stage_emit(ruling, "execution-reported");
    json_put_integer(body, "item", ruling->item->number);
    json_put_text(body, "text", json_member_text(fields, "text"));
    json_put_boolean(
        body, "done", json_boolean(json_member(fields, "done")));
    return STATUS_OK;
}
