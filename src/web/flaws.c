/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Findings with every provision involved, what the canons say of each, and who
 * loses.
 */
#include "web/flaws.h"

#include <string.h>

#include "web/chart.h"
#include "web/pager.h"

const struct form_field flaws_fields[FLAWS_FIELDS] = {
    {"day", FORM_DATE, 10, false, false},
    {"reading", FORM_WORD, 16, false, false},
    {"kind", FORM_WORD, 32, false, false},
    {"page", FORM_NUMBER, 6, false, false},
};

static const char *const kinds[FINDINGS_KINDS] = {
    [FINDINGS_STATUS] = "flaw.status",
    [FINDINGS_TERRITORY] = "flaw.territory",
    [FINDINGS_PROCEDURE] = "flaw.procedure",
    [FINDINGS_INDEPENDENCE] = "flaw.independence",
    [FINDINGS_INTERNAL] = "flaw.internal",
    [FINDINGS_PEOPLE] = "flaw.people",
    [FINDINGS_BASIS] = "flaw.basis",
    [FINDINGS_VACUOUS] = "flaw.vacuous",
    [FINDINGS_TERM] = "flaw.term",
    [FINDINGS_LEVEL] = "flaw.level",
    [FINDINGS_ORGAN] = "flaw.organ",
    [FINDINGS_ATTRIBUTE] = "flaw.attribute",
    [FINDINGS_COMPETENCE] = "flaw.competence",
    [FINDINGS_RESOURCES] = "flaw.resources",
    [FINDINGS_FORMS] = "flaw.forms",
    [FINDINGS_INITIATIVE] = "flaw.initiative",
    [FINDINGS_PARAMETER] = "flaw.parameter",
    [FINDINGS_RECALL] = "flaw.recall",
    [FINDINGS_OVERLAP] = "flaw.overlap",
    [FINDINGS_DANGLING] = "flaw.dangling",
    [FINDINGS_SELF_REFERENCE] = "flaw.self-reference",
};

const char *flaws_kind(enum findings_kind kind)
{
    return kinds[kind];
}

/* ---- one finding --------------------------------------------------------- */

/* "lex superior: prevails; lex posterior: loses"; NULL where all are silent. */
static const char *verdicts_text(
    const struct request *request, const struct findings_part *part)
{
    static const char *const prevails[FINDINGS_CANONS] = {
        [FINDINGS_SUPERIOR] = "canon.superior-prevails",
        [FINDINGS_SPECIALIS] = "canon.specialis-prevails",
        [FINDINGS_POSTERIOR] = "canon.posterior-prevails",
    };
    static const char *const loses[FINDINGS_CANONS] = {
        [FINDINGS_SUPERIOR] = "canon.superior-loses",
        [FINDINGS_SPECIALIS] = "canon.specialis-loses",
        [FINDINGS_POSTERIOR] = "canon.posterior-loses",
    };
    const char *text = NULL;
    for (int i = 0; i < FINDINGS_CANONS; i++) {
        if (part->verdicts[i] != FINDINGS_SILENT) {
            const char *said = view_key(
                request, part->verdicts[i] == FINDINGS_PREVAILS ? prevails[i]
                                                                : loses[i]);
            text = text == NULL
                       ? said
                       : arena_format(request->arena, "%s; %s", text, said);
        }
    }
    return text;
}

