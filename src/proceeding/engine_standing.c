/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What is due in a community beside its proceedings.
 */
#include <string.h>

#include "proceeding/engine_internal.h"

struct standing {
    const struct engine_facts *facts;
    struct date today;
    struct engine_standing *terms;
    size_t count;
};

static void term_add(
    struct standing *standing, const struct engine_standing *term)
{
    if (standing->count < ENGINE_STANDING_MAX) {
        standing->terms[standing->count++] = *term;
    }
}

/* The term that is running, or that ran out without another after it. */
static struct date organ_until(const struct community_organ *organ)
{
    return organ->mandates_count == 0 ? (struct date){0}
                                      : organ->mandates[0].until;
}

static void mandates_add(struct standing *standing,
    const struct community_organ *organ, const struct law_stage *forms)
{
    const struct law_clause *term =
        forms == NULL ? NULL : law_stage_clause(forms, "for");
    struct date until = organ_until(organ);
    if (!date_is_set(until)) {
        return;
    }
    term_add(standing,
        &(struct engine_standing){
            .kind = ENGINE_STANDING_MANDATES,
            .who = organ->organ,
            .since = organ->mandates[0].from,
            .due = date_add_days(until, -1),
            .citation =
                forms == NULL ? (struct law_citation){0} : forms->citation,
            .amount = term == NULL || term->amount.missing ? NULL
                                                           : &term->amount,
        });
}

static void monitoring_add(struct standing *standing,
    const struct community_organ *organ, const struct law_stage *monitored)
{
    const struct law_clause *within = law_stage_clause(monitored, "within");
    if (organ->mandates_count == 0 || within == NULL || within->missing ||
        within->amount.missing || within->amount.value.numerator <= 0) {
        return;
    }
    struct date since = organ->mandates[0].from;
    struct date due =
        stage_term_end(standing->facts, &within->amount, since);
    while (date_compare(due, standing->today) < 0) {
        since = due;
        due = stage_term_end(standing->facts, &within->amount, since);
    }
    term_add(standing,
        &(struct engine_standing){
            .kind = ENGINE_STANDING_MONITORING,
            .who = organ->organ,
            .since = since,
            .due = due,
            .citation = monitored->citation,
            .amount = &within->amount,
        });
}

/* The stage of a procedure in force that begins with this organ, or NULL. */
static const struct law_stage *stage_for(const struct standing *standing,
    enum law_stage_kind kind, const char *organ, struct arena *arena)
{
    const struct engine_facts *facts = standing->facts;
    const struct community *community = facts->community;
    const char *const *ids = NULL;
    size_t count = 0;
    law_procedures(facts->law, standing->today, arena, &ids, &count);
    for (size_t i = 0; i < count; i++) {
        const struct law_procedure *procedure =
            law_procedure(facts->law, ids[i], standing->today,
                community->unit->code, community->population, arena);
        for (size_t k = 0; procedure != NULL && k < procedure->stages_count;
             k++) {
            const struct law_stage *stage = &procedure->stages[k];
            if (stage->kind == kind && stage->words_count > 0 &&
                strcmp(stage->words[0], organ) == 0) {
                return stage;
            }
        }
    }
    return NULL;
}

static void offices_add(struct standing *standing)
{
    const struct community *community = standing->facts->community;
    for (size_t i = 0; i < community->offices_count; i++) {
        const struct community_office *office = &community->offices[i];
        if (date_is_set(office->until) &&
            community_office(community, office->office, standing->today) ==
                office) {
            term_add(standing,
                &(struct engine_standing){.kind = ENGINE_STANDING_OFFICE,
                    .who = office->office,
                    .since = office->from,
                    .due = office->until});
        }
    }
}

size_t engine_standing(const struct engine_facts *facts, struct date today,
    struct arena *arena, struct engine_standing *terms)
{
    struct standing standing = {.facts = facts, .today = today, .terms = terms};
    const struct community *community = facts->community;
    if (community->unit == NULL) {
        return 0;
    }
    for (size_t i = 0; i < community->organs_count; i++) {
        const struct community_organ *organ = &community->organs[i];
        if (community_organ(community, organ->organ, today) != organ) {
            continue;
        }
        mandates_add(&standing, organ,
            stage_for(&standing, LAW_STAGE_FORMS, organ->organ, arena));
        const struct law_stage *monitored = stage_for(
            &standing, LAW_STAGE_MONITORED_BY, organ->organ, arena);
        if (monitored != NULL) {
            monitoring_add(&standing, organ, monitored);
        }
    }
    offices_add(&standing);
    return standing.count;
}
