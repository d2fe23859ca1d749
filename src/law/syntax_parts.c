/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The parts of which sentences and heads are made: words and lists of them,
 * dates, identifiers, places, labels.
 */
#include "law/syntax_internal.h"

#include <assert.h>
#include <string.h>

#include "law/nearest.h"

static bool word_take(struct syntax_parser *parser, size_t end,
    const struct lexicon_entry **entry);
static size_t list_item_end(const struct syntax_parser *parser, size_t end);
static bool list_has(const char *const *words, size_t count, const char *word);
static bool consists_of(const struct lexer_token *token, const char *letters);

static const char LABEL_LETTERS[] =
    "abcdefghijklmnopqrstuvwxyz0123456789.-";
static const char ID_LETTERS[] = "abcdefghijklmnopqrstuvwxyz"
                                 "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

bool syntax_one_word(struct syntax_parser *parser, size_t end,
    const struct lexicon_entry **entry)
{
    if (!word_take(parser, end, entry)) {
        return false;
    }
    if (parser->at < end) {
        const char *rest = syntax_written(parser, parser->at, end);
        (void)message_text(
            syntax_fault(parser, "law.unexpected"), "text", rest);
        return false;
    }
    return true;
}

bool syntax_words(struct syntax_parser *parser, size_t end,
    const char *const **words, size_t *count)
{
    const char *taken[LAW_LIST_MAX];
    size_t taken_count = 0;
    do {
        const struct lexer_token *first = syntax_peek(parser);
        const struct lexicon_entry *entry = NULL;
        if (taken_count == LAW_LIST_MAX) {
            (void)message_number(
                syntax_fault(parser, "law.list-too-long"), "max",
                LAW_LIST_MAX);
            return false;
        }
        if (!word_take(parser, end, &entry)) {
            return false;
        }
        assert(entry != NULL);
        if (list_has(taken, taken_count, entry->id)) {
            (void)message_text(
                syntax_fault_at(parser, first->column, "law.list-twice"),
                "text", entry->id);
            return false;
        }
        taken[taken_count++] = entry->id;
    } while (parser->at < end && syntax_take(parser, LEXER_COMMA));
    const char **kept = arena_take_array(
        parser->arena, taken_count, sizeof(const char *));
    memcpy(kept, taken, taken_count * sizeof(const char *));
    *words = kept;
    *count = taken_count;
    return true;
}

bool syntax_words_fit(const struct syntax_parser *parser, size_t end)
{
    for (size_t at = parser->at; at < end; at++) {
        struct lexicon_match match;
        if (!lexicon_match(parser->lexicon, LEXICON_WORD,
                syntax_token(parser, at), end - at, &match)) {
            return false;
        }
        at += match.length;
        if (at == end) {
            return true;
        }
        if (syntax_token(parser, at)->kind != LEXER_COMMA) {
            return false;
        }
    }
    return false;
}

bool syntax_levels(struct syntax_parser *parser, size_t end,
    const char *const **words, size_t *count)
{
    const struct lexer_token *first = syntax_peek(parser);
    if (!syntax_words(parser, end, words, count)) {
        return false;
    }
    for (size_t i = 0; i < *count; i++) {
        const struct lexicon_entry *entry =
            lexicon_find(parser->lexicon, LEXICON_WORD, (*words)[i]);
        if (strcmp(entry->kind, "level") != 0) {
            (void)message_text(
                syntax_fault_at(parser, first->column, "law.not-a-level"),
                "text", entry->id);
            return false;
        }
    }
    return true;
}

bool syntax_date(struct syntax_parser *parser, struct syntax_date *date)
{
    date->unchecked = syntax_take(parser, LEXER_MARK);
    const struct lexer_token *token = syntax_peek(parser);
    if (token == NULL || token->kind != LEXER_WORD) {
        (void)syntax_fault(parser, "law.date-wanted");
        return false;
    }
    const char *text = lexer_text(parser->arena, token);
    if (!date_parse(text, &date->date)) {
        (void)message_text(
            syntax_fault(parser, "law.date-wrong"), "text", text);
        return false;
    }
    date->column = token->column;
    parser->at++;
    return true;
}

