/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Heads of blocks other than declarations: an identifier and clauses, of
 * which each kind of block has its own.
 */
#include "law/syntax_internal.h"

#include <string.h>

#include "base/number.h"
#include "law/nearest.h"

static const int64_t POPULATION_MAX = 1000000000;

/* Clauses of heads, as bits. */
enum {
    HEAD_FROM = 1,
    HEAD_UNTIL = 2,
    HEAD_BY = 4,
    HEAD_APPLIES = 8,
    HEAD_AT_LEVELS = 16,
    HEAD_AT_DATE = 32,
    HEAD_CONTINUES = 64,
    HEAD_OF_PLACE = 128,
    HEAD_OF_ORGAN = 256,
    HEAD_IN = 512,
    HEAD_FILLS = 1024,
    HEAD_INVENTED = 2048
};

static const struct {
    unsigned bit;
    const char *word;
} head_clauses[] = {
    {HEAD_FROM, "from"},
    {HEAD_UNTIL, "until"},
    {HEAD_BY, "by"},
    {HEAD_APPLIES, "applies"},
    {HEAD_AT_DATE, "at"}, /* before the levels: of a scenario it comes first */
    {HEAD_AT_LEVELS, "at"},
    {HEAD_CONTINUES, "continues"},
    {HEAD_OF_PLACE, "of"},
    {HEAD_OF_ORGAN, "of"},
    {HEAD_IN, "in"},
    {HEAD_FILLS, "fills"},
    {HEAD_INVENTED, "invented"},
};
enum { HEAD_CLAUSES = sizeof head_clauses / sizeof *head_clauses };

struct grammar {
    unsigned may;
    unsigned must;
};

static struct grammar grammar_of(enum syntax_kind kind);
static bool id_read(struct syntax_parser *parser, enum syntax_kind kind,
    struct syntax_head *head);
static bool clause_find(struct syntax_parser *parser, unsigned may,
    unsigned met, unsigned *bit);
static bool clause_read(
    struct syntax_parser *parser, unsigned bit, struct syntax_head *head);
static bool condition_read(
    struct syntax_parser *parser, struct syntax_condition *condition);
static bool organ_read(
    struct syntax_parser *parser, size_t end, const char **organ);
static bool kato_read(struct syntax_parser *parser, const char **kato);
static bool act_clause(struct syntax_parser *parser, struct syntax_act *act);
static bool rank_read(struct syntax_parser *parser, struct syntax_act *act);

bool syntax_head(struct syntax_parser *parser, enum syntax_kind kind,
    struct syntax_node *node)
{
    const struct grammar grammar = grammar_of(kind);
    struct syntax_head *head = arena_take(parser->arena, sizeof *head);
    if (!id_read(parser, kind, head)) {
        return false;
    }
    unsigned met = 0;
    while (syntax_take(parser, LEXER_SEMICOLON)) {
        unsigned bit = 0;
        if (!clause_find(parser, grammar.may, met, &bit) ||
            !clause_read(parser, bit, head)) {
            return false;
        }
        met |= bit;
    }
    if (!syntax_end(parser)) {
        return false;
    }
    for (size_t i = 0; i < HEAD_CLAUSES; i++) {
        if ((grammar.must & ~met & head_clauses[i].bit) != 0) {
            (void)message_text(syntax_fault(parser, "law.head-lacks"), "text",
                head_clauses[i].word);
            return false;
        }
    }
    node->kind = kind;
    node->of.head = head;
    return true;
}

bool syntax_act(struct syntax_parser *parser, struct syntax_node *node)
{
    struct syntax_act *act = arena_take(parser->arena, sizeof *act);
    if (!syntax_identifier(parser, &act->id)) {
        return false;
    }
    if (!syntax_take(parser, LEXER_SEMICOLON) ||
        !syntax_take_text(parser, "rank")) {
        (void)message_text(
            syntax_fault(parser, "law.head-lacks"), "text", "rank");
        return false;
    }
    if (!rank_read(parser, act)) {
        return false;
    }
    if (!syntax_take(parser, LEXER_SEMICOLON) ||
        !syntax_take_text(parser, "adopted")) {
        (void)message_text(
            syntax_fault(parser, "law.head-lacks"), "text", "adopted");
        return false;
    }
    if (!syntax_date(parser, &act->adopted)) {
        return false;
    }
    act->status = "adopted";
    while (syntax_take(parser, LEXER_SEMICOLON)) {
        if (!act_clause(parser, act)) {
            return false;
        }
    }
    node->kind = SYNTAX_ACT;
    node->of.act = act;
    return syntax_end(parser);
}

