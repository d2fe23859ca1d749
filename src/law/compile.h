/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The passes that make a corpus of syntax trees.  Each tells its faults; after
 * a pass that did, no further one is run.  Private to law.
 */
#ifndef LAW_COMPILE_H
#define LAW_COMPILE_H

#include "law/corpus.h"

struct compile {
    struct law *law;
    struct arena *scratch; /* gone when the corpus is made */
    struct lexer_symbols *symbols;
    struct diagnostic_list *faults;
};

/* A fault at a node. */
struct message *compile_fault(struct compile *compile, const char *file,
    const struct syntax_node *node, unsigned column, const char *key);

/* What the passes leave behind: */

/* Every declared word, verb and keyword is in the lexicon with its names,
   and knows its wider words. */
void compile_words(struct compile *compile);

/* Every act, article, procedure, local act and scenario is known by its
   identifier; editions are in the order of the sources. */
void compile_blocks(struct compile *compile);

/* Every place that is named exists; ends of articles stand among their
   editions; editions are in the order of their days, no two of one day. */
void compile_places(struct compile *compile);

/* `as before` is followed; every edition has its sentences and norms. */
void compile_norms(struct compile *compile);

/* Procedures have their stages. */
void compile_procedures(struct compile *compile);

/* What local acts give is theirs to give. */
void compile_fills(struct compile *compile);

/* The days of all calendars are sorted. */
void compile_calendar(struct compile *compile);

/* True where a population fits both conditions. */
bool compile_conditions_meet(const struct syntax_condition *left,
    const struct syntax_condition *right);

#endif
