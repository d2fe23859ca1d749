/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Clocks, medians, and the rows of the table of speed.
 */
#include "gauge.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static double seconds_of(clockid_t clock)
{
    struct timespec now = {0};
    (void)clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

double gauge_wall(void)
{
    return seconds_of(CLOCK_MONOTONIC);
}

double gauge_processor(pid_t process)
{
    clockid_t clock;
    if (clock_getcpuclockid(process, &clock) != 0) {
        return 0;
    }
    return seconds_of(clock);
}

static int number_compare(const void *left, const void *right)
{
    const double *one = left;
    const double *other = right;
    return (*one > *other) - (*one < *other);
}

double gauge_median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, number_compare);
    return values[count / 2];
}

double gauge_99th(double *values, size_t count)
{
    qsort(values, count, sizeof *values, number_compare);
    return values[count * 99 / 100];
}

void gauge_head(void)
{
    (void)printf("%-34s %10s %10s %-5s %7s %9s\n", "", "Kenes", "beside", "",
        "figure", "limit");
}

bool gauge_print(const struct gauge_row *row)
{
    bool is_held = row->at_least ? row->figure >= row->limit
                                 : row->figure <= row->limit;
    char beside[16] = "";
    if (row->theirs > 0) {
        (void)snprintf(beside, sizeof beside, "%.2f", row->theirs);
    }
    (void)printf("%-34s %10.2f %10s %-5s %7.2f %s%6.2f  %s\n", row->what,
        row->ours, beside, row->unit, row->figure, row->at_least ? ">=" : "<=",
        row->limit, is_held ? "holds" : "MISSES");
    (void)fflush(stdout);
    return is_held;
}

void gauge_progress(const char *what, size_t done, size_t all)
{
    if (isatty(STDERR_FILENO)) {
        (void)fprintf(stderr, "\r%3zu %%  %-24s\r", done * 100 / all, what);
    }
}
