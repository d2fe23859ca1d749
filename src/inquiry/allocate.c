/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Non-dominated levels, then the weighted sum of what is lost to the best.
 */
#include "inquiry/allocate.h"

#include <stdlib.h>
#include <string.h>

#include "inquiry/facts_internal.h"
#include "inquiry/measure.h"

/* What a row is ordered by. */
struct ranked {
    struct allocate_row row;
    size_t matter; /* in the order of first rows */
    int tier;      /* 0 lower … 2 upper */
    size_t at;     /* in the CSV */
};

/* The least and the most of one measure among the levels not beaten. */
struct range {
    int64_t least;
    int64_t most;
};

static enum status row_read(struct csv *csv, const char *const *fields,
    const int *columns, struct arena *arena,
    struct allocate_measure *measure, struct error *error);
static bool beats(const struct allocate_measure *one,
    const struct allocate_measure *other);
static void score_matter(struct ranked *ranked, size_t count, size_t first,
    const struct allocate_weights *weights);
static struct range range_of(const struct ranked *ranked, size_t count,
    const char *matter, int64_t (*value)(const struct allocate_measure *));
static int64_t days_of(const struct allocate_measure *measure);
static int64_t cost_of(const struct allocate_measure *measure);
static int64_t use_of(const struct allocate_measure *measure);
static double lost(struct range range, int64_t value, bool more_is_better);
static int tier_of(const struct law *law, const char *level);
static bool can_bind(const struct facts *facts, const char *level);
static int ranked_compare(const void *left, const void *right);

enum { COLUMN_MATTER, COLUMN_LEVEL, COLUMN_DAYS, COLUMN_COST, COLUMN_USE,
    COLUMN_POPULATION, COLUMNS };

enum status allocate_read(struct bytes csv, struct arena *arena,
    const struct allocate_measure **measures, size_t *count,
    struct error *error)
{
    static const char *const names[COLUMNS] = {
        "matter", "level", "days", "cost", "use", "population"};
    struct csv *reader = NULL;
    int columns[COLUMNS];
    enum status status = csv_open(csv, arena, &reader, error);
    for (int i = 0; i < COLUMN_POPULATION && status == STATUS_OK; i++) {
        status = measure_column(reader, names[i], &columns[i], error);
    }
    if (status != STATUS_OK) {
        return status;
    }
    columns[COLUMN_POPULATION] =
        csv_column(reader, names[COLUMN_POPULATION]);
    struct allocate_measure *taken = NULL;
    size_t capacity = 0;
    const char *const *fields = NULL;
    *count = 0;
    while ((status = csv_next(reader, &fields, error)) == STATUS_OK) {
        taken = arena_grow(arena, taken, *count, &capacity, sizeof *taken);
        status = row_read(
            reader, fields, columns, arena, &taken[*count], error);
        if (status != STATUS_OK) {
            return status;
        }
        (*count)++;
    }
    *measures = taken;
    return status == STATUS_MISSING ? STATUS_OK : status;
}

void allocate_rank(const struct facts *facts,
    const struct allocate_measure *measures, size_t count,
    const struct allocate_weights *weights, struct arena *arena,
    const struct allocate_row **rows)
{
    struct ranked *ranked = arena_take_array(arena, count, sizeof *ranked);
    for (size_t i = 0; i < count; i++) {
        struct ranked *one = &ranked[i];
        one->row.measure = &measures[i];
        one->row.needs_organ = !can_bind(facts, measures[i].level);
        one->at = i;
        one->tier = tier_of(facts_law(facts), measures[i].level);
        one->matter = i;
        for (size_t k = count; k > 0; k--) {
            if (strcmp(measures[k - 1].matter, measures[i].matter) == 0) {
                one->matter = k - 1;
                if (beats(&measures[k - 1], &measures[i])) {
                    one->row.beaten_by = &measures[k - 1];
                }
            }
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (ranked[i].matter == i) {
            score_matter(ranked, count, i, weights);
        }
    }
    if (count > 0) {
        qsort(ranked, count, sizeof *ranked, ranked_compare);
    }
    struct allocate_row *taken = arena_take_array(arena, count, sizeof *taken);
    unsigned place = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_first = i == 0 || ranked[i].matter != ranked[i - 1].matter;
        place = is_first ? 1 : place + 1;
        taken[i] = ranked[i].row;
        taken[i].place = taken[i].beaten_by == NULL ? place : 0;
    }
    *rows = taken;
}

static enum status row_read(struct csv *csv, const char *const *fields,
    const int *columns, struct arena *arena,
    struct allocate_measure *measure, struct error *error)
{
    *measure = (struct allocate_measure){
        .matter = arena_text(arena, fields[columns[COLUMN_MATTER]]),
        .level = arena_text(arena, fields[columns[COLUMN_LEVEL]]),
        .population = -1,
    };
    int64_t *const values[] = {&measure->days, &measure->cost, &measure->use};
    enum status status = STATUS_OK;
    for (int i = 0; i < 3 && status == STATUS_OK; i++) {
        status = measure_field(
            csv, fields, columns[COLUMN_DAYS + i], values[i], error);
    }
    if (status == STATUS_OK && columns[COLUMN_POPULATION] >= 0) {
        status = measure_field(csv, fields, columns[COLUMN_POPULATION],
            &measure->population, error);
    }
    return status;
}

