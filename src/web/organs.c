/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Organs and offices.
 */
#include "web/organs.h"

#include <string.h>

#include "web/people.h"

enum { SITTINGS_MAX = 10 };

struct url organs_url(const struct request *request, const char *word)
{
    return url_to(request->arena, (struct url_target){.place = URL_ORGAN,
                                      .language = request->target.language,
                                      .word = word});
}

/* ---- the list ------------------------------------------------------------ */

static void offices_fill(const struct request *request,
    const struct engine_facts *facts, struct pages_organs *page)
{
    const struct community *community = facts->community;
    struct pages_organs_offices *rows = arena_take_array(
        request->arena, community->offices_count, sizeof *rows);
    page->offices = rows;
    for (size_t i = 0; i < community->offices_count; i++) {
        const struct community_office *office = &community->offices[i];
        if (community_office(community, office->office, request->today) !=
            office) {
            continue;
        }
        rows[page->offices_count++] = (struct pages_organs_offices){
            .where = organs_url(request, office->office),
            .office = view_capital(
                request, view_word(request, facts->law, office->office)),
            .name = people_name(request, facts, office->holder),
            .from = office->from,
            .until = office->until,
        };
    }
}

/* NULL where the organ stands there already. */
static struct pages_organs_organs *organ_add(const struct request *request,
    const struct engine_facts *facts, const char *word,
    struct pages_organs_organs *rows, struct pages_organs *page)
{
    struct url where = organs_url(request, word);
    for (size_t i = 0; i < page->organs_count; i++) {
        if (strcmp(rows[i].where.text, where.text) == 0) {
            return NULL;
        }
    }
    const struct community_organ *organ =
        community_organ(facts->community, word, request->today);
    struct pages_organs_organs *row = &rows[page->organs_count++];
    *row = (struct pages_organs_organs){
        .where = where,
        .organ = view_capital(request, view_word(request, facts->law, word)),
    };
    if (organ != NULL && organ->mandates_count > 0) {
        row->members = (int64_t)organ->mandates_count;
        row->until = organ->mandates[0].until;
    }
    return row;
}

/* Organs that sit by a procedure of the law, and those that they form. */
static void organs_fill(const struct request *request,
    const struct engine_facts *facts, struct pages_organs *page)
{
    const struct community *community = facts->community;
    const char *const *ids = NULL;
    size_t count = 0;
    law_procedures(facts->law, request->today, request->arena, &ids, &count);
    struct pages_organs_organs *rows = arena_take_array(
        request->arena, count + community->organs_count, sizeof *rows);
    page->organs = rows;
    for (size_t i = 0; community->unit != NULL && i < count; i++) {
        const struct law_procedure *procedure =
            law_procedure(facts->law, ids[i], request->today,
                community->unit->code, community->population, request->arena);
        const char *organ = view_organ(procedure, NULL);
        if (organ == NULL) {
            continue;
        }
        const struct law_stage *takes_part =
            view_stage(request, facts, procedure, LAW_STAGE_TAKES_PART, NULL);
        struct pages_organs_organs *row =
            organ_add(request, facts, organ, rows, page);
        if (row != NULL) {
            row->is_formed_by_law = takes_part != NULL &&
                                    takes_part->words_count > 0 &&
                                    strcmp(takes_part->words[0], "member") != 0;
        }
    }
    for (size_t i = 0; i < community->organs_count; i++) {
        (void)organ_add(request, facts, community->organs[i].organ, rows, page);
    }
}

void organs_list(struct request *request, struct response *response)
{
    struct engine_facts facts;
    if (!view_facts(request, response, 0, &facts)) {
        return;
    }
    struct pages_organs page = {.offices_count = 0};
    offices_fill(request, &facts, &page);
    organs_fill(request, &facts, &page);
    pages_organs(&page, view_start(request, response, 200,
                            view_key(request, "nav.organs"), &facts));
}

/* ---- one ----------------------------------------------------------------- */

static const struct {
    enum law_effect effect;
    const char *name;
} groups[] = {
    {LAW_EFFECT_BINDING, "matter-group.binding"},
    {LAW_EFFECT_BLOCKING, "matter-group.blocking"},
    {LAW_EFFECT_TRIGGERING, "matter-group.triggering"},
    {LAW_EFFECT_CONSULTATIVE, "matter-group.consultative"},
    {LAW_EFFECT_DUTY, "matter-group.duty"},
    {LAW_EFFECT_RIGHT, "matter-group.right"},
    {LAW_EFFECT_BAR, "matter-group.bar"},
};

enum { GROUPS = sizeof groups / sizeof groups[0] };

