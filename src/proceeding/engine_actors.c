/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Who may act: read from the stages of the procedure, kind by kind.
 */
#include <string.h>

#include "proceeding/engine_internal.h"

/* The office that stands outside the law: import, accounts, backup. */
static const char KEEPER[] = "keeper";

struct seeking {
    const struct engine_facts *facts;
    const struct law_procedure *procedure;
    struct engine_actors *actors;
};

static void word_add(struct engine_actors *actors, const char *word)
{
    enum { WORDS_MAX = sizeof actors->words / sizeof actors->words[0] };
    for (size_t i = 0; i < actors->count; i++) {
        if (strcmp(actors->words[i], word) == 0) {
            return;
        }
    }
    if (actors->count < WORDS_MAX) {
        actors->words[actors->count++] = word;
    }
}

/* The first stage that gives a word is the place that is cited. */
static void cite(
    struct engine_actors *actors, const struct law_stage *stage)
{
    if (actors->citation.place == NULL) {
        actors->citation = stage->citation;
    }
}

static const struct law_stage *stage_held(
    const struct seeking *seeking, enum law_stage_kind kind, size_t index)
{
    return stage_at(seeking->facts, seeking->procedure, kind, NULL, index);
}

/* Adds the words of all alternatives of a kind of stage. */
static void words_add(
    const struct seeking *seeking, enum law_stage_kind kind)
{
    const struct law_stage *stage = NULL;
    for (size_t i = 0; (stage = stage_held(seeking, kind, i)) != NULL; i++) {
        cite(seeking->actors, stage);
        for (size_t k = 0; k < stage->words_count; k++) {
            word_add(seeking->actors, stage->words[k]);
        }
    }
}

/* Adds the words of a clause of one stage. */
static void clause_add(const struct seeking *seeking,
    const struct law_stage *stage, const char *id)
{
    const struct law_clause *clause =
        stage == NULL ? NULL : law_stage_clause(stage, id);
    if (clause == NULL) {
        return;
    }
    cite(seeking->actors, stage);
    for (size_t i = 0; i < clause->words_count; i++) {
        word_add(seeking->actors, clause->words[i]);
    }
}

static void signers_add(const struct seeking *seeking)
{
    const struct law_stage *stage = NULL;
    for (size_t i = 0; (stage = stage_held(seeking, LAW_STAGE_INITIATED_BY,
                            i)) != NULL; i++) {
        if (stage->amount.given && stage->words_count > 0) {
            cite(seeking->actors, stage);
            word_add(seeking->actors, stage->words[0]);
        }
    }
}

/* Adds the officers whom the sitting elects (`all` or the first alone). */
static void officers_add(const struct seeking *seeking, bool all)
{
    const struct law_stage *elects = stage_held(seeking, LAW_STAGE_ELECTS, 0);
    if (elects == NULL || elects->words_count == 0) {
        words_add(seeking, LAW_STAGE_OPENED_BY);
        return;
    }
    cite(seeking->actors, elects);
    for (size_t i = 0; i < (all ? elects->words_count : 1); i++) {
        word_add(seeking->actors, elects->words[i]);
    }
}

/* Those of whom the law says `has-right-to: take-part`: a deputy. */
static void attending_add(const struct seeking *seeking)
{
    const struct engine_facts *facts = seeking->facts;
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    if (facts->proceeding == NULL || facts->community->unit == NULL) {
        return;
    }
    struct arena *arena = arena_create();
    struct law_query query = {.day = facts->proceeding->law_day,
        .verb = "has-right-to",
        .object = "take-part",
        .level = facts->community->unit->kind,
        .population = facts->proceeding->population};
    law_norms(facts->law, &query, arena, &norms, &count);
    for (size_t i = 0; i < count; i++) {
        if (seeking->actors->citation.place == NULL) {
            seeking->actors->citation = norms[i]->citation;
        }
        word_add(seeking->actors, norms[i]->subject);
    }
    arena_destroy(arena);
}

