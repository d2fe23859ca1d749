/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * One table: which page answers which place, who may see it, what it may be
 * sent.  Adding a page: a place in url.h and url.c, its template, its function,
 * a row here, and its link.
 */
#ifndef WEB_ROUTES_H
#define WEB_ROUTES_H

#include "web/request.h"

/* What an account must be; whether an act is lawful is the law's to say. */
enum routes_right {
    ROUTES_PUBLIC,
    ROUTES_SIGNED_IN,
    ROUTES_CLERK /* holds "clerk" or "keeper" */
};

/* What takes a tenth of a second and more runs apart, on a thread of its own:
   a long list in the press keeps nobody from signing in. */
enum routes_pace { ROUTES_QUICK, ROUTES_SLOW, ROUTES_PRINT };

struct routes_row {
    enum request_method method;
    enum url_place place;
    enum routes_right right;
    const struct form_field *fields;
    size_t fields_count;
    request_handler *handle;
    request_answerer *answer; /* of pages that fill response->act, or NULL */
    enum routes_pace pace;
};

/* NULL where no page answers. */
const struct routes_row *routes_find(
    enum request_method method, enum url_place place);

bool routes_allow(const struct routes_row *row, const struct request *request);

#endif
