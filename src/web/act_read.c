/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The act that a form makes, and its answers as they are shown before the last
 * button.
 */
#include <string.h>

#include "base/number.h"
#include "web/act_form.h"
#include "web/input.h"
#include "web/voters.h"

enum { ANSWERS_MAX = 12 };

/* ---- the act ------------------------------------------------------------- */

static void people_put(
    const struct request *request, struct json *json, const char *name)
{
    const char *const *values = NULL;
    size_t count = form_list(&request->form, name, &values);
    struct json *list = json_array(request->arena);
    for (size_t i = 0; i < count; i++) {
        int64_t number = 0;
        if (number_parse(values[i], &number)) {
            json_push_integer(list, number);
        }
    }
    if (form_number(&request->form, "one") > 0) {
        json_push_integer(list, form_number(&request->form, "one"));
    }
    json_put(json, "residents", list);
}

/* Votes given in a list, "17-for" each. */
static void votes_put(const struct request *request, struct json *json)
{
    const char *const *values = NULL;
    size_t count = form_list(&request->form, VOTERS_FIELD, &values);
    struct json *list = json_array(request->arena);
    for (size_t i = 0; i < count; i++) {
        size_t digits = strcspn(values[i], "-");
        int64_t resident = 0;
        struct json *vote = json_object(request->arena);
        (void)number_parse(
            arena_text_n(request->arena, values[i], digits), &resident);
        json_put_integer(vote, "resident", resident);
        json_put_text(vote, "choice",
            values[i][digits] == '-' ? values[i] + digits + 1 : "");
        json_push(list, vote);
    }
    json_put(json, "votes", list);
}

static void words_put(
    const struct request *request, struct json *json, const char *name)
{
    const char *const *values = NULL;
    size_t count = form_list(&request->form, name, &values);
    struct json *list = json_array(request->arena);
    for (size_t i = 0; i < count; i++) {
        json_push_text(list, values[i]);
    }
    json_put(json, name, list);
}

/* "r-17" is a resident, "o-rural-akim" an office, "" nobody. */
static void speaker_put(const char *speaker, struct json *json)
{
    int64_t resident = 0;
    if (strncmp(speaker, "o-", 2) == 0) {
        json_put_text(json, "office", speaker + 2);
    } else if (strncmp(speaker, "r-", 2) == 0 &&
               number_parse(speaker + 2, &resident)) {
        json_put_integer(json, "resident", resident);
    }
}

/* "at-least 10 % of participants", "4 years", "by-name". */
static const char *value_made(const struct request *request)
{
    const struct form *form = &request->form;
    const char *value = form_text(form, "value");
    const char *bound = form_text(form, "bound");
    const char *unit = form_text(form, "unit");
    if (unit[0] == '\0') {
        return value;
    }
    bool is_plain = bound[0] == '\0' || strcmp(bound, "exactly") == 0;
    bool is_share = strncmp(unit, "of-", 3) == 0;
    return arena_format(request->arena, "%s%s%s%s %s", is_plain ? "" : bound,
        is_plain ? "" : " ", value, is_share ? " of" : "",
        is_share ? unit + 3 : unit);
}

static void input_put(const struct request *request,
    const struct act_form_input *input, struct json *json)
{
    const char *text = form_text(&request->form, input->name);
    switch (input->shape) {
    case ACT_FORM_PEOPLE:
        people_put(request, json, input->name);
        return;
    case ACT_FORM_WAYS:
        words_put(request, json, input->name);
        return;
    case ACT_FORM_NUMBER:
        json_put_integer(
            json, input->name, form_number(&request->form, input->name));
        return;
    case ACT_FORM_PRESENT:
    case ACT_FORM_REGISTERED:
    case ACT_FORM_VOTER:
        json_put_integer(
            json, "resident", form_number(&request->form, input->name));
        return;
    case ACT_FORM_MEANT:
        if (strcmp(text, "none") != 0) {
            json_put_text(json, input->name, text);
        }
        return;
    case ACT_FORM_YES:
        json_put_boolean(json, input->name, strcmp(text, "yes") == 0);
        return;
    case ACT_FORM_SPEAKER:
        speaker_put(text, json);
        return;
    case ACT_FORM_VALUE:
        json_put_text(json, "value", value_made(request));
        return;
    case ACT_FORM_BOUND:
    case ACT_FORM_UNIT:
    case ACT_FORM_END:
        return;
    case ACT_FORM_LINE:
    case ACT_FORM_TEXT:
    case ACT_FORM_DATE:
    case ACT_FORM_TIME:
    case ACT_FORM_CHOICE:
    case ACT_FORM_VOTE:
        if (text[0] != '\0') {
            json_put_text(json, input->name, text);
        }
        return;
    }
}

static const char *actor_sent(const struct request *request,
    const struct engine_facts *facts, const struct act_form *form)
{
    struct act_form_actor actors[ACT_FORM_ACTORS_MAX];
    const char *actor = form_text(&request->form, "actor");
    if (form->kind == ACT_SIGN_MINUTES && form->detail != NULL) {
        return form->detail;
    }
    if (actor[0] != '\0') {
        return actor;
    }
    return act_form_actors(request, facts, form->kind, NULL, actors) > 0
               ? actors[0].actor
               : "member";
}

