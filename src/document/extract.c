/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * An extract from the minutes: what they say of one item, without the names
 * of who came, spoke and voted, certified by the secretary.
 */
#include "document/document_internal.h"

static void resolved_add(const struct document_making *making);
static void certificate_add(const struct document_making *making);

void document_extract(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    const struct law_norm *norm = document_norm(making, making->item);
    struct date first = instant_date(proceeding->sitting_opened);
    document_marks(making);
    if (making->item->decision > 0) {
        document_decision_marks(making);
    }
    struct message message;
    (void)message_number(message_start(&message, "paper.extract.title"),
        "number", proceeding->number);
    (void)document_add(making, making->root, DOCUMENT_TITLE,
        document_said(making, &message));
    (void)document_add(making, making->root, DOCUMENT_HEAD,
        document_line(
            making, "paper.minutes.line", first, proceeding->number));
    (void)document_add(making, making->root, DOCUMENT_HEAD,
        document_capital(making, document_unit(making)));
    struct document_node *facts =
        document_add(making, making->root, DOCUMENT_FACTS, NULL);
    (void)document_fact(
        making, facts, "paper.notice.place", proceeding->place);
    document_opening(making, facts);
    document_quorum(making, facts);
    struct document_node *heard =
        document_add(making, making->root, DOCUMENT_PARAGRAPH,
            document_quote(making, "paper.minutes.heard",
                arena_format(making->arena, "%s. %s",
                    document_number(making, making->item->number),
                    document_item_title(making, making->item))));
    document_basis(making, heard, norm == NULL ? NULL : &norm->citation);
    resolved_add(making);
    document_vote(making, making->item);
    document_officers(making, true);
    certificate_add(making);
}

static void resolved_add(const struct document_making *making)
{
    if (making->item->decision > 0) {
        (void)document_add(making, making->root, DOCUMENT_PARAGRAPH,
            document_quote(making, "paper.minutes.resolved",
                document_substance(making, making->item)));
    }
}

/* Whoever keeps the minutes certifies: who received them, else who wrote. */
static void certificate_add(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    bool is_handed = proceeding->handed_to != NULL;
    const char *office = is_handed ? proceeding->handed_to : "secretary";
    struct date day = is_handed ? proceeding->handed_over
                                : instant_date(proceeding->sitting_opened);
    document_heading(making, "paper.extract.certified");
    (void)document_fact(making,
        document_add(making, making->root, DOCUMENT_FACTS, NULL),
        "paper.extract.day", DOCUMENT_BLANK);
    document_signature(making,
        document_add(making, making->root, DOCUMENT_SIGNATURES, NULL), office,
        document_holder(making, office, day), false);
}
