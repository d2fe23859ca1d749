/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A call in the making.  It lives in the form alone: every page carries what
 * was answered on the others in hidden fields.
 */
#ifndef WEB_CALLING_STATE_H
#define WEB_CALLING_STATE_H

#include "web/act_form.h"

enum {
    CALLING_STATE_FIELDS = 21,
    CALLING_STATE_ITEMS = 30,
    CALLING_STATE_MEMBERS = 64 /* of one act: ACT_PERSONS_MAX */
};

extern const struct form_field calling_state_fields[CALLING_STATE_FIELDS];

struct calling_item {
    const char *matter;
    const char *title;
    const char *budget;  /* "2026", or "" */
    const char *repeats; /* "3-2": item 2 of proceeding 3, or "" */
    const char *members[CALLING_STATE_MEMBERS]; /* numbers of the register */
    size_t members_count;
};

struct calling_state {
    struct engine_facts facts;
    const struct law_procedure *procedure;
    struct act_form_actor actor;
    struct calling_item *items;
    size_t items_count;
    size_t which; /* the item whose members are being chosen, from 1; or 0 */
};

/* What the request carries; false where the response says why not. */
bool calling_state_read(struct request *request, struct response *response,
    struct calling_state *state);

/* Adds the item that was described on its page; -> its number from 1, or 0
   where there is no room. */
size_t calling_state_add(
    const struct request *request, struct calling_state *state);
void calling_state_remove(struct calling_state *state, size_t number);

/* Takes those ticked as the members of an item. */
void calling_state_choose(
    const struct request *request, struct calling_state *state, size_t number);

/* True where people are elected on this matter. */
bool calling_state_elects(const struct request *request,
    const struct calling_state *state, const char *matter);

/* What the page itself asks, and therefore does not carry unseen. */
enum calling_asks {
    CALLING_ASKS_NOTHING,
    CALLING_ASKS_WHEN,
    CALLING_ASKS_EVIDENCE
};

/* The hidden fields: the agenda (but for the members of item `except`, 0:
   none), day, time, place, evidence. */
struct pages_hidden *calling_state_keep(const struct request *request,
    struct response *response, const struct calling_state *state, size_t except,
    enum calling_asks asks);

enum status calling_state_act(const struct request *request,
    const struct calling_state *state, struct act *act, struct error *error);

#endif
