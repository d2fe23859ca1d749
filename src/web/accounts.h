/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /accounts: the keeper gives an account to whoever acts.
 */
#ifndef WEB_ACCOUNTS_H
#define WEB_ACCOUNTS_H

#include "web/request.h"

enum { ACCOUNTS_FIELDS = 4 };
extern const struct form_field accounts_fields[ACCOUNTS_FIELDS];

void accounts_show(struct request *request, struct response *response);
void accounts_add(struct request *request, struct response *response);

#endif
