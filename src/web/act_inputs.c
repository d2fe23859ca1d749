/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * One input of an act's form as a part of its page.
 */
#include <assert.h>
#include <string.h>

#include "web/act_form.h"
#include "web/input.h"

/* An input under way. */
struct making {
    const struct request *request;
    const struct engine_facts *facts;
    const struct act_form *form;
    const struct act_form_input *input;
    struct input *made;
};

/* Several forms stand on one page: each has its own ids. */
static const char *id_of(const struct request *request,
    const struct act_form *form, const char *name)
{
    return arena_format(request->arena, "%s-%lld-%s-%s",
        act_kind_name(form->kind), (long long)form->item,
        form->detail == NULL ? "all" : form->detail, name);
}

static void option_add(
    struct making *making, const char *value, const char *label)
{
    input_option(making->request, making->made, value, label, NULL);
}

static void word_add(struct making *making, const char *word)
{
    option_add(making, word,
        view_capital(making->request,
            view_word(making->request, making->facts->law, word)));
}

static const struct item *item_of(const struct making *making)
{
    return making->facts->proceeding == NULL
               ? NULL
               : proceeding_item(making->facts->proceeding, making->form->item);
}

/* ---- shapes -------------------------------------------------------------- */

static void yes_no_add(struct making *making)
{
    static const struct {
        const char *name;
        const char *yes;
        const char *no;
    } answers[] = {
        {"granted", "field.granted.yes", "field.granted.no"},
        {"agreed", "field.agreed.yes", "field.agreed.no"},
        {"upheld", "field.upheld.yes", "field.upheld.no"},
        {"done", "field.done.yes", "field.done.no"},
        {"present", "field.really.yes", "field.really.no"},
    };
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++) {
        if (strcmp(answers[i].name, making->input->name) == 0) {
            input_yes_no(
                making->request, making->made, answers[i].yes, answers[i].no);
        }
    }
}

static void choice_add(struct making *making)
{
    static const char *const choices[] = {"for", "against", "abstain"};
    static const char *const keys[] = {
        "choice.for", "choice.against", "choice.abstain"};
    for (size_t i = 0; i < 3; i++) {
        option_add(making, choices[i], view_key(making->request, keys[i]));
    }
    input_group(making->made, "radio");
}

/* The ways that the law names; where it names none, all it has words for. */
static void ways_add(struct making *making)
{
    const struct engine_facts *facts = making->facts;
    struct arena *arena = making->request->arena;
    const struct law_procedure *procedure = engine_procedure(facts, arena);
    const char *const *words = NULL;
    size_t count = 0;
    if (making->form->kind == ACT_PUBLISH) {
        const struct law_stage *stage = view_stage(
            making->request, facts, procedure, LAW_STAGE_PUBLISHED, NULL);
        words = stage == NULL ? NULL : stage->words;
        count = stage == NULL ? 0 : stage->words_count;
    } else {
        const struct law_stage *stage = view_stage(
            making->request, facts, procedure, LAW_STAGE_NOTICE, NULL);
        const struct law_clause *in =
            stage == NULL ? NULL : law_stage_clause(stage, "in");
        words = in == NULL ? NULL : in->words;
        count = in == NULL ? 0 : in->words_count;
    }
    if (count == 0) {
        law_words(facts->law, "way", arena, &words, &count);
    }
    for (size_t i = 0; i < count; i++) {
        word_add(making, words[i]);
    }
    input_group(making->made, "checkbox");
}

/* Nothing is asked where the law or a choice leaves one form. */
static bool vote_add(struct making *making)
{
    const struct item *item = item_of(making);
    const struct law_procedure *procedure =
        engine_procedure(making->facts, making->request->arena);
    const struct law_stage *stage = view_stage(making->request, making->facts,
        procedure, LAW_STAGE_CARRIED_BY, item == NULL ? NULL : item->matter);
    const struct law_clause *form =
        stage == NULL ? NULL : law_stage_clause(stage, "form");
    if (form == NULL || form->missing || form->words_count < 2) {
        return false;
    }
    for (size_t i = 0; i < form->words_count; i++) {
        word_add(making, form->words[i]);
    }
    input_group(making->made, "radio");
    return true;
}

