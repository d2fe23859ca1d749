/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The writer thread: takes what waits as one group, a savepoint each, and
 * answers after the commit.  No timer: a group forms itself while the one
 * before is being made durable.
 */
#include "clerk/clerk_internal.h"

static struct clerk_job *group_take(struct clerk *clerk);
static void group_run(struct clerk *clerk, struct clerk_job *group);
static enum status job_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error);
static void group_fail(struct clerk_job *group, const struct error *error);
static void group_answer(struct clerk_job *group);

struct clerk_job *clerk_job_create(clerk_run *run, void *context)
{
    struct arena *arena = arena_create();
    struct clerk_job *job = arena_take(arena, sizeof *job);
    job->arena = arena;
    job->run = run;
    job->context = context;
    return job;
}

void clerk_job_push(struct clerk *clerk, struct clerk_job *job)
{
    pthread_mutex_lock(&clerk->queue);
    bool full = clerk->waiting >= CLERK_QUEUE_MAX || clerk->stopping;
    if (!full) {
        if (clerk->last == NULL) {
            clerk->first = job;
        } else {
            clerk->last->next = job;
        }
        clerk->last = job;
        clerk->waiting++;
        pthread_cond_signal(&clerk->wake);
    }
    pthread_mutex_unlock(&clerk->queue);
    if (full) {
        struct error error;
        error_set(&error, STATUS_UNAVAILABLE, "error.clerk-busy");
        group_fail(job, &error);
        group_answer(job);
    }
}

/* Where somebody waits for one answer. */
struct waiter {
    pthread_mutex_t lock;
    pthread_cond_t wake;
    bool answered;
    struct clerk_answer *answer;
};

static void waiter_done(void *context, const struct clerk_answer *answer)
{
    struct waiter *waiter = context;
    pthread_mutex_lock(&waiter->lock);
    *waiter->answer = *answer;
    waiter->answered = true;
    pthread_cond_signal(&waiter->wake);
    pthread_mutex_unlock(&waiter->lock);
}

enum status clerk_job_wait(struct clerk *clerk, struct clerk_job *job,
    struct clerk_answer *answer, struct error *error)
{
    struct clerk_answer own = {0};
    struct waiter waiter = {.answer = answer != NULL ? answer : &own};
    pthread_mutex_init(&waiter.lock, NULL);
    pthread_cond_init(&waiter.wake, NULL);
    job->done = waiter_done;
    /* cppcheck-suppress autoVariables ; waited for below */
    job->done_context = &waiter;
    clerk_job_push(clerk, job);
    pthread_mutex_lock(&waiter.lock);
    while (!waiter.answered) {
        pthread_cond_wait(&waiter.wake, &waiter.lock);
    }
    pthread_mutex_unlock(&waiter.lock);
    pthread_cond_destroy(&waiter.wake);
    pthread_mutex_destroy(&waiter.lock);
    if (error != NULL) {
        *error = waiter.answer->error;
    }
    return waiter.answer->status;
}

void *clerk_writer(void *context)
{
    struct clerk *clerk = context;
    struct clerk_job *group = group_take(clerk);
    while (group != NULL) {
        group_run(clerk, group);
        group_answer(group);
        group = group_take(clerk);
    }
    return NULL;
}

/* What waits, at most CLERK_GROUP_MAX; NULL at the end. */
static struct clerk_job *group_take(struct clerk *clerk)
{
    pthread_mutex_lock(&clerk->queue);
    if (clerk->first == NULL && !clerk->stopping) {
        pthread_mutex_unlock(&clerk->queue);
        store_rest(clerk->store);
        pthread_mutex_lock(&clerk->queue);
    }
    while (clerk->first == NULL && !clerk->stopping) {
        pthread_cond_wait(&clerk->wake, &clerk->queue);
    }
    struct clerk_job *group = clerk->first;
    struct clerk_job *end = group;
    size_t taken = group == NULL ? 0 : 1;
    while (end != NULL && end->next != NULL && taken < CLERK_GROUP_MAX) {
        end = end->next;
        taken++;
    }
    if (end != NULL) {
        clerk->first = end->next;
        clerk->last = clerk->first == NULL ? NULL : clerk->last;
        clerk->waiting -= taken;
        end->next = NULL;
    }
    pthread_mutex_unlock(&clerk->queue);
    return group;
}

/*
 * A store that fails has lost the transaction, and with it the whole group:
 * then nobody in it is told that all is well.
 */
static void group_run(struct clerk *clerk, struct clerk_job *group)
{
    struct error error = {0};
    enum status status = store_begin(clerk->store, &error);
    if (status != STATUS_OK) {
        group_fail(group, &error);
        return;
    }
    for (struct clerk_job *job = group; job != NULL; job = job->next) {
        status = job_run(clerk, job, &error);
        if (status != STATUS_OK) {
            store_rollback(clerk->store);
            group_fail(group, &error);
            return;
        }
    }
    status = store_commit(clerk->store, &error);
    if (status != STATUS_OK) {
        group_fail(group, &error);
    }
}

/* Answers the job; fails only where the transaction is lost. */
static enum status job_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error)
{
    enum status status = store_savepoint(clerk->store, error);
    if (status != STATUS_OK) {
        return status;
    }
    struct clerk_answer *answer = &job->answer;
    answer->status = job->run(clerk, job, &answer->error);
    if (answer->status == STATUS_OK || answer->status == STATUS_REFUSED) {
        answer->error = (struct error){0}; /* of what was looked for in vain */
    }
    if (answer->status == STATUS_OK && !job->dry) {
        return store_release(clerk->store, error);
    }
    status = store_undo(clerk->store, error);
    if (status == STATUS_OK && answer->status == STATUS_REFUSED &&
        job->refusal != NULL) {
        status = store_refusal_keep(clerk->store, job->refusal, error);
    }
    return status;
}

static void group_fail(struct clerk_job *group, const struct error *error)
{
    for (struct clerk_job *job = group; job != NULL; job = job->next) {
        job->answer = (struct clerk_answer){
            .status = error->status, .error = *error};
    }
}

static void group_answer(struct clerk_job *group)
{
    while (group != NULL) {
        struct clerk_job *next = group->next;
        if (group->done != NULL) {
            group->done(group->done_context, &group->answer);
        }
        arena_destroy(group->arena);
        group = next;
    }
}
