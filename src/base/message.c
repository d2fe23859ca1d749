/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Messages are plain values: a key and its arguments, cut where too long.
 */
#include "base/message.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

static struct message *add(struct message *message, enum message_kind kind,
    const char *name, const char *value);

struct message *message_start(struct message *message, const char *key)
{
    assert(message != NULL);
    memset(message, 0, sizeof *message);
    message->key = key;
    return message;
}

struct message *message_text(
    struct message *message, const char *name, const char *value)
{
    return add(message, MESSAGE_TEXT, name, value);
}

struct message *message_number(
    struct message *message, const char *name, int64_t value)
{
    char text[24];
    (void)snprintf(text, sizeof text, "%" PRId64, value);
    return add(message, MESSAGE_NUMBER, name, text);
}

struct message *message_date(
    struct message *message, const char *name, struct date value)
{
    char text[DATE_TEXT_MAX];
    date_write(value, text);
    return add(message, MESSAGE_DATE, name, text);
}

struct message *message_word(
    struct message *message, const char *name, const char *word)
{
    return add(message, MESSAGE_WORD, name, word);
}

struct message *message_citation(
    struct message *message, const char *name, const char *citation)
{
    return add(message, MESSAGE_CITATION, name, citation);
}

struct message *message_key(
    struct message *message, const char *name, const char *key)
{
    return add(message, MESSAGE_KEY, name, key);
}

const char *message_value(const struct message *message, const char *name)
{
    assert(message != NULL);
    assert(name != NULL);
    for (size_t i = 0; i < message->count; i++) {
        if (strcmp(message->arguments[i].name, name) == 0) {
            return message->arguments[i].value;
        }
    }
    return NULL;
}

static struct message *add(struct message *message, enum message_kind kind,
    const char *name, const char *value)
{
    assert(message != NULL);
    assert(name != NULL);
    assert(message->count < MESSAGE_ARGUMENTS_MAX);
    struct message_argument *argument = &message->arguments[message->count];
    argument->name = name;
    argument->kind = kind;
    if (value == NULL) {
        value = "";
    }
    size_t length = utf8_cut(value, MESSAGE_VALUE_MAX - 1);
    memcpy(argument->value, value, length);
    argument->value[length] = '\0';
    message->count++;
    return message;
}
