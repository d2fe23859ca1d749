/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /sittings/new: in which ways the law lets a sitting be called, and opening
 * the proceeding in one of them.
 */
#ifndef WEB_OPENING_H
#define WEB_OPENING_H

#include "web/request.h"

enum { OPENING_FIELDS = 9 };
extern const struct form_field opening_fields[OPENING_FIELDS];

void opening_show(struct request *request, struct response *response);
void opening_send(struct request *request, struct response *response);
void opening_sent(struct request *request, const struct clerk_answer *answer,
    struct response *response);

#endif
