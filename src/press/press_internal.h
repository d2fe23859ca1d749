/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Internal: a sheet in the press.  Everything that is printed is a row of
 * cells: a paragraph has one, a fact two, a table as many as columns.  All
 * lengths are points, 1/72 inch.
 */
#ifndef PRESS_PRESS_INTERNAL_H
#define PRESS_PRESS_INTERNAL_H

#include <pango/pangocairo.h>

#include "press/press.h"

enum { PRESS_CELLS_MAX = 8, PRESS_TAGS_MAX = 8 };

/* The sheet: A4 and its margins (20 mm for the binding). */
#define PRESS_SHEET_WIDTH 595.28
#define PRESS_SHEET_HEIGHT 841.89
#define PRESS_MARGIN_LEFT 56.7
#define PRESS_MARGIN_RIGHT 34.0
#define PRESS_MARGIN_TOP 42.5
#define PRESS_MARGIN_BOTTOM 51.0

struct press {
    cairo_t *cairo; /* NULL while the sheets are only counted */
    PangoContext *context;
    const struct document_about *about;
    const char *title;
    double size; /* of the letters */
    double left, width; /* of the column that is filled */
    double y;
    int page;  /* from 1 */
    int pages; /* of all, as counted before */
    int unknown; /* letters that no font has */
    PangoLayout *blank; /* what parts the words of two lines */
    const char *tags[PRESS_TAGS_MAX]; /* open now, the outermost first */
    int tags_count;
};

struct press_style {
    double scale; /* of the letters; 0: 1 */
    bool bold;
    bool italic;
    bool capitals;
    PangoAlignment align;
};

struct press_cell {
    double x, width; /* x from the left of the column */
    const char *tag; /* "P", "TD", …, or NULL */
    PangoLayout *layout; /* owned by the row; NULL: an empty cell */
    bool is_blank;   /* a line for the pen */
};

struct press_row {
    struct press_cell cells[PRESS_CELLS_MAX];
    int count;
    const char *tag;  /* round all cells, or NULL */
    double padding;   /* round the text of each cell */
    double height_min;
    bool is_ruled;    /* lines round the cells */
    bool may_split;   /* over two sheets, where it does not fit on this one */
};

/* ---- rows.c -------------------------------------------------------------- */

/* A layout of a text; its letters that no font has are counted. */
PangoLayout *press_text(struct press *press, const char *text, double width,
    struct press_style style);

/* The same of a node: its text, and smaller the places that it rests on. */
PangoLayout *press_prose(struct press *press,
    const struct document_node *node, double width, struct press_style style);

/* Adds a cell with a layout (kept) to a row. */
struct press_cell *press_cell(struct press_row *row, double x, double width,
    const char *tag, PangoLayout *layout);

double press_height(const struct press_row *row);

/* Prints the row and lets its layouts go. */
void press_print(struct press *press, struct press_row *row);

/* ---- sheets.c ------------------------------------------------------------ */

void press_tag_begin(struct press *press, const char *tag);
void press_tag_end(struct press *press);

/* What is left on this sheet. */
double press_left(const struct press *press);

/* Space between blocks; none on top of a sheet. */
void press_space(struct press *press, double height);

/* Goes to a new sheet where less is left. */
void press_need(struct press *press, double height);

void press_sheet_start(struct press *press);
void press_sheet_end(struct press *press);

/* A thin line, a frame (dashed to be cut along). */
void press_line(
    struct press *press, double x, double y, double width);
void press_frame(struct press *press, double x, double y, double width,
    double height, bool is_dashed);

/* ---- blocks.c, tables.c, slips.c ----------------------------------------- */

void press_blocks(struct press *press, const struct document_node *parent);
void press_block(struct press *press, const struct document_node *node);
void press_table(struct press *press, const struct document_node *node);
void press_slips(struct press *press, const struct document_node *slip);

/* ---- catalogue.c --------------------------------------------------------- */

/*
 * Adds to a finished PDF that its text is in `language` and that a reader
 * shows its title.  False where it is not built as expected.
 */
bool press_catalogue(struct buffer *pdf, const char *language);

#endif
