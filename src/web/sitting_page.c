/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The page of a sitting for anybody: what, when, where, who may come, by which
 * law, what was decided; and the next acts for whoever may act.
 */
#include <string.h>

#include "web/counts.h"
#include "web/nexts.h"
#include "web/papers.h"
#include "web/people.h"
#include "web/sittings.h"
#include "web/votes.h"

/* The page in the making. */
struct showing {
    const struct request *request;
    struct engine_facts facts;
    const struct proceeding *proceeding;
    const struct law_procedure *procedure;
};

static void items_fill(
    const struct showing *showing, struct pages_sitting *page);
static void rules_fill(
    const struct showing *showing, struct pages_sitting *page);
static void plots_fill(
    const struct showing *showing, struct pages_sitting *page);
static void course_fill(
    const struct showing *showing, struct pages_sitting *page);
/* Officials who take part by right, and the place that gives it to them. */
static void guests_fill(
    const struct showing *showing, struct pages_sitting *page)
{
    const struct request *request = showing->request;
    const struct proceeding *proceeding = showing->proceeding;
    struct engine_actors actors;
    struct pages_sitting_guests *rows = arena_take_array(
        request->arena, proceeding->guests_count, sizeof *rows);
    engine_actors(&showing->facts, ACT_ATTEND, &actors);
    page->guests = rows;
    for (size_t i = 0; i < proceeding->guests_count; i++) {
        const struct proceeding_guest *guest = &proceeding->guests[i];
        rows[page->guests_count++] = (struct pages_sitting_guests){
            .office = view_capital(request,
                view_word(request, showing->facts.law, guest->office)),
            .name = people_name(request, &showing->facts, guest->holder),
            .law = view_basis(request, &actors.citation, proceeding->law_day),
        };
    }
}

/* What the commission that the sitting formed reported. */
static void reports_fill(
    const struct showing *showing, struct pages_sitting *page)
{
    const struct request *request = showing->request;
    const struct proceeding *proceeding = showing->proceeding;
    const struct law_stage *stage = view_stage(request, &showing->facts,
        showing->procedure, LAW_STAGE_MONITORED_BY, NULL);
    struct pages_sitting_reports *rows = arena_take_array(
        request->arena, proceeding->reports_count, sizeof *rows);
    page->reports = rows;
    for (size_t i = 0; i < proceeding->reports_count; i++) {
        const struct proceeding_report *report = &proceeding->reports[i];
        struct message period;
        (void)message_start(&period,
            report->half == 1 ? "sitting.half-first" : "sitting.half-second");
        (void)message_text(&period, "year",
            arena_format(request->arena, "%lld", (long long)report->year));
        rows[page->reports_count++] = (struct pages_sitting_reports){
            .period = view_say(request, showing->facts.law, &period),
            .on = report->on,
            .text = report->text,
        };
    }
    page->monitoring = stage == NULL ? NULL
                                     : view_basis(request, &stage->citation,
                                           proceeding->law_day);
}

static void papers_fill(
    const struct showing *showing, struct pages_sitting *page);
static void choices_fill(
    const struct showing *showing, struct pages_sitting *page);
static const char *proposals(const struct showing *showing);

static bool is_open(enum proceeding_phase phase)
{
    return phase != PROCEEDING_REFUSED && phase != PROCEEDING_WITHDRAWN &&
           phase != PROCEEDING_HANDED_OVER;
}

static const char *reason_of(const struct proceeding *proceeding)
{
    switch ((int)proceeding->phase) {
    case PROCEEDING_REFUSED:
        return proceeding->consent_reason;
    case PROCEEDING_WITHDRAWN:
        return proceeding->withdrawn_reason;
    case PROCEEDING_ADJOURNED:
        return proceeding->adjourn_reason;
    default:
        return NULL;
    }
}

static struct pages_sitting page_make(const struct showing *showing)
{
    const struct request *request = showing->request;
    const struct proceeding *proceeding = showing->proceeding;
    return (struct pages_sitting){
        .receipt = view_receipt(request),
        .plot = proceeding->plot,
        .day = proceeding->day,
        .time = proceeding->time,
        .place = proceeding->place,
        .phase = arena_format(request->arena, "phase.%s",
            proceeding_phase_name(proceeding->phase)),
        .is_open = is_open(proceeding->phase),
        .reason = reason_of(proceeding),
        .next = nexts_part(request, &showing->facts, NULL),
        .represented = proceeding->represented,
        .is_called = date_is_set(proceeding->called),
        .roll = proceeding->roll_count,
        .proposals = proposals(showing),
        .quorum = view_quorum(request, &showing->facts, showing->procedure),
        .opened = proceeding->opened,
        .initiator = view_capital(request,
            view_word(request, showing->facts.law, proceeding->initiator)),
        .signatures = proceeding->signatures == NULL
                          ? 0
                          : (int64_t)map_count(proceeding->signatures),
        .signable = proceeding->signable,
        .consent = proceeding->consent_on,
        .called = proceeding->called,
        .notified = proceeding->notified,
        .ways = view_words(request, showing->facts.law, proceeding->notice_ways,
            proceeding->notice_ways_count),
        .evidence = proceeding->notice_evidence,
        .handed = proceeding->handed_over,
        .handed_to = proceeding->handed_to,
        .law_day = proceeding->law_day,
        .law = view_basis(
            request, &showing->procedure->citation, proceeding->law_day),
        .digest = arena_text_n(request->arena, proceeding->law, 16),
    };
}

