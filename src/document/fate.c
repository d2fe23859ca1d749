/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What became of a decision: the akim's review, the way of a disagreement,
 * publication, execution.
 */
#include <string.h>

#include "document/document_internal.h"

static const char *phase_key(enum item_phase phase);
static void review_add(
    const struct document_making *making, struct document_node *facts);
static void review_said(const struct document_making *making,
    struct document_node *facts, const struct item_review *review);
static void publication_add(
    const struct document_making *making, struct document_node *facts);
static void execution_add(
    const struct document_making *making, struct document_node *facts);

/* Nobody may take for valid what no longer is, or is not yet. */
void document_decision_marks(const struct document_making *making)
{
    enum item_phase phase = making->item->phase;
    const char *key = NULL;
    if (phase == ITEM_DROPPED) {
        key = "paper.mark.dropped";
    } else if (phase != ITEM_APPROVED && phase != ITEM_UPHELD &&
        document_stage(making, LAW_STAGE_REVIEWED_BY, NULL) != NULL) {
        key = "paper.mark.not-approved";
    }
    if (key != NULL) {
        (void)document_add(making, making->root, DOCUMENT_NOTE,
            document_key(making, key));
    }
}

void document_fate(const struct document_making *making)
{
    document_heading(making, "paper.fate");
    struct document_node *facts =
        document_add(making, making->root, DOCUMENT_FACTS, NULL);
    review_add(making, facts);
    publication_add(making, facts);
    execution_add(making, facts);
}

static void review_add(
    const struct document_making *making, struct document_node *facts)
{
    const struct item *item = making->item;
    const struct law_stage *stage =
        document_stage(making, LAW_STAGE_REVIEWED_BY, item->matter);
    const char *state = document_key(making, phase_key(item->phase));
    if (date_is_set(item->reviewed)) {
        state = document_join(
            making, state, "; ", document_date(making, item->reviewed));
    }
    (void)document_fact(making, facts, "paper.fate.state", state);
    if (stage != NULL && stage->words_count > 0) {
        struct document_node *fact = document_fact(making, facts,
            "paper.fate.reviewer",
            document_office(making, stage->words[0], item->decided));
        document_stage_basis(making, fact, stage);
    }
    if (item->reviews_count > 0) {
        review_said(making, facts, &item->reviews[0]);
    }
    if (item->reconsidered_in != 0) {
        (void)document_fact(making, facts, "paper.fate.reconsidered",
            document_number(making, item->reconsidered_in));
    }
    if (item->reviews_count > 1) {
        review_said(making, facts, &item->reviews[1]);
    }
    if (item->opinion != NULL) {
        (void)document_fact(making, facts, "paper.fate.opinion",
            document_join(making, document_date(making, item->deliberated),
                "; ", item->opinion));
    }
    if (item->resolution != NULL) {
        (void)document_fact(making, facts, "paper.fate.resolution",
            document_join(making, document_date(making, item->reviewed), "; ",
                item->resolution));
    }
}

/* Consent without words is the state alone. */
static void review_said(const struct document_making *making,
    struct document_node *facts, const struct item_review *review)
{
    if (review->agreed && review->reason == NULL) {
        return;
    }
    const char *said = document_date(making, review->on);
    if (review->reason != NULL) {
        said = document_join(making, said, "; ", review->reason);
    }
    (void)document_fact(making, facts,
        review->agreed ? "paper.fate.agreement" : "paper.fate.disagreement",
        said);
}

static void publication_add(
    const struct document_making *making, struct document_node *facts)
{
    const struct item *item = making->item;
    if (!item->published) {
        return;
    }
    const char *ways = "";
    for (const char *at = item->published_ways; *at != '\0';) {
        size_t length = strcspn(at, ",");
        ways = document_join(making, ways, ", ",
            document_word(making, arena_text_n(making->arena, at, length)));
        at += length + strspn(at + length, ", ");
    }
    struct document_node *fact = document_fact(making, facts,
        "paper.fate.published",
        document_join(making, document_date(making, item->published_on), "; ",
            ways));
    document_stage_basis(making, fact,
        document_stage(making, LAW_STAGE_PUBLISHED, item->matter));
}

static void execution_add(
    const struct document_making *making, struct document_node *facts)
{
    const struct item *item = making->item;
    if (item->assigned_to == NULL) {
        return;
    }
    (void)document_fact(making, facts, "paper.fate.assigned",
        document_join(making, document_word(making, item->assigned_to), "; ",
            item->assigned_task));
    (void)document_fact(making, facts, "paper.fate.due",
        document_date(making, item->assigned_due));
    if (item->report != NULL) {
        (void)document_fact(making, facts,
            item->done ? "paper.fate.done" : "paper.fate.reported",
            item->report);
    }
}

static const char *phase_key(enum item_phase phase)
{
    switch (phase) {
    case ITEM_APPROVED:
        return "paper.fate.approved";
    case ITEM_DISAGREED:
        return "paper.fate.disagreed";
    case ITEM_KEPT:
        return "paper.fate.kept";
    case ITEM_DROPPED:
        return "paper.fate.dropped";
    case ITEM_STILL_DISAGREED:
        return "paper.fate.still-disagreed";
    case ITEM_DELIBERATED:
        return "paper.fate.deliberated";
    case ITEM_UPHELD:
        return "paper.fate.upheld";
    case ITEM_PROPOSED:
    case ITEM_PUT:
    case ITEM_ADOPTED:
    case ITEM_REJECTED:
    case ITEM_WITHDRAWN:
        break;
    }
    return "paper.fate.adopted";
}
