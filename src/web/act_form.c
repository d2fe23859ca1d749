/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Forms of acts, and as whom an account may send them.
 */
#include "web/act_form.h"

#include <string.h>

#include "web/changes.h"
#include "web/input.h"
#include "web/options.h"
#include "web/voters.h"

enum { INPUTS_MAX = 12 };

struct act_form act_form_of(const struct request *request, enum act_kind kind)
{
    const char *detail = form_text(&request->form, "detail");
    const char *back = form_text(&request->form, "back");
    return (struct act_form){
        .kind = kind,
        .item = form_number(&request->form, "item"),
        .detail = detail[0] == '\0' ? NULL : detail,
        .back = back[0] == '\0' ? NULL : back,
        .is_alone = true,
    };
}

/* ---- whose act ----------------------------------------------------------- */

/* The office of the account that is what the law's word means, or NULL. */
static const char *held(
    const struct request *request, const struct law *law, const char *word)
{
    const struct clerk_account *account = request->account;
    for (size_t i = 0; i < account->offices_count; i++) {
        const char *office = account->offices[i];
        if (strcmp(office, word) == 0 || law_word_is(law, office, word)) {
            return office;
        }
    }
    bool is_member = account->resident != 0 && law_word_is(law, word, "member");
    return is_member ? "member" : NULL;
}

/* A class of members acts as "member". */
static const char *actor_of(const struct law *law, const char *word)
{
    return law_word_is(law, word, "member") ? "member" : word;
}

static bool is_officer(const struct engine_facts *facts, const char *word)
{
    return facts->proceeding != NULL &&
           proceeding_officer(facts->proceeding, word) != NULL;
}

static void actors_find(const struct engine_facts *facts, enum act_kind kind,
    const char *opener, struct engine_actors *actors)
{
    *actors = (struct engine_actors){.count = 0};
    if (opener != NULL) {
        actors->words[actors->count++] = opener;
    } else {
        engine_actors(facts, kind, actors);
    }
}

size_t act_form_actors(const struct request *request,
    const struct engine_facts *facts, enum act_kind kind, const char *opener,
    struct act_form_actor actors[ACT_FORM_ACTORS_MAX])
{
    struct engine_actors found;
    size_t count = 0;
    if (request->account == NULL) {
        return 0;
    }
    actors_find(facts, kind, opener, &found);
    for (size_t i = 0; i < found.count; i++) {
        const char *office = held(request, facts->law, found.words[i]);
        if (office != NULL) {
            actors[0] = (struct act_form_actor){office, false};
            return 1;
        }
    }
    if (!request_has_office(request, "clerk")) {
        return 0;
    }
    /* Officers at the table first, the last elected before the others: who
       keeps the minutes. */
    for (size_t i = found.count; i > 0; i--) {
        const char *word = found.words[i - 1];
        if (is_officer(facts, word)) {
            actors[count++] =
                (struct act_form_actor){word, kind == ACT_SIGN_MINUTES};
        }
    }
    for (size_t i = 0; i < found.count; i++) {
        if (!is_officer(facts, found.words[i])) {
            actors[count++] = (struct act_form_actor){
                actor_of(facts->law, found.words[i]), true};
        }
    }
    return count;
}

/* The actor that was chosen, else the likeliest; actor NULL: none may. */
static struct act_form_actor actor_chosen(const struct request *request,
    const struct engine_facts *facts, const struct act_form *form)
{
    struct act_form_actor actors[ACT_FORM_ACTORS_MAX];
    const char *wanted = form->kind == ACT_SIGN_MINUTES ? form->detail
                         : form->is_alone ? form_text(&request->form, "actor")
                                          : "";
    size_t count = act_form_actors(request, facts, form->kind, NULL, actors);
    for (size_t i = 0; wanted != NULL && i < count; i++) {
        if (strcmp(actors[i].actor, wanted) == 0) {
            return actors[i];
        }
    }
    return count == 0 ? (struct act_form_actor){NULL, false} : actors[0];
}

/* ---- the form ------------------------------------------------------------ */

/* A member signs for himself and searches nobody. */
static bool is_for_oneself(
    const struct request *request, const struct engine_facts *facts)
{
    return request->account->resident != 0 && !people_are_open(request, facts);
}

