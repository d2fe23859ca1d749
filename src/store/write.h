/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Changing what is kept; for the clerk alone.
 *
 *   store_begin                          one transaction for a group of acts
 *     store_savepoint                    for each act
 *       store_state, store_persons, …    what engine_needs() names
 *       store_append                     each event that the engine decided
 *     store_release or store_undo
 *   store_commit                         all of the group, or nothing
 *
 * One thread uses a store at a time.  The store keeps the chain head and the
 * states of running proceedings; both follow undo and rollback by themselves.
 *
 * Any call inside a transaction may answer STATUS_UNAVAILABLE (a full disk, a
 * failing one).  Then the whole transaction is lost: every further call but
 * store_rollback answers the same, and nothing of the group was stored.
 *
 * What changes anything is called inside a transaction, unless it says else.
 */
#ifndef STORE_WRITE_H
#define STORE_WRITE_H

#include "base/language.h"
#include "proceeding/engine.h"
#include "record/commitment.h"
#include "store/read.h"

struct store;

/* ---- the file ---------------------------------------------------------- */

/* Makes an empty store.  STATUS_CONFLICT where `path` exists already. */
enum status store_create(const char *path, struct error *error);

/* Takes away a store that was just made and is not open. */
void store_remove(const char *path);

/*
 * STATUS_MISSING where there is no file, STATUS_INVALID where it is no store of
 * Kenes or of another version of the schema, STATUS_CORRUPT, _UNAVAILABLE.
 */
enum status store_open(
    const char *path, struct store **store, struct error *error);
void store_close(struct store *store); /* NULL is nothing; rolls back */

/* Reads inside the transaction, or the last commit outside of one. */
struct store_reader *store_reads(struct store *store);

/*
 * To be called when no act waits: moves what was committed from the log into
 * the main file, if there is enough of it to be worth it.
 */
void store_rest(struct store *store);

/* ---- transaction ------------------------------------------------------- */

/*
 * Waits up to ten seconds for the clerk of another process, then
 * STATUS_UNAVAILABLE.  What that clerk committed is seen from here on.
 */
enum status store_begin(struct store *store, struct error *error);

/* On failure everything is undone, as by store_rollback. */
enum status store_commit(struct store *store, struct error *error);
void store_rollback(struct store *store);

/* One act; savepoints do not nest. */
enum status store_savepoint(struct store *store, struct error *error);
enum status store_release(struct store *store, struct error *error);
enum status store_undo(struct store *store, struct error *error);

/* ---- record and state -------------------------------------------------- */

/*
 * Enters an event: sets its number, encodes it upon the chain head, writes its
 * row, takes it into the states below and into the derived tables.  `hash` is
 * the event's own, for the receipt.  `arena` is for scratch only.
 */
enum status store_append(struct store *store, struct event *event,
    struct arena *arena, struct hash *hash, struct error *error);

/*
 * The state of a proceeding with all that was appended so far; kept in memory
 * from act to act.  Borrowed until the next store_savepoint, store_undo,
 * store_commit or store_rollback.  STATUS_MISSING where there is none of that
 * number, STATUS_CORRUPT where its events do not verify.
 */
enum status store_state(struct store *store, int64_t number,
    const struct proceeding **state, struct error *error);

/* The community in the same way. */
enum status store_state_community(struct store *store,
    const struct community **community, struct error *error);

/* What an act was answered with. */
struct store_receipt {
    int64_t number; /* of its last event */
    struct hash hash;
    int64_t proceeding; /* acted on, or opened; 0: none */
};

/* The receipt of the act that came with `token`; STATUS_MISSING: none did. */
enum status store_token(struct store_reader *reader, const char *token,
    struct store_receipt *receipt, struct error *error);

/* STATUS_CONFLICT where the token was used. */
enum status store_token_keep(struct store *store, const char *token,
    const struct store_receipt *receipt, struct error *error);

/* ---- people ------------------------------------------------------------ */

/* A person to whom events will refer: an official, or a resident. */
struct store_person {
    struct commitment_salt salt; /* random, of the caller */
    struct bytes fields;         /* canonical JSON */
    const char *name;            /* "Surname Name Patronymic" */
    int64_t resident;            /* 0: not of the register */
};

/* `key` is the commitment. */
enum status store_person_add(struct store *store,
    const struct store_person *person, char key[COMMITMENT_TEXT_MAX],
    struct error *error);

struct store_import {
    int64_t added;
    int64_t changed;
    int64_t same;
    char root[COMMITMENT_TEXT_MAX]; /* over the keys in the order given */
};

