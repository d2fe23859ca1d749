/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A row of cells on a sheet, or over as many as it takes.
 */
#include <assert.h>

#include "press/press_internal.h"

/* Families that have the Kazakh letters, the likest to official print first. */
#define FAMILIES "Liberation Serif,PT Serif,Noto Serif,DejaVu Serif,serif"
#define BASIS_SCALE 0.78
#define PEN_GAP 3.0
#define LINES_KEPT 2.6
#define ROUNDING 0.5

/* Lines of a cell that are still to be printed. */
struct rest {
    PangoLayoutIter *iter;
    bool is_done;
};

static void row_print(
    struct press *press, const struct press_row *row, double height);
static double portion_print(struct press *press, const struct press_row *row,
    struct rest *rests, double room);
static double lines_print(struct press *press,
    const struct press_cell *cell, struct rest *rest, double padding,
    double room);
static void line_print(struct press *press, PangoLayout *layout,
    PangoLayoutIter *iter, double x, double y);
static void frame_print(
    struct press *press, const struct press_row *row, double height);
static double layout_height(PangoLayout *layout);

PangoLayout *press_text(struct press *press, const char *text, double width,
    struct press_style style)
{
    PangoLayout *layout = pango_layout_new(press->context);
    PangoFontDescription *font =
        pango_font_description_from_string(FAMILIES);
    double size = press->size * (style.scale > 0 ? style.scale : 1);
    pango_font_description_set_size(font, (int)(size * PANGO_SCALE));
    pango_font_description_set_weight(
        font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(
        font, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, style.align);
    if (style.capitals) {
        char *capitals = g_utf8_strup(text, -1);
        pango_layout_set_text(layout, capitals, -1);
        g_free(capitals);
    } else {
        pango_layout_set_text(layout, text == NULL ? "" : text, -1);
    }
    press->unknown += pango_layout_get_unknown_glyphs_count(layout);
    return layout;
}

PangoLayout *press_prose(struct press *press,
    const struct document_node *node, double width, struct press_style style)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_add_text(&text, node->text == NULL ? "" : node->text);
    size_t length = text.length;
    for (const struct document_node *child = node->first; child != NULL;
         child = child->next) {
        if (child->kind == DOCUMENT_BASIS) {
            buffer_add_format(&text, " [%s]", child->text);
        }
    }
    PangoLayout *layout =
        press_text(press, buffer_text(&text), width, style);
    if (text.length > length) {
        PangoAttrList *attributes = pango_attr_list_new();
        PangoAttribute *each[] = {pango_attr_scale_new(BASIS_SCALE),
            pango_attr_style_new(PANGO_STYLE_ITALIC),
            pango_attr_weight_new(PANGO_WEIGHT_NORMAL)};
        for (size_t i = 0; i < sizeof each / sizeof each[0]; i++) {
            each[i]->start_index = (guint)length;
            pango_attr_list_insert(attributes, each[i]);
        }
        pango_layout_set_attributes(layout, attributes);
        pango_attr_list_unref(attributes);
    }
    buffer_finish(&text);
    return layout;
}

struct press_cell *press_cell(struct press_row *row, double x, double width,
    const char *tag, PangoLayout *layout)
{
    assert(row->count < PRESS_CELLS_MAX);
    struct press_cell *cell = &row->cells[row->count++];
    *cell = (struct press_cell){
        .x = x, .width = width, .tag = tag, .layout = layout};
    return cell;
}

double press_height(const struct press_row *row)
{
    double height = row->height_min;
    for (int i = 0; i < row->count; i++) {
        if (row->cells[i].layout != NULL) {
            double text =
                layout_height(row->cells[i].layout) + 2 * row->padding;
            height = text > height ? text : height;
        }
    }
    return height;
}

void press_print(struct press *press, struct press_row *row)
{
    double height = press_height(row);
    double sheet =
        PRESS_SHEET_HEIGHT - PRESS_MARGIN_TOP - PRESS_MARGIN_BOTTOM;
    bool may_split = row->may_split || height > sheet;
    if (!may_split) {
        press_need(press, height);
    }
    if (row->tag != NULL) {
        press_tag_begin(press, row->tag);
    }
    press_need(press, press->size * LINES_KEPT);
    row_print(press, row, height);
    if (row->tag != NULL) {
        press_tag_end(press);
    }
    for (int i = 0; i < row->count; i++) {
        if (row->cells[i].layout != NULL) {
            g_object_unref(row->cells[i].layout);
        }
    }
}

