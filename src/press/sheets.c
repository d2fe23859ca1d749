/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Sheets: where one ends and the next begins, page numbers, tags, lines.
 */
#include <assert.h>

#include "press/press_internal.h"

#define FOOT_SCALE 0.75
#define FOOT_GAP 14.0
#define NUMBER_WIDTH 60.0

static void foot_print(struct press *press);
static void foot_text(struct press *press, const char *text, double x,
    double width, PangoAlignment align);

void press_tag_begin(struct press *press, const char *tag)
{
    assert(press->tags_count < PRESS_TAGS_MAX);
    press->tags[press->tags_count++] = tag;
    if (press->cairo != NULL) {
        cairo_tag_begin(press->cairo, tag, NULL);
    }
}

void press_tag_end(struct press *press)
{
    assert(press->tags_count > 0);
    press->tags_count--;
    if (press->cairo != NULL) {
        cairo_tag_end(press->cairo, press->tags[press->tags_count]);
    }
}

double press_left(const struct press *press)
{
    return PRESS_SHEET_HEIGHT - PRESS_MARGIN_BOTTOM - press->y;
}

void press_space(struct press *press, double height)
{
    if (press->y > PRESS_MARGIN_TOP) {
        press->y += height;
    }
}

/* What is open is closed with the sheet, and goes on on the next. */
void press_need(struct press *press, double height)
{
    if (press_left(press) >= height || press->y <= PRESS_MARGIN_TOP) {
        return;
    }
    int open = press->tags_count;
    while (press->tags_count > 0) {
        press_tag_end(press);
    }
    press_sheet_end(press);
    press_sheet_start(press);
    for (int i = 0; i < open; i++) {
        press_tag_begin(press, press->tags[i]);
    }
}

void press_sheet_start(struct press *press)
{
    press->page++;
    press->y = PRESS_MARGIN_TOP;
}

void press_sheet_end(struct press *press)
{
    assert(press->tags_count == 0);
    if (press->cairo != NULL) {
        foot_print(press);
        cairo_show_page(press->cairo);
    }
}

/* A single sheet, and one of slips, needs no number. */
static void foot_print(struct press *press)
{
    if (press->pages < 2 || press->about->kind == DOCUMENT_SLIPS) {
        return;
    }
    struct buffer number = BUFFER_EMPTY;
    buffer_add_format(&number, "%d / %d", press->page, press->pages);
    foot_text(press, press->title, 0, press->width - NUMBER_WIDTH,
        PANGO_ALIGN_LEFT);
    foot_text(press, buffer_text(&number), press->width - NUMBER_WIDTH,
        NUMBER_WIDTH, PANGO_ALIGN_RIGHT);
    buffer_finish(&number);
}

static void foot_text(struct press *press, const char *text, double x,
    double width, PangoAlignment align)
{
    PangoLayout *layout = press_text(press, text, width,
        (struct press_style){.scale = FOOT_SCALE, .align = align});
    pango_layout_set_height(layout, -1);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    cairo_move_to(press->cairo, press->left + x,
        PRESS_SHEET_HEIGHT - PRESS_MARGIN_BOTTOM + FOOT_GAP);
    pango_cairo_show_layout(press->cairo, layout);
    g_object_unref(layout);
}

void press_line(struct press *press, double x, double y, double width)
{
    if (press->cairo != NULL) {
        cairo_move_to(press->cairo, x, y);
        cairo_rel_line_to(press->cairo, width, 0);
        cairo_stroke(press->cairo);
    }
}

void press_frame(struct press *press, double x, double y, double width,
    double height, bool is_dashed)
{
    static const double dash[] = {4, 3};
    if (press->cairo == NULL) {
        return;
    }
    cairo_set_dash(press->cairo, dash, is_dashed ? 2 : 0, 0);
    cairo_rectangle(press->cairo, x, y, width, height);
    cairo_stroke(press->cairo);
    cairo_set_dash(press->cairo, dash, 0, 0);
}
