/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Blocks for inquiry: levels, criteria with their sentences, amendments, and
 * the status of acts.
 */
#include "law/syntax_internal.h"

#include <string.h>

#include "law/nearest.h"

static bool level_clause(
    struct syntax_parser *parser, struct syntax_level *level);
static bool one_of(struct syntax_parser *parser, const char *const *known,
    size_t count, const char **found);
static bool lacks(struct syntax_parser *parser, const char *clause);

bool syntax_level(struct syntax_parser *parser, struct syntax_node *node)
{
    struct syntax_level *level = arena_take(parser->arena, sizeof *level);
    if (!syntax_identifier(parser, &level->id)) {
        return false;
    }
    while (syntax_take(parser, LEXER_SEMICOLON)) {
        if (!level_clause(parser, level)) {
            return false;
        }
    }
    if (!syntax_end(parser)) {
        return false;
    }
    if (level->tier == NULL) {
        return lacks(parser, "tier");
    }
    if (level->compact == NULL) {
        level->compact = "unknown";
    }
    node->kind = SYNTAX_LEVEL;
    node->of.level = level;
    return true;
}

bool syntax_criterion(struct syntax_parser *parser, struct syntax_node *node)
{
    struct syntax_head *head = arena_take(parser->arena, sizeof *head);
    if (!syntax_identifier(parser, &head->id)) {
        return false;
    }
    if (!syntax_take(parser, LEXER_SEMICOLON) ||
        !syntax_take_text(parser, "of")) {
        return lacks(parser, "of");
    }
    if (!syntax_place(parser, syntax_clause_end(parser), &head->place)) {
        return false;
    }
    node->kind = SYNTAX_CRITERION;
    node->of.head = head;
    return syntax_end(parser);
}

bool syntax_sign(struct syntax_parser *parser, struct syntax_node *node)
{
    node->label = syntax_take_text(parser, "+") ? "+"
        : syntax_take_text(parser, "-")         ? "-"
                                                : NULL;
    if (node->label == NULL) {
        return syntax_title(parser, node);
    }
    unsigned column = syntax_is_at_end(parser)
        ? node->column
        : syntax_peek(parser)->column;
    const struct syntax_norm *norm = NULL;
    if (!syntax_norm(parser, SYNTAX_ASKING_X, &norm)) {
        return false;
    }
    if (norm->verb == NULL ||
        norm->subjects_count + norm->objects_count != 1) {
        (void)syntax_fault_at(parser, column, "law.criterion-hole");
        return false;
    }
    static const char *const hole[] = {"X"};
    struct syntax_norm *sign = arena_take(parser->arena, sizeof *sign);
    *sign = *norm;
    if (sign->subjects_count == 0) {
        sign->subjects = hole;
        sign->subjects_count = 1;
    } else {
        sign->objects = hole;
        sign->objects_count = 1;
    }
    node->kind = SYNTAX_SIGN;
    node->of.norm = sign;
    return true;
}

bool syntax_amend(struct syntax_parser *parser, struct syntax_node *node)
{
    struct syntax_amend *amend = arena_take(parser->arena, sizeof *amend);
    if (!syntax_identifier(parser, &amend->act)) {
        return false;
    }
    if (!syntax_take(parser, LEXER_SEMICOLON) ||
        !syntax_take_text(parser, "by")) {
        return lacks(parser, "by");
    }
    if (!syntax_identifier(parser, &amend->by)) {
        return false;
    }
    if (!syntax_take(parser, LEXER_SEMICOLON) ||
        !syntax_take_text(parser, "status")) {
        return lacks(parser, "status");
    }
    node->kind = SYNTAX_AMEND;
    node->of.amend = amend;
    return syntax_status(parser, &amend->status) && syntax_end(parser);
}

bool syntax_status(struct syntax_parser *parser, const char **status)
{
    static const char *const known[] = {
        "adopted", "draft", "proposed", "withdrawn"};
    return one_of(parser, known, sizeof known / sizeof *known, status);
}

static bool level_clause(
    struct syntax_parser *parser, struct syntax_level *level)
{
    static const char *const clauses[] = {"tier", "includes", "compact"};
    static const char *const tiers[] = {"upper", "middle", "lower", "none"};
    static const char *const degrees[] = {"yes", "no", "partly", "unknown"};
    if (level->tier == NULL && syntax_take_text(parser, "tier")) {
        return one_of(
            parser, tiers, sizeof tiers / sizeof *tiers, &level->tier);
    }
    if (level->includes == NULL && syntax_take_text(parser, "includes")) {
        return syntax_levels(parser, syntax_clause_end(parser),
            &level->includes, &level->includes_count);
    }
    if (level->compact == NULL && syntax_take_text(parser, "compact")) {
        return one_of(parser, degrees, sizeof degrees / sizeof *degrees,
            &level->compact);
    }
    const struct lexer_token *token = syntax_peek(parser);
    if (token == NULL) {
        (void)syntax_fault(parser, "law.clause-wanted");
        return false;
    }
    const char *text = syntax_written(parser, parser->at, parser->at + 1);
    for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++) {
        if (lexer_is(token, clauses[i])) {
            (void)message_text(
                syntax_fault(parser, "law.clause-twice"), "text", text);
            return false;
        }
    }
    return syntax_unknown(parser, token->column, "law.head-unknown",
        "law.head-unknown-nearest", text,
        nearest_of(text, clauses, sizeof clauses / sizeof *clauses));
}

static bool one_of(struct syntax_parser *parser, const char *const *known,
    size_t count, const char **found)
{
    struct syntax_reference name;
    if (!syntax_identifier(parser, &name)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (strcmp(known[i], name.text) == 0) {
            *found = known[i];
            return true;
        }
    }
    return syntax_unknown(parser, name.column, "law.kind-unknown",
        "law.kind-unknown-nearest", name.text,
        nearest_of(name.text, known, count));
}

static bool lacks(struct syntax_parser *parser, const char *clause)
{
    (void)message_text(
        syntax_fault(parser, "law.head-lacks"), "text", clause);
    return false;
}
