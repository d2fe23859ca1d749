/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A process of its own that serves on a port: Kenes's server, or a bare loop.
 */
#ifndef BENCH_SERVING_H
#define BENCH_SERVING_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/instant.h"

/* One end of two pipes: what the child tells, and when it is to end. */
struct serving_ends {
    int ready;
    int stop;
};

/* Serves until serving_wait() returns; in the child. */
typedef bool serving_run(const struct serving_ends *ends, void *context);

struct serving {
    pid_t process;
    uint16_t port;
    int stop;
};

/*
 * Starts a child, which has no threads but those that it makes.  False, and
 * told on stderr, where it cannot serve.
 */
bool serving_start(struct serving *serving, serving_run *run, void *context);
void serving_stop(struct serving *serving);

/* In the child: tells the port; waits for the end. */
void serving_ready(const struct serving_ends *ends, uint16_t port);
void serving_wait(const struct serving_ends *ends);

/* Kenes on a folder, with a clock that stands still. */
struct serving_kenes {
    const char *dir;
    struct instant now;
};
serving_run serving_kenes;

#endif
