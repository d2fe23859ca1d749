/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A decision in the form of Kazakh official acts: title, who adopted it, date
 * and number, legal basis, РЕШИЛ / ШЕШІМ ҚАБЫЛДАДЫ, numbered points, from when
 * it is carried out, office and name; then the vote and what became of it.
 *
 * Law: 39-3(11) to (14)
 */
#include "document/document_internal.h"

static void head_add(const struct document_making *making);
static void points_add(const struct document_making *making);
static void substance_add(
    const struct document_making *making, struct document_node *list);
static void members_add(const struct document_making *making,
    struct document_node *point, const struct law_stage *forms);
static void budget_add(
    const struct document_making *making, struct document_node *point);
static void effect_add(
    const struct document_making *making, struct document_node *list);
static const char *effect_said(const struct document_making *making,
    const struct law_clause *approved_by);
static void stage_point_add(const struct document_making *making,
    struct document_node *list, enum law_stage_kind kind, const char *key);

void document_decision(const struct document_making *making)
{
    document_marks(making);
    document_decision_marks(making);
    head_add(making);
    points_add(making);
    document_officers(making, false);
    document_heading(making, "paper.vote");
    document_vote(making, making->item);
    document_vote_names(making, making->item);
    document_choices(making, "form");
    document_fate(making);
}

/* Title, unit, organ with date and number, basis, the word of deciding. */
static void head_add(const struct document_making *making)
{
    static const char *const resolved[] = {
        [TONGUE_MASCULINE] = "paper.decision.resolved-masculine",
        [TONGUE_FEMININE] = "paper.decision.resolved-feminine",
        [TONGUE_NEUTER] = "paper.decision.resolved-neuter",
        [TONGUE_PLURAL] = "paper.decision.resolved-plural",
    };
    const struct item *item = making->item;
    const char *organ = document_organ(making);
    (void)document_add(making, making->root, DOCUMENT_TITLE, item->title);
    (void)document_add(making, making->root, DOCUMENT_HEAD,
        document_capital(making, document_unit(making)));
    (void)document_add(making, making->root, DOCUMENT_HEAD,
        document_line(making, "paper.decision.line", item->decided,
            item->decision));
    struct document_node *basis = document_add(making, making->root,
        DOCUMENT_PARAGRAPH, document_key(making, "paper.decision.basis"));
    const struct law_norm *norm = document_norm(making, item);
    struct law_citation cited = {.place = item->citation};
    document_basis(making, basis, norm == NULL ? &cited : &norm->citation);
    document_stage_basis(making, basis,
        document_stage(making, LAW_STAGE_CARRIED_BY, item->matter));
    (void)document_add(making, making->root, DOCUMENT_PARAGRAPH,
        document_quote(making, resolved[tongue_gender(organ)],
            document_capital(making, organ)));
}

static void points_add(const struct document_making *making)
{
    struct document_node *list =
        document_add(making, making->root, DOCUMENT_LIST, NULL);
    substance_add(making, list);
    effect_add(making, list);
    stage_point_add(making, list, LAW_STAGE_CARRIED_OUT_BY,
        "paper.decision.carried-out");
    stage_point_add(
        making, list, LAW_STAGE_PUBLISHED, "paper.decision.published");
}

/* ---- the first point ----------------------------------------------------- */

/* What was decided, and what belongs to it. */
static void substance_add(
    const struct document_making *making, struct document_node *list)
{
    struct document_node *point = document_add(making, list, DOCUMENT_ITEM,
        document_substance(making, making->item));
    members_add(making, point, document_forming(making, making->item));
    budget_add(making, point);
}

/* Size and term as the law gives them, and who was elected. */
static void members_add(const struct document_making *making,
    struct document_node *point, const struct law_stage *forms)
{
    const struct item *item = making->item;
    const struct law_clause *term =
        forms == NULL ? NULL : law_stage_clause(forms, "for");
    if (forms == NULL && item->members_count == 0) {
        return;
    }
    struct document_node *facts =
        document_add(making, point, DOCUMENT_FACTS, NULL);
    struct document_node *fact =
        document_fact(making, facts, "paper.decision.size",
            document_number(making, (int64_t)item->members_count));
    document_stage_basis(making, fact, forms);
    if (term != NULL) {
        const char *chosen = document_chosen(making, "term");
        (void)document_fact(making, facts, "paper.decision.term",
            term->missing && chosen != NULL
                ? chosen
                : document_amount(making, &term->amount));
    }
    struct document_node *list =
        document_add(making, point, DOCUMENT_LIST, NULL);
    for (size_t i = 0; i < item->members_count; i++) {
        (void)document_add(making, list, DOCUMENT_ITEM,
            document_person(making, item->members[i]));
    }
}

static void budget_add(
    const struct document_making *making, struct document_node *point)
{
    const struct community *community = making->facts->community;
    int64_t year = making->item->budget_year;
    for (size_t i = 0; year != 0 && i < community->budgets_count; i++) {
        const struct community_budget *budget = &community->budgets[i];
        if (budget->year != year) {
            continue;
        }
        struct document_node *facts =
            document_add(making, point, DOCUMENT_FACTS, NULL);
        (void)document_fact(making, facts, "paper.decision.budget-year",
            arena_format(making->arena, "%d", (int)year));
        (void)document_fact(making, facts, "paper.decision.budget-source",
            budget->example
                ? document_join(making, budget->decision, " ",
                      document_key(making, "paper.mark.example"))
                : budget->decision);
        return;
    }
}

/* ---- the other points ---------------------------------------------------- */

/* Whether it binds, and from when it is carried out. */
static void effect_add(
    const struct document_making *making, struct document_node *list)
{
    const struct law_stage *stage =
        document_stage(making, LAW_STAGE_EFFECT, making->item->matter);
    if (stage == NULL) {
        return;
    }
    const struct law_clause *approved_by =
        law_stage_clause(stage, "approved-by");
    struct message message;
    (void)message_text(message_start(&message, "paper.decision.effect"),
        "effect", document_words(making, stage->words, stage->words_count));
    const char *text = document_said(making, &message);
    if (approved_by != NULL && approved_by->words_count > 0) {
        text = document_join(
            making, text, " ", effect_said(making, approved_by));
    }
    document_stage_basis(
        making, document_add(making, list, DOCUMENT_ITEM, text), stage);
}

static const char *effect_said(const struct document_making *making,
    const struct law_clause *approved_by)
{
    const struct item *item = making->item;
    struct message message;
    if (item->phase != ITEM_APPROVED && item->phase != ITEM_UPHELD) {
        (void)message_text(
            message_start(&message, "paper.decision.awaits"), "office",
            document_words(
                making, approved_by->words, approved_by->words_count));
        return document_said(making, &message);
    }
    struct buffer from = BUFFER_EMPTY;
    tongue_date_from(making->language, item->reviewed, &from);
    (void)message_text(message_start(&message, "paper.decision.in-force"),
        "date", buffer_text(&from));
    buffer_finish(&from);
    return document_said(making, &message);
}

static void stage_point_add(const struct document_making *making,
    struct document_node *list, enum law_stage_kind kind, const char *key)
{
    const struct law_stage *stage =
        document_stage(making, kind, making->item->matter);
    if (stage == NULL) {
        return;
    }
    const char *who =
        document_words(making, stage->words, stage->words_count);
    const struct law_clause *in = law_stage_clause(stage, "in");
    if (stage->words_count == 0 && in != NULL) {
        who = document_words(making, in->words, in->words_count);
    }
    document_stage_basis(making,
        document_add(
            making, list, DOCUMENT_ITEM, document_quote(making, key, who)),
        stage);
}
