/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A store in a temporary folder, for tests.  In JSON `'` stands for `"`.
 */
#ifndef SUPPORT_KEPT_H
#define SUPPORT_KEPT_H

#include "store/write.h"

struct kept {
    char folder[64];
    char path[96];
    struct arena *arena;
    struct store *store; /* open */
    struct store_reader *reader;
    struct instant now;
    int64_t salts; /* how many were given out */
    struct error error;
};

/* The clock stands at 2026-03-02T10:00:00+05:00. */
void kept_setup(struct kept *kept);
void kept_teardown(struct kept *kept);

/* An event as the engine makes it; of the clerk's, it has all. */
struct event kept_event(struct kept *kept, const char *kind,
    int64_t proceeding, const char *body);

/* Appends an event inside a transaction that is open. */
struct hash kept_append(struct kept *kept, const char *kind,
    int64_t proceeding, const char *body);

/* The same in a transaction of its own. */
struct hash kept_enter(struct kept *kept, const char *kind,
    int64_t proceeding, const char *body);

void kept_begin(struct kept *kept);
void kept_commit(struct kept *kept);

/* Another salt at each call. */
struct commitment_salt kept_salt(struct kept *kept);

/* Runs SQL past the store, as somebody with the file in hands might. */
void kept_sql(struct kept *kept, const char *sql);

/* False where SQL fails. */
bool kept_sql_works(struct kept *kept, const char *sql);

/* The integer that a query of one row gives. */
int64_t kept_sql_integer(struct kept *kept, const char *sql);

/* Fails the test with the message's key where `status` is not OK. */
#define kept_ok(kept, status) \
    kept_ok_at(kept, status, __FILE__, __LINE__)
void kept_ok_at(
    struct kept *kept, enum status status, const char *file, int line);

/* Checks status and the key of kept->error. */
#define kept_fails(kept, status, expected, key) \
    kept_fails_at(kept, status, expected, key, __FILE__, __LINE__)
void kept_fails_at(struct kept *kept, enum status status,
    enum status expected, const char *key, const char *file, int line);

#endif
