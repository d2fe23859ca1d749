/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The ways in which the law lets a sitting be asked for.
 */
#ifndef WEB_OPENING_WAYS_H
#define WEB_OPENING_WAYS_H

#include "web/view.h"

/* The page that lists them for this account. */
void opening_ways_show(struct request *request, struct response *response,
    const struct engine_facts *facts);

/* The place of the law that lets `initiator` ask, or that of the procedure. */
const struct law_citation *opening_ways_place(const struct request *request,
    const struct engine_facts *facts, const struct law_procedure *procedure,
    const char *initiator);

/* The gatherings that wait for representatives, to choose from. */
const struct pages_input *opening_ways_gatherings(
    const struct request *request, const struct engine_facts *facts);

#endif
