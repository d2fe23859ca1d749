/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What is examined in an installation and in a community's folder.  Nothing is
 * changed.
 */
#ifndef CLI_DOCTOR_H
#define CLI_DOCTOR_H

#include "cli/address.h"

enum doctor_state {
    DOCTOR_OK,
    DOCTOR_ATTENTION, /* it works, but somebody should look */
    DOCTOR_BROKEN
};

/* What is examined. */
struct doctor {
    const struct command *command;
    const char *dir; /* NULL: the installation alone */
    struct address address; /* where its site listens */
    struct arena *arena;
};

/* What was found: what is so, and (NULL: nothing is to be done) the cure. */
struct doctor_finding {
    enum doctor_state state;
    struct message said;
    const char *cure; /* a message key */
};

typedef struct doctor_finding doctor_examine(const struct doctor *doctor);

/* Of the machine; those of a folder need `dir`, and after the first a folder
   that is there. */
doctor_examine doctor_folder;
doctor_examine doctor_permissions;
doctor_examine doctor_disk;
doctor_examine doctor_fonts;
doctor_examine doctor_port;

/* Of the law and of the store; but for the first they need `dir`, and after
   doctor_store a store that is well. */
doctor_examine doctor_law;
doctor_examine doctor_store;
doctor_examine doctor_record;
doctor_examine doctor_tables;
doctor_examine doctor_pinned;
doctor_examine doctor_clock;

/* Where nothing is amiss, with the message `key`. */
struct doctor_finding doctor_well(const char *key);

/* What `error` tells, with its cure. */
struct doctor_finding doctor_failed(
    enum doctor_state state, const struct error *error, const char *cure);

#endif
