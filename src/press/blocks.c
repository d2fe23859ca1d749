/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * How each part of a paper looks in print.
 */
#include <string.h>

#include "press/press_internal.h"

#define TITLE_SCALE 1.3
#define MARK_SCALE 0.8
#define LABEL_SHARE 0.34
#define OFFICE_SHARE 0.40
#define PEN_SHARE 0.24
#define COLUMN_GAP 8.0
#define PEN_WIDTH 180.0
#define NOTE_PADDING 5.0

/* Parts of the size of letters. */
#define SPACE_BLOCK 0.35
#define SPACE_HEADING 0.8
#define SPACE_SIGNATURE 1.5
#define NUMBER_WIDTH 2.2
#define BOX_SIDE 0.85
#define PEN_LINE 1.8
#define SIGNED_LINE 1.35
#define KEPT_LINES 4.0

static void line_print(struct press *press, const struct document_node *node,
    const char *tag, struct press_style style);
static void note_print(
    struct press *press, const struct document_node *node);
static void list_print(
    struct press *press, const struct document_node *node);
static void facts_print(
    struct press *press, const struct document_node *node);
static void fact_print(
    struct press *press, const struct document_node *node);
static void nested_print(struct press *press,
    const struct document_node *node, double indent);
static void signatures_print(
    struct press *press, const struct document_node *node);
static void box_print(struct press *press, const struct document_node *node);
static bool is_for_pen(const char *text);
static bool is_kept(const struct document_node *paragraph);

void press_blocks(struct press *press, const struct document_node *parent)
{
    if (press->about->kind == DOCUMENT_SLIPS &&
        parent->kind == DOCUMENT_ROOT) {
        for (const struct document_node *node = parent->first; node != NULL;
             node = node->next) {
            if (node->kind == DOCUMENT_SLIP) {
                press_slips(press, node);
            }
        }
        return;
    }
    for (const struct document_node *node = parent->first; node != NULL;
         node = node->next) {
        if (node->kind != DOCUMENT_BASIS || parent->kind == DOCUMENT_ROOT) {
            press_block(press, node);
        }
    }
}

void press_block(struct press *press, const struct document_node *node)
{
    const double size = press->size;
    switch (node->kind) {
    case DOCUMENT_TITLE:
        press_space(press, size * SPACE_BLOCK);
        line_print(press, node, "H1",
            (struct press_style){.scale = TITLE_SCALE,
                .bold = true,
                .capitals = press->about->kind != DOCUMENT_DECISION,
                .align = PANGO_ALIGN_CENTER});
        press->y += size * SPACE_BLOCK;
        break;
    case DOCUMENT_HEAD:
        line_print(press, node, "P",
            (struct press_style){.align = PANGO_ALIGN_CENTER});
        if (node->next != NULL && node->next->kind != DOCUMENT_HEAD) {
            press->y += size * SPACE_BLOCK;
        }
        break;
    case DOCUMENT_NOTE:
        note_print(press, node);
        break;
    case DOCUMENT_HEADING:
        press_need(press, size * (SPACE_HEADING + KEPT_LINES));
        press_space(press, size * SPACE_HEADING);
        line_print(press, node, "H2", (struct press_style){.bold = true});
        break;
    case DOCUMENT_LIST:
        list_print(press, node);
        break;
    case DOCUMENT_FACTS:
        facts_print(press, node);
        break;
    case DOCUMENT_TABLE:
        press_space(press, size * SPACE_BLOCK);
        press_table(press, node);
        break;
    case DOCUMENT_SIGNATURES:
        signatures_print(press, node);
        break;
    case DOCUMENT_BOX:
        box_print(press, node);
        break;
    case DOCUMENT_SLIP:
    case DOCUMENT_ROOT:
        press_blocks(press, node);
        break;
    case DOCUMENT_PARAGRAPH:
        if (is_kept(node)) {
            press_need(press, size * (SPACE_BLOCK + KEPT_LINES));
        }
        press_space(press, size * SPACE_BLOCK);
        line_print(press, node, "P",
            (struct press_style){.align = PANGO_ALIGN_LEFT});
        break;
    case DOCUMENT_BASIS:
    case DOCUMENT_ITEM:
    case DOCUMENT_FACT:
    case DOCUMENT_ROW:
    case DOCUMENT_CELL:
    case DOCUMENT_SIGNATURE:
        press_space(press, size * SPACE_BLOCK);
        line_print(press, node, "P",
            (struct press_style){.align = PANGO_ALIGN_LEFT});
        break;
    }
}

static void line_print(struct press *press, const struct document_node *node,
    const char *tag, struct press_style style)
{
    struct press_row row = {.may_split = true};
    (void)press_cell(&row, 0, press->width, tag,
        press_prose(press, node, press->width, style));
    press_print(press, &row);
}

static void note_print(struct press *press, const struct document_node *node)
{
    struct press_row row = {.padding = NOTE_PADDING, .is_ruled = true};
    (void)press_cell(&row, 0, press->width, "P",
        press_text(press, node->text, press->width - 2 * NOTE_PADDING,
            (struct press_style){.scale = MARK_SCALE, .bold = true,
                .align = PANGO_ALIGN_CENTER}));
    press_print(press, &row);
    press->y += press->size * SPACE_BLOCK;
}

/* ---- lists and facts ----------------------------------------------------- */

