/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * From the clauses of findings.sql to the search, and back to provisions.
 */
#include "inquiry/repair.h"

#include <assert.h>
#include <string.h>

#include "base/map.h"
#include "base/number.h"
#include "inquiry/facts_internal.h"
#include "inquiry/repair_solve.h"

static const char *const views[FINDINGS_KINDS] = {
    [FINDINGS_STATUS] = "clause_status",
    [FINDINGS_TERRITORY] = "clause_territory",
    [FINDINGS_PROCEDURE] = "clause_procedure",
    [FINDINGS_INDEPENDENCE] = "clause_independence",
    [FINDINGS_INTERNAL] = "clause_internal",
};

/* The problem while it is put together; norms are ids less one. */
struct making {
    const struct facts *facts;
    const struct repair_terms *terms;
    struct arena *arena;
    struct repair_solve_clause *clauses;
    size_t clauses_count;
    size_t clauses_capacity;
    size_t *provision; /* of each norm */
    bool *frozen;
    bool *involved; /* in a minus */
    bool *known;    /* in a clause at all: the two above are set */
    struct map *provisions; /* place -> struct repair_price */
    struct repair_price *prices;
    int64_t *numbers; /* the prices alone */
};

static void clauses_make(struct making *making, const char *view);
static void ids_read(struct making *making, const char *text,
    const size_t **norms, size_t *count);
static void norm_know(struct making *making, size_t index);
static int64_t price_of(
    const struct making *making, const struct law_norm *norm);
static bool is_frozen(
    const struct making *making, const struct law_norm *norm);
static bool is_meant(const struct facts *facts, const struct law_norm *norm,
    const char *meant);
static void answer_take(const struct making *making,
    const struct repair_solve_answer *answer, struct repair_result *result);
static void option_take(const struct making *making,
    const struct repair_solve_set *set, struct repair_option *option);
static const struct law_norm **norms_take(
    const struct making *making, const size_t *norms, size_t count);

void repair_find(const struct facts *facts, const struct repair_terms *terms,
    struct arena *arena, struct repair_result *result)
{
    size_t count = facts_count(facts);
    struct making making = {
        .facts = facts,
        .terms = terms,
        .arena = arena,
        .provision = arena_take_array(arena, count, sizeof(size_t)),
        .frozen = arena_take_array(arena, count, sizeof(bool)),
        .involved = arena_take_array(arena, count, sizeof(bool)),
        .known = arena_take_array(arena, count, sizeof(bool)),
        .prices = arena_take_array(arena, count, sizeof(struct repair_price)),
        .numbers = arena_take_array(arena, count, sizeof(int64_t)),
        .provisions = map_create(arena),
    };
    for (int i = 0; i < FINDINGS_KINDS; i++) {
        if ((terms->kinds & (1u << i)) != 0 && views[i] != NULL) {
            clauses_make(&making, views[i]);
        }
    }
    const struct repair_solve_problem problem = {
        .clauses = making.clauses,
        .clauses_count = making.clauses_count,
        .provision = making.provision,
        .frozen = making.frozen,
        .norms_count = count,
        .prices = making.numbers,
        .provisions_count = map_count(making.provisions),
    };
    struct repair_solve_answer answer;
    repair_solve(&problem, REPAIR_OPTIONS_MAX, arena, &answer);
    answer_take(&making, &answer, result);
}

static void clauses_make(struct making *making, const char *view)
{
    sqlite3_stmt *statement = facts_view(making->facts, view, NULL);
    while (facts_step(statement)) {
        struct repair_solve_clause clause = {0};
        ids_read(making, facts_column(statement, 0, making->arena),
            &clause.minus, &clause.minus_count);
        ids_read(making, facts_column(statement, 1, making->arena),
            &clause.plus, &clause.plus_count);
        making->clauses = arena_grow(making->arena, making->clauses,
            making->clauses_count, &making->clauses_capacity, sizeof clause);
        making->clauses[making->clauses_count++] = clause;
        for (size_t i = 0; i < clause.minus_count; i++) {
            making->involved[clause.minus[i]] = true;
        }
    }
    (void)sqlite3_finalize(statement);
}

static void ids_read(struct making *making, const char *text,
    const size_t **norms, size_t *count)
{
    size_t *taken = NULL;
    size_t capacity = 0;
    *count = 0;
    for (const char *at = text; at != NULL && *at != '\0';) {
        size_t length = strcspn(at, ",");
        int64_t id = 0;
        bool is_number =
            number_parse(arena_text_n(making->arena, at, length), &id);
        assert(is_number);
        (void)is_number;
        taken = arena_grow(
            making->arena, taken, *count, &capacity, sizeof *taken);
        taken[(*count)++] = (size_t)id - 1;
        norm_know(making, (size_t)id - 1);
        at += length + (at[length] == ',' ? 1 : 0);
    }
    *norms = taken;
}

