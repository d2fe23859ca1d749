/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The private rows behind keys, and the persons that an act names.
 */
#include <assert.h>
#include <string.h>

#include "store/store_internal.h"

static enum status no_person(struct error *error, const char *key);
static enum status person_load(struct store_reader *reader, int64_t proceeding,
    const struct store_electorate *electorate, struct arena *arena,
    struct engine_person *person, struct error *error);
static enum status roll_key(struct store_reader *reader, int64_t resident,
    int64_t proceeding, char key[COMMITMENT_TEXT_MAX], bool *found,
    struct error *error);
static void key_copy(char key[COMMITMENT_TEXT_MAX], sqlite3_stmt *statement);

enum status store_name(struct store_reader *reader, const char *key,
    struct arena *arena, const char **name, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    bool found = false;
    enum status status =
        store_start(reader, STORE_PERSON_NAME, &statement, error);
    if (status == STATUS_OK) {
        store_bind_text(statement, "$1", key);
        status = store_row(reader, statement, &found, error);
    }
    if (status == STATUS_OK && found) {
        *name = store_column_text(statement, 0, arena);
    }
    store_end(statement);
    return status == STATUS_OK && !found ? no_person(error, key) : status;
}

enum status store_key_resident(struct store_reader *reader, const char *key,
    int64_t *resident, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_PERSON_RESIDENT, &statement, error);
    if (status == STATUS_OK) {
        store_bind_text(statement, "$1", key);
        status = store_integer(reader, statement, 0, resident, error);
    }
    return status;
}

enum status store_resident_keys(struct store_reader *reader, int64_t resident,
    struct arena *arena, const char *const **keys, size_t *count,
    struct error *error)
{
    sqlite3_stmt *statement = NULL;
    const char **list = NULL;
    size_t listed = 0;
    size_t capacity = 0;
    enum status status =
        store_start(reader, STORE_PERSON_KEYS, &statement, error);
    if (status == STATUS_OK) {
        store_bind_integer(statement, "$1", resident);
    }
    for (bool found = true; status == STATUS_OK;) {
        status = store_row(reader, statement, &found, error);
        if (status != STATUS_OK || !found) {
            break;
        }
        list = arena_grow(
            arena, list, listed, &capacity, sizeof(const char *));
        list[listed++] = store_column_text(statement, 0, arena);
    }
    store_end(statement);
    if (status == STATUS_OK) {
        *keys = list;
        *count = listed;
    }
    return status;
}

enum status store_person_add(struct store *store,
    const struct store_person *person, char key[COMMITMENT_TEXT_MAX],
    struct error *error)
{
    struct store_reader *reader = &store->reader;
    sqlite3_stmt *statement = NULL;
    int64_t position = 0;
    assert(reader->in_transaction);
    enum status status =
        store_start(reader, STORE_PERSON_POSITION, &statement, error);
    if (status == STATUS_OK) {
        store_bind_integer(statement, "$1", person->resident);
        status = store_integer(reader, statement, 0, &position, error);
    }
    if (status == STATUS_OK) {
        status = store_start(reader, STORE_PERSON_ADD, &statement, error);
    }
    if (status != STATUS_OK) {
        return status;
    }
    struct buffer folded = BUFFER_EMPTY;
    struct hash commitment = commitment_of(&person->salt, person->fields);
    commitment_write(&commitment, key);
    store_search_fold(person->name, &folded);
    store_bind_text(statement, "$1", key);
    store_bind_bytes(statement, "$2",
        bytes_of(person->salt.bytes, sizeof person->salt.bytes));
    store_bind_bytes(statement, "$3", person->fields);
    store_bind_text(statement, "$4", person->name);
    store_bind_text(statement, "$5", buffer_text(&folded));
    store_bind_integer(statement, "$6", person->resident);
    store_bind_integer(statement, "$7", position + 1);
    status = store_run(reader, statement, error);
    buffer_finish(&folded);
    return status;
}

enum status store_newest_key(struct store_reader *reader, int64_t resident,
    char key[COMMITMENT_TEXT_MAX], struct buffer *fields, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    bool found = false;
    enum status status =
        store_start(reader, STORE_PERSON_NEWEST, &statement, error);
    if (status == STATUS_OK) {
        store_bind_integer(statement, "$1", resident);
        status = store_row(reader, statement, &found, error);
    }
    if (status == STATUS_OK && found) {
        key_copy(key, statement);
        struct bytes committed = store_column_bytes(statement, 1);
        if (fields != NULL) {
            buffer_add(fields, committed.data, committed.length);
        }
    }
    store_end(statement);
    if (status == STATUS_OK && !found) {
        error_set(error, STATUS_MISSING, "error.store-no-key");
        message_number(&error->message, "number", resident);
        status = STATUS_MISSING;
    }
    return status;
}

/* ---- of an act --------------------------------------------------------- */

enum status store_persons(struct store_reader *reader,
    const struct engine_needs *needs,
    const struct store_electorate *electorate, struct arena *arena,
    struct engine_person *persons, struct error *error)
{
    for (size_t i = 0; i < needs->residents_count; i++) {
        persons[i] = (struct engine_person){.resident = needs->residents[i]};
        enum status status = person_load(reader, needs->proceeding,
            electorate, arena, &persons[i], error);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

static enum status person_load(struct store_reader *reader, int64_t proceeding,
    const struct store_electorate *electorate, struct arena *arena,
    struct engine_person *person, struct error *error)
{
    struct resident resident;
    char key[COMMITMENT_TEXT_MAX];
    enum status status =
        store_resident(reader, person->resident, arena, &resident, error);
    if (status == STATUS_OK) {
        status = roll_key(reader, person->resident, proceeding, key,
            &person->on_roll, error);
    }
    if (status == STATUS_OK && !person->on_roll) {
        status =
            store_newest_key(reader, person->resident, key, NULL, error);
    }
    if (status != STATUS_OK) {
        return status;
    }
    person->key = arena_text(arena, key);
    if (electorate != NULL) {
        person->not_entitled = resident_not_entitled(&resident,
            electorate->procedure, electorate->unit, electorate->plot,
            electorate->street, electorate->day, &person->excluded_by);
    }
    return STATUS_OK;
}

static enum status roll_key(struct store_reader *reader, int64_t resident,
    int64_t proceeding, char key[COMMITMENT_TEXT_MAX], bool *found,
    struct error *error)
{
    sqlite3_stmt *statement = NULL;
    *found = false;
    if (proceeding == 0) {
        return STATUS_OK;
    }
    enum status status =
        store_start(reader, STORE_PERSON_ON_ROLL, &statement, error);
    if (status == STATUS_OK) {
        store_bind_integer(statement, "$1", resident);
        store_bind_integer(statement, "$2", proceeding);
        status = store_row(reader, statement, found, error);
    }
    if (status == STATUS_OK && *found) {
        key_copy(key, statement);
    }
    store_end(statement);
    return status;
}

static void key_copy(char key[COMMITMENT_TEXT_MAX], sqlite3_stmt *statement)
{
    const char *text = store_column(statement, 0);
    size_t length = strlen(text);
    assert(length < COMMITMENT_TEXT_MAX);
    memcpy(key, text, length + 1);
}

static enum status no_person(struct error *error, const char *key)
{
    error_set(error, STATUS_MISSING, "error.store-no-name");
    message_text(&error->message, "key", key);
    return STATUS_MISSING;
}
