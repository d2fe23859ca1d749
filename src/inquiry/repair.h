/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The cheapest provisions to reopen so that the rest is free of conflict.
 *
 * A provision is reopened once, at its price, whatever is dropped in it; of
 * equal prices the repair that drops fewer norms is the better one.  Which of
 * several optima is chosen is politics: all are given.
 */
#ifndef INQUIRY_REPAIR_H
#define INQUIRY_REPAIR_H

#include "inquiry/findings.h"

/* Default prices, and what protection adds. */
enum {
    REPAIR_CONSTITUTION = 5,
    REPAIR_OTHER = 1,
    REPAIR_PROTECTION = 30,
    REPAIR_OPTIONS_MAX = 64
};

struct repair_terms {
    unsigned kinds; /* of conflicts, 1 << kind; the others are ignored */
    int64_t constitution; /* 0: the default */
    int64_t other;
    /* Places, articles ("const-1995/33"), acts, or ranks ("constitution"): */
    const char *const *protect;
    size_t protect_count;
    const char *const *freeze;
    size_t freeze_count;
};

/* One optimum. */
struct repair_option {
    const char *const *places; /* reopened, in the order of the sources */
    size_t places_count;
    const struct law_norm *const *dropped; /* in the order of the sources */
    size_t dropped_count;
};

struct repair_price {
    const char *place;
    int64_t price;
    bool frozen;
};

struct repair_result {
    bool possible;
    size_t conflicts; /* what had to be broken up */
    int64_t price;
    const struct repair_option *options;
    size_t options_count;
    bool is_cut; /* there are more than REPAIR_OPTIONS_MAX */
    /* Not possible: norms, all frozen, that cannot stand together; each of
       them is needed for that. */
    const struct law_norm *const *core;
    size_t core_count;
    const struct repair_price *prices; /* of every provision in a conflict */
    size_t prices_count;
};

/* True where `protect` or `freeze` of it touches a norm in force. */
bool repair_means(const struct facts *facts, const char *meant);

/* In `arena`. */
void repair_find(const struct facts *facts, const struct repair_terms *terms,
    struct arena *arena, struct repair_result *result);

/*
 * An option as a bill in the law language: `amend` blocks of the bill `bill`
 * from `day`, which load beside the corpus.
 */
void repair_write(const struct facts *facts,
    const struct repair_option *option, struct date day, const char *bill,
    struct buffer *buffer);

#endif
