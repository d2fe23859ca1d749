/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * One act, one page: /sittings/5/acts/review.  The form; what was answered and
 * what the law says to it; the act.
 */
#ifndef WEB_ACTS_H
#define WEB_ACTS_H

#include "web/request.h"

void acts_show(struct request *request, struct response *response);
void acts_send(struct request *request, struct response *response);
void acts_sent(struct request *request, const struct clerk_answer *answer,
    struct response *response);

/* The page of an act; `item` 0: none, `detail`, `back` NULL: none. */
struct act_form;
struct url acts_url(const struct request *request, int64_t proceeding,
    const struct act_form *form);

#endif
