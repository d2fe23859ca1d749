/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Answering: pages in the frame, redirects, files, and what is shown where
 * something could not be done.
 */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include "generated/pages.h"
#include "web/request.h"

/*
 * Begins a page with its title (plain text, which is its h1 too) and answers
 * where its template writes.  Status 422 puts "Error:" before the title.
 */
struct html_out *page_start(const struct request *request,
    struct response *response, unsigned status, const char *title);

/* The same, the title being a message of po. */
struct html_out *page_start_key(const struct request *request,
    struct response *response, unsigned status, const char *key);

/* After a form: go on to `url` (303). */
void page_go(struct response *response, struct url url);

/* A file such as "text/plain; charset=utf-8"; its content goes to body. */
void page_file(struct response *response, const char *type);

/*
 * The page of an HTTP status: what happened, in particular (`detail`, or
 * NULL), and what to do next.
 */
void page_status(const struct request *request, struct response *response,
    unsigned status, const struct message *detail);

/* The same for an error, which is shown too: 404, 403, 409, 422, 503, 500. */
void page_failed(const struct request *request, struct response *response,
    const struct error *error);

/* The hidden fields that every form holds: {{ use form form }}. */
struct pages_form *page_form(
    const struct request *request, struct response *response);

/*
 * An input for a declared field: {{ use field x }}.  Its value and problem
 * come from the request; `label` is a message of po.  More (hint, autocomplete,
 * inputmode, type) is set by the page.
 */
struct pages_field *page_field(
    const struct request *request, const char *name, const char *label);

/*
 * What stands on top of a form that was sent wrong: {{ use errors x }}, with
 * a link to each field that has a problem; NULL where there is neither a
 * problem nor an `error` (NULL: none).
 */
struct pages_errors *page_errors(const struct request *request,
    const struct pages_field *const *fields, size_t count,
    const struct error *error);

/* Puts the page into its frame, once it is written. */
void page_frame(const struct request *request, struct response *response);

#endif
