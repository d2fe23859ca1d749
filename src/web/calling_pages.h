/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The pages of calling a sitting.
 */
#ifndef WEB_CALLING_PAGES_H
#define WEB_CALLING_PAGES_H

#include "web/calling_state.h"

/* Day, hour and place; from when the law lets it be. */
void calling_pages_when(struct request *request, struct response *response,
    const struct calling_state *state, unsigned status);

/* The agenda so far; an `error` or `refusal` (NULL: none) stands on top. */
void calling_pages_agenda(struct request *request, struct response *response,
    const struct calling_state *state, const struct error *error,
    const struct refusal *refusal);

/* One more matter, of those that the law gives to the organ. */
void calling_pages_item(struct request *request, struct response *response,
    const struct calling_state *state, unsigned status);

/* Who is proposed on an item. */
void calling_pages_members(struct request *request, struct response *response,
    const struct calling_state *state, size_t number);

/* All of it, and what the law says (NULL: it is lawful). */
void calling_pages_check(struct request *request, struct response *response,
    const struct calling_state *state, const struct refusal *refusal);

#endif
