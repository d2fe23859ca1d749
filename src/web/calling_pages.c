/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The pages of calling a sitting.
 */
#include "web/calling_pages.h"

#include <string.h>

#include "base/number.h"
#include "web/input.h"

static struct url action(const struct request *request)
{
    return url_to(request->arena, request->target);
}

static struct html_out *start(const struct request *request,
    struct response *response, const struct calling_state *state,
    unsigned status, const char *key)
{
    return view_start(
        request, response, status, view_key(request, key), &state->facts);
}

static const char *sitting_title(
    const struct request *request, const struct calling_state *state)
{
    return view_sitting_title(request, &state->facts, state->procedure);
}

static struct url sitting_url(
    const struct request *request, const struct calling_state *state)
{
    return request_url_number(
        request, URL_SITTING, state->facts.proceeding->number);
}

static const char *matter_name(const struct request *request,
    const struct calling_state *state, const char *matter)
{
    return view_capital(request, view_word(request, state->facts.law, matter));
}

/* ---- when and where ------------------------------------------------------ */

void calling_pages_when(struct request *request, struct response *response,
    const struct calling_state *state, unsigned status)
{
    const struct law_stage *notice = NULL;
    struct date first = engine_earliest_sitting(
        &state->facts, state->procedure, request->today, &notice);
    struct input *day =
        input_make(request, "day", "field.day", "field.day.hint");
    struct input *time =
        input_make(request, "time", "field.time", "field.time.hint");
    struct input *place = input_make(request, "place", "field.place", NULL);
    day->part.is_short = true;
    time->part.is_short = true;
    struct pages_calling_when page = {
        .errors = status == 422 ? act_form_errors(request, NULL) : NULL,
        .sitting = sitting_url(request, state),
        .sitting_title = sitting_title(request, state),
        .today = request->today,
        .first = notice == NULL ? (struct date){0, 0, 0} : first,
        .rule = notice == NULL || notice->amount.missing
                    ? NULL
                    : view_amount(request, state->facts.law, &notice->amount),
        .is_silent = notice != NULL && !date_is_set(first),
        .bases =
            view_stage_basis(request, notice, state->facts.proceeding->law_day),
        .action = action(request),
        .hidden =
            calling_state_keep(request, response, state, 0, CALLING_ASKS_WHEN),
        .day = &day->part,
        .time = &time->part,
        .place = &place->part,
    };
    pages_calling_when(
        &page, start(request, response, state, status, "calling.when"));
}

/* ---- the agenda ---------------------------------------------------------- */

/* The norm that gives a matter to the organ that is to sit, or NULL. */
static const struct law_norm *norm_of(const struct request *request,
    const struct calling_state *state, const char *matter)
{
    struct engine_matter matters[LAW_LIST_MAX];
    size_t count = engine_matters(&state->facts, state->procedure,
        state->facts.proceeding->law_day, request->arena, matters,
        LAW_LIST_MAX);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(matters[i].matter, matter) == 0) {
            return matters[i].norm;
        }
    }
    return NULL;
}

static const char *member_name(const struct request *request,
    const struct calling_state *state, const char *number)
{
    const char *note = NULL;
    int64_t id = 0;
    return number_parse(number, &id)
               ? people_resident_name(request, &state->facts, id, &note)
               : NULL;
}

static void members_fill(const struct request *request,
    const struct calling_state *state, const struct calling_item *item,
    struct pages_calling_agenda_items *row)
{
    struct pages_calling_agenda_items_members *members =
        arena_take_array(request->arena, item->members_count, sizeof *members);
    row->members = members;
    row->members_number = (int64_t)item->members_count;
    for (size_t i = 0; i < item->members_count; i++) {
        const char *name = member_name(request, state, item->members[i]);
        if (name != NULL) {
            members[row->members_count++].name = name;
        }
    }
}

static void items_fill(const struct request *request,
    const struct calling_state *state, struct pages_calling_agenda *page)
{
    struct pages_calling_agenda_items *rows =
        arena_take_array(request->arena, state->items_count, sizeof *rows);
    page->items = rows;
    page->items_count = state->items_count;
    for (size_t i = 0; i < state->items_count; i++) {
        const struct calling_item *item = &state->items[i];
        const struct law_norm *norm = norm_of(request, state, item->matter);
        rows[i] = (struct pages_calling_agenda_items){
            .title = item->title,
            .matter = matter_name(request, state, item->matter),
            .law = view_basis(request, norm == NULL ? NULL : &norm->citation,
                state->facts.proceeding->law_day),
            .repeats = item->repeats[0] != '\0',
            .budget = item->budget,
            .elects = calling_state_elects(request, state, item->matter),
            .choose = arena_format(request->arena, "members-%zu", i + 1),
            .remove = arena_format(request->arena, "remove-%zu", i + 1),
        };
        members_fill(request, state, item, &rows[i]);
    }
}

void calling_pages_agenda(struct request *request, struct response *response,
    const struct calling_state *state, const struct error *error,
    const struct refusal *refusal)
{
    struct pages_errors *errors = act_form_errors(request, error);
    bool is_wrong = errors != NULL || refusal != NULL;
    struct pages_calling_agenda page = {
        .errors = errors,
        .refusal = refusal == NULL ? NULL
                                   : view_refusal(request, &state->facts,
                                         refusal, "refusal-part.refused"),
        .sitting = sitting_url(request, state),
        .sitting_title = sitting_title(request, state),
        .action = action(request),
        .day = form_date(&request->form, "day"),
        .time = form_text(&request->form, "time"),
        .place = form_text(&request->form, "place"),
    };
    page.hidden =
        calling_state_keep(request, response, state, 0, CALLING_ASKS_EVIDENCE);
    if (state->actor.needs_evidence) {
        page.evidence = &input_make(
            request, "evidence", "field.evidence", "field.evidence.hint")
                             ->part;
    }
    items_fill(request, state, &page);
    pages_calling_agenda(&page, start(request, response, state,
                                    is_wrong ? 422 : 200, "calling.agenda"));
}