static struct hidden *kept_make(const struct request *request,
    struct response *response, const struct engine_facts *facts,
    const struct act_form *form)
{
    struct hidden *hidden = input_hidden(request, response);
    if (form->item > 0) {
        input_keep(request, hidden, "item",
            arena_format(request->arena, "%lld", (long long)form->item));
    }
    if (form->detail != NULL) {
        input_keep(request, hidden, "detail", form->detail);
    }
    if (form->back != NULL) {
        input_keep(request, hidden, "back", form->back);
    }
    if (form->kind == ACT_SIGN && is_for_oneself(request, facts)) {
        input_keep(request, hidden, "resident",
            arena_format(
                request->arena, "%lld", (long long)request->account->resident));
    }
    if (form->kind == ACT_VOTE && is_for_oneself(request, facts)) {
        input_keep(request, hidden, "person",
            arena_format(
                request->arena, "%lld", (long long)request->account->resident));
    }
    changes_keep(request, facts, hidden);
    struct act_form_actor actor = actor_chosen(request, facts, form);
    if (!form->is_alone && actor.actor != NULL) {
        input_keep(request, hidden, "actor", actor.actor);
    }
    return hidden;
}

static void input_add(struct pages_act *act, struct pages_act_inputs *inputs,
    const struct pages_input *input)
{
    if (input != NULL) {
        inputs[act->inputs_count++].input = input;
    }
}

static void inputs_fill(const struct request *request,
    const struct engine_facts *facts, const struct act_form *form,
    struct pages_act *act)
{
    struct pages_act_inputs *inputs =
        arena_take_array(request->arena, INPUTS_MAX, sizeof *inputs);
    struct act_form_actor actor = actor_chosen(request, facts, form);
    act->inputs = inputs;
    for (const struct act_form_input *input = act_form_inputs(form->kind);
         input->shape != ACT_FORM_END; input++) {
        if (input->shape == ACT_FORM_PRESENT &&
            is_for_oneself(request, facts)) {
            continue;
        }
        input_add(act, inputs, act_form_input(request, facts, form, input));
        if (input->shape == ACT_FORM_PEOPLE &&
            !is_for_oneself(request, facts)) {
            struct people_search search = {
                .from_roll = form->kind != ACT_SIGN,
                .present = form->kind == ACT_LEAVE  ? 1
                           : form->kind == ACT_SIGN ? -1
                                                    : 0,
                .label = input->label,
                .id = act_kind_name(form->kind),
                .button = form->kind == ACT_ARRIVE || form->kind == ACT_LEAVE
                              ? act_form_button(request, form)
                              : NULL,
            };
            act->picker = people_picker(request, facts, &search, NULL);
        }
    }
    input_add(act, inputs, act_form_whose(request, facts, form));
    if (actor.needs_evidence || form->kind == ACT_NOTIFY) {
        input_add(act, inputs, act_form_evidence(request, form, true));
    }
}

/* Where the law speaks of the act; of a choice, where it is silent. */
static struct law_citation place_of(const struct request *request,
    const struct engine_facts *facts, const struct act_form *form)
{
    struct engine_actors actors;
    const struct engine_option *choice =
        form->kind == ACT_CHOOSE
            ? options_find(options_of(request, facts, NULL), ACT_CHOOSE, 0,
                  form->detail)
            : NULL;
    engine_actors(facts, form->kind, &actors);
    return choice == NULL ? actors.citation : choice->citation;
}

struct pages_act *act_form_make(const struct request *request,
    struct response *response, const struct engine_facts *facts,
    const struct act_form *form)
{
    struct pages_act *act = arena_take(request->arena, sizeof *act);
    struct url_target target = {.place = URL_SITTING_ACT,
        .language = request->target.language,
        .numbers = {facts->proceeding->number},
        .word = act_kind_name(form->kind)};
    struct law_citation place = place_of(request, facts, form);
    act->id =
        arena_format(request->arena, "%s-%lld-%s", act_kind_name(form->kind),
            (long long)form->item, form->detail == NULL ? "all" : form->detail);
    act->action = url_to(request->arena, target);
    act->hidden = &kept_make(request, response, facts, form)->part;
    act->step = act_form_is_direct(form->kind) ? "do" : "check";
    act->button = act_form_is_direct(form->kind)
                      ? act_form_button(request, form)
                      : "act-page.check";
    act->law = view_basis(request, &place, facts->proceeding->law_day);
    inputs_fill(request, facts, form, act);
    act->is_focused = form->is_focused;
    return act;
}

/* ---- what was sent ------------------------------------------------------- */

bool act_form_is_list(const struct request *request, enum act_kind kind)
{
    const char *const *values = NULL;
    return kind == ACT_VOTE &&
           form_list(&request->form, VOTERS_FIELD, &values) > 0;
}

