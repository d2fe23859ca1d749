/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Reading the register of residents.
 */
#include "base/keys.h"
#include "store/store_internal.h"

/* The exclusions of the residents that a walk passes, read beside them. */
struct exclusions {
    struct store_reader *reader;
    sqlite3_stmt *statement;
    bool has_row;
    struct buffer reasons[RESIDENT_EXCLUSIONS_MAX];
};

static struct resident resident_columns(sqlite3_stmt *statement);
static void resident_keep(struct resident *resident, struct arena *arena);
static enum status exclusions_load(struct store_reader *reader,
    struct arena *arena, struct resident *resident, struct error *error);
static enum status exclusions_match(struct exclusions *exclusions,
    struct resident *resident, struct error *error);
static enum status residents_find(struct store_reader *reader,
    const char *search, size_t offset, size_t limit, struct arena *arena,
    struct resident **residents, size_t *count, size_t *total,
    struct error *error);
static enum status residents_read(struct store_reader *reader,
    sqlite3_stmt *statement, struct arena *arena, struct resident **residents,
    size_t *count, struct error *error);
static enum status walk(struct store_reader *reader, sqlite3_stmt *statement,
    struct exclusions *exclusions, store_resident_visit *visit, void *context,
    struct error *error);

/* ---- one and some ------------------------------------------------------ */

enum status store_resident(struct store_reader *reader, int64_t id,
    struct arena *arena, struct resident *resident, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    struct resident *found = NULL;
    size_t count = 0;
    enum status status =
        store_start(reader, STORE_RESIDENT, &statement, error);
    if (status == STATUS_OK) {
        store_bind_integer(statement, "$1", id);
        status =
            residents_read(reader, statement, arena, &found, &count, error);
    }
    if (status == STATUS_OK && count == 0) {
        error_set(error, STATUS_MISSING, "error.store-no-resident");
        message_number(&error->message, "number", id);
        status = STATUS_MISSING;
    }
    if (status == STATUS_OK) {
        *resident = found[0];
    }
    return status;
}

enum status store_residents(struct store_reader *reader, const char *search,
    size_t offset, size_t limit, struct arena *arena,
    struct resident **residents, size_t *count, size_t *total,
    struct error *error)
{
    struct buffer meant = BUFFER_EMPTY;
    enum status status = residents_find(reader, search, offset, limit, arena,
        residents, count, total, error);
    if (status == STATUS_OK && *total == 0 && search != NULL &&
        keys_cyrillic(search, &meant)) {
        status = residents_find(reader, buffer_text(&meant), offset, limit,
            arena, residents, count, total, error);
    }
    buffer_finish(&meant);
    return status;
}

static enum status residents_find(struct store_reader *reader,
    const char *search, size_t offset, size_t limit, struct arena *arena,
    struct resident **residents, size_t *count, size_t *total,
    struct error *error)
{
    sqlite3_stmt *statement = NULL;
    struct store_search words;
    int64_t all = 0;
    enum status status = store_snapshot(reader, error);
    if (status != STATUS_OK) {
        return status;
    }
    store_search_start(&words, search);
    status = store_start(reader, STORE_RESIDENTS_COUNT, &statement, error);
    if (status == STATUS_OK) {
        store_search_bind(&words, statement);
        status = store_integer(reader, statement, 0, &all, error);
    }
    if (status == STATUS_OK) {
        status = store_start(reader, STORE_RESIDENTS, &statement, error);
    }
    if (status == STATUS_OK) {
        store_search_bind(&words, statement);
        store_bind_page(statement, offset, words.too_long ? 0 : limit);
        status = residents_read(
            reader, statement, arena, residents, count, error);
    }
    if (status == STATUS_OK) {
        *total = words.too_long ? 0 : (size_t)all;
    }
    store_search_finish(&words);
    store_snapshot_end(reader);
    return status;
}

static enum status residents_read(struct store_reader *reader,
    sqlite3_stmt *statement, struct arena *arena, struct resident **residents,
    size_t *count, struct error *error)
{
    struct resident *list = NULL;
    size_t listed = 0;
    size_t capacity = 0;
    enum status status = STATUS_OK;
    for (bool found = true; found;) {
        status = store_row(reader, statement, &found, error);
        if (status != STATUS_OK || !found) {
            break;
        }
        list = arena_grow(arena, list, listed, &capacity, sizeof *list);
        struct resident *resident = &list[listed++];
        *resident = resident_columns(statement);
        resident_keep(resident, arena);
        status = exclusions_load(reader, arena, resident, error);
        if (status != STATUS_OK) {
            break;
        }
    }
    store_end(statement);
    if (status == STATUS_OK) {
        *residents = list;
        *count = listed;
    }
    return status;
}

