/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Amounts: a bag of known tokens in any order, so that each language keeps
 * its own ("at least 10 calendar-days before sitting"; «отырысқа дейін
 * кемінде 10 күнтізбелік күн»).
 */
#include "law/syntax_internal.h"

#include <string.h>

#include "base/number.h"

static const int64_t NUMBER_MAX = 1000000000; /* as of struct fraction */

/* What was met so far. */
struct bag {
    struct law_amount amount;
    bool has_number;
    bool has_bound;
    unsigned column; /* of its first token */
};

static bool token_take(
    struct syntax_parser *parser, size_t end, struct bag *bag);
static bool number_take(
    struct syntax_parser *parser, size_t end, struct bag *bag);
static bool keyword_take(struct syntax_parser *parser,
    const struct lexicon_match *match, struct bag *bag);
static bool word_put(struct syntax_parser *parser,
    const struct lexicon_match *match, struct bag *bag);
static bool put(struct syntax_parser *parser, const char **member,
    const char *value, size_t length);
static bool bag_check(struct syntax_parser *parser, const struct bag *bag);
static const char *number_text(
    struct syntax_parser *parser, const struct lexer_token *token);
static bool is_ending(const struct lexer_token *token, unsigned from);
static bool is_number(const struct lexer_token *token);
static bool is_of(const struct syntax_parser *parser, size_t end);

bool syntax_is_missing(const struct syntax_parser *parser, size_t end)
{
    struct lexicon_match match;
    return parser->at < end &&
        lexicon_match_all(parser->lexicon, LEXICON_AMOUNT,
            syntax_peek(parser), end - parser->at, &match) &&
        match.entry->amount == LEXICON_AMOUNT_MISSING;
}

bool syntax_is_amount(const struct syntax_parser *parser, size_t end)
{
    for (size_t at = parser->at; at < end;) {
        const struct lexer_token *token = syntax_token(parser, at);
        struct lexicon_match keyword = {.length = 0};
        struct lexicon_match word = {.length = 0};
        (void)lexicon_match(
            parser->lexicon, LEXICON_AMOUNT, token, end - at, &keyword);
        (void)lexicon_match(
            parser->lexicon, LEXICON_WORD, token, end - at, &word);
        bool is_keyword = keyword.length > 0 &&
            keyword.length >= word.length &&
            keyword.entry->amount != LEXICON_AMOUNT_NOISE;
        if (is_keyword || is_number(token)) {
            return true;
        }
        at += word.length > 0 ? word.length : 1;
    }
    return false;
}

bool syntax_amount(
    struct syntax_parser *parser, size_t end, struct law_amount *amount)
{
    if (parser->at >= end) {
        (void)syntax_fault(parser, "law.amount-wanted");
        return false;
    }
    struct bag bag = {.column = syntax_peek(parser)->column};
    bag.amount.given = true;
    if (syntax_is_missing(parser, end)) {
        struct lexicon_match match;
        (void)lexicon_match_all(parser->lexicon, LEXICON_AMOUNT,
            syntax_peek(parser), end - parser->at, &match);
        bag.amount.missing = true;
        *amount = bag.amount;
        parser->at = end;
        return syntax_language(parser, &match, bag.column);
    }
    while (parser->at < end) {
        if (!token_take(parser, end, &bag)) {
            return false;
        }
    }
    *amount = bag.amount;
    return bag_check(parser, &bag);
}

static bool token_take(
    struct syntax_parser *parser, size_t end, struct bag *bag)
{
    const struct lexer_token *token = syntax_peek(parser);
    if (is_number(token)) {
        return number_take(parser, end, bag);
    }
    struct lexicon_match keyword = {.length = 0};
    struct lexicon_match word = {.length = 0};
    (void)lexicon_match(parser->lexicon, LEXICON_AMOUNT, token,
        end - parser->at, &keyword);
    (void)lexicon_match(
        parser->lexicon, LEXICON_WORD, token, end - parser->at, &word);
    if (keyword.length > 0 && keyword.length >= word.length) {
        return syntax_language(parser, &keyword, token->column) &&
            keyword_take(parser, &keyword, bag);
    }
    if (word.length > 0) {
        return syntax_language(parser, &word, token->column) &&
            word_put(parser, &word, bag);
    }
    if (is_of(parser, end)) {
        parser->at++;
        return true;
    }
    return syntax_unknown_of(parser, end, LEXICON_AMOUNT,
        "law.amount-unknown", "law.amount-unknown-nearest");
}