void sittings_show(struct request *request, struct response *response)
{
    struct showing showing = {.request = request};
    if (!view_facts(
            request, response, request->target.numbers[0], &showing.facts)) {
        return;
    }
    showing.proceeding = showing.facts.proceeding;
    showing.procedure = engine_procedure(&showing.facts, request->arena);
    struct pages_sitting page = page_make(&showing);
    if (showing.proceeding->for_gathering > 0) {
        page.gathering = request_url_number(
            request, URL_SITTING, showing.proceeding->for_gathering);
    }
    if (counts_are_live(showing.proceeding)) {
        page.counts = counts_part(request, &showing.facts);
        response->script = "counts.js";
    }
    items_fill(&showing, &page);
    rules_fill(&showing, &page);
    plots_fill(&showing, &page);
    course_fill(&showing, &page);
    guests_fill(&showing, &page);
    reports_fill(&showing, &page);
    papers_fill(&showing, &page);
    choices_fill(&showing, &page);
    pages_sitting(&page,
        view_start(request, response, 200,
            view_sitting_title(request, &showing.facts, showing.procedure),
            &showing.facts));
}

/* ---- agenda -------------------------------------------------------------- */

/* Those elected are named to all; those proposed to who sees the roll. */
static void members_fill(const struct showing *showing, const struct item *item,
    struct pages_sitting_items *row)
{
    const struct request *request = showing->request;
    row->is_elected = item->decision > 0;
    if (!row->is_elected && !people_are_open(request, &showing->facts)) {
        return;
    }
    struct pages_sitting_items_members *members =
        arena_take_array(request->arena, item->members_count, sizeof *members);
    for (size_t i = 0; i < item->members_count; i++) {
        members[i].name =
            people_name(request, &showing->facts, item->members[i]);
    }
    row->members = members;
    row->members_count = item->members_count;
}

static void items_fill(
    const struct showing *showing, struct pages_sitting *page)
{
    const struct request *request = showing->request;
    const struct proceeding *proceeding = showing->proceeding;
    struct pages_sitting_items *rows =
        arena_take_array(request->arena, proceeding->items_count, sizeof *rows);
    page->items = rows;
    page->items_count = proceeding->items_count;
    for (size_t i = 0; i < proceeding->items_count; i++) {
        const struct item *item = &proceeding->items[i];
        const struct law_norm *norm = view_norm(request, &showing->facts, item);
        rows[i] = (struct pages_sitting_items){
            .title = item->title,
            .matter = view_capital(
                request, view_word(request, showing->facts.law, item->matter)),
            .law = view_basis(request, norm == NULL ? NULL : &norm->citation,
                proceeding->law_day),
            .tag = votes_tag(item->phase),
            .phase = votes_phase(request, item->phase),
            .number = item->decision,
            .vote =
                votes_part(request, &showing->facts, showing->procedure, item),
        };
        if (item->decision > 0) {
            rows[i].decision =
                request_url_number(request, URL_DECISION, item->decision);
        }
        if (item->repeats_proceeding > 0) {
            rows[i].repeats = request_url_number(
                request, URL_SITTING, item->repeats_proceeding);
        }
        members_fill(showing, item, &rows[i]);
    }
}

/* "Ауылдық округ әкімі – …": to whom proposals go. */
static const char *proposals(const struct showing *showing)
{
    const struct request *request = showing->request;
    const struct law_stage *stage = view_stage(request, &showing->facts,
        showing->procedure, LAW_STAGE_ORGANISED_BY, NULL);
    if (stage == NULL || stage->words_count == 0 ||
        showing->proceeding->sitting_opened.seconds != 0) {
        return NULL;
    }
    const char *name = people_holder(request, &showing->facts, stage->words[0]);
    return arena_format(request->arena, "%s%s%s",
        view_word(request, showing->facts.law, stage->words[0]),
        name == NULL ? "" : " – ", name == NULL ? "" : name);
}

/* ---- who ----------------------------------------------------------------- */

