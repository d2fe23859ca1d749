/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Writing of values into pages.
 */
#include "web/html_internal.h"

#include <assert.h>
#include <string.h>

static void escaped_add(struct html_out *out, const char *text, size_t length);
static void plain_write(struct html_out *out, struct buffer *plain);

void html_raw(struct html_out *out, const char *html, size_t length)
{
    buffer_add(out->buffer, html, length);
}

void html_text(struct html_out *out, const char *text)
{
    if (text != NULL) {
        escaped_add(out, text, strlen(text));
    }
}

void html_number(struct html_out *out, int64_t number)
{
    struct buffer plain = BUFFER_EMPTY;
    tongue_number(out->language, number, &plain);
    plain_write(out, &plain);
}

void html_money(struct html_out *out, struct money money)
{
    struct buffer plain = BUFFER_EMPTY;
    tongue_money(out->language, money, &plain);
    plain_write(out, &plain);
}

void html_date(struct html_out *out, struct date date)
{
    struct buffer plain = BUFFER_EMPTY;
    if (date_is_set(date)) {
        tongue_date(out->language, date, &plain);
    }
    plain_write(out, &plain);
}

void html_day(struct html_out *out, struct date date)
{
    struct buffer plain = BUFFER_EMPTY;
    if (date_is_set(date)) {
        tongue_day(out->language, date, &plain);
    }
    plain_write(out, &plain);
}

void html_instant(struct html_out *out, struct instant instant)
{
    struct buffer plain = BUFFER_EMPTY;
    if (instant.seconds != 0) {
        tongue_instant(out->language, instant, &plain);
    }
    plain_write(out, &plain);
}

void html_message(struct html_out *out, const char *key)
{
    if (key != NULL) {
        html_text(out, tongue_text(out->language, key));
    }
}

void html_say(struct html_out *out, const struct message *message)
{
    struct buffer plain = BUFFER_EMPTY;
    if (message != NULL) {
        tongue_say(out->language, message, &out->names, &plain);
    }
    plain_write(out, &plain);
}

void html_word(struct html_out *out, const char *word)
{
    if (word == NULL || out->names.word == NULL) {
        html_text(out, word);
        return;
    }
    struct buffer plain = BUFFER_EMPTY;
    out->names.word(out->names.context, out->language, word, &plain);
    plain_write(out, &plain);
}

void html_citation(struct html_out *out, const char *citation)
{
    if (citation == NULL || out->names.citation == NULL) {
        html_text(out, citation);
        return;
    }
    struct buffer plain = BUFFER_EMPTY;
    out->names.citation(out->names.context, out->language, citation, &plain);
    plain_write(out, &plain);
}

void html_url(struct html_out *out, struct url url)
{
    html_text(out, url.text);
}

void html_fragment(struct html_out *out, struct html html)
{
    if (html.text != NULL) {
        buffer_add_text(out->buffer, html.text);
    }
}

bool html_is_text(const char *text)
{
    return text != NULL && text[0] != '\0';
}

const char *html_known(const char *text)
{
    return text == NULL ? "" : text;
}

static void plain_write(struct html_out *out, struct buffer *plain)
{
    if (plain->length > 0) {
        escaped_add(out, plain->data, plain->length);
    }
    buffer_finish(plain);
}

static void escaped_add(struct html_out *out, const char *text, size_t length)
{
    assert(out->buffer != NULL);
    size_t start = 0;
    for (size_t i = 0; i < length; i++) {
        const char *escaped = NULL;
        switch (text[i]) {
        case '&':
            escaped = "&amp;";
            break;
        case '<':
            escaped = "&lt;";
            break;
        case '>':
            escaped = "&gt;";
            break;
        case '"':
            escaped = "&quot;";
            break;
        case '\'':
            escaped = "&#39;";
            break;
        default:
            continue;
        }
        buffer_add(out->buffer, text + start, i - start);
        buffer_add_text(out->buffer, escaped);
        start = i + 1;
    }
    buffer_add(out->buffer, text + start, length - start);
}
