/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The counts of a sitting under way, as sentences: how many are present of how
 * many needed, and an open vote.  Nobody is named, so everybody may see them.
 */
#ifndef WEB_COUNTS_H
#define WEB_COUNTS_H

#include "web/view.h"

/* Do people come and go, or is it known that they will? */
bool counts_are_live(const struct proceeding *proceeding);

/* The part of a page, with the sentences as they are now. */
struct pages_counts *counts_part(
    const struct request *request, const struct engine_facts *facts);

/*
 * The same sentences as one server-sent event: a JSON object of the texts of
 * the page's elements with data-live, by that name.
 */
void counts_event(enum language language, const struct engine_facts *facts,
    struct arena *arena, struct buffer *event);

/*
 * GET …/sittings/N/events: asks the server for a stream.  Where the sitting is
 * not under way the answer has no content, and the browser asks no more.
 */
void counts_show(struct request *request, struct response *response);

#endif
