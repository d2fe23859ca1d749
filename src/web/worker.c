/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The worker: a ring of jobs and a thread.
 */
#include "web/worker.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>

#include "base/heap.h"
#include "web/limits.h"

struct worker {
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    worker_run *run;
    void *context;
    void *jobs[LIMITS_SLOW_MAX];
    size_t first;
    size_t count;
    bool is_ending;
};

static void *worker_main(void *argument);

struct worker *worker_create(worker_run *run, void *context)
{
    assert(run != NULL);
    struct worker *worker = heap_take(sizeof *worker);
    worker->run = run;
    worker->context = context;
    (void)pthread_mutex_init(&worker->mutex, NULL);
    (void)pthread_cond_init(&worker->changed, NULL);
    if (pthread_create(&worker->thread, NULL, worker_main, worker) != 0) {
        heap_exhausted();
    }
    return worker;
}

bool worker_push(struct worker *worker, void *job)
{
    (void)pthread_mutex_lock(&worker->mutex);
    bool has_room = worker->count < LIMITS_SLOW_MAX;
    if (has_room) {
        size_t last = (worker->first + worker->count) % LIMITS_SLOW_MAX;
        worker->jobs[last] = job;
        worker->count++;
        (void)pthread_cond_signal(&worker->changed);
    }
    (void)pthread_mutex_unlock(&worker->mutex);
    return has_room;
}

void worker_destroy(struct worker *worker)
{
    if (worker == NULL) {
        return;
    }
    (void)pthread_mutex_lock(&worker->mutex);
    worker->is_ending = true;
    (void)pthread_cond_signal(&worker->changed);
    (void)pthread_mutex_unlock(&worker->mutex);
    (void)pthread_join(worker->thread, NULL);
    (void)pthread_cond_destroy(&worker->changed);
    (void)pthread_mutex_destroy(&worker->mutex);
    free(worker);
}

static void *worker_main(void *argument)
{
    struct worker *worker = argument;
    (void)pthread_mutex_lock(&worker->mutex);
    for (;;) {
        while (worker->count == 0 && !worker->is_ending) {
            (void)pthread_cond_wait(&worker->changed, &worker->mutex);
        }
        if (worker->count == 0) {
            break;
        }
        void *job = worker->jobs[worker->first];
        worker->first = (worker->first + 1) % LIMITS_SLOW_MAX;
        worker->count--;
        (void)pthread_mutex_unlock(&worker->mutex);
        worker->run(worker->context, job);
        (void)pthread_mutex_lock(&worker->mutex);
    }
    (void)pthread_mutex_unlock(&worker->mutex);
    return NULL;
}
