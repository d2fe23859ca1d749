/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The writers that compiled templates call.  For them, html.c and page.c
 * alone: HTML stands in src/web/pages and nowhere else.
 */
#ifndef WEB_HTML_INTERNAL_H
#define WEB_HTML_INTERNAL_H

#include "web/html.h"

/* HTML of a template. */
void html_raw(struct html_out *out, const char *html, size_t length);

/* Plain text, escaped for elements and quoted attributes alike. */
void html_text(struct html_out *out, const char *text);

void html_number(struct html_out *out, int64_t number);
void html_money(struct html_out *out, struct money money);
void html_date(struct html_out *out, struct date date); /* unset: nothing */
void html_day(struct html_out *out, struct date date);
void html_instant(struct html_out *out, struct instant instant);
void html_message(struct html_out *out, const char *key);
void html_say(struct html_out *out, const struct message *message);
void html_word(struct html_out *out, const char *word);
void html_citation(struct html_out *out, const char *citation);
void html_url(struct html_out *out, struct url url);
void html_fragment(struct html_out *out, struct html html);

/* Neither NULL nor empty? */
bool html_is_text(const char *text);

/* The text, "" for NULL: what an argument of a message may be. */
const char *html_known(const char *text);

#endif
