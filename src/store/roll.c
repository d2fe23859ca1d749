/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Rolls: drawn up and frozen when a sitting is called, then only read.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/keys.h"
#include "store/store_internal.h"

struct roll_entry {
    const char *folded;
    char key[COMMITMENT_TEXT_MAX];
};

/* A roll that is being drawn up. */
struct roll_draft {
    struct store_reader *reader;
    struct arena *arena;
    struct roll_entry *entries;
    size_t count, capacity;
    enum status status; /* of what happened inside a walk */
    struct error *error;
};

static bool resident_enter(void *context, const struct resident *resident);
static void draft_add(
    struct roll_draft *draft, const char *folded, const char *key);
static enum status person_folded(struct store_reader *reader, const char *key,
    struct arena *arena, const char **folded, struct error *error);
static int entry_compare(const void *left, const void *right);
static enum status freeze(struct roll_draft *draft, int64_t proceeding,
    struct store_roll_drawn *drawn, struct error *error);
static enum status roll_count(struct store_reader *reader, int64_t proceeding,
    int64_t *count, struct error *error);
static enum status found_count(struct store_reader *reader, int64_t proceeding,
    const struct store_search *words, int64_t *count, struct error *error);
static enum status line_add(struct store_reader *reader, int64_t proceeding,
    int64_t position, const char *key, struct error *error);
static enum status roll_read(struct store_reader *reader, int64_t proceeding,
    const char *search, size_t offset, size_t limit, struct arena *arena,
    struct store_roll_line **lines, size_t *count, size_t *total,
    struct error *error);
static enum status lines_read(struct store_reader *reader,
    sqlite3_stmt *statement, struct arena *arena,
    struct store_roll_line **lines, size_t *count, struct error *error);
static struct store_roll_line line_columns(
    sqlite3_stmt *statement, struct arena *arena);

/* ---- drawing up -------------------------------------------------------- */

enum status store_roll_draw(struct store *store, int64_t proceeding,
    const struct store_electorate *electorate, struct store_roll_drawn *drawn,
    struct error *error)
{
    struct roll_draft draft = {
        .reader = &store->reader,
        .arena = arena_create(),
        .error = error,
    };
    enum status status = store_each_entitled(
        &store->reader, electorate, resident_enter, &draft, error);
    if (status == STATUS_OK) {
        status = draft.status;
    }
    if (status == STATUS_OK) {
        status = freeze(&draft, proceeding, drawn, error);
    }
    arena_destroy(draft.arena);
    return status;
}

enum status store_roll_name(struct store *store, int64_t proceeding,
    const char *const *keys, size_t count, struct store_roll_drawn *drawn,
    struct error *error)
{
    struct roll_draft draft = {
        .reader = &store->reader,
        .arena = arena_create(),
        .error = error,
    };
    enum status status = STATUS_OK;
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        const char *folded = NULL;
        status = person_folded(
            &store->reader, keys[i], draft.arena, &folded, error);
        if (status == STATUS_OK) {
            draft_add(&draft, folded, keys[i]);
        }
    }
    if (status == STATUS_OK) {
        status = freeze(&draft, proceeding, drawn, error);
    }
    arena_destroy(draft.arena);
    return status;
}

static bool resident_enter(void *context, const struct resident *resident)
{
    struct roll_draft *draft = context;
    char key[COMMITMENT_TEXT_MAX];
    draft->status = store_newest_key(
        draft->reader, resident->id, key, NULL, draft->error);
    if (draft->status != STATUS_OK) {
        return false;
    }
    struct buffer name = BUFFER_EMPTY;
    struct buffer folded = BUFFER_EMPTY;
    resident_full_name(resident, &name);
    store_search_fold(buffer_text(&name), &folded);
    draft_add(draft, arena_text(draft->arena, buffer_text(&folded)), key);
    buffer_finish(&name);
    buffer_finish(&folded);
    return true;
}

static void draft_add(
    struct roll_draft *draft, const char *folded, const char *key)
{
    assert(strlen(key) == COMMITMENT_TEXT_MAX - 1);
    draft->entries = arena_grow(draft->arena, draft->entries, draft->count,
        &draft->capacity, sizeof *draft->entries);
    struct roll_entry *entry = &draft->entries[draft->count++];
    entry->folded = folded;
    memcpy(entry->key, key, COMMITMENT_TEXT_MAX);
}

/* "" of one who was erased. */
static enum status person_folded(struct store_reader *reader, const char *key,
    struct arena *arena, const char **folded, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    bool found = false;
    enum status status =
        store_start(reader, STORE_PERSON_FOLDED, &statement, error);
    if (status == STATUS_OK) {
        store_bind_text(statement, "$1", key);
        status = store_row(reader, statement, &found, error);
    }
    if (status == STATUS_OK) {
        *folded = found ? store_column_text(statement, 0, arena) : "";
    }
    store_end(statement);
    return status;
}

/* By name; two of one name by key, which says nothing about them. */
static int entry_compare(const void *left, const void *right)
{
    const struct roll_entry *one = left;
    const struct roll_entry *other = right;
    int order = strcmp(one->folded, other->folded);
    return order != 0 ? order : strcmp(one->key, other->key);
}

