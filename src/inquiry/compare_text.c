/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Two texts word by word: the shortest edit by E. Myers, in linear space.  The
 * middle of the shortest way is found from both ends; then each half is a
 * problem of its own.
 */
#include "inquiry/compare_text.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "base/map.h"

/* A word or a sign, with the blanks after it. */
struct word {
    const char *text;
    size_t length; /* with the blanks */
    size_t id;     /* of equal words the same */
    bool is_changed;
};

struct words {
    struct word *items;
    size_t count;
};

/* A part of both texts, and how far the ways reach on each diagonal. */
struct search {
    struct word *before;
    struct word *after;
    int32_t *forward; /* diagonal k at [k] */
    int32_t *backward;
};

enum { UNREACHED = -1 };

static struct words words_split(
    const char *text, struct map *ids, struct arena *arena);
static size_t word_length(const char *text);
static void region_compare(const struct search *search, size_t before,
    size_t before_end, size_t after, size_t after_end);
static void middle_find(const struct search *search, int32_t n, int32_t m,
    int32_t *x, int32_t *y);
static int32_t way_start(const int32_t *reach, int32_t k, int32_t d);
static void all_changed(struct words *words);
static void parts_make(const struct words *before, const struct words *after,
    struct arena *arena, const struct compare_text_part **parts,
    size_t *count);

void compare_text(const char *before, const char *after, struct arena *arena,
    const struct compare_text_part **parts, size_t *count)
{
    struct map *ids = map_create(arena);
    struct words old = words_split(before, ids, arena);
    struct words new = words_split(after, ids, arena);
    if (old.count > COMPARE_TEXT_WORDS_MAX ||
        new.count > COMPARE_TEXT_WORDS_MAX) {
        all_changed(&old);
        all_changed(&new);
    } else {
        size_t middle = old.count + new.count + 1;
        size_t size = 2 * middle + 1;
        int32_t *forward = arena_take_array(arena, size, sizeof *forward);
        int32_t *backward = arena_take_array(arena, size, sizeof *backward);
        const struct search search = {old.items, new.items,
            forward + middle, backward + middle};
        region_compare(&search, 0, old.count, 0, new.count);
    }
    parts_make(&old, &new, arena, parts, count);
}

/* ---- words --------------------------------------------------------------- */

static struct words words_split(
    const char *text, struct map *ids, struct arena *arena)
{
    static const char blanks[] = " \t\r\n";
    struct words words = {NULL, 0};
    size_t capacity = 0;
    const char *at = text + strspn(text, blanks);
    while (*at != '\0') {
        size_t length = word_length(at);
        const char *key = arena_text_n(arena, at, length);
        size_t *id = map_get(ids, key);
        if (id == NULL) {
            id = arena_take(arena, sizeof *id);
            *id = map_count(ids);
            (void)map_put(ids, key, id);
        }
        words.items = arena_grow(
            arena, words.items, words.count, &capacity, sizeof *words.items);
        size_t whole = length + strspn(at + length, blanks);
        words.items[words.count++] = (struct word){
            .text = at, .length = whole, .id = *id};
        at += whole;
    }
    return words;
}

