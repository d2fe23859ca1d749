/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What Kenes's server is held against: a bare loop over sockets on one thread,
 * which answers every request with the same bytes, at once or when the clerk
 * has recorded the vote that the request brings.
 */
#ifndef BENCH_LOOP_H
#define BENCH_LOOP_H

#include "base/bytes.h"
#include "serving.h"

struct loop {
    struct bytes answer;
    const char *dir; /* the community whose clerk records votes; NULL: none */
    struct instant now;
};
serving_run loop_serve;

#endif
