/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /record: how many acts there are, the head of the chain, the entries, how to
 * check them.
 */
#ifndef WEB_ENTRIES_H
#define WEB_ENTRIES_H

#include "web/request.h"

enum { ENTRIES_FIELDS = 2 };
extern const struct form_field entries_fields[ENTRIES_FIELDS];

void entries_show(struct request *request, struct response *response);

#endif
