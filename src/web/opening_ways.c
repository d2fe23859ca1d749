/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The ways in which the law lets a sitting be asked for.
 */
#include "web/opening_ways.h"

#include <string.h>

#include "web/input.h"
#include "web/options.h"

static const struct law_stage *initiation(const struct request *request,
    const struct engine_facts *facts, const struct law_procedure *procedure,
    const char *initiator)
{
    const struct law_stage *stage = NULL;
    for (size_t i = 0; (stage = view_stage_at(request, facts, procedure,
                            LAW_STAGE_INITIATED_BY, i)) != NULL;
         i++) {
        if (law_stage_has_word(stage, initiator)) {
            return stage;
        }
    }
    return NULL;
}

const struct law_citation *opening_ways_place(const struct request *request,
    const struct engine_facts *facts, const struct law_procedure *procedure,
    const char *initiator)
{
    const struct law_stage *stage =
        initiation(request, facts, procedure, initiator);
    return stage == NULL ? &procedure->citation : &stage->citation;
}

static struct url way_url(const struct request *request,
    const struct law_procedure *procedure, const char *initiator)
{
    struct url url = request_url(request, URL_SITTING_NEW);
    url = url_with(request->arena, url, "procedure", procedure->id);
    return url_with(request->arena, url, "initiator", initiator);
}

static void ways_fill(const struct request *request,
    const struct engine_facts *facts, const struct law_procedure *procedure,
    struct pages_opening_ways_procedures *row)
{
    const struct options *options = options_of(request, facts, procedure->id);
    struct pages_opening_ways_procedures_ways *ways =
        arena_take_array(request->arena, options->count, sizeof *ways);
    row->ways = ways;
    for (size_t i = 0; i < options->count; i++) {
        const struct engine_option *option = &options->items[i];
        const char *initiator = option->detail;
        const struct law_stage *stage =
            initiation(request, facts, procedure, initiator);
        ways[row->ways_count++] = (struct pages_opening_ways_procedures_ways){
            .where = option->lawful ? way_url(request, procedure, initiator)
                                    : (struct url){NULL},
            .who = view_capital(
                request, view_word(request, facts->law, initiator)),
            .rule = stage == NULL ? NULL
                                  : view_capital(request,
                              view_sentence(request, facts->law, stage)),
            .law = view_basis(request, &option->citation, request->today),
            .refusal = option->lawful
                           ? NULL
                           : view_refusal(request, facts, &option->refusal,
                                 "refusal-part.will-be"),
        };
    }
}

static void procedures_fill(const struct request *request,
    const struct engine_facts *facts, struct pages_opening_ways *page)
{
    const struct community *community = facts->community;
    const char *const *ids = NULL;
    size_t count = 0;
    law_procedures(facts->law, request->today, request->arena, &ids, &count);
    struct pages_opening_ways_procedures *rows =
        arena_take_array(request->arena, count, sizeof *rows);
    page->procedures = rows;
    for (size_t i = 0; i < count; i++) {
        const struct law_procedure *procedure =
            law_procedure(facts->law, ids[i], request->today,
                community->unit->code, community->population, request->arena);
        const char *organ = view_organ(procedure, NULL);
        if (organ == NULL) {
            continue;
        }
        const struct law_stage *notice = NULL;
        struct date first =
            engine_earliest_sitting(facts, procedure, request->today, &notice);
        struct pages_opening_ways_procedures *row =
            &rows[page->procedures_count++];
        row->name =
            view_capital(request, view_word(request, facts->law, organ));
        row->first = notice == NULL ? (struct date){0, 0, 0} : first;
        row->notice = notice == NULL || notice->amount.missing
                          ? NULL
                          : view_amount(request, facts->law, &notice->amount);
        row->is_silent = notice != NULL && !date_is_set(first);
        row->bases = view_stage_basis(request, notice, request->today);
        ways_fill(request, facts, procedure, row);
    }
}

void opening_ways_show(struct request *request, struct response *response,
    const struct engine_facts *facts)
{
    struct pages_opening_ways page = {.today = request->today};
    procedures_fill(request, facts, &page);
    pages_opening_ways(&page, view_start(request, response, 200,
                                  view_key(request, "opening.ways"), facts));
}

const struct pages_input *opening_ways_gatherings(
    const struct request *request, const struct engine_facts *facts)
{
    struct input *input =
        input_make(request, "gathering", "field.gathering", NULL);
    int64_t *numbers = NULL;
    size_t count = 0;
    struct error error = {.status = STATUS_OK};
    input->part.is_select = true;
    (void)store_open_proceedings(
        request->reader, request->arena, &numbers, &count, &error);
    for (size_t i = 0; i < count; i++) {
        struct proceeding proceeding;
        struct engine_facts own = *facts;
        if (store_proceeding(request->reader, numbers[i], request->arena,
                &proceeding, &error) != STATUS_OK ||
            !proceeding.represented || proceeding.phase != PROCEEDING_OPENED) {
            continue;
        }
        own.proceeding = &proceeding;
        const struct law_procedure *procedure =
            engine_procedure(&own, request->arena);
        input_option(request, input,
            arena_format(request->arena, "%lld", (long long)numbers[i]),
            view_sitting_title(request, &own, procedure), NULL);
    }
    return &input->part;
}
