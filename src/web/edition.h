/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /law/acts/…: an act, or an article of it, in the edition of a day, sentence
 * by sentence, in the language of the page.  Every place of the law that a page
 * names leads here.
 */
#ifndef WEB_EDITION_H
#define WEB_EDITION_H

#include "web/request.h"

enum { EDITION_FIELDS = 3 };
extern const struct form_field edition_fields[EDITION_FIELDS];

void edition_show(struct request *request, struct response *response);

/* The page and the line of a place ("law-2001/39-3/8") on a day. */
struct url edition_url(const struct request *request,
    const struct law_citation *citation, struct date day);

#endif
