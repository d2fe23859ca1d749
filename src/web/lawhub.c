/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The hub of the pages about the law.
 */
#include "web/lawhub.h"

#include <string.h>

#include "web/edition.h"
#include "web/editions.h"
#include "web/lawpage.h"

/* The law by which the sittings of the day are held: that of the first
   procedure which is a sitting of an organ. */
static const struct law_procedure *ruling(const struct request *request)
{
    const char *const *ids = NULL;
    size_t count = 0;
    law_procedures(request->law, request->today, request->arena, &ids, &count);
    for (size_t i = 0; i < count; i++) {
        const struct law_procedure *procedure = law_procedure(
            request->law, ids[i], request->today, NULL, -1, request->arena);
        if (procedure != NULL && view_organ(procedure, NULL) != NULL) {
            return procedure;
        }
    }
    return NULL;
}

/* Law of the country or of a place in it; what other countries, treaties not
   acceded to, programmes and scholars say is kept for comparison. */
static bool is_law(const struct law_act *act)
{
    return act->local || facts_rank(act->rank) > facts_rank("programme");
}

/* Acts in force, with when each last changed, and how much is checked. */
static void acts_fill(const struct request *request, struct pages_law *page)
{
    struct law_query query = {.day = request->today, .population = -1};
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    law_norms(request->law, &query, request->arena, &norms, &count);
    size_t acts = law_acts_count(request->law);
    struct pages_law_acts *rows =
        arena_take_array(request->arena, acts, sizeof *rows);
    struct pages_law_others *others =
        arena_take_array(request->arena, acts, sizeof *others);
    page->acts = rows;
    page->others = others;
    for (size_t i = 0; i < acts; i++) {
        const struct law_act *act = law_act_at(request->law, i);
        struct pages_law_acts row = {
            .where = lawpage_url(request, URL_LAW_ACT, act->id),
            .title = lawpage_act(request, act->id),
            .is_local = act->local,
        };
        for (size_t k = 0; k < count; k++) {
            if (strcmp(norms[k]->citation.act, act->id) != 0) {
                continue;
            }
            row.norms++;
            row.unchecked += norms[k]->citation.unchecked ? 1 : 0;
            if (date_compare(norms[k]->citation.edition, row.edition) > 0) {
                row.edition = norms[k]->citation.edition;
            }
        }
        if (row.norms > 0 && !is_law(act)) {
            others[page->others_count++] =
                (struct pages_law_others){row.where, row.title};
        } else if (row.norms > 0) {
            row.editions =
                editions_url(request, act->id, "", (struct date){0, 0, 0});
            page->norms += row.norms;
            page->unchecked += row.unchecked;
            rows[page->acts_count++] = row;
        }
    }
}

static void ruling_fill(const struct request *request, struct pages_law *page)
{
    const struct law_procedure *procedure = ruling(request);
    if (procedure == NULL) {
        return;
    }
    const char *act = procedure->citation.act;
    page->title = lawpage_act(request, act);
    page->where = lawpage_url(request, URL_LAW_ACT, act);
    page->article = edition_url(request, &procedure->citation, request->today);
    page->article_place = procedure->citation.place;
    for (size_t i = 0; i < page->acts_count; i++) {
        if (strcmp(page->acts[i].where.text, page->where.text) == 0) {
            page->edition = page->acts[i].edition;
        }
    }
}

void lawhub_show(struct request *request, struct response *response)
{
    struct study_question question = {
        .subject = STUDY_FINDINGS,
        .law = request->law,
        .day = request->today,
    };
    const struct study_answer *answer =
        study_ask(request->site->study, &question);
    const char *const *bills = NULL;
    size_t bills_count = 0;
    law_bills(request->law, NULL, request->arena, &bills, &bills_count);
    struct pages_law page = {
        .today = request->today,
        .findings = request_url(request, URL_LAW_FINDINGS),
        .powers = request_url(request, URL_LAW_POWERS),
        .charter = request_url(request, URL_LAW_CHARTER),
        .timeline = request_url(request, URL_LAW_TIMELINE),
        .bills = request_url(request, URL_LAW_BILLS),
        .bills_number = (int64_t)bills_count,
        .repair = request_url(request, URL_LAW_REPAIR),
        .discrepancies = request_url(request, URL_LAW_DISCREPANCIES),
        .allocation = request_url(request, URL_LAW_ALLOCATION),
        .territory = request_url(request, URL_LAW_TERRITORY),
        .count = (int64_t)answer->count,
    };
    for (size_t i = 0; i < answer->count; i++) {
        page.conflicts +=
            findings_is_conflict(answer->findings[i].kind) ? 1 : 0;
    }
    acts_fill(request, &page);
    ruling_fill(request, &page);
    page.is_checked = page.unchecked == 0;
    pages_law(&page, page_start_key(request, response, 200, "lawhub.title"));
}
