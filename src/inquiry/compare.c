/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Norms of several days held against each other.  A norm is the same where
 * its act, its words, its clauses and the populations that it holds for are:
 * what two editions say of all units between them is one norm.
 */
#include "inquiry/compare.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"

/* The norms of a day, and the facts that they are. */
struct edition {
    const struct law_norm *const *norms;
    const char *const *said; /* the fact of each */
    size_t count;
    struct map *facts; /* a fact -> the number of its last norm */
};

/* A sentence said of some populations. */
struct part {
    const struct law_norm *norm;
    const struct part *next;
};

/* The changes while they are gathered. */
struct gathering {
    struct arena *arena;
    const struct compare_scope *scope;
    struct compare_change *changes;
    size_t count;
    size_t capacity;
};

/* What happened, while it is gathered. */
struct timeline {
    struct arena *arena;
    struct compare_event *events;
    size_t count;
    size_t capacity;
};

static struct edition edition_of(const struct law *law, struct date day,
    const char *reading, struct arena *arena);
static struct edition edition_make(const struct law_norm *const *norms,
    size_t count, struct arena *arena);
static const char *sentence_of(
    const struct law_norm *norm, struct arena *arena);
static const char *fact_of(const struct law_norm *norm,
    const struct map *parts, struct arena *arena);
static bool is_whole(const struct part *parts);
static void changes_take(struct gathering *gathering,
    const struct edition *before, const struct edition *after);
static void missing_take(struct gathering *gathering,
    const struct edition *edition, const struct edition *other, bool is_new);
static bool is_in_scope(
    const struct law_norm *norm, const struct compare_scope *scope);
static struct edition about_of(const struct law *law,
    const struct edition *edition, const char *word, struct arena *arena);
static void event_add(
    struct timeline *timeline, const struct compare_event *event);
static void acts_take(
    struct timeline *timeline, const struct law *law, const char *act);
static void day_take(struct timeline *timeline, const struct law *law,
    struct date day, const struct gathering *changes);
static bool is_in_place(const struct law_norm *norm, const char *place);
static const struct law_norm *const *at_place(const struct edition *edition,
    const struct law_norm *norm, struct arena *arena, size_t *count);
static int span_compare(const void *left, const void *right);
static int event_compare(const void *left, const void *right);

void compare_days(const struct facts *before, const struct facts *after,
    const struct compare_scope *scope, struct arena *arena,
    const struct compare_change **changes, size_t *count)
{
    const struct facts *both[] = {before, after};
    struct edition editions[2];
    for (size_t i = 0; i < 2; i++) {
        size_t norms_count = facts_count(both[i]);
        const struct law_norm **norms = arena_take_array(
            arena, norms_count, sizeof(const struct law_norm *));
        for (size_t id = 1; id <= norms_count; id++) {
            norms[id - 1] = facts_norm(both[i], id);
        }
        editions[i] = edition_make(norms, norms_count, arena);
    }
    struct gathering gathering = {.arena = arena, .scope = scope};
    changes_take(&gathering, &editions[0], &editions[1]);
    *changes = gathering.changes;
    *count = gathering.count;
}

void compare_matrix(const struct law *law, const char *word,
    const char *reading, struct arena *arena,
    const struct compare_span **spans, size_t *count)
{
    const struct date *days = NULL;
    size_t days_count = 0;
    law_edition_days(law, arena, &days, &days_count);
    static const struct compare_scope everything = {0};
    struct edition before = edition_make(NULL, 0, arena);
    struct compare_span *taken = NULL;
    size_t capacity = 0;
    struct map *open = map_create(arena); /* fact -> its span's number + 1 */
    *count = 0;
    for (size_t i = 0; i < days_count; i++) {
        struct edition all = edition_of(law, days[i], reading, arena);
        struct edition after = about_of(law, &all, word, arena);
        struct gathering gathering = {.arena = arena, .scope = &everything};
        changes_take(&gathering, &before, &after);
        for (size_t k = 0; k < gathering.count; k++) {
            const struct compare_change *change = &gathering.changes[k];
            if (change->is_new) {
                taken =
                    arena_grow(arena, taken, *count, &capacity, sizeof *taken);
                taken[*count] = (struct compare_span){
                    .norm = change->norm, .from = days[i]};
                size_t *number = arena_take(arena, sizeof *number);
                *number = (*count)++;
                (void)map_put(open, change->fact, number);
            } else {
                const size_t *number = map_get(open, change->fact);
                taken[*number].until = date_add_days(days[i], -1);
            }
        }
        before = after;
    }
    if (*count > 0) {
        qsort(taken, *count, sizeof *taken, span_compare);
    }
    *spans = taken;
}

