/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Every bound of what a browser may send, in one place.
 */
#ifndef WEB_LIMITS_H
#define WEB_LIMITS_H

enum {
    LIMITS_TARGET_MAX = 2048,         /* bytes of the path with its query */
    LIMITS_HEADERS_MAX = 64,          /* headers of a request */
    LIMITS_HEADERS_BYTES = 32 * 1024, /* all of them, and the first line */
    LIMITS_BODY_MAX = 256 * 1024,     /* bytes of a form */
    LIMITS_FIELDS_MAX = 256,          /* name=value pairs of a form */
    LIMITS_NUMBER_MAX = 999999999,    /* in a path */
    LIMITS_CONNECTIONS_MAX = 4000,
    LIMITS_IDLE_SECONDS = 30, /* a connection that says nothing */
    LIMITS_STREAMS_MAX = 256, /* of counts, open at once */
    LIMITS_STREAM_BYTES = 1024, /* handed on at once */
    LIMITS_BEAT_SECONDS = 15, /* a stream of which nothing is new */
    LIMITS_SLOW_MAX = 64,     /* waiting for the slow worker */
    LIMITS_STOP_SECONDS = 10  /* what a stop waits for answers */
};

#endif
