/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Runs a program to its end and tells what it said and what it cost.
 */
#ifndef BENCH_RUN_H
#define BENCH_RUN_H

#include <stdbool.h>

#include "base/buffer.h"

struct run {
    struct buffer said; /* on standard output */
    double seconds;     /* of the processor, user and system */
    int status;         /* its exit status; -1: it did not end by itself */
};

/* `program` and its arguments, ended with NULL.  False, and told on stderr,
   where it cannot be run.  run_finish() in either case. */
bool run_program(const char *const *program, struct run *run);
void run_finish(struct run *run);

#endif
