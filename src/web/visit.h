/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The way of one request, from what the gate let through to the bytes of the
 * answer.  Knows nothing of connections, so that it can be tested without.
 *
 *     visit_open -> visit_ask [-> the clerk -> visit_answer] -> visit_close
 */
#ifndef WEB_VISIT_H
#define WEB_VISIT_H

#include "web/request.h"
#include "web/routes.h"

struct visit {
    struct request request;
    struct response response;
    const struct routes_row *row; /* NULL: answered without a page */
};

/* A request as it came. */
struct visit_input {
    enum request_method method;
    const char *target;  /* path and query */
    const char *cookies; /* the Cookie header, or NULL */
    struct bytes body;   /* of a POST */
};

/* What an answer carries beside its status and body, in order. */
typedef void visit_header(void *context, const char *name, const char *value);

/*
 * Begins: finds the page, the account, the fields.  True where visit_ask is to
 * follow, false where there is an answer already.  `arena` outlives the visit.
 */
bool visit_open(struct visit *visit, const struct visit_input *input,
    struct clerk *clerk, const struct request_site *site, struct arena *arena);

/* Answers without a page; `why` is a message of po, or NULL. */
void visit_turn_away(struct visit *visit, const char *target, unsigned status,
    const char *why, const struct request_site *site, struct arena *arena);

/* Calls the page; a filled response.act is then the clerk's to decide. */
void visit_ask(struct visit *visit, struct store_reader *reader);

/* Calls the page again with what the clerk answered. */
void visit_answer(struct visit *visit, struct store_reader *reader,
    const struct clerk_answer *answer);

/* Puts the answer into its frame. */
void visit_close(struct visit *visit);

void visit_headers(
    const struct visit *visit, visit_header *header, void *context);

/* Frees the body. */
void visit_finish(struct visit *visit);

#endif
