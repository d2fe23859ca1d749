/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What a page is handed, and what it fills in.
 *
 * A page is a function of the table in routes.c.  It reads the request and
 * writes its answer with the functions of page.h.  A page that changes
 * something fills `response->act`; the clerk decides it, and the route's second
 * function is called with the clerk's answer, on any HTTP thread.
 */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include "clerk/clerk.h"
#include "web/cookie.h"
#include "web/form.h"
#include "web/html.h"
#include "web/url.h"

enum request_method { REQUEST_GET, REQUEST_POST };

struct study;

/* What all pages of a community share. */
struct request_site {
    const char *community[LANGUAGE_COUNT]; /* "" before it is founded */
    bool is_demonstration;
    struct study *study; /* of the law, for the pages that ask (study.h) */
};

struct request {
    enum request_method method;
    struct url_target target;            /* place, language, numbers, word */
    struct form form;                    /* the route's fields, as sent */
    const struct clerk_account *account; /* NULL: not signed in */
    const char *session;                 /* NULL: not signed in */
    const char *form_token;              /* what a form must bring back */
    const char *once;                    /* POST: the token for act.token */
    struct arena *arena;                 /* of this request */
    struct clerk *clerk;
    struct store_reader *reader; /* of this thread */
    const struct law *law;       /* the newest */
    struct instant now;
    struct date today;
    const struct request_site *site;
};

struct response {
    unsigned status;
    const char *title; /* of the page, in its language */
    bool is_framed;    /* a page, not a file */
    const char *type;  /* of a file */
    struct buffer body;
    struct bytes fixed;    /* static bytes instead of a body */
    struct html_out out;   /* writes into body */
    struct url location;   /* to go on to, after a form */
    int64_t stream;        /* the sitting whose counts follow, or 0 */
    const char *script;    /* of the page: "counts.js", or NULL */
    const struct act *act; /* to be decided before there is an answer */
    const char *session;   /* a new session; "" ends it; NULL: as it was */
    const char *visitor;   /* a token for forms before signing in, or NULL */
};

typedef void request_handler(
    struct request *request, struct response *response);
typedef void request_answerer(struct request *request,
    const struct clerk_answer *answer, struct response *response);

/* True where the account holds the office. */
bool request_has_office(const struct request *request, const char *office);

/* A place in the language of the page. */
struct url request_url(const struct request *request, enum url_place place);
struct url request_url_number(
    const struct request *request, enum url_place place, int64_t number);

#endif
