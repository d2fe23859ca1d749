/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Calling a sitting: from one page to the next.
 */
#include "web/calling.h"

#include <string.h>

#include "base/number.h"
#include "web/calling_pages.h"

static void step_take(struct request *request, struct response *response,
    struct calling_state *state, const char *step);
static bool when_is_good(struct request *request);
static void added(struct request *request, struct response *response,
    struct calling_state *state);
static void check(struct request *request, struct response *response,
    const struct calling_state *state);
static bool is_ready(struct request *request, struct response *response,
    const struct calling_state *state);

void calling_show(struct request *request, struct response *response)
{
    struct calling_state state;
    if (calling_state_read(request, response, &state)) {
        calling_pages_when(request, response, &state, 200);
    }
}

void calling_send(struct request *request, struct response *response)
{
    struct calling_state state;
    struct error error = {.status = STATUS_OK};
    const char *step = form_text(&request->form, "step");
    if (!calling_state_read(request, response, &state)) {
        return;
    }
    if (strcmp(step, "do") != 0) {
        step_take(request, response, &state, step);
        return;
    }
    if (!is_ready(request, response, &state)) {
        return;
    }
    struct act *act = arena_take(request->arena, sizeof *act);
    if (calling_state_act(request, &state, act, &error) != STATUS_OK) {
        calling_pages_agenda(request, response, &state, &error, NULL);
        return;
    }
    response->act = act;
}

void calling_sent(struct request *request, const struct clerk_answer *answer,
    struct response *response)
{
    struct calling_state state;
    if (answer->status == STATUS_OK) {
        page_go(response,
            url_with(request->arena,
                request_url_number(request, URL_SITTING, answer->proceeding),
                "receipt",
                arena_format(
                    request->arena, "%lld", (long long)answer->number)));
        return;
    }
    if (answer->status != STATUS_REFUSED && answer->status != STATUS_INVALID &&
        answer->status != STATUS_FORBIDDEN) {
        page_failed(request, response, &answer->error);
        return;
    }
    if (calling_state_read(request, response, &state)) {
        bool is_refused = answer->status == STATUS_REFUSED;
        calling_pages_agenda(request, response, &state,
            is_refused ? NULL : &answer->error,
            is_refused ? &answer->refusal : NULL);
    }
}

/* The number after the name of a step: "remove-2". */
static size_t step_number(const char *step, const char *name)
{
    size_t length = strlen(name);
    int64_t number = 0;
    return strncmp(step, name, length) == 0 && step[length] == '-' &&
                   number_parse(step + length + 1, &number) && number > 0
               ? (size_t)number
               : 0;
}

static void step_take(struct request *request, struct response *response,
    struct calling_state *state, const char *step)
{
    bool is_search = strcmp(step, "search") == 0 ||
                     form_text(&request->form, "offset")[0] != '\0';
    size_t removed = step_number(step, "remove");
    size_t chosen = step_number(step, "members");
    if (strcmp(step, "when") == 0) {
        calling_pages_when(request, response, state, 200);
    } else if (!when_is_good(request)) {
        calling_pages_when(request, response, state, 422);
    } else if (strcmp(step, "add") == 0) {
        calling_pages_item(request, response, state, 200);
    } else if (strcmp(step, "added") == 0) {
        added(request, response, state);
    } else if (removed > 0) {
        calling_state_remove(state, removed);
        calling_pages_agenda(request, response, state, NULL, NULL);
    } else if (chosen > 0 && chosen <= state->items_count) {
        calling_pages_members(request, response, state, chosen);
    } else if (is_search && state->which > 0) {
        calling_state_choose(request, state, state->which);
        calling_pages_members(request, response, state, state->which);
    } else if (strcmp(step, "check") == 0) {
        check(request, response, state);
    } else {
        calling_state_choose(request, state, state->which);
        calling_pages_agenda(request, response, state, NULL, NULL);
    }
}

static void need(struct request *request, const char *name, const char *key)
{
    struct message problem;
    if (form_text(&request->form, name)[0] == '\0') {
        (void)message_start(&problem, key);
        form_refuse(&request->form, name, &problem);
    }
}

static bool when_is_good(struct request *request)
{
    static const char *const names[] = {"day", "time", "place"};
    bool is_good = true;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        need(request, names[i], "form.needed");
        is_good = is_good && form_problem(&request->form, names[i]) == NULL;
    }
    return is_good;
}

static void added(struct request *request, struct response *response,
    struct calling_state *state)
{
    bool is_repeat = form_text(&request->form, "new-repeats")[0] != '\0';
    if (!is_repeat) {
        need(request, "new-matter", "form.matter");
        need(request, "new-title", "form.needed");
    }
    if (form_problem(&request->form, "new-matter") != NULL ||
        form_problem(&request->form, "new-title") != NULL) {
        calling_pages_item(request, response, state, 422);
        return;
    }
    size_t number = calling_state_add(request, state);
    if (number > 0 &&
        calling_state_elects(request, state, state->items[number - 1].matter)) {
        calling_pages_members(request, response, state, number);
        return;
    }
    calling_pages_agenda(request, response, state, NULL, NULL);
}

/* Something is on the agenda, and whoever enters it for another says why. */
static bool is_ready(struct request *request, struct response *response,
    const struct calling_state *state)
{
    struct error error = {.status = STATUS_OK};
    if (!when_is_good(request)) {
        calling_pages_when(request, response, state, 422);
        return false;
    }
    if (state->items_count == 0) {
        (void)error_set(&error, STATUS_INVALID, "error.agenda-empty");
        calling_pages_agenda(request, response, state, &error, NULL);
        return false;
    }
    if (state->actor.needs_evidence) {
        need(request, "evidence", "form.evidence");
    }
    if (form_problem(&request->form, "evidence") != NULL) {
        calling_pages_agenda(request, response, state, NULL, NULL);
        return false;
    }
    return true;
}

static void check(struct request *request, struct response *response,
    const struct calling_state *state)
{
    struct act act;
    struct clerk_answer answer;
    struct error error = {.status = STATUS_OK};
    if (!is_ready(request, response, state)) {
        return;
    }
    if (calling_state_act(request, state, &act, &error) != STATUS_OK) {
        calling_pages_agenda(request, response, state, &error, NULL);
        return;
    }
    clerk_dry_run(request->clerk, request->account, &act, &answer);
    if (answer.status == STATUS_INVALID || answer.status == STATUS_FORBIDDEN) {
        calling_pages_agenda(request, response, state, &answer.error, NULL);
        return;
    }
    if (answer.status != STATUS_OK && answer.status != STATUS_REFUSED) {
        page_failed(request, response, &answer.error);
        return;
    }
    calling_pages_check(request, response, state,
        answer.status == STATUS_OK ? NULL : &answer.refusal);
}
