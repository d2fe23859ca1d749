/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The roll.
 */
#include "web/screen_roll.h"

#include "web/act_form.h"
#include "web/acts.h"
#include "web/input.h"
#include "web/people.h"

/* Where the latest entry about the person can still be taken back. */
static struct url slip_of(const struct request *request,
    const struct proceeding *proceeding, const struct presence *presence)
{
    struct act_form form = {.kind = ACT_CORRECT_PRESENCE, .back = "screen"};
    int64_t resident = people_resident(request, presence->key);
    if (presence->event <= proceeding->relied || resident == 0) {
        return (struct url){NULL};
    }
    struct url url = url_with(request->arena,
        acts_url(request, proceeding->number, &form), "person",
        arena_format(request->arena, "%lld", (long long)resident));
    return url_with(
        request->arena, url, "present", presence->present ? "no" : "yes");
}

static void here_fill(const struct request *request,
    const struct engine_facts *facts, struct pages_screen_roll *part)
{
    const struct people_line *lines = NULL;
    size_t count = people_present(request, facts, &lines);
    struct pages_screen_roll_here *rows =
        arena_take_array(request->arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        rows[i] = (struct pages_screen_roll_here){.name = lines[i].name,
            .hour = view_hour(request, lines[i].presence->arrived),
            .slip = slip_of(request, facts->proceeding, lines[i].presence)};
    }
    part->here = rows;
    part->here_count = count;
    part->present = facts->proceeding->present;
}

static void gone_fill(const struct request *request,
    const struct engine_facts *facts, struct pages_screen_roll *part)
{
    const struct map *presence = facts->proceeding->presence;
    struct pages_screen_roll_gone *rows = arena_take_array(
        request->arena, map_count(presence), sizeof *rows);
    for (size_t i = 0; i < map_count(presence); i++) {
        const struct presence *one = map_value_at(presence, i);
        if (!one->present && !one->struck) {
            rows[part->gone_count++] = (struct pages_screen_roll_gone){
                .name = people_name(request, facts, one->key),
                .hour = view_hour(request, one->left),
                .slip = slip_of(request, facts->proceeding, one)};
        }
    }
    part->gone = rows;
    part->absent = (int64_t)part->gone_count;
}

struct pages_screen_roll *screen_roll_part(const struct request *request,
    struct response *response, const struct engine_facts *facts,
    bool is_focused)
{
    struct arena *arena = request->arena;
    int64_t number = facts->proceeding->number;
    struct hidden *hidden = input_hidden(request, response);
    struct pages_screen_roll *part = arena_take(arena, sizeof *part);
    input_keep(request, hidden, "back", "screen");
    *part = (struct pages_screen_roll){
        .hidden = &hidden->part,
        .is_focused = is_focused,
        .arrive = url_to(arena, (struct url_target){.place = URL_SITTING_ACT,
                                    .language = request->target.language,
                                    .numbers = {number},
                                    .word = act_kind_name(ACT_ARRIVE)}),
    };
    here_fill(request, facts, part);
    gone_fill(request, facts, part);
    if (part->here_count > 0) {
        struct act_form form = {.kind = ACT_LEAVE, .back = "screen"};
        part->leave = acts_url(request, number, &form);
    }
    return part;
}
