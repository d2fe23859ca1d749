/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Official texts in paragraphs, word by word.
 */
#include "web/wordings.h"

#include <string.h>

#include "inquiry/compare_text.h"

/* Paragraphs in the making. */
struct writing {
    const struct request *request;
    struct pages_wordings *page;
    struct pages_wordings_rows *rows;
    size_t rows_capacity;
    struct pages_wordings_rows_parts *parts; /* of the last row */
    size_t parts_capacity;
};

/* True with *text NULL where none is loaded. */
static bool text_find(struct request *request, struct response *response,
    const struct store_law_text_query *query, struct store_law_text **text)
{
    struct error error = {.status = STATUS_OK};
    struct store_law_text *found = arena_take(request->arena, sizeof *found);
    *text = NULL;
    if (!date_is_set(query->day)) {
        return true;
    }
    enum status status = clerk_law_text(request->law, request->reader, query,
        request->arena, found, &error);
    if (status == STATUS_OK) {
        *text = found;
    } else if (status != STATUS_MISSING) {
        page_failed(request, response, &error);
        return false;
    }
    return true;
}

/* ---- paragraphs ---------------------------------------------------------- */

static void row_add(struct writing *writing)
{
    struct pages_wordings *page = writing->page;
    writing->rows = arena_grow(writing->request->arena, writing->rows,
        page->rows_count, &writing->rows_capacity, sizeof *writing->rows);
    writing->rows[page->rows_count++] = (struct pages_wordings_rows){0};
    page->rows = writing->rows;
    writing->parts = NULL;
    writing->parts_capacity = 0;
}

static void part_add(struct writing *writing, enum compare_text_sign sign,
    const char *text, size_t length)
{
    struct arena *arena = writing->request->arena;
    struct pages_wordings_rows *row =
        &writing->rows[writing->page->rows_count - 1];
    writing->parts = arena_grow(arena, writing->parts, row->parts_count,
        &writing->parts_capacity, sizeof *writing->parts);
    writing->parts[row->parts_count++] = (struct pages_wordings_rows_parts){
        .text = arena_text_n(arena, text, length),
        .is_gone = sign == COMPARE_TEXT_GONE,
        .is_new = sign == COMPARE_TEXT_NEW,
    };
    row->parts = writing->parts;
}

/* Line feeds end paragraphs. */
static void parts_write(struct writing *writing,
    const struct compare_text_part *parts, size_t count)
{
    bool is_open = false;
    for (size_t i = 0; i < count; i++) {
        const char *at = parts[i].text;
        while (*at != '\0') {
            size_t length = strcspn(at, "\n");
            if (length > 0) {
                if (!is_open) {
                    row_add(writing);
                }
                part_add(writing, parts[i].sign, at, length);
                is_open = true;
            }
            at += length;
            if (*at == '\n') {
                is_open = false;
                at++;
            }
        }
    }
}

static const char *whole_of(
    const struct request *request, const struct store_law_text *text)
{
    return text->heading[0] == '\0'
               ? text->text
               : arena_format(
                     request->arena, "%s\n%s", text->heading, text->text);
}

static void text_write(
    struct writing *writing, const struct store_law_text *text)
{
    const struct compare_text_part whole = {
        COMPARE_TEXT_SAME, whole_of(writing->request, text)};
    parts_write(writing, &whole, 1);
}

static void both_write(struct writing *writing,
    const struct store_law_text *before, const struct store_law_text *after)
{
    const struct request *request = writing->request;
    const struct compare_text_part *parts = NULL;
    size_t count = 0;
    bool is_changed = false;
    compare_text(whole_of(request, before), whole_of(request, after),
        request->arena, &parts, &count);
    for (size_t i = 0; i < count; i++) {
        is_changed = is_changed || parts[i].sign != COMPARE_TEXT_SAME;
    }
    writing->page->how = is_changed ? "wordings.how" : "wordings.same";
    parts_write(writing, parts, count);
}

bool wordings_part(struct request *request, struct response *response,
    const char *act, const char *article, struct date before,
    struct date after, const struct pages_wordings **part)
{
    struct store_law_text *texts[2] = {NULL, NULL};
    struct store_law_text_query query = {
        .act = act,
        .article = article,
        .day = before,
        .language = request->target.language,
    };
    *part = NULL;
    if (!text_find(request, response, &query, &texts[0])) {
        return false;
    }
    query.day = after;
    if (!text_find(request, response, &query, &texts[1])) {
        return false;
    }
    const struct store_law_text *shown =
        texts[1] == NULL ? texts[0] : texts[1];
    if (shown == NULL) {
        return true;
    }
    struct pages_wordings *page = arena_take(request->arena, sizeof *page);
    *page = (struct pages_wordings){
        .tag = language_tag(shown->language),
        .source = shown->source,
        .day = shown->edition,
    };
    struct writing writing = {.request = request, .page = page};
    *part = page;
    if (texts[0] != NULL && texts[1] != NULL &&
        texts[0]->language == texts[1]->language) {
        both_write(&writing, texts[0], texts[1]);
        return true;
    }
    if (date_is_set(before)) {
        page->how = texts[1] == NULL   ? "wordings.former"
                       : texts[0] == NULL ? "wordings.alone"
                                          : "wordings.tongues";
    }
    text_write(&writing, shown);
    return true;
}
