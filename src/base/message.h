/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A sentence to be said to a person: a key of the message catalogue and named
 * arguments.  The pure modules make messages; tongue says them in a language.
 */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

enum message_kind {
    MESSAGE_TEXT,     /* shown as it is */
    MESSAGE_NUMBER,   /* a decimal integer; "count" picks the plural */
    MESSAGE_DATE,     /* YYYY-MM-DD, shown in the reader's way */
    MESSAGE_WORD,     /* an identifier of the law's words: "rural-akim" */
    MESSAGE_CITATION, /* a place in the law: "law-2001/39-3/8" */
    MESSAGE_KEY       /* another key of the catalogue */
};

enum { MESSAGE_ARGUMENTS_MAX = 8, MESSAGE_VALUE_MAX = 240 };

struct message_argument {
    const char *name; /* static */
    enum message_kind kind;
    char value[MESSAGE_VALUE_MAX]; /* cut at a character where too long */
};

/* A value; copying it copies everything.  `key` is a string literal. */
struct message {
    const char *key; /* NULL: nothing to say */
    size_t count;
    struct message_argument arguments[MESSAGE_ARGUMENTS_MAX];
};

/* Makes `message` the bare `key`; returns `message`, so that calls chain. */
struct message *message_start(struct message *message, const char *key);

/* Each adds one argument and returns `message`.  One too many is a bug. */
struct message *message_text(
    struct message *message, const char *name, const char *value);
struct message *message_number(
    struct message *message, const char *name, int64_t value);
struct message *message_date(
    struct message *message, const char *name, struct date value);
struct message *message_word(
    struct message *message, const char *name, const char *word);
struct message *message_citation(
    struct message *message, const char *name, const char *citation);
struct message *message_key(
    struct message *message, const char *name, const char *key);

/* The value of an argument, or NULL. */
const char *message_value(const struct message *message, const char *name);

#endif
