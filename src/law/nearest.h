/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Suggestions for what was written wrong, in a law file or a command.
 */
#ifndef LAW_NEAREST_H
#define LAW_NEAREST_H

#include "law/lexicon.h"

/* A search: start it, try every known text, read `found`. */
struct nearest {
    const char *text;
    const char *found; /* NULL: nothing is near */
    size_t limit;      /* only what takes fewer changes is taken */
};

void nearest_start(struct nearest *nearest, const char *text);
void nearest_try(struct nearest *nearest, const char *known);

/* The nearest of a list, or NULL. */
const char *nearest_of(
    const char *text, const char *const *known, size_t count);

#endif
