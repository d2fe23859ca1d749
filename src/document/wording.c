/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Words of a paper: messages, names of the law's words, dates, places.
 */
#include <assert.h>
#include <string.h>

#include "document/document_internal.h"

static void word_say(const void *context, enum language language,
    const char *word, struct buffer *buffer);
static void citation_say(const void *context, enum language language,
    const char *citation, struct buffer *buffer);
static const char *text_kept(
    const struct document_making *making, struct buffer *buffer);

const char *document_key(const struct document_making *making, const char *key)
{
    return tongue_text(making->language, key);
}

const char *document_said(
    const struct document_making *making, const struct message *message)
{
    struct tongue_names names = {
        .word = word_say,
        .citation = citation_say,
        .context = making->facts->law,
    };
    struct buffer buffer = BUFFER_EMPTY;
    tongue_say(making->language, message, &names, &buffer);
    return text_kept(making, &buffer);
}

/* Arguments of a message are short; titles and grounds need not be. */
const char *document_quote(const struct document_making *making,
    const char *key, const char *text)
{
    static const char argument[] = "{text}";
    const char *pattern = document_key(making, key);
    const char *at = strstr(pattern, argument);
    assert(at != NULL);
    struct buffer buffer = BUFFER_EMPTY;
    buffer_add(&buffer, pattern, (size_t)(at - pattern));
    buffer_add_text(&buffer, text == NULL ? DOCUMENT_DASH : text);
    buffer_add_text(&buffer, at + sizeof argument - 1);
    return text_kept(making, &buffer);
}

const char *document_join(const struct document_making *making,
    const char *left, const char *between, const char *right)
{
    if (left == NULL || left[0] == '\0') {
        return right == NULL ? "" : right;
    }
    if (right == NULL || right[0] == '\0') {
        return left;
    }
    return arena_format(making->arena, "%s%s%s", left, between, right);
}

const char *document_word(
    const struct document_making *making, const char *word)
{
    if (word == NULL) {
        return DOCUMENT_DASH;
    }
    return law_word_name(making->facts->law, word, making->language);
}

const char *document_words(const struct document_making *making,
    const char *const *words, size_t count)
{
    const char *joined = "";
    for (size_t i = 0; i < count; i++) {
        joined = document_join(
            making, joined, ", ", document_word(making, words[i]));
    }
    return joined;
}

const char *document_capital(
    const struct document_making *making, const char *text)
{
    struct buffer buffer = BUFFER_EMPTY;
    tongue_capital(text, &buffer);
    return text_kept(making, &buffer);
}

const char *document_number(
    const struct document_making *making, int64_t value)
{
    struct buffer buffer = BUFFER_EMPTY;
    tongue_number(making->language, value, &buffer);
    return text_kept(making, &buffer);
}

const char *document_amount(
    const struct document_making *making, const struct law_amount *amount)
{
    struct buffer buffer = BUFFER_EMPTY;
    law_amount_say(making->facts->law, amount, making->language, &buffer);
    return text_kept(making, &buffer);
}

/* ---- days and hours ------------------------------------------------------ */

const char *document_date(
    const struct document_making *making, struct date date)
{
    struct buffer buffer = BUFFER_EMPTY;
    tongue_date(making->language, date, &buffer);
    return text_kept(making, &buffer);
}

const char *document_date_of(
    const struct document_making *making, struct date date)
{
    struct buffer buffer = BUFFER_EMPTY;
    tongue_date_of(making->language, date, &buffer);
    return text_kept(making, &buffer);
}

const char *document_when(const struct document_making *making,
    struct date date, const char *time)
{
    struct buffer buffer = BUFFER_EMPTY;
    tongue_day(making->language, date, &buffer);
    const char *day = text_kept(making, &buffer);
    if (time == NULL) {
        return day;
    }
    struct message message;
    (void)message_text(
        message_text(message_start(&message, "paper.when"), "day", day),
        "time", time);
    return document_said(making, &message);
}

/* Kazakh puts the organ into the genitive and the date before its noun. */
const char *document_line(const struct document_making *making,
    const char *key, struct date date, int64_t number)
{
    struct buffer whose = BUFFER_EMPTY;
    struct message message;
    tongue_genitive(making->language, document_organ(making), &whose);
    (void)message_start(&message, key);
    (void)message_text(&message, "organ",
        document_capital(making, buffer_text(&whose)));
    (void)message_text(&message, "date", document_date_of(making, date));
    (void)message_number(&message, "number", number);
    buffer_finish(&whose);
    return document_said(making, &message);
}

const char *document_moment(
    const struct document_making *making, struct instant instant)
{
    if (instant.seconds == 0) {
        return "";
    }
    struct date first = instant_date(making->proceeding->sitting_opened);
    if (date_compare(first, instant_date(instant)) == 0) {
        int minute = instant_minute_of_day(instant);
        return arena_format(
            making->arena, "%02d:%02d", minute / 60, minute % 60);
    }
    struct buffer buffer = BUFFER_EMPTY;
    tongue_instant(making->language, instant, &buffer);
    return text_kept(making, &buffer);
}

/* ---- places of the law --------------------------------------------------- */

const char *document_place(const struct document_making *making,
    const struct law_citation *citation)
{
    struct buffer buffer = BUFFER_EMPTY;
    law_citation_say(making->facts->law, citation->place, making->language,
        &buffer);
    if (citation->invented) {
        buffer_add_text(&buffer, " ");
        buffer_add_text(&buffer, document_key(making, "paper.mark.invented"));
    } else if (citation->unchecked) {
        buffer_add_text(&buffer, " ");
        buffer_add_text(&buffer, document_key(making, "paper.mark.unchecked"));
    }
    return text_kept(making, &buffer);
}

static void word_say(const void *context, enum language language,
    const char *word, struct buffer *buffer)
{
    const struct law *law = context;
    buffer_add_text(buffer, law_word_name(law, word, language));
}

static void citation_say(const void *context, enum language language,
    const char *citation, struct buffer *buffer)
{
    const struct law *law = context;
    law_citation_say(law, citation, language, buffer);
}

/* The text of a buffer in the arena; the buffer is finished. */
static const char *text_kept(
    const struct document_making *making, struct buffer *buffer)
{
    const char *text = arena_text(making->arena, buffer_text(buffer));
    buffer_finish(buffer);
    return text;
}
