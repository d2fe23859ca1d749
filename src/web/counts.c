/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Counts.
 */
#include "web/counts.h"

#include "base/json.h"
#include "web/page.h"

/* The sentences; a vote only while one is taken. */
struct saying {
    const char *present;
    const char *quorum;
    const char *vote;
};

bool counts_are_live(const struct proceeding *proceeding)
{
    switch ((int)proceeding->phase) {
    case PROCEEDING_NOTIFIED:
    case PROCEEDING_SITTING:
    case PROCEEDING_QUORUM_LOST:
    case PROCEEDING_ADJOURNED:
        return true;
    default:
        return false;
    }
}

static const char *said(
    enum language language, const struct message *message, struct arena *arena)
{
    struct buffer text = BUFFER_EMPTY;
    tongue_say(language, message, NULL, &text);
    const char *kept = arena_text(arena, buffer_text(&text));
    buffer_finish(&text);
    return kept;
}

static const struct item *item_put(const struct proceeding *proceeding)
{
    for (size_t i = 0; i < proceeding->items_count; i++) {
        if (proceeding->items[i].phase == ITEM_PUT) {
            return &proceeding->items[i];
        }
    }
    return NULL;
}

static struct saying say(enum language language,
    const struct engine_facts *facts, struct arena *arena)
{
    const struct proceeding *proceeding = facts->proceeding;
    struct engine_quorum quorum = {0};
    struct message message;
    struct saying saying = {.vote = ""};
    engine_quorum(facts, engine_procedure(facts, arena), &quorum);
    int64_t needed =
        proceeding->quorum > 0 ? proceeding->quorum : quorum.needed;
    int64_t lacking = needed - proceeding->present;
    (void)message_start(&message, "screen.present");
    (void)message_number(&message, "present", proceeding->present);
    (void)message_number(&message, "needed", needed);
    saying.present = said(language, &message, arena);
    (void)message_start(
        &message, lacking > 0 ? "screen.not-quorate" : "screen.quorate");
    (void)message_number(&message, "count", lacking > 0 ? lacking : 0);
    saying.quorum = said(language, &message, arena);
    const struct item *item = item_put(proceeding);
    if (item != NULL) {
        (void)message_start(&message, "live.vote");
        (void)message_number(&message, "item", item->number);
        (void)message_number(&message, "for", item->count.votes_for);
        (void)message_number(&message, "against", item->count.against);
        (void)message_number(&message, "abstain", item->count.abstain);
        saying.vote = said(language, &message, arena);
    }
    return saying;
}

struct pages_counts *counts_part(
    const struct request *request, const struct engine_facts *facts)
{
    struct saying saying =
        say(request->target.language, facts, request->arena);
    struct pages_counts *part = arena_take(request->arena, sizeof *part);
    int64_t number = facts->proceeding->number;
    *part = (struct pages_counts){
        .is_live = counts_are_live(facts->proceeding),
        .events = request_url_number(request, URL_SITTING_EVENTS, number),
        .again = url_to(request->arena, request->target),
        .hour = view_hour(request, request->now),
        .present = saying.present,
        .quorum = saying.quorum,
        .vote = saying.vote,
    };
    return part;
}

void counts_event(enum language language, const struct engine_facts *facts,
    struct arena *arena, struct buffer *event)
{
    struct saying saying = say(language, facts, arena);
    struct json *texts = json_object(arena);
    json_put_text(texts, "present", saying.present);
    json_put_text(texts, "quorum", saying.quorum);
    json_put_text(texts, "vote", saying.vote);
    buffer_add_text(event, "data: ");
    json_write(texts, event);
    buffer_add_text(event, "\n\n");
}

void counts_show(struct request *request, struct response *response)
{
    struct engine_facts facts;
    if (!view_facts(
            request, response, request->target.numbers[0], &facts)) {
        return;
    }
    page_file(response, "text/event-stream");
    if (!counts_are_live(facts.proceeding)) {
        response->status = 204;
        return;
    }
    counts_event(
        request->target.language, &facts, request->arena, &response->body);
    response->stream = facts.proceeding->number;
}