static void list_print(struct press *press, const struct document_node *node)
{
    double indent = press->size * NUMBER_WIDTH;
    int number = 0;
    press_space(press, press->size * SPACE_BLOCK);
    press_tag_begin(press, "L");
    for (const struct document_node *item = node->first; item != NULL;
         item = item->next) {
        struct buffer label = BUFFER_EMPTY;
        buffer_add_format(&label, "%d.", ++number);
        struct press_row row = {.tag = "LI", .may_split = true};
        struct press_style style = {.align = PANGO_ALIGN_LEFT};
        (void)press_cell(&row, 0, indent, "Lbl",
            press_text(press, buffer_text(&label), indent, style));
        (void)press_cell(&row, indent, press->width - indent, "LBody",
            press_prose(press, item, press->width - indent, style));
        press_print(press, &row);
        buffer_finish(&label);
        nested_print(press, item, indent);
    }
    press_tag_end(press);
}

static void facts_print(struct press *press, const struct document_node *node)
{
    press_space(press, press->size * SPACE_BLOCK);
    press_tag_begin(press, "L");
    for (const struct document_node *fact = node->first; fact != NULL;
         fact = fact->next) {
        fact_print(press, fact);
    }
    press_tag_end(press);
}

static void fact_print(struct press *press, const struct document_node *node)
{
    double label = press->width * LABEL_SHARE;
    double value = press->width - label - COLUMN_GAP;
    struct press_style style = {.align = PANGO_ALIGN_LEFT};
    struct press_row row = {.tag = "LI"};
    (void)press_cell(&row, 0, label, "Lbl",
        press_text(press, node->label, label,
            (struct press_style){.bold = true}));
    struct press_cell *cell =
        press_cell(&row, label + COLUMN_GAP, value, "LBody", NULL);
    cell->is_blank = is_for_pen(node->text);
    if (cell->is_blank) {
        cell->width = value < PEN_WIDTH ? value : PEN_WIDTH;
        row.height_min = press->size * PEN_LINE;
    } else {
        cell->layout = press_prose(press, node, value, style);
    }
    row.may_split = press_height(&row) >
        (PRESS_SHEET_HEIGHT - PRESS_MARGIN_TOP - PRESS_MARGIN_BOTTOM) / 3;
    press_print(press, &row);
    nested_print(press, node, COLUMN_GAP);
    press->y += press->size * SPACE_BLOCK / 2;
}

static void nested_print(struct press *press,
    const struct document_node *node, double indent)
{
    press->left += indent;
    press->width -= indent;
    press_blocks(press, node);
    press->left -= indent;
    press->width += indent;
}

/* ---- for the pen --------------------------------------------------------- */

/* All on one sheet, with what is signed above the names. */
static void signatures_print(
    struct press *press, const struct document_node *node)
{
    double office = press->width * OFFICE_SHARE;
    double pen = press->width * PEN_SHARE;
    double name = press->width - office - pen - 2 * COLUMN_GAP;
    double count = 0;
    for (const struct document_node *one = node->first; one != NULL;
         one = one->next) {
        count++;
    }
    press_need(press, count * press->size * (SPACE_SIGNATURE + PEN_LINE));
    for (const struct document_node *one = node->first; one != NULL;
         one = one->next) {
        struct press_style style = {.align = PANGO_ALIGN_LEFT};
        struct press_row row = {
            .tag = "P", .height_min = press->size * SIGNED_LINE};
        press_space(press, press->size * SPACE_SIGNATURE);
        (void)press_cell(&row, 0, office, "Span",
            press_text(press, one->label, office, style));
        struct press_cell *cell =
            press_cell(&row, office + COLUMN_GAP, pen, "Span", NULL);
        cell->is_blank = true;
        if (one->flag) {
            cell->layout = press_text(press,
                tongue_text(press->about->language, "paper.signed"), pen,
                (struct press_style){
                    .scale = MARK_SCALE, .align = PANGO_ALIGN_CENTER});
        }
        cell = press_cell(
            &row, office + pen + 2 * COLUMN_GAP, name, "Span", NULL);
        cell->is_blank = is_for_pen(one->text);
        if (!cell->is_blank) {
            cell->layout = press_text(press, one->text, name, style);
        }
        press_print(press, &row);
    }
}

static void box_print(struct press *press, const struct document_node *node)
{
    double indent = press->size * NUMBER_WIDTH;
    double side = press->size * BOX_SIDE;
    struct press_row row = {0};
    press_space(press, press->size * SPACE_BLOCK);
    (void)press_cell(&row, indent, press->width - indent, "P",
        press_text(press, node->text, press->width - indent,
            (struct press_style){.align = PANGO_ALIGN_LEFT}));
    press_frame(press, press->left + side / 2, press->y + side / 4, side,
        side, false);
    press_print(press, &row);
}

static bool is_for_pen(const char *text)
{
    return strcmp(text, DOCUMENT_BLANK) == 0;
}

/* What introduces a list or a table stays with it. */
static bool is_kept(const struct document_node *paragraph)
{
    const struct document_node *next = paragraph->next;
    return next != NULL &&
        (next->kind == DOCUMENT_FACTS || next->kind == DOCUMENT_LIST ||
            next->kind == DOCUMENT_TABLE ||
            next->kind == DOCUMENT_PARAGRAPH);
}
