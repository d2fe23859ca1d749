/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The book of terms: late, today, this week, later, and where the law sets no
 * day.
 */
#include "web/due.h"

#include <stdlib.h>

#include "web/terms.h"

enum { WEEK_DAYS = 7 };

struct book {
    struct terms late, now, week, later, silent;
};

static struct terms *shelf(
    struct book *book, const struct request *request, struct date due)
{
    if (!date_is_set(due)) {
        return &book->silent;
    }
    int64_t days = date_days_between(request->today, due);
    if (days < 0) {
        return &book->late;
    }
    return days == 0          ? &book->now
           : days < WEEK_DAYS ? &book->week
                              : &book->later;
}

static int by_day(const void *left, const void *right)
{
    const struct pages_terms_rows *first = left;
    const struct pages_terms_rows *second = right;
    return date_compare(first->due, second->due);
}

/* False where the law of a proceeding cannot be had: the page says so. */
static bool proceeding_add(struct request *request, struct response *response,
    int64_t number, struct book *book)
{
    struct engine_facts facts;
    struct engine_term *terms =
        arena_take_array(request->arena, ENGINE_TERMS_MAX, sizeof *terms);
    if (!view_facts(request, response, number, &facts)) {
        return false;
    }
    const struct options *options = options_of(request, &facts, NULL);
    size_t count = engine_terms(&facts, request->arena, terms);
    for (size_t i = 0; i < count; i++) {
        terms_add(request, &facts, options, &terms[i], true,
            shelf(book, request, terms[i].due));
    }
    return true;
}

/* Terms of organs and offices. */
static bool standing_add(
    struct request *request, struct response *response, struct book *book)
{
    struct engine_facts facts;
    struct engine_standing *terms =
        arena_take_array(request->arena, ENGINE_STANDING_MAX, sizeof *terms);
    if (!view_facts(request, response, 0, &facts)) {
        return false;
    }
    size_t count =
        engine_standing(&facts, request->today, request->arena, terms);
    for (size_t i = 0; i < count; i++) {
        terms_add_standing(request, &facts, &terms[i],
            shelf(book, request, terms[i].due));
    }
    return true;
}

static const struct pages_terms *part_of(struct terms *terms)
{
    if (terms->part.rows_count == 0) {
        return NULL;
    }
    qsort(terms->rows, terms->part.rows_count, sizeof *terms->rows, by_day);
    return &terms->part;
}

void due_show(struct request *request, struct response *response)
{
    struct book book = {.late = {.capacity = 0}};
    int64_t *numbers = NULL;
    size_t count = 0;
    struct error error = {.status = STATUS_OK};
    if (store_open_proceedings(request->reader, request->arena, &numbers,
            &count, &error) != STATUS_OK) {
        page_failed(request, response, &error);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (!proceeding_add(request, response, numbers[i], &book)) {
            return;
        }
    }
    if (!standing_add(request, response, &book)) {
        return;
    }
    struct pages_due page = {
        .today = request->today,
        .late = part_of(&book.late),
        .now = part_of(&book.now),
        .week = part_of(&book.week),
        .later = part_of(&book.later),
        .silent = part_of(&book.silent),
    };
    page.is_empty = page.late == NULL && page.now == NULL &&
                    page.week == NULL && page.later == NULL &&
                    page.silent == NULL;
    pages_due(&page, page_start_key(request, response, 200, "due.title"));
}