bool syntax_identifier(
    struct syntax_parser *parser, struct syntax_reference *reference)
{
    const struct lexer_token *token = syntax_peek(parser);
    if (token == NULL || !consists_of(token, ID_LETTERS)) {
        (void)syntax_fault(parser, "law.identifier-wanted");
        return false;
    }
    reference->text = lexer_text(parser->arena, token);
    reference->column = token->column;
    parser->at++;
    return true;
}

bool syntax_path(
    struct syntax_parser *parser, struct syntax_reference *reference)
{
    const struct lexer_token *token = syntax_peek(parser);
    if (token == NULL || !consists_of(token, LABEL_LETTERS)) {
        (void)syntax_fault(parser, "law.path-wanted");
        return false;
    }
    reference->text = lexer_text(parser->arena, token);
    reference->column = token->column;
    parser->at++;
    return true;
}

bool syntax_place(
    struct syntax_parser *parser, size_t end, struct syntax_place *place)
{
    struct syntax_reference paths[LAW_LIST_MAX];
    size_t count = 0;
    if (!syntax_identifier(parser, &place->act)) {
        return false;
    }
    do {
        if (count == LAW_LIST_MAX) {
            (void)message_number(
                syntax_fault(parser, "law.list-too-long"), "max",
                LAW_LIST_MAX);
            return false;
        }
        if (!syntax_path(parser, &paths[count])) {
            return false;
        }
        count++;
    } while (parser->at < end && syntax_take(parser, LEXER_COMMA));
    struct syntax_reference *kept =
        arena_take_array(parser->arena, count, sizeof *kept);
    memcpy(kept, paths, count * sizeof *kept);
    place->paths = kept;
    place->paths_count = count;
    return true;
}

bool syntax_quote(struct syntax_parser *parser, const char **text)
{
    const struct lexer_token *token = syntax_peek(parser);
    if (token == NULL || token->kind != LEXER_QUOTE || token->length == 0) {
        (void)syntax_fault(parser, "law.quote-wanted");
        return false;
    }
    *text = lexer_text(parser->arena, token);
    parser->at++;
    return true;
}

bool syntax_label(struct syntax_parser *parser, struct syntax_node *node)
{
    node->unchecked = syntax_take(parser, LEXER_MARK);
    const struct lexer_token *token = syntax_peek(parser);
    if (token == NULL || !consists_of(token, LABEL_LETTERS) ||
        token->start[0] < '0' || token->start[0] > '9') {
        (void)syntax_fault(parser, "law.label-wanted");
        return false;
    }
    node->label = lexer_text(parser->arena, token);
    parser->at++;
    return true;
}

/* The longest word that stands next, and only it up to a comma or `end`. */
static bool word_take(struct syntax_parser *parser, size_t end,
    const struct lexicon_entry **entry)
{
    const struct lexer_token *first = syntax_peek(parser);
    if (parser->at >= end) {
        (void)syntax_fault(parser, "law.word-wanted");
        return false;
    }
    size_t item_end = list_item_end(parser, end);
    struct lexicon_match match;
    if (lexicon_match(parser->lexicon, LEXICON_WORD, first,
            end - parser->at, &match)) {
        size_t after = parser->at + match.length;
        if (after == end ||
            syntax_token(parser, after)->kind == LEXER_COMMA) {
            parser->at = after;
            *entry = match.entry;
            return syntax_language(parser, &match, first->column);
        }
        item_end = item_end > after ? item_end : after;
    }
    if (item_end == parser->at) {
        (void)syntax_fault(parser, "law.word-wanted");
        return false;
    }
    const char *text = syntax_written(parser, parser->at, item_end);
    return syntax_unknown(parser, first->column, "law.word-unknown",
        "law.word-unknown-nearest", text,
        lexicon_nearest(parser->lexicon, LEXICON_WORD, text));
}

static size_t list_item_end(const struct syntax_parser *parser, size_t end)
{
    size_t at = parser->at;
    while (at < end && syntax_token(parser, at)->kind != LEXER_COMMA) {
        at++;
    }
    return at;
}

static bool list_has(const char *const *words, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++) {
        if (words[i] == word) {
            return true;
        }
    }
    return false;
}

static bool consists_of(const struct lexer_token *token, const char *letters)
{
    if (token->kind != LEXER_WORD) {
        return false;
    }
    for (unsigned i = 0; i < token->length; i++) {
        if (token->start[i] == '\0' ||
            strchr(letters, token->start[i]) == NULL) {
            return false;
        }
    }
    return true;
}
