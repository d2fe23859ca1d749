/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The parser's place in its line, and how it tells faults.
 */
#include "law/syntax_internal.h"

#include <string.h>

#include "base/utf8.h"

const struct lexer_token *syntax_token(
    const struct syntax_parser *parser, size_t index)
{
    return index < parser->line->count ? &parser->line->tokens[index] : NULL;
}

const struct lexer_token *syntax_peek(const struct syntax_parser *parser)
{
    return syntax_token(parser, parser->at);
}

bool syntax_is_at_end(const struct syntax_parser *parser)
{
    return parser->at >= parser->line->count;
}

bool syntax_take(struct syntax_parser *parser, enum lexer_kind kind)
{
    const struct lexer_token *token = syntax_peek(parser);
    bool is_here = token != NULL && token->kind == kind;
    parser->at += is_here ? 1 : 0;
    return is_here;
}

bool syntax_take_text(struct syntax_parser *parser, const char *text)
{
    const struct lexer_token *token = syntax_peek(parser);
    bool is_here = token != NULL && lexer_is(token, text);
    parser->at += is_here ? 1 : 0;
    return is_here;
}

size_t syntax_clause_end(const struct syntax_parser *parser)
{
    size_t end = parser->at;
    while (end < parser->line->count &&
        parser->line->tokens[end].kind != LEXER_SEMICOLON) {
        end++;
    }
    return end;
}

const char *syntax_written(
    const struct syntax_parser *parser, size_t from, size_t end)
{
    if (from >= end || from >= parser->line->count) {
        return "";
    }
    const struct lexer_token *first = &parser->line->tokens[from];
    const struct lexer_token *last = &parser->line->tokens[end - 1];
    return arena_text_n(parser->arena, first->start,
        (size_t)(last->start - first->start) + last->length);
}

struct message *syntax_fault_at(
    struct syntax_parser *parser, unsigned column, const char *key)
{
    return diagnostic_add(
        parser->faults, parser->file, parser->line->number, column, key);
}

struct message *syntax_fault(struct syntax_parser *parser, const char *key)
{
    const struct lexer_token *token = syntax_peek(parser);
    unsigned column = 1;
    if (token != NULL) {
        column = token->column;
    } else if (parser->line->count > 0) {
        /* Just past the last token. */
        token = &parser->line->tokens[parser->line->count - 1];
        size_t signs = token->kind == LEXER_QUOTE ? 2 : 0;
        column = token->column + (unsigned)(signs +
            utf8_length(lexer_text(parser->arena, token)));
    }
    return syntax_fault_at(parser, column, key);
}

bool syntax_unknown(struct syntax_parser *parser, unsigned column,
    const char *key, const char *key_nearest, const char *text,
    const char *nearest)
{
    struct message *message = syntax_fault_at(
        parser, column, nearest == NULL ? key : key_nearest);
    (void)message_text(message, "text", text);
    if (nearest != NULL) {
        (void)message_text(message, "nearest", nearest);
    }
    return false;
}

bool syntax_unknown_of(struct syntax_parser *parser, size_t end,
    enum lexicon_table table, const char *key, const char *key_nearest)
{
    enum { TOKENS_MAX = 3 };
    const enum lexicon_table tables[] = {table, LEXICON_WORD};
    const struct lexer_token *first = &parser->line->tokens[parser->at];
    size_t longest = end - parser->at;
    longest = longest < TOKENS_MAX ? longest : TOKENS_MAX;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        for (size_t length = longest; length > 0; length--) {
            const char *text =
                syntax_written(parser, parser->at, parser->at + length);
            const char *nearest =
                lexicon_nearest(parser->lexicon, tables[i], text);
            if (nearest != NULL) {
                return syntax_unknown(parser, first->column, key, key_nearest,
                    text, nearest);
            }
        }
    }
    return syntax_unknown(parser, first->column, key, key_nearest,
        lexer_text(parser->arena, first), NULL);
}

bool syntax_language(struct syntax_parser *parser,
    const struct lexicon_match *match, unsigned column)
{
    parser->has_russian |= match->languages == 1u << LANGUAGE_RU;
    parser->has_kazakh |= match->languages == 1u << LANGUAGE_KK;
    if (parser->has_russian && parser->has_kazakh) {
        (void)syntax_fault_at(parser, column, "law.languages-mixed");
        return false;
    }
    return true;
}

bool syntax_end(struct syntax_parser *parser)
{
    if (syntax_is_at_end(parser)) {
        return true;
    }
    const char *rest =
        syntax_written(parser, parser->at, parser->line->count);
    (void)message_text(
        syntax_fault(parser, "law.unexpected"), "text", rest);
    return false;
}