/* ---- one more matter ----------------------------------------------------- */

static const struct {
    enum law_effect effect;
    const char *name;
} groups[] = {
    {LAW_EFFECT_BINDING, "matter-group.binding"},
    {LAW_EFFECT_BLOCKING, "matter-group.blocking"},
    {LAW_EFFECT_TRIGGERING, "matter-group.triggering"},
    {LAW_EFFECT_CONSULTATIVE, "matter-group.consultative"},
};

enum { GROUPS = sizeof groups / sizeof groups[0] };

static void matters_fill(const struct request *request,
    const struct calling_state *state, struct pages_calling_item *page)
{
    struct engine_matter matters[LAW_LIST_MAX];
    size_t count = engine_matters(&state->facts, state->procedure,
        state->facts.proceeding->law_day, request->arena, matters,
        LAW_LIST_MAX);
    struct pages_calling_item_groups *made =
        arena_take_array(request->arena, GROUPS, sizeof *made);
    const char *sent = form_text(&request->form, "new-matter");
    page->groups = made;
    for (size_t i = 0; i < GROUPS; i++) {
        struct pages_calling_item_groups *group = &made[page->groups_count];
        struct pages_calling_item_groups_matters *rows =
            arena_take_array(request->arena, count, sizeof *rows);
        *group = (struct pages_calling_item_groups){
            .name = groups[i].name, .matters = rows};
        for (size_t k = 0; k < count; k++) {
            const struct law_norm *norm = matters[k].norm;
            if (norm->effect != groups[i].effect) {
                continue;
            }
            rows[group->matters_count++] =
                (struct pages_calling_item_groups_matters){
                    .id = arena_format(
                        request->arena, "matter-%s", matters[k].matter),
                    .value = matters[k].matter,
                    .name = matter_name(request, state, matters[k].matter),
                    .place = norm->citation.place,
                    .is_chosen = strcmp(sent, matters[k].matter) == 0,
                };
        }
        page->groups_count += group->matters_count > 0;
    }
}

/* Decisions of the same procedure that wait to be considered again. */
static const struct pages_input *repeats_input(
    const struct request *request, const struct calling_state *state)
{
    struct input *input = input_make(
        request, "new-repeats", "field.repeats", "field.repeats.hint");
    int64_t *numbers = NULL;
    size_t count = 0;
    struct error error = {.status = STATUS_OK};
    input->part.is_select = true;
    input_option(
        request, input, "", view_key(request, "field.repeats.none"), NULL);
    (void)store_open_proceedings(
        request->reader, request->arena, &numbers, &count, &error);
    for (size_t i = 0; i < count; i++) {
        struct proceeding other;
        if (store_proceeding(request->reader, numbers[i], request->arena,
                &other, &error) != STATUS_OK ||
            strcmp(other.procedure, state->facts.proceeding->procedure) != 0) {
            continue;
        }
        for (size_t k = 0; k < other.items_count; k++) {
            const struct item *item = &other.items[k];
            if (item->phase == ITEM_DISAGREED) {
                input_option(request, input,
                    arena_format(request->arena, "%lld-%lld",
                        (long long)numbers[i], (long long)item->number),
                    arena_format(request->arena, "№ %lld. %s",
                        (long long)item->decision, item->title),
                    NULL);
            }
        }
    }
    return input->part.options_count > 1 ? &input->part : NULL;
}

static const struct pages_input *budget_input(
    const struct request *request, const struct calling_state *state)
{
    const struct community *community = state->facts.community;
    struct input *input =
        input_make(request, "new-budget", "field.budget", "field.budget.hint");
    if (community->budgets_count == 0) {
        return NULL;
    }
    input->part.is_select = true;
    input_option(
        request, input, "", view_key(request, "field.budget.none"), NULL);
    for (size_t i = 0; i < community->budgets_count; i++) {
        const char *year = arena_format(
            request->arena, "%lld", (long long)community->budgets[i].year);
        input_option(request, input, year, year, NULL);
    }
    return &input->part;
}

void calling_pages_item(struct request *request, struct response *response,
    const struct calling_state *state, unsigned status)
{
    struct pages_calling_item page = {
        .errors = act_form_errors(request, NULL),
        .sitting = sitting_url(request, state),
        .sitting_title = sitting_title(request, state),
        .organ = view_word(request, state->facts.law,
            view_organ(state->procedure, state->facts.proceeding->procedure)),
        .action = action(request),
        .hidden = calling_state_keep(
            request, response, state, 0, CALLING_ASKS_NOTHING),
        .repeats = repeats_input(request, state),
        .problem = form_problem(&request->form, "new-matter"),
        .title =
            &input_make(request, "new-title", "field.title", "field.title.hint")
                 ->part,
        .budget = budget_input(request, state),
    };
    matters_fill(request, state, &page);
    pages_calling_item(
        &page, start(request, response, state, status, "calling.item"));
}
