/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A paper as plain text of 72 columns.  Widths are counted in characters; a
 * line breaks at a space, a word longer than its line anywhere.
 */
#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "document/document.h"

enum {
    WIDTH = 72,
    COLUMNS_MAX = 8,
    COLUMN_GAP = 2,
    COLUMN_MIN = 3,
    ITEM_INDENT = 4,
    FACT_INDENT = 2,
    OFFICE_WIDTH = 26,
    MARK_WIDTH = 18
};

struct text {
    struct buffer *buffer;
    enum language language;
};

struct line {
    const char *text;
    size_t bytes;
    size_t characters;
};

static void node_write(
    const struct text *text, const struct document_node *node, size_t indent);
static void blocks_write(
    const struct text *text, const struct document_node *node, size_t indent);
static void title_write(const struct text *text, const char *title);
static void heading_write(const struct text *text, const char *heading);
static void list_write(
    const struct text *text, const struct document_node *node, size_t indent);
static void fact_write(
    const struct text *text, const struct document_node *node, size_t indent);
static void signature_write(
    const struct text *text, const struct document_node *node);
static void table_write(
    const struct text *text, const struct document_node *node, size_t indent);
static size_t columns_measure(const struct document_node *table,
    size_t available, size_t widths[COLUMNS_MAX]);
static void row_write(const struct text *text,
    const struct document_node *table, const struct document_node *row,
    const size_t widths[COLUMNS_MAX], size_t indent);
static void prose_write(const struct text *text,
    const struct document_node *node, const char *prefix, size_t indent);
static void inline_add(
    const struct document_node *node, struct buffer *buffer);
static void wrapped_add(struct buffer *buffer, const char *prefix,
    size_t indent, const char *prose);
static bool line_next(const char **at, size_t width, struct line *line);
static void line_add(struct buffer *buffer, const struct line *line);
static void fill_add(struct buffer *buffer, char with, size_t count);

void document_text(const struct document_node *document,
    enum language language, struct buffer *buffer)
{
    struct text text = {buffer, language};
    blocks_write(&text, document, 0);
}

static void node_write(
    const struct text *text, const struct document_node *node, size_t indent)
{
    struct buffer *buffer = text->buffer;
    switch (node->kind) {
    case DOCUMENT_ROOT:
    case DOCUMENT_FACTS:
    case DOCUMENT_SIGNATURES:
        blocks_write(text, node, indent);
        buffer_add_char(buffer, '\n');
        break;
    case DOCUMENT_TITLE:
        title_write(text, node->text);
        break;
    case DOCUMENT_HEAD:
        title_write(text, node->text);
        break;
    case DOCUMENT_SLIP:
        fill_add(buffer, '-', WIDTH);
        buffer_add_char(buffer, '\n');
        blocks_write(text, node, indent);
        break;
    case DOCUMENT_BOX:
        wrapped_add(buffer, "[ ] ", ITEM_INDENT, node->text);
        break;
    case DOCUMENT_NOTE:
        wrapped_add(buffer, "*** ", 4, node->text);
        buffer_add_char(buffer, '\n');
        break;
    case DOCUMENT_HEADING:
        heading_write(text, node->text);
        break;
    case DOCUMENT_PARAGRAPH:
        prose_write(text, node, NULL, indent);
        buffer_add_char(buffer, '\n');
        break;
    case DOCUMENT_LIST:
        list_write(text, node, indent);
        buffer_add_char(buffer, '\n');
        break;
    case DOCUMENT_ITEM:
    case DOCUMENT_CELL:
        prose_write(text, node, NULL, indent);
        break;
    case DOCUMENT_FACT:
        fact_write(text, node, indent);
        break;
    case DOCUMENT_TABLE:
        table_write(text, node, indent);
        buffer_add_char(buffer, '\n');
        break;
    case DOCUMENT_ROW:
        blocks_write(text, node, indent);
        break;
    case DOCUMENT_SIGNATURE:
        signature_write(text, node);
        break;
    case DOCUMENT_BASIS:
        wrapped_add(buffer, NULL, indent, node->text);
        buffer_add_char(buffer, '\n');
        break;
    }
}

/* The children that are no part of a line. */
static void blocks_write(
    const struct text *text, const struct document_node *node, size_t indent)
{
    for (const struct document_node *child = node->first; child != NULL;
         child = child->next) {
        bool is_inline =
            child->kind == DOCUMENT_BASIS && node->kind != DOCUMENT_ROOT;
        if (!is_inline) {
            node_write(text, child, indent);
        }
    }
}

static void title_write(const struct text *text, const char *title)
{
    struct line line;
    for (const char *at = title; line_next(&at, WIDTH, &line);) {
        fill_add(text->buffer, ' ', (WIDTH - line.characters) / 2);
        line_add(text->buffer, &line);
        buffer_add_char(text->buffer, '\n');
    }
    buffer_add_char(text->buffer, '\n');
}

