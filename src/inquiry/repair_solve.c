/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Branch and bound.  A branch takes a clause that still holds a conflict and
 * drops one of its norms, keeping those tried before it, so that no set is
 * met twice.  What is left is bounded from below by clauses that share no
 * provision.
 */
#include "inquiry/repair_solve.h"

#include <stdlib.h>
#include <string.h>

/* A price weighs more than any number of norms. */
enum { NORM_COST = 1, PRICE_COST = 1 << 20 };

enum state { STATE_OPEN, STATE_DROPPED, STATE_KEPT };

struct search {
    const struct repair_solve_problem *problem;
    struct arena *arena;
    enum state *states;    /* of each norm */
    unsigned *reopened;    /* norms dropped in each provision */
    bool *frozen;          /* a copy, which the core's search thaws */
    size_t *trail;         /* norms kept on the way down */
    size_t trail_count;
    unsigned *marks;       /* of provisions, for the bound */
    unsigned mark;
    const size_t *clauses; /* of the connected part */
    size_t clauses_count;
    int64_t cost;
    int64_t best;
    struct repair_solve_set *sets;
    size_t sets_count;
    size_t sets_capacity;
    size_t sets_max;
    bool is_cut;
    bool is_any_enough; /* only whether there is one is asked */
};

/* The connected parts: the clauses of part p stand at starts[p]… */
struct parts {
    size_t *clauses;
    size_t *starts; /* count + 1 of them */
    size_t count;
};

/* The optima of one part. */
struct optima {
    const struct repair_solve_set *sets;
    size_t count;
};

static struct parts parts_of(
    const struct repair_solve_problem *problem, struct arena *arena);
static size_t root_of(size_t *up, size_t node);
static void join(size_t *up, size_t one, size_t other);
static void part_solve(struct search *search);
static void descend(struct search *search);
static bool clause_is_broken(
    const struct search *search, const struct repair_solve_clause *clause);
static bool is_candidate(const struct search *search, size_t norm);
static int64_t bound_of(struct search *search, size_t *pick, bool *is_dead);
static void leaf_take(struct search *search);
static void drop(struct search *search, size_t norm);
static void raise(struct search *search, size_t norm);
static bool part_is_possible(struct search *search);
static void core_find(
    struct search *search, struct repair_solve_answer *answer);
static void core_try(struct search *search, size_t norm,
    struct repair_solve_answer *answer, size_t **core, size_t *capacity);
static void product_take(struct search *search, const struct optima *optima,
    size_t count, struct repair_solve_answer *answer);
static int norm_compare(const void *left, const void *right);

void repair_solve(const struct repair_solve_problem *problem, size_t sets_max,
    struct arena *arena, struct repair_solve_answer *answer)
{
    struct search search = {
        .problem = problem,
        .arena = arena,
        .states = arena_take_array(
            arena, problem->norms_count, sizeof(enum state)),
        .reopened = arena_take_array(
            arena, problem->provisions_count, sizeof(unsigned)),
        .frozen = arena_take_array(arena, problem->norms_count, sizeof(bool)),
        .trail = arena_take_array(
            arena, problem->norms_count, sizeof(size_t)),
        .marks = arena_take_array(
            arena, problem->provisions_count, sizeof(unsigned)),
        .sets_max = sets_max,
    };
    memcpy(search.frozen, problem->frozen,
        problem->norms_count * sizeof(bool));
    *answer = (struct repair_solve_answer){.possible = true};
    struct parts parts = parts_of(problem, arena);
    struct optima *optima =
        arena_take_array(arena, parts.count, sizeof *optima);
    for (size_t i = 0; i < parts.count; i++) {
        search.clauses = parts.clauses + parts.starts[i];
        search.clauses_count = parts.starts[i + 1] - parts.starts[i];
        part_solve(&search);
        if (search.sets_count == 0) {
            answer->possible = false;
            answer->price = 0;
            core_find(&search, answer);
            return;
        }
        answer->price += search.best / PRICE_COST;
        answer->is_cut = answer->is_cut || search.is_cut;
        optima[i] = (struct optima){search.sets, search.sets_count};
    }
    product_take(&search, optima, parts.count, answer);
}

