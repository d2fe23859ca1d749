/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The parser's way through a file: what each line is, by the block in which
 * it stands.
 */
#include "law/syntax_internal.h"

#include <string.h>

#include "law/nearest.h"

/* Where in the file a line stands. */
struct place {
    enum syntax_kind block; /* BLANK: in none yet, BROKEN: its head is wrong */
    unsigned reading;       /* the column of an open reading; 0: none */
};

static void line_start(struct syntax_parser *parser,
    const struct lexer_line *line, struct syntax_node *node);
static bool is_declaration(const struct lexer_line *line);
static void rest_read(struct syntax_parser *parser, struct place *place,
    struct syntax_node *node);
static bool block_read(
    struct syntax_parser *parser, struct syntax_node *node);
static bool calendar_read(
    struct syntax_parser *parser, struct syntax_node *node);
static bool block_unknown(struct syntax_parser *parser);
static bool sentence_read(struct syntax_parser *parser, struct place *place,
    struct syntax_node *node);
static bool article_sentence(struct syntax_parser *parser,
    struct place *place, struct syntax_node *node);
static bool is_as_before(const struct syntax_parser *parser);
static bool reading_read(struct syntax_parser *parser, struct place *place,
    struct syntax_node *node);
static bool expectation_read(
    struct syntax_parser *parser, struct syntax_node *node);

void syntax_read_declarations(struct syntax_parser *parser,
    const struct lexer_lines *lines, struct syntax_file *file)
{
    file->name = parser->file;
    file->count = lines->count;
    file->nodes =
        arena_take_array(parser->arena, lines->count, sizeof *file->nodes);
    for (size_t i = 0; i < lines->count; i++) {
        struct syntax_node *node = &file->nodes[i];
        if (is_declaration(&lines->items[i])) {
            line_start(parser, &lines->items[i], node);
            if (!syntax_declaration(parser, node)) {
                node->kind = SYNTAX_BROKEN;
            }
        }
    }
}

void syntax_read_rest(struct syntax_parser *parser,
    const struct lexer_lines *lines, struct syntax_file *file)
{
    struct place place = {.block = SYNTAX_BLANK};
    for (size_t i = 0; i < lines->count; i++) {
        struct syntax_node *node = &file->nodes[i];
        if (is_declaration(&lines->items[i])) {
            place = (struct place){.block = SYNTAX_DECLARATION};
            continue;
        }
        line_start(parser, &lines->items[i], node);
        rest_read(parser, &place, node);
    }
}

bool syntax_read(const struct lexicon *lexicon,
    const struct law_source *source, struct arena *arena,
    struct diagnostic_list *faults, struct syntax_file *file)
{
    struct arena *scratch = arena_create();
    struct lexer_reading reading = {
        .arena = scratch,
        .symbols = lexicon_symbols(lexicon),
        .faults = faults,
    };
    struct lexer_lines lines = {0};
    bool is_good = lexer_read(&reading, source, &lines);
    if (is_good) {
        struct syntax_parser parser = {
            .arena = arena,
            .lexicon = lexicon,
            .faults = faults,
            .file = source->name,
        };
        syntax_read_declarations(&parser, &lines, file);
        syntax_read_rest(&parser, &lines, file);
        is_good = faults->found->count == 0;
    }
    arena_destroy(scratch);
    return is_good;
}

static void line_start(struct syntax_parser *parser,
    const struct lexer_line *line, struct syntax_node *node)
{
    parser->line = line;
    parser->at = 0;
    parser->has_russian = false;
    parser->has_kazakh = false;
    node->line = line->number;
    node->column = line->count > 0 ? line->tokens[0].column
                                   : line->comment_column;
    if (line->comment != NULL) {
        node->comment = arena_text_n(
            parser->arena, line->comment, line->comment_length);
    }
}

static bool is_declaration(const struct lexer_line *line)
{
    if (line->count == 0 || line->tokens[0].column != 1) {
        return false;
    }
    const struct lexer_token *first = &line->tokens[0];
    return lexer_is(first, "word") || lexer_is(first, "verb") ||
        lexer_is(first, "keyword");
}

