/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Pictures of numbers and of time: {{ use chart-bars x }}, {{ use chart-time x
 * }}.  As wide as the page leaves room for, with text of the reader's own size;
 * each row has its words above it, so that nothing hangs on a colour or a key.
 * A picture says nothing that the table beside it does not say.
 *
 * Parts live in the arena; texts are borrowed.
 */
#ifndef WEB_CHART_H
#define WEB_CHART_H

#include "base/date.h"
#include "generated/pages.h"

struct chart_bar {
    const char *label;
    int64_t value;    /* not below zero */
    const char *said; /* the value as it stands beside the bar */
};

/* `most` is a whole bar's value; 0: the largest of them. */
struct pages_chart_bars *chart_bars(struct arena *arena, const char *title,
    const struct chart_bar *bars, size_t count, int64_t most);

/* How a stretch of time is drawn, and what stands for a moment. */
enum chart_look { CHART_FULL, CHART_HALF, CHART_EMPTY };

struct chart_span {
    struct date from;
    struct date until; /* the last day; not set: it goes on */
    enum chart_look look;
};

struct chart_point {
    struct date day;
    const char *mark; /* "●" */
};

struct chart_row {
    const char *label;
    const struct chart_span *spans;
    size_t spans_count;
    const struct chart_point *points;
    size_t points_count;
};

/* Rows under one another on the years `from` to `until`, which is later. */
struct pages_chart_time *chart_time(struct arena *arena, const char *title,
    const struct chart_row *rows, size_t count, struct date from,
    struct date until);

#endif
