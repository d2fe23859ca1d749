/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * How things fail.  A refusal of the law is not an error: see
 * proceeding/refusal.h.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "base/message.h"

enum status {
    STATUS_OK,
    STATUS_REFUSED,     /* the law says no; a refusal was filled in */
    STATUS_INVALID,     /* the input is malformed */
    STATUS_MISSING,     /* no such thing */
    STATUS_CONFLICT,    /* changed meanwhile; look again and retry */
    STATUS_FORBIDDEN,   /* not this account's to do or to see */
    STATUS_CORRUPT,     /* stored bytes do not verify */
    STATUS_UNAVAILABLE, /* disk, database, network */
    STATUS_UNCERTAIN    /* commit sent, answer lost */
};

/*
 * What went wrong, in words a person can act on: where, what, how to mend it.
 * A zeroed struct is "no error".
 */
struct error {
    enum status status;
    struct message message;
};

/*
 * Fills `error` with `status` and the bare message `key`, to which the caller
 * may add arguments through `&error->message`.  Returns `status`.
 */
enum status error_set(struct error *error, enum status status, const char *key);

/* The short stable name of a status: "ok", "refused", "invalid", … */
const char *error_status_name(enum status status);

#endif
