/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Between the files of the parser.  Each function reads from the parser's
 * next token on; false after a fault, which it has told.
 */
#ifndef LAW_SYNTAX_INTERNAL_H
#define LAW_SYNTAX_INTERNAL_H

#include "law/syntax.h"

/* ---- tokens (syntax_tokens.c) ------------------------------------------ */

/* The next token, or NULL at the end of the line. */
const struct lexer_token *syntax_peek(const struct syntax_parser *parser);
const struct lexer_token *syntax_token(
    const struct syntax_parser *parser, size_t index);
bool syntax_is_at_end(const struct syntax_parser *parser);

/* Moves past the token where it is one of this kind, or this very text. */
bool syntax_take(struct syntax_parser *parser, enum lexer_kind kind);
bool syntax_take_text(struct syntax_parser *parser, const char *text);

/* Where the clause ends that comes next: at its `;` or at the end. */
size_t syntax_clause_end(const struct syntax_parser *parser);

/* What stands from one token up to another, as it is written. */
const char *syntax_written(
    const struct syntax_parser *parser, size_t from, size_t end);

/* A fault at the next token, or at a column. */
struct message *syntax_fault(struct syntax_parser *parser, const char *key);
struct message *syntax_fault_at(
    struct syntax_parser *parser, unsigned column, const char *key);

/*
 * A fault about `text`, which nobody knows: `key` where nothing is near, else
 * `key_nearest` with the argument "nearest".  Always false.
 */
bool syntax_unknown(struct syntax_parser *parser, unsigned column,
    const char *key, const char *key_nearest, const char *text,
    const char *nearest);

/* The same about the first tokens up to `end`, with what is near them in the
   table, or else among words. */
bool syntax_unknown_of(struct syntax_parser *parser, size_t end,
    enum lexicon_table table, const char *key, const char *key_nearest);

/* Refuses Russian beside Kazakh in one line. */
bool syntax_language(struct syntax_parser *parser,
    const struct lexicon_match *match, unsigned column);

/* Nothing may be left in the line. */
bool syntax_end(struct syntax_parser *parser);

/* ---- small things (syntax_parts.c) ------------------------------------- */

/* A word of the lexicon's that stands by itself. */
bool syntax_one_word(struct syntax_parser *parser, size_t end,
    const struct lexicon_entry **entry);

/* Words parted by commas up to `end`; at least one, at most LAW_LIST_MAX. */
bool syntax_words(struct syntax_parser *parser, size_t end,
    const char *const **words, size_t *count);

/* True where the same would be read; tells nothing. */
bool syntax_words_fit(const struct syntax_parser *parser, size_t end);

/* The same, each a level. */
bool syntax_levels(struct syntax_parser *parser, size_t end,
    const char *const **words, size_t *count);

bool syntax_date(struct syntax_parser *parser, struct syntax_date *date);
bool syntax_identifier(
    struct syntax_parser *parser, struct syntax_reference *reference);
bool syntax_path(
    struct syntax_parser *parser, struct syntax_reference *reference);
bool syntax_place(
    struct syntax_parser *parser, size_t end, struct syntax_place *place);
bool syntax_quote(struct syntax_parser *parser, const char **text);

/* [~] and a label. */
bool syntax_label(struct syntax_parser *parser, struct syntax_node *node);

/* ---- constructs -------------------------------------------------------- */

bool syntax_declaration(struct syntax_parser *parser,
    struct syntax_node *node);
bool syntax_act(struct syntax_parser *parser, struct syntax_node *node);
bool syntax_head(struct syntax_parser *parser, enum syntax_kind kind,
    struct syntax_node *node);
bool syntax_title(struct syntax_parser *parser, struct syntax_node *node);
bool syntax_level(struct syntax_parser *parser, struct syntax_node *node);
bool syntax_criterion(struct syntax_parser *parser, struct syntax_node *node);
bool syntax_sign(struct syntax_parser *parser, struct syntax_node *node);
bool syntax_amend(struct syntax_parser *parser, struct syntax_node *node);
bool syntax_status(struct syntax_parser *parser, const char **status);
bool syntax_days(struct syntax_parser *parser, struct syntax_node *node);
bool syntax_stage(struct syntax_parser *parser, struct syntax_node *node);

/* Who may stand where a word is wanted in a norm's sentence. */
enum syntax_asking {
    SYNTAX_ASKING_NOTHING,  /* words alone */
    SYNTAX_ASKING_NONE,     /* an expectation: `none` for the subject */
    SYNTAX_ASKING_X         /* a question: X for anything */
};
bool syntax_norm(struct syntax_parser *parser, enum syntax_asking asking,
    const struct syntax_norm **norm);

/* One clause up to `end`, that may stand in a stage or else in a norm. */
bool syntax_clause(struct syntax_parser *parser, size_t end, bool of_stage,
    struct syntax_clause *clause);

/* True where a keyword of stages opens or ends what comes up to `end`. */
bool syntax_is_stage_clause(
    const struct syntax_parser *parser, size_t end);

/* The rest of a sentence: `; CLAUSE` each, onto `taken` (LAW_LIST_MAX). */
bool syntax_clause_add(struct syntax_parser *parser, size_t end, bool of_stage,
    struct syntax_clause *taken, size_t *count);

/* True where what comes up to `end` is an amount rather than words. */
bool syntax_is_amount(const struct syntax_parser *parser, size_t end);
bool syntax_amount(
    struct syntax_parser *parser, size_t end, struct law_amount *amount);

/* True for `missing` in any language, alone up to `end`. */
bool syntax_is_missing(const struct syntax_parser *parser, size_t end);

#endif
