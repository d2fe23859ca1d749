/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Calling a sitting: who is proposed, and the page before the last button.
 */
#include <string.h>

#include "base/number.h"
#include "web/calling_pages.h"
#include "web/input.h"

void calling_pages_members(struct request *request, struct response *response,
    const struct calling_state *state, size_t number)
{
    const struct calling_item *item = &state->items[number - 1];
    const struct law_stage *forms = view_stage(request, &state->facts,
        state->procedure, LAW_STAGE_FORMS, item->matter);
    struct people_search search = {
        .present = -1, .label = "field.members", .id = "members"};
    struct people_choice chosen = {item->members, item->members_count};
    struct pages_calling_members page = {
        .sitting = request_url_number(
            request, URL_SITTING, state->facts.proceeding->number),
        .sitting_title =
            view_sitting_title(request, &state->facts, state->procedure),
        .item = item->title,
        .rule = forms == NULL
                    ? NULL
                    : view_capital(request,
                          view_sentence(request, state->facts.law, forms)),
        .bases =
            view_stage_basis(request, forms, state->facts.proceeding->law_day),
        .action = url_to(request->arena, request->target),
        .hidden = calling_state_keep(
            request, response, state, number, CALLING_ASKS_NOTHING),
        .picker = people_picker(request, &state->facts, &search, &chosen),
    };
    pages_calling_members(
        &page, view_start(request, response, 200,
                   view_key(request, "calling.members"), &state->facts));
}

/* ---- the answers --------------------------------------------------------- */

struct answering {
    const struct request *request;
    const struct calling_state *state;
    struct pages_check *page;
    struct pages_check_answers *answers;
};

static void answer_add(struct answering *answering, const char *label,
    const char *const *texts, size_t count)
{
    struct pages_check_answers_lines *lines =
        arena_take_array(answering->request->arena, count, sizeof *lines);
    struct pages_check_answers *answer =
        &answering->answers[answering->page->answers_count++];
    *answer = (struct pages_check_answers){.label = label, .lines = lines};
    for (size_t i = 0; i < count; i++) {
        if (texts[i] != NULL && texts[i][0] != '\0') {
            lines[answer->lines_count++].text = texts[i];
        }
    }
}

/* Title, matter, year, and the names of those proposed. */
static void item_say(
    struct answering *answering, const struct calling_item *item, size_t number)
{
    const struct request *request = answering->request;
    const struct engine_facts *facts = &answering->state->facts;
    const char *texts[CALLING_STATE_MEMBERS + 4] = {
        item->title,
        view_capital(request, view_word(request, facts->law, item->matter)),
        item->budget,
        item->repeats[0] == '\0' ? "" : view_key(request, "calling.repeats"),
    };
    struct message label;
    (void)message_start(&label, "calling.item-number");
    (void)message_number(&label, "number", (int64_t)number);
    for (size_t i = 0; i < item->members_count; i++) {
        const char *note = NULL;
        int64_t id = 0;
        if (number_parse(item->members[i], &id)) {
            texts[4 + i] = people_resident_name(request, facts, id, &note);
        }
    }
    answer_add(answering, view_say(request, facts->law, &label), texts,
        4 + item->members_count);
}

static void answers_fill(struct answering *answering)
{
    const struct request *request = answering->request;
    const struct calling_state *state = answering->state;
    const char *texts[2] = {view_day(request, form_date(&request->form, "day")),
        form_text(&request->form, "time")};
    answer_add(answering, view_key(request, "field.when"), texts, 2);
    texts[0] = form_text(&request->form, "place");
    answer_add(answering, view_key(request, "field.place"), texts, 1);
    for (size_t i = 0; i < state->items_count; i++) {
        item_say(answering, &state->items[i], i + 1);
    }
    texts[0] = view_capital(
        request, view_word(request, state->facts.law, state->actor.actor));
    answer_add(answering, view_key(request, "field.actor"), texts, 1);
    texts[0] = form_text(&request->form, "evidence");
    if (texts[0][0] != '\0') {
        answer_add(answering, view_key(request, "field.evidence"), texts, 1);
    }
}

void calling_pages_check(struct request *request, struct response *response,
    const struct calling_state *state, const struct refusal *refusal)
{
    struct pages_check page = {
        .back = request_url_number(
            request, URL_SITTING, state->facts.proceeding->number),
        .back_title =
            view_sitting_title(request, &state->facts, state->procedure),
        .refusal = refusal == NULL ? NULL
                                   : view_refusal(request, &state->facts,
                                         refusal, "refusal-part.will-be"),
        .action = url_to(request->arena, request->target),
        .hidden = calling_state_keep(
            request, response, state, 0, CALLING_ASKS_NOTHING),
        .is_lawful = refusal == NULL,
        .button = "do.call",
    };
    struct answering answering = {request, state, &page,
        arena_take_array(
            request->arena, state->items_count + 4, sizeof *page.answers)};
    page.answers = answering.answers;
    answers_fill(&answering);
    pages_check(&page, view_start(request, response, 200,
                           view_key(request, "act.call"), &state->facts));
}
