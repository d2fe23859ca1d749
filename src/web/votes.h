/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A vote as a picture and a table, with the rule by which it counts.
 */
#ifndef WEB_VOTES_H
#define WEB_VOTES_H

#include "web/view.h"

/* Of an item that was put; NULL where it was not. */
struct pages_vote *votes_part(const struct request *request,
    const struct engine_facts *facts, const struct law_procedure *procedure,
    const struct item *item);

/* "item-phase.adopted", … */
const char *votes_phase(const struct request *request, enum item_phase phase);

/* The class of its tag: "open", "stopped" or "". */
const char *votes_tag(enum item_phase phase);
const char *votes_tag_named(const char *phase);

#endif
