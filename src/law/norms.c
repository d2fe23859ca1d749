/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What the corpus answers at once: words, norms in force, acts, the calendar.
 */
#include "law/norms.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const struct lexicon_entry *entry_of(
    const struct law *law, const char *word);
static bool act_fits(const struct law_act *act, const char *wanted);
/* An edition in force, and where. */
struct holding {
    const struct corpus_edition *edition;
    const char *applies; /* NULL: as the edition says */
    int64_t least;       /* the populations of `applies` */
    int64_t most;
};

static struct holding holding_of(
    const struct corpus_walk *before, const struct corpus_walk *after,
    const struct corpus_edition *edition, struct arena *arena);
static void edition_search(const struct law *law,
    const struct law_query *query, const struct holding *holding,
    struct norms_found *found);
static bool level_fits(const struct law *law, const char *level,
    const char *const *levels, size_t count);
static int day_compare(const void *left, const void *right);
static bool reading_fits(const char *reading, const char *wanted);
static bool word_fits(
    const struct law *law, const char *word, const char *wider);

/* ---- words ------------------------------------------------------------- */

const char *law_word_kind(const struct law *law, const char *word)
{
    const struct lexicon_entry *entry =
        lexicon_find(law->lexicon, LEXICON_WORD, word);
    return entry == NULL ? NULL : entry->kind;
}

const char *law_word_name(
    const struct law *law, const char *word, enum language language)
{
    const struct lexicon_entry *entry = entry_of(law, word);
    return entry == NULL || entry->names_count[language] == 0
        ? word
        : entry->names[language][0];
}

bool law_word_is(const struct law *law, const char *word, const char *wider)
{
    if (strcmp(word, wider) == 0) {
        return true;
    }
    const struct lexicon_entry *entry =
        lexicon_find(law->lexicon, LEXICON_WORD, word);
    for (size_t i = 0; entry != NULL && i < entry->widest_count; i++) {
        if (strcmp(entry->widest[i]->id, wider) == 0) {
            return true;
        }
    }
    return false;
}

void law_word_wider(const struct law *law, const char *word,
    struct arena *arena, const char *const **wider, size_t *count)
{
    const struct lexicon_entry *entry =
        lexicon_find(law->lexicon, LEXICON_WORD, word);
    *count = entry == NULL ? 0 : entry->widest_count;
    const char **taken =
        arena_take_array(arena, *count, sizeof(const char *));
    for (size_t i = 0; i < *count; i++) {
        taken[i] = entry->widest[i]->id;
    }
    *wider = taken;
}

void law_words(const struct law *law, const char *kind, struct arena *arena,
    const char *const **words, size_t *count)
{
    size_t all = lexicon_count(law->lexicon, LEXICON_WORD);
    const char **taken = arena_take_array(arena, all, sizeof(const char *));
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        const struct lexicon_entry *entry =
            lexicon_at(law->lexicon, LEXICON_WORD, i);
        if (strcmp(entry->kind, kind) == 0) {
            taken[(*count)++] = entry->id;
        }
    }
    *words = taken;
}

/* ---- norms ------------------------------------------------------------- */

void law_norms(const struct law *law, const struct law_query *query,
    struct arena *arena, const struct law_norm *const **norms, size_t *count)
{
    struct norms_found found = {.arena = arena};
    norms_search(law, query, &found);
    *norms = found.items;
    *count = found.count;
}

void norms_search(const struct law *law, const struct law_query *query,
    struct norms_found *found)
{
    assert(date_is_set(query->day));
    struct holding *holdings = NULL;
    size_t capacity = 0;
    for (size_t i = 0; i < law->acts_count; i++) {
        const struct corpus_act *act = law->acts[i];
        if (!act_fits(&act->act, query->act)) {
            continue;
        }
        for (size_t k = 0; k < act->articles_count; k++) {
            struct corpus_walk walk = corpus_walk(
                act->articles[k], query->day, query->population);
            walk.bill = query->bill;
            /* The newest comes first, the sources have it last. */
            size_t count = 0;
            struct corpus_walk before = walk;
            const struct corpus_edition *edition = corpus_walk_next(&walk);
            while (edition != NULL) {
                holdings = arena_grow(found->arena, holdings, count,
                    &capacity, sizeof *holdings);
                holdings[count++] =
                    holding_of(&before, &walk, edition, found->arena);
                before = walk;
                edition = corpus_walk_next(&walk);
            }
            for (; count > 0; count--) {
                edition_search(law, query, &holdings[count - 1], found);
            }
        }
    }
}

/* What binds nobody here answers only where it is asked by name. */
static bool act_fits(const struct law_act *act, const char *wanted)
{
    static const char *const binding_nobody[] = {
        "treaty-not-ratified", "foreign", "doctrine"};
    if (wanted != NULL) {
        return strcmp(act->id, wanted) == 0;
    }
    for (size_t i = 0; i < sizeof binding_nobody / sizeof *binding_nobody;
         i++) {
        if (strcmp(act->rank, binding_nobody[i]) == 0) {
            return false;
        }
    }
    return true;
}

/*
 * Where an edition goes on, newer ones having taken the other populations
 * from it; as it says where none did, or where one unit is asked about.
 */