static void heading_write(const struct text *text, const char *heading)
{
    size_t length = utf8_length(heading);
    wrapped_add(text->buffer, NULL, 0, heading);
    fill_add(text->buffer, '-', length < WIDTH ? length : WIDTH);
    buffer_add_text(text->buffer, "\n\n");
}

static void list_write(
    const struct text *text, const struct document_node *node, size_t indent)
{
    unsigned number = 0;
    for (const struct document_node *item = node->first; item != NULL;
         item = item->next) {
        struct buffer prefix = BUFFER_EMPTY;
        fill_add(&prefix, ' ', indent);
        buffer_add_format(&prefix, "%u. ", ++number);
        while (prefix.length < indent + ITEM_INDENT) {
            buffer_add_char(&prefix, ' ');
        }
        prose_write(text, item, buffer_text(&prefix), indent + ITEM_INDENT);
        buffer_finish(&prefix);
        blocks_write(text, item, indent + ITEM_INDENT);
    }
}

static void fact_write(
    const struct text *text, const struct document_node *node, size_t indent)
{
    struct buffer prefix = BUFFER_EMPTY;
    fill_add(&prefix, ' ', indent);
    struct buffer prose = BUFFER_EMPTY;
    buffer_add_text(&prose, node->label);
    buffer_add_text(&prose, ": ");
    inline_add(node, &prose);
    wrapped_add(text->buffer, buffer_text(&prefix), indent + FACT_INDENT,
        buffer_text(&prose));
    buffer_finish(&prose);
    buffer_finish(&prefix);
    blocks_write(text, node, indent + FACT_INDENT);
}

/* Office, a line or "signed", name; a long office takes a line of its own. */
static void signature_write(
    const struct text *text, const struct document_node *node)
{
    struct buffer *buffer = text->buffer;
    size_t used = 0; /* characters of the last line of the office */
    struct line line;
    for (const char *at = node->label; line_next(&at, OFFICE_WIDTH, &line);) {
        if (used > 0) {
            buffer_add_char(buffer, '\n');
        }
        line_add(buffer, &line);
        used = line.characters;
    }
    fill_add(buffer, ' ', OFFICE_WIDTH + COLUMN_GAP - used);
    const char *mark =
        node->flag ? tongue_text(text->language, "paper.signed") : "";
    size_t length = utf8_length(mark);
    size_t rest = length < MARK_WIDTH ? MARK_WIDTH - length : 0;
    fill_add(buffer, '_', rest / 2);
    buffer_add_text(buffer, mark);
    fill_add(buffer, '_', rest - rest / 2);
    wrapped_add(buffer, "  ",
        OFFICE_WIDTH + MARK_WIDTH + 2 * COLUMN_GAP, node->text);
    buffer_add_char(buffer, '\n');
}

/* ---- tables -------------------------------------------------------------- */

static void table_write(
    const struct text *text, const struct document_node *node, size_t indent)
{
    size_t widths[COLUMNS_MAX] = {0};
    if (node->text != NULL) {
        wrapped_add(text->buffer, NULL, indent, node->text);
        buffer_add_char(text->buffer, '\n');
    }
    size_t count = columns_measure(node, WIDTH - indent, widths);
    for (const struct document_node *row = node->first; row != NULL;
         row = row->next) {
        row_write(text, node, row, widths, indent);
        if (row != node->first) {
            continue;
        }
        fill_add(text->buffer, ' ', indent);
        for (size_t i = 0; i < count; i++) {
            fill_add(text->buffer, ' ', i == 0 ? 0 : COLUMN_GAP);
            fill_add(text->buffer, '-', widths[i]);
        }
        buffer_add_char(text->buffer, '\n');
    }
}

