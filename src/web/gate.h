/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What is refused before anything else looks at a request: things that mean
 * one thing to a proxy and another to a server, and bytes no browser sends.
 * Pure, so that it can be fuzzed.
 */
#ifndef WEB_GATE_H
#define WEB_GATE_H

#include <stdbool.h>
#include <stddef.h>

struct gate_header {
    const char *name;
    size_t name_length;
    const char *value;
    size_t value_length;
};

struct gate_head {
    const char *method;
    const char *target; /* path and query as they came */
    const char *version;
    const struct gate_header *headers;
    size_t count;
};

/* What the head says of the body, where it passes. */
struct gate_body {
    bool is_form; /* a POST: its content is a form */
    size_t length;
};

/*
 * 0 where the request passes, else the status of the answer: 400, 405, 411,
 * 413, 414, 415, 431, 505.
 */
unsigned gate_check(const struct gate_head *head, struct gate_body *body);

/* A path that names no folder above and no bytes but those of ours. */
bool gate_path_is_good(const char *path, size_t length);

#endif
