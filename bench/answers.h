/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Whether two programs gave the same answer.
 */
#ifndef BENCH_ANSWERS_H
#define BENCH_ANSWERS_H

#include "copies.h"

/*
 * What side said and what clingo said: territories and procedures are the
 * same; of organs of two classes Kenes names the widest, and every one that
 * clingo names is narrower than one of those.  The first difference is told
 * on stderr.
 */
bool answers_same_findings(
    const struct copies_law *own, const char *kenes, const char *clingo);

/* Findings that side named. */
size_t answers_findings(const char *kenes);

/* The optimum of the one, and that of the other; -1: it gave none. */
int64_t answers_cost(const char *kenes);
int64_t answers_optimum(const char *z3);

/* The number after `name` and a blank; -1 where it does not stand there. */
double answers_number(const char *text, const char *name, unsigned index);

#endif
