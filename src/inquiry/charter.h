/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * How an organ, an office or a level stands to the criteria of a treaty, on
 * one day, with the provisions that show it.  Silence never counts as yes.
 */
#ifndef INQUIRY_CHARTER_H
#define INQUIRY_CHARTER_H

#include "inquiry/facts.h"

enum charter_verdict {
    CHARTER_SILENT,
    CHARTER_NOT,
    CHARTER_PARTLY,
    CHARTER_MET
};

/* "silent", "not", "partly", "met". */
const char *charter_verdict_name(enum charter_verdict verdict);

struct charter_row {
    const struct law_criterion *criterion;
    enum charter_verdict verdict;
    const struct law_norm *const *speaking; /* for it */
    size_t speaking_count;
    const struct law_norm *const *against;
    size_t against_count;
};

/*
 * Every criterion of the act, of all acts where it is NULL, in the order of
 * the sources; in `arena`.  `word` is what X stands for.
 */
void charter_judge(const struct facts *facts, const char *act,
    const char *word, struct arena *arena, const struct charter_row **rows,
    size_t *count);

#endif
