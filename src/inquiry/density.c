/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Joins measured units to the register and to the levels of the law.
 */
#include "inquiry/density.h"

#include <string.h>

#include "base/map.h"
#include "base/number.h"
#include "inquiry/facts_internal.h"
#include "inquiry/measure.h"

static enum status row_read(const struct csv *csv, const char *const *fields,
    const int *columns, struct density_unit *unit, struct error *error);
static enum status row_refuse(const struct csv *csv, const char *text,
    const char *key, struct error *error);
static const struct territory *top_of(const struct territory *unit);
static bool has_organ(sqlite3_stmt *statement, const char *level);
static void unit_count(struct density_row *row,
    const struct density_unit *unit, int64_t threshold, bool organ);
static struct map *parents_of(const struct density_unit *units, size_t count,
    struct arena *arena);
static bool is_administered(const struct facts *facts, const char *kind);

enum { COLUMN_KATO, COLUMN_POPULATION, COLUMN_AREA, COLUMNS };

enum status density_read(struct bytes csv, struct arena *arena,
    const struct density_unit **units, size_t *count, struct error *error)
{
    static const char *const names[COLUMNS] = {"kato", "population", "area"};
    struct csv *reader = NULL;
    int columns[COLUMNS];
    enum status status = csv_open(csv, arena, &reader, error);
    for (int i = 0; i < COLUMNS && status == STATUS_OK; i++) {
        status = measure_column(reader, names[i], &columns[i], error);
    }
    if (status != STATUS_OK) {
        return status;
    }
    struct density_unit *taken = NULL;
    size_t capacity = 0;
    struct map *seen = map_create(arena);
    const char *const *fields = NULL;
    *count = 0;
    while ((status = csv_next(reader, &fields, error)) == STATUS_OK) {
        taken = arena_grow(arena, taken, *count, &capacity, sizeof *taken);
        status = row_read(reader, fields, columns, &taken[*count], error);
        if (status == STATUS_OK &&
            map_put(seen, fields[columns[COLUMN_KATO]], seen) != NULL) {
            status = row_refuse(reader, fields[columns[COLUMN_KATO]],
                "error.density-twice", error);
        }
        if (status != STATUS_OK) {
            return status;
        }
        (*count)++;
    }
    *units = taken;
    return status == STATUS_MISSING ? STATUS_OK : status;
}

bool density_is_compact(const struct density_unit *unit, int64_t threshold)
{
    return unit->area > 0 &&
        (double)unit->population * MEASURE_ONE >=
        (double)threshold * (double)unit->area;
}

void density_table(const struct facts *facts, const struct density_unit *units,
    size_t count, int64_t threshold, struct arena *arena,
    const struct density_row **rows, size_t *rows_count)
{
    struct density_row *taken = NULL;
    size_t capacity = 0;
    struct density_row country = {0};
    struct map *numbers = map_create(arena); /* code -> its number */
    *rows_count = 0;
    for (size_t i = 0; i < territory_count(); i++) {
        const struct territory *unit = territory_at(i);
        const struct territory *top = top_of(unit);
        size_t *number = map_get(numbers, top->code);
        if (number == NULL) {
            taken = arena_grow(
                arena, taken, *rows_count, &capacity, sizeof *taken);
            taken[*rows_count] = (struct density_row){.unit = top};
            number = arena_take(arena, sizeof *number);
            *number = (*rows_count)++;
            (void)map_put(numbers, top->code, number);
        }
        bool is_counted = is_administered(facts, unit->kind);
        taken[*number].registered += is_counted ? 1 : 0;
        country.registered += is_counted ? 1 : 0;
    }
    struct map *parents = parents_of(units, count, arena);
    sqlite3_stmt *organs = facts_prepare(facts,
        "SELECT 1 FROM formed f JOIN elected_organ e ON e.organ = f.organ"
        " JOIN has_class c ON c.organ = f.organ AND c.class = 'lsg-organ'"
        " WHERE f.part = ?1 LIMIT 1");
    for (size_t i = 0; i < count; i++) {
        if (map_get(parents, units[i].unit->code) != NULL) {
            continue;
        }
        bool organ = has_organ(organs, units[i].unit->kind);
        const size_t *number =
            map_get(numbers, top_of(units[i].unit)->code);
        unit_count(&taken[*number], &units[i], threshold, organ);
        unit_count(&country, &units[i], threshold, organ);
    }
    (void)sqlite3_finalize(organs);
    taken = arena_grow(arena, taken, *rows_count, &capacity, sizeof *taken);
    taken[(*rows_count)++] = country;
    *rows = taken;
}

static enum status row_read(const struct csv *csv, const char *const *fields,
    const int *columns, struct density_unit *unit, struct error *error)
{
    const char *code = fields[columns[COLUMN_KATO]];
    *unit = (struct density_unit){.unit = territory_find(code), .area = -1};
    if (unit->unit == NULL) {
        return row_refuse(csv, code, "error.density-kato", error);
    }
    if (!number_parse(fields[columns[COLUMN_POPULATION]],
            &unit->population) ||
        unit->population < 0) {
        return row_refuse(csv, fields[columns[COLUMN_POPULATION]],
            "error.density-population", error);
    }
    return *fields[columns[COLUMN_AREA]] == '\0'
        ? STATUS_OK
        : measure_field(
              csv, fields, columns[COLUMN_AREA], &unit->area, error);
}

static enum status row_refuse(const struct csv *csv, const char *text,
    const char *key, struct error *error)
{
    (void)error_set(error, STATUS_INVALID, key);
    (void)message_number(&error->message, "line", (int64_t)csv_line(csv));
    (void)message_text(&error->message, "text", text);
    return STATUS_INVALID;
}

static const struct territory *top_of(const struct territory *unit)
{
    const struct territory *above = territory_parent(unit);
    while (above != NULL) {
        unit = above;
        above = territory_parent(unit);
    }
    return unit;
}

static bool has_organ(sqlite3_stmt *statement, const char *level)
{
    (void)sqlite3_bind_text(statement, 1, level, -1, SQLITE_TRANSIENT);
    bool has = facts_step(statement);
    (void)sqlite3_reset(statement);
    return has;
}

static void unit_count(struct density_row *row,
    const struct density_unit *unit, int64_t threshold, bool organ)
{
    bool compact = density_is_compact(unit, threshold);
    row->measured += unit->area > 0 ? 1 : 0;
    row->compact += compact ? 1 : 0;
    row->population += unit->population;
    row->compact_population += compact ? unit->population : 0;
    row->organ_population += organ ? unit->population : 0;
}

/* The codes of all units in which another measured one lies. */
static struct map *parents_of(const struct density_unit *units, size_t count,
    struct arena *arena)
{
    struct map *parents = map_create(arena);
    for (size_t i = 0; i < count; i++) {
        const struct territory *above = territory_parent(units[i].unit);
        while (above != NULL) {
            (void)map_put(parents, above->code, parents);
            above = territory_parent(above);
        }
    }
    return parents;
}

/* Levels that the law declares; a place that is only a locality is none. */
static bool is_administered(const struct facts *facts, const char *kind)
{
    const struct law *law = facts_law(facts);
    for (size_t i = 0; i < law_levels_count(law); i++) {
        if (strcmp(law_level_at(law, i)->id, kind) == 0) {
            return true;
        }
    }
    return false;
}