/* As wide as the widest cell; the widest columns give way. */
static size_t columns_measure(const struct document_node *table,
    size_t available, size_t widths[COLUMNS_MAX])
{
    size_t count = 0;
    for (const struct document_node *row = table->first; row != NULL;
         row = row->next) {
        size_t column = 0;
        for (const struct document_node *cell = row->first; cell != NULL;
             cell = cell->next, column++) {
            assert(column < COLUMNS_MAX);
            struct buffer prose = BUFFER_EMPTY;
            inline_add(cell, &prose);
            size_t length = utf8_length(buffer_text(&prose));
            buffer_finish(&prose);
            length = length < available ? length : available;
            widths[column] = length > widths[column] ? length : widths[column];
        }
        count = column > count ? column : count;
    }
    size_t sum = count == 0 ? 0 : (count - 1) * COLUMN_GAP;
    for (size_t i = 0; i < count; i++) {
        widths[i] = widths[i] < COLUMN_MIN ? COLUMN_MIN : widths[i];
        sum += widths[i];
    }
    while (sum > available) {
        size_t widest = 0;
        for (size_t i = 1; i < count; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        widths[widest]--;
        sum--;
    }
    return count;
}

static void row_write(const struct text *text,
    const struct document_node *table, const struct document_node *row,
    const size_t widths[COLUMNS_MAX], size_t indent)
{
    struct buffer cells[COLUMNS_MAX] = {BUFFER_EMPTY};
    const char *at[COLUMNS_MAX] = {NULL};
    size_t count = 0;
    for (const struct document_node *cell = row->first; cell != NULL;
         cell = cell->next) {
        inline_add(cell, &cells[count]);
        at[count] = buffer_text(&cells[count]);
        count++;
    }
    for (bool is_first = true, more = true; more; is_first = false) {
        struct line lines[COLUMNS_MAX] = {{0}};
        more = is_first;
        for (size_t i = 0; i < count; i++) {
            more = line_next(&at[i], widths[i], &lines[i]) || more;
        }
        size_t behind = indent; /* blanks before what comes next */
        for (size_t i = 0; more && i < count; i++) {
            size_t rest = widths[i] - lines[i].characters;
            bool is_number = table->flag && i == 0;
            if (lines[i].characters > 0) {
                fill_add(text->buffer, ' ', behind + (is_number ? rest : 0));
                line_add(text->buffer, &lines[i]);
                behind = is_number ? 0 : rest;
            } else {
                behind += rest;
            }
            behind += COLUMN_GAP;
        }
        if (more) {
            buffer_add_char(text->buffer, '\n');
        }
    }
    for (size_t i = 0; i < count; i++) {
        buffer_finish(&cells[i]);
    }
}

/* ---- lines --------------------------------------------------------------- */

static void prose_write(const struct text *text,
    const struct document_node *node, const char *prefix, size_t indent)
{
    struct buffer prose = BUFFER_EMPTY;
    inline_add(node, &prose);
    wrapped_add(text->buffer, prefix, indent, buffer_text(&prose));
    buffer_finish(&prose);
}

/* The text of a node with the places of the law that it rests on. */
static void inline_add(const struct document_node *node, struct buffer *buffer)
{
    buffer_add_text(buffer, node->text == NULL ? "" : node->text);
    for (const struct document_node *child = node->first; child != NULL;
         child = child->next) {
        if (child->kind == DOCUMENT_BASIS) {
            buffer_add_format(buffer, " [%s]", child->text);
        }
    }
}

/* `prefix` before the first line, `indent` blanks before the others; prefix
   NULL: blanks before the first too. */
static void wrapped_add(struct buffer *buffer, const char *prefix,
    size_t indent, const char *prose)
{
    struct line line;
    const char *before = prefix;
    for (const char *at = prose; line_next(&at, WIDTH - indent, &line);) {
        if (before != NULL) {
            buffer_add_text(buffer, before);
        } else if (line.bytes > 0) {
            fill_add(buffer, ' ', indent);
        }
        line_add(buffer, &line);
        buffer_add_char(buffer, '\n');
        before = NULL;
    }
}

/* The next line of at most `width` characters; false at the end. */
static bool line_next(const char **at, size_t width, struct line *line)
{
    const char *text = *at;
    while (*text == ' ') {
        text++;
    }
    *line = (struct line){.text = text};
    if (*text == '\0') {
        return false;
    }
    struct bytes bytes = bytes_of_text(text);
    struct line read = *line;     /* all that was read */
    struct line to_space = *line; /* what stands before the last space */
    bool in_word = true;
    while (read.bytes < bytes.length && text[read.bytes] != '\n') {
        if (text[read.bytes] != ' ') {
            if (read.characters >= width) {
                *line = to_space.bytes > 0 ? to_space : read;
                *at = text + line->bytes;
                return true;
            }
            in_word = true;
        } else if (in_word) {
            to_space = read;
            in_word = false;
        }
        (void)utf8_next(bytes, &read.bytes);
        read.characters++;
    }
    *line = in_word ? read : to_space;
    *at = text + read.bytes + (text[read.bytes] == '\n' ? 1 : 0);
    return true;
}

/* Control characters may not reach a terminal. */
static void line_add(struct buffer *buffer, const struct line *line)
{
    for (size_t i = 0; i < line->bytes; i++) {
        unsigned char byte = (unsigned char)line->text[i];
        if (byte < 0x20 || byte == 0x7F) {
            buffer_add_char(buffer, ' ');
        } else {
            buffer_add_char(buffer, line->text[i]);
        }
    }
}

static void fill_add(struct buffer *buffer, char with, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buffer_add_char(buffer, with);
    }
}