/* Norms, their provisions and their clauses hang together. */
static struct parts parts_of(
    const struct repair_solve_problem *problem, struct arena *arena)
{
    size_t clauses = problem->clauses_count;
    size_t *up = arena_take_array(
        arena, clauses + problem->provisions_count, sizeof(size_t));
    for (size_t i = 0; i < clauses + problem->provisions_count; i++) {
        up[i] = i;
    }
    for (size_t i = 0; i < clauses; i++) {
        const struct repair_solve_clause *clause = &problem->clauses[i];
        for (size_t k = 0; k < clause->minus_count; k++) {
            join(up, i, clauses + problem->provision[clause->minus[k]]);
        }
        for (size_t k = 0; k < clause->plus_count; k++) {
            join(up, i, clauses + problem->provision[clause->plus[k]]);
        }
    }
    struct parts parts = {
        .clauses = arena_take_array(arena, clauses, sizeof(size_t)),
        .starts = arena_take_array(arena, clauses + 1, sizeof(size_t)),
    };
    /* Counted, then placed: linear however many parts there are. */
    size_t *number = arena_take_array(
        arena, clauses + problem->provisions_count, sizeof(size_t));
    for (size_t i = 0; i < clauses; i++) {
        size_t root = root_of(up, i);
        if (number[root] == 0) {
            number[root] = ++parts.count;
        }
        parts.starts[number[root]]++;
    }
    for (size_t i = 1; i <= parts.count; i++) {
        parts.starts[i] += parts.starts[i - 1];
    }
    size_t *next = arena_take_array(arena, parts.count + 1, sizeof(size_t));
    memcpy(next, parts.starts, (parts.count + 1) * sizeof(size_t));
    for (size_t i = 0; i < clauses; i++) {
        parts.clauses[next[number[root_of(up, i)] - 1]++] = i;
    }
    return parts;
}

static size_t root_of(size_t *up, size_t node)
{
    while (up[node] != node) {
        up[node] = up[up[node]];
        node = up[node];
    }
    return node;
}

static void join(size_t *up, size_t one, size_t other)
{
    up[root_of(up, one)] = root_of(up, other);
}

static void part_solve(struct search *search)
{
    search->cost = 0;
    search->best = INT64_MAX;
    search->sets = NULL;
    search->sets_count = 0;
    search->sets_capacity = 0;
    search->is_cut = false;
    descend(search);
}

static void descend(struct search *search)
{
    size_t pick = SIZE_MAX;
    bool is_dead = false;
    int64_t bound = bound_of(search, &pick, &is_dead);
    if (is_dead || search->cost + bound > search->best ||
        (search->is_any_enough && search->sets_count > 0)) {
        return;
    }
    if (pick == SIZE_MAX) {
        leaf_take(search);
        return;
    }
    const struct repair_solve_clause *clause =
        &search->problem->clauses[pick];
    size_t trail = search->trail_count;
    for (size_t i = 0; i < clause->minus_count; i++) {
        size_t norm = clause->minus[i];
        if (is_candidate(search, norm)) {
            drop(search, norm);
            descend(search);
            raise(search, norm);
            search->states[norm] = STATE_KEPT;
            search->trail[search->trail_count++] = norm;
        }
    }
    while (search->trail_count > trail) {
        search->states[search->trail[--search->trail_count]] = STATE_OPEN;
    }
}

static bool clause_is_broken(
    const struct search *search, const struct repair_solve_clause *clause)
{
    for (size_t i = 0; i < clause->minus_count; i++) {
        if (search->states[clause->minus[i]] == STATE_DROPPED) {
            return true;
        }
    }
    for (size_t i = 0; i < clause->plus_count; i++) {
        if (search->states[clause->plus[i]] != STATE_DROPPED) {
            return true;
        }
    }
    return false;
}

static bool is_candidate(const struct search *search, size_t norm)
{
    return search->states[norm] == STATE_OPEN && !search->frozen[norm];
}

/*
 * What must still be paid at least; the clause with the fewest ways out as
 * `pick`.  Dead where one has none.
 */
static int64_t bound_of(struct search *search, size_t *pick, bool *is_dead)
{
    const struct repair_solve_problem *problem = search->problem;
    int64_t bound = 0;
    size_t fewest = SIZE_MAX;
    search->mark++;
    for (size_t i = 0; i < search->clauses_count; i++) {
        const struct repair_solve_clause *clause =
            &problem->clauses[search->clauses[i]];
        if (clause_is_broken(search, clause)) {
            continue;
        }
        size_t ways = 0;
        bool is_apart = true;
        int64_t least = INT64_MAX;
        for (size_t k = 0; k < clause->minus_count; k++) {
            size_t norm = clause->minus[k];
            if (!is_candidate(search, norm)) {
                continue;
            }
            size_t provision = problem->provision[norm];
            int64_t cost = NORM_COST +
                (search->reopened[provision] > 0
                        ? 0
                        : problem->prices[provision] * PRICE_COST);
            ways++;
            least = cost < least ? cost : least;
            is_apart = is_apart && search->marks[provision] != search->mark;
        }
        if (ways == 0) {
            *is_dead = true;
            return 0;
        }
        if (ways < fewest) {
            fewest = ways;
            *pick = search->clauses[i];
        }
        for (size_t k = 0; is_apart && k < clause->minus_count; k++) {
            if (is_candidate(search, clause->minus[k])) {
                search->marks[problem->provision[clause->minus[k]]] =
                    search->mark;
            }
        }
        bound += is_apart ? least : 0;
    }
    return bound;
}

