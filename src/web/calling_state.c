/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A call in the making, in the fields of its form.
 */
#include "web/calling_state.h"

#include <string.h>

#include "base/number.h"
#include "web/input.h"

const struct form_field calling_state_fields[CALLING_STATE_FIELDS] = {
    {"step", FORM_WORD, 32, false, false},
    {"day", FORM_DATE, 10, false, false},
    {"time", FORM_TIME, 5, false, false},
    {"place", FORM_LINE, 200, false, false},
    {"matter", FORM_WORD, 64, false, true},
    {"title", FORM_LINE, 200, false, true},
    {"budget", FORM_WORD, 4, false, true},
    {"repeats", FORM_WORD, 20, false, true},
    {"members", FORM_WORD, 20, false, true},
    {"new-matter", FORM_WORD, 64, false, false},
    {"new-title", FORM_LINE, 200, false, false},
    {"new-budget", FORM_WORD, 4, false, false},
    {"new-repeats", FORM_WORD, 20, false, false},
    {"which", FORM_NUMBER, 2, false, false},
    {"search", FORM_LINE, 100, false, false},
    {"offset", FORM_NUMBER, 9, false, false},
    {"resident", FORM_NUMBER, 9, false, true},
    {"actor", FORM_WORD, 64, false, false},
    {"evidence", FORM_LINE, 200, false, false},
    {"back", FORM_WORD, 16, false, false},
    {"item", FORM_NUMBER, 9, false, false},
};

static const char *nth(const struct form *form, const char *name, size_t index)
{
    const char *const *values = NULL;
    size_t count = form_list(form, name, &values);
    return index < count ? values[index] : "";
}

/* "2-17": resident 17 is proposed on item 2. */
static void members_read(
    const struct request *request, struct calling_state *state)
{
    const char *const *values = NULL;
    size_t count = form_list(&request->form, "members", &values);
    for (size_t i = 0; i < count; i++) {
        size_t length = strcspn(values[i], "-");
        int64_t item = 0;
        int64_t resident = 0;
        if (values[i][length] == '\0' ||
            !number_parse(
                arena_text_n(request->arena, values[i], length), &item) ||
            !number_parse(values[i] + length + 1, &resident) || item < 1 ||
            item > (int64_t)state->items_count) {
            continue;
        }
        struct calling_item *of = &state->items[item - 1];
        if (of->members_count < CALLING_STATE_MEMBERS) {
            of->members[of->members_count++] = values[i] + length + 1;
        }
    }
}

bool calling_state_read(struct request *request, struct response *response,
    struct calling_state *state)
{
    const struct form *form = &request->form;
    struct act_form_actor actors[ACT_FORM_ACTORS_MAX];
    const char *const *values = NULL;
    *state = (struct calling_state){.items_count = 0};
    if (!view_facts(
            request, response, request->target.numbers[0], &state->facts)) {
        return false;
    }
    if (act_form_actors(request, &state->facts, ACT_CALL, NULL, actors) == 0) {
        page_status(request, response, 403, NULL);
        return false;
    }
    state->actor = actors[0];
    state->procedure = engine_procedure(&state->facts, request->arena);
    state->items = arena_take_array(
        request->arena, CALLING_STATE_ITEMS, sizeof *state->items);
    size_t count = form_list(form, "matter", &values);
    for (size_t i = 0; i < count && i < CALLING_STATE_ITEMS; i++) {
        state->items[state->items_count++] = (struct calling_item){
            .matter = values[i],
            .title = nth(form, "title", i),
            .budget = nth(form, "budget", i),
            .repeats = nth(form, "repeats", i),
        };
    }
    members_read(request, state);
    int64_t which = form_number(form, "which");
    state->which =
        which > 0 && which <= (int64_t)state->items_count ? (size_t)which : 0;
    return true;
}

/* "3-2": the item that is considered again, or NULL. */
static const struct item *repeated(
    const struct request *request, const char *repeats)
{
    size_t length = strcspn(repeats, "-");
    int64_t number = 0;
    int64_t item = 0;
    struct error error = {.status = STATUS_OK};
    struct proceeding *proceeding =
        arena_take(request->arena, sizeof *proceeding);
    if (repeats[length] == '\0' ||
        !number_parse(arena_text_n(request->arena, repeats, length), &number) ||
        !number_parse(repeats + length + 1, &item) ||
        store_proceeding(request->reader, number, request->arena, proceeding,
            &error) != STATUS_OK) {
        return NULL;
    }
    return proceeding_item(proceeding, item);
}

static void members_copy(const struct request *request, const struct item *from,
    struct calling_item *item)
{
    for (size_t i = 0; i < from->members_count && i < CALLING_STATE_MEMBERS;
         i++) {
        int64_t resident = people_resident(request, from->members[i]);
        if (resident != 0) {
            item->members[item->members_count++] =
                arena_format(request->arena, "%lld", (long long)resident);
        }
    }
}