/* Sheet after sheet, until no cell has a line left. */
static void row_print(
    struct press *press, const struct press_row *row, double height)
{
    struct rest rests[PRESS_CELLS_MAX] = {{NULL, false}};
    for (int i = 0; i < row->count; i++) {
        rests[i].is_done = row->cells[i].layout == NULL;
        if (!rests[i].is_done) {
            rests[i].iter = pango_layout_get_iter(row->cells[i].layout);
        }
    }
    bool is_whole = height <= press_left(press);
    for (bool more = true; more;) {
        double room = is_whole ? height : press_left(press);
        double taken = portion_print(press, row, rests, room);
        taken = is_whole ? height : taken;
        frame_print(press, row, taken);
        press->y += taken;
        more = false;
        for (int i = 0; i < row->count; i++) {
            more = more || !rests[i].is_done;
        }
        if (more) {
            press_need(press, PRESS_SHEET_HEIGHT);
        }
    }
    for (int i = 0; i < row->count; i++) {
        if (rests[i].iter != NULL) {
            pango_layout_iter_free(rests[i].iter);
        }
    }
}

/* The lines of each cell that `room` holds; -> the height they take. */
static double portion_print(struct press *press, const struct press_row *row,
    struct rest *rests, double room)
{
    double highest = 0;
    for (int i = 0; i < row->count; i++) {
        const struct press_cell *cell = &row->cells[i];
        if (cell->tag != NULL) {
            press_tag_begin(press, cell->tag);
        }
        double taken =
            lines_print(press, cell, &rests[i], row->padding, room);
        if (cell->is_blank) {
            press_line(press, press->left + cell->x,
                press->y + press_height(row) - PEN_GAP, cell->width);
        }
        highest = taken > highest ? taken : highest;
        if (cell->tag != NULL) {
            press_tag_end(press);
        }
    }
    return highest;
}

/* At least one line, so that it comes to an end. */
static double lines_print(struct press *press,
    const struct press_cell *cell, struct rest *rest, double padding,
    double room)
{
    double taken = padding;
    bool is_first = true;
    while (!rest->is_done) {
        PangoRectangle place;
        pango_layout_iter_get_line_extents(rest->iter, NULL, &place);
        double height = (double)place.height / PANGO_SCALE;
        if (!is_first && taken + height + padding > room + ROUNDING) {
            break;
        }
        if (press->cairo != NULL) {
            double base =
                (double)(pango_layout_iter_get_baseline(rest->iter) -
                    place.y) /
                PANGO_SCALE;
            line_print(press, cell->layout, rest->iter,
                press->left + cell->x + padding, press->y + taken + base);
        }
        taken += height;
        is_first = false;
        rest->is_done = !pango_layout_iter_next_line(rest->iter);
    }
    return taken + padding;
}

/* Pango drops the blank at which it breaks a line; without one the last and
   the next word would be read as one. */
static void line_print(struct press *press, PangoLayout *layout,
    PangoLayoutIter *iter, double x, double y)
{
    PangoRectangle place;
    PangoLayoutLine *line = pango_layout_iter_get_line_readonly(iter);
    pango_layout_iter_get_line_extents(iter, NULL, &place);
    cairo_move_to(press->cairo, x + (double)place.x / PANGO_SCALE, y);
    pango_cairo_show_layout_line(press->cairo, line);
    int end = line->start_index + line->length;
    bool is_at_blank =
        line->length > 0 && pango_layout_get_text(layout)[end - 1] == ' ';
    if (is_at_blank) {
        cairo_move_to(press->cairo,
            x + (double)(place.x + place.width) / PANGO_SCALE, y);
        pango_cairo_show_layout_line(press->cairo,
            pango_layout_get_line_readonly(press->blank, 0));
    }
}

static void frame_print(
    struct press *press, const struct press_row *row, double height)
{
    for (int i = 0; row->is_ruled && i < row->count; i++) {
        press_frame(press, press->left + row->cells[i].x, press->y,
            row->cells[i].width, height, false);
    }
}

static double layout_height(PangoLayout *layout)
{
    int height = 0;
    pango_layout_get_size(layout, NULL, &height);
    return (double)height / PANGO_SCALE;
}
