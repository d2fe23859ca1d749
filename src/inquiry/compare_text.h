/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Two texts of one article, word by word.
 */
#ifndef INQUIRY_COMPARE_TEXT_H
#define INQUIRY_COMPARE_TEXT_H

#include "base/arena.h"

/* Past so many words and signs in either text the whole has changed. */
enum { COMPARE_TEXT_WORDS_MAX = 32768 };

enum compare_text_sign {
    COMPARE_TEXT_SAME,
    COMPARE_TEXT_GONE,
    COMPARE_TEXT_NEW
};

struct compare_text_part {
    enum compare_text_sign sign;
    const char *text; /* with the blanks and line feeds after its words */
};

/*
 * The fewest words that are gone or new, as parts in the order of reading, what
 * is gone before what is new in its place.  What is the same has the blanks of
 * `after`; blanks alone are no change.  In `arena`; none where both are empty.
 */
void compare_text(const char *before, const char *after, struct arena *arena,
    const struct compare_text_part **parts, size_t *count);

#endif