bool syntax_title(struct syntax_parser *parser, struct syntax_node *node)
{
    struct syntax_title *title = arena_take(parser->arena, sizeof *title);
    const struct lexer_token *token = syntax_peek(parser);
    if (token == NULL ||
        !language_parse(lexer_text(parser->arena, token), &title->language)) {
        (void)syntax_fault(parser, "law.title-wanted");
        return false;
    }
    parser->at++;
    title->is_short = syntax_take_text(parser, "short");
    if (!syntax_quote(parser, &title->text)) {
        return false;
    }
    node->kind = SYNTAX_TITLE;
    node->of.title = title;
    return syntax_end(parser);
}

static struct grammar grammar_of(enum syntax_kind kind)
{
    switch (kind) {
    case SYNTAX_ARTICLE:
        return (struct grammar){
            HEAD_FROM | HEAD_BY | HEAD_APPLIES | HEAD_AT_LEVELS |
                HEAD_CONTINUES,
            HEAD_FROM};
    case SYNTAX_REPEALED:
        return (struct grammar){HEAD_FROM | HEAD_BY, HEAD_FROM};
    case SYNTAX_PROCEDURE:
        /* `from` is wanted outside local acts alone: see the linking. */
        return (struct grammar){
            HEAD_FROM | HEAD_BY | HEAD_APPLIES | HEAD_OF_PLACE,
            HEAD_OF_PLACE};
    case SYNTAX_LOCAL_ACT:
        return (struct grammar){
            HEAD_OF_ORGAN | HEAD_IN | HEAD_FILLS | HEAD_FROM | HEAD_UNTIL |
                HEAD_INVENTED,
            HEAD_OF_ORGAN | HEAD_IN | HEAD_FILLS | HEAD_FROM};
    case SYNTAX_SCENARIO:
        return (struct grammar){HEAD_AT_DATE | HEAD_AT_LEVELS, HEAD_AT_DATE};
    case SYNTAX_BLANK:
    case SYNTAX_COMMENT:
    case SYNTAX_BROKEN:
    case SYNTAX_DECLARATION:
    case SYNTAX_ACT:
    case SYNTAX_CALENDAR:
    case SYNTAX_TITLE:
    case SYNTAX_NORM:
    case SYNTAX_AS_BEFORE:
    case SYNTAX_READING:
    case SYNTAX_STAGE:
    case SYNTAX_DAYS:
    case SYNTAX_EXPECT:
    case SYNTAX_LEVEL:
    case SYNTAX_CRITERION:
    case SYNTAX_AMEND:
    case SYNTAX_SIGN:
        break;
    }
    return (struct grammar){0, 0};
}

static bool id_read(struct syntax_parser *parser, enum syntax_kind kind,
    struct syntax_head *head)
{
    return kind == SYNTAX_ARTICLE || kind == SYNTAX_REPEALED
        ? syntax_path(parser, &head->id)
        : syntax_identifier(parser, &head->id);
}

/* Which clause comes next, of those that may. */
static bool clause_find(struct syntax_parser *parser, unsigned may,
    unsigned met, unsigned *bit)
{
    const char *known[HEAD_CLAUSES];
    size_t count = 0;
    bool is_twice = false;
    const struct lexer_token *token = syntax_peek(parser);
    for (size_t i = 0; i < HEAD_CLAUSES; i++) {
        if ((head_clauses[i].bit & may) == 0) {
            continue;
        }
        known[count++] = head_clauses[i].word;
        if (token == NULL || !lexer_is(token, head_clauses[i].word)) {
            continue;
        }
        if ((head_clauses[i].bit & met) == 0) {
            *bit = head_clauses[i].bit;
            parser->at++;
            return true;
        }
        is_twice = true;
    }
    if (token == NULL) {
        (void)syntax_fault(parser, "law.clause-wanted");
        return false;
    }
    const char *text =
        syntax_written(parser, parser->at, parser->at + 1);
    if (is_twice) {
        (void)message_text(
            syntax_fault(parser, "law.clause-twice"), "text", text);
        return false;
    }
    return syntax_unknown(parser, token->column, "law.head-unknown",
        "law.head-unknown-nearest", text, nearest_of(text, known, count));
}

