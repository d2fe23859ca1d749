/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Clients that keep their connections, each with one request at a time.
 */
#ifndef BENCH_CLIENTS_H
#define BENCH_CLIENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* Writes request `index` of all, to be sent by the client of that number. */
typedef void clients_write(
    void *context, size_t index, size_t client, struct buffer *request);

struct clients {
    uint16_t port;
    size_t clients;
    size_t requests; /* of all of them */
    unsigned status; /* that every answer must have */
    clients_write *write;
    void *context;
    double *delays;         /* of each answer, in seconds; NULL: not wanted */
    struct buffer *example; /* the whole of the last answer; NULL */
};

/* `*seconds` from the first request to the last answer.  False, and told on
   stderr, where an answer is another one or none. */
bool clients_run(const struct clients *clients, double *seconds);

#endif
