/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Opening a proceeding: who asks for it, whether representatives meet, for
 * which plot.
 */
#include "web/opening.h"

#include <string.h>

#include "web/act_form.h"
#include "web/input.h"
#include "web/opening_ways.h"

enum { INPUTS_MAX = 8, PLACES_MAX = 64 };

const struct form_field opening_fields[OPENING_FIELDS] = {
    {"step", FORM_WORD, 16, false, false},
    {"procedure", FORM_WORD, 64, false, false},
    {"initiator", FORM_WORD, 64, false, false},
    {"represented", FORM_WORD, 3, false, false},
    {"gathering", FORM_NUMBER, 9, false, false},
    {"kato", FORM_WORD, 9, false, false},
    {"street", FORM_LINE, 100, false, false},
    {"plot", FORM_LINE, 100, false, false},
    {"evidence", FORM_LINE, 200, false, false},
};

/* A way to open that was chosen. */
struct opening {
    struct engine_facts facts;
    const struct law_procedure *procedure;
    const char *initiator; /* the law's word */
    struct act_form_actor actor;
    bool has_represented;
    bool has_plot;
};

static bool opening_read(struct request *request, struct response *response,
    struct opening *opening);
static void form_show(struct request *request, struct response *response,
    const struct opening *opening, unsigned status, const struct error *error,
    const struct refusal *refusal);
static void check_show(struct request *request, struct response *response,
    const struct opening *opening);
static bool is_answered(struct request *request, const struct opening *opening);
static enum status act_make(const struct request *request,
    const struct opening *opening, struct act *act, struct error *error);

void opening_show(struct request *request, struct response *response)
{
    struct opening opening;
    if (!opening_read(request, response, &opening)) {
        return;
    }
    form_show(request, response, &opening, 200, NULL, NULL);
}

void opening_send(struct request *request, struct response *response)
{
    struct opening opening;
    struct error error = {.status = STATUS_OK};
    const char *step = form_text(&request->form, "step");
    if (!opening_read(request, response, &opening)) {
        return;
    }
    if (strcmp(step, "change") == 0) {
        form_show(request, response, &opening, 200, NULL, NULL);
        return;
    }
    struct act *act = arena_take(request->arena, sizeof *act);
    bool is_good = is_answered(request, &opening);
    if (!is_good || act_make(request, &opening, act, &error) != STATUS_OK) {
        form_show(request, response, &opening, 422, &error, NULL);
        return;
    }
    if (strcmp(step, "do") == 0) {
        response->act = act;
        return;
    }
    check_show(request, response, &opening);
}

void opening_sent(struct request *request, const struct clerk_answer *answer,
    struct response *response)
{
    struct opening opening;
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
    if (opening_read(request, response, &opening)) {
        bool is_refused = answer->status == STATUS_REFUSED;
        form_show(request, response, &opening, 422,
            is_refused ? NULL : &answer->error,
            is_refused ? &answer->refusal : NULL);
    }
}

/* ---- what was chosen ----------------------------------------------------- */

static bool has_stage(
    const struct law_procedure *procedure, enum law_stage_kind kind)
{
    for (size_t i = 0; i < procedure->stages_count; i++) {
        if (procedure->stages[i].kind == kind) {
            return true;
        }
    }
    return false;
}

static bool opening_read(
    struct request *request, struct response *response, struct opening *opening)
{
    const char *id = form_text(&request->form, "procedure");
    struct act_form_actor actors[ACT_FORM_ACTORS_MAX];
    *opening =
        (struct opening){.initiator = form_text(&request->form, "initiator")};
    if (!view_facts(request, response, 0, &opening->facts)) {
        return false;
    }
    const struct community *community = opening->facts.community;
    if (community->unit == NULL) {
        page_status(request, response, 404, NULL);
        return false;
    }
    if (id[0] == '\0' || opening->initiator[0] == '\0' ||
        law_word_kind(opening->facts.law, opening->initiator) == NULL) {
        opening_ways_show(request, response, &opening->facts);
        return false;
    }
    opening->procedure = law_procedure(opening->facts.law, id, request->today,
        community->unit->code, community->population, request->arena);
    if (opening->procedure == NULL) {
        opening_ways_show(request, response, &opening->facts);
        return false;
    }
    if (act_form_actors(request, &opening->facts, ACT_OPEN, opening->initiator,
            actors) == 0) {
        page_status(request, response, 403, NULL);
        return false;
    }
    const struct law_stage *takes_part = view_stage(request, &opening->facts,
        opening->procedure, LAW_STAGE_TAKES_PART, NULL);
    opening->actor = actors[0];
    opening->has_represented =
        has_stage(opening->procedure, LAW_STAGE_REPRESENTED_BY);
    opening->has_plot =
        takes_part != NULL && law_stage_clause(takes_part, "per") != NULL;
    return true;
}

