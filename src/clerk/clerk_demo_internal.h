/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Internal: the invented people of the demonstration.
 */
#ifndef CLERK_CLERK_DEMO_INTERNAL_H
#define CLERK_CLERK_DEMO_INTERNAL_H

#include "base/buffer.h"
#include "clerk/clerk_internal.h"

enum { CLERK_DEMO_HEADS_MAX = 120 };

/* Who came out: rows, and one adult of each of the first houses, by the
   number that the register gives a first import. */
struct clerk_demo_people {
    int count;
    int heads[CLERK_DEMO_HEADS_MAX];
    int heads_count;
};

/* Adds a file of residents as of a year (docs/residents-csv.md). */
void clerk_demo_make_people(
    int year, struct buffer *csv, struct clerk_demo_people *people);

#endif
