/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The one path of every change: the secretariat that checks an act, enters it
 * in the record and answers with a receipt.  Also accounts, sign-in, imports,
 * rebuild, verification.
 *
 * A clerk owns the writer thread; there is one clerk per store in a process,
 * and a lock on the store keeps other processes' clerks out of a transaction.
 */
#ifndef CLERK_CLERK_H
#define CLERK_CLERK_H

#include "base/arena.h"
#include "base/error.h"
#include "base/instant.h"
#include "crypto/hash.h"
#include "proceeding/engine.h"
#include "store/read.h"
#include "tongue/tongue.h"

/* Where the time comes from: the machine, a fixed instant, or a file that is
   read at every act. */
struct clerk_clock {
    struct instant fixed; /* 0: none */
    const char *file;     /* NULL: none */
};
enum status clerk_now(const struct clerk_clock *clock, struct instant *now,
    struct error *error);

struct clerk;

/*
 * Makes the folder DIR: store, DIR/law (a copy of the corpus in `law_dir`).
 * STATUS_CONFLICT where DIR already holds a community, STATUS_INVALID for an
 * unknown KATO code.  A unit that has no gatherings is founded all the same:
 * what it may not do the law refuses later.  On failure no store is left.
 */
enum status clerk_init(const char *dir, const char *law_dir, const char *kato,
    bool demonstration, const struct clerk_clock *clock, struct error *error);

/*
 * Opens DIR with the corpus of `law_dir` (NULL: DIR/law).  A faulty corpus is
 * STATUS_INVALID, which says where its first fault is.
 */
enum status clerk_open(const char *dir, const char *law_dir,
    const struct clerk_clock *clock, struct clerk **clerk,
    struct error *error);
void clerk_close(struct clerk *clerk); /* NULL is nothing */

/* Reads a changed corpus again (SIGHUP); a faulty one leaves the old. */
enum status clerk_reload(struct clerk *clerk, struct error *error);

const char *clerk_store_path(const struct clerk *clerk);
enum status clerk_time(
    struct clerk *clerk, struct instant *now, struct error *error);

/*
 * The newest corpus and its digest; or a pinned one by digest, compiled on
 * first use and kept.  Live until clerk_close.  STATUS_MISSING, _CORRUPT.
 */
const struct law *clerk_law(struct clerk *clerk, const char **digest);
enum status clerk_pinned_law(struct clerk *clerk, const char *digest,
    const struct law **law, struct error *error);

/* A reader of the store in DIR, for what needs no clerk. */
enum status clerk_reader(
    const char *dir, struct store_reader **reader, struct error *error);

/*
 * The law files of a folder in the order in which they are compiled: words.law,
 * the others, then those of its folder `local`, by name.  In `arena`.
 */
enum status clerk_sources(const char *folder, struct arena *arena,
    struct law_source **sources, size_t *count, struct error *error);

/*
 * A table that lies beside the law files ("territory.csv"), as it is now; in
 * `arena`.  STATUS_MISSING where there is none.
 */
enum status clerk_table(const struct clerk *clerk, const char *name,
    struct arena *arena, struct bytes *csv, struct error *error);

/* Names of words and places for tongue_say, from a corpus. */
struct tongue_names clerk_names(const struct law *law);

/* What became of an act. */
struct clerk_answer {
    enum status status;
    struct error error;     /* where neither OK nor REFUSED */
    struct refusal refusal; /* where REFUSED */
    int64_t number;         /* receipt: the last event's number and hash */
    struct hash hash;
    int64_t proceeding;     /* the proceeding acted on, or opened */
    bool repeated;          /* the token was used before: the first receipt */
};

typedef void clerk_done(void *context, const struct clerk_answer *answer);

/* An account at the keyboard; what it may do follows from offices and law. */
struct clerk_account {
    int64_t id;
    const char *name;        /* what is typed to sign in */
    const char *offices[8];  /* "keeper", "clerk", "rural-akim", … */
    size_t offices_count;
    int64_t resident; /* of a member's account; 0: none */
    enum language language;
};

/*
 * Submits an act.  `done` is called once, from the writer thread, after the
 * commit (or at once where the queue of 20,000 is full: STATUS_UNAVAILABLE).
 * The act, its body and the account are copied.  The account must hold the
 * act's actor among its offices, or be the resident concerned ("member"), or
 * hold "clerk" and give evidence; else STATUS_FORBIDDEN.
 */
void clerk_submit(struct clerk *clerk, const struct clerk_account *account,
    const struct act *act, clerk_done *done, void *context);

/* The same, waiting for the answer. */
void clerk_submit_wait(struct clerk *clerk,
    const struct clerk_account *account, const struct act *act,
    struct clerk_answer *answer);

