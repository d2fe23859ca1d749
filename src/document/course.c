/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * How a sitting came about and how it went: who asked for it, the consent, the
 * notice; opening, late arrivals, leavings, quorum, adjournment, closing.
 */
#include "document/document_internal.h"

static void calling_add(const struct document_making *making);
static void turns_add(const struct document_making *making);
static const char *turn_told(const struct document_making *making,
    const struct proceeding_turn *turn, bool in_session);
static const char *turn_said(const struct document_making *making,
    const char *key, const struct proceeding_turn *turn);
static const char *opening_said(const struct document_making *making,
    const struct proceeding_turn *turn);
static const char *adjournment_said(const struct document_making *making,
    const struct proceeding_turn *turn);

void document_course(const struct document_making *making)
{
    document_heading(making, "paper.calling");
    calling_add(making);
    document_heading(making, "paper.course");
    turns_add(making);
}

static void calling_add(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    const struct law_stage *initiated = document_initiation(making);
    const struct law_stage *consent =
        document_stage(making, LAW_STAGE_CONSENT_OF, NULL);
    struct document_node *facts =
        document_add(making, making->root, DOCUMENT_FACTS, NULL);
    struct document_node *fact = document_fact(making, facts,
        "paper.initiator", document_word(making, proceeding->initiator));
    document_stage_basis(making, fact, initiated);
    size_t signatures = map_count(proceeding->signatures);
    if (signatures > 0) {
        struct message message;
        (void)message_number(
            message_number(message_start(&message, "paper.initiative.sum"),
                "count", (int64_t)signatures),
            "whole", proceeding->signable);
        (void)document_fact(making, facts, "paper.initiative",
            document_said(making, &message));
    }
    if (consent != NULL && proceeding->consented) {
        fact = document_fact(making, facts, "paper.consent",
            document_join(making,
                document_words(making, consent->words, consent->words_count),
                ", ", document_date(making, proceeding->consent_on)));
        document_stage_basis(making, fact, consent);
    }
    if (date_is_set(proceeding->notified)) {
        const char *ways = document_words(making, proceeding->notice_ways,
            proceeding->notice_ways_count);
        fact = document_fact(making, facts, "paper.notified",
            document_join(making, document_date(making, proceeding->notified),
                "; ",
                document_join(
                    making, ways, "; ", proceeding->notice_evidence)));
        document_stage_basis(
            making, fact, document_stage(making, LAW_STAGE_NOTICE, NULL));
    }
}

static void turns_add(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    const char *head[] = {document_key(making, "paper.column.time"),
        document_key(making, "paper.column.what")};
    struct document_node *table =
        document_add(making, making->root, DOCUMENT_TABLE,
            document_key(making, "paper.course.table"));
    (void)document_row(making, table, head, 2);
    bool in_session = false;
    for (size_t i = 0; i < proceeding->turns_count; i++) {
        const struct proceeding_turn *turn = &proceeding->turns[i];
        const char *told = turn_told(making, turn, in_session);
        if (turn->kind == TURN_OPENED || turn->kind == TURN_RESUMED) {
            in_session = true;
        } else if (turn->kind == TURN_ADJOURNED ||
            turn->kind == TURN_CLOSED) {
            in_session = false;
        }
        if (told != NULL) {
            const char *cells[] = {document_moment(making, turn->at), told};
            (void)document_row(making, table, cells, 2);
        }
    }
}

/* NULL of those who come before the sitting begins: the list names them. */
static const char *turn_told(const struct document_making *making,
    const struct proceeding_turn *turn, bool in_session)
{
    switch (turn->kind) {
    case TURN_ARRIVED:
        return in_session
            ? document_quote(making, "paper.turn.arrived",
                  document_persons(making, turn->persons, turn->persons_count))
            : NULL;
    case TURN_LEFT:
        return in_session
            ? document_quote(making, "paper.turn.left",
                  document_persons(making, turn->persons, turn->persons_count))
            : NULL;
    case TURN_NOT_COME:
        return in_session
            ? document_quote(making, "paper.turn.not-come",
                  document_persons(making, turn->persons, turn->persons_count))
            : NULL;
    case TURN_NOT_LEFT:
        return in_session
            ? document_quote(making, "paper.turn.not-left",
                  document_persons(making, turn->persons, turn->persons_count))
            : NULL;
    case TURN_OPENED:
        return opening_said(making, turn);
    case TURN_QUORUM_LOST:
        return turn_said(making, "paper.turn.quorum-lost", turn);
    case TURN_QUORUM_RESTORED:
        return turn_said(making, "paper.turn.quorum-restored", turn);
    case TURN_ADJOURNED:
        return adjournment_said(making, turn);
    case TURN_RESUMED:
        return turn_said(making, "paper.turn.resumed", turn);
    case TURN_CLOSED:
        return document_key(making, "paper.turn.closed");
    }
    return NULL;
}

static const char *turn_said(const struct document_making *making,
    const char *key, const struct proceeding_turn *turn)
{
    struct message message;
    (void)message_number(
        message_number(message_start(&message, key), "present", turn->present),
        "needed", making->proceeding->quorum);
    return document_said(making, &message);
}

static const char *opening_said(const struct document_making *making,
    const struct proceeding_turn *turn)
{
    const char *opened = turn_said(making, "paper.turn.opened", turn);
    if (turn->office == NULL) {
        return opened;
    }
    return document_join(making, opened, " ",
        document_quote(making, "paper.turn.opened-by",
            document_office(making, turn->office, instant_date(turn->at))));
}

static const char *adjournment_said(const struct document_making *making,
    const struct proceeding_turn *turn)
{
    struct message message;
    (void)message_text(message_start(&message, "paper.turn.adjourned"), "day",
        document_when(making, turn->day, turn->time));
    return document_join(making, document_said(making, &message), " ",
        document_quote(making, "paper.turn.reason", turn->reason));
}
