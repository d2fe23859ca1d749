/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The clerk alone at one table.
 */
#include "web/screen.h"

#include <assert.h>
#include <string.h>

#include "web/act_form.h"
#include "web/acts.h"
#include "web/counts.h"
#include "web/screen_next.h"
#include "web/screen_roll.h"
#include "web/voters.h"
#include "web/votes.h"

/* The page in the making. */
struct showing {
    const struct request *request;
    struct response *response;
    struct engine_facts facts;
    const struct proceeding *proceeding;
    const struct law_procedure *procedure;
    const struct options *options;
    struct screen_next next;
    bool is_focused; /* an act was done: work goes on with the next */
};

static void now_fill(const struct showing *showing, struct pages_screen *page);
static void voters_fill(
    const struct showing *showing, struct pages_screen *page);
static void quorum_fill(
    const struct showing *showing, struct pages_screen *page);
static void roll_fill(const struct showing *showing, struct pages_screen *page);
static void items_fill(
    const struct showing *showing, struct pages_screen *page);
static void officers_fill(
    const struct showing *showing, struct pages_screen *page);
static void others_fill(
    const struct showing *showing, struct pages_screen *page);

void screen_show(struct request *request, struct response *response)
{
    struct showing showing = {.request = request, .response = response};
    if (!view_facts(
            request, response, request->target.numbers[0], &showing.facts)) {
        return;
    }
    if (!people_are_open(request, &showing.facts)) {
        page_status(request, response, 403, NULL);
        return;
    }
    const struct proceeding *proceeding = showing.facts.proceeding;
    showing.proceeding = proceeding;
    showing.procedure = engine_procedure(&showing.facts, request->arena);
    showing.options = options_of(request, &showing.facts, NULL);
    showing.next = screen_next_of(&showing.facts, showing.options);
    struct pages_screen page = {
        .sitting = request_url_number(request, URL_SITTING, proceeding->number),
        .sitting_title =
            view_sitting_title(request, &showing.facts, showing.procedure),
        .day = proceeding->day,
        .time = proceeding->time,
        .place = proceeding->place,
        .is_sitting = proceeding->phase == PROCEEDING_SITTING,
        .phase = arena_format(request->arena, "phase.%s",
            proceeding_phase_name(proceeding->phase)),
    };
    struct pages_receipt *receipt = view_receipt(request);
    if (receipt != NULL) {
        receipt->hash = NULL; /* the table has no time to compare it */
        page.receipt = receipt;
        showing.is_focused =
            strcmp(form_text(&request->form, "way"), "roll") != 0;
    }
    now_fill(&showing, &page);
    quorum_fill(&showing, &page);
    roll_fill(&showing, &page);
    items_fill(&showing, &page);
    officers_fill(&showing, &page);
    others_fill(&showing, &page);
    pages_screen(&page, view_start(request, response, 200,
                            view_key(request, "screen.title"), &showing.facts));
}

/* ---- the next act -------------------------------------------------------- */

static const char *act_key(const struct showing *showing, enum act_kind kind)
{
    return arena_format(showing->request->arena, "act.%s", act_kind_name(kind));
}

static const char *item_title(
    const struct showing *showing, const struct item *item)
{
    assert(item != NULL);
    return arena_format(showing->request->arena, "%lld. %s",
        (long long)item->number, item->title);
}

static void count_fill(const struct item *item, struct pages_screen *page)
{
    const struct vote_count *count = &item->count;
    page->counted = true;
    page->votes_for = count->votes_for;
    page->against = count->against;
    page->abstain = count->abstain;
    page->needed = item->needed;
}

static void now_fill(const struct showing *showing, struct pages_screen *page)
{
    const struct request *request = showing->request;
    const struct engine_option *option = showing->next.option;
    const struct item *item = showing->next.item;
    page->title = "screen.nothing";
    if (option == NULL) {
        return;
    }
    struct act_form form = {.kind = option->kind,
        .item = option->item,
        .detail = option->detail,
        .back = "screen",
        .is_focused = showing->is_focused};
    page->title = act_key(showing, option->kind);
    page->what =
        item != NULL ? item_title(showing, item)
        : option->detail == NULL
            ? NULL
            : view_capital(request,
                  view_word(request, showing->facts.law, option->detail));
    page->speeches = item == NULL ? 0 : (int64_t)item->speeches_count;
    if (!option->lawful) {
        page->refusal = view_refusal(
            request, &showing->facts, &option->refusal, "refusal-part.not-yet");
        return;
    }
    if (showing->next.is_by_name) {
        voters_fill(showing, page);
    } else if (act_form_is_direct(option->kind)) {
        page->act =
            act_form_make(request, showing->response, &showing->facts, &form);
    } else {
        page->link =
            option->kind == ACT_CALL
                ? request_url_number(
                      request, URL_SITTING_CALL, showing->proceeding->number)
                : acts_url(request, showing->proceeding->number, &form);
    }
    if (option->kind == ACT_CLOSE_VOTE && item != NULL) {
        count_fill(item, page);
    }
    if (item != NULL && item->phase == ITEM_PUT) {
        page->recorded = voters_recorded(request, &showing->facts, item);
    }
}