static void leaf_take(struct search *search)
{
    if (search->cost < search->best) {
        search->best = search->cost;
        search->sets_count = 0;
        search->is_cut = false;
    }
    if (search->sets_count == search->sets_max) {
        search->is_cut = true;
        return;
    }
    /* The norms of the part: those of its clauses. */
    size_t *norms = NULL;
    size_t count = 0;
    size_t capacity = 0;
    for (size_t i = 0; i < search->clauses_count; i++) {
        const struct repair_solve_clause *clause =
            &search->problem->clauses[search->clauses[i]];
        for (size_t k = 0; k < clause->minus_count; k++) {
            size_t norm = clause->minus[k];
            if (search->states[norm] != STATE_DROPPED) {
                continue;
            }
            size_t at = 0;
            while (at < count && norms[at] < norm) {
                at++;
            }
            if (at < count && norms[at] == norm) {
                continue;
            }
            norms = arena_grow(
                search->arena, norms, count, &capacity, sizeof *norms);
            memmove(
                norms + at + 1, norms + at, (count - at) * sizeof *norms);
            norms[at] = norm;
            count++;
        }
    }
    search->sets = arena_grow(search->arena, search->sets, search->sets_count,
        &search->sets_capacity, sizeof *search->sets);
    search->sets[search->sets_count++] =
        (struct repair_solve_set){norms, count};
}

static void drop(struct search *search, size_t norm)
{
    size_t provision = search->problem->provision[norm];
    search->states[norm] = STATE_DROPPED;
    search->cost += NORM_COST;
    if (search->reopened[provision]++ == 0) {
        search->cost += search->problem->prices[provision] * PRICE_COST;
    }
}

static void raise(struct search *search, size_t norm)
{
    size_t provision = search->problem->provision[norm];
    search->states[norm] = STATE_OPEN;
    search->cost -= NORM_COST;
    if (--search->reopened[provision] == 0) {
        search->cost -= search->problem->prices[provision] * PRICE_COST;
    }
}

static bool part_is_possible(struct search *search)
{
    search->is_any_enough = true;
    part_solve(search);
    search->is_any_enough = false;
    return search->sets_count > 0;
}

/* Thaws every norm of the part without which it is impossible all the same. */
static void core_find(
    struct search *search, struct repair_solve_answer *answer)
{
    size_t *core = NULL;
    size_t capacity = 0;
    for (size_t i = 0; i < search->clauses_count; i++) {
        const struct repair_solve_clause *clause =
            &search->problem->clauses[search->clauses[i]];
        for (size_t k = 0; k < clause->minus_count; k++) {
            core_try(search, clause->minus[k], answer, &core, &capacity);
        }
    }
    if (answer->core_count > 0) {
        qsort(core, answer->core_count, sizeof *core, norm_compare);
    }
    answer->core = core;
}

static void core_try(struct search *search, size_t norm,
    struct repair_solve_answer *answer, size_t **core, size_t *capacity)
{
    for (size_t i = 0; i < answer->core_count; i++) {
        if ((*core)[i] == norm) {
            return;
        }
    }
    if (!search->frozen[norm]) {
        return;
    }
    search->frozen[norm] = false;
    if (part_is_possible(search)) {
        search->frozen[norm] = true;
        *core = arena_grow(search->arena, *core, answer->core_count, capacity,
            sizeof **core);
        (*core)[answer->core_count++] = norm;
    }
}

/* Each optimum of each part with each of the others, up to the limit. */
static void product_take(struct search *search, const struct optima *optima,
    size_t count, struct repair_solve_answer *answer)
{
    size_t room = search->sets_max;
    size_t total = 1;
    for (size_t i = 0; i < count; i++) {
        total *= optima[i].count;
        if (total > room) {
            total = room;
            answer->is_cut = true;
        }
    }
    struct repair_solve_set *sets =
        arena_take_array(search->arena, total, sizeof *sets);
    for (size_t number = 0; number < total; number++) {
        size_t *norms = NULL;
        size_t norms_count = 0;
        size_t capacity = 0;
        size_t digits = number;
        for (size_t i = 0; i < count; i++) {
            const struct repair_solve_set *set =
                &optima[i].sets[digits % optima[i].count];
            digits /= optima[i].count;
            for (size_t k = 0; k < set->count; k++) {
                norms = arena_grow(search->arena, norms, norms_count,
                    &capacity, sizeof *norms);
                norms[norms_count++] = set->norms[k];
            }
        }
        if (norms_count > 0) {
            qsort(norms, norms_count, sizeof *norms, norm_compare);
        }
        sets[number] = (struct repair_solve_set){norms, norms_count};
    }
    answer->sets = sets;
    answer->sets_count = total;
}

static int norm_compare(const void *left, const void *right)
{
    const size_t *one = left;
    const size_t *other = right;
    return (*one > *other) - (*one < *other);
}