static enum status freeze(struct roll_draft *draft, int64_t proceeding,
    struct store_roll_drawn *drawn, struct error *error)
{
    int64_t there = 0;
    assert(draft->reader->in_transaction);
    enum status status = roll_count(draft->reader, proceeding, &there, error);
    if (status == STATUS_OK && there > 0) {
        error_set(error, STATUS_CONFLICT, "error.store-roll-frozen");
        message_number(&error->message, "number", proceeding);
        return STATUS_CONFLICT;
    }
    if (draft->count > 0) {
        qsort(draft->entries, draft->count, sizeof *draft->entries,
            entry_compare);
    }
    struct hash *leaves =
        arena_take_array(draft->arena, draft->count + 1, sizeof *leaves);
    for (size_t i = 0; i < draft->count && status == STATUS_OK; i++) {
        const char *key = draft->entries[i].key;
        bool is_key = bytes_from_hex(key, leaves[i].bytes, HASH_SIZE);
        assert(is_key);
        status = line_add(
            draft->reader, proceeding, (int64_t)i + 1, key, error);
    }
    if (status == STATUS_OK) {
        struct hash root = commitment_root(leaves, draft->count);
        commitment_write(&root, drawn->root);
        drawn->count = (int64_t)draft->count;
    }
    return status;
}

static enum status roll_count(struct store_reader *reader, int64_t proceeding,
    int64_t *count, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_ROLL_COUNT, &statement, error);
    if (status == STATUS_OK) {
        store_bind_integer(statement, "$3", proceeding);
        status = store_integer(reader, statement, 0, count, error);
    }
    return status;
}

static enum status line_add(struct store_reader *reader, int64_t proceeding,
    int64_t position, const char *key, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_ROLL_ADD, &statement, error);
    if (status == STATUS_OK) {
        store_bind_integer(statement, "$1", proceeding);
        store_bind_integer(statement, "$2", position);
        store_bind_text(statement, "$3", key);
        status = store_run(reader, statement, error);
    }
    return status;
}

/* ---- reading ----------------------------------------------------------- */

enum status store_roll(struct store_reader *reader, int64_t proceeding,
    const char *search, size_t offset, size_t limit, struct arena *arena,
    struct store_roll_line **lines, size_t *count, size_t *total,
    struct error *error)
{
    struct buffer meant = BUFFER_EMPTY;
    enum status status = roll_read(reader, proceeding, search, offset, limit,
        arena, lines, count, total, error);
    if (status == STATUS_OK && *total == 0 && search != NULL &&
        keys_cyrillic(search, &meant)) {
        status = roll_read(reader, proceeding, buffer_text(&meant), offset,
            limit, arena, lines, count, total, error);
    }
    buffer_finish(&meant);
    return status;
}

static enum status roll_read(struct store_reader *reader, int64_t proceeding,
    const char *search, size_t offset, size_t limit, struct arena *arena,
    struct store_roll_line **lines, size_t *count, size_t *total,
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
    status = words.is_empty
        ? roll_count(reader, proceeding, &all, error)
        : found_count(reader, proceeding, &words, &all, error);
    if (status == STATUS_OK) {
        status = store_start(reader,
            words.is_empty ? STORE_ROLL : STORE_ROLL_FOUND, &statement, error);
    }
    if (status == STATUS_OK) {
        if (!words.is_empty) {
            store_search_bind(&words, statement);
        }
        store_bind_integer(statement, "$3", proceeding);
        store_bind_page(statement, offset, words.too_long ? 0 : limit);
        status = lines_read(reader, statement, arena, lines, count, error);
    }
    if (status == STATUS_OK) {
        *total = words.too_long ? 0 : (size_t)all;
    }
    store_search_finish(&words);
    store_snapshot_end(reader);
    return status;
}

static enum status found_count(struct store_reader *reader, int64_t proceeding,
    const struct store_search *words, int64_t *count, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_ROLL_FOUND_COUNT, &statement, error);
    if (status == STATUS_OK) {
        store_search_bind(words, statement);
        store_bind_integer(statement, "$3", proceeding);
        status = store_integer(reader, statement, 0, count, error);
    }
    return status;
}

static enum status lines_read(struct store_reader *reader,
    sqlite3_stmt *statement, struct arena *arena,
    struct store_roll_line **lines, size_t *count, struct error *error)
{
    struct store_roll_line *list = NULL;
    size_t listed = 0;
    size_t capacity = 0;
    enum status status = STATUS_OK;
    for (bool found = true; found;) {
        status = store_row(reader, statement, &found, error);
        if (status != STATUS_OK || !found) {
            break;
        }
        list = arena_grow(arena, list, listed, &capacity, sizeof *list);
        list[listed++] = line_columns(statement, arena);
    }
    store_end(statement);
    if (status == STATUS_OK) {
        *lines = list;
        *count = listed;
    }
    return status;
}

static struct store_roll_line line_columns(
    sqlite3_stmt *statement, struct arena *arena)
{
    const char *street = store_column(statement, 4);
    const char *house = store_column(statement, 5);
    bool has_street = street != NULL && street[0] != '\0';
    bool has_house = house != NULL && house[0] != '\0';
    return (struct store_roll_line){
        .resident = sqlite3_column_int64(statement, 2),
        .key = store_column_text(statement, 0, arena),
        .name = store_column_text(statement, 1, arena),
        .birth_year = store_column_date(statement, 3).year,
        .address = arena_format(arena, "%s%s%s", has_street ? street : "",
            has_street && has_house ? ", " : "", has_house ? house : ""),
    };
}
