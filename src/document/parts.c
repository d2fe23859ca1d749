/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What more than one paper holds: marks on top, the organ and its place,
 * items, quorum, those present, recorded choices, signatures.
 */
#include <string.h>

#include "document/document_internal.h"

enum { DIGEST_DIGITS_SHOWN = 16 };

static const char *choice_value(const struct document_making *making,
    const struct proceeding_choice *choice);
static const char *choice_key(const char *parameter);

void document_marks(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    if (making->facts->community->demonstration) {
        (void)document_add(making, making->root, DOCUMENT_NOTE,
            document_key(making, "paper.mark.demonstration"));
    }
    if (proceeding->phase == PROCEEDING_WITHDRAWN) {
        (void)document_add(making, making->root, DOCUMENT_NOTE,
            document_quote(making, "paper.mark.withdrawn",
                proceeding->withdrawn_reason));
    }
}

void document_seat(const struct document_making *making)
{
    (void)document_add(making, making->root, DOCUMENT_HEAD,
        document_capital(making, document_organ(making)));
    (void)document_add(making, making->root, DOCUMENT_HEAD,
        document_capital(making, document_unit(making)));
}

const char *document_item_title(
    const struct document_making *making, const struct item *item)
{
    const char *matter = document_word(making, item->matter);
    const char *title = item->title;
    if (strcmp(matter, title) != 0) {
        title = arena_format(making->arena, "%s (%s)", title, matter);
    }
    if (item->repeats_proceeding == 0) {
        return title;
    }
    struct message message;
    (void)message_number(message_number(message_start(&message,
                                            "paper.item.repeats"),
                             "proceeding", item->repeats_proceeding),
        "item", item->repeats_item);
    return document_join(making, title, "; ", document_said(making, &message));
}

void document_quorum(
    const struct document_making *making, struct document_node *facts)
{
    struct engine_quorum quorum = {0};
    engine_quorum(making->facts, making->procedure, &quorum);
    if (quorum.stage == NULL) {
        return;
    }
    const struct law_amount *amount = &quorum.stage->amount;
    const char *chosen = document_chosen(making, "quorum");
    const char *rule = amount->missing && chosen != NULL
        ? chosen
        : document_amount(making, amount);
    struct message message;
    (void)message_number(
        message_number(message_start(&message, "paper.quorum.sum"), "whole",
            quorum.base_count),
        "needed", quorum.needed);
    struct document_node *fact = document_fact(making, facts, "paper.quorum",
        quorum.missing ? rule
                       : document_join(making, rule, ": ",
                             document_said(making, &message)));
    document_stage_basis(making, fact, quorum.stage);
    if (quorum.unreachable) {
        (void)message_number(
            message_start(&message, "paper.quorum.unreachable"), "count",
            making->proceeding->roll_count);
        (void)document_fact(making, facts, "paper.quorum.gap",
            document_said(making, &message));
    }
}

void document_opening(
    const struct document_making *making, struct document_node *facts)
{
    const struct proceeding *proceeding = making->proceeding;
    for (size_t i = 0; i < proceeding->turns_count; i++) {
        const struct proceeding_turn *turn = &proceeding->turns[i];
        if (turn->kind != TURN_OPENED) {
            continue;
        }
        (void)document_fact(making, facts, "paper.present",
            document_number(making, turn->present));
        struct document_tally *tally =
            arena_take(making->arena, sizeof *tally);
        *tally = (struct document_tally){
            .is_quorum = true,
            .needed = proceeding->quorum,
            .present = turn->present,
            .reached = turn->present >= proceeding->quorum,
        };
        facts->tally = tally;
    }
}