void compare_timeline(const struct law *law, const char *act,
    const char *reading, struct arena *arena,
    const struct compare_event **events, size_t *count)
{
    struct timeline timeline = {.arena = arena};
    acts_take(&timeline, law, act);
    const struct date *days = NULL;
    size_t days_count = 0;
    law_edition_days(law, arena, &days, &days_count);
    const struct compare_scope scope = {.act = act};
    struct edition before = edition_make(NULL, 0, arena);
    for (size_t i = 0; i < days_count; i++) {
        struct edition after = edition_of(law, days[i], reading, arena);
        struct gathering gathering = {.arena = arena, .scope = &scope};
        changes_take(&gathering, &before, &after);
        day_take(&timeline, law, days[i], &gathering);
        before = after;
    }
    if (timeline.count > 0) {
        qsort(timeline.events, timeline.count, sizeof *timeline.events,
            event_compare);
    }
    *events = timeline.events;
    *count = timeline.count;
}

void compare_discrepancies(const struct law *law, struct arena *arena,
    const struct compare_discrepancy **items, size_t *count)
{
    const struct date *days = NULL;
    size_t days_count = 0;
    law_edition_days(law, arena, &days, &days_count);
    struct map *seen = map_create(arena);
    struct compare_discrepancy *taken = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < days_count; i++) {
        struct edition article = edition_of(law, days[i], "article", arena);
        struct edition text = edition_of(law, days[i], "text", arena);
        for (size_t k = 0; k < article.count; k++) {
            const struct law_norm *norm = article.norms[k];
            char day[DATE_TEXT_MAX];
            date_write(norm->citation.edition, day);
            if (norm->reading == NULL ||
                map_put(seen,
                    arena_format(arena, "%s %s", norm->citation.place, day),
                    seen) != NULL) {
                continue;
            }
            struct compare_discrepancy found = {
                .place = norm->citation.place,
                .from = norm->citation.edition,
            };
            found.article =
                at_place(&article, norm, arena, &found.article_count);
            found.text = at_place(&text, norm, arena, &found.text_count);
            taken = arena_grow(arena, taken, *count, &capacity, sizeof *taken);
            taken[(*count)++] = found;
        }
    }
    *items = taken;
}

/* The place itself, or what one reading has within it: point 1 of the one may
   be 1.1 to 1.7 of the other. */
static bool is_in_place(const struct law_norm *norm, const char *place)
{
    size_t length = strlen(place);
    const char *own = norm->citation.place;
    return strncmp(own, place, length) == 0 &&
        (own[length] == '\0' ||
            (own[length] == '.' && norm->reading != NULL));
}

/* The norms of one place in one edition. */
static const struct law_norm *const *at_place(const struct edition *edition,
    const struct law_norm *norm, struct arena *arena, size_t *count)
{
    const struct law_norm **norms = arena_take_array(
        arena, edition->count, sizeof(const struct law_norm *));
    *count = 0;
    for (size_t i = 0; i < edition->count; i++) {
        const struct law_citation *citation = &edition->norms[i]->citation;
        if (is_in_place(edition->norms[i], norm->citation.place) &&
            date_compare(citation->edition, norm->citation.edition) == 0) {
            norms[(*count)++] = edition->norms[i];
        }
    }
    return norms;
}

static struct edition edition_of(const struct law *law, struct date day,
    const char *reading, struct arena *arena)
{
    const struct law_query query = {
        .day = day, .reading = reading, .population = -1};
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    law_norms(law, &query, arena, &norms, &count);
    return edition_make(norms, count, arena);
}

static struct edition edition_make(const struct law_norm *const *norms,
    size_t count, struct arena *arena)
{
    const char **said = arena_take_array(arena, count, sizeof(const char *));
    struct edition edition = {norms, said, count, map_create(arena)};
    struct map *parts = map_create(arena); /* sentence -> last of its parts */
    for (size_t i = 0; i < count; i++) {
        if (norms[i]->applies != NULL) {
            struct part *part = arena_take(arena, sizeof *part);
            part->norm = norms[i];
            part->next =
                map_put(parts, sentence_of(norms[i], arena), part);
        }
    }
    for (size_t i = 0; i < count; i++) {
        size_t *number = arena_take(arena, sizeof *number);
        *number = i;
        said[i] = fact_of(norms[i], parts, arena);
        (void)map_put(edition.facts, said[i], number);
    }
    return edition;
}

/* The act is in it: what another act says is another fact. */
static const char *sentence_of(
    const struct law_norm *norm, struct arena *arena)
{
    return arena_format(arena, "%s|%s|%s|%s|%s", norm->citation.act,
        norm->subject, norm->verb, norm->object, norm->clauses);
}

static const char *fact_of(const struct law_norm *norm,
    const struct map *parts, struct arena *arena)
{
    const char *sentence = sentence_of(norm, arena);
    return norm->applies == NULL || is_whole(map_get(parts, sentence))
        ? sentence
        : arena_format(arena, "%s|%s", sentence, norm->applies);
}

