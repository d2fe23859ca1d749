/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A community of any size to measure on: the desk of tests, with a register, a
 * gathering and sessions.
 */
#ifndef BENCH_PLACE_H
#define BENCH_PLACE_H

#include "desk.h"

enum { PLACE_SESSIONS = 64 };

struct place {
    struct desk desk;
    struct instant now; /* at which its clock stands */
    char sessions[PLACE_SESSIONS][CLERK_TOKEN_MAX];
    char form_tokens[PLACE_SESSIONS][CLERK_TOKEN_MAX];
};

/* Founded, residents 1 to `residents` in the register, a gathering called for
   the day on which the clock then stands. */
void place_setup(struct place *place, int residents);
void place_teardown(struct place *place);

/* Residents 1 to `present` are there, the first item is put by name. */
void place_put(struct place *place, int present);

/* Closes the clerk and opens sessions of an account that holds "clerk". */
void place_sign_in(struct place *place);

/* A copy of the closed community, in the desk's arena; the former is gone. */
const char *place_copy(struct place *place);

#endif
