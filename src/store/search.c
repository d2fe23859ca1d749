/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Finding people by name.  A folded name begins with a blank, so that the
 * beginning of every word of it is a blank.
 */
#include <string.h>

#include "base/utf8.h"
#include "store/store_internal.h"

/* Bytes; SQLite takes no pattern of any length. */
enum { WORD_MAX = 400 };

static void pattern_add(
    struct buffer *pattern, const char *word, size_t length);

void store_search_start(struct store_search *search, const char *words)
{
    *search = (struct store_search){0};
    struct buffer folded = BUFFER_EMPTY;
    store_search_fold(words != NULL ? words : "", &folded);
    size_t count = 0;
    const char *word = buffer_text(&folded);
    while (*(word += strspn(word, " ")) != '\0') {
        size_t length = strcspn(word, " ");
        if (count == STORE_SEARCH_WORDS || length > WORD_MAX) {
            search->too_long = true;
            break;
        }
        pattern_add(&search->patterns[count++], word, length);
        word += length;
    }
    search->is_empty = count == 0 && !search->too_long;
    while (count < STORE_SEARCH_WORDS) {
        buffer_add_char(&search->patterns[count++], '%');
    }
    buffer_finish(&folded);
}

void store_search_bind(
    const struct store_search *search, sqlite3_stmt *statement)
{
    static const char *const names[STORE_SEARCH_WORDS] = {
        "$11", "$12", "$13", "$14", "$15", "$16"};
    for (size_t i = 0; i < STORE_SEARCH_WORDS; i++) {
        store_bind_text(
            statement, names[i], buffer_text(&search->patterns[i]));
    }
}

void store_search_finish(struct store_search *search)
{
    for (size_t i = 0; i < STORE_SEARCH_WORDS; i++) {
        buffer_finish(&search->patterns[i]);
    }
}

/* The second half of a double name is a word of its own. */
void store_search_fold(const char *name, struct buffer *folded)
{
    size_t start = folded->length;
    buffer_add_char(folded, ' ');
    utf8_fold(name, folded);
    for (size_t i = start; i < folded->length; i++) {
        if (folded->data[i] == '-') {
            folded->data[i] = ' ';
        }
    }
}

static void pattern_add(
    struct buffer *pattern, const char *word, size_t length)
{
    buffer_add_text(pattern, "% ");
    for (size_t i = 0; i < length; i++) {
        if (word[i] == '%' || word[i] == '_' || word[i] == '!') {
            buffer_add_char(pattern, '!');
        }
        buffer_add_char(pattern, word[i]);
    }
    buffer_add_char(pattern, '%');
}