void document_presence(
    const struct document_making *making, bool with_signature)
{
    const struct map *presence = making->proceeding->presence;
    const char *head[] = {document_key(making, "paper.column.number"),
        document_key(making, "paper.column.name"),
        document_key(making, "paper.column.arrived"),
        document_key(making, "paper.column.left"),
        document_key(making, "paper.column.signature")};
    size_t columns = with_signature ? 5 : 4;
    struct document_node *table = document_add(making, making->root,
        DOCUMENT_TABLE, document_key(making, "paper.attendance.present"));
    table->flag = true;
    (void)document_row(making, table, head, columns);
    size_t came = 0;
    for (size_t i = 0; i < map_count(presence); i++) {
        const struct presence *one = map_value_at(presence, i);
        if (one->struck) {
            continue;
        }
        const char *cells[] = {
            arena_format(making->arena, "%zu", ++came),
            document_person(making, one->key),
            document_moment(making, one->arrived),
            one->present ? "" : document_moment(making, one->left), NULL};
        (void)document_row(making, table, cells, columns);
    }
}

/* ---- choices where the law is silent ------------------------------------- */

void document_choices(
    const struct document_making *making, const char *parameter)
{
    const struct proceeding *proceeding = making->proceeding;
    struct document_node *facts = NULL;
    for (size_t i = 0; i < proceeding->choices_count; i++) {
        const struct proceeding_choice *choice = &proceeding->choices[i];
        if (parameter != NULL && strcmp(parameter, choice->parameter) != 0) {
            continue;
        }
        if (facts == NULL) {
            document_heading(making, "paper.choices");
            facts = document_add(making, making->root, DOCUMENT_FACTS, NULL);
        }
        struct document_node *fact = document_fact(making, facts,
            choice_key(choice->parameter),
            document_join(making, choice_value(making, choice), ". ",
                document_quote(making, "paper.choice.ground",
                    choice->ground)));
        const struct law_citation *silent =
            document_cited(making, choice->citation);
        struct law_citation place = {.place = choice->citation};
        document_basis(making, fact, silent == NULL ? &place : silent);
    }
}

const char *document_chosen(
    const struct document_making *making, const char *parameter)
{
    const struct proceeding_choice *choice =
        proceeding_chosen(making->proceeding, parameter);
    return choice == NULL ? NULL : choice_value(making, choice);
}

/* A choice is a word of the law or an amount. */
static const char *choice_value(const struct document_making *making,
    const struct proceeding_choice *choice)
{
    struct law_amount amount;
    if (engine_choice_amount(choice, &amount)) {
        return document_amount(making, &amount);
    }
    return document_word(making, choice->value);
}

static const char *choice_key(const char *parameter)
{
    static const struct {
        const char *parameter;
        const char *key;
    } keys[] = {
        {"form", "paper.choice.form"},
        {"term", "paper.choice.term"},
        {"notice", "paper.choice.notice"},
        {"quorum", "paper.choice.quorum"},
        {"carried-by", "paper.choice.carried-by"},
        {"forms", "paper.choice.forms"},
        {"represented-by", "paper.choice.represented-by"},
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (strcmp(keys[i].parameter, parameter) == 0) {
            return keys[i].key;
        }
    }
    return "paper.choice.other";
}

/* ---- the end of a paper -------------------------------------------------- */

void document_officers(
    const struct document_making *making, bool signed_minutes)
{
    const struct proceeding *proceeding = making->proceeding;
    const struct law_stage *stage =
        document_stage(making, LAW_STAGE_MINUTES, NULL);
    const struct law_clause *clause =
        stage == NULL ? NULL : law_stage_clause(stage, "signed-by");
    struct document_node *signatures =
        document_add(making, making->root, DOCUMENT_SIGNATURES, NULL);
    for (size_t i = 0; clause != NULL && i < clause->words_count; i++) {
        const char *office = clause->words[i];
        const struct officer *officer = proceeding_officer(proceeding, office);
        document_signature(making, signatures, office,
            document_holder(
                making, office, instant_date(proceeding->sitting_opened)),
            signed_minutes && officer != NULL && officer->signed_minutes);
    }
}

void document_provenance(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    const char *law = proceeding->law == NULL ? "" : proceeding->law;
    struct message message;
    (void)message_text(
        message_number(message_start(&message, "paper.provenance"), "event",
            proceeding->last_event),
        "law",
        arena_format(making->arena, "%.*s", DIGEST_DIGITS_SHOWN, law));
    (void)document_add(making, making->root, DOCUMENT_PARAGRAPH,
        document_said(making, &message));
}
