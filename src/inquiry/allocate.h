/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * To which level a matter belongs: where it is decided fastest, at the least
 * cost and to the most use.  A level that another one beats in all three is
 * out; the others are weighed by declared weights; of equals the smaller
 * community comes first.
 */
#ifndef INQUIRY_ALLOCATE_H
#define INQUIRY_ALLOCATE_H

#include "inquiry/facts.h"

/* A row of the CSV: matter,level,days,cost,use[,population]; in millionths. */
struct allocate_measure {
    const char *matter;
    const char *level;
    int64_t days;
    int64_t cost;       /* per case */
    int64_t use;        /* the more the better */
    int64_t population; /* of the community; -1: not told */
};

struct allocate_weights {
    int64_t days;
    int64_t cost;
    int64_t use;
};

struct allocate_row {
    const struct allocate_measure *measure;
    const struct allocate_measure *beaten_by; /* or NULL */
    int64_t score; /* 0 best … MEASURE_ONE worst, of those not beaten */
    unsigned place; /* 1 is where the matter belongs; 0: beaten */
    bool needs_organ; /* no organ at that level can bind */
};

/* STATUS_INVALID names line and column. */
enum status allocate_read(struct bytes csv, struct arena *arena,
    const struct allocate_measure **measures, size_t *count,
    struct error *error);

/*
 * Rows by matter, in the order in which matters were first met, best first,
 * the beaten last; in `arena`.  All weights zero are equal weights.  `facts`
 * tell which levels have an organ.
 */
void allocate_rank(const struct facts *facts,
    const struct allocate_measure *measures, size_t count,
    const struct allocate_weights *weights, struct arena *arena,
    const struct allocate_row **rows);

#endif
