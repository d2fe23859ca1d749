/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Norms, expectations and questions: SUBJECT[, …] VERB: OBJECT[, …][; …].
 */
#include "law/syntax_internal.h"

#include <string.h>

enum { VERB_TOKENS_MAX = 8 };

static bool verb_find(struct syntax_parser *parser, size_t colon,
    enum syntax_asking asking, size_t *start, struct syntax_norm *norm);
static bool verb_unknown(struct syntax_parser *parser, size_t colon,
    enum syntax_asking asking);
static bool subjects_read(struct syntax_parser *parser, size_t end,
    enum syntax_asking asking, struct syntax_norm *norm);
static bool objects_read(struct syntax_parser *parser,
    enum syntax_asking asking, struct syntax_norm *norm);
static bool clauses_read(
    struct syntax_parser *parser, struct syntax_norm *norm);
static bool is_subject_open(const struct syntax_parser *parser, size_t end,
    enum syntax_asking asking);
static bool is_asked(const struct syntax_parser *parser, size_t end);

bool syntax_norm(struct syntax_parser *parser, enum syntax_asking asking,
    const struct syntax_norm **norm)
{
    size_t colon = parser->at;
    while (colon < parser->line->count &&
        syntax_token(parser, colon)->kind != LEXER_COLON) {
        colon++;
    }
    if (colon == parser->line->count || colon == parser->at) {
        (void)syntax_fault(parser, "law.sentence-wanted");
        return false;
    }
    struct syntax_norm *read = arena_take(parser->arena, sizeof *read);
    size_t verb = colon;
    if (!verb_find(parser, colon, asking, &verb, read) ||
        !subjects_read(parser, verb, asking, read)) {
        return false;
    }
    parser->at = colon + 1;
    if (!objects_read(parser, asking, read) || !clauses_read(parser, read)) {
        return false;
    }
    *norm = read;
    return syntax_end(parser);
}

/* The verb is the longest one that ends at the colon. */
static bool verb_find(struct syntax_parser *parser, size_t colon,
    enum syntax_asking asking, size_t *start, struct syntax_norm *norm)
{
    size_t count = colon - parser->at;
    *start = count > VERB_TOKENS_MAX ? colon - VERB_TOKENS_MAX
                                     : parser->at + 1;
    for (; *start < colon; (*start)++) {
        struct lexicon_match match;
        const struct lexer_token *first = syntax_token(parser, *start);
        if (lexicon_match_all(parser->lexicon, LEXICON_VERB, first,
                colon - *start, &match)) {
            norm->verb = match.entry;
            return syntax_language(parser, &match, first->column);
        }
    }
    if (asking == SYNTAX_ASKING_X && count > 1) {
        struct syntax_parser last = *parser;
        last.at = colon - 1;
        if (is_asked(&last, colon)) {
            *start = colon - 1;
            return true;
        }
    }
    return verb_unknown(parser, colon, asking);
}

/* Tells which part is no verb: what is left after the subjects. */
static bool verb_unknown(struct syntax_parser *parser, size_t colon,
    enum syntax_asking asking)
{
    size_t at = parser->at;
    at += is_subject_open(parser, at + 1, asking) ? 1 : 0;
    struct lexicon_match match;
    while (at < colon &&
        lexicon_match(parser->lexicon, LEXICON_WORD, syntax_token(parser, at),
            colon - at, &match)) {
        at += match.length;
        if (at == colon || syntax_token(parser, at)->kind != LEXER_COMMA) {
            break;
        }
        at++;
    }
    if (at == colon) {
        parser->at = colon;
        (void)syntax_fault(parser, "law.verb-wanted");
        return false;
    }
    unsigned column = syntax_token(parser, at)->column;
    if (lexicon_match_all(parser->lexicon, LEXICON_VERB,
            syntax_token(parser, at), colon - at, &match)) {
        (void)syntax_fault_at(parser, column, "law.word-wanted");
        return false;
    }
    const char *text = syntax_written(parser, at, colon);
    return syntax_unknown(parser, column, "law.verb-unknown",
        "law.verb-unknown-nearest", text,
        lexicon_nearest(parser->lexicon, LEXICON_VERB, text));
}

static bool subjects_read(struct syntax_parser *parser, size_t end,
    enum syntax_asking asking, struct syntax_norm *norm)
{
    return is_subject_open(parser, end, asking) ||
        syntax_words(parser, end, &norm->subjects, &norm->subjects_count);
}

static bool objects_read(struct syntax_parser *parser,
    enum syntax_asking asking, struct syntax_norm *norm)
{
    static const char *const everything[] = {"*"};
    size_t end = syntax_clause_end(parser);
    if (asking == SYNTAX_ASKING_X && is_asked(parser, end)) {
        parser->at = end;
        return true;
    }
    if (end - parser->at == 1 && lexer_is(syntax_peek(parser), "*")) {
        norm->objects = everything;
        norm->objects_count = 1;
        parser->at = end;
        return true;
    }
    return syntax_words(parser, end, &norm->objects, &norm->objects_count);
}

static bool clauses_read(
    struct syntax_parser *parser, struct syntax_norm *norm)
{
    struct syntax_clause clauses[LAW_LIST_MAX];
    while (syntax_take(parser, LEXER_SEMICOLON)) {
        if (!syntax_clause_add(parser, syntax_clause_end(parser), false,
                clauses, &norm->clauses_count)) {
            return false;
        }
    }
    if (norm->clauses_count == 0) {
        return true;
    }
    struct syntax_clause *kept =
        arena_take_array(parser->arena, norm->clauses_count, sizeof *kept);
    memcpy(kept, clauses, norm->clauses_count * sizeof *kept);
    norm->clauses = kept;
    return true;
}

/* `none` of an expectation, X of a question, alone up to `end`. */
static bool is_subject_open(const struct syntax_parser *parser, size_t end,
    enum syntax_asking asking)
{
    return (asking == SYNTAX_ASKING_X && is_asked(parser, end)) ||
        (asking == SYNTAX_ASKING_NONE && end - parser->at == 1 &&
            lexer_is(syntax_peek(parser), "none"));
}

/* X, or the Cyrillic letter that looks so, alone up to `end`. */
static bool is_asked(const struct syntax_parser *parser, size_t end)
{
    return end - parser->at == 1 &&
        (lexer_is(syntax_peek(parser), "X") ||
            lexer_is(syntax_peek(parser), "Х"));
}