/* True where the parts come to all populations. */
static bool is_whole(const struct part *parts)
{
    int64_t met = -1; /* all up to here are */
    bool grows = true;
    while (grows && met < INT64_MAX) {
        grows = false;
        for (const struct part *at = parts; at != NULL; at = at->next) {
            if (met < INT64_MAX && at->norm->least <= met + 1 &&
                at->norm->most > met) {
                met = at->norm->most;
                grows = true;
            }
        }
    }
    return met == INT64_MAX;
}

/* What is gone comes first. */
static void changes_take(struct gathering *gathering,
    const struct edition *before, const struct edition *after)
{
    missing_take(gathering, before, after, false);
    missing_take(gathering, after, before, true);
}

static void missing_take(struct gathering *gathering,
    const struct edition *edition, const struct edition *other, bool is_new)
{
    for (size_t i = 0; i < edition->count; i++) {
        const struct law_norm *norm = edition->norms[i];
        const char *fact = edition->said[i];
        const size_t *number = map_get(edition->facts, fact);
        if (map_get(other->facts, fact) != NULL || *number != i ||
            !is_in_scope(norm, gathering->scope)) {
            continue;
        }
        gathering->changes = arena_grow(gathering->arena, gathering->changes,
            gathering->count, &gathering->capacity,
            sizeof *gathering->changes);
        gathering->changes[gathering->count++] =
            (struct compare_change){is_new, norm, fact};
    }
}

static bool is_in_scope(
    const struct law_norm *norm, const struct compare_scope *scope)
{
    return (scope->act == NULL ||
               strcmp(scope->act, norm->citation.act) == 0) &&
        (scope->article == NULL ||
            strcmp(scope->article, norm->citation.article) == 0) &&
        (scope->word == NULL || strcmp(scope->word, norm->subject) == 0 ||
            strcmp(scope->word, norm->object) == 0);
}

/* The norms about a word: of it, of a wider one, or on it. */
static struct edition about_of(const struct law *law,
    const struct edition *edition, const char *word, struct arena *arena)
{
    const struct law_norm **norms = arena_take_array(
        arena, edition->count, sizeof(const struct law_norm *));
    size_t count = 0;
    for (size_t i = 0; i < edition->count; i++) {
        const struct law_norm *norm = edition->norms[i];
        if (law_word_is(law, word, norm->subject) ||
            strcmp(word, norm->object) == 0) {
            norms[count++] = norm;
        }
    }
    return edition_make(norms, count, arena);
}

static void event_add(
    struct timeline *timeline, const struct compare_event *event)
{
    timeline->events = arena_grow(timeline->arena, timeline->events,
        timeline->count, &timeline->capacity, sizeof *timeline->events);
    timeline->events[timeline->count++] = *event;
}

static void acts_take(
    struct timeline *timeline, const struct law *law, const char *act)
{
    for (size_t i = 0; i < law_acts_count(law); i++) {
        const struct law_act *known = law_act_at(law, i);
        if (known->local || (act != NULL && strcmp(act, known->id) != 0)) {
            continue;
        }
        event_add(timeline, &(struct compare_event){
            .day = known->adopted,
            .happening = COMPARE_ADOPTED,
            .act = known,
        });
        if (date_is_set(known->status_from)) {
            event_add(timeline, &(struct compare_event){
                .day = known->status_from,
                .happening = COMPARE_STATUS,
                .act = known,
            });
        }
    }
}

static void day_take(struct timeline *timeline, const struct law *law,
    struct date day, const struct gathering *changes)
{
    for (size_t i = 0; i < law_acts_count(law); i++) {
        struct compare_event event = {
            .day = day,
            .happening = COMPARE_CHANGED,
            .act = law_act_at(law, i),
        };
        for (size_t k = 0; k < changes->count; k++) {
            const struct compare_change *change = &changes->changes[k];
            if (strcmp(change->norm->citation.act, event.act->id) == 0) {
                event.come += change->is_new ? 1 : 0;
                event.gone += change->is_new ? 0 : 1;
            }
        }
        if (event.come + event.gone > 0) {
            event_add(timeline, &event);
        }
    }
}

static int span_compare(const void *left, const void *right)
{
    const struct compare_span *one = left;
    const struct compare_span *other = right;
    int order = date_compare(one->from, other->from);
    return order != 0
        ? order
        : strcmp(one->norm->citation.place, other->norm->citation.place);
}

static int event_compare(const void *left, const void *right)
{
    const struct compare_event *one = left;
    const struct compare_event *other = right;
    int order = date_compare(one->day, other->day);
    if (order == 0) {
        order = strcmp(one->act->id, other->act->id);
    }
    return order != 0 ? order
                      : (int)one->happening - (int)other->happening;
}