/* The provision in which it stands, and whether that is frozen. */
static void norm_know(struct making *making, size_t index)
{
    if (making->known[index]) {
        return;
    }
    const struct law_norm *norm = facts_norm(making->facts, index + 1);
    const char *place = norm->citation.place;
    struct repair_price *price = map_get(making->provisions, place);
    if (price == NULL) {
        size_t count = map_count(making->provisions);
        price = &making->prices[count];
        *price = (struct repair_price){
            .place = place,
            .price = price_of(making, norm),
            .frozen = is_frozen(making, norm),
        };
        making->numbers[count] = price->price;
        (void)map_put(making->provisions, place, price);
    }
    making->provision[index] = (size_t)(price - making->prices);
    making->frozen[index] = price->frozen;
    making->known[index] = true;
}

static int64_t price_of(
    const struct making *making, const struct law_norm *norm)
{
    const struct repair_terms *terms = making->terms;
    const char *rank = facts_act(making->facts, norm)->rank;
    bool is_constitution = strcmp(rank, "constitution") == 0;
    int64_t constitution =
        terms->constitution > 0 ? terms->constitution : REPAIR_CONSTITUTION;
    int64_t other = terms->other > 0 ? terms->other : REPAIR_OTHER;
    int64_t price = is_constitution ? constitution : other;
    for (size_t i = 0; i < terms->protect_count; i++) {
        price += is_meant(making->facts, norm, terms->protect[i])
            ? REPAIR_PROTECTION
            : 0;
    }
    return price;
}

static bool is_frozen(
    const struct making *making, const struct law_norm *norm)
{
    const struct repair_terms *terms = making->terms;
    bool is = false;
    for (size_t i = 0; i < terms->freeze_count; i++) {
        is = is || is_meant(making->facts, norm, terms->freeze[i]);
    }
    return is;
}

bool repair_means(const struct facts *facts, const char *meant)
{
    bool is = false;
    for (size_t id = 1; id <= facts_count(facts) && !is; id++) {
        is = is_meant(facts, facts_norm(facts, id), meant);
    }
    return is;
}

/* A rank, or a place that is this one or stands over it. */
static bool is_meant(const struct facts *facts, const struct law_norm *norm,
    const char *meant)
{
    const char *place = norm->citation.place;
    size_t length = strlen(meant);
    return strcmp(facts_act(facts, norm)->rank, meant) == 0 ||
        (strncmp(place, meant, length) == 0 &&
            (place[length] == '\0' || place[length] == '/'));
}

static void answer_take(const struct making *making,
    const struct repair_solve_answer *answer, struct repair_result *result)
{
    *result = (struct repair_result){
        .possible = answer->possible,
        .conflicts = making->clauses_count,
        .price = answer->price,
        .options_count = answer->sets_count,
        .is_cut = answer->is_cut,
        .core = norms_take(making, answer->core, answer->core_count),
        .core_count = answer->core_count,
    };
    struct repair_option *options = arena_take_array(
        making->arena, answer->sets_count, sizeof *options);
    for (size_t i = 0; i < answer->sets_count; i++) {
        option_take(making, &answer->sets[i], &options[i]);
    }
    result->options = options;
    size_t count = facts_count(making->facts);
    struct repair_price *prices =
        arena_take_array(making->arena, count, sizeof *prices);
    bool *listed = arena_take_array(making->arena, count, sizeof(bool));
    for (size_t i = 0; i < count; i++) {
        size_t provision = making->provision[i];
        if (making->involved[i] && !listed[provision]) {
            listed[provision] = true;
            prices[result->prices_count++] = making->prices[provision];
        }
    }
    result->prices = prices;
}

static void option_take(const struct making *making,
    const struct repair_solve_set *set, struct repair_option *option)
{
    const char **places =
        arena_take_array(making->arena, set->count, sizeof(const char *));
    for (size_t i = 0; i < set->count; i++) {
        const char *place =
            making->prices[making->provision[set->norms[i]]].place;
        bool is_new = true;
        for (size_t k = 0; k < option->places_count && is_new; k++) {
            is_new = places[k] != place;
        }
        if (is_new) {
            places[option->places_count++] = place;
        }
    }
    option->places = places;
    option->dropped = norms_take(making, set->norms, set->count);
    option->dropped_count = set->count;
}

static const struct law_norm **norms_take(
    const struct making *making, const size_t *norms, size_t count)
{
    const struct law_norm **taken = arena_take_array(
        making->arena, count, sizeof(const struct law_norm *));
    for (size_t i = 0; i < count; i++) {
        taken[i] = facts_norm(making->facts, norms[i] + 1);
    }
    return taken;
}
