/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Decisions: the list, and one with the chain of what follows it.
 */
#ifndef WEB_DECISIONS_H
#define WEB_DECISIONS_H

#include "web/request.h"

void decisions_list(struct request *request, struct response *response);
void decisions_show(struct request *request, struct response *response);

#endif