static void rules_fill(
    const struct showing *showing, struct pages_sitting *page)
{
    static const enum law_stage_kind kinds[] = {
        LAW_STAGE_TAKES_PART, LAW_STAGE_TAKES_PART_NOT};
    const struct request *request = showing->request;
    struct pages_sitting_rules *rows = arena_take_array(
        request->arena, showing->procedure->stages_count, sizeof *rows);
    page->rules = rows;
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
        const struct law_stage *stage = NULL;
        for (size_t i = 0; (stage = view_stage_at(request, &showing->facts,
                                showing->procedure, kinds[k], i)) != NULL;
             i++) {
            rows[page->rules_count++] = (struct pages_sitting_rules){
                .text = view_capital(
                    request, view_sentence(request, showing->facts.law, stage)),
                .bases = view_stage_basis(
                    request, stage, showing->proceeding->law_day),
            };
        }
    }
}

static void plots_fill(
    const struct showing *showing, struct pages_sitting *page)
{
    const struct request *request = showing->request;
    const struct community *community = showing->facts.community;
    struct pages_sitting_plots *rows = arena_take_array(
        request->arena, community->representatives_count, sizeof *rows);
    page->plots = rows;
    for (size_t i = 0; i < community->representatives_count; i++) {
        const struct community_representatives *one =
            &community->representatives[i];
        if (one->gathering == showing->proceeding->number) {
            rows[page->plots_count++] = (struct pages_sitting_plots){
                .where =
                    request_url_number(request, URL_SITTING, one->separate),
                .plot = one->plot,
                .count = (int64_t)one->holders_count,
            };
        }
    }
}

/* ---- course, papers, choices --------------------------------------------- */

static const char *turn_key(enum turn_kind kind)
{
    static const char *const keys[] = {
        [TURN_ARRIVED] = "turn.arrived",
        [TURN_LEFT] = "turn.left",
        [TURN_NOT_COME] = "turn.not-come",
        [TURN_NOT_LEFT] = "turn.not-left",
        [TURN_OPENED] = "turn.opened",
        [TURN_QUORUM_LOST] = "turn.quorum-lost",
        [TURN_QUORUM_RESTORED] = "turn.quorum-restored",
        [TURN_ADJOURNED] = "turn.adjourned",
        [TURN_RESUMED] = "turn.resumed",
        [TURN_CLOSED] = "turn.closed",
    };
    return keys[kind];
}

static void course_fill(
    const struct showing *showing, struct pages_sitting *page)
{
    const struct request *request = showing->request;
    const struct proceeding *proceeding = showing->proceeding;
    struct pages_sitting_course *rows =
        arena_take_array(request->arena, proceeding->turns_count, sizeof *rows);
    struct pages_sitting_officers *officers = arena_take_array(
        request->arena, proceeding->officers_count, sizeof *officers);
    page->course = rows;
    page->officers = officers;
    for (size_t i = 0; i < proceeding->turns_count; i++) {
        const struct proceeding_turn *turn = &proceeding->turns[i];
        rows[page->course_count++] = (struct pages_sitting_course){
            .at = turn->at,
            .what = turn_key(turn->kind),
            .day = turn->day,
            .reason = turn->reason,
            .present = turn->present,
        };
    }
    for (size_t i = 0; i < proceeding->officers_count; i++) {
        const struct officer *officer = &proceeding->officers[i];
        if (officer->holder != NULL) {
            officers[page->officers_count++] = (struct pages_sitting_officers){
                .office = view_capital(request,
                    view_word(request, showing->facts.law, officer->office)),
                .name = people_name(request, &showing->facts, officer->holder),
                .is_signed = officer->signed_minutes,
            };
        }
    }
}

static void papers_fill(
    const struct showing *showing, struct pages_sitting *page)
{
    const struct papers_link *links = NULL;
    size_t count = papers_links(showing->request, &showing->facts, &links);
    struct pages_sitting_papers *rows =
        arena_take_array(showing->request->arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        rows[i] = (struct pages_sitting_papers){
            .where = links[i].where, .title = links[i].title};
    }
    page->papers = rows;
    page->papers_count = count;
}

static void choices_fill(
    const struct showing *showing, struct pages_sitting *page)
{
    const struct request *request = showing->request;
    const struct proceeding *proceeding = showing->proceeding;
    struct pages_sitting_choices *rows = arena_take_array(
        request->arena, proceeding->choices_count, sizeof *rows);
    for (size_t i = 0; i < proceeding->choices_count; i++) {
        const struct proceeding_choice *choice = &proceeding->choices[i];
        struct law_amount amount;
        rows[i] = (struct pages_sitting_choices){
            .parameter =
                arena_format(request->arena, "parameter.%s", choice->parameter),
            .value =
                engine_choice_amount(choice, &amount)
                    ? view_amount(request, showing->facts.law, &amount)
                    : view_word(request, showing->facts.law, choice->value),
            .ground = choice->ground,
        };
    }
    page->choices = rows;
    page->choices_count = proceeding->choices_count;
}