/* Letters and digits together, any other sign alone. */
static size_t word_length(const char *text)
{
    size_t length = 0;
    for (;; length++) {
        unsigned char byte = (unsigned char)text[length];
        bool is_letter = byte >= 0x80 || (byte >= '0' && byte <= '9') ||
            (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (!is_letter) {
            break;
        }
    }
    return length == 0 ? 1 : length;
}

static void all_changed(struct words *words)
{
    for (size_t i = 0; i < words->count; i++) {
        words->items[i].is_changed = true;
    }
}

/* ---- the shortest edit --------------------------------------------------- */

/* Marks what changed between the two ranges. */
static void region_compare(const struct search *search, size_t before,
    size_t before_end, size_t after, size_t after_end)
{
    while (before < before_end && after < after_end &&
        search->before[before].id == search->after[after].id) {
        before++;
        after++;
    }
    while (before < before_end && after < after_end &&
        search->before[before_end - 1].id ==
            search->after[after_end - 1].id) {
        before_end--;
        after_end--;
    }
    if (before == before_end || after == after_end) {
        for (size_t i = before; i < before_end; i++) {
            search->before[i].is_changed = true;
        }
        for (size_t i = after; i < after_end; i++) {
            search->after[i].is_changed = true;
        }
        return;
    }
    int32_t x = 0;
    int32_t y = 0;
    const struct search within = {search->before + before,
        search->after + after, search->forward, search->backward};
    middle_find(&within, (int32_t)(before_end - before),
        (int32_t)(after_end - after), &x, &y);
    region_compare(
        search, before, before + (size_t)x, after, after + (size_t)y);
    region_compare(
        search, before + (size_t)x, before_end, after + (size_t)y, after_end);
}

/*
 * A point of a shortest way from (0, 0) to (n, m), where one from the start
 * meets one from the end; diagonal k has the points with x - y = k.
 */
static void middle_find(const struct search *search, int32_t n, int32_t m,
    int32_t *x, int32_t *y)
{
    const int32_t delta = n - m;
    const bool is_odd = delta % 2 != 0;
    search->forward[1] = 0;
    search->backward[1] = 0;
    for (int32_t d = 0;; d++) {
        assert(d <= (n + m + 1) / 2);
        for (int32_t k = -d; k <= d; k += 2) {
            int32_t a = way_start(search->forward, k, d);
            int32_t b = a - k;
            bool is_inside = a >= 0 && a <= n && b >= 0 && b <= m;
            while (is_inside && a < n && b < m &&
                search->before[a].id == search->after[b].id) {
                a++;
                b++;
            }
            search->forward[k] = is_inside ? a : UNREACHED;
            bool has_other = is_odd && delta - k > -d && delta - k < d;
            if (is_inside && has_other &&
                search->backward[delta - k] != UNREACHED &&
                a + search->backward[delta - k] >= n) {
                *x = a;
                *y = b;
                return;
            }
        }
        for (int32_t k = -d; k <= d; k += 2) {
            int32_t a = way_start(search->backward, k, d);
            int32_t b = a - k;
            bool is_inside = a >= 0 && a <= n && b >= 0 && b <= m;
            while (is_inside && a < n && b < m &&
                search->before[n - a - 1].id ==
                    search->after[m - b - 1].id) {
                a++;
                b++;
            }
            search->backward[k] = is_inside ? a : UNREACHED;
            bool has_other = !is_odd && delta - k >= -d && delta - k <= d;
            if (is_inside && has_other &&
                search->forward[delta - k] != UNREACHED &&
                a + search->forward[delta - k] >= n) {
                *x = n - a;
                *y = m - b;
                return;
            }
        }
    }
}

/* From the neighbour that reaches farther: one word less, or one more. */
static int32_t way_start(const int32_t *reach, int32_t k, int32_t d)
{
    bool is_down =
        k == -d || (k != d && reach[k - 1] < reach[k + 1]);
    int32_t from = is_down ? reach[k + 1] : reach[k - 1];
    if (from == UNREACHED) {
        return UNREACHED;
    }
    return is_down ? from : from + 1;
}

/* ---- parts --------------------------------------------------------------- */

/* The words that are gone, or new, from `at` on; -> the next one. */
static size_t changed_add(
    const struct words *words, size_t at, struct buffer *text)
{
    while (at < words->count && words->items[at].is_changed) {
        buffer_add(text, words->items[at].text, words->items[at].length);
        at++;
    }
    return at;
}

/* How many words are the same in both from here on. */
static size_t same_add(const struct words *before, size_t old,
    const struct words *after, size_t new, struct buffer *text)
{
    size_t same = 0;
    while (old + same < before->count && new + same < after->count &&
        !before->items[old + same].is_changed &&
        !after->items[new + same].is_changed) {
        const struct word *word = &after->items[new + same];
        buffer_add(text, word->text, word->length);
        same++;
    }
    return same;
}

static void parts_make(const struct words *before, const struct words *after,
    struct arena *arena, const struct compare_text_part **parts,
    size_t *count)
{
    struct compare_text_part *list = NULL;
    size_t listed = 0;
    size_t capacity = 0;
    size_t old = 0;
    size_t new = 0;
    struct buffer texts[3] = {BUFFER_EMPTY, BUFFER_EMPTY, BUFFER_EMPTY};
    while (old < before->count || new < after->count) {
        size_t from = old + new;
        size_t same =
            same_add(before, old, after, new, &texts[COMPARE_TEXT_SAME]);
        old = changed_add(before, old + same, &texts[COMPARE_TEXT_GONE]);
        new = changed_add(after, new + same, &texts[COMPARE_TEXT_NEW]);
        assert(old + new > from); /* of unchanged words both have as many */
        for (int sign = 0; sign < 3; sign++) {
            if (texts[sign].length > 0) {
                list = arena_grow(
                    arena, list, listed, &capacity, sizeof *list);
                list[listed++] = (struct compare_text_part){
                    (enum compare_text_sign)sign,
                    arena_text_n(
                        arena, texts[sign].data, texts[sign].length)};
                buffer_clear(&texts[sign]);
            }
        }
    }
    for (int sign = 0; sign < 3; sign++) {
        buffer_finish(&texts[sign]);
    }
    *parts = list;
    *count = listed;
}
