/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The list of sittings.
 */
#include "web/sittings.h"

#include <string.h>

#include "web/pager.h"
#include "web/view.h"

static const char *row_title(
    const struct request *request, const struct store_sitting *sitting)
{
    struct message title;
    (void)message_start(&title, "sitting.title");
    (void)message_text(&title, "organ",
        view_capital(
            request, view_word(request, request->law, sitting->procedure)));
    (void)message_number(&title, "number", sitting->number);
    return view_say(request, request->law, &title);
}

static bool is_phase(
    const struct store_sitting *sitting, enum proceeding_phase phase)
{
    return strcmp(sitting->phase, proceeding_phase_name(phase)) == 0;
}

/* It is called, and its day has not passed. */
static bool is_ahead(
    const struct request *request, const struct store_sitting *sitting)
{
    return date_is_set(sitting->day) &&
           date_compare(sitting->day, request->today) >= 0 &&
           (is_phase(sitting, PROCEEDING_CALLED) ||
               is_phase(sitting, PROCEEDING_NOTIFIED) ||
               is_phase(sitting, PROCEEDING_SITTING) ||
               is_phase(sitting, PROCEEDING_QUORUM_LOST) ||
               is_phase(sitting, PROCEEDING_ADJOURNED));
}

static bool is_over(const struct store_sitting *sitting)
{
    return is_phase(sitting, PROCEEDING_HANDED_OVER) ||
           is_phase(sitting, PROCEEDING_WITHDRAWN) ||
           is_phase(sitting, PROCEEDING_REFUSED);
}

static void rows_fill(const struct request *request,
    const struct store_sitting *sittings, size_t count,
    struct pages_sittings *page)
{
    struct pages_sittings_rows *rows =
        arena_take_array(request->arena, count, sizeof *rows);
    page->rows = rows;
    page->rows_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct store_sitting *sitting = &sittings[i];
        struct url where =
            request_url_number(request, URL_SITTING, sitting->number);
        rows[i] = (struct pages_sittings_rows){
            .where = where,
            .title = row_title(request, sitting),
            .plot = sitting->plot,
            .opened = sitting->opened,
            .day = sitting->day,
            .time = sitting->time,
            .place = sitting->place,
            .phase = arena_format(request->arena, "phase.%s", sitting->phase),
            .is_open = !is_over(sitting),
        };
        /* The last of those ahead in a list of newest first is the next. */
        if (is_ahead(request, sitting)) {
            page->next = where;
            page->next_title = rows[i].title;
            page->next_day = sitting->day;
            page->next_time = sitting->time;
        }
    }
}

void sittings_list(struct request *request, struct response *response)
{
    struct store_sitting *sittings = NULL;
    size_t count = 0;
    size_t total = 0;
    struct error error = {.status = STATUS_OK};
    if (store_sittings(request->reader, NULL, pager_offset(request), PAGER_ROWS,
            request->arena, &sittings, &count, &total, &error) != STATUS_OK) {
        page_failed(request, response, &error);
        return;
    }
    struct pages_sittings page = {.pager = pager_part(request, total)};
    if (request->account != NULL) {
        page.call = request_url(request, URL_SITTING_NEW);
    }
    rows_fill(request, sittings, count, &page);
    pages_sittings(
        &page, page_start_key(request, response, 200, "sittings.title"));
}