static void parts_fill(const struct request *request,
    const struct findings_item *item, struct date day,
    struct pages_finding *shown)
{
    static const char *const roles[] = {
        [FINDINGS_MEASURE] = "role.measure",
        [FINDINGS_BESIDE] = "role.beside",
        [FINDINGS_FAILS] = "role.fails",
        [FINDINGS_SHIELDED] = "role.shielded",
    };
    struct pages_finding_parts *parts =
        arena_take_array(request->arena, item->parts_count, sizeof *parts);
    for (size_t i = 0; i < item->parts_count; i++) {
        const struct findings_part *part = &item->parts[i];
        parts[i] = (struct pages_finding_parts){
            .norm = lawpage_norm(request, part->norm, day),
            .role = roles[part->role],
            .verdicts = verdicts_text(request, part),
        };
    }
    struct pages_finding_places *places =
        arena_take_array(request->arena, item->places_count, sizeof *places);
    for (size_t i = 0; i < item->places_count; i++) {
        places[i].place = lawpage_place(request, item->places[i], day);
    }
    shown->parts = parts;
    shown->parts_count = item->parts_count;
    shown->places = places;
    shown->places_count = item->places_count;
    shown->number = (int64_t)(item->parts_count + item->places_count);
}

/* NULL where nobody acknowledged it. */
static struct pages_acknowledged *acknowledged_part(
    const struct request *request, const struct acknowledge_state *state,
    struct date day)
{
    if (state == NULL || state->entry == NULL) {
        return NULL;
    }
    struct arena *arena = request->arena;
    struct pages_acknowledged *shown = arena_take(arena, sizeof *shown);
    struct pages_acknowledged_changes *rows =
        arena_take_array(arena, state->changes_count, sizeof *rows);
    for (size_t i = 0; i < state->changes_count; i++) {
        const struct acknowledge_change *change = &state->changes[i];
        rows[i] = (struct pages_acknowledged_changes){
            .place = lawpage_place(request, change->place, day),
            .was = change->was,
            .is = change->is,
        };
    }
    *shown = (struct pages_acknowledged){
        .author = state->entry->author,
        .on = state->entry->on,
        .reason = state->entry->reason,
        .is_back = state->changes_count > 0,
        .changes = rows,
        .changes_count = state->changes_count,
    };
    return shown;
}

const char *flaws_sentence(
    const struct request *request, const struct findings_item *item)
{
    return view_capital(
        request, view_say(request, request->law, &item->message));
}

struct pages_finding *flaws_part(const struct request *request,
    const struct findings_item *item, const struct acknowledge_state *state,
    struct date day)
{
    struct pages_finding *shown = arena_take(request->arena, sizeof *shown);
    *shown = (struct pages_finding){
        .sentence = flaws_sentence(request, item),
        .kind = kinds[item->kind],
        .is_conflict = findings_is_conflict(item->kind),
        .is_agreed = item->agree,
        .acknowledged = acknowledged_part(request, state, day),
        .loser = item->loser == NULL ? NULL
                                     : lawpage_place(request, item->loser, day),
    };
    if (item->words_count > 0) {
        shown->words =
            view_words(request, request->law, item->words, item->words_count);
    }
    if (item->partly_count > 0) {
        shown->partly =
            view_words(request, request->law, item->partly, item->partly_count);
    }
    parts_fill(request, item, day, shown);
    return shown;
}

/* ---- the page ------------------------------------------------------------ */

struct counting {
    const struct request *request;
    const struct study_answer *answer;
    size_t of_kind[FINDINGS_KINDS];
    size_t conflicts;
    size_t known; /* acknowledged, as they stand */
    enum findings_kind kind; /* the one chosen */
    bool is_chosen;
};

static bool is_known(const struct study_answer *answer, size_t index)
{
    const struct acknowledge_state *state = answer->acknowledged == NULL
                                                ? NULL
                                                : &answer->acknowledged[index];
    return state != NULL && state->entry != NULL && state->changes_count == 0;
}

static void kinds_count(struct counting *counting)
{
    for (size_t i = 0; i < counting->answer->count; i++) {
        enum findings_kind kind = counting->answer->findings[i].kind;
        counting->of_kind[kind]++;
        counting->conflicts += findings_is_conflict(kind) ? 1 : 0;
        counting->known += is_known(counting->answer, i) ? 1 : 0;
    }
}

