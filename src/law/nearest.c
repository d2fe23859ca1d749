/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What was probably meant: the known text that the fewest changed, missing,
 * added or swapped letters lead to.
 */
#include "law/nearest.h"

#include <string.h>

#include "base/utf8.h"

enum { LETTERS_MAX = 80 };

struct letters {
    uint32_t items[LETTERS_MAX];
    size_t count;
};

static bool letters_read(const char *text, struct letters *letters);
static size_t distance(const struct letters *left, const struct letters *right,
    size_t limit);
static size_t least(size_t one, size_t other);

void nearest_start(struct nearest *nearest, const char *text)
{
    nearest->text = text;
    nearest->found = NULL;
    /* A third of the letters may be wrong, at least one. */
    size_t length = utf8_length(text);
    nearest->limit = (length < 3 ? 1 : length / 3) + 1;
}

void nearest_try(struct nearest *nearest, const char *known)
{
    struct letters wanted;
    struct letters candidate;
    if (nearest->limit == 0 || !letters_read(nearest->text, &wanted) ||
        !letters_read(known, &candidate)) {
        return;
    }
    size_t changes = distance(&wanted, &candidate, nearest->limit - 1);
    /* Nothing of what was written would be left. */
    if (changes < nearest->limit && changes < wanted.count) {
        nearest->found = known;
        nearest->limit = changes;
    }
}

const char *nearest_of(
    const char *text, const char *const *known, size_t count)
{
    struct nearest nearest;
    nearest_start(&nearest, text);
    for (size_t i = 0; i < count; i++) {
        nearest_try(&nearest, known[i]);
    }
    return nearest.found;
}

const char *lexicon_nearest(
    const struct lexicon *lexicon, enum lexicon_table table, const char *text)
{
    struct nearest nearest;
    nearest_start(&nearest, text);
    for (size_t i = 0; i < lexicon_count(lexicon, table); i++) {
        const struct lexicon_entry *entry = lexicon_at(lexicon, table, i);
        nearest_try(&nearest, entry->id);
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            for (size_t k = 0; k < entry->names_count[language]; k++) {
                nearest_try(&nearest, entry->names[language][k]);
            }
        }
    }
    return nearest.found;
}

static bool letters_read(const char *text, struct letters *letters)
{
    const struct bytes bytes = bytes_of_text(text);
    letters->count = 0;
    for (size_t at = 0; at < bytes.length;) {
        if (letters->count == LETTERS_MAX) {
            return false;
        }
        letters->items[letters->count++] =
            utf8_lower(utf8_next(bytes, &at));
    }
    return true;
}

/* Changes from one text to the other; more than `limit` is limit + 1. */
static size_t distance(const struct letters *left, const struct letters *right,
    size_t limit)
{
    size_t longer = left->count > right->count ? left->count : right->count;
    size_t shorter = left->count + right->count - longer;
    if (longer - shorter > limit) {
        return limit + 1;
    }
    size_t rows[3][LETTERS_MAX + 1];
    for (size_t k = 0; k <= right->count; k++) {
        rows[0][k] = k;
    }
    for (size_t i = 1; i <= left->count; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i - 1) % 3];
        const size_t *above_that = rows[(i + 1) % 3];
        row[0] = i;
        size_t best = i;
        for (size_t k = 1; k <= right->count; k++) {
            uint32_t one = left->items[i - 1];
            uint32_t other = right->items[k - 1];
            row[k] = least(above[k - 1] + (one != other),
                least(above[k], row[k - 1]) + 1);
            if (i > 1 && k > 1 && one == right->items[k - 2] &&
                left->items[i - 2] == other) {
                row[k] = least(row[k], above_that[k - 2] + 1);
            }
            best = least(best, row[k]);
        }
        if (best > limit) {
            return limit + 1;
        }
    }
    return rows[left->count % 3][right->count];
}

static size_t least(size_t one, size_t other)
{
    return one < other ? one : other;
}
