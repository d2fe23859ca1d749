/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The site: what the command line calls.
 */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include <stdint.h>

#include "clerk/clerk.h"

/* Called once it listens, with the port it got. */
typedef void web_ready(void *context, uint16_t port);

/*
 * Serves the clerk's community on `host` and `port` (0: any free one) until
 * SIGTERM or SIGINT; running requests are answered first.  SIGHUP reads the
 * law again.  STATUS_UNAVAILABLE where it cannot listen there.
 */
enum status web_serve(struct clerk *clerk, const char *host, uint16_t port,
    web_ready *ready, void *context, struct error *error);

/*
 * Whether a site could listen there.  STATUS_CONFLICT where a program, maybe a
 * site, already does; STATUS_UNAVAILABLE where this machine cannot.
 */
enum status web_may_listen(
    const char *host, uint16_t port, struct error *error);

#endif
