/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Between the files of the lexicon.
 */
#ifndef LAW_LEXICON_INTERNAL_H
#define LAW_LEXICON_INTERNAL_H

#include "law/lexicon.h"

/* Puts in the keywords that the language has, without names. */
void lexicon_internal_keywords(struct lexicon *lexicon);

#endif