static void kinds_fill(
    const struct counting *counting, struct pages_findings *page)
{
    const struct request *request = counting->request;
    struct chart_bar bars[FINDINGS_KINDS];
    size_t count = 0;
    struct pages_findings_kinds *rows =
        arena_take_array(request->arena, FINDINGS_KINDS, sizeof *rows);
    struct url here = request_url(request, URL_LAW_FINDINGS);
    here = url_with(
        request->arena, here, "day", lawpage_written(request, page->day));
    if (lawpage_reading(request) != NULL) {
        here =
            url_with(request->arena, here, "reading", lawpage_reading(request));
    }
    for (int i = 0; i < FINDINGS_KINDS; i++) {
        if (counting->of_kind[i] == 0) {
            continue;
        }
        int64_t number = (int64_t)counting->of_kind[i];
        rows[count] = (struct pages_findings_kinds){
            .where = url_with(request->arena, here, "kind",
                findings_kind_name((enum findings_kind)i)),
            .name = kinds[i],
            .count = number,
            .group = findings_is_conflict((enum findings_kind)i)
                         ? "flaws.is-conflict"
                     : i >= FINDINGS_OVERLAP ? "flaws.is-excess"
                                             : "flaws.is-gap",
        };
        bars[count++] = (struct chart_bar){
            .label = view_key(request, kinds[i]),
            .value = number,
            .said = view_number(request, number),
        };
    }
    page->kinds = rows;
    page->kinds_count = count;
    page->picture = chart_bars(
        request->arena, view_key(request, "flaws.by-kind"), bars, count, 0);
}

static void list_fill(
    const struct counting *counting, struct pages_findings *page)
{
    const struct request *request = counting->request;
    struct pages_findings_rows *rows =
        arena_take_array(request->arena, PAGER_ROWS, sizeof *rows);
    size_t offset = pager_offset(request);
    size_t told = 0;
    page->rows = rows;
    for (size_t i = 0; i < counting->answer->count; i++) {
        const struct findings_item *item = &counting->answer->findings[i];
        if (counting->is_chosen && item->kind != counting->kind) {
            continue;
        }
        if (told++ >= offset && page->rows_count < PAGER_ROWS) {
            rows[page->rows_count++].finding = flaws_part(request, item,
                counting->answer->acknowledged == NULL
                    ? NULL
                    : &counting->answer->acknowledged[i],
                page->day);
        }
    }
    page->pager = pager_part_at(request, lawpage_here(request), told);
}

void flaws_show(struct request *request, struct response *response)
{
    const char *name = form_text(&request->form, "kind");
    struct counting counting = {.request = request};
    struct error error = {.status = STATUS_OK};
    counting.is_chosen = findings_kind_parse(name, &counting.kind);
    if (name[0] != '\0' && !counting.is_chosen) {
        page_status(request, response, 404, NULL);
        return;
    }
    struct study_question question = {
        .subject = STUDY_FINDINGS,
        .law = request->law,
        .day = lawpage_day(request),
        .reading = lawpage_reading(request),
    };
    enum status status = clerk_table(request->clerk, ACKNOWLEDGE_NAME,
        request->arena, &question.file, &error);
    if (status != STATUS_OK && status != STATUS_MISSING) {
        page_failed(request, response, &error);
        return;
    }
    counting.answer = study_ask(request->site->study, &question);
    kinds_count(&counting);
    struct pages_findings page = {
        .day = question.day,
        .count = (int64_t)counting.answer->count,
        .conflicts = (int64_t)counting.conflicts,
        .known = (int64_t)counting.known,
        .fault = counting.answer->acknowledged == NULL
                     ? view_say(request, request->law,
                           &counting.answer->error.message)
                     : NULL,
        .is_of_article = question.reading != NULL,
        .kind = counting.is_chosen ? kinds[counting.kind] : NULL,
        .when = lawpage_when(
            request, question.day, lawpage_readings(request), NULL),
        .foot = lawpage_foot(request, counting.answer),
    };
    kinds_fill(&counting, &page);
    list_fill(&counting, &page);
    pages_findings(&page, page_start_key(request, response,
                              lawpage_status(request), "flaws.title"));
}
