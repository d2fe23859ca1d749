/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What changed meanwhile.
 */
#include "web/changes.h"

#include <string.h>

enum { CHANGES_MAX = 12 };

struct seeking {
    const struct request *request;
    const char *kind; /* NULL: all */
    const char *own;  /* the account's name in the record */
    struct pages_changes_rows *rows;
    size_t count; /* of the latest CHANGES_MAX; older ones make room */
    bool has_others;
};

void changes_keep(const struct request *request,
    const struct engine_facts *facts, struct hidden *hidden)
{
    input_keep(request, hidden, "seen",
        arena_format(request->arena, "%lld",
            (long long)facts->proceeding->last_event));
}

static bool event_take(void *context, const struct store_event *stored)
{
    struct seeking *seeking = context;
    const struct request *request = seeking->request;
    struct event event;
    struct hash previous;
    struct error error = {.status = STATUS_OK};
    if (event_decode(stored->bytes, request->arena, &event, &previous,
            &error) != STATUS_OK) {
        return false;
    }
    if (seeking->kind != NULL) {
        seeking->has_others |= strcmp(event.kind, seeking->kind) == 0 &&
                               strcmp(event.entered_by, seeking->own) != 0;
        return true;
    }
    if (seeking->count == CHANGES_MAX) {
        memmove(seeking->rows, seeking->rows + 1,
            (CHANGES_MAX - 1) * sizeof *seeking->rows);
        seeking->count--;
    }
    seeking->rows[seeking->count++] = (struct pages_changes_rows){
        .at = event.at,
        .what = arena_format(request->arena, "event.%s", event.kind),
    };
    return true;
}

static void seek(const struct request *request,
    const struct engine_facts *facts, struct seeking *seeking)
{
    int64_t seen = form_number(&request->form, "seen");
    struct error error = {.status = STATUS_OK};
    if (seen == 0 || seen >= facts->proceeding->last_event) {
        return;
    }
    (void)store_events(request->reader, seen + 1, facts->proceeding->number,
        event_take, seeking, &error);
}

struct pages_changes *changes_since(
    const struct request *request, const struct engine_facts *facts)
{
    struct seeking seeking = {.request = request,
        .rows = arena_take_array(
            request->arena, CHANGES_MAX, sizeof *seeking.rows)};
    seek(request, facts, &seeking);
    if (seeking.count == 0) {
        return NULL;
    }
    struct pages_changes *changes = arena_take(request->arena, sizeof *changes);
    *changes = (struct pages_changes){
        .rows = seeking.rows, .rows_count = seeking.count};
    return changes;
}

bool changes_have(const struct request *request,
    const struct engine_facts *facts, const char *kind)
{
    struct seeking seeking = {.request = request,
        .kind = kind,
        .own = arena_format(
            request->arena, "account-%lld", (long long)request->account->id)};
    seek(request, facts, &seeking);
    return seeking.has_others;
}
