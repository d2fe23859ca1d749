/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Public pages as they were last built, for whoever brings no cookie.  A page
 * stands on the shelf while nothing was committed, on the same day, under the
 * same law.  A shelf is of one thread.
 */
#ifndef WEB_SHELF_H
#define WEB_SHELF_H

#include "clerk/clerk.h"

/* What all pages on a shelf were made of. */
struct shelf_state {
    int64_t changes; /* store_changes(), asked before the page was built */
    struct date today;
    const struct law *law;
};

/* Before anything is read for a page: a change meanwhile is seen later.  False
   where it cannot be told (`reader` NULL, no time). */
bool shelf_state_read(struct shelf_state *state, struct clerk *clerk,
    struct store_reader *reader);

enum { SHELF_MARK_MAX = 2 * HASH_SIZE + 3 };

struct shelf_page {
    const char *target; /* of the request; copied */
    void *answer; /* of the caller, who takes it back */
    size_t length;
    char mark[SHELF_MARK_MAX];
};

/* The ETag of a page: what it says, in short. */
void shelf_mark(struct bytes page, char mark[SHELF_MARK_MAX]);

/* Takes back an answer that is off the shelf. */
typedef void shelf_taken(void *answer);

struct shelf;

struct shelf *shelf_create(shelf_taken *taken);
void shelf_destroy(struct shelf *shelf); /* NULL is nothing */

/* The page of a target, or NULL; borrowed until the next call. */
const struct shelf_page *shelf_find(struct shelf *shelf, const char *target,
    const struct shelf_state *state);

/*
 * Takes over the answer of a page of `length` bytes that was built in `state`.
 * What is too long is taken back at once.
 */
void shelf_put(struct shelf *shelf, const struct shelf_page *page,
    const struct shelf_state *state);

#endif
