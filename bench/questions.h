/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What Kenes, clingo and Z3 are asked.
 */
#ifndef BENCH_QUESTIONS_H
#define BENCH_QUESTIONS_H

#include "inquiry/repair.h"

enum {
    QUESTIONS_FINDINGS = 1 << FINDINGS_STATUS | 1 << FINDINGS_TERRITORY |
        1 << FINDINGS_PROCEDURE,
    /* Every conflict that a repair breaks up. */
    QUESTIONS_REPAIR = QUESTIONS_FINDINGS | 1 << FINDINGS_INDEPENDENCE |
        1 << FINDINGS_INTERNAL,
    /* A provision weighs more than any number of norms in it. */
    QUESTIONS_WEIGHT = 1000000
};

/* The facts in clingo's language, for the rules of tests/inquiry/oracle.lp. */
void questions_facts(const struct facts *facts, struct buffer *text);

/* The repair as an optimisation in SMT-LIB; of provisions and norms only
   those that a conflict names. */
void questions_repair(const struct facts *facts, struct buffer *text);

/* What the optimum of that optimisation is to be. */
int64_t questions_cost(const struct repair_result *repair);

#endif
