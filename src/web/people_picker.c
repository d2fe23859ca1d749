/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Choosing people by name in a form that works without script: what was ticked
 * comes back with every search.
 */
#include <string.h>

#include "base/number.h"
#include "web/people.h"

enum { FOUND_MAX = 60 };

struct picking {
    const struct request *request;
    const struct engine_facts *facts;
    const struct people_search *search;
    const char *const *ticked;
    size_t ticked_count;
    struct pages_picker *picker;
    struct pages_picker_found *found;
};

static bool is_ticked(const struct picking *picking, const char *resident)
{
    for (size_t i = 0; i < picking->ticked_count; i++) {
        if (strcmp(picking->ticked[i], resident) == 0) {
            return true;
        }
    }
    return false;
}

static void found_add(struct picking *picking, int64_t resident,
    const char *name, const char *note)
{
    struct arena *arena = picking->request->arena;
    const char *value = arena_format(arena, "%lld", (long long)resident);
    if (resident == 0 || name == NULL || is_ticked(picking, value)) {
        return;
    }
    picking->found[picking->picker->found_count] =
        (struct pages_picker_found){
            .value = value,
            .id = arena_format(arena, "%s-%s", picking->search->id, value),
            .name = name,
            .note = note,
            .button = picking->search->button,
            .is_focused = picking->picker->found_count == 0,
        };
    picking->picker->found_count++;
}

static size_t roll_search(
    struct picking *picking, const char *words, size_t offset)
{
    const struct request *request = picking->request;
    const struct proceeding *proceeding = picking->facts->proceeding;
    struct store_roll_line *lines = NULL;
    size_t count = 0;
    size_t total = 0;
    struct error error = {.status = STATUS_OK};
    (void)store_roll(request->reader, proceeding->number, words, offset,
        FOUND_MAX, request->arena, &lines, &count, &total, &error);
    for (size_t i = 0; i < count; i++) {
        bool is_here = proceeding->presence != NULL &&
                       proceeding_is_present(proceeding, lines[i].key);
        if (picking->search->present < 0 ||
            is_here == (picking->search->present > 0)) {
            found_add(picking, lines[i].resident, lines[i].name,
                people_note(request, lines[i].birth_year, lines[i].address));
        }
    }
    return total;
}

static size_t register_search(
    struct picking *picking, const char *words, size_t offset)
{
    const struct request *request = picking->request;
    struct resident *residents = NULL;
    size_t count = 0;
    size_t total = 0;
    struct error error = {.status = STATUS_OK};
    (void)store_residents(request->reader, words, offset, FOUND_MAX,
        request->arena, &residents, &count, &total, &error);
    for (size_t i = 0; i < count; i++) {
        found_add(picking, residents[i].id,
            people_full_name(request, &residents[i]),
            people_note(request, residents[i].birth.year,
                people_address(request, &residents[i])));
    }
    return total;
}

/* Those ticked before, whichever search found them. */
static void ticked_add(struct picking *picking)
{
    const struct request *request = picking->request;
    struct pages_picker_ticked *rows =
        arena_take_array(request->arena, picking->ticked_count, sizeof *rows);
    size_t made = 0;
    for (size_t i = 0; i < picking->ticked_count; i++) {
        const char *note = NULL;
        const char *name = NULL;
        int64_t id = 0;
        if (number_parse(picking->ticked[i], &id)) {
            name = people_resident_name(request, picking->facts, id, &note);
        }
        if (name == NULL) {
            continue;
        }
        rows[made++] = (struct pages_picker_ticked){
            .value = picking->ticked[i],
            .id = arena_format(request->arena, "%s-%s", picking->search->id,
                picking->ticked[i]),
            .name = name,
            .note = note,
        };
    }
    picking->picker->ticked = rows;
    picking->picker->ticked_count = made;
    picking->picker->ticked_number = (int64_t)made;
}

static bool is_asked(const struct request *request)
{
    return request->method == REQUEST_POST &&
           (strcmp(form_text(&request->form, "step"), "search") == 0 ||
               form_text(&request->form, "offset")[0] != '\0');
}

struct pages_picker *people_picker(const struct request *request,
    const struct engine_facts *facts, const struct people_search *search,
    const struct people_choice *chosen)
{
    struct picking picking = {request, facts, search, NULL, 0, NULL, NULL};
    const struct form *form = &request->form;
    const char *words = form_text(form, "search");
    size_t offset = (size_t)form_number(form, "offset");
    if (chosen != NULL) {
        picking.ticked = chosen->residents;
        picking.ticked_count = chosen->count;
    } else {
        picking.ticked_count = form_list(form, "resident", &picking.ticked);
    }
    picking.picker = arena_take(request->arena, sizeof *picking.picker);
    picking.found =
        arena_take_array(request->arena, FOUND_MAX, sizeof *picking.found);
    *picking.picker = (struct pages_picker){
        .id = search->id,
        .label = search->label,
        .search = words,
        .problem = form_problem(form, "resident"),
        .is_searched = is_asked(request),
        .found = picking.found,
    };
    ticked_add(&picking);
    if (!picking.picker->is_searched || !people_are_open(request, facts)) {
        return picking.picker;
    }
    size_t total = search->from_roll ? roll_search(&picking, words, offset)
                                     : register_search(&picking, words, offset);
    picking.picker->total = (int64_t)total;
    if (total > offset + FOUND_MAX) {
        picking.picker->next =
            arena_format(request->arena, "%zu", offset + FOUND_MAX);
    }
    return picking.picker;
}
