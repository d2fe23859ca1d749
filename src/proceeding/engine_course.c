/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The point of the course: is an act a question now, and does what is known
 * without its fields let it pass.
 */
#include "proceeding/engine_internal.h"

static enum status officer_check(struct ruling *ruling);

static const char *const phase_keys[] = {
    [PROCEEDING_OPENED] = "phase.opened",
    [PROCEEDING_REFUSED] = "phase.refused",
    [PROCEEDING_CALLED] = "phase.called",
    [PROCEEDING_NOTIFIED] = "phase.notified",
    [PROCEEDING_SITTING] = "phase.sitting",
    [PROCEEDING_QUORUM_LOST] = "phase.quorum-lost",
    [PROCEEDING_ADJOURNED] = "phase.adjourned",
    [PROCEEDING_WITHDRAWN] = "phase.withdrawn",
    [PROCEEDING_CLOSED] = "phase.closed",
    [PROCEEDING_SIGNED] = "phase.signed",
    [PROCEEDING_HANDED_OVER] = "phase.handed-over",
};

static const char *const item_phase_keys[] = {
    [ITEM_PROPOSED] = "item-phase.proposed",
    [ITEM_PUT] = "item-phase.put",
    [ITEM_ADOPTED] = "item-phase.adopted",
    [ITEM_REJECTED] = "item-phase.rejected",
    [ITEM_WITHDRAWN] = "item-phase.withdrawn",
    [ITEM_APPROVED] = "item-phase.approved",
    [ITEM_DISAGREED] = "item-phase.disagreed",
    [ITEM_KEPT] = "item-phase.kept",
    [ITEM_DROPPED] = "item-phase.dropped",
    [ITEM_STILL_DISAGREED] = "item-phase.still-disagreed",
    [ITEM_DELIBERATED] = "item-phase.deliberated",
    [ITEM_UPHELD] = "item-phase.upheld",
};

static bool has_stage(
    const struct ruling *ruling, enum law_stage_kind kind)
{
    const struct item *item = ruling->item;
    return stage_of(ruling, kind, item == NULL ? NULL : item->matter) != NULL;
}

/* A stage that the procedure does not have is passed at once. */
static enum proceeding_phase phase_reached(const struct ruling *ruling)
{
    enum proceeding_phase phase = ruling->proceeding->phase;
    if (phase == PROCEEDING_CALLED && !has_stage(ruling, LAW_STAGE_NOTICE)) {
        return PROCEEDING_NOTIFIED;
    }
    if (phase == PROCEEDING_CLOSED && !has_stage(ruling, LAW_STAGE_MINUTES)) {
        phase = PROCEEDING_SIGNED;
    }
    if (phase == PROCEEDING_SIGNED &&
        !has_stage(ruling, LAW_STAGE_HANDED_TO)) {
        return PROCEEDING_HANDED_OVER;
    }
    return phase;
}

static bool has_step(const struct ruling *ruling, const char *step)
{
    return stage_step(ruling->facts, ruling->procedure, step) != NULL;
}

static enum item_phase item_phase_reached(const struct ruling *ruling)
{
    enum item_phase phase = ruling->item->phase;
    if (phase == ITEM_ADOPTED && !has_stage(ruling, LAW_STAGE_REVIEWED_BY)) {
        return ITEM_APPROVED;
    }
    if (phase == ITEM_DISAGREED && !has_step(ruling, "considered-again")) {
        phase = ITEM_STILL_DISAGREED;
    }
    if (phase == ITEM_STILL_DISAGREED && !has_step(ruling, "deliberated")) {
        phase = ITEM_DELIBERATED;
    }
    return phase;
}

const struct law_stage *engine_approval(
    const struct ruling *ruling, enum act_kind kind)
{
    enum law_stage_kind of = engine_row(kind)->stage;
    const struct law_stage *stage = stage_of(ruling,
        of == LAW_STAGE_CARRIED_OUT_BY ? LAW_STAGE_EFFECT : of,
        ruling->item->matter);
    return stage != NULL && law_stage_clause(stage, "approved-by") != NULL
        ? stage
        : NULL;
}

/* The phases of the item in which the act is a question. */
static unsigned item_phases(
    const struct ruling *ruling, const struct engine_row *row)
{
    return row->item_phases == ENGINE_STANDING &&
            engine_approval(ruling, ruling->act->kind) != NULL
        ? ENGINE_IN_EFFECT
        : row->item_phases;
}

static bool is_staged(
    const struct ruling *ruling, const struct engine_row *row)
{
    return !row->staged || has_stage(ruling, row->stage);
}

bool engine_due(const struct ruling *ruling)
{
    const struct engine_row *row = engine_row(ruling->act->kind);
    if (!is_staged(ruling, row)) {
        return false;
    }
    if (row->phases != 0 &&
        (row->phases & 1U << phase_reached(ruling)) == 0) {
        return false;
    }
    return row->item_phases == 0 ||
        (item_phases(ruling, row) & 1U << item_phase_reached(ruling)) != 0;
}

enum status engine_not_in_procedure(struct ruling *ruling)
{
    stage_refuse_by(ruling, &ruling->procedure->citation,
        "refusal.act-not-in-procedure", "cure.act-not-in-procedure");
    message_key(&ruling->refusal->reason, "act",
        engine_act_key(ruling->act->kind));
    return STATUS_REFUSED;
}

enum status engine_ready(struct ruling *ruling)
{
    const struct engine_row *row = engine_row(ruling->act->kind);
    const struct law_stage *stage = stage_of(ruling, row->stage, NULL);
    const char *act = engine_act_key(ruling->act->kind);
    if (!is_staged(ruling, row)) {
        return engine_not_in_procedure(ruling);
    }
    if (row->phases != 0 &&
        (row->phases & 1U << phase_reached(ruling)) == 0) {
        stage_refuse(ruling, stage, "refusal.not-now", "cure.not-now");
        message_key(&ruling->refusal->reason, "act", act);
        message_key(&ruling->refusal->reason, "phase",
            phase_keys[ruling->proceeding->phase]);
        return STATUS_REFUSED;
    }
    if (row->item_phases != 0 &&
        (item_phases(ruling, row) & 1U << item_phase_reached(ruling)) == 0) {
        stage_refuse(ruling, stage, "refusal.item-not-now", "cure.not-now");
        message_key(&ruling->refusal->reason, "act", act);
        message_number(
            &ruling->refusal->reason, "item", ruling->item->number);
        message_key(&ruling->refusal->reason, "phase",
            item_phase_keys[ruling->item->phase]);
        return STATUS_REFUSED;
    }
    enum status status = officer_check(ruling);
    if (status == STATUS_OK && row->ready != NULL) {
        status = row->ready(ruling);
    }
    return status;
}

/* An officer of the sitting acts only once elected. */
static enum status officer_check(struct ruling *ruling)
{
    const struct law_stage *elects =
        stage_of(ruling, LAW_STAGE_ELECTS, NULL);
    const char *actor = ruling->act->actor;
    if (ruling->proceeding == NULL || elects == NULL ||
        !law_stage_has_word(elects, actor) ||
        proceeding_officer(ruling->proceeding, actor) != NULL) {
        return STATUS_OK;
    }
    stage_refuse(ruling, elects, "refusal.officer-not-elected",
        "cure.officer-not-elected");
    message_word(&ruling->refusal->reason, "office", actor);
    return STATUS_REFUSED;
}