size_t calling_state_add(
    const struct request *request, struct calling_state *state)
{
    const struct form *form = &request->form;
    if (state->items_count == CALLING_STATE_ITEMS) {
        return 0;
    }
    struct calling_item *item = &state->items[state->items_count];
    *item = (struct calling_item){
        .matter = form_text(form, "new-matter"),
        .title = form_text(form, "new-title"),
        .budget = form_text(form, "new-budget"),
        .repeats = form_text(form, "new-repeats"),
    };
    const struct item *first =
        item->repeats[0] == '\0' ? NULL : repeated(request, item->repeats);
    if (first != NULL) {
        item->matter = first->matter;
        item->title = item->title[0] == '\0' ? first->title : item->title;
        members_copy(request, first, item);
    } else {
        item->repeats = "";
    }
    return ++state->items_count;
}

void calling_state_remove(struct calling_state *state, size_t number)
{
    if (number < 1 || number > state->items_count) {
        return;
    }
    for (size_t i = number; i < state->items_count; i++) {
        state->items[i - 1] = state->items[i];
    }
    state->items_count--;
}

void calling_state_choose(
    const struct request *request, struct calling_state *state, size_t number)
{
    const char *const *values = NULL;
    size_t count = form_list(&request->form, "resident", &values);
    if (number < 1 || number > state->items_count) {
        return;
    }
    struct calling_item *item = &state->items[number - 1];
    item->members_count = 0;
    for (size_t i = 0; i < count && i < CALLING_STATE_MEMBERS; i++) {
        item->members[item->members_count++] = values[i];
    }
}

bool calling_state_elects(const struct request *request,
    const struct calling_state *state, const char *matter)
{
    return view_stage(request, &state->facts, state->procedure, LAW_STAGE_FORMS,
               matter) != NULL;
}

/* ---- carrying it on ------------------------------------------------------ */

struct pages_hidden *calling_state_keep(const struct request *request,
    struct response *response, const struct calling_state *state, size_t except,
    enum calling_asks asks)
{
    static const char *const names[] = {"day", "time", "place"};
    struct hidden *hidden = input_hidden(request, response);
    for (size_t i = 0;
         asks != CALLING_ASKS_WHEN && i < sizeof names / sizeof names[0]; i++) {
        input_keep_sent(request, hidden, names[i]);
    }
    if (asks != CALLING_ASKS_EVIDENCE) {
        input_keep_sent(request, hidden, "evidence");
    }
    for (size_t i = 0; i < state->items_count; i++) {
        const struct calling_item *item = &state->items[i];
        input_keep(request, hidden, "matter", item->matter);
        input_keep(request, hidden, "title", item->title);
        input_keep(request, hidden, "budget", item->budget);
        input_keep(request, hidden, "repeats", item->repeats);
        for (size_t k = 0; except != i + 1 && k < item->members_count; k++) {
            input_keep(request, hidden, "members",
                arena_format(
                    request->arena, "%zu-%s", i + 1, item->members[k]));
        }
    }
    if (except > 0) {
        input_keep(request, hidden, "which",
            arena_format(request->arena, "%zu", except));
    }
    return &hidden->part;
}

/* ---- the act ------------------------------------------------------------- */

static void members_put(const struct request *request,
    const struct calling_item *item, struct json *json)
{
    struct json *members = json_array(request->arena);
    for (size_t i = 0; i < item->members_count; i++) {
        int64_t resident = 0;
        if (number_parse(item->members[i], &resident)) {
            json_push_integer(members, resident);
        }
    }
    if (item->members_count > 0) {
        json_put(json, "members", members);
    }
}

static void repeats_put(const struct request *request,
    const struct calling_item *item, struct json *json)
{
    size_t length = strcspn(item->repeats, "-");
    int64_t proceeding = 0;
    int64_t number = 0;
    if (item->repeats[length] == '\0' ||
        !number_parse(
            arena_text_n(request->arena, item->repeats, length), &proceeding) ||
        !number_parse(item->repeats + length + 1, &number)) {
        return;
    }
    struct json *repeats = json_object(request->arena);
    json_put_integer(repeats, "proceeding", proceeding);
    json_put_integer(repeats, "item", number);
    json_put(json, "repeats", repeats);
}

enum status calling_state_act(const struct request *request,
    const struct calling_state *state, struct act *act, struct error *error)
{
    static const char *const names[] = {"day", "time", "place", "evidence"};
    struct json *json = json_object(request->arena);
    struct json *items = json_array(request->arena);
    json_put_text(json, "act", act_kind_name(ACT_CALL));
    json_put_integer(json, "proceeding", state->facts.proceeding->number);
    json_put_text(json, "actor", state->actor.actor);
    json_put_text(json, "token", request->once);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (form_text(&request->form, names[i])[0] != '\0') {
            json_put_text(json, names[i], form_text(&request->form, names[i]));
        }
    }
    for (size_t i = 0; i < state->items_count; i++) {
        const struct calling_item *item = &state->items[i];
        struct json *made = json_object(request->arena);
        int64_t year = 0;
        json_put_text(made, "matter", item->matter);
        json_put_text(made, "title", item->title);
        members_put(request, item, made);
        if (number_parse(item->budget, &year)) {
            json_put_integer(made, "budget", year);
        }
        repeats_put(request, item, made);
        json_push(items, made);
    }
    json_put(json, "items", items);
    return act_read(json, request->arena, act, error);
}
