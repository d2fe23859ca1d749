/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Two readings beside each other.
 */
#include "web/disputes.h"

#include "web/lawpage.h"
#include "web/pager.h"

const struct form_field disputes_fields[DISPUTES_FIELDS] = {
    {"page", FORM_NUMBER, 6, false, false},
};

static struct pages_sentences *sentences(const struct request *request,
    const struct law_norm *const *norms, size_t count)
{
    struct pages_sentences *shown = arena_take(request->arena, sizeof *shown);
    struct pages_sentences_rows *rows =
        arena_take_array(request->arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        rows[i] = (struct pages_sentences_rows){
            .text = lawpage_sentence(request, norms[i]),
            .unchecked = norms[i]->citation.unchecked,
        };
    }
    shown->rows = rows;
    shown->rows_count = count;
    return shown;
}

void disputes_show(struct request *request, struct response *response)
{
    struct study_question question = {
        .subject = STUDY_DISCREPANCIES, .law = request->law};
    const struct study_answer *answer =
        study_ask(request->site->study, &question);
    struct pages_discrepancies_rows *rows =
        arena_take_array(request->arena, PAGER_ROWS, sizeof *rows);
    struct pages_discrepancies page = {
        .count = (int64_t)answer->count,
        .rows = rows,
        .pager = pager_part(request, answer->count),
        .foot = lawpage_foot(request, answer),
    };
    size_t offset = pager_offset(request);
    for (size_t i = offset; i < answer->count && page.rows_count < PAGER_ROWS;
         i++) {
        const struct compare_discrepancy *item = &answer->discrepancies[i];
        rows[page.rows_count++] = (struct pages_discrepancies_rows){
            .place = lawpage_place(request, item->place, item->from),
            .from = item->from,
            .article = sentences(request, item->article, item->article_count),
            .text = item->text_count == 0
                        ? NULL
                        : sentences(request, item->text, item->text_count),
        };
    }
    pages_discrepancies(&page, page_start_key(request, response,
                                   lawpage_status(request), "disputes.title"));
}
