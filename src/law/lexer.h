/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A source as lines of tokens.  Private to law.
 *
 * A token knows its column in characters and its symbol: the number of its
 * folded text (lower case, ё as е), so that names compare as numbers.
 */
#ifndef LAW_LEXER_H
#define LAW_LEXER_H

#include "law/diagnostic.h"

struct lexer_symbols; /* folded text <-> number from 1; 0 is "none such" */

struct lexer_symbols *lexer_symbols_create(struct arena *arena);

/* The number of a folded text, given to it where it has none. */
uint32_t lexer_symbol(struct lexer_symbols *symbols, const char *folded);

enum lexer_kind {
    LEXER_WORD, /* letters, digits, hyphens, dots, … between blanks */
    LEXER_QUOTE, /* «…»; start and length are of what stands within */
    LEXER_MARK,  /* ~ before a word */
    LEXER_COMMA,
    LEXER_SEMICOLON,
    LEXER_COLON
};

struct lexer_token {
    enum lexer_kind kind;
    uint32_t symbol;   /* of the folded text; 0 of a quote, or not known */
    const char *start; /* into the source, not ended */
    unsigned length;
    unsigned column;   /* from 1, in characters */
};

struct lexer_line {
    unsigned number;       /* from 1 */
    const struct lexer_token *tokens;
    unsigned count;        /* 0: blank, or a comment alone */
    const char *comment;   /* from its #, not ended; NULL: none */
    unsigned comment_length;
    unsigned comment_column;
};

struct lexer_lines {
    struct lexer_line *items;
    size_t count;
};

/*
 * Reads a whole source; tokens go into `arena` and point into its text.
 * `learn` gives unknown texts a symbol; without it they get 0 and `symbols`
 * is only read.  False after a fault.
 */
struct lexer_reading {
    struct arena *arena;
    struct lexer_symbols *symbols;
    bool learn;
    struct diagnostic_list *faults;
    struct lexer_token *room; /* NULL at first; the lexer's own */
};
bool lexer_read(struct lexer_reading *reading,
    const struct law_source *source, struct lexer_lines *lines);

/*
 * Reads the tokens of a text of one line into `line`, whose other members
 * say where it stands; false after a fault.
 */
bool lexer_read_line(struct lexer_reading *reading, const char *file,
    struct bytes text, struct lexer_line *line);

/* A copy of a token's text as it is written. */
const char *lexer_text(struct arena *arena, const struct lexer_token *token);

/* True where the token is exactly this text. */
bool lexer_is(const struct lexer_token *token, const char *text);

#endif