/* Whatever the matter is on which each of them answers. */
static void answering_add(const struct seeking *seeking)
{
    const struct law_procedure *procedure = seeking->procedure;
    for (size_t i = 0; i < procedure->stages_count; i++) {
        const struct law_stage *stage = &procedure->stages[i];
        if (stage->kind == LAW_STAGE_ANSWERED_BY) {
            cite(seeking->actors, stage);
            for (size_t k = 0; k < stage->words_count; k++) {
                word_add(seeking->actors, stage->words[k]);
            }
        }
    }
}

static void approver_add(const struct seeking *seeking)
{
    const struct law_stage *effect = stage_held(seeking, LAW_STAGE_EFFECT, 0);
    clause_add(seeking, effect, "approved-by");
    if (seeking->actors->count == 0) {
        words_add(seeking, LAW_STAGE_ORGANISED_BY);
    }
}

static void find(const struct seeking *seeking, const struct engine_row *row)
{
    const struct engine_facts *facts = seeking->facts;
    const struct law_procedure *procedure = seeking->procedure;
    switch (row->who) {
    case ENGINE_WHO_KEEPER:
        word_add(seeking->actors, KEEPER);
        break;
    case ENGINE_WHO_STAGE:
        words_add(seeking, row->stage);
        break;
    case ENGINE_WHO_SIGNERS:
        signers_add(seeking);
        break;
    case ENGINE_WHO_ORGANISER:
        words_add(seeking, LAW_STAGE_ORGANISED_BY);
        break;
    case ENGINE_WHO_ELECTING:
        words_add(seeking, LAW_STAGE_OPENED_BY);
        officers_add(seeking, false);
        break;
    case ENGINE_WHO_PRESIDING:
        officers_add(seeking, false);
        break;
    case ENGINE_WHO_LEADING:
        officers_add(seeking, false);
        words_add(seeking, LAW_STAGE_OPENED_BY);
        break;
    case ENGINE_WHO_OFFICERS:
        officers_add(seeking, true);
        break;
    case ENGINE_WHO_REGISTRARS:
        words_add(seeking, LAW_STAGE_ORGANISED_BY);
        officers_add(seeking, true);
        break;
    case ENGINE_WHO_ATTENDING:
        attending_add(seeking);
        break;
    case ENGINE_WHO_CHOOSERS:
        words_add(seeking, LAW_STAGE_ORGANISED_BY);
        officers_add(seeking, false);
        break;
    case ENGINE_WHO_VOTERS:
        officers_add(seeking, true);
        words_add(seeking, LAW_STAGE_TAKES_PART);
        break;
    case ENGINE_WHO_SIGNATORIES:
        clause_add(seeking, stage_held(seeking, LAW_STAGE_MINUTES, 0),
            "signed-by");
        break;
    case ENGINE_WHO_DELIBERATOR:
        clause_add(
            seeking, stage_step(facts, procedure, "deliberated"), "by");
        break;
    case ENGINE_WHO_DECIDER:
        clause_add(seeking, stage_step(facts, procedure, "decided"), "by");
        break;
    case ENGINE_WHO_APPROVER:
        approver_add(seeking);
        break;
    case ENGINE_WHO_EXECUTORS:
        words_add(seeking, LAW_STAGE_CARRIED_OUT_BY);
        approver_add(seeking);
        break;
    case ENGINE_WHO_ANSWERING:
        answering_add(seeking);
        break;
    }
}

void engine_actors_of(const struct engine_facts *facts,
    const struct law_procedure *procedure, enum act_kind kind,
    struct engine_actors *actors)
{
    const struct engine_row *row = engine_row(kind);
    *actors = (struct engine_actors){0};
    if (procedure != NULL || row->who == ENGINE_WHO_KEEPER) {
        struct seeking seeking = {facts, procedure, actors};
        find(&seeking, row);
    }
}

void engine_actors(const struct engine_facts *facts, enum act_kind kind,
    struct engine_actors *actors)
{
    struct arena *arena = arena_create();
    engine_actors_of(facts, engine_procedure(facts, arena), kind, actors);
    arena_destroy(arena);
}
