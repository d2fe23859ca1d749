/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Terms.
 */
#include "web/terms.h"

#include "web/act_form.h"
#include "web/acts.h"

static struct url door_of(const struct request *request,
    const struct engine_facts *facts, const struct options *options,
    const struct engine_term *term)
{
    int64_t number = facts->proceeding->number;
    const struct engine_option *option =
        options_find(options, term->kind, term->item, NULL);
    const struct item *item = proceeding_item(facts->proceeding, term->item);
    /* To be considered again takes a sitting of its own. */
    if (term->kind == ACT_CALL && item != NULL) {
        return request->account == NULL
                   ? (struct url){NULL}
                   : request_url(request, URL_SITTING_NEW);
    }
    if (option == NULL || !option->lawful) {
        return (struct url){NULL};
    }
    if (term->kind == ACT_CALL) {
        return request_url_number(request, URL_SITTING_CALL, number);
    }
    struct act_form form = {.kind = term->kind,
        .item = term->item,
        .detail = option->detail,
        .back = item != NULL && item->decision > 0 ? "decision" : "sitting"};
    return acts_url(request, number, &form);
}

void terms_add(const struct request *request, const struct engine_facts *facts,
    const struct options *options, const struct engine_term *term,
    bool is_named, struct terms *terms)
{
    struct arena *arena = request->arena;
    size_t count = terms->part.rows_count;
    const struct law_procedure *procedure = engine_procedure(facts, arena);
    const struct item *item = proceeding_item(facts->proceeding, term->item);
    terms->rows = arena_grow(
        arena, terms->rows, count, &terms->capacity, sizeof *terms->rows);
    terms->rows[count] = (struct pages_terms_rows){
        .act = arena_format(arena, "act.%s", act_kind_name(term->kind)),
        .what = item == NULL ? NULL : item->title,
        .sitting =
            is_named ? view_sitting_title(request, facts, procedure) : NULL,
        .where =
            request_url_number(request, URL_SITTING, facts->proceeding->number),
        .due = term->due,
        .is_late = date_is_set(term->due) &&
                   date_compare(term->due, request->today) < 0,
        .amount = term->amount == NULL
                      ? NULL
                      : view_amount(request, facts->law, term->amount),
        .since = term->since,
        .law = view_basis(request, &term->citation, facts->proceeding->law_day),
        .door = door_of(request, facts, options, term),
    };
    terms->part.rows = terms->rows;
    terms->part.rows_count = count + 1;
}

void terms_add_standing(const struct request *request,
    const struct engine_facts *facts, const struct engine_standing *term,
    struct terms *terms)
{
    static const char *const keys[] = {
        [ENGINE_STANDING_MANDATES] = "standing.mandates",
        [ENGINE_STANDING_OFFICE] = "standing.office",
        [ENGINE_STANDING_MONITORING] = "standing.monitoring",
    };
    struct arena *arena = request->arena;
    size_t count = terms->part.rows_count;
    terms->rows = arena_grow(
        arena, terms->rows, count, &terms->capacity, sizeof *terms->rows);
    terms->rows[count] = (struct pages_terms_rows){
        .act = keys[term->kind],
        .what = view_capital(
            request, view_word(request, facts->law, term->who)),
        .due = term->due,
        .is_late = date_compare(term->due, request->today) < 0,
        .amount = term->amount == NULL
                      ? NULL
                      : view_amount(request, facts->law, term->amount),
        .since = term->since,
        .law = view_basis(request,
            term->citation.place == NULL ? NULL : &term->citation,
            request->today),
    };
    terms->part.rows = terms->rows;
    terms->part.rows_count = count + 1;
}
