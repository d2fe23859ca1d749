/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The list of decisions.
 */
#include "web/decisions.h"

#include "web/pager.h"
#include "web/view.h"
#include "web/votes.h"

static void rows_fill(const struct request *request,
    const struct store_decision *decisions, size_t count,
    struct pages_decisions *page)
{
    struct pages_decisions_rows *rows =
        arena_take_array(request->arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        const struct store_decision *decision = &decisions[i];
        rows[i] = (struct pages_decisions_rows){
            .where =
                request_url_number(request, URL_DECISION, decision->number),
            .number = decision->number,
            .title = decision->title,
            .organ = view_capital(
                request, view_word(request, request->law, decision->procedure)),
            .matter = view_word(request, request->law, decision->matter),
            .day = decision->decided,
            .vote = arena_format(request->arena, "%lld : %lld : %lld",
                (long long)decision->count.votes_for,
                (long long)decision->count.against,
                (long long)decision->count.abstain),
            .phase =
                arena_format(request->arena, "item-phase.%s", decision->phase),
            .tag = votes_tag_named(decision->phase),
        };
    }
    page->rows = rows;
    page->rows_count = count;
}

void decisions_list(struct request *request, struct response *response)
{
    struct store_decision *decisions = NULL;
    size_t count = 0;
    size_t total = 0;
    struct error error = {.status = STATUS_OK};
    if (store_decisions(request->reader, pager_offset(request), PAGER_ROWS,
            request->arena, &decisions, &count, &total, &error) != STATUS_OK) {
        page_failed(request, response, &error);
        return;
    }
    struct pages_decisions page = {.pager = pager_part(request, total)};
    rows_fill(request, decisions, count, &page);
    pages_decisions(
        &page, page_start_key(request, response, 200, "decisions.title"));
}
