/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /sittings/5/call: calling a sitting in pages of one thing each: when and
 * where, on which matters, who is proposed, what the law says to it.
 */
#ifndef WEB_CALLING_H
#define WEB_CALLING_H

#include "web/request.h"

void calling_show(struct request *request, struct response *response);
void calling_send(struct request *request, struct response *response);
void calling_sent(struct request *request, const struct clerk_answer *answer,
    struct response *response);

#endif
