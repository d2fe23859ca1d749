/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The attendance list: before anybody came, the roll to be signed; after, who
 * came and when, with the quorum.
 *
 * Law: 39-3(10)3)
 */
#include "document/document_internal.h"

enum { ROLL_PAGE = 1024 };

static void roll_add(const struct document_making *making);

void document_attendance(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    document_marks(making);
    (void)document_add(making, making->root, DOCUMENT_TITLE,
        document_key(making, "paper.attendance.title"));
    document_seat(making);
    struct document_node *facts =
        document_add(making, making->root, DOCUMENT_FACTS, NULL);
    (void)document_fact(making, facts, "paper.notice.day",
        document_when(making, proceeding->day, proceeding->time));
    (void)document_fact(
        making, facts, "paper.notice.place", proceeding->place);
    (void)document_fact(making, facts, "paper.members-entitled",
        document_number(making, proceeding->members_entitled));
    (void)document_fact(making, facts, "paper.roll",
        document_number(making, proceeding->roll_count));
    document_quorum(making, facts);
    if (proceeding_came(proceeding) > 0) {
        (void)document_fact(making, facts, "paper.registered",
            document_number(
                making, proceeding_came(proceeding)));
        document_presence(making, true);
    } else {
        roll_add(making);
    }
    document_officers(making, false);
}

/* As long as the roll is; the last column is for the pen. */
static void roll_add(const struct document_making *making)
{
    const struct document_people *people = making->people;
    const char *head[] = {document_key(making, "paper.column.number"),
        document_key(making, "paper.column.name"),
        document_key(making, "paper.column.address"),
        document_key(making, "paper.column.signature")};
    struct document_node *table = document_add(making, making->root,
        DOCUMENT_TABLE, document_key(making, "paper.attendance.roll"));
    table->flag = true;
    (void)document_row(making, table, head, 4);
    const char *names[ROLL_PAGE];
    const char *addresses[ROLL_PAGE];
    size_t offset = 0;
    for (size_t count = 1; count > 0; offset += count) {
        count = people->roll(people->context, offset, ROLL_PAGE, names,
            addresses, making->arena);
        for (size_t i = 0; i < count; i++) {
            const char *cells[] = {
                arena_format(making->arena, "%zu", offset + i + 1), names[i],
                addresses[i], NULL};
            (void)document_row(making, table, cells, 4);
        }
    }
}
