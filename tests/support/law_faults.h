/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What a law file is refused for.
 */
#ifndef SUPPORT_LAW_FAULTS_H
#define SUPPORT_LAW_FAULTS_H

#include "law/law.h"

/*
 * Compiles law/words.law and `text`; fails unless the first fault of `text`
 * stands there and has this key.  -> its message, until the next call.
 */
const struct message *law_faults_first(
    const char *text, unsigned line, unsigned column, const char *key);

/* The same of sources as they are; the fault may stand in any. */
const struct message *law_faults_of(const struct law_source *sources,
    size_t count, unsigned line, unsigned column, const char *key);

/* How many faults the last call found. */
size_t law_faults_count(void);

/* The value of an argument must be this. */
void law_faults_argument(
    const struct message *message, const char *name, const char *value);

#endif
