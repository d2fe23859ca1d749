/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /law/acts/…/editions: an article's norms in two editions beside each other
 * with what changed; without an article, which articles have which editions.
 */
#ifndef WEB_EDITIONS_H
#define WEB_EDITIONS_H

#include "web/request.h"

enum { EDITIONS_FIELDS = 2 };
extern const struct form_field editions_fields[EDITIONS_FIELDS];

void editions_show(struct request *request, struct response *response);

/* `article` "": the whole act; `day` not set: the edition in force. */
struct url editions_url(const struct request *request, const char *act,
    const char *article, struct date day);

/* "Law of 23 January 2001 No 148, art. 39-3" */
const char *editions_title(
    const struct request *request, const char *act, const char *article);

#endif
