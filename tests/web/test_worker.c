/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The slow worker: order, its limit, its end.
 */
#include "web/worker.h"

#include <pthread.h>

#include "test.h"
#include "web/limits.h"

/* Lets the worker go on only once the test opens the gate. */
struct room {
    pthread_mutex_t gate;
    int done[LIMITS_SLOW_MAX + 1];
    int count;
};

static void job_run(void *context, void *job)
{
    struct room *room = context;
    (void)pthread_mutex_lock(&room->gate);
    room->done[room->count++] = *(int *)job;
    (void)pthread_mutex_unlock(&room->gate);
}

static void jobs_are_done_in_order_and_before_the_end(void **state)
{
    (void)state;
    struct room room = {.gate = PTHREAD_MUTEX_INITIALIZER};
    int jobs[5] = {3, 1, 4, 1, 5};
    struct worker *worker = worker_create(job_run, &room);
    for (int i = 0; i < 5; i++) {
        assert_true(worker_push(worker, &jobs[i]));
    }
    worker_destroy(worker);
    assert_int_equal(room.count, 5);
    assert_memory_equal(room.done, jobs, sizeof jobs);
}

static void one_job_too_many_is_refused(void **state)
{
    (void)state;
    struct room room = {.gate = PTHREAD_MUTEX_INITIALIZER};
    int job = 7;
    int taken = 0;
    (void)pthread_mutex_lock(&room.gate);
    struct worker *worker = worker_create(job_run, &room);
    while (taken <= LIMITS_SLOW_MAX + 1 && worker_push(worker, &job)) {
        taken++;
    }
    (void)pthread_mutex_unlock(&room.gate);
    worker_destroy(worker);
    /* The ring, and perhaps the one that waits at the gate. */
    assert_in_range(taken, LIMITS_SLOW_MAX, LIMITS_SLOW_MAX + 1);
    assert_int_equal(room.count, taken);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(jobs_are_done_in_order_and_before_the_end),
        cmocka_unit_test(one_job_too_many_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
