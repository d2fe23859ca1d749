/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The relations behind the facts, for the files of this module.
 */
#ifndef INQUIRY_FACTS_INTERNAL_H
#define INQUIRY_FACTS_INTERNAL_H

#include <sqlite3.h>

#include "inquiry/facts.h"

/* Facts in memory fail only where memory ends, which ends the process; a
   wrong statement is a bug.  Both are told here. */
sqlite3_stmt *facts_prepare(const struct facts *facts, const char *sql);

/* All rows of a view of findings.sql, in the order of a column or (NULL) in
   any. */
sqlite3_stmt *facts_view(
    const struct facts *facts, const char *view, const char *order);

bool facts_step(sqlite3_stmt *statement); /* true: there is a row */

/* A column as text of the arena, or NULL. */
const char *facts_column(
    sqlite3_stmt *statement, int column, struct arena *arena);

/* The act in which a norm stands. */
const struct law_act *facts_act(
    const struct facts *facts, const struct law_norm *norm);

/* How many norms say the same of others in the same place. */
int64_t facts_breadth(
    const struct facts *facts, const struct law_norm *norm);

#endif