static void need(struct request *request, const char *name)
{
    struct message problem;
    if (form_text(&request->form, name)[0] == '\0') {
        (void)message_start(&problem, "form.needed");
        form_refuse(&request->form, name, &problem);
    }
}

static bool is_answered(struct request *request, const struct opening *opening)
{
    if (opening->has_represented) {
        need(request, "represented");
    }
    if (opening->has_plot) {
        need(request, "gathering");
        need(request, "kato");
        need(request, "plot");
    }
    if (opening->actor.needs_evidence) {
        need(request, "evidence");
    }
    return form_is_good(&request->form);
}

static enum status act_make(const struct request *request,
    const struct opening *opening, struct act *act, struct error *error)
{
    const struct form *form = &request->form;
    struct json *json = json_object(request->arena);
    json_put_text(json, "act", act_kind_name(ACT_OPEN));
    json_put_text(json, "actor", opening->actor.actor);
    json_put_text(json, "token", request->once);
    json_put_text(json, "procedure", opening->procedure->id);
    if (form_text(form, "evidence")[0] != '\0') {
        json_put_text(json, "evidence", form_text(form, "evidence"));
    }
    if (strcmp(form_text(form, "represented"), "yes") == 0) {
        json_put_boolean(json, "represented", true);
    }
    if (opening->has_plot) {
        struct json *plot = json_object(request->arena);
        json_put_text(plot, "kato", form_text(form, "kato"));
        json_put_text(plot, "name", form_text(form, "plot"));
        if (form_text(form, "street")[0] != '\0') {
            json_put_text(plot, "street", form_text(form, "street"));
        }
        json_put_integer(json, "for", form_number(form, "gathering"));
        json_put(json, "plot", plot);
    }
    return act_read(json, request->arena, act, error);
}

/* ---- the form ------------------------------------------------------------ */

static struct hidden *kept_make(const struct request *request,
    struct response *response, const char *const *names, size_t count)
{
    struct hidden *hidden = input_hidden(request, response);
    for (size_t i = 0; i < count; i++) {
        input_keep_sent(request, hidden, names[i]);
    }
    return hidden;
}

/* The unit itself and the places right below it. */
static struct input *places_input(
    const struct request *request, const struct opening *opening)
{
    const struct territory *unit = opening->facts.community->unit;
    const struct territory *children[PLACES_MAX];
    struct input *input = input_make(request, "kato", "field.kato", NULL);
    size_t count = territory_children(unit, children, PLACES_MAX);
    input->part.is_select = true;
    input_option(request, input, unit->code,
        view_capital(request, unit->title[request->target.language]), NULL);
    for (size_t i = 0; i < count && i < PLACES_MAX; i++) {
        input_option(request, input, children[i]->code,
            view_capital(request, children[i]->title[request->target.language]),
            NULL);
    }
    return input;
}

static const struct pages_input *line_input(const struct request *request,
    const char *name, const char *label, const char *hint)
{
    return &input_make(request, name, label, hint)->part;
}

static void inputs_fill(const struct request *request,
    const struct opening *opening, struct pages_act *act)
{
    struct pages_act_inputs *inputs =
        arena_take_array(request->arena, INPUTS_MAX, sizeof *inputs);
    size_t count = 0;
    if (opening->has_represented) {
        struct input *input = input_make(request, "represented",
            "field.represented", "field.represented.hint");
        input_yes_no(
            request, input, "field.represented.yes", "field.represented.no");
        inputs[count++].input = &input->part;
    }
    if (opening->has_plot) {
        inputs[count++].input =
            opening_ways_gatherings(request, &opening->facts);
        inputs[count++].input = &places_input(request, opening)->part;
        inputs[count++].input =
            line_input(request, "street", "field.street", "field.street.hint");
        inputs[count++].input =
            line_input(request, "plot", "field.plot", "field.plot.hint");
    }
    if (opening->actor.needs_evidence) {
        inputs[count++].input = line_input(
            request, "evidence", "field.evidence", "field.evidence.hint");
    }
    act->inputs = inputs;
    act->inputs_count = count;
}