enum status act_form_read(const struct request *request,
    const struct engine_facts *facts, const struct act_form *form,
    struct act *act, struct error *error)
{
    struct json *json = json_object(request->arena);
    const char *evidence = form_text(&request->form, "evidence");
    json_put_text(json, "act", act_kind_name(form->kind));
    json_put_integer(json, "proceeding", facts->proceeding->number);
    json_put_text(json, "actor", actor_sent(request, facts, form));
    json_put_text(json, "token", request->once);
    if (evidence[0] != '\0') {
        json_put_text(json, "evidence", evidence);
    }
    if (form->item > 0) {
        json_put_integer(json, "item", form->item);
    }
    if (form->detail != NULL && form->kind == ACT_ELECT) {
        json_put_text(json, "office", form->detail);
    }
    if (form->detail != NULL && form->kind == ACT_CHOOSE) {
        json_put_text(json, "parameter", form->detail);
    }
    bool is_list = act_form_is_list(request, form->kind);
    if (is_list) {
        votes_put(request, json);
    }
    for (const struct act_form_input *input = act_form_inputs(form->kind);
         input->shape != ACT_FORM_END && !is_list; input++) {
        input_put(request, input, json);
    }
    return act_read(json, request->arena, act, error);
}

/* ---- the answers --------------------------------------------------------- */

struct answering {
    const struct request *request;
    const struct engine_facts *facts;
    const struct act_form *form;
    struct pages_check_answers *answers;
    struct pages_check *check;
};

static struct pages_check_answers *answer_add(
    struct answering *answering, const char *label)
{
    struct pages_check_answers *answer =
        &answering->answers[answering->check->answers_count++];
    answer->label = label;
    return answer;
}

static void line_add(const struct answering *answering,
    struct pages_check_answers *answer, const char *text)
{
    struct pages_check_answers_lines *lines = arena_take_array(
        answering->request->arena, answer->lines_count + 1, sizeof *lines);
    for (size_t i = 0; i < answer->lines_count; i++) {
        lines[i] = answer->lines[i];
    }
    lines[answer->lines_count++].text = text;
    answer->lines = lines;
}

static void people_say(
    struct answering *answering, struct pages_check_answers *answer)
{
    const struct request *request = answering->request;
    const char *const *values = NULL;
    size_t count = form_list(&request->form, "resident", &values);
    for (size_t i = 0; i < count; i++) {
        const char *note = NULL;
        const char *name = NULL;
        int64_t id = 0;
        if (number_parse(values[i], &id)) {
            name = people_resident_name(request, answering->facts, id, &note);
        }
        if (name != NULL) {
            line_add(answering, answer, name);
        }
    }
}

/* Of options, the names of those chosen; of all else, what was typed. */
static void input_say(
    struct answering *answering, const struct act_form_input *input)
{
    const struct request *request = answering->request;
    if (input->shape == ACT_FORM_PEOPLE) {
        people_say(
            answering, answer_add(answering, view_key(request, input->label)));
        return;
    }
    const struct pages_input *made =
        act_form_input(request, answering->facts, answering->form, input);
    if (made == NULL) {
        return;
    }
    struct pages_check_answers *answer = answer_add(answering, made->label);
    for (size_t i = 0; i < made->options_count; i++) {
        if (made->options[i].is_chosen) {
            line_add(answering, answer, made->options[i].label);
        }
    }
    struct date day = {0, 0, 0};
    if (made->options_count == 0 && input->shape == ACT_FORM_DATE &&
        date_parse(made->value, &day)) {
        line_add(answering, answer, view_day(request, day));
    } else if (made->options_count == 0) {
        line_add(answering, answer, made->value[0] == '\0' ? "–" : made->value);
    }
}

static void detail_say(struct answering *answering)
{
    const struct request *request = answering->request;
    const char *detail = answering->form->detail;
    if (detail == NULL) {
        return;
    }
    bool is_choice = answering->form->kind == ACT_CHOOSE;
    line_add(answering,
        answer_add(answering,
            view_key(request, is_choice ? "field.parameter" : "field.office")),
        view_capital(request,
            is_choice ? view_key(request, arena_format(request->arena,
                                              "parameter.%s", detail))
                      : view_word(request, answering->facts->law, detail)));
}

/* All that was sent goes on, but the button that was pressed. */
static void carry(const struct request *request, struct hidden *hidden)
{
    static const char *const own[] = {
        "step", "form-token", "once", "search", "offset"};
    const struct form *form = &request->form;
    for (size_t i = 0; i < form->count; i++) {
        const char *name = form->fields[i].name;
        bool is_own = false;
        for (size_t k = 0; k < sizeof own / sizeof own[0]; k++) {
            is_own = is_own || strcmp(own[k], name) == 0;
        }
        for (size_t k = 0; !is_own && k < form->lists_count[i]; k++) {
            input_keep(request, hidden, name, form->lists[i][k]);
        }
        if (!is_own && !form->fields[i].is_many) {
            input_keep_sent(request, hidden, name);
        }
    }
}

void act_form_answers(const struct request *request, struct response *response,
    const struct engine_facts *facts, const struct act_form *form,
    struct pages_check *check)
{
    struct hidden *hidden = input_hidden(request, response);
    struct answering answering = {request, facts, form,
        arena_take_array(request->arena, ANSWERS_MAX, sizeof *check->answers),
        check};
    check->answers = answering.answers;
    detail_say(&answering);
    for (const struct act_form_input *input = act_form_inputs(form->kind);
         input->shape != ACT_FORM_END; input++) {
        input_say(&answering, input);
    }
    line_add(&answering,
        answer_add(&answering, view_key(request, "field.actor")),
        view_capital(request,
            view_word(request, facts->law, actor_sent(request, facts, form))));
    const char *evidence = form_text(&request->form, "evidence");
    if (evidence[0] != '\0') {
        line_add(&answering,
            answer_add(&answering, view_key(request, "field.evidence")),
            evidence);
    }
    carry(request, hidden);
    check->hidden = &hidden->part;
}
