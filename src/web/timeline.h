/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /law/timeline: acts and their changes in the order of days.
 */
#ifndef WEB_TIMELINE_H
#define WEB_TIMELINE_H

#include "web/request.h"

enum { TIMELINE_FIELDS = 2 };
extern const struct form_field timeline_fields[TIMELINE_FIELDS];

void timeline_show(struct request *request, struct response *response);

/* What is said of an act's status ("draft", …): a message; NULL: nothing. */
const char *timeline_status(const char *status);

#endif
