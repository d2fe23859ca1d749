/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * One decision: how it was taken, what became of it, what comes next and by
 * when.
 */
#include <string.h>

#include "web/decisions.h"
#include "web/nexts.h"
#include "web/people.h"
#include "web/terms.h"
#include "web/votes.h"

enum { STEPS_MAX = 13 };

/* The page in the making. */
struct showing {
    const struct request *request;
    struct engine_facts facts;
    const struct proceeding *proceeding;
    const struct law_procedure *procedure;
    const struct item *item;
};

static struct pages_decision_chain *step_add(struct pages_decision *page,
    struct pages_decision_chain *rows, const char *what, struct date day)
{
    struct pages_decision_chain *row = &rows[page->chain_count++];
    row->what = what;
    row->day = day;
    return row;
}

static void review_step_add(struct pages_decision *page,
    struct pages_decision_chain *rows, const struct item *item, size_t at)
{
    const char *what = at == 0 ? "step.disagreed" : "step.still-disagreed";
    if (at < item->reviews_count) {
        const struct item_review *review = &item->reviews[at];
        step_add(page, rows, review->agreed ? "step.approved" : what,
            review->on)
            ->text = review->reason;
    }
}

/* "Аким: …; until": whom, what, by when. */
static const char *assignment(
    const struct showing *showing, const struct item *item)
{
    struct message due;
    (void)message_start(&due, "decision.until");
    (void)message_date(&due, "day", item->assigned_due);
    return arena_format(showing->request->arena, "%s. %s. %s",
        item->assigned_to, item->assigned_task,
        view_say(showing->request, showing->facts.law, &due));
}

static void steps_review(const struct showing *showing,
    struct pages_decision *page, struct pages_decision_chain *rows)
{
    const struct request *request = showing->request;
    const struct item *item = showing->item;
    review_step_add(page, rows, item, 0);
    if (date_is_set(item->reconsidered)) {
        struct pages_decision_chain *again = step_add(page, rows,
            item->phase == ITEM_DROPPED && !date_is_set(item->deliberated)
                ? "step.dropped"
                : "step.kept",
            item->reconsidered);
        again->where = item->reconsidered_in == 0
                           ? (struct url){NULL}
                           : request_url_number(
                                 request, URL_SITTING, item->reconsidered_in);
    }
    review_step_add(page, rows, item, 1);
    if (date_is_set(item->deliberated)) {
        step_add(page, rows, "step.deliberated", item->deliberated)->text =
            item->opinion;
    }
    if (item->phase == ITEM_UPHELD ||
        (item->phase == ITEM_DROPPED && date_is_set(item->deliberated))) {
        step_add(page, rows,
            item->phase == ITEM_UPHELD ? "step.upheld" : "step.not-upheld",
            item->reviewed)
            ->text = item->resolution;
    }
}

static void chain_fill(
    const struct showing *showing, struct pages_decision *page)
{
    const struct request *request = showing->request;
    const struct item *item = showing->item;
    struct pages_decision_chain *rows =
        arena_take_array(request->arena, STEPS_MAX, sizeof *rows);
    page->chain = rows;
    step_add(page, rows, "step.adopted", item->decided);
    if (date_is_set(showing->proceeding->handed_over)) {
        step_add(
            page, rows, "step.handed-over", showing->proceeding->handed_over);
    }
    steps_review(showing, page, rows);
    if (item->published) {
        step_add(page, rows, "step.published", item->published_on);
    }
    if (item->assigned_to != NULL) {
        step_add(page, rows, "step.assigned", (struct date){0, 0, 0})->text =
            assignment(showing, item);
    }
    if (item->report != NULL) {
        step_add(page, rows, item->done ? "step.done" : "step.reported",
            (struct date){0, 0, 0})
            ->text = item->report;
    }
    if (item->conclusion != NULL) {
        step_add(page, rows, "step.answered", item->concluded)->text =
            item->conclusion;
    }
}

static void terms_fill(
    const struct showing *showing, struct pages_decision *page)
{
    const struct request *request = showing->request;
    struct engine_term *found =
        arena_take_array(request->arena, ENGINE_TERMS_MAX, sizeof *found);
    struct terms *terms = arena_take(request->arena, sizeof *terms);
    const struct options *options = options_of(request, &showing->facts, NULL);
    size_t count = engine_terms(&showing->facts, request->arena, found);
    for (size_t i = 0; i < count; i++) {
        if (found[i].item == showing->item->number || found[i].item == 0) {
            terms_add(
                request, &showing->facts, options, &found[i], false, terms);
        }
    }
    page->terms = terms->part.rows_count == 0 ? NULL : &terms->part;
}

static void members_fill(
    const struct showing *showing, struct pages_decision *page)
{
    const struct item *item = showing->item;
    struct pages_decision_members *rows = arena_take_array(
        showing->request->arena, item->members_count, sizeof *rows);
    for (size_t i = 0; i < item->members_count; i++) {
        rows[i].name =
            people_name(showing->request, &showing->facts, item->members[i]);
    }
    page->members = rows;
    page->members_count = item->members_count;
}

