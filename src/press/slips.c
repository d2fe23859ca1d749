/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A sheet of slips, as many as fit, to be cut apart along the frames.
 */
#include "press/press_internal.h"

#define SLIP_PADDING 10.0
#define TITLE_SCALE 1.1

#define SLACK 3.0 /* the least that a sheet has left below a line */

enum { COLUMNS = 2, ROWS_MAX = 4 };

static double slip_print(struct press *press,
    const struct document_node *slip, double x, double y, double height);

/* Each item has sheets of its own. */
void press_slips(struct press *press, const struct document_node *slip)
{
    press_need(press, PRESS_SHEET_HEIGHT);
    double left = press->left;
    double width = press->width;
    press->width = width / COLUMNS;
    cairo_t *cairo = press->cairo;
    press->cairo = NULL;
    double height = slip_print(press, slip, left, PRESS_MARGIN_TOP, 0);
    press->cairo = cairo;
    double room =
        PRESS_SHEET_HEIGHT - PRESS_MARGIN_TOP - PRESS_MARGIN_BOTTOM;
    height += press->size * SLACK;
    int rows = height < room ? (int)(room / height) : 1;
    rows = rows > ROWS_MAX ? ROWS_MAX : rows;
    for (int i = 0; i < rows * COLUMNS; i++) {
        int row = i / COLUMNS;
        (void)slip_print(press, slip, left + i % COLUMNS * press->width,
            PRESS_MARGIN_TOP + row * (room / rows), room / rows);
    }
    press->left = left;
    press->width = width;
    press->y = PRESS_SHEET_HEIGHT - PRESS_MARGIN_BOTTOM;
}

/* -> the height that it takes; framed where `height` is given. */
static double slip_print(struct press *press,
    const struct document_node *slip, double x, double y, double height)
{
    double width = press->width;
    press_tag_begin(press, "Sect");
    if (height > 0) {
        press_frame(press, x, y, width, height, true);
    }
    press->left = x + SLIP_PADDING;
    press->width = width - 2 * SLIP_PADDING;
    press->y = y + SLIP_PADDING;
    struct press_row row = {0};
    (void)press_cell(&row, 0, press->width, "H1",
        press_text(press, press->title, press->width,
            (struct press_style){.scale = TITLE_SCALE,
                .bold = true,
                .align = PANGO_ALIGN_CENTER}));
    press_print(press, &row);
    press_blocks(press, slip);
    double taken = press->y + SLIP_PADDING - y;
    press->width = width;
    press_tag_end(press);
    return taken;
}
