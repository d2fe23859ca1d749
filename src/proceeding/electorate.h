/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Whom the law makes members of a sitting: all residents whom it entitles, or
 * persons who were named before (members of an organ, representatives).
 *
 * Law: 39-3(1), (3), (6).
 */
#ifndef PROCEEDING_ELECTORATE_H
#define PROCEEDING_ELECTORATE_H

#include "proceeding/engine.h"

struct electorate {
    bool residents;          /* the law's base is the entitled residents */
    bool named;              /* those of `keys` alone may take part */
    const char *const *keys; /* each once */
    size_t count;
};

/*
 * Of the proceeding of `facts` on `day`; `procedure` is the one that rules it.
 * A gathering by representatives is named and counted by residents.
 */
struct electorate electorate_of(const struct engine_facts *facts,
    const struct law_procedure *procedure, struct date day,
    struct arena *arena);

#endif
