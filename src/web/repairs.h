/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /law/repair: the cheapest provisions to reopen so that the law of a day is
 * free of conflict, and why the Constitution cannot stay as it is.
 */
#ifndef WEB_REPAIRS_H
#define WEB_REPAIRS_H

#include "web/request.h"

enum { REPAIRS_FIELDS = 2 };
extern const struct form_field repairs_fields[REPAIRS_FIELDS];

void repairs_show(struct request *request, struct response *response);

#endif
