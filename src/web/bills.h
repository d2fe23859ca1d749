/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /law/bills: bills whose norms are not in force, and what each would do:
 * findings that vanish and that appear, norms that go and come.
 */
#ifndef WEB_BILLS_H
#define WEB_BILLS_H

#include "web/request.h"

enum { BILLS_FIELDS = 3 };
extern const struct form_field bills_fields[BILLS_FIELDS];

void bills_list(struct request *request, struct response *response);
void bills_show(struct request *request, struct response *response);

#endif
