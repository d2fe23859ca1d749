/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Clauses: a keyword and what it is about.  The keyword may also come last,
 * as a Kazakh postposition does: «5 жұмыс күні ішінде».
 */
#include "law/syntax_internal.h"

#include <assert.h>
#include <string.h>

enum { KEYWORD_TOKENS_MAX = 6 };

/* Where a clause's keyword stands and what it leaves. */
struct found {
    struct lexicon_match match;
    size_t keyword; /* the index of its first token */
    size_t from;    /* its value: from … end, not included */
    size_t end;
};

static bool keyword_find(
    const struct syntax_parser *parser, size_t end, struct found *found);
static bool keyword_first(
    const struct syntax_parser *parser, size_t end, struct found *found);
static bool keyword_last(
    const struct syntax_parser *parser, size_t end, struct found *found);
static bool keyword_unknown(struct syntax_parser *parser, size_t end);
static bool value_read(struct syntax_parser *parser, const struct found *found,
    bool of_stage, struct syntax_clause *clause);
static bool words_read(struct syntax_parser *parser, const struct found *found,
    bool of_stage, struct syntax_clause *clause);
static bool capacity_check(
    struct syntax_parser *parser, const struct syntax_clause *clause);

bool syntax_is_stage_clause(const struct syntax_parser *parser, size_t end)
{
    struct found found;
    return keyword_find(parser, end, &found) && found.match.entry->of_stage;
}

bool syntax_clause(struct syntax_parser *parser, size_t end, bool of_stage,
    struct syntax_clause *clause)
{
    struct found found;
    if (!keyword_find(parser, end, &found)) {
        return keyword_unknown(parser, end);
    }
    const struct lexicon_entry *entry = found.match.entry;
    unsigned column = syntax_token(parser, found.keyword)->column;
    if (of_stage ? !entry->of_stage : !entry->of_norm) {
        (void)message_text(
            syntax_fault_at(parser, column,
                of_stage ? "law.clause-of-norms" : "law.clause-of-stages"),
            "text", entry->id);
        return false;
    }
    if (!syntax_language(parser, &found.match, column)) {
        return false;
    }
    *clause = (struct syntax_clause){
        .clause = {.id = entry->id}, .column = column};
    parser->at = found.from;
    if (!value_read(parser, &found, of_stage, clause)) {
        return false;
    }
    parser->at = end;
    return true;
}

bool syntax_clause_add(struct syntax_parser *parser, size_t end, bool of_stage,
    struct syntax_clause *taken, size_t *count)
{
    /* Each keyword comes once, and there are fewer. */
    assert(*count < LAW_LIST_MAX);
    struct syntax_clause *clause = &taken[*count];
    if (!syntax_clause(parser, end, of_stage, clause)) {
        return false;
    }
    for (size_t i = 0; i < *count; i++) {
        if (strcmp(taken[i].clause.id, clause->clause.id) == 0) {
            (void)message_text(
                syntax_fault_at(parser, clause->column, "law.clause-twice"),
                "text", clause->clause.id);
            return false;
        }
    }
    (*count)++;
    return true;
}

static bool keyword_find(
    const struct syntax_parser *parser, size_t end, struct found *found)
{
    return parser->at < end &&
        (keyword_first(parser, end, found) ||
            keyword_last(parser, end, found));
}

/* A keyword first, unless a longer word or an amount ("at least") does. */
static bool keyword_first(
    const struct syntax_parser *parser, size_t end, struct found *found)
{
    size_t count = end - parser->at;
    struct lexicon_match word = {.length = 0};
    struct lexicon_match amount = {.length = 0};
    if (!lexicon_match(parser->lexicon, LEXICON_CLAUSE, syntax_peek(parser),
            count, &found->match)) {
        return false;
    }
    (void)lexicon_match(parser->lexicon, LEXICON_WORD, syntax_peek(parser),
        count, &word);
    (void)lexicon_match(parser->lexicon, LEXICON_AMOUNT, syntax_peek(parser),
        count, &amount);
    found->keyword = parser->at;
    found->from = parser->at + found->match.length;
    found->end = end;
    return found->match.length >= word.length &&
        found->match.length >= amount.length;
}

static bool keyword_last(
    const struct syntax_parser *parser, size_t end, struct found *found)
{
    size_t start = end - parser->at > KEYWORD_TOKENS_MAX
        ? end - KEYWORD_TOKENS_MAX
        : parser->at + 1;
    for (; start < end; start++) {
        if (lexicon_match_all(parser->lexicon, LEXICON_CLAUSE,
                syntax_token(parser, start), end - start, &found->match)) {
            found->keyword = start;
            found->from = parser->at;
            found->end = start;
            /* A list of words that ends so by chance is no clause. */
            return !syntax_words_fit(parser, end);
        }
    }
    return false;
}

static bool keyword_unknown(struct syntax_parser *parser, size_t end)
{
    if (parser->at >= end) {
        (void)syntax_fault(parser, "law.clause-wanted");
        return false;
    }
    return syntax_unknown_of(parser, end, LEXICON_CLAUSE,
        "law.clause-unknown", "law.clause-unknown-nearest");
}

static bool value_read(struct syntax_parser *parser, const struct found *found,
    bool of_stage, struct syntax_clause *clause)
{
    switch (found->match.entry->value) {
    case LEXICON_VALUE_NONE:
        if (found->from < found->end) {
            (void)message_text(syntax_fault(parser, "law.unexpected"), "text",
                syntax_written(parser, found->from, found->end));
            return false;
        }
        return true;
    case LEXICON_VALUE_AMOUNT:
        if (!syntax_amount(parser, found->end, &clause->clause.amount)) {
            return false;
        }
        clause->clause.missing = clause->clause.amount.missing;
        return true;
    case LEXICON_VALUE_PLACE:
        return syntax_place(parser, found->end, &clause->place);
    case LEXICON_VALUE_WORDS:
        return words_read(parser, found, of_stage, clause);
    }
    return false;
}

static bool words_read(struct syntax_parser *parser, const struct found *found,
    bool of_stage, struct syntax_clause *clause)
{
    struct law_clause *read = &clause->clause;
    if (syntax_is_missing(parser, found->end)) {
        read->missing = true;
        return syntax_amount(parser, found->end, &read->amount);
    }
    if (strcmp(read->id, "at") == 0) {
        return syntax_levels(
            parser, found->end, &read->words, &read->words_count);
    }
    /* A norm may rest on an act, which is no word. */
    if (!of_stage && strcmp(read->id, "by") == 0 &&
        !syntax_words_fit(parser, found->end) &&
        found->end - found->from == 1) {
        if (!syntax_identifier(parser, &clause->place.act)) {
            return false;
        }
        const char **words = arena_take(parser->arena, sizeof(const char *));
        words[0] = clause->place.act.text;
        read->words = words;
        read->words_count = 1;
        return true;
    }
    return syntax_words(
               parser, found->end, &read->words, &read->words_count) &&
        capacity_check(parser, clause);
}

/* `as` has four values. */
static bool capacity_check(
    struct syntax_parser *parser, const struct syntax_clause *clause)
{
    static const char *const capacities[] = {
        "own", "delegated", "independent", "exclusive"};
    if (strcmp(clause->clause.id, "as") != 0) {
        return true;
    }
    for (size_t i = 0; i < sizeof capacities / sizeof *capacities; i++) {
        if (clause->clause.words_count == 1 &&
            strcmp(capacities[i], clause->clause.words[0]) == 0) {
            return true;
        }
    }
    (void)syntax_fault_at(parser, clause->column, "law.capacity-wrong");
    return false;
}