static void norms_fill(const struct request *request,
    const struct engine_facts *facts, const char *word,
    struct pages_organ *page)
{
    const struct community *community = facts->community;
    struct law_query query = {.day = request->today,
        .subject = word,
        .level = community->unit == NULL ? NULL : community->unit->kind,
        .population = community->population};
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    law_norms(facts->law, &query, request->arena, &norms, &count);
    struct pages_organ_groups *made =
        arena_take_array(request->arena, GROUPS, sizeof *made);
    page->groups = made;
    for (size_t i = 0; i < GROUPS; i++) {
        struct pages_organ_groups *group = &made[page->groups_count];
        struct pages_organ_groups_rows *rows =
            arena_take_array(request->arena, count, sizeof *rows);
        *group =
            (struct pages_organ_groups){.name = groups[i].name, .rows = rows};
        for (size_t k = 0; k < count; k++) {
            if (norms[k]->effect == groups[i].effect) {
                rows[group->rows_count++] = (struct pages_organ_groups_rows){
                    .text = view_norm_text(request, facts->law, norms[k]),
                    .law = view_basis(
                        request, &norms[k]->citation, request->today),
                };
            }
        }
        page->groups_count += group->rows_count > 0;
    }
}

static void members_fill(const struct request *request,
    const struct engine_facts *facts, const char *word,
    struct pages_organ *page)
{
    const struct community_organ *organ =
        community_organ(facts->community, word, request->today);
    if (organ == NULL || organ->mandates_count == 0) {
        return;
    }
    struct pages_organ_members *rows =
        arena_take_array(request->arena, organ->mandates_count, sizeof *rows);
    struct law_citation *place = arena_take(request->arena, sizeof *place);
    for (size_t i = 0; i < organ->mandates_count; i++) {
        rows[i].name = people_name(request, facts, organ->mandates[i].holder);
    }
    place->place = organ->citation;
    page->members = rows;
    page->members_count = organ->mandates_count;
    page->from = organ->mandates[0].from;
    page->until = organ->mandates[0].until;
    page->formed = request_url_number(request, URL_SITTING, organ->proceeding);
    page->law = view_basis(request, place, page->from);
}

static void holder_fill(const struct request *request,
    const struct engine_facts *facts, const char *word,
    struct pages_organ *page)
{
    const struct community_office *office =
        community_office(facts->community, word, request->today);
    if (office != NULL) {
        page->holder = people_name(request, facts, office->holder);
        page->from = office->from;
        page->until = office->until;
    }
}

static void sittings_fill(const struct request *request,
    const struct engine_facts *facts, const char *word,
    struct pages_organ *page)
{
    struct store_sitting *sittings = NULL;
    size_t count = 0;
    size_t total = 0;
    struct error error = {.status = STATUS_OK};
    (void)store_sittings(request->reader, word, 0, SITTINGS_MAX, request->arena,
        &sittings, &count, &total, &error);
    struct pages_organ_sittings *rows =
        arena_take_array(request->arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        struct message title;
        (void)message_start(&title, "sitting.title");
        (void)message_text(&title, "organ",
            view_capital(request, view_word(request, facts->law, word)));
        (void)message_number(&title, "number", sittings[i].number);
        rows[i] = (struct pages_organ_sittings){
            .where =
                request_url_number(request, URL_SITTING, sittings[i].number),
            .title = view_say(request, facts->law, &title),
            .day = sittings[i].day,
        };
    }
    page->sittings = rows;
    page->sittings_count = count;
}

void organs_show(struct request *request, struct response *response)
{
    struct engine_facts facts;
    const char *word = request->target.word;
    if (!view_facts(request, response, 0, &facts)) {
        return;
    }
    const char *kind = law_word_kind(facts.law, word);
    bool is_organ = kind != NULL && (strcmp(kind, "organ") == 0 ||
                                        strcmp(kind, "office") == 0 ||
                                        strcmp(kind, "person") == 0);
    if (!is_organ) {
        page_status(request, response, 404, NULL);
        return;
    }
    struct pages_organ page = {.groups_count = 0};
    holder_fill(request, &facts, word, &page);
    members_fill(request, &facts, word, &page);
    if (page.holder == NULL && page.members_count == 0) {
        page.lead =
            strcmp(kind, "organ") == 0 ? "organ.nobody" : "organ.not-recorded";
    }
    norms_fill(request, &facts, word, &page);
    sittings_fill(request, &facts, word, &page);
    pages_organ(
        &page, view_start(request, response, 200,
                   view_capital(request, view_word(request, facts.law, word)),
                   &facts));
}
