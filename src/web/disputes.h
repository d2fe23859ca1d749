/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /law/discrepancies: places that a scholar's article and the official text say
 * differently.
 */
#ifndef WEB_DISPUTES_H
#define WEB_DISPUTES_H

#include "web/request.h"

enum { DISPUTES_FIELDS = 1 };
extern const struct form_field disputes_fields[DISPUTES_FIELDS];

void disputes_show(struct request *request, struct response *response);

#endif