/* As good in all three, better in one. */
static bool beats(const struct allocate_measure *one,
    const struct allocate_measure *other)
{
    return one->days <= other->days && one->cost <= other->cost &&
        one->use >= other->use &&
        (one->days < other->days || one->cost < other->cost ||
            one->use > other->use);
}

static void score_matter(struct ranked *ranked, size_t count, size_t first,
    const struct allocate_weights *weights)
{
    const char *matter = ranked[first].row.measure->matter;
    struct range days = range_of(ranked, count, matter, days_of);
    struct range cost = range_of(ranked, count, matter, cost_of);
    struct range use = range_of(ranked, count, matter, use_of);
    double by_days = (double)weights->days;
    double by_cost = (double)weights->cost;
    double by_use = (double)weights->use;
    double all = by_days + by_cost + by_use;
    if (!(all > 0)) {
        by_days = by_cost = by_use = 1;
        all = 3;
    }
    for (size_t i = 0; i < count; i++) {
        struct allocate_row *row = &ranked[i].row;
        if (strcmp(row->measure->matter, matter) == 0 &&
            row->beaten_by == NULL) {
            double score = by_days * lost(days, row->measure->days, false) +
                by_cost * lost(cost, row->measure->cost, false) +
                by_use * lost(use, row->measure->use, true);
            row->score = (int64_t)(score / all * MEASURE_ONE + 0.5);
        }
    }
}

static struct range range_of(const struct ranked *ranked, size_t count,
    const char *matter, int64_t (*value)(const struct allocate_measure *))
{
    struct range range = {INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < count; i++) {
        const struct allocate_row *row = &ranked[i].row;
        if (row->beaten_by != NULL ||
            strcmp(row->measure->matter, matter) != 0) {
            continue;
        }
        int64_t one = value(row->measure);
        range.least = one < range.least ? one : range.least;
        range.most = one > range.most ? one : range.most;
    }
    return range;
}

static int64_t days_of(const struct allocate_measure *measure)
{
    return measure->days;
}

static int64_t cost_of(const struct allocate_measure *measure)
{
    return measure->cost;
}

static int64_t use_of(const struct allocate_measure *measure)
{
    return measure->use;
}

/* 0 at the best, 1 at the worst of those that were measured. */
static double lost(struct range range, int64_t value, bool more_is_better)
{
    if (range.least >= range.most) {
        return 0;
    }
    int64_t from_best =
        more_is_better ? range.most - value : value - range.least;
    return (double)from_best / (double)(range.most - range.least);
}

static int tier_of(const struct law *law, const char *level)
{
    static const char *const tiers[] = {"lower", "middle", "upper"};
    for (size_t i = 0; i < law_levels_count(law); i++) {
        const struct law_level *declared = law_level_at(law, i);
        for (int tier = 0; strcmp(declared->id, level) == 0 && tier < 3;
             tier++) {
            if (strcmp(tiers[tier], declared->tier) == 0) {
                return tier;
            }
        }
    }
    return 3;
}

/* An organ that stands at the level has a norm that binds. */
static bool can_bind(const struct facts *facts, const char *level)
{
    sqlite3_stmt *statement = facts_prepare(facts,
        "SELECT 1 FROM live n JOIN word w ON w.word = n.subject"
        " AND w.kind = 'organ'"
        " WHERE n.effect = 'binding' AND n.verb <> 'sets-order-of' AND ("
        "  EXISTS (SELECT 1 FROM seat s LEFT JOIN covers c"
        "   ON c.level = s.level"
        "   WHERE s.norm = n.id AND ?1 IN (s.level, c.part))"
        "  OR EXISTS (SELECT 1 FROM formed f JOIN is_a i"
        "   ON i.word = f.organ AND i.wider = n.subject"
        "   WHERE f.part = ?1)) LIMIT 1");
    (void)sqlite3_bind_text(statement, 1, level, -1, SQLITE_TRANSIENT);
    bool can = facts_step(statement);
    (void)sqlite3_finalize(statement);
    return can;
}

/* Of one score the smaller community: by its people, else by its tier. */
static int ranked_compare(const void *left, const void *right)
{
    const struct ranked *one = left;
    const struct ranked *other = right;
    if (one->matter != other->matter) {
        return one->matter < other->matter ? -1 : 1;
    }
    bool is_beaten = one->row.beaten_by != NULL;
    if (is_beaten != (other->row.beaten_by != NULL)) {
        return is_beaten ? 1 : -1;
    }
    if (one->row.score != other->row.score) {
        return one->row.score < other->row.score ? -1 : 1;
    }
    int64_t a = one->row.measure->population;
    int64_t b = other->row.measure->population;
    if (a >= 0 && b >= 0 && a != b) {
        return a < b ? -1 : 1;
    }
    if (one->tier != other->tier) {
        return one->tier < other->tier ? -1 : 1;
    }
    return one->at < other->at ? -1 : 1;
}