static void voters_fill(
    const struct showing *showing, struct pages_screen *page)
{
    const struct request *request = showing->request;
    struct voters voters = {.item = showing->next.item,
        .is_singly = strcmp(form_text(&request->form, "way"), "singly") == 0,
        .is_focused = showing->is_focused};
    page->voters =
        voters_part(request, showing->response, &showing->facts, &voters);
}

/* ---- quorum and roll ----------------------------------------------------- */

static void quorum_fill(
    const struct showing *showing, struct pages_screen *page)
{
    struct pages_quorum *part =
        view_quorum(showing->request, &showing->facts, showing->procedure);
    if (part != NULL) {
        part->is_said = true; /* in large letters, above */
        page->quorum = part;
    }
    page->counts = counts_part(showing->request, &showing->facts);
    showing->response->script = "counts.js";
}

static void roll_fill(const struct showing *showing, struct pages_screen *page)
{
    const char *way = form_text(&showing->request->form, "way");
    if (options_find(showing->options, ACT_ARRIVE, 0, NULL) != NULL) {
        page->roll = screen_roll_part(showing->request, showing->response,
            &showing->facts, strcmp(way, "roll") == 0);
    }
}

/* ---- agenda, officers, all else ------------------------------------------ */

static void items_fill(const struct showing *showing, struct pages_screen *page)
{
    const struct proceeding *proceeding = showing->proceeding;
    struct pages_screen_items *rows = arena_take_array(
        showing->request->arena, proceeding->items_count, sizeof *rows);
    for (size_t i = 0; i < proceeding->items_count; i++) {
        const struct item *item = &proceeding->items[i];
        rows[i] = (struct pages_screen_items){
            .title = item_title(showing, item),
            .is_now = item == showing->next.item,
            .tag = votes_tag(item->phase),
            .phase = votes_phase(showing->request, item->phase),
        };
    }
    page->items = rows;
    page->items_count = proceeding->items_count;
}

static void officers_fill(
    const struct showing *showing, struct pages_screen *page)
{
    const struct request *request = showing->request;
    const struct proceeding *proceeding = showing->proceeding;
    struct pages_screen_officers *rows = arena_take_array(
        request->arena, proceeding->officers_count, sizeof *rows);
    page->officers = rows;
    for (size_t i = 0; i < proceeding->officers_count; i++) {
        const struct officer *officer = &proceeding->officers[i];
        if (officer->holder != NULL) {
            rows[page->officers_count++] = (struct pages_screen_officers){
                .office = view_capital(request,
                    view_word(request, showing->facts.law, officer->office)),
                .name = people_name(request, &showing->facts, officer->holder),
            };
        }
    }
}

/* Those that stand on the page already, or are one click for each person. */
static bool is_elsewhere(
    const struct showing *showing, const struct engine_option *option)
{
    return option == showing->next.option || !option->lawful ||
           option->kind == ACT_ARRIVE || option->kind == ACT_LEAVE ||
           option->kind == ACT_VOTE || option->kind == ACT_CORRECT_VOTE ||
           option->kind == ACT_CORRECT_PRESENCE;
}

static void others_fill(
    const struct showing *showing, struct pages_screen *page)
{
    const struct request *request = showing->request;
    const struct options *options = showing->options;
    struct pages_screen_others *rows =
        arena_take_array(request->arena, options->count, sizeof *rows);
    page->others = rows;
    for (size_t i = 0; i < options->count; i++) {
        const struct engine_option *option = &options->items[i];
        if (is_elsewhere(showing, option)) {
            continue;
        }
        struct act_form form = {.kind = option->kind,
            .item = option->item,
            .detail = option->detail,
            .back = "screen"};
        const struct item *item =
            proceeding_item(showing->proceeding, option->item);
        const char *detail = option->detail;
        rows[page->others_count++] = (struct pages_screen_others){
            .where = acts_url(request, showing->proceeding->number, &form),
            .act = act_key(showing, option->kind),
            .what = item != NULL     ? item_title(showing, item)
                    : detail == NULL ? NULL
                    : option->kind == ACT_CHOOSE
                        ? view_key(request, arena_format(request->arena,
                                                "parameter.%s", detail))
                        : view_word(request, showing->facts.law, detail),
        };
    }
}
