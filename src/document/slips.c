/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Slips for an open vote: the question, three boxes, the name and the
 * signature of who votes.  One stands for as many as fit on a sheet; the sheet
 * is printed as often as there are voters, and what was marked is entered as
 * votes by name or as a count.
 */
#include "document/document_internal.h"

static void slip_add(
    const struct document_making *making, const struct item *item);

void document_slips(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    document_marks(making);
    (void)document_add(making, making->root, DOCUMENT_TITLE,
        document_key(making, "paper.slips.title"));
    if (making->item != NULL) {
        slip_add(making, making->item);
        return;
    }
    for (size_t i = 0; i < proceeding->items_count; i++) {
        if (proceeding->items[i].phase == ITEM_PROPOSED ||
            proceeding->items[i].phase == ITEM_PUT) {
            slip_add(making, &proceeding->items[i]);
        }
    }
}

static void slip_add(
    const struct document_making *making, const struct item *item)
{
    static const char *const choices[] = {"paper.slips.for",
        "paper.slips.against", "paper.slips.abstain"};
    struct document_node *slip =
        document_add(making, making->root, DOCUMENT_SLIP, NULL);
    if (making->facts->community->demonstration) {
        (void)document_add(making, slip, DOCUMENT_HEAD,
            document_key(making, "paper.slips.demonstration"));
    }
    (void)document_add(making, slip, DOCUMENT_HEAD,
        document_line(making, "paper.slips.line", making->proceeding->day,
            making->proceeding->number));
    (void)document_add(making, slip, DOCUMENT_PARAGRAPH,
        arena_format(making->arena, "%s. %s",
            document_number(making, item->number),
            document_item_title(making, item)));
    for (size_t i = 0; i < sizeof choices / sizeof choices[0]; i++) {
        (void)document_add(making, slip, DOCUMENT_BOX,
            document_key(making, choices[i]));
    }
    struct document_node *voter =
        document_add(making, slip, DOCUMENT_FACTS, NULL);
    (void)document_fact(
        making, voter, "paper.column.name", DOCUMENT_BLANK);
    (void)document_fact(
        making, voter, "paper.column.signature", DOCUMENT_BLANK);
}
