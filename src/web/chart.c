/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Lays out pictures: heights in CSS pixels, along the width in hundredths of
 * it, which is why nothing here knows how wide a screen is.
 */
#include "web/chart.h"

#include <assert.h>
#include <string.h>

enum {
    LINE_HEIGHT = 18,
    LINE_CHARACTERS = 36, /* what 288 pixels hold, in letters of 13 */
    MARK_HEIGHT = 16,
    GAP = 12,
    AXIS_HEIGHT = 22,
    BAR_MOST = 70, /* of 100: the number stands behind the bar */
    TICKS_MAX = 5
};

static size_t line_take(const char *text);
static struct pages_chart_lines *lines_make(
    struct arena *arena, const char *text, int64_t *y);
static const char *pixels(struct arena *arena, int64_t number);
static const char *share(
    struct arena *arena, int64_t part, int64_t whole, int64_t most);

/* ---- bars ---------------------------------------------------------------- */

struct pages_chart_bars *chart_bars(struct arena *arena, const char *title,
    const struct chart_bar *bars, size_t count, int64_t most)
{
    struct pages_chart_bars *chart = arena_take(arena, sizeof *chart);
    struct pages_chart_bars_rows *rows =
        arena_take_array(arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        assert(bars[i].value >= 0);
        most = bars[i].value > most ? bars[i].value : most;
    }
    int64_t y = 0;
    for (size_t i = 0; i < count; i++) {
        rows[i].lines = lines_make(arena, bars[i].label, &y);
        rows[i].y = pixels(arena, y + 4);
        rows[i].text_y = pixels(arena, y + MARK_HEIGHT);
        rows[i].width = share(arena, bars[i].value, most, BAR_MOST);
        rows[i].said = bars[i].said;
        y += MARK_HEIGHT + GAP;
    }
    *chart = (struct pages_chart_bars){
        .title = title,
        .height = pixels(arena, y),
        .rows = rows,
        .rows_count = count,
    };
    return chart;
}

/* ---- time ---------------------------------------------------------------- */

/* What is drawn of time: its first day, and how many days. */
struct stretch {
    struct arena *arena;
    struct date from;
    int64_t days;
};

static const char *day_at(const struct stretch *stretch, struct date day)
{
    int64_t days = date_days_between(stretch->from, day);
    days = days < 0 ? 0 : days > stretch->days ? stretch->days : days;
    return share(stretch->arena, days, stretch->days, 100);
}

static const char *days_wide(
    const struct stretch *stretch, const struct chart_span *span)
{
    struct date end = date_add_days(stretch->from, stretch->days);
    struct date from = date_compare(span->from, stretch->from) < 0
                           ? stretch->from
                           : span->from;
    struct date until = span->until;
    if (!date_is_set(until) || date_compare(until, end) > 0) {
        until = end;
    }
    int64_t days = date_days_between(from, until);
    return share(stretch->arena, days < 0 ? 0 : days, stretch->days, 100);
}

/* Years of the axis, at most TICKS_MAX, a round number of years apart. */
static void ticks_fill(
    const struct stretch *stretch, struct pages_chart_time *chart)
{
    static const int steps[] = {1, 2, 5, 10, 20, 50, 100, 200, 500};
    struct date end = date_add_days(stretch->from, stretch->days);
    int years = end.year - stretch->from.year;
    size_t step = 0;
    while (years / steps[step] >= TICKS_MAX &&
           step + 1 < sizeof steps / sizeof steps[0]) {
        step++;
    }
    struct pages_chart_time_ticks *ticks =
        arena_take_array(stretch->arena, TICKS_MAX + 1, sizeof *ticks);
    int year = stretch->from.year / steps[step] * steps[step];
    for (; chart->ticks_count < TICKS_MAX && year <= end.year;
         year += steps[step]) {
        struct date day = {(int16_t)year, 1, 1};
        if (date_compare(day, stretch->from) < 0) {
            continue;
        }
        int64_t days = date_days_between(stretch->from, day);
        ticks[chart->ticks_count++] = (struct pages_chart_time_ticks){
            .x = day_at(stretch, day),
            .year = arena_format(stretch->arena, "%d", year),
            .anchor = days * 10 > stretch->days * 9 ? "end" : "start",
        };
    }
    chart->ticks = ticks;
}

