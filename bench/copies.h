/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Copies of the law of one day: every act, and every organ, office and class
 * of it, once more under a name of its own.  What the language itself says of
 * them holds for each copy, so that each has the findings of the whole.
 */
#ifndef BENCH_COPIES_H
#define BENCH_COPIES_H

#include "law/law.h"

/* The project's own law under law/. */
struct copies_law {
    struct arena *arena;
    struct law_source *sources;
    size_t count;
    struct law *law;
};

/* False, and told on stderr, where it cannot be read. */
bool copies_start(struct copies_law *own);
void copies_finish(struct copies_law *own);

/* Norms in force on the day, without bills. */
size_t copies_norms(const struct copies_law *own, struct date day);

/*
 * Writes a corpus of `count` copies into the folder: the words and the levels
 * of the law and a file for each copy.
 */
enum status copies_write(const struct copies_law *own, struct date day,
    size_t count, const char *folder, struct error *error);

#endif
