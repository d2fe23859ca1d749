/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What a command's usage says.  `[…]` may be left out, `|` parts alternatives:
 * with blanks round it and outside brackets, of the whole usage.
 */
#include "cli/usage.h"

#include <string.h>

enum { DEPTH_MAX = 8 };

/* Reading a usage. */
struct walk {
    const char *at;
    int place;             /* of the next word */
    int last;              /* of the word before */
    int starts[DEPTH_MAX]; /* of the brackets that are open */
    int depth;
};

static const char *option_find(const char *usage, const char *option);
static const char *option_end(const char *option);
static void separator_take(struct walk *walk, const char *usage);
static void word_add(
    const char *word, size_t length, struct buffer *words);

bool usage_option(
    const char *usage, const char *option, struct buffer *shape)
{
    const char *found = option_find(usage, option);
    if (found != NULL) {
        buffer_add(shape, found, (size_t)(option_end(found) - found));
    }
    return found != NULL;
}

static const char *option_find(const char *usage, const char *option)
{
    size_t length = strlen(option);
    const char *at = strstr(usage, option);
    while (at != NULL && at[length] != '\0' &&
        strchr(" ]", at[length]) == NULL) {
        at = strstr(at + length, option);
    }
    return at;
}

/* After its value, if it has one. */
static const char *option_end(const char *option)
{
    const char *end = option + strcspn(option, " ]");
    if (*end == ' ' && strchr("[-", end[1]) == NULL) {
        end += 1 + strcspn(end + 1, " ]");
    }
    return end;
}

void usage_words(const char *usage, int place, struct buffer *words)
{
    struct walk walk = {.at = usage};
    while (*walk.at != '\0') {
        if (strncmp(walk.at, "--", 2) == 0) {
            walk.at = option_end(walk.at);
        } else if (strchr(" []|", *walk.at) != NULL) {
            separator_take(&walk, usage);
        } else {
            bool is_quoted = *walk.at == '\'';
            size_t length = is_quoted
                ? strcspn(walk.at + 1, "'") + 2
                : strcspn(walk.at, " []|");
            const char *more = strstr(walk.at, "…");
            bool goes_on = more != NULL && more < walk.at + length;
            if (walk.place == place || (goes_on && walk.place < place)) {
                word_add(walk.at, length, words);
            }
            walk.last = walk.place++;
            walk.at += length;
        }
    }
}

static void separator_take(struct walk *walk, const char *usage)
{
    switch (*walk->at) {
    case '[':
        if (walk->depth < DEPTH_MAX) {
            walk->starts[walk->depth++] = walk->place;
        }
        break;
    case ']':
        walk->depth -= walk->depth > 0 ? 1 : 0;
        break;
    case '|':
        if (walk->depth > 0) {
            walk->place = walk->starts[walk->depth - 1];
        } else {
            bool is_apart = walk->at > usage && walk->at[-1] == ' ';
            walk->place = is_apart ? 0 : walk->last;
        }
        break;
    default:
        break;
    }
    walk->at++;
}

static void word_add(
    const char *word, size_t length, struct buffer *words)
{
    size_t letters = strspn(word, "abcdefghijklmnopqrstuvwxyz-");
    if (letters >= length) {
        buffer_add_format(words, " %.*s", (int)length, word);
    } else if (length == 3 && strncmp(word, "DIR", 3) == 0) {
        buffer_add_text(words, " DIR");
    } else if (strncmp(word, "FILE", 4) == 0 ||
        memchr(word, '.', length) != NULL) {
        buffer_add_text(words, " FILE");
    }
}
