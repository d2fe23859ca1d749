/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A source printed back in canonical layout, its comments kept.
 */
#include <assert.h>
#include <string.h>

#include "law/layout.h"

/* A file while it is printed. */
struct printer {
    struct say_voice voice;
    const struct syntax_file *file;
    size_t width;     /* of the labels of the block being printed */
    unsigned depth;   /* of the last sentence */
    bool blank_waits; /* a blank line stood here */
    bool has_begun;
};

static enum status print_source(const struct law *law,
    const struct law_source *source, struct say_voice voice,
    struct law_diagnostics *diagnostics);
static void print_node(struct printer *printer, size_t index);
static void print_sentence(
    struct printer *printer, const struct syntax_node *node);
static void print_comment(
    struct printer *printer, const struct syntax_node *node);
static void add_trimmed(struct buffer *buffer, const char *text);
static size_t block_width(const struct syntax_file *file, size_t head);
static bool is_block(const struct syntax_node *node);

enum status law_format(const struct law *law, const struct law_source *source,
    struct law_diagnostics *diagnostics, struct buffer *buffer)
{
    struct say_voice voice = say_in(law, LANGUAGE_EN, buffer);
    voice.identifiers = true;
    return print_source(law, source, voice, diagnostics);
}

enum status law_translate(const struct law *law,
    const struct law_source *source, enum language language,
    struct law_diagnostics *diagnostics, struct buffer *buffer)
{
    return print_source(
        law, source, say_in(law, language, buffer), diagnostics);
}

static enum status print_source(const struct law *law,
    const struct law_source *source, struct say_voice voice,
    struct law_diagnostics *diagnostics)
{
    struct diagnostic_list faults;
    diagnostic_start(&faults, diagnostics);
    struct arena *arena = arena_create();
    struct syntax_file file = {0};
    bool is_good = syntax_read(law->lexicon, source, arena, &faults, &file);
    if (is_good) {
        struct printer printer = {.voice = voice, .file = &file};
        for (size_t i = 0; i < file.count; i++) {
            print_node(&printer, i);
        }
    } else {
        diagnostic_sort(&faults, source, 1);
    }
    arena_destroy(arena);
    return is_good ? STATUS_OK : STATUS_INVALID;
}

/* Blank lines: one where there were several, none at either end. */
static void print_node(struct printer *printer, size_t index)
{
    const struct syntax_node *node = &printer->file->nodes[index];
    struct buffer *buffer = printer->voice.buffer;
    if (node->kind == SYNTAX_BLANK) {
        printer->blank_waits = printer->has_begun;
        return;
    }
    assert(node->kind != SYNTAX_BROKEN);
    if (printer->blank_waits) {
        buffer_add_char(buffer, '\n');
        printer->blank_waits = false;
    }
    printer->has_begun = true;
    if (node->kind == SYNTAX_COMMENT) {
        print_comment(printer, node);
    } else if (is_block(node)) {
        printer->width = block_width(printer->file, index);
        printer->depth = 1;
        layout_head(&printer->voice, node);
    } else {
        printer->depth = node->kind == SYNTAX_READING ? 2 : node->depth;
        print_sentence(printer, node);
    }
    if (node->kind != SYNTAX_COMMENT && node->comment != NULL) {
        buffer_add_text(buffer, "  ");
        add_trimmed(buffer, node->comment);
    }
    buffer_add_char(buffer, '\n');
}

static void print_sentence(
    struct printer *printer, const struct syntax_node *node)
{
    struct buffer *buffer = printer->voice.buffer;
    if (node->kind == SYNTAX_TITLE) {
        const struct syntax_title *title = node->of.title;
        layout_title(buffer, title->language, title->is_short, title->text);
    } else if (node->kind == SYNTAX_READING) {
        layout_reading(buffer, node->of.reading);
    } else {
        const struct layout_label label = {
            node->label, node->unchecked, node->depth};
        layout_sentence(&printer->voice, &label, printer->width, node);
    }
}

/* A comment alone: at the margin, or with the sentences about it. */
static void print_comment(
    struct printer *printer, const struct syntax_node *node)
{
    if (node->column > 1) {
        bool is_deep = printer->depth > 1 && node->column > 4;
        buffer_add_text(printer->voice.buffer, is_deep ? "    " : "  ");
    }
    add_trimmed(printer->voice.buffer, node->comment);
}

static void add_trimmed(struct buffer *buffer, const char *text)
{
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t\r", text[length - 1]) != NULL) {
        length--;
    }
    buffer_add(buffer, text, length);
}

/* The longest label between a head and the next. */
static size_t block_width(const struct syntax_file *file, size_t head)
{
    size_t width = 0;
    for (size_t i = head + 1; i < file->count && !is_block(&file->nodes[i]);
         i++) {
        const struct syntax_node *node = &file->nodes[i];
        size_t length = layout_label_width(node->label, node->unchecked);
        width = length > width ? length : width;
    }
    return width;
}

static bool is_block(const struct syntax_node *node)
{
    switch (node->kind) {
    case SYNTAX_DECLARATION:
    case SYNTAX_ACT:
    case SYNTAX_ARTICLE:
    case SYNTAX_REPEALED:
    case SYNTAX_PROCEDURE:
    case SYNTAX_LOCAL_ACT:
    case SYNTAX_CALENDAR:
    case SYNTAX_SCENARIO:
    case SYNTAX_LEVEL:
    case SYNTAX_CRITERION:
    case SYNTAX_AMEND:
        return true;
    case SYNTAX_BLANK:
    case SYNTAX_COMMENT:
    case SYNTAX_BROKEN:
    case SYNTAX_TITLE:
    case SYNTAX_NORM:
    case SYNTAX_AS_BEFORE:
    case SYNTAX_READING:
    case SYNTAX_STAGE:
    case SYNTAX_DAYS:
    case SYNTAX_EXPECT:
    case SYNTAX_SIGN:
        return false;
    }
    return false;
}
