/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * How a local act's stage meets the stages that it fills.  Private to law.
 */
#ifndef LAW_FILL_H
#define LAW_FILL_H

#include "law/corpus.h"

enum fill_result {
    FILL_FITS,     /* `*stage` lacks what is given, or has the same */
    FILL_NEW,      /* the procedure has no such stage at all */
    FILL_CHANGES,  /* `*stage` fixes what is given otherwise */
    FILL_AMBIGUOUS /* several stages may be meant; `*stage` is one */
};

/* Which of `stages` the stage `given`, of an act of `organ`, fills, and whether
   it may. */
enum fill_result fill_find(const struct law_stage *stages, size_t count,
    const struct law_stage *given, const char *organ, size_t *stage);

/* Puts into `stage` what it lacks or leaves to `organ`; false where that is
   nothing. */
bool fill_apply(struct law_stage *stage, const struct law_stage *given,
    const char *organ, struct arena *arena);

/* Where a new stage of `kind` goes: before the first of a later kind. */
size_t fill_position(const struct law_stage *stages, size_t count,
    enum law_stage_kind kind);

#endif
