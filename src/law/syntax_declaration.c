/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Declarations: word, verb, keyword, each in one line.
 */
#include "law/syntax_internal.h"

#include <string.h>

#include "law/nearest.h"

static const char *const word_kinds[] = {"organ", "office", "person", "class",
    "matter", "level", "form", "way", "field", "base", "event", "plot", "term",
    "reason"};
static const char *const keyword_kinds[] = {
    "stage", "clause", "bound", "unit", "relation", "noise"};
static const char *const effects[] = {"binding", "blocking", "triggering",
    "consultative", "status", "establishment", "duty", "bar", "right",
    "territory", "term"};

static bool kind_read(struct syntax_parser *parser, const char *clause,
    const char *const *known, size_t count, struct syntax_declaration *read);
static bool part_read(
    struct syntax_parser *parser, struct syntax_declaration *read);
static bool wider_read(
    struct syntax_parser *parser, struct syntax_declaration *read);
static bool names_read(struct syntax_parser *parser, enum language language,
    struct syntax_declaration *read);

bool syntax_declaration(struct syntax_parser *parser, struct syntax_node *node)
{
    struct syntax_declaration *read = arena_take(parser->arena, sizeof *read);
    bool is_verb = false;
    bool is_word = syntax_take_text(parser, "word");
    if (!is_word) {
        is_verb = syntax_take_text(parser, "verb");
    }
    if (!is_word && !is_verb) {
        (void)syntax_take_text(parser, "keyword");
    }
    read->table = is_word ? LEXICON_WORD
        : is_verb         ? LEXICON_VERB
                          : LEXICON_STAGE;
    if (!syntax_identifier(parser, &read->id)) {
        return false;
    }
    if (!syntax_take(parser, LEXER_SEMICOLON)) {
        (void)message_text(syntax_fault(parser, "law.head-lacks"), "text",
            is_verb ? "effect" : "kind");
        return false;
    }
    bool is_good = is_word ? kind_read(parser, "kind", word_kinds,
                       sizeof word_kinds / sizeof *word_kinds, read)
        : is_verb          ? kind_read(parser, "effect", effects,
                       sizeof effects / sizeof *effects, read)
                           : kind_read(parser, "kind", keyword_kinds,
                       sizeof keyword_kinds / sizeof *keyword_kinds, read);
    while (is_good && syntax_take(parser, LEXER_SEMICOLON)) {
        is_good = part_read(parser, read);
    }
    if (!is_good || !syntax_end(parser)) {
        return false;
    }
    node->kind = SYNTAX_DECLARATION;
    node->of.declaration = read;
    return true;
}

static bool kind_read(struct syntax_parser *parser, const char *clause,
    const char *const *known, size_t count, struct syntax_declaration *read)
{
    if (!syntax_take_text(parser, clause)) {
        (void)message_text(
            syntax_fault(parser, "law.head-lacks"), "text", clause);
        return false;
    }
    if (!syntax_identifier(parser, &read->kind)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (strcmp(known[i], read->kind.text) == 0) {
            read->kind.text = known[i];
            return true;
        }
    }
    return syntax_unknown(parser, read->kind.column, "law.kind-unknown",
        "law.kind-unknown-nearest", read->kind.text,
        nearest_of(read->kind.text, known, count));
}

/* `is …`, or the names in a language. */
static bool part_read(
    struct syntax_parser *parser, struct syntax_declaration *read)
{
    if (read->table == LEXICON_WORD && read->wider == NULL &&
        syntax_take_text(parser, "is")) {
        return wider_read(parser, read);
    }
    const struct lexer_token *token = syntax_peek(parser);
    for (int i = 0; token != NULL && i < LANGUAGE_COUNT; i++) {
        enum language language = (enum language)i;
        if (read->names_count[i] == 0 &&
            syntax_take_text(parser, language_tag(language))) {
            return names_read(parser, language, read);
        }
    }
    const char *text =
        syntax_written(parser, parser->at, syntax_clause_end(parser));
    (void)message_text(
        syntax_fault(parser, "law.names-wanted"), "text", text);
    return false;
}

static bool wider_read(
    struct syntax_parser *parser, struct syntax_declaration *read)
{
    struct syntax_reference taken[LAW_LIST_MAX];
    size_t count = 0;
    do {
        if (count == LAW_LIST_MAX) {
            (void)message_number(
                syntax_fault(parser, "law.list-too-long"), "max",
                LAW_LIST_MAX);
            return false;
        }
        if (!syntax_identifier(parser, &taken[count])) {
            return false;
        }
        count++;
    } while (syntax_take(parser, LEXER_COMMA));
    struct syntax_reference *kept =
        arena_take_array(parser->arena, count, sizeof *kept);
    memcpy(kept, taken, count * sizeof *kept);
    read->wider = kept;
    read->wider_count = count;
    return true;
}

static bool names_read(struct syntax_parser *parser, enum language language,
    struct syntax_declaration *read)
{
    const char *taken[LAW_LIST_MAX];
    size_t count = 0;
    do {
        if (count == LAW_LIST_MAX) {
            (void)message_number(
                syntax_fault(parser, "law.list-too-long"), "max",
                LAW_LIST_MAX);
            return false;
        }
        if (!syntax_quote(parser, &taken[count])) {
            return false;
        }
        count++;
    } while (syntax_take(parser, LEXER_COMMA));
    const char **kept =
        arena_take_array(parser->arena, count, sizeof(const char *));
    memcpy(kept, taken, count * sizeof(const char *));
    read->names[language] = kept;
    read->names_count[language] = count;
    return true;
}
