/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The first page.
 */
#include "web/home.h"

#include <string.h>

#include "web/budget.h"
#include "web/organs.h"
#include "web/people.h"
#include "web/votes.h"

enum { OPEN_MAX = 12, DECISIONS_MAX = 5 };

struct showing {
    struct request *request;
    struct response *response;
    struct engine_facts facts;
};

static bool open_fill(struct showing *showing, struct pages_home *page);
static bool decisions_fill(struct showing *showing, struct pages_home *page);
static void offices_fill(
    const struct showing *showing, struct pages_home *page);
static void formed_fill(const struct showing *showing, struct pages_home *page);
static const char *unit_text(const struct showing *showing);

void home_show(struct request *request, struct response *response)
{
    struct showing showing = {.request = request, .response = response};
    if (!view_facts(request, response, 0, &showing.facts)) {
        return;
    }
    const struct community *community = showing.facts.community;
    struct pages_home page = {
        .sittings = request_url(request, URL_SITTINGS),
        .all_decisions = request_url(request, URL_DECISIONS),
        .unit = unit_text(&showing),
        .population = community->population > 0 ? community->population : 0,
        .budget = budget_part(request, community),
    };
    if (request_has_office(request, "keeper")) {
        page.accounts = request_url(request, URL_ACCOUNTS);
    }
    if (!open_fill(&showing, &page) || !decisions_fill(&showing, &page)) {
        return;
    }
    offices_fill(&showing, &page);
    formed_fill(&showing, &page);
    const char *name = request->site->community[request->target.language];
    pages_home(&page,
        view_start(request, response, 200,
            name == NULL || name[0] == '\0' ? view_key(request, "home.title")
                                            : view_capital(request, name),
            &showing.facts));
}

/* The place with those above it: "Қоянды ауылы, Целиноград ауданы, …". */
static const char *unit_text(const struct showing *showing)
{
    const struct territory *unit = showing->facts.community->unit;
    const struct request *request = showing->request;
    const char *text = NULL;
    for (; unit != NULL; unit = territory_parent(unit)) {
        const char *title = unit->title[request->target.language];
        text = text == NULL
                   ? view_capital(request, title)
                   : arena_format(request->arena, "%s, %s", text, title);
    }
    return text;
}

/* ---- what is open -------------------------------------------------------- */

static bool is_next(const struct request *request,
    const struct proceeding *proceeding, const struct pages_home *page)
{
    bool is_called = proceeding->phase == PROCEEDING_CALLED ||
                     proceeding->phase == PROCEEDING_NOTIFIED ||
                     proceeding->phase == PROCEEDING_SITTING ||
                     proceeding->phase == PROCEEDING_QUORUM_LOST ||
                     proceeding->phase == PROCEEDING_ADJOURNED;
    return is_called && date_compare(proceeding->day, request->today) >= 0 &&
           (page->next.text == NULL ||
               date_compare(proceeding->day, page->next_day) < 0);
}

static bool open_fill(struct showing *showing, struct pages_home *page)
{
    const struct request *request = showing->request;
    int64_t *numbers = NULL;
    size_t count = 0;
    struct error error = {.status = STATUS_OK};
    enum status status = store_open_proceedings(
        request->reader, request->arena, &numbers, &count, &error);
    struct pages_home_open *rows =
        arena_take_array(request->arena, OPEN_MAX, sizeof *rows);
    page->open = rows;
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct proceeding *proceeding =
            arena_take(request->arena, sizeof *proceeding);
        struct engine_facts facts = showing->facts;
        status = store_proceeding(
            request->reader, numbers[i], request->arena, proceeding, &error);
        if (status != STATUS_OK) {
            break;
        }
        facts.proceeding = proceeding;
        struct url where = request_url_number(request, URL_SITTING, numbers[i]);
        const char *title = view_sitting_title(
            request, &facts, engine_procedure(&facts, request->arena));
        if (is_next(request, proceeding, page)) {
            page->next = where;
            page->next_title = title;
            page->next_day = proceeding->day;
            page->next_time = proceeding->time;
            page->next_place = proceeding->place;
        }
        if (page->open_count < OPEN_MAX) {
            rows[page->open_count++] = (struct pages_home_open){
                .where = where,
                .title = title,
                .day = proceeding->day,
                .phase = arena_format(request->arena, "phase.%s",
                    proceeding_phase_name(proceeding->phase)),
            };
        }
    }
    if (status != STATUS_OK) {
        page_failed(request, showing->response, &error);
    }
    return status == STATUS_OK;
}

static bool decisions_fill(struct showing *showing, struct pages_home *page)
{
    const struct request *request = showing->request;
    struct store_decision *decisions = NULL;
    size_t count = 0;
    size_t total = 0;
    struct error error = {.status = STATUS_OK};
    if (store_decisions(request->reader, 0, DECISIONS_MAX, request->arena,
            &decisions, &count, &total, &error) != STATUS_OK) {
        page_failed(request, showing->response, &error);
        return false;
    }
    struct pages_home_decisions *rows =
        arena_take_array(request->arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        rows[i] = (struct pages_home_decisions){
            .where =
                request_url_number(request, URL_DECISION, decisions[i].number),
            .title = decisions[i].title,
            .day = decisions[i].decided,
            .phase = arena_format(
                request->arena, "item-phase.%s", decisions[i].phase),
            .tag = votes_tag_named(decisions[i].phase),
        };
    }
    page->decisions = rows;
    page->decisions_count = count;
    if (count > 0) {
        page->last = rows[0].where;
        page->last_title = rows[0].title;
        page->last_day = rows[0].day;
    }
    return true;
}

/* ---- who ----------------------------------------------------------------- */

static void offices_fill(const struct showing *showing, struct pages_home *page)
{
    const struct request *request = showing->request;
    const struct community *community = showing->facts.community;
    struct pages_home_offices *rows = arena_take_array(
        request->arena, community->offices_count, sizeof *rows);
    page->offices = rows;
    for (size_t i = 0; i < community->offices_count; i++) {
        const struct community_office *office = &community->offices[i];
        if (community_office(community, office->office, request->today) ==
            office) {
            rows[page->offices_count++] = (struct pages_home_offices){
                .where = organs_url(request, office->office),
                .office = view_capital(request,
                    view_word(request, showing->facts.law, office->office)),
                .name = people_name(request, &showing->facts, office->holder),
            };
        }
    }
}

static void formed_fill(const struct showing *showing, struct pages_home *page)
{
    const struct request *request = showing->request;
    const struct community *community = showing->facts.community;
    struct pages_home_formed *rows =
        arena_take_array(request->arena, community->organs_count, sizeof *rows);
    page->formed = rows;
    for (size_t i = 0; i < community->organs_count; i++) {
        const struct community_organ *organ = &community->organs[i];
        if (community_organ(community, organ->organ, request->today) != organ) {
            continue;
        }
        rows[page->formed_count++] = (struct pages_home_formed){
            .where = organs_url(request, organ->organ),
            .organ = view_capital(
                request, view_word(request, showing->facts.law, organ->organ)),
            .members = (int64_t)organ->mandates_count,
            .until = organ->mandates_count == 0 ? (struct date){0, 0, 0}
                                                : organ->mandates[0].until,
        };
    }
}
