/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The search for norms in force, for its users within law.
 */
#ifndef LAW_NORMS_H
#define LAW_NORMS_H

#include "law/corpus.h"

struct norms_found {
    struct arena *arena;
    const struct law_norm **items;
    size_t count;
    size_t capacity;
};

/* Adds the norms that fit, in the order of the sources. */
void norms_search(const struct law *law, const struct law_query *query,
    struct norms_found *found);

#endif
