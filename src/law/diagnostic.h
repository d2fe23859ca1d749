/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Faults of sources, gathered while a corpus is compiled.  Private to law.
 */
#ifndef LAW_DIAGNOSTIC_H
#define LAW_DIAGNOSTIC_H

#include "law/law.h"

/* Where faults go; `spare` takes those past LAW_DIAGNOSTICS_MAX. */
struct diagnostic_list {
    struct law_diagnostics *found; /* the caller's */
    struct message spare;
};

void diagnostic_start(
    struct diagnostic_list *list, struct law_diagnostics *found);

/* Adds the bare `key`; arguments go onto what is returned.  `file` lives on. */
struct message *diagnostic_add(struct diagnostic_list *list, const char *file,
    unsigned line, unsigned column, const char *key);

/* Puts the faults in the order of the sources, then of lines and columns. */
void diagnostic_sort(struct diagnostic_list *list,
    const struct law_source *sources, size_t count);

#endif