/* Those heard on the item. */
static void voted_add(struct making *making)
{
    const struct item *item = item_of(making);
    size_t count =
        item == NULL || item->votes == NULL ? 0 : map_count(item->votes);
    for (size_t i = 0; i < count; i++) {
        const struct item_vote *vote = map_value_at(item->votes, i);
        option_add(making,
            arena_format(making->request->arena, "%lld",
                (long long)people_resident(making->request, vote->voter)),
            people_name(making->request, making->facts, vote->voter));
    }
    making->made->part.is_select = true;
}

/* Those who came, and those who left. */
static void registered_add(struct making *making)
{
    const struct map *presence = making->facts->proceeding->presence;
    for (size_t i = 0; i < map_count(presence); i++) {
        const struct presence *one = map_value_at(presence, i);
        if (!one->struck) {
            option_add(making,
                arena_format(making->request->arena, "%lld",
                    (long long)people_resident(making->request, one->key)),
                people_name(making->request, making->facts, one->key));
        }
    }
    making->made->part.is_select = true;
}

static void present_add(struct making *making, const char *prefix)
{
    const struct people_line *lines = NULL;
    size_t count = people_present(making->request, making->facts, &lines);
    for (size_t i = 0; i < count; i++) {
        option_add(making,
            arena_format(
                making->request->arena, "%s%s", prefix, lines[i].resident),
            lines[i].name);
    }
    making->made->part.is_select = true;
}

/* Officials may speak too: those whose office is recorded today. */
static void speakers_add(struct making *making)
{
    const struct community *community = making->facts->community;
    struct date today = making->request->today;
    option_add(making, "", view_key(making->request, "field.speaker.nobody"));
    for (size_t i = 0; i < community->offices_count; i++) {
        const struct community_office *office = &community->offices[i];
        if (community_office(community, office->office, today) != office) {
            continue;
        }
        option_add(making,
            arena_format(making->request->arena, "o-%s", office->office),
            arena_format(making->request->arena, "%s – %s",
                view_capital(
                    making->request, view_word(making->request,
                                         making->facts->law, office->office)),
                people_name(making->request, making->facts, office->holder)));
    }
    present_add(making, "r-");
}

static bool is_form_chosen(const struct making *making)
{
    return making->form->detail != NULL &&
           strcmp(making->form->detail, "form") == 0;
}

static bool value_add(struct making *making)
{
    static const char *const forms[] = {"by-show-of-hands", "by-name"};
    if (!is_form_chosen(making)) {
        making->made->part.hint = view_key(making->request, "field.value.hint");
        making->made->part.is_short = true;
        return true;
    }
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        word_add(making, forms[i]);
    }
    input_group(making->made, "radio");
    return true;
}

static bool bound_add(struct making *making)
{
    static const char *const bounds[] = {
        "at-least", "more-than", "at-most", "exactly"};
    if (is_form_chosen(making)) {
        return false;
    }
    for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++) {
        const char *key =
            arena_format(making->request->arena, "bound.%s", bounds[i]);
        option_add(making, bounds[i], view_key(making->request, key));
    }
    making->made->part.is_select = true;
    return true;
}

/* Days where a term is chosen, else people and what a share is of. */
static bool unit_add(struct making *making)
{
    static const char *const terms[] = {
        "calendar-days", "working-days", "months", "years"};
    static const char *const bases[] = {"members-entitled", "participants",
        "present", "assembly-members", "representatives"};
    const char *detail = making->form->detail;
    if (is_form_chosen(making)) {
        return false;
    }
    making->made->part.is_select = true;
    if (detail != NULL &&
        (strcmp(detail, "notice") == 0 || strcmp(detail, "term") == 0)) {
        for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
            const char *key =
                arena_format(making->request->arena, "unit.%s", terms[i]);
            option_add(making, terms[i], view_key(making->request, key));
        }
        return true;
    }
    option_add(making, "persons", view_key(making->request, "unit.persons"));
    for (size_t i = 0; i < sizeof bases / sizeof bases[0]; i++) {
        option_add(making,
            arena_format(making->request->arena, "of-%s", bases[i]),
            view_word(making->request, making->facts->law, bases[i]));
    }
    return true;
}

/* ---- the input ----------------------------------------------------------- */

