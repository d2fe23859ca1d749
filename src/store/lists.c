/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Lists of sittings and decisions, from the derived tables.
 */
#include "store/store_internal.h"

static void sitting_read(sqlite3_stmt *statement, struct arena *arena,
    struct store_sitting *sitting);
static void decision_read(sqlite3_stmt *statement, struct arena *arena,
    struct store_decision *decision);
static enum status sittings_read(struct store_reader *reader,
    sqlite3_stmt *statement, struct arena *arena,
    struct store_sitting **sittings, size_t *count, struct error *error);
static enum status decisions_read(struct store_reader *reader,
    sqlite3_stmt *statement, struct arena *arena,
    struct store_decision **decisions, size_t *count, struct error *error);

/* ---- sittings ---------------------------------------------------------- */

enum status store_sittings(struct store_reader *reader, const char *procedure,
    size_t offset, size_t limit, struct arena *arena,
    struct store_sitting **sittings, size_t *count, size_t *total,
    struct error *error)
{
    const char *wanted = procedure != NULL ? procedure : "";
    sqlite3_stmt *statement = NULL;
    int64_t all = 0;
    enum status status = store_snapshot(reader, error);
    if (status != STATUS_OK) {
        return status;
    }
    status = store_start(reader, STORE_SITTINGS_COUNT, &statement, error);
    if (status == STATUS_OK) {
        store_bind_text(statement, "$1", wanted);
        status = store_integer(reader, statement, 0, &all, error);
    }
    if (status == STATUS_OK) {
        status = store_start(reader, STORE_SITTINGS, &statement, error);
    }
    if (status == STATUS_OK) {
        store_bind_page(statement, offset, limit);
        store_bind_text(statement, "$3", wanted);
        status = sittings_read(
            reader, statement, arena, sittings, count, error);
    }
    store_snapshot_end(reader);
    if (status == STATUS_OK) {
        *total = (size_t)all;
    }
    return status;
}

enum status store_open_proceedings(struct store_reader *reader,
    struct arena *arena, int64_t **numbers, size_t *count,
    struct error *error)
{
    sqlite3_stmt *statement = NULL;
    int64_t *list = NULL;
    size_t listed = 0;
    size_t capacity = 0;
    enum status status =
        store_start(reader, STORE_SITTINGS_PENDING, &statement, error);
    for (bool found = true; status == STATUS_OK;) {
        status = store_row(reader, statement, &found, error);
        if (status != STATUS_OK || !found) {
            break;
        }
        list = arena_grow(arena, list, listed, &capacity, sizeof *list);
        list[listed++] = sqlite3_column_int64(statement, 0);
    }
    store_end(statement);
    if (status == STATUS_OK) {
        *numbers = list;
        *count = listed;
    }
    return status;
}

static enum status sittings_read(struct store_reader *reader,
    sqlite3_stmt *statement, struct arena *arena,
    struct store_sitting **sittings, size_t *count, struct error *error)
{
    struct store_sitting *list = NULL;
    size_t listed = 0;
    size_t capacity = 0;
    enum status status = STATUS_OK;
    for (bool found = true; found;) {
        status = store_row(reader, statement, &found, error);
        if (status != STATUS_OK || !found) {
            break;
        }
        list = arena_grow(arena, list, listed, &capacity, sizeof *list);
        sitting_read(statement, arena, &list[listed++]);
    }
    store_end(statement);
    if (status == STATUS_OK) {
        *sittings = list;
        *count = listed;
    }
    return status;
}

static void sitting_read(sqlite3_stmt *statement, struct arena *arena,
    struct store_sitting *sitting)
{
    *sitting = (struct store_sitting){
        .number = sqlite3_column_int64(statement, 0),
        .procedure = store_column_text(statement, 1, arena),
        .phase = store_column_text(statement, 2, arena),
        .opened = store_column_date(statement, 3),
        .day = store_column_date(statement, 4),
        .time = store_column_text(statement, 5, arena),
        .place = store_column_text(statement, 6, arena),
        .plot = store_column_text(statement, 7, arena),
        .items = sqlite3_column_int64(statement, 8),
    };
}

/* ---- decisions --------------------------------------------------------- */

enum status store_decisions(struct store_reader *reader, size_t offset,
    size_t limit, struct arena *arena, struct store_decision **decisions,
    size_t *count, size_t *total, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    int64_t all = 0;
    enum status status = store_snapshot(reader, error);
    if (status != STATUS_OK) {
        return status;
    }
    status = store_start(reader, STORE_DECISIONS_COUNT, &statement, error);
    if (status == STATUS_OK) {
        status = store_integer(reader, statement, 0, &all, error);
    }
    if (status == STATUS_OK) {
        status = store_start(reader, STORE_DECISIONS, &statement, error);
    }
    if (status == STATUS_OK) {
        store_bind_page(statement, offset, limit);
        status = decisions_read(
            reader, statement, arena, decisions, count, error);
    }
    store_snapshot_end(reader);
    if (status == STATUS_OK) {
        *total = (size_t)all;
    }
    return status;
}

enum status store_decision(struct store_reader *reader, int64_t number,
    struct arena *arena, struct store_decision *decision, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    struct store_decision *found = NULL;
    size_t count = 0;
    enum status status =
        store_start(reader, STORE_DECISION, &statement, error);
    if (status == STATUS_OK) {
        store_bind_integer(statement, "$1", number);
        status =
            decisions_read(reader, statement, arena, &found, &count, error);
    }
    if (status == STATUS_OK && count == 0) {
        error_set(error, STATUS_MISSING, "error.store-no-decision");
        message_number(&error->message, "number", number);
        status = STATUS_MISSING;
    }
    if (status == STATUS_OK) {
        *decision = found[0];
    }
    return status;
}

static enum status decisions_read(struct store_reader *reader,
    sqlite3_stmt *statement, struct arena *arena,
    struct store_decision **decisions, size_t *count, struct error *error)
{
    struct store_decision *list = NULL;
    size_t listed = 0;
    size_t capacity = 0;
    enum status status = STATUS_OK;
    for (bool found = true; found;) {
        status = store_row(reader, statement, &found, error);
        if (status != STATUS_OK || !found) {
            break;
        }
        list = arena_grow(arena, list, listed, &capacity, sizeof *list);
        decision_read(statement, arena, &list[listed++]);
    }
    store_end(statement);
    if (status == STATUS_OK) {
        *decisions = list;
        *count = listed;
    }
    return status;
}

static void decision_read(sqlite3_stmt *statement, struct arena *arena,
    struct store_decision *decision)
{
    *decision = (struct store_decision){
        .number = sqlite3_column_int64(statement, 0),
        .proceeding = sqlite3_column_int64(statement, 1),
        .item = sqlite3_column_int64(statement, 2),
        .procedure = store_column_text(statement, 3, arena),
        .matter = store_column_text(statement, 4, arena),
        .title = store_column_text(statement, 5, arena),
        .phase = store_column_text(statement, 6, arena),
        .decided = store_column_date(statement, 7),
        .count = {
            .votes_for = sqlite3_column_int64(statement, 8),
            .against = sqlite3_column_int64(statement, 9),
            .abstain = sqlite3_column_int64(statement, 10),
        },
        .published = sqlite3_column_int(statement, 11) != 0,
    };
}
