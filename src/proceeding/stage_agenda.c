/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The agenda: approved by the sitting itself, before anything is put.
 */
#include "proceeding/sitting.h"

enum status stage_approve_agenda_ready(struct ruling *ruling)
{
    enum status status = sitting_may_vote(ruling);
    if (status == STATUS_OK) {
        status = sitting_constituted(ruling);
    }
    if (status == STATUS_OK && ruling->proceeding->agenda_approved) {
        status = stage_refuse(ruling,
            stage_of(ruling, LAW_STAGE_AGENDA, NULL),
            "refusal.agenda-approved", "cure.agenda-approved");
    }
    return status;
}

enum status stage_approve_agenda(struct ruling *ruling)
{
    struct sitting_majority majority = {0};
    struct vote_count count = {0};
    enum status status = sitting_majority(ruling, NULL, &majority);
    if (status == STATUS_OK) {
        status = sitting_count(
            ruling, ruling->proceeding->present, &count);
    }
    if (status == STATUS_OK) {
        status = sitting_carried(ruling, &majority, count.votes_for);
    }
    if (status != STATUS_OK) {
        return status;
    }
    struct json *body = stage_emit(ruling, "agenda-approved");
    sitting_put_count(body, &count);
    json_put_integer(body, "participants", ruling->proceeding->present);
    json_put_integer(body, "needed", majority.needed);
    return STATUS_OK;
}
