/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /law/territory: how many people have an elected organ of self-government at
 * the level of their own unit, and which units are compact; /law/allocation: to
 * which level a matter belongs.  Both from tables that lie beside the law.
 */
#ifndef WEB_TIERS_H
#define WEB_TIERS_H

#include "web/request.h"

enum { TIERS_FIELDS = 2 };
extern const struct form_field tiers_fields[TIERS_FIELDS];

void tiers_territory(struct request *request, struct response *response);
void tiers_allocation(struct request *request, struct response *response);

#endif
