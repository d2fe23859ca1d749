/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The search against trying every set of norms, on random problems.
 */
#include "inquiry/repair_solve.h"

#include <string.h>

#include "test.h"

enum { NORMS = 9, PROVISIONS = 5, CLAUSES = 7, ROUNDS = 2000 };

/* A problem with room for its lists. */
struct random_problem {
    struct repair_solve_problem problem;
    struct repair_solve_clause clauses[CLAUSES];
    size_t minus[CLAUSES][3];
    size_t plus[CLAUSES][2];
    size_t provision[NORMS];
    bool frozen[NORMS];
    int64_t prices[PROVISIONS];
};

static uint32_t seed;

static uint32_t draw(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

static void problem_draw(struct random_problem *random)
{
    memset(random, 0, sizeof *random);
    for (size_t i = 0; i < NORMS; i++) {
        random->provision[i] = draw(PROVISIONS);
        random->frozen[i] = draw(8) == 0;
    }
    for (size_t i = 0; i < PROVISIONS; i++) {
        random->prices[i] = 1 + draw(5);
    }
    size_t clauses = draw(CLAUSES + 1);
    for (size_t i = 0; i < clauses; i++) {
        struct repair_solve_clause *clause = &random->clauses[i];
        clause->minus = random->minus[i];
        clause->minus_count = 1 + draw(3);
        clause->plus = random->plus[i];
        clause->plus_count = draw(4) == 0 ? 1 + draw(2) : 0;
        for (size_t k = 0; k < clause->minus_count; k++) {
            random->minus[i][k] = draw(NORMS);
        }
        for (size_t k = 0; k < clause->plus_count; k++) {
            random->plus[i][k] = draw(NORMS);
        }
    }
    random->problem = (struct repair_solve_problem){
        .clauses = random->clauses,
        .clauses_count = clauses,
        .provision = random->provision,
        .frozen = random->frozen,
        .norms_count = NORMS,
        .prices = random->prices,
        .provisions_count = PROVISIONS,
    };
}

/* True where dropping the norms of `set` breaks every conflict up. */
static bool is_repair(const struct random_problem *random, unsigned set,
    const bool *frozen)
{
    for (size_t i = 0; i < NORMS; i++) {
        if (frozen[i] && (set & (1u << i)) != 0) {
            return false;
        }
    }
    for (size_t i = 0; i < random->problem.clauses_count; i++) {
        const struct repair_solve_clause *clause = &random->clauses[i];
        bool is_broken = false;
        for (size_t k = 0; k < clause->minus_count; k++) {
            is_broken = is_broken || (set & (1u << clause->minus[k])) != 0;
        }
        for (size_t k = 0; k < clause->plus_count; k++) {
            is_broken = is_broken || (set & (1u << clause->plus[k])) == 0;
        }
        if (!is_broken) {
            return false;
        }
    }
    return true;
}

/* The price, then the norms, as one number. */
static int64_t cost_of(
    const struct random_problem *random, unsigned set, int64_t *price)
{
    bool reopened[PROVISIONS] = {false};
    int64_t norms = 0;
    *price = 0;
    for (size_t i = 0; i < NORMS; i++) {
        if ((set & (1u << i)) != 0) {
            norms++;
            size_t provision = random->provision[i];
            *price += reopened[provision] ? 0 : random->prices[provision];
            reopened[provision] = true;
        }
    }
    return *price * 1000 + norms;
}

static bool is_possible(
    const struct random_problem *random, const bool *frozen)
{
    bool is = false;
    for (unsigned set = 0; set < 1u << NORMS; set++) {
        is = is || is_repair(random, set, frozen);
    }
    return is;
}

static void assert_core(const struct random_problem *random,
    const struct repair_solve_answer *answer)
{
    bool frozen[NORMS] = {false};
    assert_true(answer->core_count > 0);
    for (size_t i = 0; i < answer->core_count; i++) {
        assert_true(random->frozen[answer->core[i]]);
        frozen[answer->core[i]] = true;
    }
    assert_false(is_possible(random, frozen));
    for (size_t i = 0; i < answer->core_count; i++) {
        frozen[answer->core[i]] = false;
        assert_true(is_possible(random, frozen));
        frozen[answer->core[i]] = true;
    }
}

static void problem_check(const struct random_problem *random,
    const struct repair_solve_answer *answer)
{
    int64_t best = INT64_MAX;
    int64_t best_price = 0;
    size_t optima = 0;
    for (unsigned set = 0; set < 1u << NORMS; set++) {
        int64_t price = 0;
        int64_t cost = cost_of(random, set, &price);
        if (!is_repair(random, set, random->frozen) || cost > best) {
            continue;
        }
        optima = cost < best ? 1 : optima + 1;
        best = cost;
        best_price = price;
    }
    assert_int_equal(answer->possible, best != INT64_MAX);
    if (!answer->possible) {
        assert_core(random, answer);
        return;
    }
    assert_int_equal(answer->price, best_price);
    assert_int_equal(answer->sets_count, optima);
    assert_false(answer->is_cut);
    for (size_t i = 0; i < answer->sets_count; i++) {
        unsigned set = 0;
        int64_t price = 0;
        for (size_t k = 0; k < answer->sets[i].count; k++) {
            set |= 1u << answer->sets[i].norms[k];
        }
        assert_true(is_repair(random, set, random->frozen));
        assert_int_equal(cost_of(random, set, &price), best);
        for (size_t k = 0; k < i; k++) {
            assert_true(answer->sets[k].count != answer->sets[i].count ||
                memcmp(answer->sets[k].norms, answer->sets[i].norms,
                    answer->sets[i].count * sizeof(size_t)) != 0);
        }
    }
}

static void every_optimum_and_no_other_is_found(void **state)
{
    (void)state;
    static struct random_problem random;
    size_t impossible = 0;
    seed = 20100101;
    for (int round = 0; round < ROUNDS; round++) {
        struct arena *arena = arena_create();
        struct repair_solve_answer answer;
        problem_draw(&random);
        repair_solve(&random.problem, 1u << NORMS, arena, &answer);
        problem_check(&random, &answer);
        impossible += answer.possible ? 0 : 1;
        arena_destroy(arena);
    }
    assert_true(impossible > ROUNDS / 100);
    assert_true(impossible < ROUNDS / 2);
}

/* Two conflicts apart, each with two ways out: four optima, of which two. */
static void what_is_past_the_limit_is_told(void **state)
{
    (void)state;
    static const size_t one[] = {0, 1};
    static const size_t other[] = {2, 3};
    static const struct repair_solve_clause clauses[] = {
        {one, 2, NULL, 0}, {other, 2, NULL, 0}};
    static const size_t provision[] = {0, 1, 2, 3};
    static const bool frozen[4] = {false};
    static const int64_t prices[] = {1, 1, 1, 1};
    const struct repair_solve_problem problem = {
        clauses, 2, provision, frozen, 4, prices, 4};
    struct arena *arena = arena_create();
    struct repair_solve_answer answer;
    repair_solve(&problem, 4, arena, &answer);
    assert_int_equal(answer.sets_count, 4);
    assert_false(answer.is_cut);
    repair_solve(&problem, 3, arena, &answer);
    assert_int_equal(answer.sets_count, 3);
    assert_true(answer.is_cut);
    assert_int_equal(answer.price, 2);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_optimum_and_no_other_is_found),
        cmocka_unit_test(what_is_past_the_limit_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
