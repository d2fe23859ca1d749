/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A vote by name at the table: one form for all who wait, in which any number
 * of votes is given at once, or one click a vote; and the votes recorded, each
 * with the way to correct it.
 */
#ifndef WEB_VOTERS_H
#define WEB_VOTERS_H

#include "web/view.h"

/* The field of a person's choice; see form.h. */
#define VOTERS_FIELD "vote-#"

struct voters {
    const struct item *item; /* being voted on by name */
    bool is_singly;          /* a click a vote */
    bool is_focused;         /* work goes on here */
};

/* Those who wait; NULL where the account may not enter their votes. */
struct pages_voters *voters_part(const struct request *request,
    struct response *response, const struct engine_facts *facts,
    const struct voters *voters);

/* Those who are heard; NULL: none. */
struct pages_recorded *voters_recorded(const struct request *request,
    const struct engine_facts *facts, const struct item *item);

/* "choice.for", … */
const char *voters_choice(enum vote_choice choice);

/* The choice that the form brought for a resident ("for", …), or "". */
const char *voters_sent(const struct request *request, const char *resident);

#endif
