/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Clocks, medians, and the rows of the table of speed.
 */
#ifndef BENCH_GAUGE_H
#define BENCH_GAUGE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Seconds: of the wall, and of the processor that a process has had. */
double gauge_wall(void);
double gauge_processor(pid_t process);

/* Sorts them. */
double gauge_median(double *values, size_t count);

/* The value below which 99 of 100 are; sorts them. */
double gauge_99th(double *values, size_t count);

/* One line of the table. */
struct gauge_row {
    const char *what;
    const char *unit;
    double ours;   /* in the unit */
    double theirs; /* what it is held against; 0: nothing */
    double figure; /* what the limit is of: a ratio, or ours */
    double limit;
    bool at_least; /* the figure is to be so much, not at most */
};

void gauge_head(void);

/* Prints a row; true where the limit is held. */
bool gauge_print(const struct gauge_row *row);

/* How far it is, on a terminal. */
void gauge_progress(const char *what, size_t done, size_t all);

#endif