/* Texts borrowed of the row. */
static struct resident resident_columns(sqlite3_stmt *statement)
{
    return (struct resident){
        .id = sqlite3_column_int64(statement, 0),
        .number = store_column(statement, 1),
        .surname = store_column(statement, 2),
        .name = store_column(statement, 3),
        .patronymic = store_column(statement, 4),
        .birth = store_column_date(statement, 5),
        .kato = store_column(statement, 6),
        .street = store_column(statement, 7),
        .house = store_column(statement, 8),
        .from = store_column_date(statement, 9),
        .until = store_column_date(statement, 10),
        .citizen = sqlite3_column_int(statement, 11) != 0,
    };
}

static void resident_keep(struct resident *resident, struct arena *arena)
{
    if (resident->number != NULL) {
        resident->number = arena_text(arena, resident->number);
    }
    resident->surname = arena_text(arena, resident->surname);
    resident->name = arena_text(arena, resident->name);
    resident->patronymic = arena_text(arena, resident->patronymic);
    resident->kato = arena_text(arena, resident->kato);
    resident->street = arena_text(arena, resident->street);
    resident->house = arena_text(arena, resident->house);
}

static enum status exclusions_load(struct store_reader *reader,
    struct arena *arena, struct resident *resident, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_EXCLUSIONS, &statement, error);
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_integer(statement, "$1", resident->id);
    while (resident->exclusions_count < RESIDENT_EXCLUSIONS_MAX) {
        bool found = false;
        status = store_row(reader, statement, &found, error);
        if (status != STATUS_OK || !found) {
            break;
        }
        resident->exclusions[resident->exclusions_count++] =
            (struct resident_exclusion){
                .reason = store_column_text(statement, 1, arena),
                .from = store_column_date(statement, 2),
                .until = store_column_date(statement, 3),
            };
    }
    store_end(statement);
    return status;
}

/* ---- all --------------------------------------------------------------- */

enum status store_walk(struct store_reader *reader, struct date day,
    store_resident_visit *visit, void *context, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    struct exclusions exclusions = {.reader = reader, .has_row = true};
    char text[DATE_TEXT_MAX];
    enum status status = store_snapshot(reader, error);
    if (status != STATUS_OK) {
        return status;
    }
    status = store_start(reader, STORE_RESIDENTS_ON, &statement, error);
    if (status == STATUS_OK) {
        store_bind_date(statement, "$1", day, text);
        status = store_start(
            reader, STORE_EXCLUSIONS_ALL, &exclusions.statement, error);
    }
    if (status == STATUS_OK) {
        status = store_row(
            reader, exclusions.statement, &exclusions.has_row, error);
    }
    if (status == STATUS_OK) {
        status = walk(reader, statement, &exclusions, visit, context, error);
    }
    store_end(statement);
    store_end(exclusions.statement);
    for (size_t i = 0; i < RESIDENT_EXCLUSIONS_MAX; i++) {
        buffer_finish(&exclusions.reasons[i]);
    }
    store_snapshot_end(reader);
    return status;
}

static enum status walk(struct store_reader *reader, sqlite3_stmt *statement,
    struct exclusions *exclusions, store_resident_visit *visit, void *context,
    struct error *error)
{
    for (;;) {
        bool found = false;
        enum status status = store_row(reader, statement, &found, error);
        if (status != STATUS_OK || !found) {
            return status;
        }
        struct resident resident = resident_columns(statement);
        status = exclusions_match(exclusions, &resident, error);
        if (status != STATUS_OK || !visit(context, &resident)) {
            return status;
        }
    }
}

/* Both go up by the number of the resident. */
static enum status exclusions_match(struct exclusions *exclusions,
    struct resident *resident, struct error *error)
{
    sqlite3_stmt *statement = exclusions->statement;
    while (exclusions->has_row &&
           sqlite3_column_int64(statement, 0) <= resident->id) {
        size_t count = resident->exclusions_count;
        if (sqlite3_column_int64(statement, 0) == resident->id &&
            count < RESIDENT_EXCLUSIONS_MAX) {
            struct buffer *reason = &exclusions->reasons[count];
            buffer_clear(reason);
            buffer_add_text(reason, store_column(statement, 1));
            resident->exclusions[count] = (struct resident_exclusion){
                .reason = buffer_text(reason),
                .from = store_column_date(statement, 2),
                .until = store_column_date(statement, 3),
            };
            resident->exclusions_count++;
        }
        enum status status = store_row(exclusions->reader, statement,
            &exclusions->has_row, error);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}