/* What the law would say: nothing is stored. */
void clerk_dry_run(struct clerk *clerk, const struct clerk_account *account,
    const struct act *act, struct clerk_answer *answer);

/*
 * Loads what the engine needs to answer about a proceeding (0: none) on a
 * reader's thread: pinned law, state, community, members entitled.  In `arena`.
 */
enum status clerk_facts(struct clerk *clerk, struct store_reader *reader,
    int64_t proceeding, struct arena *arena, struct engine_facts *facts,
    struct error *error);

/* ---- accounts and sessions --------------------------------------------- */

enum { CLERK_TOKEN_MAX = 33 };

/* A password that nobody can foresee, to be shown once. */
void clerk_password(char password[CLERK_TOKEN_MAX]);

/* STATUS_CONFLICT where the name is taken; STATUS_INVALID on a weak password
   or an office that is none. */
enum status clerk_account_add(struct clerk *clerk, const char *name,
    const char *password, const char *const *offices, size_t offices_count,
    int64_t resident, enum language language, struct error *error);

/* STATUS_MISSING where there is none of that name. */
enum status clerk_account_find(struct clerk *clerk, const char *name,
    struct arena *arena, struct clerk_account *account, struct error *error);

/*
 * Checks a password and opens a session of twelve hours.  STATUS_FORBIDDEN on
 * a wrong name or password (the same time for both), STATUS_UNAVAILABLE past
 * ten failures in a quarter of an hour for that name.
 */
enum status clerk_sign_in(struct clerk *clerk, const char *name,
    const char *password, char session[CLERK_TOKEN_MAX], struct error *error);
void clerk_sign_out(struct clerk *clerk, const char *session);

/* The account of a live session, and its form token; STATUS_MISSING. */
enum status clerk_session(struct clerk *clerk, const char *session,
    struct arena *arena, struct clerk_account *account,
    char form_token[CLERK_TOKEN_MAX], struct error *error);

/* ---- import, demonstration, checks ------------------------------------- */

/* Nothing is imported unless all is right.  `*imported` rows. */
enum status clerk_import_residents(struct clerk *clerk,
    const struct clerk_account *account, struct bytes csv, int64_t *imported,
    struct error *error);
enum status clerk_import_budget(struct clerk *clerk,
    const struct clerk_account *account, struct bytes csv, bool example,
    int64_t *imported, struct error *error);

/* ---- official texts ----------------------------------------------------- */

struct clerk_text_file {
    const char *act;     /* "law-2001" */
    struct date edition; /* a day on which the text is in force */
    const char *name;    /* of the file; its source where it names none */
    struct bytes text;
};

/* What a text brought. */
struct clerk_text {
    enum language language;
    size_t articles;
    const char *source;
    char sha256[65]; /* of the file, in hex */
    const char *const *unknown; /* articles that the law lacks that day */
    size_t unknown_count;
};

/*
 * Keeps the official text of an act (law/official.h) beside the record, in the
 * place of one of the same edition and language; in `arena`.  STATUS_INVALID
 * where the law has no such act or nothing of it is in force on that day, or
 * with line and column where the text cannot be read.
 */
enum status clerk_import_text(struct clerk *clerk,
    const struct clerk_account *account, const struct clerk_text_file *file,
    struct arena *arena, struct clerk_text *text, struct error *error);

/*
 * The official text of an article as in force on `day`: one of the very
 * edition that the law has then, in `language` where there is one.
 * STATUS_MISSING where none is loaded.
 */
enum status clerk_law_text(const struct law *law, struct store_reader *reader,
    const struct store_law_text_query *query, struct arena *arena,
    struct store_law_text *text, struct error *error);

/* Told how far a long work is. */
typedef void clerk_progress(void *context, int step, int steps);

/*
 * Makes the demonstration in the folder DIR, whole or not at all, up to the
 * day of `clock`; a demonstration that is there already stays as it is.
 * STATUS_CONFLICT where DIR holds another community.  STATUS_REFUSED where the
 * law of that day refuses one of its acts.
 */
enum status clerk_demo(const char *dir, const char *law_dir,
    const struct clerk_clock *clock, clerk_progress *progress, void *context,
    struct error *error);

/* The accounts of every demonstration, by index; their password is public. */
bool clerk_demo_account(
    size_t index, const char **name, const char **password);

/* What record verify found, event by event. */
struct clerk_check {
    int64_t events;
    struct hash head;
};
/* STATUS_CORRUPT names the event and what differs. */
enum status clerk_verify(
    const char *dir, struct clerk_check *check, struct error *error);

/*
 * Makes the derived tables again beside the kept ones and compares (check), or
 * puts them in their place.  STATUS_CORRUPT names table and row.
 */
enum status clerk_rebuild(const char *dir, bool check, struct error *error);

#endif