static bool shape_add(struct making *making)
{
    struct pages_input *made = &making->made->part;
    switch (making->input->shape) {
    case ACT_FORM_TEXT:
        made->is_area = true;
        return true;
    case ACT_FORM_DATE:
    case ACT_FORM_TIME:
        made->is_short = true;
        return true;
    case ACT_FORM_NUMBER:
        made->is_short = true;
        made->inputmode = "numeric";
        return true;
    case ACT_FORM_YES:
        yes_no_add(making);
        return true;
    case ACT_FORM_CHOICE:
        choice_add(making);
        return true;
    case ACT_FORM_WAYS:
        ways_add(making);
        return true;
    case ACT_FORM_VOTE:
        return vote_add(making);
    case ACT_FORM_PRESENT:
        present_add(making, "");
        return true;
    case ACT_FORM_REGISTERED:
        registered_add(making);
        return true;
    case ACT_FORM_VOTER:
        voted_add(making);
        return true;
    case ACT_FORM_MEANT:
        choice_add(making);
        option_add(making, "none", view_key(making->request, "choice.none"));
        return true;
    case ACT_FORM_SPEAKER:
        speakers_add(making);
        return true;
    case ACT_FORM_VALUE:
        return value_add(making);
    case ACT_FORM_BOUND:
        return bound_add(making);
    case ACT_FORM_UNIT:
        return unit_add(making);
    case ACT_FORM_PEOPLE:
    case ACT_FORM_END:
        return false;
    case ACT_FORM_LINE:
        return true;
    }
    return true;
}

static struct input *input_start(const struct request *request,
    const struct act_form *form, const char *name, const char *label)
{
    return form->is_alone ? input_make(request, name, label, NULL)
                          : input_blank(request, id_of(request, form, name),
                                name, label, NULL);
}

struct pages_input *act_form_input(const struct request *request,
    const struct engine_facts *facts, const struct act_form *form,
    const struct act_form_input *input)
{
    struct making making = {request, facts, form, input, NULL};
    if (input->shape == ACT_FORM_PEOPLE) {
        return NULL;
    }
    making.made = input_start(request, form, input->name, input->label);
    if (input->hint != NULL) {
        making.made->part.hint = view_key(request, input->hint);
    }
    return shape_add(&making) ? &making.made->part : NULL;
}

/* What is entered during a sitting rests on its list and its minutes. */
static const char *evidence_usual(enum act_kind kind)
{
    switch ((int)kind) {
    case ACT_ARRIVE:
    case ACT_LEAVE:
    case ACT_CORRECT_PRESENCE:
        return "evidence.list";
    case ACT_OPEN_SITTING:
    case ACT_ELECT:
    case ACT_RESUME:
    case ACT_CLOSE_SITTING:
        return "evidence.minutes";
    default:
        return NULL;
    }
}

struct pages_input *act_form_evidence(
    const struct request *request, const struct act_form *form, bool is_needed)
{
    const char *usual = evidence_usual(form->kind);
    struct pages_input *made = &input_start(request, form, "evidence",
        form->kind == ACT_NOTIFY ? "field.evidence-notice" : "field.evidence")
                                    ->part;
    made->hint = view_key(request, form->kind == ACT_NOTIFY
                                       ? "field.evidence-notice.hint"
                                   : is_needed ? "field.evidence.hint"
                                               : "field.evidence-free.hint");
    if (made->value[0] == '\0' && is_needed && usual != NULL &&
        made->problem == NULL) {
        made->value = view_key(request, usual);
    }
    return made;
}

struct pages_input *act_form_whose(const struct request *request,
    const struct engine_facts *facts, const struct act_form *form)
{
    static const struct act_form_input input = {
        "actor", ACT_FORM_LINE, "field.actor", NULL, false};
    struct act_form_actor actors[ACT_FORM_ACTORS_MAX];
    struct making making = {request, facts, form, &input, NULL};
    size_t count = act_form_actors(request, facts, form->kind, NULL, actors);
    if (count < 2 || form->kind == ACT_SIGN_MINUTES || !form->is_alone) {
        return NULL;
    }
    making.made = input_start(request, form, input.name, input.label);
    input_group(making.made, "radio");
    for (size_t i = 0; i < count; i++) {
        word_add(&making, actors[i].actor);
    }
    if (making.made->part.value[0] == '\0') {
        making.made->options[0].is_chosen = true;
    }
    return &making.made->part;
}