static struct holding holding_of(
    const struct corpus_walk *before, const struct corpus_walk *after,
    const struct corpus_edition *edition, struct arena *arena)
{
    bool is_whole = before->from == 0 && before->to == INT64_MAX;
    if (is_whole || before->from == before->to) {
        return (struct holding){.edition = edition};
    }
    int64_t from = before->from;
    int64_t to = before->to;
    if (edition->applies.given && after->to < before->to) {
        from = after->to + 1;
    } else if (edition->applies.given) {
        to = after->from - 1;
    }
    const char *above = from == 0
        ? ""
        : arena_format(arena, " > %lld", (long long)from - 1);
    const char *below = to == INT64_MAX
        ? ""
        : arena_format(arena, " <= %lld", (long long)to);
    return (struct holding){
        .edition = edition,
        .applies = arena_format(arena, "population%s%s%s", above,
            above[0] != '\0' && below[0] != '\0' ? "," : "", below),
        .least = from,
        .most = to,
    };
}

static void edition_search(const struct law *law,
    const struct law_query *query, const struct holding *holding,
    struct norms_found *found)
{
    const struct corpus_edition *edition = holding->edition;
    if (!level_fits(
            law, query->level, edition->levels, edition->levels_count)) {
        return;
    }
    for (size_t i = 0; i < edition->norms_count; i++) {
        const struct corpus_norm *one = &edition->norms[i];
        const struct law_norm *norm = &one->norm;
        if ((query->verb != NULL && strcmp(query->verb, norm->verb) != 0) ||
            !word_fits(law, query->object, norm->object) ||
            !word_fits(law, query->subject, norm->subject) ||
            !reading_fits(norm->reading, query->reading) ||
            !level_fits(law, query->level, one->levels, one->levels_count)) {
            continue;
        }
        found->items = arena_grow(found->arena, found->items, found->count,
            &found->capacity, sizeof(const struct law_norm *));
        if (holding->applies != NULL) {
            struct corpus_norm *there = arena_take(found->arena, sizeof *there);
            *there = *one;
            there->norm.applies = holding->applies;
            there->norm.least = holding->least;
            there->norm.most = holding->most;
            norm = &there->norm;
        }
        found->items[found->count++] = norm;
    }
}

/* ---- acts and days ----------------------------------------------------- */

size_t law_acts_count(const struct law *law)
{
    return law->acts_count;
}

const struct law_act *law_act_at(const struct law *law, size_t index)
{
    assert(index < law->acts_count);
    return &law->acts[index]->act;
}

size_t law_levels_count(const struct law *law)
{
    return law->levels_count;
}

const struct law_level *law_level_at(const struct law *law, size_t index)
{
    assert(index < law->levels_count);
    return &law->levels[index];
}

size_t law_criteria_count(const struct law *law)
{
    return law->criteria_count;
}

const struct law_criterion *law_criterion_at(
    const struct law *law, size_t index)
{
    assert(index < law->criteria_count);
    return law->criteria[index];
}

void law_bills(const struct law *law, const char *file, struct arena *arena,
    const char *const **bills, size_t *count)
{
    const char **taken = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < map_count(law->articles); i++) {
        const struct corpus_article *article = map_value_at(law->articles, i);
        for (size_t k = 0; k < article->editions_count; k++) {
            const struct corpus_edition *edition = &article->editions[k];
            bool is_new = edition->bill != NULL &&
                (file == NULL || strcmp(file, edition->file) == 0);
            for (size_t j = 0; j < *count && is_new; j++) {
                is_new = strcmp(taken[j], edition->bill) != 0;
            }
            if (is_new) {
                taken = arena_grow(
                    arena, taken, *count, &capacity, sizeof *taken);
                taken[(*count)++] = edition->bill;
            }
        }
    }
    *bills = taken;
}

void law_edition_days(const struct law *law, struct arena *arena,
    const struct date **days, size_t *count)
{
    struct date *taken = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < map_count(law->articles); i++) {
        const struct corpus_article *article = map_value_at(law->articles, i);
        for (size_t k = 0; k < article->editions_count; k++) {
            if (article->editions[k].bill == NULL) {
                taken = arena_grow(
                    arena, taken, *count, &capacity, sizeof *taken);
                taken[(*count)++] = article->editions[k].from;
            }
        }
    }
    if (*count > 0) {
        qsort(taken, *count, sizeof *taken, day_compare);
    }
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        if (kept == 0 || date_compare(taken[kept - 1], taken[i]) != 0) {
            taken[kept++] = taken[i];
        }
    }
    *days = taken;
    *count = kept;
}

static int day_compare(const void *left, const void *right)
{
    const struct date *one = left;
    const struct date *other = right;
    return date_compare(*one, *other);
}

const struct date_calendar *law_calendar(const struct law *law)
{
    return &law->calendar;
}

/* A word, else a verb, else a keyword. */
static const struct lexicon_entry *entry_of(
    const struct law *law, const char *word)
{
    const struct lexicon_entry *entry = NULL;
    for (int table = 0; table < LEXICON_TABLES && entry == NULL; table++) {
        entry = lexicon_find(law->lexicon, (enum lexicon_table)table, word);
    }
    return entry;
}

/* No levels: the norm is seated everywhere. */
static bool level_fits(const struct law *law, const char *level,
    const char *const *levels, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (word_fits(law, level, levels[i])) {
            return true;
        }
    }
    return count == 0 || level == NULL;
}

static bool reading_fits(const char *reading, const char *wanted)
{
    return reading == NULL ||
        strcmp(reading, wanted == NULL ? "text" : wanted) == 0;
}

static bool word_fits(
    const struct law *law, const char *word, const char *wider)
{
    return word == NULL || strcmp(wider, "*") == 0 ||
        law_word_is(law, word, wider);
}
