/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Open streams of counts.  One thread looks whether the record has grown, at
 * once when an act was decided here and each second for what other processes
 * enter; it writes what changed to the streams of that sitting.  Between two
 * events a stream's connection sleeps: it costs no thread.
 */
#ifndef WEB_LIVE_H
#define WEB_LIVE_H

#include <microhttpd.h>

#include "clerk/clerk.h"

struct live;

struct live *live_create(struct clerk *clerk);

/*
 * The answer that streams the counts of a sitting, beginning with `first`;
 * NULL where LIMITS_STREAMS_MAX are open.
 */
struct MHD_Response *live_open(struct live *live,
    struct MHD_Connection *connection, enum language language, int64_t sitting,
    struct bytes first);

/* An act was decided: look now. */
void live_wake(struct live *live);

/* Ends all streams; none is opened any more. */
void live_end(struct live *live);

/* After the daemon has stopped; NULL is nothing. */
void live_destroy(struct live *live);

#endif
