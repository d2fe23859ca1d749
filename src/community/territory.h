/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Places: the whole KATO classifier as one compiled, read-only table.
 */
#ifndef COMMUNITY_TERRITORY_H
#define COMMUNITY_TERRITORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/language.h"

struct territory {
    const char *code; /* nine digits */
    const char *name_kk;
    const char *name_ru;
    const char *kind; /* a word of the law: "rural-okrug", "village", … */
    const char *title[LANGUAGE_COUNT]; /* see territory_say */
};

/* NULL where the classifier has no such code. */
const struct territory *territory_find(const char *code);

/*
 * The place above: walks up the code until a code exists; NULL at the top.
 */
const struct territory *territory_parent(const struct territory *territory);

/* Places right below, in the order of the classifier; -> how many. */
size_t territory_children(const struct territory *territory,
    const struct territory **children, size_t max);

/* True where `inner` is `outer` or lies in it. */
bool territory_within(
    const struct territory *inner, const struct territory *outer);

/*
 * The name with the abbreviation of KATO written out: «Тасты ауылдық округі»,
 * «сельский округ Тасты», "Tasty rural okrug".  Not capitalised.
 */
void territory_say(const struct territory *territory, enum language language,
    struct buffer *buffer);

size_t territory_count(void);
const struct territory *territory_at(size_t index);

/* SHA-256 of the classifier's file, 64 hex digits; and its edition. */
const char *territory_digest(void);
const char *territory_edition(void);

#endif
