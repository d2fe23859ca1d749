/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Sentences of procedures: LABEL STAGE: WORDS or AMOUNT [; CLAUSE…].
 */
#include "law/syntax_internal.h"

#include <string.h>

static bool stage_word(
    struct syntax_parser *parser, struct syntax_stage *stage);
static bool part_read(struct syntax_parser *parser, bool is_first,
    struct syntax_stage *stage, struct syntax_clause *clauses);
static bool begins_known(const struct syntax_parser *parser, size_t end);

bool syntax_stage(struct syntax_parser *parser, struct syntax_node *node)
{
    struct syntax_clause clauses[LAW_LIST_MAX];
    struct syntax_stage *stage = arena_take(parser->arena, sizeof *stage);
    if (!syntax_label(parser, node) || !stage_word(parser, stage)) {
        return false;
    }
    bool is_first = true;
    do {
        if (!part_read(parser, is_first, stage, clauses)) {
            return false;
        }
        is_first = false;
    } while (syntax_take(parser, LEXER_SEMICOLON));
    struct syntax_clause *kept =
        arena_take_array(parser->arena, stage->clauses_count, sizeof *kept);
    memcpy(kept, clauses, stage->clauses_count * sizeof *kept);
    stage->clauses = kept;
    node->of.stage = stage;
    return syntax_end(parser);
}

/* The stage and its colon. */
static bool stage_word(
    struct syntax_parser *parser, struct syntax_stage *stage)
{
    size_t colon = parser->at;
    while (colon < parser->line->count &&
        syntax_token(parser, colon)->kind != LEXER_COLON) {
        colon++;
    }
    if (colon == parser->line->count || colon == parser->at) {
        (void)syntax_fault(parser, "law.stage-wanted");
        return false;
    }
    const struct lexer_token *first = syntax_peek(parser);
    struct lexicon_match match;
    if (!lexicon_match_all(parser->lexicon, LEXICON_STAGE, first,
            colon - parser->at, &match)) {
        const char *text = syntax_written(parser, parser->at, colon);
        return syntax_unknown(parser, first->column, "law.stage-unknown",
            "law.stage-unknown-nearest", text,
            lexicon_nearest(parser->lexicon, LEXICON_STAGE, text));
    }
    stage->kind = match.entry->stage;
    parser->at = colon + 1;
    return syntax_language(parser, &match, first->column);
}

/* What stands up to the next `;`: words, the amount, or a clause. */
static bool part_read(struct syntax_parser *parser, bool is_first,
    struct syntax_stage *stage, struct syntax_clause *clauses)
{
    size_t end = syntax_clause_end(parser);
    if (parser->at == end) {
        (void)syntax_fault(
            parser, is_first ? "law.stage-empty" : "law.clause-wanted");
        return false;
    }
    if (syntax_is_stage_clause(parser, end)) {
        return syntax_clause_add(
            parser, end, true, clauses, &stage->clauses_count);
    }
    if (syntax_is_amount(parser, end) &&
        (is_first || begins_known(parser, end))) {
        if (stage->amount.given) {
            (void)message_text(syntax_fault(parser, "law.amount-twice"),
                "text", syntax_written(parser, parser->at, end));
            return false;
        }
        return syntax_amount(parser, end, &stage->amount);
    }
    if (is_first) {
        return syntax_words(
            parser, end, &stage->words, &stage->words_count);
    }
    return syntax_clause_add(
        parser, end, true, clauses, &stage->clauses_count);
}

/* Further parts that begin with what nobody knows want a clause's keyword. */
static bool begins_known(const struct syntax_parser *parser, size_t end)
{
    const struct lexer_token *first = syntax_peek(parser);
    struct lexicon_match match;
    return (first->start[0] >= '0' && first->start[0] <= '9') ||
        lexicon_match(parser->lexicon, LEXICON_AMOUNT, first,
            end - parser->at, &match) ||
        lexicon_match(
            parser->lexicon, LEXICON_WORD, first, end - parser->at, &match);
}