static void rest_read(struct syntax_parser *parser, struct place *place,
    struct syntax_node *node)
{
    const struct lexer_line *line = parser->line;
    if (line->count == 0) {
        node->kind = line->comment == NULL ? SYNTAX_BLANK : SYNTAX_COMMENT;
        return;
    }
    if (node->column == 1) {
        *place = (struct place){.block = SYNTAX_BROKEN};
        if (!block_read(parser, node)) {
            node->kind = SYNTAX_BROKEN;
        }
        place->block = node->kind;
        return;
    }
    if (place->reading != 0 && node->column <= place->reading) {
        place->reading = 0;
    }
    node->depth = place->reading == 0 ? 1 : 2;
    if (!sentence_read(parser, place, node)) {
        node->kind = SYNTAX_BROKEN;
    }
}

static bool block_read(
    struct syntax_parser *parser, struct syntax_node *node)
{
    static const struct {
        const char *word;
        enum syntax_kind kind;
    } heads[] = {
        {"article", SYNTAX_ARTICLE},
        {"repealed", SYNTAX_REPEALED},
        {"procedure", SYNTAX_PROCEDURE},
        {"scenario", SYNTAX_SCENARIO},
    };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        if (syntax_take_text(parser, heads[i].word)) {
            return syntax_head(parser, heads[i].kind, node);
        }
    }
    if (syntax_take_text(parser, "level")) {
        return syntax_level(parser, node);
    }
    if (syntax_take_text(parser, "criterion")) {
        return syntax_criterion(parser, node);
    }
    if (syntax_take_text(parser, "amend")) {
        return syntax_amend(parser, node);
    }
    if (syntax_take_text(parser, "act")) {
        return syntax_act(parser, node);
    }
    if (syntax_take_text(parser, "calendar")) {
        return calendar_read(parser, node);
    }
    if (syntax_take_text(parser, "local") &&
        syntax_take_text(parser, "act")) {
        return syntax_head(parser, SYNTAX_LOCAL_ACT, node);
    }
    return block_unknown(parser);
}

static bool calendar_read(
    struct syntax_parser *parser, struct syntax_node *node)
{
    struct syntax_head *head = arena_take(parser->arena, sizeof *head);
    if (!syntax_identifier(parser, &head->id)) {
        return false;
    }
    node->kind = SYNTAX_CALENDAR;
    node->of.head = head;
    return syntax_end(parser);
}

static bool block_unknown(struct syntax_parser *parser)
{
    static const char *const known[] = {"word", "verb", "keyword", "act",
        "article", "repealed", "procedure", "local act", "calendar",
        "scenario", "level", "criterion", "amend"};
    const char *text = syntax_written(parser, 0, 1);
    return syntax_unknown(parser, 1, "law.block-unknown",
        "law.block-unknown-nearest", text,
        nearest_of(text, known, sizeof known / sizeof *known));
}

static bool sentence_read(struct syntax_parser *parser, struct place *place,
    struct syntax_node *node)
{
    switch (place->block) {
    case SYNTAX_ACT:
    case SYNTAX_LOCAL_ACT:
        return syntax_title(parser, node);
    case SYNTAX_ARTICLE:
        return article_sentence(parser, place, node);
    case SYNTAX_PROCEDURE:
        node->kind = SYNTAX_STAGE;
        return syntax_stage(parser, node);
    case SYNTAX_CALENDAR:
        return syntax_days(parser, node);
    case SYNTAX_SCENARIO:
        return expectation_read(parser, node);
    case SYNTAX_CRITERION:
        return syntax_sign(parser, node);
    case SYNTAX_DECLARATION:
    case SYNTAX_REPEALED:
    case SYNTAX_LEVEL:
    case SYNTAX_AMEND:
        (void)syntax_fault(parser, "law.sentence-unwanted");
        return false;
    case SYNTAX_BLANK:
        (void)syntax_fault(parser, "law.block-wanted");
        return false;
    case SYNTAX_BROKEN: /* told at the head */
    case SYNTAX_COMMENT:
    case SYNTAX_TITLE:
    case SYNTAX_NORM:
    case SYNTAX_AS_BEFORE:
    case SYNTAX_READING:
    case SYNTAX_STAGE:
    case SYNTAX_DAYS:
    case SYNTAX_EXPECT:
    case SYNTAX_SIGN:
        break;
    }
    return false;
}

