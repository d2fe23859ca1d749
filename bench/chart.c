/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Bars, and a dashed line for the limit of each panel.
 */
#include "chart.h"

enum {
    PANEL_WIDTH = 320,
    MARGIN = 40,
    TOP = 72,
    HEIGHT = 200,
    BELOW = 40,
    BAR_WIDTH = 48
};

static double highest_of(const struct chart_panel *panel);
static void panel_write(
    const struct chart_panel *panel, double left, struct buffer *svg);

void chart_write(const struct chart_panel *panels, size_t count,
    const char *title, struct buffer *svg)
{
    buffer_add_format(svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %zu %d\" "
        "role=\"img\" font-family=\"sans-serif\" font-size=\"13\">\n"
        "<title>%s</title>\n"
        "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n"
        "<text x=\"%d\" y=\"26\" font-size=\"16\">%s</text>\n",
        count * PANEL_WIDTH, TOP + HEIGHT + BELOW, title, MARGIN, title);
    for (size_t i = 0; i < count; i++) {
        panel_write(&panels[i], (double)(i * PANEL_WIDTH), svg);
    }
    buffer_add_text(svg, "</svg>\n");
}

/* A little more than the highest bar or the limit. */
static double highest_of(const struct chart_panel *panel)
{
    const double room = 1.2;
    double highest = panel->limit;
    for (size_t i = 0; i < panel->count; i++) {
        highest =
            panel->bars[i].ratio > highest ? panel->bars[i].ratio : highest;
    }
    return highest * room;
}

static void panel_write(
    const struct chart_panel *panel, double left, struct buffer *svg)
{
    const double scale = HEIGHT / highest_of(panel);
    const double ground = TOP + HEIGHT;
    const double width = PANEL_WIDTH - 2 * MARGIN;
    const double step = width / (double)panel->count;
    double line = ground - panel->limit * scale;
    buffer_add_format(svg, "<text x=\"%.0f\" y=\"52\">%s</text>\n",
        left + MARGIN, panel->title);
    for (size_t i = 0; i < panel->count; i++) {
        const struct chart_bar *bar = &panel->bars[i];
        double middle = left + MARGIN + step * ((double)i + 0.5);
        double height = bar->ratio * scale;
        buffer_add_format(svg,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" "
            "fill=\"#2f6f8f\"/>\n"
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%.3f</text>\n"
            "<text x=\"%.1f\" y=\"%.0f\" text-anchor=\"middle\">%zu</text>\n",
            middle - BAR_WIDTH / 2.0, ground - height, BAR_WIDTH, height,
            middle, ground - height - 6, bar->ratio, middle, ground + 18,
            bar->norms);
    }
    buffer_add_format(svg,
        "<path d=\"M%.0f %.0fh%.0f\" stroke=\"#333\"/>\n"
        "<path d=\"M%.0f %.1fh%.0f\" stroke=\"#b00020\" "
        "stroke-dasharray=\"5 4\"/>\n"
        "<text x=\"%.0f\" y=\"%.1f\" fill=\"#b00020\">limit %.1f</text>\n"
        "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\">norms</text>\n",
        left + MARGIN, ground, width, left + MARGIN, line, width,
        left + MARGIN + 4, line - 4, panel->limit, left + MARGIN + width / 2,
        ground + 34);
}
