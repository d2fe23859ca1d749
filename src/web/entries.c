/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The record.  What an entry says of persons, and its evidence, is not shown:
 * only what happened, when, by whose act, and its hash.
 */
#include "web/entries.h"

#include <string.h>

#include "web/view.h"

enum { ENTRIES_ROWS = 25, PROCEEDING_ROWS = 500 };

const struct form_field entries_fields[ENTRIES_FIELDS] = {
    {"from", FORM_NUMBER, 12, false, false},
    {"proceeding", FORM_NUMBER, 9, false, false},
};

struct listing {
    struct request *request;
    struct pages_entries_rows *rows;
    size_t count;
    size_t most;
    int64_t last; /* the newest to be shown */
};

static const char *hash_text(
    const struct request *request, const struct hash *hash)
{
    char *text = arena_take(request->arena, HASH_SIZE * 2 + 1);
    bytes_to_hex(bytes_of(hash->bytes, HASH_SIZE), text);
    return text;
}

static bool entry_add(void *context, const struct store_event *stored)
{
    struct listing *listing = context;
    struct request *request = listing->request;
    struct event event;
    struct hash previous;
    struct error error = {.status = STATUS_OK};
    if (stored->number > listing->last || listing->count == listing->most ||
        event_decode(stored->bytes, request->arena, &event, &previous,
            &error) != STATUS_OK) {
        return false;
    }
    listing->rows[listing->count++] = (struct pages_entries_rows){
        .id = arena_format(request->arena, "e%lld", (long long)event.number),
        .number = event.number,
        .at = event.at,
        .what = arena_format(request->arena, "event.%s", event.kind),
        .actor = strcmp(event.actor, "keeper") == 0
                     ? view_key(request, "accounts.keeper")
                     : view_capital(request, view_word(request, request->law,
                                                 event.actor)),
        .where = event.proceeding == 0 ? (struct url){NULL}
                                       : request_url_number(request,
                                             URL_SITTING, event.proceeding),
        .proceeding = event.proceeding,
        .hash = hash_text(request, &stored->hash),
    };
    return true;
}

/* Newest first. */
static void turn_round(struct listing *listing)
{
    for (size_t i = 0; i < listing->count / 2; i++) {
        struct pages_entries_rows kept = listing->rows[i];
        listing->rows[i] = listing->rows[listing->count - 1 - i];
        listing->rows[listing->count - 1 - i] = kept;
    }
}

static struct url from_url(const struct request *request, int64_t from)
{
    return url_with(request->arena, request_url(request, URL_RECORD), "from",
        arena_format(request->arena, "%lld", (long long)from));
}

void entries_show(struct request *request, struct response *response)
{
    struct store_head head;
    struct error error = {.status = STATUS_OK};
    int64_t proceeding = form_number(&request->form, "proceeding");
    int64_t from = form_number(&request->form, "from");
    if (store_head(request->reader, &head, &error) != STATUS_OK) {
        page_failed(request, response, &error);
        return;
    }
    struct listing listing = {.request = request,
        .most = proceeding > 0 ? PROCEEDING_ROWS : ENTRIES_ROWS,
        .last = from > 0 && from < head.count && proceeding == 0 ? from
                                                                 : head.count};
    int64_t first = listing.last - ENTRIES_ROWS + 1;
    listing.rows =
        arena_take_array(request->arena, listing.most, sizeof *listing.rows);
    if (store_events(request->reader, proceeding > 0 || first < 1 ? 1 : first,
            proceeding, entry_add, &listing, &error) != STATUS_OK) {
        page_failed(request, response, &error);
        return;
    }
    turn_round(&listing);
    struct pages_entries page = {
        .count = head.count,
        .head = hash_text(request, &head.head),
        .at = head.at,
        .is_one = proceeding > 0,
        .all = request_url(request, URL_RECORD),
        .rows = listing.rows,
        .rows_count = listing.count,
    };
    if (proceeding == 0 && first > 1) {
        page.older = from_url(request, first - 1);
    }
    if (proceeding == 0 && listing.last < head.count) {
        page.newer = from_url(request, listing.last + ENTRIES_ROWS);
    }
    pages_entries(&page, page_start_key(request, response, 200, "nav.record"));
}
