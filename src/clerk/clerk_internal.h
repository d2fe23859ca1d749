/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Internal: what a clerk is made of.
 *
 * The store belongs to the writer thread from clerk_open to clerk_close.  All
 * that changes anything is a job for that thread; other threads read through
 * readers of their own.
 */
#ifndef CLERK_CLERK_INTERNAL_H
#define CLERK_CLERK_INTERNAL_H

#include <pthread.h>

#include "clerk/clerk.h"
#include "proceeding/electorate.h"
#include "store/write.h"

enum { CLERK_QUEUE_MAX = 20000, CLERK_GROUP_MAX = 512 };

#define CLERK_STORE_NAME "kenes.db"

/* ---- corpora ------------------------------------------------------------ */

/* A compiled corpus; kept until clerk_close, since pages may be showing it. */
struct clerk_corpus {
    struct clerk_corpus *next;
    struct arena *arena; /* of the sources */
    struct law_source *sources;
    size_t sources_count;
    char digest[COMMITMENT_TEXT_MAX];
    struct law *law;
};

/*
 * Reads and compiles the folder of a corpus: words.law first, the other
 * files of the folder, then those of its folder `local`, by name.
 */
enum status clerk_corpus_read(const char *folder,
    struct clerk_corpus **corpus, struct error *error);
void clerk_corpus_destroy(struct clerk_corpus *corpus); /* NULL is nothing */

/* Copies the files of a corpus into a folder that is made. */
enum status clerk_corpus_copy(
    const char *from, const char *to, struct error *error);

/* The pinned corpus of `digest`, read through `reader` on first use. */
enum status clerk_corpus_pinned(struct clerk *clerk,
    struct store_reader *reader, const char *digest,
    const struct clerk_corpus **corpus, struct error *error);

const struct clerk_corpus *clerk_corpus_newest(struct clerk *clerk);

/* ---- jobs of the writer thread ------------------------------------------ */

struct clerk_job;

/*
 * Runs on the writer thread inside a savepoint, which is undone unless the
 * answer is STATUS_OK.
 */
typedef enum status clerk_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error);

struct clerk_job {
    struct clerk_job *next;
    clerk_run *run;
    void *context;       /* of the run */
    struct arena *arena; /* the job's own: destroyed after `done` */
    bool dry;            /* undone in any case */
    const struct store_refusal *refusal; /* to be kept where REFUSED */
    clerk_done *done;
    void *done_context;
    struct clerk_answer answer;
};

/* A job with an arena of its own; clerk_job_push takes it over. */
struct clerk_job *clerk_job_create(clerk_run *run, void *context);
void clerk_job_push(struct clerk *clerk, struct clerk_job *job);

/* Pushes a job and waits for its answer. */
enum status clerk_job_wait(struct clerk *clerk, struct clerk_job *job,
    struct clerk_answer *answer, struct error *error);

/* The writer thread. */
void *clerk_writer(void *clerk);

/* ---- one act ------------------------------------------------------------ */

/*
 * Decides an act inside the open transaction and appends its events; fills
 * the answer's receipt or refusal.  `person` is the key of the official whom
 * ACT_RECORD_OFFICE names, else NULL.
 */
enum status clerk_decide(struct clerk *clerk, const struct act *act,
    const char *person, struct arena *arena, struct clerk_answer *answer,
    struct error *error);

/*
 * The time of an act.  STATUS_CONFLICT where the record is ahead of it: a clock
 * that was set back would put a false order into the record.
 */
enum status clerk_act_time(
    struct clerk *clerk, struct instant *now, struct error *error);

/* May the account enter this act?  STATUS_FORBIDDEN, with why not. */
enum status clerk_authorise(const struct clerk_account *account,
    const struct act *act, const struct proceeding *proceeding,
    struct error *error);

/* The store's view of whom the law entitles; the unit must be known. */
struct store_electorate clerk_electorate(const struct engine_facts *facts,
    const struct law_procedure *procedure, struct date day);

/* ---- accounts ------------------------------------------------------------ */

enum { CLERK_NAMES_MAX = 64 };

/* Failed attempts to sign in, by name; the oldest makes room. */
struct clerk_attempts {
    pthread_mutex_t lock;
    struct {
        char name[64];
        struct instant first;
        int failures;
    } names[CLERK_NAMES_MAX];
};

struct clerk {
    struct arena *arena;
    const char *store_path;
    const char *law_dir;
    struct clerk_clock clock;
    struct store *store;

    pthread_mutex_t reading; /* guards `reader` */
    struct store_reader *reader;

    pthread_mutex_t laws;
    struct clerk_corpus *corpora;       /* all that were read */
    const struct clerk_corpus *newest; /* that new proceedings are under */

    pthread_t thread;
    pthread_mutex_t queue;
    pthread_cond_t wake;
    struct clerk_job *first, *last;
    size_t waiting;
    bool stopping;

    pthread_mutex_t hashing; /* one password at a time: each takes 64 MiB */
    struct clerk_attempts attempts;
};

/* "DIR/name" in `arena`. */
const char *clerk_path(
    struct arena *arena, const char *dir, const char *name);

#endif
