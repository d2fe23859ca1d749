/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Territory and levels.
 */
#include "web/tiers.h"

#include <string.h>

#include "web/chart.h"
#include "web/lawpage.h"

const struct form_field tiers_fields[TIERS_FIELDS] = {
    {"day", FORM_DATE, 10, false, false},
    {"threshold", FORM_NUMBER, 6, false, false},
};

/* Persons per km² where the reader states none; it stands with the result. */
enum { THRESHOLD = 400 };

/* The table of the site; false where it cannot be read.  Empty: none. */
static bool table_read(struct request *request, struct response *response,
    const char *name, struct bytes *csv)
{
    struct error error = {.status = STATUS_OK};
    enum status status =
        clerk_table(request->clerk, name, request->arena, csv, &error);
    if (status == STATUS_OK || status == STATUS_MISSING) {
        return true;
    }
    page_failed(request, response, &error);
    return false;
}

/* ---- territory ----------------------------------------------------------- */

static const char *unit_name(
    const struct request *request, const struct density_row *row)
{
    return row->unit == NULL ? view_key(request, "tiers.country")
                             : view_capital(request,
                                   row->unit->title[request->target.language]);
}

/* Of those who live there, or of the units; in thousandths. */
static int64_t share_of(int64_t part, int64_t whole)
{
    return whole <= 0 ? 0 : (part * 1000 + whole / 2) / whole;
}

/* "0,4 %" */
static const char *share_text(const struct request *request, int64_t share)
{
    bool is_point = request->target.language == LANGUAGE_EN;
    return arena_format(request->arena, "%lld%c%lld\u00a0%%",
        (long long)(share / 10), is_point ? '.' : ',', (long long)(share % 10));
}

static void rows_fill(const struct request *request,
    const struct study_answer *answer, struct pages_territory *page)
{
    struct pages_territory_rows *rows =
        arena_take_array(request->arena, answer->count, sizeof *rows);
    struct chart_bar *bars =
        arena_take_array(request->arena, answer->count, sizeof *bars);
    for (size_t i = 0; i < answer->count; i++) {
        const struct density_row *row = &answer->territory[i];
        int64_t share = share_of(row->organ_population, row->population);
        rows[i] = (struct pages_territory_rows){
            .name = unit_name(request, row),
            .registered = (int64_t)row->registered,
            .measured = (int64_t)row->measured,
            .compact = (int64_t)row->compact,
            .population = row->population,
            .compact_population = row->compact_population,
            .organ_population = row->organ_population,
            .share = share_text(request, share),
        };
        bars[i] = (struct chart_bar){
            .label = rows[i].name,
            .value = share,
            .said = rows[i].share,
        };
        if (row->unit == NULL) {
            page->organ = row->organ_population;
            page->all = row->population;
            page->share = rows[i].share;
        }
    }
    page->rows = rows;
    page->rows_count = answer->count;
    page->picture = chart_bars(request->arena,
        view_key(request,
            page->is_measured ? "tiers.picture-people" : "tiers.picture-units"),
        bars, answer->count, 1000);
}

void tiers_territory(struct request *request, struct response *response)
{
    int64_t threshold = form_number(&request->form, "threshold");
    struct study_question question = {
        .subject = STUDY_TERRITORY,
        .law = request->law,
        .day = lawpage_day(request),
        .threshold = threshold > 0 ? threshold : THRESHOLD,
    };
    if (!table_read(request, response, "territory.csv", &question.file)) {
        return;
    }
    const struct study_answer *answer =
        study_ask(request->site->study, &question);
    if (answer->error.status != STATUS_OK) {
        page_failed(request, response, &answer->error);
        return;
    }
    struct input *stated = NULL;
    if (question.file.length > 0) {
        stated = input_make(
            request, "threshold", "tiers.threshold", "tiers.threshold-hint");
        stated->part.is_short = true;
        stated->part.inputmode = "numeric";
        stated->part.value =
            arena_format(request->arena, "%lld", (long long)question.threshold);
    }
    struct pages_territory page = {
        .day = question.day,
        .threshold = question.threshold,
        .is_measured = question.file.length > 0,
        .when = lawpage_when(request, question.day, stated, NULL),
        .foot = lawpage_foot(request, answer),
    };
    rows_fill(request, answer, &page);
    pages_territory(&page, page_start_key(request, response,
                               lawpage_status(request), "tiers.territory"));
}

/* ---- allocation ---------------------------------------------------------- */

static void allocation_fill(const struct request *request,
    const struct study_answer *answer, struct pages_allocation *page)
{
    struct pages_allocation_rows *rows =
        arena_take_array(request->arena, answer->count, sizeof *rows);
    const char *matter = "";
    for (size_t i = 0; i < answer->count; i++) {
        const struct allocate_row *row = &answer->allocation[i];
        bool is_first = strcmp(matter, row->measure->matter) != 0;
        matter = row->measure->matter;
        page->matters += is_first ? 1 : 0;
        rows[i] = (struct pages_allocation_rows){
            .matter = matter,
            .is_first = is_first,
            .level = row->measure->level,
            .place = (int64_t)row->place,
            .beaten_by = row->beaten_by == NULL ? NULL : row->beaten_by->level,
            .needs_organ = row->needs_organ,
        };
    }
    page->rows = rows;
    page->rows_count = answer->count;
}

void tiers_allocation(struct request *request, struct response *response)
{
    struct study_question question = {
        .subject = STUDY_ALLOCATION,
        .law = request->law,
        .day = lawpage_day(request),
    };
    if (!table_read(request, response, "allocation.csv", &question.file)) {
        return;
    }
    struct pages_allocation page = {
        .day = question.day,
        .is_measured = question.file.length > 0,
    };
    const struct study_answer *answer = NULL;
    if (page.is_measured) {
        answer = study_ask(request->site->study, &question);
        if (answer->error.status != STATUS_OK) {
            page_failed(request, response, &answer->error);
            return;
        }
        allocation_fill(request, answer, &page);
        page.when = lawpage_when(request, question.day, NULL, NULL);
    }
    page.foot = lawpage_foot(request, answer);
    pages_allocation(&page, page_start_key(request, response,
                                lawpage_status(request), "tiers.allocation"));
}
