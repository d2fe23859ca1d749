/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Which act comes next at the table of a sitting.
 */
#ifndef WEB_SCREEN_NEXT_H
#define WEB_SCREEN_NEXT_H

#include "web/options.h"

struct screen_next {
    const struct engine_option *option; /* NULL: nothing is left to do here */
    const struct item *item;            /* the matter in hand, or NULL */
    bool is_by_name;                    /* votes are being taken one by one */
};

struct screen_next screen_next_of(
    const struct engine_facts *facts, const struct options *options);

/* How many of those present may vote on the item, and how many did. */
int64_t screen_next_voters(
    const struct proceeding *proceeding, const struct item *item);

#endif
