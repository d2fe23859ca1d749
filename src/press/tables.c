/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Tables: a row stands on one sheet, and each sheet begins with the head.
 */
#include "press/press_internal.h"

#define TABLE_SCALE 0.87
#define CELL_PADDING 3.0
#define PEN_HEIGHT 19.0
#define PEN_WIDTH 110.0
#define WIDTH_LEAST 28.0
#define KEPT_HEIGHT 60.0

enum { ROWS_MEASURED = 200 };

struct columns {
    double widths[PRESS_CELLS_MAX];
    int count;
    bool is_for_pen; /* the last */
};

static void columns_measure(struct press *press,
    const struct document_node *table, struct columns *columns);
static void columns_fit(struct columns *columns, double width);
static void row_print(struct press *press, const struct document_node *table,
    const struct document_node *node, const struct columns *columns);
static struct press_row row_make(struct press *press,
    const struct document_node *table, const struct document_node *node,
    const struct columns *columns);

void press_table(struct press *press, const struct document_node *node)
{
    struct columns columns = {.count = 0};
    columns_measure(press, node, &columns);
    columns_fit(&columns, press->width);
    press_need(press, KEPT_HEIGHT);
    press_tag_begin(press, "Table");
    if (node->text != NULL) {
        struct press_row caption = {.may_split = true};
        (void)press_cell(&caption, 0, press->width, "Caption",
            press_text(press, node->text, press->width,
                (struct press_style){.italic = true}));
        press_print(press, &caption);
        press->y += CELL_PADDING;
    }
    for (const struct document_node *row = node->first; row != NULL;
         row = row->next) {
        row_print(press, node, row, &columns);
    }
    press_tag_end(press);
    press->y += CELL_PADDING;
}

/* As wide as what stands in them, as far as it was looked at. */
static void columns_measure(struct press *press,
    const struct document_node *table, struct columns *columns)
{
    int rows = 0;
    for (const struct document_node *row = table->first;
         row != NULL && rows < ROWS_MEASURED; row = row->next, rows++) {
        int column = 0;
        for (const struct document_node *cell = row->first;
             cell != NULL && column < PRESS_CELLS_MAX;
             cell = cell->next, column++) {
            int width = 0;
            PangoLayout *layout = press_prose(press, cell, press->width,
                (struct press_style){
                    .scale = TABLE_SCALE, .bold = row == table->first});
            pango_layout_get_size(layout, &width, NULL);
            g_object_unref(layout);
            double wanted =
                (double)width / PANGO_SCALE + 2 * CELL_PADDING + 1;
            if (wanted > columns->widths[column]) {
                columns->widths[column] = wanted;
            }
            columns->is_for_pen = cell->text == NULL;
        }
        columns->count = column > columns->count ? column : columns->count;
    }
}

/* What is left over goes to the pen first, then to all but the numbers; where
   too little is there, the widest give way. */
static void columns_fit(struct columns *columns, double width)
{
    double sum = 0;
    for (int i = 0; i < columns->count; i++) {
        if (columns->widths[i] < WIDTH_LEAST) {
            columns->widths[i] = WIDTH_LEAST;
        }
        sum += columns->widths[i];
    }
    while (sum > width) {
        int widest = 0;
        for (int i = 1; i < columns->count; i++) {
            if (columns->widths[i] > columns->widths[widest]) {
                widest = i;
            }
        }
        columns->widths[widest] -= 1;
        sum -= 1;
    }
    int last = columns->count - 1;
    if (columns->is_for_pen) {
        double pen = width - sum < PEN_WIDTH ? width - sum : PEN_WIDTH;
        columns->widths[last] += pen;
        sum += pen;
    }
    double shared = sum - columns->widths[0];
    double spare = width - sum;
    for (int i = 1; i <= last; i++) {
        columns->widths[i] += spare * columns->widths[i] / shared;
    }
}

static void row_print(struct press *press, const struct document_node *table,
    const struct document_node *node, const struct columns *columns)
{
    struct press_row row = row_make(press, table, node, columns);
    if (node != table->first && press_left(press) < press_height(&row) &&
        press->y > PRESS_MARGIN_TOP) {
        press_need(press, PRESS_SHEET_HEIGHT);
        struct press_row head = row_make(press, table, table->first, columns);
        press_print(press, &head);
    }
    press_print(press, &row);
}

static struct press_row row_make(struct press *press,
    const struct document_node *table, const struct document_node *node,
    const struct columns *columns)
{
    bool is_head = node == table->first;
    struct press_row row = {
        .tag = "TR", .padding = CELL_PADDING, .is_ruled = true};
    double x = 0;
    int column = 0;
    for (const struct document_node *cell = node->first;
         cell != NULL && column < columns->count;
         cell = cell->next, column++) {
        double width = columns->widths[column];
        bool is_number = table->flag && column == 0 && !is_head;
        (void)press_cell(&row, x, width, is_head ? "TH" : "TD",
            press_prose(press, cell, width - 2 * CELL_PADDING,
                (struct press_style){.scale = TABLE_SCALE,
                    .bold = is_head,
                    .align = is_number ? PANGO_ALIGN_RIGHT
                                       : PANGO_ALIGN_LEFT}));
        x += width;
    }
    if (columns->is_for_pen && !is_head) {
        row.height_min = PEN_HEIGHT;
    }
    return row;
}