/*
 * Takes residents into the register: one that is there (the same personal
 * number; without one, the same name, birth and residence) is brought up to
 * date, others get the next numbers.  Each has a key afterwards: the one it
 * had if its fields are the same, else a new one with its salt of `salts`,
 * which has `count` random ones.  `residents[i].id` is set.
 */
enum status store_import(struct store *store, struct resident *residents,
    const struct commitment_salt *salts, size_t count,
    struct store_import *import, struct error *error);

/* ---- rolls ------------------------------------------------------------- */

/*
 * The facts of the residents that `needs` names, into `persons`, in its order.
 * The key is the one on the frozen roll of needs->proceeding where there is
 * one of that resident, else the resident's newest.  `electorate` NULL leaves
 * not_entitled empty.  STATUS_MISSING names the number of no resident.
 */
enum status store_persons(struct store_reader *reader,
    const struct engine_needs *needs,
    const struct store_electorate *electorate, struct arena *arena,
    struct engine_person *persons, struct error *error);

struct store_roll_drawn {
    int64_t count;
    char root[COMMITMENT_TEXT_MAX]; /* over the keys in the order of the roll */
};

/*
 * Draws up and freezes the roll of a proceeding, in the order of names: all
 * who are entitled; or those of `keys` (members of an organ, representatives).
 * STATUS_CONFLICT where the proceeding has one.
 */
enum status store_roll_draw(struct store *store, int64_t proceeding,
    const struct store_electorate *electorate, struct store_roll_drawn *drawn,
    struct error *error);
enum status store_roll_name(struct store *store, int64_t proceeding,
    const char *const *keys, size_t count, struct store_roll_drawn *drawn,
    struct error *error);

/* ---- the kept law ------------------------------------------------------ */

/*
 * Keeps the sources of a corpus; one that is kept already is fine.  `digest`
 * is store_corpus_digest of them.
 */
enum status store_corpus_keep(struct store *store,
    const struct law_source *sources, size_t count,
    char digest[COMMITMENT_TEXT_MAX], struct error *error);

/* ---- official texts ----------------------------------------------------- */

/*
 * Keeps the articles of one official text, of one act, edition, language,
 * source, in their order; they take the place of what was loaded before.
 * STATUS_CONFLICT where an article comes twice.
 */
enum status store_law_text_keep(struct store *store,
    const struct store_law_text *articles, size_t count,
    const char *entered_by, struct error *error);

/* ---- accounts and sessions (private) ----------------------------------- */

enum { STORE_OFFICES_MAX = 8 };

struct store_account {
    int64_t id; /* given by the store */
    const char *name;
    const char *password; /* as crypto/password.h stores it */
    const char *offices[STORE_OFFICES_MAX];
    size_t offices_count;
    int64_t resident; /* 0: none */
    enum language language;
};

/* `*id` is the next; STATUS_CONFLICT where the name is taken. */
enum status store_account_add(struct store *store,
    const struct store_account *account, int64_t *id, struct error *error);

/* In `arena`; STATUS_MISSING where there is none. */
enum status store_account(struct store_reader *reader, const char *name,
    struct arena *arena, struct store_account *account, struct error *error);

struct store_session {
    const char *token_hash; /* never the token itself */
    int64_t account;
    const char *form_token;
    struct instant expires;
};

/* Also forgets the sessions that ended before `now`. */
enum status store_session_open(struct store *store,
    const struct store_session *session, struct instant now,
    struct error *error);

/* A session that has not ended by `now`, and its account; STATUS_MISSING. */
enum status store_session(struct store_reader *reader, const char *token_hash,
    struct instant now, struct arena *arena, struct store_session *session,
    struct store_account *account, struct error *error);

/* One that is not there is nothing. */
enum status store_session_close(
    struct store *store, const char *token_hash, struct error *error);

/* ---- refusals (private) ------------------------------------------------ */

struct store_refusal {
    struct instant at;
    const char *entered_by; /* "account-3" */
    const char *act;        /* act_kind_name */
    int64_t proceeding;     /* 0: none */
    const char *text;       /* refusal_json, written */
};

enum status store_refusal_keep(struct store *store,
    const struct store_refusal *refusal, struct error *error);

/* ---- rebuild ----------------------------------------------------------- */

/*
 * Makes the derived tables again from the record, beside the kept ones, and
 * compares row by row (`check`) or puts them in their place.  Opens `path`
 * itself; not to be called inside a transaction.  STATUS_CORRUPT names the
 * event that does not verify, or the table and the row that differ.
 */
enum status store_rebuild(const char *path, bool check, struct error *error);

#endif
