/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Saying the tree: sentences in a language, in its own order.  Private to law.
 *
 * What words.law says of the order of names (its head tells lawyers the
 * same): the first name is the one printed; in Russian and English the second
 * name of a verb, stage or clause is printed before several words; a name
 * that ends in a dash is printed before `missing`, and in Kazakh it alone
 * stands before its words, every other one after them.
 */
#ifndef LAW_SAY_H
#define LAW_SAY_H

#include "law/corpus.h"

/* Where and how: words as identifiers, or as names in a language. */
struct say_voice {
    const struct lexicon *lexicon;
    bool identifiers;
    enum language language; /* where not identifiers */
    struct buffer *buffer;
};

struct say_voice say_in(
    const struct law *law, enum language language, struct buffer *buffer);

/* ---- names --------------------------------------------------------------- */

/* The name at `index`, or the last one before it; the identifier where the
   entry has no name in the language. */
const char *say_name(const struct say_voice *voice,
    const struct lexicon_entry *entry, size_t index);

/* A keyword beside words, which may be none.  Among identifiers it is its
   English name: the one that is the identifier with blanks, else the first. */
const char *say_keyword(const struct say_voice *voice,
    const struct lexicon_entry *entry, const char *const *words,
    size_t count);

/* The form of a verb that goes with its subjects: "обязана". */
const char *say_verb(const struct say_voice *voice,
    const struct lexicon_entry *verb, const char *const *subjects,
    size_t count);

/* True where the name ends in a dash. */
bool say_has_dash(const char *name);

/* "a, b, c". */
void say_words(const struct say_voice *voice, const char *const *words,
    size_t count);

/* ---- numbers ------------------------------------------------------------- */

/* "10 %", "9.99 %", "1/2", "25". */
void say_number(const struct law_amount *amount, struct buffer *buffer);

/* Which of the forms 1, 2…4, 5 a Russian noun takes after `number`: 0 1 2. */
unsigned say_russian_plural(int64_t number);

/* Endings of Kazakh numbers, with their hyphen: "10 %-ы", "25-тен". */
enum say_ending {
    SAY_POSSESSIVE,         /* его: "-ы", "-сі" */
    SAY_POSSESSIVE_ABLATIVE, /* "-ынан", "-сінен" */
    SAY_ABLATIVE            /* "-нан", "-ден" */
};
const char *say_kazakh_ending(
    const struct law_amount *amount, enum say_ending ending);

/* ---- sentences ----------------------------------------------------------- */

/* `genitive`: as Russian says it after «в течение». */
void say_amount(const struct say_voice *voice, const struct law_amount *amount,
    bool genitive);

/* `place` of a clause that names one, else NULL. */
void say_clause(const struct say_voice *voice, const struct law_clause *clause,
    const struct syntax_place *place);

void say_norm(const struct say_voice *voice, const struct syntax_norm *norm);
void say_stage(
    const struct say_voice *voice, const struct syntax_stage *stage);
void say_as_before(const struct say_voice *voice);

#endif
