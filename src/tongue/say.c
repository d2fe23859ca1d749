/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Says messages: finds the text of a key, picks the plural, puts arguments in.
 */
#include "tongue/tongue.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "tongue/catalogue.h"

/* A key as an argument may have arguments itself, but no further. */
enum { SAY_DEPTH_MAX = 2 };

struct saying {
    enum language language;
    const struct message *message;
    const struct tongue_names *names;
    struct buffer *buffer;
};

static const struct catalogue_entry *entry_find(const char *key);
static int entry_compare(const void *key, const void *entry);
static void say_key(const struct saying *saying, const char *key, int depth);
static const char *say_argument(
    const struct saying *saying, const char *brace, int depth);
static void say_value(const struct saying *saying,
    const struct message_argument *argument, int depth);

void tongue_say(enum language language, const struct message *message,
    const struct tongue_names *names, struct buffer *buffer)
{
    assert(message != NULL);
    if (message->key == NULL) {
        return;
    }
    struct saying saying = {language, message, names, buffer};
    say_key(&saying, message->key, 0);
}

const char *tongue_text(enum language language, const char *key)
{
    assert((unsigned)language < LANGUAGE_COUNT);
    const struct catalogue_entry *entry = entry_find(key);
    return entry == NULL ? key : entry->forms[language][0];
}

bool tongue_has(const char *key)
{
    return entry_find(key) != NULL;
}

unsigned tongue_plural(enum language language, int64_t count)
{
    uint64_t n = count < 0 ? 0 - (uint64_t)count : (uint64_t)count;
    if (language != LANGUAGE_RU) {
        return n != 1;
    }
    if (n % 10 == 1 && n % 100 != 11) {
        return 0;
    }
    bool is_few =
        n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
    return is_few ? 1 : 2;
}

static const struct catalogue_entry *entry_find(const char *key)
{
    assert(key != NULL);
    return bsearch(key, catalogue_entries, catalogue_count,
        sizeof catalogue_entries[0], entry_compare);
}

static int entry_compare(const void *key, const void *entry)
{
    return strcmp(key, ((const struct catalogue_entry *)entry)->key);
}

static void say_key(const struct saying *saying, const char *key, int depth)
{
    const struct catalogue_entry *entry = entry_find(key);
    if (entry == NULL) {
        buffer_add_text(saying->buffer, key);
        return;
    }
    const char *const *forms = entry->forms[saying->language];
    const char *text = forms[0];
    const char *count = message_value(saying->message, "count");
    int64_t number = 0;
    if (forms[1] != NULL && count != NULL && number_parse(count, &number)) {
        text = forms[tongue_plural(saying->language, number)];
    }
    while (*text != '\0') {
        if (*text == '{') {
            text = say_argument(saying, text, depth);
        } else {
            size_t length = strcspn(text, "{");
            buffer_add(saying->buffer, text, length);
            text += length;
        }
    }
}

/* Says `{name}`; what follows it.  Of a name not given, the braces stay. */
static const char *say_argument(
    const struct saying *saying, const char *brace, int depth)
{
    size_t length = strcspn(brace, "}");
    const struct message *message = saying->message;
    for (size_t i = 0; i < message->count && brace[length] == '}'; i++) {
        const struct message_argument *argument = &message->arguments[i];
        if (strlen(argument->name) == length - 1 &&
            memcmp(argument->name, brace + 1, length - 1) == 0) {
            say_value(saying, argument, depth);
            return brace + length + 1;
        }
    }
    buffer_add_char(saying->buffer, '{');
    return brace + 1;
}

static void say_value(const struct saying *saying,
    const struct message_argument *argument, int depth)
{
    const struct tongue_names *names = saying->names;
    const char *value = argument->value;
    struct buffer *buffer = saying->buffer;
    int64_t number = 0;
    struct date date;
    switch (argument->kind) {
    case MESSAGE_NUMBER:
        if (number_parse(value, &number)) {
            tongue_number(saying->language, number, buffer);
            return;
        }
        break;
    case MESSAGE_DATE:
        if (date_parse(value, &date)) {
            tongue_date(saying->language, date, buffer);
            return;
        }
        break;
    case MESSAGE_WORD:
        if (names != NULL && names->word != NULL) {
            names->word(names->context, saying->language, value, buffer);
            return;
        }
        break;
    case MESSAGE_CITATION:
        if (names != NULL && names->citation != NULL) {
            names->citation(names->context, saying->language, value, buffer);
            return;
        }
        break;
    case MESSAGE_KEY:
        if (depth < SAY_DEPTH_MAX) {
            say_key(saying, value, depth + 1);
            return;
        }
        break;
    case MESSAGE_TEXT:
        break;
    }
    buffer_add_text(buffer, value);
}