/* 3, 1/2, 10 %, and with a Kazakh ending: 1/2-інен. */
static bool number_take(
    struct syntax_parser *parser, size_t end, struct bag *bag)
{
    const struct lexer_token *token = syntax_peek(parser);
    const char *text = number_text(parser, token);
    if (bag->has_number) {
        (void)message_text(
            syntax_fault(parser, "law.amount-twice"), "text", text);
        return false;
    }
    bag->has_number = true;
    parser->at++;
    bool is_percent = parser->at < end && syntax_take_text(parser, "%");
    if (is_percent && parser->at < end && is_ending(syntax_peek(parser), 0)) {
        parser->at++;
    }
    if (is_percent || strchr(text, '/') != NULL) {
        struct fraction *share = &bag->amount.value;
        bag->amount.is_share = true;
        if (fraction_parse(is_percent
                    ? arena_format(parser->arena, "%s %%", text)
                    : text,
                share) &&
            share->numerator <= share->denominator) {
            return true;
        }
        (void)message_text(
            syntax_fault_at(parser, token->column, "law.share-wrong"),
            "text", text);
        return false;
    }
    int64_t number = 0;
    if (!number_parse(text, &number) || number < 0 || number > NUMBER_MAX) {
        (void)message_text(
            syntax_fault_at(parser, token->column, "law.number-wrong"),
            "text", text);
        return false;
    }
    bag->amount.value = (struct fraction){number, 1};
    return true;
}

static bool keyword_take(struct syntax_parser *parser,
    const struct lexicon_match *match, struct bag *bag)
{
    const struct lexicon_entry *entry = match->entry;
    switch (entry->amount) {
    case LEXICON_AMOUNT_BOUND:
        if (bag->has_bound) {
            (void)message_text(
                syntax_fault(parser, "law.amount-twice"), "text", entry->id);
            return false;
        }
        bag->has_bound = true;
        bag->amount.bound = entry->bound;
        parser->at += match->length;
        return true;
    case LEXICON_AMOUNT_UNIT:
        return put(parser, &bag->amount.unit, entry->id, match->length);
    case LEXICON_AMOUNT_RELATION:
        return put(parser, &bag->amount.relation, entry->id, match->length);
    case LEXICON_AMOUNT_MISSING:
        (void)syntax_fault(parser, "law.amount-missing-alone");
        return false;
    case LEXICON_AMOUNT_NOISE:
        parser->at += match->length;
        return true;
    }
    return false;
}

/* An event, or the base of a share. */
static bool word_put(struct syntax_parser *parser,
    const struct lexicon_match *match, struct bag *bag)
{
    bool is_event = strcmp(match->entry->kind, "event") == 0;
    return put(parser, is_event ? &bag->amount.event : &bag->amount.base,
        match->entry->id, match->length);
}

static bool put(struct syntax_parser *parser, const char **member,
    const char *value, size_t length)
{
    if (*member != NULL) {
        (void)message_text(
            syntax_fault(parser, "law.amount-twice"), "text", value);
        return false;
    }
    *member = value;
    parser->at += length;
    return true;
}

/* What belongs together is all there. */
static bool bag_check(struct syntax_parser *parser, const struct bag *bag)
{
    const struct law_amount *amount = &bag->amount;
    const char *key = NULL;
    if (!bag->has_number) {
        key = "law.amount-wanted";
    } else if (amount->is_share && amount->base == NULL) {
        key = "law.amount-base-wanted";
    } else if (amount->is_share && amount->unit != NULL) {
        key = "law.amount-share-unit";
    } else if (!amount->is_share && amount->unit == NULL) {
        key = "law.amount-unit-wanted";
    } else if (!amount->is_share && amount->base != NULL) {
        key = "law.amount-base-alone";
    } else if ((amount->relation == NULL) != (amount->event == NULL)) {
        key = "law.amount-event-wanted";
    }
    if (key != NULL) {
        (void)syntax_fault_at(parser, bag->column, key);
    }
    return key == NULL;
}

/* A number as it is written, without its ending: 1/2 of 1/2-інен. */
static const char *number_text(
    struct syntax_parser *parser, const struct lexer_token *token)
{
    unsigned length = 0;
    while (length < token->length && !is_ending(token, length)) {
        length++;
    }
    return arena_text_n(parser->arena, token->start, length);
}

/* True where a hyphen and letters that are not Latin stand at `from`. */
static bool is_ending(const struct lexer_token *token, unsigned from)
{
    return token->kind == LEXER_WORD && token->length > from + 1 &&
        token->start[from] == '-' &&
        (unsigned char)token->start[from + 1] >= 0x80;
}

static bool is_number(const struct lexer_token *token)
{
    return token->kind == LEXER_WORD && token->start[0] >= '0' &&
        token->start[0] <= '9';
}

/* The `of` before a base; in other languages noise words do the same. */
static bool is_of(const struct syntax_parser *parser, size_t end)
{
    return end - parser->at > 1 && lexer_is(syntax_peek(parser), "of");
}
