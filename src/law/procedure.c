/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Procedures in force, with what local acts fill in, and their stages.
 */
#include "law/corpus.h"

#include <string.h>

#include "law/fill.h"

/* The stages of a procedure while local acts fill them. */
struct filling {
    struct arena *arena;
    struct law_stage *stages;
    size_t count;
    size_t capacity;
};

static void fills_apply(const struct corpus_procedure *procedure,
    struct law_procedure *filled, struct date day, const char *kato,
    struct arena *arena);
static const struct corpus_procedure_edition *fill_next(
    const struct corpus_procedure *procedure, struct date day,
    const char *kato, const struct corpus_procedure_edition *last);
static bool stands_before(const struct corpus_procedure_edition *left,
    const struct corpus_procedure_edition *right);
static void fill_one(
    struct filling *filling, const struct corpus_procedure_edition *fill);
static void stage_insert(
    struct filling *filling, const struct law_stage *given);
static bool stage_holds(
    const struct law_stage *stage, const struct law_facts *facts);
static bool clause_holds(
    const struct law_clause *clause, const struct law_facts *facts);
static bool facts_have(const struct law_facts *facts, const char *clause,
    const struct law_clause *words);
static bool has_conditions(const struct law_stage *stage);
static bool is_condition(const struct law_clause *clause);

const struct law_procedure *law_procedure(const struct law *law, const char *id,
    struct date day, const char *kato, int64_t population,
    struct arena *arena)
{
    const struct corpus_procedure *procedure = map_get(law->procedures, id);
    const struct corpus_procedure_edition *edition = procedure == NULL
        ? NULL
        : corpus_procedure_edition(procedure, day, population);
    if (edition == NULL) {
        return NULL;
    }
    struct law_procedure *filled = arena_take(arena, sizeof *filled);
    *filled = (struct law_procedure){
        .id = procedure->id,
        .citation = edition->citation,
        .stages = edition->stages,
        .stages_count = edition->stages_count,
    };
    if (kato != NULL) {
        fills_apply(procedure, filled, day, kato, arena);
    }
    return filled;
}

void law_procedures(const struct law *law, struct date day, struct arena *arena,
    const char *const **ids, size_t *count)
{
    size_t all = map_count(law->procedures);
    const char **taken = arena_take_array(arena, all, sizeof(const char *));
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        const struct corpus_procedure *procedure =
            map_value_at(law->procedures, i);
        if (corpus_procedure_edition(procedure, day, -1) != NULL) {
            taken[(*count)++] = procedure->id;
        }
    }
    *ids = taken;
}

const struct law_stage *law_stage_find(const struct law_procedure *procedure,
    enum law_stage_kind kind, const struct law_facts *facts)
{
    const struct law_stage *plain = NULL;
    for (size_t i = 0; i < procedure->stages_count; i++) {
        const struct law_stage *stage = &procedure->stages[i];
        if (stage->kind != kind || !stage_holds(stage, facts)) {
            continue;
        }
        if (has_conditions(stage)) {
            return stage;
        }
        plain = plain == NULL ? stage : plain;
    }
    return plain;
}

const struct law_stage *law_stage_at(const struct law_procedure *procedure,
    enum law_stage_kind kind, const struct law_facts *facts, size_t index)
{
    for (size_t i = 0; i < procedure->stages_count; i++) {
        const struct law_stage *stage = &procedure->stages[i];
        if (stage->kind == kind && stage_holds(stage, facts) &&
            index-- == 0) {
            return stage;
        }
    }
    return NULL;
}

const struct law_clause *law_stage_clause(
    const struct law_stage *stage, const char *id)
{
    for (size_t i = 0; i < stage->clauses_count; i++) {
        if (strcmp(stage->clauses[i].id, id) == 0) {
            return &stage->clauses[i];
        }
    }
    return NULL;
}

bool law_stage_has_word(const struct law_stage *stage, const char *word)
{
    for (size_t i = 0; i < stage->words_count; i++) {
        if (strcmp(stage->words[i], word) == 0) {
            return true;
        }
    }
    return false;
}

bool law_clause_has_word(const struct law_clause *clause, const char *word)
{
    for (size_t i = 0; i < clause->words_count; i++) {
        if (strcmp(clause->words[i], word) == 0) {
            return true;
        }
    }
    return false;
}

/*
 * The act of the narrowest unit fills first, of one unit the latest act: what
 * it gives is not missing any more to the others.
 */
