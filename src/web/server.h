/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The HTTP server: the only includer of microhttpd.  It takes requests through
 * the gate, walks each through its visit, and lets connections sleep while the
 * clerk decides an act.
 */
#ifndef WEB_SERVER_H
#define WEB_SERVER_H

#include <stdint.h>

#include "clerk/clerk.h"

struct server;

/*
 * Listens on `host` (a name or an address) and `port` (0: any free one).
 * STATUS_UNAVAILABLE where that address cannot be had.
 */
enum status server_start(struct clerk *clerk, const char *host, uint16_t port,
    struct server **server, struct error *error);

/* The port it listens on. */
uint16_t server_port(const struct server *server);

/* Takes no more connections, lets running requests end, closes all. */
void server_stop(struct server *server); /* NULL is nothing */

#endif
