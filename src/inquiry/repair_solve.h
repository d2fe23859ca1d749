/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The search of repairs, on numbers alone: exact branch and bound over
 * clauses, connected parts apart.  Private to inquiry.
 */
#ifndef INQUIRY_REPAIR_SOLVE_H
#define INQUIRY_REPAIR_SOLVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Broken up where one of `minus` is dropped, or while one of `plus` is not. */
struct repair_solve_clause {
    const size_t *minus; /* norms */
    size_t minus_count;
    const size_t *plus;
    size_t plus_count;
};

struct repair_solve_problem {
    const struct repair_solve_clause *clauses;
    size_t clauses_count;
    const size_t *provision; /* of each norm */
    const bool *frozen;      /* each norm */
    size_t norms_count;
    const int64_t *prices; /* of each provision */
    size_t provisions_count;
};

struct repair_solve_set {
    const size_t *norms; /* dropped, ascending */
    size_t count;
};

struct repair_solve_answer {
    bool possible;
    int64_t price;
    const struct repair_solve_set *sets; /* every optimum, up to a limit */
    size_t sets_count;
    bool is_cut;
    const size_t *core; /* where it is not possible */
    size_t core_count;
};

void repair_solve(const struct repair_solve_problem *problem, size_t sets_max,
    struct arena *arena, struct repair_solve_answer *answer);

#endif
