/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What a command's usage says, for the manual and for completion.
 */
#ifndef CLI_USAGE_H
#define CLI_USAGE_H

#include <stdbool.h>

#include "base/buffer.h"

/* Adds "--kind K,…" for --kind of "DATE [--kind K,…] [--all]"; false where the
   usage does not name the option. */
bool usage_option(
    const char *usage, const char *option, struct buffer *shape);

/*
 * Adds, with a blank before each, what may be typed as the argument at `place`
 * (from 0): words that stand for themselves, DIR for a folder, FILE for a
 * file.  Of "DIR members|budget FILE | DIR text ACT" at 1: " members budget
 * text".
 */
void usage_words(const char *usage, int place, struct buffer *words);

#endif
