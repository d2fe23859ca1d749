/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /law/powers: who may decide what on a day; of one matter, who could do what
 * with it in all editions.
 */
#ifndef WEB_POWERS_H
#define WEB_POWERS_H

#include "web/request.h"

enum { POWERS_FIELDS = 4 };
extern const struct form_field powers_fields[POWERS_FIELDS];

void powers_show(struct request *request, struct response *response);

#endif