static bool clause_read(
    struct syntax_parser *parser, unsigned bit, struct syntax_head *head)
{
    size_t end = syntax_clause_end(parser);
    switch (bit) {
    case HEAD_FROM:
    case HEAD_AT_DATE:
        return syntax_date(parser, &head->from);
    case HEAD_UNTIL:
        return syntax_date(parser, &head->until);
    case HEAD_BY:
        return syntax_identifier(parser, &head->by);
    case HEAD_APPLIES:
        return condition_read(parser, &head->applies);
    case HEAD_AT_LEVELS:
        return syntax_levels(
            parser, end, &head->levels, &head->levels_count);
    case HEAD_CONTINUES:
    case HEAD_OF_PLACE:
    case HEAD_FILLS:
        return syntax_place(parser, end, &head->place);
    case HEAD_OF_ORGAN:
        return organ_read(parser, end, &head->organ);
    case HEAD_IN:
        return kato_read(parser, &head->kato);
    default:
        head->invented = true;
        return true;
    }
}

/* where population > 2000 */
static bool condition_read(
    struct syntax_parser *parser, struct syntax_condition *condition)
{
    static const struct {
        const char *sign;
        enum syntax_comparison comparison;
    } signs[] = {
        {">", SYNTAX_MORE},
        {">=", SYNTAX_MORE_OR_EQUAL},
        {"<", SYNTAX_LESS},
        {"<=", SYNTAX_LESS_OR_EQUAL},
    };
    if (!syntax_take_text(parser, "where") ||
        !syntax_take_text(parser, "population")) {
        (void)syntax_fault(parser, "law.condition-wanted");
        return false;
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (!syntax_take_text(parser, signs[i].sign)) {
            continue;
        }
        const struct lexer_token *token = syntax_peek(parser);
        if (token == NULL ||
            !number_parse(lexer_text(parser->arena, token),
                &condition->population) ||
            condition->population < 0 ||
            condition->population > POPULATION_MAX) {
            break;
        }
        parser->at++;
        condition->given = true;
        condition->comparison = signs[i].comparison;
        return true;
    }
    (void)syntax_fault(parser, "law.condition-wanted");
    return false;
}

static bool organ_read(
    struct syntax_parser *parser, size_t end, const char **organ)
{
    const struct lexicon_entry *entry = NULL;
    if (!syntax_one_word(parser, end, &entry)) {
        return false;
    }
    *organ = entry->id;
    return true;
}

static bool kato_read(struct syntax_parser *parser, const char **kato)
{
    enum { KATO_DIGITS = 9 };
    const struct lexer_token *token = syntax_peek(parser);
    const char *text =
        token == NULL ? "" : lexer_text(parser->arena, token);
    if (strlen(text) != KATO_DIGITS ||
        strspn(text, "0123456789") != KATO_DIGITS) {
        (void)syntax_fault(parser, "law.kato-wanted");
        return false;
    }
    *kato = text;
    parser->at++;
    return true;
}

/* The number, or the status with its day and its act. */
static bool act_clause(struct syntax_parser *parser, struct syntax_act *act)
{
    if (act->number == NULL && syntax_take_text(parser, "number")) {
        return syntax_quote(parser, &act->number);
    }
    if (syntax_take_text(parser, "status")) {
        return syntax_status(parser, &act->status);
    }
    if (syntax_take_text(parser, "from")) {
        return syntax_date(parser, &act->status_from);
    }
    if (syntax_take_text(parser, "by")) {
        return syntax_identifier(parser, &act->status_by);
    }
    (void)message_text(
        syntax_fault(parser, "law.head-lacks"), "text", "number");
    return false;
}

static bool rank_read(struct syntax_parser *parser, struct syntax_act *act)
{
    static const char *const ranks[] = {"constitution", "constitutional-law",
        "treaty", "treaty-not-ratified", "law", "decree", "government",
        "minister", "maslikhat", "programme", "foreign", "doctrine"};
    struct syntax_reference rank;
    if (!syntax_identifier(parser, &rank)) {
        return false;
    }
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++) {
        if (strcmp(ranks[i], rank.text) == 0) {
            act->rank = ranks[i];
            return true;
        }
    }
    return syntax_unknown(parser, rank.column, "law.kind-unknown",
        "law.kind-unknown-nearest", rank.text,
        nearest_of(rank.text, ranks, sizeof ranks / sizeof *ranks));
}