static void row_fill(const struct stretch *stretch, const struct chart_row *row,
    int64_t *y, struct pages_chart_time_rows *drawn)
{
    static const char *const looks[] = {
        [CHART_FULL] = "chart-full",
        [CHART_HALF] = "chart-half",
        [CHART_EMPTY] = "chart-empty",
    };
    struct arena *arena = stretch->arena;
    struct pages_chart_time_rows_spans *spans =
        arena_take_array(arena, row->spans_count, sizeof *spans);
    struct pages_chart_time_rows_points *points =
        arena_take_array(arena, row->points_count, sizeof *points);
    drawn->lines = lines_make(arena, row->label, y);
    for (size_t i = 0; i < row->spans_count; i++) {
        spans[i] = (struct pages_chart_time_rows_spans){
            .x = day_at(stretch, row->spans[i].from),
            .y = pixels(arena, *y + 5),
            .width = days_wide(stretch, &row->spans[i]),
            .look = looks[row->spans[i].look],
        };
    }
    for (size_t i = 0; i < row->points_count; i++) {
        points[i] = (struct pages_chart_time_rows_points){
            .x = day_at(stretch, row->points[i].day),
            .y = pixels(arena, *y + MARK_HEIGHT - 1),
            .mark = row->points[i].mark,
        };
    }
    drawn->line_y = pixels(arena, *y + 11);
    drawn->spans = spans;
    drawn->spans_count = row->spans_count;
    drawn->points = points;
    drawn->points_count = row->points_count;
    *y += MARK_HEIGHT + GAP;
}

struct pages_chart_time *chart_time(struct arena *arena, const char *title,
    const struct chart_row *rows, size_t count, struct date from,
    struct date until)
{
    struct stretch stretch = {arena, from, date_days_between(from, until)};
    assert(stretch.days > 0);
    struct pages_chart_time *chart = arena_take(arena, sizeof *chart);
    struct pages_chart_time_rows *drawn =
        arena_take_array(arena, count, sizeof *drawn);
    int64_t y = AXIS_HEIGHT;
    for (size_t i = 0; i < count; i++) {
        row_fill(&stretch, &rows[i], &y, &drawn[i]);
    }
    chart->title = title;
    chart->height = pixels(arena, y);
    chart->rows = drawn;
    chart->rows_count = count;
    ticks_fill(&stretch, chart);
    return chart;
}

/* ---- parts --------------------------------------------------------------- */

/* How many bytes of `text` stand on one line: whole words, where it can be. */
static size_t line_take(const char *text)
{
    size_t characters = 0;
    size_t blank = 0;
    size_t i = 0;
    while (text[i] != '\0' && characters < LINE_CHARACTERS) {
        blank = text[i] == ' ' ? i : blank;
        i++;
        while (((unsigned char)text[i] & 0xC0U) == 0x80U) {
            i++;
        }
        characters++;
    }
    return text[i] == '\0' || text[i] == ' ' || blank == 0 ? i : blank;
}

/* The words of a row; `*y` goes on below them. */
static struct pages_chart_lines *lines_make(
    struct arena *arena, const char *text, int64_t *y)
{
    struct pages_chart_lines *lines = arena_take(arena, sizeof *lines);
    struct pages_chart_lines_rows *rows = NULL;
    size_t capacity = 0;
    while (*text != '\0') {
        size_t length = line_take(text);
        *y += LINE_HEIGHT;
        rows =
            arena_grow(arena, rows, lines->rows_count, &capacity, sizeof *rows);
        rows[lines->rows_count++] = (struct pages_chart_lines_rows){
            .y = pixels(arena, *y - 3),
            .text = arena_text_n(arena, text, length),
        };
        text += length;
        text += strspn(text, " ");
    }
    lines->rows = rows;
    return lines;
}

static const char *pixels(struct arena *arena, int64_t number)
{
    return arena_format(arena, "%lld", (long long)number);
}

/* "43.21%": `part` of `whole`, of which the whole is `most` hundredths. */
static const char *share(
    struct arena *arena, int64_t part, int64_t whole, int64_t most)
{
    double hundredths =
        whole <= 0 ? 0 : (double)part / (double)whole * (double)most * 100;
    int64_t rounded = (int64_t)(hundredths + 0.5);
    return arena_format(arena, "%lld.%02lld%%", (long long)(rounded / 100),
        (long long)(rounded % 100));
}