static bool article_sentence(struct syntax_parser *parser,
    struct place *place, struct syntax_node *node)
{
    if (syntax_take_text(parser, "reading")) {
        return reading_read(parser, place, node);
    }
    if (!syntax_label(parser, node)) {
        return false;
    }
    if (is_as_before(parser)) {
        node->kind = SYNTAX_AS_BEFORE;
        return true;
    }
    node->kind = SYNTAX_NORM;
    return syntax_norm(parser, SYNTAX_ASKING_NOTHING, &node->of.norm);
}

/* `as before`, or its name in a language, alone up to the end. */
static bool is_as_before(const struct syntax_parser *parser)
{
    size_t count = parser->line->count - parser->at;
    struct lexicon_match match;
    if (count == 2 && lexer_is(syntax_peek(parser), "as") &&
        lexer_is(syntax_token(parser, parser->at + 1), "before")) {
        return true;
    }
    return count > 0 &&
        lexicon_match_all(parser->lexicon, LEXICON_AMOUNT,
            syntax_peek(parser), count, &match) &&
        strcmp(match.entry->id, "as-before") == 0;
}

static bool reading_read(struct syntax_parser *parser, struct place *place,
    struct syntax_node *node)
{
    static const char *const readings[] = {"text", "article"};
    if (place->reading != 0) {
        (void)syntax_fault_at(parser, node->column, "law.reading-nested");
        return false;
    }
    place->reading = node->column;
    struct syntax_reference name;
    if (!syntax_identifier(parser, &name)) {
        return false;
    }
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        if (strcmp(readings[i], name.text) == 0) {
            node->kind = SYNTAX_READING;
            node->of.reading = readings[i];
            return syntax_end(parser);
        }
    }
    return syntax_unknown(parser, name.column, "law.kind-unknown",
        "law.kind-unknown-nearest", name.text,
        nearest_of(
            name.text, readings, sizeof readings / sizeof *readings));
}

bool syntax_days(struct syntax_parser *parser, struct syntax_node *node)
{
    struct syntax_date dates[LAW_LIST_MAX];
    struct syntax_days *days = arena_take(parser->arena, sizeof *days);
    days->is_worked = syntax_take_text(parser, "worked");
    if ((!days->is_worked && !syntax_take_text(parser, "holiday")) ||
        !syntax_take(parser, LEXER_COLON)) {
        (void)syntax_fault(parser, "law.days-wanted");
        return false;
    }
    do {
        if (days->count == LAW_LIST_MAX) {
            (void)message_number(
                syntax_fault(parser, "law.list-too-long"), "max",
                LAW_LIST_MAX);
            return false;
        }
        if (!syntax_date(parser, &dates[days->count])) {
            return false;
        }
        days->count++;
    } while (syntax_take(parser, LEXER_COMMA));
    struct syntax_date *kept =
        arena_take_array(parser->arena, days->count, sizeof *kept);
    memcpy(kept, dates, days->count * sizeof *kept);
    days->dates = kept;
    node->kind = SYNTAX_DAYS;
    node->of.days = days;
    return syntax_end(parser);
}

static bool expectation_read(
    struct syntax_parser *parser, struct syntax_node *node)
{
    if (!syntax_take_text(parser, "expect")) {
        (void)syntax_fault(parser, "law.expect-wanted");
        return false;
    }
    node->kind = SYNTAX_EXPECT;
    return syntax_norm(parser, SYNTAX_ASKING_NONE, &node->of.norm);
}
