/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The site of a small community without a network: requests go through a
 * visit and its clerk, as the server sends them.
 */
#ifndef SUPPORT_SITE_H
#define SUPPORT_SITE_H

#include "web/visit.h"

enum { SITE_RESIDENTS = 40 };

struct site {
    char folder[64];
    char now_file[96];
    struct clerk *clerk;
    struct store_reader *reader;
    struct request_site frame;
    struct arena *arena;
    char session[CLERK_TOKEN_MAX]; /* "": nobody is signed in */
    char once[CLERK_TOKEN_MAX];    /* of the next form; changes after each */
    bool keep_once;                /* the next form is the last one again */
    struct visit visit;            /* the latest request */
    struct error error;
};

/*
 * Қоянды with 40 residents of age, "Тұрғын001 Аты" and so on, the akim's and
 * the district akim's offices, accounts "clerk", "akim", "member" (resident 1)
 * and "keeper".  The clock stands at 2026-03-02T10:00:00+05:00.
 */
void site_setup(struct site *site);

/* The same in another unit; the residents live in `settlement`. */
void site_setup_in(
    struct site *site, const char *unit, const char *settlement);
void site_teardown(struct site *site);

/* "2026-03-14T10:30:00+05:00". */
void site_now(struct site *site, const char *now);

/* NULL: signs out. */
void site_sign_in(struct site *site, const char *account);

/* -> the status; the answer's text is in site_text(). */
unsigned site_get(struct site *site, const char *target);

/* `fields` is "name=value&…", written as a browser does or plain UTF-8 with
   spaces; the tokens of a form are added. */
unsigned site_post(struct site *site, const char *target, const char *fields);

const char *site_text(const struct site *site);
const char *site_location(const struct site *site);

/* True where the text of the page holds it. */
bool site_says(const struct site *site, const char *text);

/* How many entries the record has. */
int64_t site_entries(struct site *site);

/* The act as JSON (`'` stands for `"`), past the pages; fails the test where
   it is not accepted. */
void site_act(struct site *site, const char *account, const char *act);

#endif