static void fills_apply(const struct corpus_procedure *procedure,
    struct law_procedure *filled, struct date day, const char *kato,
    struct arena *arena)
{
    const struct corpus_procedure_edition *fill =
        fill_next(procedure, day, kato, NULL);
    if (fill == NULL) {
        return;
    }
    struct filling filling = {
        .arena = arena,
        .stages = arena_take_array(
            arena, filled->stages_count, sizeof *filling.stages),
        .count = filled->stages_count,
        .capacity = filled->stages_count,
    };
    for (size_t i = 0; i < filling.count; i++) {
        filling.stages[i] = filled->stages[i];
    }
    for (; fill != NULL; fill = fill_next(procedure, day, kato, fill)) {
        fill_one(&filling, fill);
    }
    filled->stages = filling.stages;
    filled->stages_count = filling.count;
}

/* The first fill in force that comes after `last`. */
static const struct corpus_procedure_edition *fill_next(
    const struct corpus_procedure *procedure, struct date day,
    const char *kato, const struct corpus_procedure_edition *last)
{
    const struct corpus_procedure_edition *next = NULL;
    for (size_t i = 0; i < procedure->fills_count; i++) {
        const struct corpus_procedure_edition *fill = &procedure->fills[i];
        if (corpus_act_is_local_to(fill->local, kato, day) &&
            (last == NULL || stands_before(last, fill)) &&
            (next == NULL || stands_before(fill, next))) {
            next = fill;
        }
    }
    return next;
}

static bool stands_before(const struct corpus_procedure_edition *left,
    const struct corpus_procedure_edition *right)
{
    /* Codes of wider units are less: they end in zeros. */
    int order = strcmp(right->local->kato, left->local->kato);
    if (order == 0) {
        order = date_compare(right->local->from, left->local->from);
    }
    return order != 0 ? order < 0 : left < right;
}

static void fill_one(
    struct filling *filling, const struct corpus_procedure_edition *fill)
{
    for (size_t i = 0; i < fill->stages_count; i++) {
        const struct law_stage *given = &fill->stages[i];
        size_t index = 0;
        enum fill_result result = fill_find(filling->stages, filling->count,
            given, fill->local->organ, &index);
        if (result == FILL_NEW) {
            stage_insert(filling, given);
        } else if (result == FILL_FITS &&
            fill_apply(&filling->stages[index], given, fill->local->organ,
                filling->arena)) {
            filling->stages[index].filled_by = given->citation;
        }
    }
}

/* A stage that the law does not have at all. */
static void stage_insert(
    struct filling *filling, const struct law_stage *given)
{
    size_t at = fill_position(filling->stages, filling->count, given->kind);
    filling->stages = arena_grow(filling->arena, filling->stages,
        filling->count, &filling->capacity, sizeof *filling->stages);
    memmove(filling->stages + at + 1, filling->stages + at,
        (filling->count - at) * sizeof *filling->stages);
    filling->stages[at] = *given;
    filling->stages[at].filled_by = given->citation;
    filling->count++;
}

static bool stage_holds(
    const struct law_stage *stage, const struct law_facts *facts)
{
    for (size_t i = 0; i < stage->clauses_count; i++) {
        if (is_condition(&stage->clauses[i]) &&
            !clause_holds(&stage->clauses[i], facts)) {
            return false;
        }
    }
    return true;
}

static bool clause_holds(
    const struct law_clause *clause, const struct law_facts *facts)
{
    if (strcmp(clause->id, "where-matter-not") == 0) {
        return !facts_have(facts, "where-matter", clause);
    }
    if (strcmp(clause->id, "where-not-represented") == 0) {
        return !facts_have(facts, "where-represented", clause);
    }
    return facts_have(facts, clause->id, clause);
}

/* Is there a fact of this clause, about one of the words where it has any? */
static bool facts_have(const struct law_facts *facts, const char *clause,
    const struct law_clause *words)
{
    for (size_t i = 0; facts != NULL && i < facts->count; i++) {
        if (strcmp(facts->items[i].clause, clause) == 0 &&
            (words->words_count == 0 ||
                law_clause_has_word(words, facts->items[i].word))) {
            return true;
        }
    }
    return false;
}

static bool has_conditions(const struct law_stage *stage)
{
    for (size_t i = 0; i < stage->clauses_count; i++) {
        if (is_condition(&stage->clauses[i])) {
            return true;
        }
    }
    return false;
}

static bool is_condition(const struct law_clause *clause)
{
    return strncmp(clause->id, "where-", strlen("where-")) == 0;
}
