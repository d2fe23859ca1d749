/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The compiled catalogue, which tools/compile_messages makes of the files in
 * po.
 */
#ifndef TONGUE_CATALOGUE_H
#define TONGUE_CATALOGUE_H

#include <stddef.h>

#include "base/language.h"

enum { CATALOGUE_FORMS_MAX = 3 };

/*
 * `forms[language][form]`: the first is always there; the others only of a
 * message that counts.
 */
struct catalogue_entry {
    const char *key;
    const char *forms[LANGUAGE_COUNT][CATALOGUE_FORMS_MAX];
};

/* Sorted by the bytes of `key`. */
extern const struct catalogue_entry catalogue_entries[];
extern const size_t catalogue_count;

#endif
