/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A vote on paper: form, rule, how many were needed and how that was worked
 * out, the count, the outcome in words; and who voted how, where by name.
 */
#include "document/document_internal.h"

static void rule_add(const struct document_making *making,
    const struct item *item, struct document_node *facts);
static const char *outcome(
    const struct document_making *making, const struct item *item);

void document_vote(
    const struct document_making *making, const struct item *item)
{
    struct document_node *facts =
        document_add(making, making->root, DOCUMENT_FACTS, NULL);
    bool is_voted = item->form != NULL && item->phase != ITEM_PUT;
    if (is_voted) {
        (void)document_fact(making, facts, "paper.vote.form",
            document_word(making, item->form));
        rule_add(making, item, facts);
        (void)document_fact(making, facts, "paper.vote.participants",
            document_number(making, item->participants));
        (void)document_fact(making, facts, "paper.vote.needed",
            document_number(making, item->needed));
        (void)document_fact(making, facts, "paper.vote.counted",
            document_count(making, &item->count));
    }
    (void)document_fact(
        making, facts, "paper.vote.outcome", outcome(making, item));
    if (is_voted) {
        struct document_tally *tally =
            arena_take(making->arena, sizeof *tally);
        *tally = (struct document_tally){
            .needed = item->needed,
            .present = item->participants,
            .count = item->count,
            .reached = item->decision > 0,
        };
        facts->tally = tally;
    }
}

const char *document_count(
    const struct document_making *making, const struct vote_count *count)
{
    struct message message;
    (void)message_start(&message, "paper.vote.count");
    (void)message_number(&message, "for", count->votes_for);
    (void)message_number(&message, "against", count->against);
    (void)message_number(&message, "abstain", count->abstain);
    return document_said(making, &message);
}

static void rule_add(const struct document_making *making,
    const struct item *item, struct document_node *facts)
{
    const struct law_stage *stage =
        document_stage(making, LAW_STAGE_CARRIED_BY, item->matter);
    if (stage == NULL) {
        return;
    }
    const char *chosen = document_chosen(making, "carried-by");
    struct document_node *fact = document_fact(making, facts,
        "paper.vote.rule",
        stage->amount.missing && chosen != NULL
            ? chosen
            : document_amount(making, &stage->amount));
    document_stage_basis(making, fact, stage);
}

void document_vote_names(
    const struct document_making *making, const struct item *item)
{
    if (item->form == NULL || item->phase == ITEM_PUT ||
        map_count(item->votes) == 0) {
        return;
    }
    static const char *const keys[] = {
        [VOTE_FOR] = "paper.vote.for",
        [VOTE_AGAINST] = "paper.vote.against",
        [VOTE_ABSTAIN] = "paper.vote.abstain",
    };
    const char *head[] = {document_key(making, "paper.column.number"),
        document_key(making, "paper.column.name"),
        document_key(making, "paper.column.vote")};
    struct document_node *table = document_add(making, making->root,
        DOCUMENT_TABLE, document_key(making, "paper.vote.by-name"));
    table->flag = true;
    (void)document_row(making, table, head, 3);
    for (size_t i = 0; i < map_count(item->votes); i++) {
        const struct item_vote *vote = map_value_at(item->votes, i);
        const char *cells[] = {arena_format(making->arena, "%zu", i + 1),
            document_person(making, vote->voter),
            document_key(making, keys[vote->choice])};
        (void)document_row(making, table, cells, 3);
    }
}

static const char *outcome(
    const struct document_making *making, const struct item *item)
{
    if (item->phase == ITEM_PROPOSED || item->phase == ITEM_PUT) {
        return document_key(making, "paper.vote.not-voted");
    }
    if (item->phase == ITEM_WITHDRAWN) {
        return document_quote(
            making, "paper.vote.withdrawn", item->withdrawn_reason);
    }
    if (item->phase == ITEM_REJECTED) {
        return document_key(making, "paper.vote.rejected");
    }
    struct message message;
    (void)message_number(message_start(&message, "paper.vote.adopted"),
        "decision", item->decision);
    return document_said(making, &message);
}
