/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * One thread beside the HTTP threads, for what takes long enough to keep
 * others waiting, such as checking a password.
 */
#ifndef WEB_WORKER_H
#define WEB_WORKER_H

#include <stdbool.h>

struct worker;

/* Does one job, on the worker's thread. */
typedef void worker_run(void *context, void *job);

struct worker *worker_create(worker_run *run, void *context);

/* False, and nothing done, where LIMITS_SLOW_MAX jobs wait already. */
bool worker_push(struct worker *worker, void *job);

/* Does what waits, then ends.  NULL is nothing. */
void worker_destroy(struct worker *worker);

#endif
