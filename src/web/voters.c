/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Votes by name.
 */
#include "web/voters.h"

#include <string.h>

#include "web/act_form.h"
#include "web/acts.h"
#include "web/changes.h"
#include "web/people.h"
#include "web/screen_next.h"

/* What is being made. */
struct making {
    const struct request *request;
    struct response *response;
    const struct engine_facts *facts;
    const struct voters *voters;
    const char *actor;
    struct url action;
    struct pages_voters *part;
    struct pages_voters_rows *rows;
    struct pages_voters_single *single;
};

const char *voters_choice(enum vote_choice choice)
{
    static const char *const keys[] = {
        [VOTE_FOR] = "choice.for",
        [VOTE_AGAINST] = "choice.against",
        [VOTE_ABSTAIN] = "choice.abstain",
    };
    return keys[choice];
}

const char *voters_sent(const struct request *request, const char *resident)
{
    const char *const *values = NULL;
    size_t length = strlen(resident);
    size_t count = request->method == REQUEST_POST
                       ? form_list(&request->form, VOTERS_FIELD, &values)
                       : 0;
    for (size_t i = 0; i < count; i++) {
        if (strncmp(values[i], resident, length) == 0 &&
            values[i][length] == '-') {
            return values[i] + length + 1;
        }
    }
    return "";
}

static struct hidden *hidden_make(const struct making *making)
{
    const struct request *request = making->request;
    struct hidden *hidden = input_hidden(request, making->response);
    input_keep(request, hidden, "back",
        making->voters->is_singly ? "screen-singly" : "screen");
    input_keep(request, hidden, "item",
        arena_format(request->arena, "%lld",
            (long long)making->voters->item->number));
    input_keep(request, hidden, "actor", making->actor);
    changes_keep(request, making->facts, hidden);
    return hidden;
}

static void row_add(struct making *making, const struct people_line *line)
{
    const struct request *request = making->request;
    struct pages_voters *part = making->part;
    const char *sent = voters_sent(request, line->resident);
    making->rows[part->rows_count] = (struct pages_voters_rows){
        .name = line->name,
        .id = arena_format(request->arena, "v%s", line->resident),
        .field = arena_format(request->arena, "vote-%s", line->resident),
        .is_for = strcmp(sent, "for") == 0,
        .is_against = strcmp(sent, "against") == 0,
        .is_abstain = strcmp(sent, "abstain") == 0,
        .is_focused = making->voters->is_focused && part->rows_count == 0,
    };
    part->rows_count++;
}

static void single_add(struct making *making, const struct people_line *line)
{
    const struct request *request = making->request;
    struct pages_voters *part = making->part;
    struct hidden *hidden = hidden_make(making);
    input_keep(request, hidden, "step", "do");
    input_keep(request, hidden, "person", line->resident);
    making->single[part->single_count] = (struct pages_voters_single){
        .action = making->action,
        .hidden = &hidden->part,
        .name = line->name,
        .is_focused = making->voters->is_focused && part->single_count == 0,
    };
    part->single_count++;
}

static void rows_fill(struct making *making)
{
    const struct request *request = making->request;
    const struct item *item = making->voters->item;
    const struct people_line *lines = NULL;
    size_t count = people_present(request, making->facts, &lines);
    struct pages_voters *part = making->part;
    making->rows =
        arena_take_array(request->arena, count, sizeof *making->rows);
    making->single =
        arena_take_array(request->arena, count, sizeof *making->single);
    for (size_t i = 0; i < count && part->rows_count < ACT_PERSONS_MAX; i++) {
        if (!lines[i].presence->counted ||
            map_get(item->votes, lines[i].presence->key) != NULL) {
            continue;
        }
        if (making->voters->is_singly) {
            single_add(making, &lines[i]);
        } else {
            row_add(making, &lines[i]);
        }
    }
    part->rows = making->rows;
    part->single = making->single;
}

struct pages_voters *voters_part(const struct request *request,
    struct response *response, const struct engine_facts *facts,
    const struct voters *voters)
{
    struct act_form_actor actors[ACT_FORM_ACTORS_MAX];
    const struct proceeding *proceeding = facts->proceeding;
    if (!people_are_open(request, facts) ||
        act_form_actors(request, facts, ACT_VOTE, NULL, actors) == 0) {
        return NULL;
    }
    struct url screen =
        request_url_number(request, URL_SITTING_SCREEN, proceeding->number);
    struct making making = {.request = request,
        .response = response,
        .facts = facts,
        .voters = voters,
        .actor = actors[0].actor,
        .action =
            url_to(request->arena, (struct url_target){.place = URL_SITTING_ACT,
                                       .language = request->target.language,
                                       .numbers = {proceeding->number},
                                       .word = act_kind_name(ACT_VOTE)}),
        .part = arena_take(request->arena, sizeof *making.part)};
    *making.part = (struct pages_voters){
        .voted = (int64_t)map_count(voters->item->votes),
        .waiting = screen_next_voters(proceeding, voters->item),
        .action = making.action,
        .singly = url_with(request->arena, screen, "way", "singly"),
        .together = screen,
    };
    if (!voters->is_singly) {
        making.part->hidden = &hidden_make(&making)->part;
    }
    rows_fill(&making);
    return making.part;
}

/* ---- recorded ------------------------------------------------------------ */

struct pages_recorded *voters_recorded(const struct request *request,
    const struct engine_facts *facts, const struct item *item)
{
    size_t count = item->votes == NULL ? 0 : map_count(item->votes);
    struct pages_recorded *part = arena_take(request->arena, sizeof *part);
    struct pages_recorded_rows *rows =
        arena_take_array(request->arena, count, sizeof *rows);
    if (count == 0 || !people_are_open(request, facts)) {
        return NULL;
    }
    *part = (struct pages_recorded){.rows = rows, .count = (int64_t)count};
    for (size_t i = 0; i < count; i++) {
        const struct item_vote *vote = map_value_at(item->votes, i);
        const char *resident = arena_format(request->arena, "%lld",
            (long long)people_resident(request, vote->voter));
        struct act_form form = {.kind = ACT_CORRECT_VOTE,
            .item = item->number,
            .back = "screen"};
        const char *key = voters_choice(vote->choice);
        const char *sent = voters_sent(request, resident);
        bool differs =
            sent[0] != '\0' && strcmp(sent, key + strlen("choice.")) != 0;
        rows[part->rows_count++] = (struct pages_recorded_rows){
            .name = people_name(request, facts, vote->voter),
            .choice = key,
            .meant = differs ? arena_format(request->arena, "choice.%s", sent)
                             : NULL,
            .where = url_with(request->arena,
                acts_url(request, facts->proceeding->number, &form), "person",
                resident),
        };
        part->is_open |= differs;
    }
    return part;
}
