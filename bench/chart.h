/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Ratios by size against their limit, as SVG.
 */
#ifndef BENCH_CHART_H
#define BENCH_CHART_H

#include <stddef.h>

#include "base/buffer.h"

struct chart_bar {
    size_t norms;
    double ratio;
};

struct chart_panel {
    const char *title;
    double limit;
    const struct chart_bar *bars;
    size_t count;
};

/* Panels side by side. */
void chart_write(const struct chart_panel *panels, size_t count,
    const char *title, struct buffer *svg);

#endif
