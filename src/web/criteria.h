/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /law/charter: how an organ, an office or a level stands to the criteria of
 * the Charter on a day.
 */
#ifndef WEB_CRITERIA_H
#define WEB_CRITERIA_H

#include "web/request.h"

enum { CRITERIA_FIELDS = 3 };
extern const struct form_field criteria_fields[CRITERIA_FIELDS];

void criteria_show(struct request *request, struct response *response);

#endif