static bool is_given(const struct request *request,
    const struct engine_facts *facts, const struct act_form *form,
    const struct act_form_input *input)
{
    const char *const *values = NULL;
    if (input->shape == ACT_FORM_WAYS || input->shape == ACT_FORM_PEOPLE) {
        return form_list(&request->form, input->name, &values) > 0 ||
               (input->shape == ACT_FORM_PEOPLE &&
                   form_number(&request->form, "one") > 0);
    }
    return form_text(&request->form, input->name)[0] != '\0' ||
           act_form_input(request, facts, form, input) == NULL;
}

bool act_form_check(struct request *request, const struct engine_facts *facts,
    const struct act_form *form)
{
    struct message problem;
    for (const struct act_form_input *input = act_form_inputs(form->kind);
         input->shape != ACT_FORM_END; input++) {
        if (!input->is_free && !act_form_is_list(request, form->kind) &&
            !is_given(request, facts, form, input)) {
            (void)message_start(&problem, input->shape == ACT_FORM_PEOPLE
                                              ? "form.people"
                                              : "form.needed");
            form_refuse(&request->form, input->name, &problem);
        }
    }
    struct act_form_actor actor = actor_chosen(request, facts, form);
    bool needs = actor.needs_evidence || form->kind == ACT_NOTIFY;
    if (needs && form_text(&request->form, "evidence")[0] == '\0') {
        (void)message_start(&problem, "form.evidence");
        form_refuse(&request->form, "evidence", &problem);
    }
    const char *speaker = form_text(&request->form, "speaker");
    if (form->kind == ACT_SPEAK &&
        (speaker[0] == '\0') !=
            (form_text(&request->form, "text")[0] == '\0')) {
        (void)message_start(
            &problem, speaker[0] == '\0' ? "form.speaker" : "form.needed");
        form_refuse(
            &request->form, speaker[0] == '\0' ? "speaker" : "text", &problem);
    }
    return form_is_good(&request->form);
}

/* What the fields of all forms are called in a list of problems. */
static const struct {
    const char *name;
    const char *label;
} labels[] = {
    {"evidence", "field.evidence"},
    {"resident", "picker.label"},
    {"person", "picker.label"},
    {"speaker", "field.speaker"},
    {"granted", "field.granted"},
    {"agreed", "field.agreed"},
    {"upheld", "field.upheld"},
    {"done", "field.done"},
    {"year", "field.year"},
    {"half", "field.half"},
    {"reason", "field.reason"},
    {"text", "field.speech"},
    {"opinion", "field.opinion"},
    {"ground", "field.ground"},
    {"task", "field.task"},
    {"to", "field.to"},
    {"day", "field.day"},
    {"time", "field.time"},
    {"place", "field.place"},
    {"due", "field.due"},
    {"ways", "field.ways"},
    {"form", "field.form"},
    {"choice", "field.choice"},
    {VOTERS_FIELD, "field.choice"},
    {"present", "field.really"},
    {"for", "field.for"},
    {"against", "field.against"},
    {"abstain", "field.abstain"},
    {"value", "field.value"},
    {"represented", "field.represented"},
    {"gathering", "field.gathering"},
    {"kato", "field.kato"},
    {"street", "field.street"},
    {"plot", "field.plot"},
    {"new-matter", "calling.item"},
    {"new-title", "field.title"},
    {"name", "sign-in.name"},
    {"password", "sign-in.password"},
    {"office", "accounts.offices"},
};

static const char *label_of(const char *name)
{
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        if (strcmp(labels[i].name, name) == 0) {
            return labels[i].label;
        }
    }
    return "act-page.field";
}

struct pages_errors *act_form_errors(
    const struct request *request, const struct error *error)
{
    const struct form *form = &request->form;
    struct pages_errors *errors = arena_take(request->arena, sizeof *errors);
    struct pages_errors_problems *problems =
        arena_take_array(request->arena, form->count, sizeof *problems);
    for (size_t i = 0; i < form->count; i++) {
        if (form->values[i].problem != NULL) {
            problems[errors->problems_count++] = (struct pages_errors_problems){
                .where = url_at(
                    request->arena, (struct url){NULL}, form->fields[i].name),
                .label = label_of(form->fields[i].name),
                .problem = form->values[i].problem};
        }
    }
    errors->problems = problems;
    errors->error =
        error == NULL || error->message.key == NULL ? NULL : &error->message;
    return errors->problems_count == 0 && errors->error == NULL ? NULL : errors;
}
