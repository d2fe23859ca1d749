/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Words, verbs and keywords, and how they are found in a sentence.  Private
 * to law.
 *
 * Five tables, since the same text may stand in several: where a sentence is
 * at decides in which one is looked.  Identifiers of keywords are known
 * without a declaration; a `keyword` block gives them names.
 */
#ifndef LAW_LEXICON_H
#define LAW_LEXICON_H

#include "law/lexer.h"

enum lexicon_table {
    LEXICON_WORD,
    LEXICON_VERB,
    LEXICON_STAGE,
    LEXICON_CLAUSE,
    LEXICON_AMOUNT /* bounds, units, relations, noise */
};
enum { LEXICON_TABLES = 5, LEXICON_DEPTH_MAX = 16 };

enum lexicon_amount {
    LEXICON_AMOUNT_BOUND,
    LEXICON_AMOUNT_UNIT,
    LEXICON_AMOUNT_RELATION,
    LEXICON_AMOUNT_MISSING,
    LEXICON_AMOUNT_NOISE /* read over: "от" before a base */
};

/* What stands after a clause's keyword. */
enum lexicon_value {
    LEXICON_VALUE_WORDS,
    LEXICON_VALUE_AMOUNT,
    LEXICON_VALUE_NONE,
    LEXICON_VALUE_PLACE /* ACT PATH */
};

struct lexicon_entry {
    enum lexicon_table table;
    const char *id;
    const char *kind; /* "organ"; "binding" of a verb; "clause" of a keyword */
    const char *const *names[LANGUAGE_COUNT]; /* the first is printed */
    size_t names_count[LANGUAGE_COUNT];
    const struct lexicon_entry *const *wider; /* as declared with `is` */
    size_t wider_count;
    const struct lexicon_entry *const *widest; /* all, through others */
    size_t widest_count;
    unsigned depth; /* steps to the farthest of them */
    /* Of a verb, stage, clause or amount keyword alone: */
    enum law_effect effect;
    enum law_stage_kind stage;
    enum lexicon_value value;
    bool of_stage; /* the clause may stand in a stage, … */
    bool of_norm;  /* … in a norm */
    enum lexicon_amount amount;
    enum law_bound bound;
    /* Where it is declared; file NULL: not declared. */
    const char *file;
    unsigned line;
};

struct lexicon;

struct lexicon *lexicon_create(
    struct arena *arena, struct lexer_symbols *symbols);

struct lexer_symbols *lexicon_symbols(const struct lexicon *lexicon);

/* NULL where the table has no such identifier. */
const struct lexicon_entry *lexicon_find(
    const struct lexicon *lexicon, enum lexicon_table table, const char *id);

/* The entries of a table in the order of declaration. */
size_t lexicon_count(
    const struct lexicon *lexicon, enum lexicon_table table);
const struct lexicon_entry *lexicon_at(
    const struct lexicon *lexicon, enum lexicon_table table, size_t index);

struct lexicon_match {
    const struct lexicon_entry *entry;
    size_t length;      /* in tokens */
    unsigned languages; /* a bit per language with this name; 0: identifier */
};

/* The longest name, or the identifier, at the start of `tokens`. */
bool lexicon_match(const struct lexicon *lexicon, enum lexicon_table table,
    const struct lexer_token *tokens, size_t count,
    struct lexicon_match *match);

/* The same, but only a name of exactly `count` tokens. */
bool lexicon_match_all(const struct lexicon *lexicon, enum lexicon_table table,
    const struct lexer_token *tokens, size_t count,
    struct lexicon_match *match);

/* The known identifier or name nearest to `text`, or NULL where none is. */
const char *lexicon_nearest(
    const struct lexicon *lexicon, enum lexicon_table table, const char *text);

/* ---- filling, while a corpus is compiled ------------------------------- */

/* Puts an entry in; -> the one that has its identifier already, or NULL. */
const struct lexicon_entry *lexicon_add(
    struct lexicon *lexicon, const struct lexicon_entry *entry);

/* As lexicon_find, for writing. */
struct lexicon_entry *lexicon_entry_of(
    struct lexicon *lexicon, enum lexicon_table table, const char *id);

/* The effect of a name ("binding"); false: no such effect. */
bool lexicon_effect(const char *name, enum law_effect *effect);

/* The table of keywords of a kind ("stage", "unit", …); false: no such kind. */
bool lexicon_table_of(const char *kind, enum lexicon_table *table);

/*
 * Makes `tokens` a name of `entry`; -> the other entry that has it, or NULL.
 */
const struct lexicon_entry *lexicon_name(struct lexicon *lexicon,
    const struct lexicon_entry *entry, enum language language,
    const struct lexer_token *tokens, size_t count);

#endif