/* Whom it binds, who carries it out, where it is made known. */
static void effect_fill(
    const struct showing *showing, struct pages_decision *page)
{
    static const enum law_stage_kind kinds[] = {LAW_STAGE_EFFECT,
        LAW_STAGE_REVIEWED_BY, LAW_STAGE_PUBLISHED, LAW_STAGE_CARRIED_OUT_BY,
        LAW_STAGE_ANSWERED_BY};
    enum { KINDS = sizeof kinds / sizeof kinds[0] };
    const struct request *request = showing->request;
    struct pages_decision_effect *rows =
        arena_take_array(request->arena, KINDS, sizeof *rows);
    page->effect = rows;
    for (size_t i = 0; i < KINDS; i++) {
        const struct law_stage *stage = view_stage(request, &showing->facts,
            showing->procedure, kinds[i], showing->item->matter);
        if (stage != NULL) {
            rows[page->effect_count++] = (struct pages_decision_effect){
                .text = view_capital(
                    request, view_sentence(request, showing->facts.law, stage)),
                .bases = view_stage_basis(
                    request, stage, showing->proceeding->law_day),
            };
        }
    }
}

/*
 * What a decision that only initiates is a ground for: the norms of the
 * article that takes the article of this one into account.
 */
static void ground_fill(
    const struct showing *showing, struct pages_decision *page)
{
    const struct request *request = showing->request;
    const struct law_norm *initiates =
        view_norm(request, &showing->facts, showing->item);
    if (initiates == NULL || initiates->effect != LAW_EFFECT_TRIGGERING) {
        return;
    }
    struct law_query query = {.day = showing->proceeding->law_day,
        .level = showing->facts.community->unit->kind,
        .population = showing->proceeding->population};
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    const char *clause = arena_format(request->arena, "subject-to %s %s",
        initiates->citation.act, initiates->citation.article);
    law_norms(showing->facts.law, &query, request->arena, &norms, &count);
    const struct law_norm *takes = NULL;
    for (size_t i = 0; i < count && takes == NULL; i++) {
        if (strcmp(norms[i]->clauses, clause) == 0) {
            takes = norms[i];
        }
    }
    struct pages_decision_ground *rows =
        arena_take_array(request->arena, count, sizeof *rows);
    page->ground = rows;
    for (size_t i = 0; i < count && takes != NULL; i++) {
        const struct law_citation *place = &norms[i]->citation;
        if (strcmp(place->act, takes->citation.act) == 0 &&
            strcmp(place->article, takes->citation.article) == 0) {
            rows[page->ground_count++] = (struct pages_decision_ground){
                .text = view_norm_text(request, showing->facts.law, norms[i]),
                .law = view_basis(
                    request, place, showing->proceeding->law_day),
            };
        }
    }
}

static struct pages_decision page_make(
    const struct showing *showing, int64_t number)
{
    const struct request *request = showing->request;
    const struct item *item = showing->item;
    const struct law_norm *norm = view_norm(request, &showing->facts, item);
    const char *phase = proceeding_item_phase_name(item->phase);
    return (struct pages_decision){
        .receipt = view_receipt(request),
        .phase_long = arena_format(request->arena, "decision-state.%s", phase),
        .phase = votes_phase(request, item->phase),
        .tag = votes_tag(item->phase),
        .title = item->title,
        .matter = view_capital(
            request, view_word(request, showing->facts.law, item->matter)),
        .law = view_basis(request, norm == NULL ? NULL : &norm->citation,
            showing->proceeding->law_day),
        .sitting = request_url_number(
            request, URL_SITTING, showing->proceeding->number),
        .sitting_title =
            view_sitting_title(request, &showing->facts, showing->procedure),
        .decided = item->decided,
        .number = number,
        .paper = url_to(
            request->arena, (struct url_target){.place = URL_SITTING_PAPER,
                                .language = request->target.language,
                                .numbers = {showing->proceeding->number},
                                .word = arena_format(request->arena,
                                    "decision-%lld", (long long)item->number)}),
        .next = nexts_part(request, &showing->facts, item),
        .vote = votes_part(request, &showing->facts, showing->procedure, item),
        .record = url_with(request->arena, request_url(request, URL_RECORD),
            "proceeding",
            arena_format(request->arena, "%lld",
                (long long)showing->proceeding->number)),
    };
}

void decisions_show(struct request *request, struct response *response)
{
    struct showing showing = {.request = request};
    struct store_decision decision;
    struct error error = {.status = STATUS_OK};
    int64_t number = request->target.numbers[0];
    if (store_decision(request->reader, number, request->arena, &decision,
            &error) != STATUS_OK) {
        page_failed(request, response, &error);
        return;
    }
    if (!view_facts(request, response, decision.proceeding, &showing.facts)) {
        return;
    }
    showing.proceeding = showing.facts.proceeding;
    showing.procedure = engine_procedure(&showing.facts, request->arena);
    showing.item = proceeding_item(showing.proceeding, decision.item);
    if (showing.item == NULL) {
        page_status(request, response, 404, NULL);
        return;
    }
    struct pages_decision page = page_make(&showing, number);
    members_fill(&showing, &page);
    chain_fill(&showing, &page);
    terms_fill(&showing, &page);
    effect_fill(&showing, &page);
    ground_fill(&showing, &page);
    struct message title;
    (void)message_start(&title, "papers.decision");
    (void)message_number(&title, "number", number);
    pages_decision(&page,
        view_start(request, response, 200,
            view_say(request, showing.facts.law, &title), &showing.facts));
}
