/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What an account may lawfully do next: the engine's options for all the
 * offices that it holds.
 */
#ifndef WEB_OPTIONS_H
#define WEB_OPTIONS_H

#include "web/view.h"

struct options {
    struct engine_option *items;
    size_t count;
};

/*
 * Of the proceeding of `facts`, or, without one, the ways to open
 * `procedure`.  The clerk enters everybody's acts, a member his own.
 */
const struct options *options_of(const struct request *request,
    const struct engine_facts *facts, const char *procedure);

/* The option for that act, or NULL; `detail` NULL: whichever. */
const struct engine_option *options_find(const struct options *options,
    enum act_kind kind, int64_t item, const char *detail);

#endif