/* "Opening: gathering", "Initiator: member". */
static const char *said(const struct request *request,
    const struct opening *opening, struct message *message, const char *name,
    const char *word)
{
    const struct law *law = opening->facts.law;
    (void)message_text(message, name, view_word(request, law, word));
    return view_say(request, law, message);
}

static const char *title_of(
    const struct request *request, const struct opening *opening)
{
    struct message title;
    return said(request, opening, message_start(&title, "opening.title"),
        "organ", view_organ(opening->procedure, opening->procedure->id));
}

static void form_show(struct request *request, struct response *response,
    const struct opening *opening, unsigned status, const struct error *error,
    const struct refusal *refusal)
{
    static const char *const names[] = {"procedure", "initiator"};
    struct message lead;
    struct pages_act act = {
        .id = "open",
        .action = request_url(request, URL_SITTING_NEW),
        .hidden = &kept_make(request, response, names, 2)->part,
        .step = "check",
        .button = "act-page.check",
        .law = view_basis(request,
            opening_ways_place(request, &opening->facts, opening->procedure,
                opening->initiator),
            request->today),
    };
    inputs_fill(request, opening, &act);
    struct pages_act_page page = {
        .errors = act_form_errors(request, error),
        .refusal = refusal == NULL ? NULL
                                   : view_refusal(request, &opening->facts,
                                         refusal, "refusal-part.refused"),
        .back = request_url(request, URL_SITTING_NEW),
        .back_title = view_key(request, "opening.ways"),
        .item =
            said(request, opening, message_start(&lead, "opening.initiator"),
                "who", opening->initiator),
        .act = &act,
    };
    pages_act_page(&page, view_start(request, response, status,
                              title_of(request, opening), &opening->facts));
}

/* ---- the answers --------------------------------------------------------- */

static void answer_add(const struct request *request, struct pages_check *page,
    struct pages_check_answers *answers, const char *label, const char *text)
{
    struct pages_check_answers_lines *line =
        arena_take(request->arena, sizeof *line);
    line->text = text;
    answers[page->answers_count++] = (struct pages_check_answers){
        .label = label, .lines = line, .lines_count = 1};
}

static void answers_fill(const struct request *request,
    const struct opening *opening, struct pages_check *page)
{
    const struct law *law = opening->facts.law;
    struct pages_check_answers *answers =
        arena_take_array(request->arena, INPUTS_MAX + 2, sizeof *answers);
    struct pages_act act = {.inputs_count = 0};
    page->answers = answers;
    answer_add(request, page, answers, view_key(request, "field.initiator"),
        view_capital(request, view_word(request, law, opening->initiator)));
    inputs_fill(request, opening, &act);
    for (size_t i = 0; i < act.inputs_count; i++) {
        const struct pages_input *input = act.inputs[i].input;
        const char *text = input->value[0] == '\0' ? "–" : input->value;
        for (size_t k = 0; k < input->options_count; k++) {
            text = input->options[k].is_chosen ? input->options[k].label : text;
        }
        answer_add(request, page, answers, input->label, text);
    }
}

static void check_show(struct request *request, struct response *response,
    const struct opening *opening)
{
    static const char *const names[] = {"procedure", "initiator", "represented",
        "gathering", "kato", "street", "plot", "evidence"};
    struct act act;
    struct clerk_answer answer;
    struct error error = {.status = STATUS_OK};
    if (act_make(request, opening, &act, &error) != STATUS_OK) {
        form_show(request, response, opening, 422, &error, NULL);
        return;
    }
    clerk_dry_run(request->clerk, request->account, &act, &answer);
    if (answer.status != STATUS_OK && answer.status != STATUS_REFUSED) {
        form_show(request, response, opening, 422, &answer.error, NULL);
        return;
    }
    bool is_lawful = answer.status == STATUS_OK;
    struct pages_check page = {
        .back = request_url(request, URL_SITTING_NEW),
        .back_title = view_key(request, "opening.ways"),
        .refusal = is_lawful ? NULL
                             : view_refusal(request, &opening->facts,
                                   &answer.refusal, "refusal-part.will-be"),
        .action = request_url(request, URL_SITTING_NEW),
        .hidden =
            &kept_make(request, response, names, sizeof names / sizeof names[0])
                 ->part,
        .is_lawful = is_lawful,
        .button = "do.open",
    };
    answers_fill(request, opening, &page);
    pages_check(&page, view_start(request, response, 200,
                           title_of(request, opening), &opening->facts));
}
