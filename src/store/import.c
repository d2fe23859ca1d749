/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Taking residents into the register: matching, numbering, committing.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/heap.h"
#include "store/store_internal.h"

enum { NUMBER_MAX = 16 };

/* What goes on from row to row. */
struct import {
    struct store *store;
    int64_t last; /* the highest number of a resident */
    struct buffer folded, name, fields, kept;
};

/* Whom an imported row is about. */
struct match {
    int64_t id;              /* 0: nobody yet */
    char number[NUMBER_MAX]; /* the personal number that is kept; "": none */
};

static enum status row_import(struct import *import, struct resident *resident,
    const struct commitment_salt *salt, struct store_import *result,
    struct hash *leaf, struct error *error);
static enum status match_find(struct import *import,
    const struct resident *resident, struct match *match, struct error *error);
static enum status match_number(struct store_reader *reader,
    const char *number, struct match *match, struct error *error);
static enum status match_name(struct import *import,
    const struct resident *resident, struct match *match, struct error *error);
static enum status match_row(struct store_reader *reader,
    sqlite3_stmt *statement, struct match *match, struct error *error);
static enum status is_same(struct import *import, int64_t id,
    char key[COMMITMENT_TEXT_MAX], bool *same, struct error *error);
static enum status resident_put(struct import *import,
    const struct resident *resident, struct error *error);
static enum status exclusions_put(struct store_reader *reader,
    const struct resident *resident, struct error *error);
static enum status register_open(struct import *import, struct error *error);

enum status store_import(struct store *store, struct resident *residents,
    const struct commitment_salt *salts, size_t count,
    struct store_import *result, struct error *error)
{
    assert(store->reader.in_transaction);
    struct import import = {.store = store};
    struct store_import done = {0};
    struct hash *leaves = heap_take(count * sizeof *leaves);
    enum status status = register_open(&import, error);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        status = row_import(
            &import, &residents[i], &salts[i], &done, &leaves[i], error);
    }
    if (status == STATUS_OK) {
        struct hash root = commitment_root(leaves, count);
        commitment_write(&root, done.root);
        *result = done;
    }
    free(leaves);
    buffer_finish(&import.folded);
    buffer_finish(&import.name);
    buffer_finish(&import.fields);
    buffer_finish(&import.kept);
    return status;
}

static enum status register_open(struct import *import, struct error *error)
{
    struct store_reader *reader = &import->store->reader;
    sqlite3_stmt *statement = NULL;
    import->store->register_changed = true;
    enum status status = store_simple(reader, STORE_REGISTER_CHANGE, error);
    if (status == STATUS_OK) {
        status = store_start(reader, STORE_RESIDENT_LAST, &statement, error);
    }
    if (status == STATUS_OK) {
        status = store_integer(reader, statement, 0, &import->last, error);
    }
    return status;
}

/* ---- a row ------------------------------------------------------------- */

static enum status row_import(struct import *import, struct resident *resident,
    const struct commitment_salt *salt, struct store_import *result,
    struct hash *leaf, struct error *error)
{
    struct match match = {0};
    char key[COMMITMENT_TEXT_MAX];
    bool same = false;
    buffer_clear(&import->name);
    buffer_clear(&import->folded);
    buffer_clear(&import->fields);
    resident_full_name(resident, &import->name);
    store_search_fold(buffer_text(&import->name), &import->folded);
    enum status status = match_find(import, resident, &match, error);
    if (status != STATUS_OK) {
        return status;
    }
    bool is_new = match.id == 0;
    struct resident row = *resident;
    row.id = is_new ? import->last + 1 : match.id;
    if (row.number == NULL && match.number[0] != '\0') {
        row.number = match.number; /* a list without numbers takes none away */
    }
    resident_fields(&row, &import->fields);
    if (!is_new) {
        status = is_same(import, row.id, key, &same, error);
    }
    if (status == STATUS_OK && !same) {
        status = resident_put(import, &row, error);
    }
    if (status == STATUS_OK && !same) {
        struct store_person person = {
            .salt = *salt,
            .fields = buffer_bytes(&import->fields),
            .name = buffer_text(&import->name),
            .resident = row.id,
        };
        status = store_person_add(import->store, &person, key, error);
    }
    if (status != STATUS_OK) {
        return status;
    }
    bool is_key = bytes_from_hex(key, leaf->bytes, sizeof leaf->bytes);
    assert(is_key);
    resident->id = row.id;
    import->last += is_new ? 1 : 0;
    result->added += is_new ? 1 : 0;
    result->same += same ? 1 : 0;
    result->changed += !is_new && !same ? 1 : 0;
    return STATUS_OK;
}

static enum status is_same(struct import *import, int64_t id,
    char key[COMMITMENT_TEXT_MAX], bool *same, struct error *error)
{
    buffer_clear(&import->kept);
    enum status status = store_newest_key(
        &import->store->reader, id, key, &import->kept, error);
    if (status == STATUS_MISSING) { /* the private row was erased */
        *same = false;
        return STATUS_OK;
    }
    *same = status == STATUS_OK &&
            bytes_equal(buffer_bytes(&import->kept),
                buffer_bytes(&import->fields));
    return status;
}

/* ---- matching ---------------------------------------------------------- */

static enum status match_find(struct import *import,
    const struct resident *resident, struct match *match, struct error *error)
{
    enum status status = STATUS_OK;
    if (resident->number != NULL) {
        status = match_number(
            &import->store->reader, resident->number, match, error);
    }
    if (status == STATUS_OK && match->id == 0) {
        status = match_name(import, resident, match, error);
    }
    return status;
}

static enum status match_number(struct store_reader *reader,
    const char *number, struct match *match, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_RESIDENT_BY_NUMBER, &statement, error);
    if (status == STATUS_OK) {
        store_bind_text(statement, "$1", number);
        status = match_row(reader, statement, match, error);
    }
    return status;
}

/* Two who have different numbers are never the same person. */
static enum status match_name(struct import *import,
    const struct resident *resident, struct match *match, struct error *error)
{
    struct store_reader *reader = &import->store->reader;
    sqlite3_stmt *statement = NULL;
    char birth[DATE_TEXT_MAX];
    enum status status =
        store_start(reader, STORE_RESIDENT_BY_NAME, &statement, error);
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_text(statement, "$1", buffer_text(&import->folded));
    store_bind_text(statement, "$2", resident->surname);
    store_bind_text(statement, "$3", resident->name);
    store_bind_text(statement, "$4", resident->patronymic);
    store_bind_date(statement, "$5", resident->birth, birth);
    store_bind_text(statement, "$6", resident->kato);
    store_bind_text(statement, "$7", resident->street);
    store_bind_text(statement, "$8", resident->house);
    store_bind_text(statement, "$9",
        resident->number != NULL ? resident->number : "");
    return match_row(reader, statement, match, error);
}

static enum status match_row(struct store_reader *reader,
    sqlite3_stmt *statement, struct match *match, struct error *error)
{
    bool found = false;
    enum status status = store_row(reader, statement, &found, error);
    if (status == STATUS_OK && found) {
        match->id = sqlite3_column_int64(statement, 0);
        const char *number = store_column(statement, 1);
        size_t length = number != NULL ? strlen(number) : 0;
        assert(length < NUMBER_MAX);
        if (length > 0) {
            memcpy(match->number, number, length + 1);
        }
    }
    store_end(statement);
    return status;
}

/* ---- writing ----------------------------------------------------------- */

static enum status resident_put(struct import *import,
    const struct resident *resident, struct error *error)
{
    struct store_reader *reader = &import->store->reader;
    sqlite3_stmt *statement = NULL;
    char birth[DATE_TEXT_MAX];
    char from[DATE_TEXT_MAX];
    char until[DATE_TEXT_MAX];
    enum status status =
        store_start(reader, STORE_RESIDENT_PUT, &statement, error);
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_integer(statement, "$1", resident->id);
    store_bind_text(statement, "$2", resident->number);
    store_bind_text(statement, "$3", resident->surname);
    store_bind_text(statement, "$4", resident->name);
    store_bind_text(statement, "$5", resident->patronymic);
    store_bind_text(statement, "$6", buffer_text(&import->folded));
    store_bind_date(statement, "$7", resident->birth, birth);
    store_bind_text(statement, "$8", resident->kato);
    store_bind_text(statement, "$9", resident->street);
    store_bind_text(statement, "$10", resident->house);
    store_bind_date(statement, "$11", resident->from, from);
    store_bind_date(statement, "$12", resident->until, until);
    store_bind_integer(statement, "$13", resident->citizen ? 1 : 0);
    status = store_run(reader, statement, error);
    if (status == STATUS_OK) {
        status = exclusions_put(reader, resident, error);
    }
    return status;
}

static enum status exclusions_put(struct store_reader *reader,
    const struct resident *resident, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_EXCLUSIONS_CLEAR, &statement, error);
    if (status == STATUS_OK) {
        store_bind_integer(statement, "$1", resident->id);
        status = store_run(reader, statement, error);
    }
    for (size_t i = 0;
         i < resident->exclusions_count && status == STATUS_OK; i++) {
        const struct resident_exclusion *one = &resident->exclusions[i];
        char from[DATE_TEXT_MAX];
        char until[DATE_TEXT_MAX];
        status = store_start(reader, STORE_EXCLUSION_ADD, &statement, error);
        if (status == STATUS_OK) {
            store_bind_integer(statement, "$1", resident->id);
            store_bind_integer(statement, "$2", (int64_t)i + 1);
            store_bind_text(statement, "$3", one->reason);
            store_bind_date(statement, "$4", one->from, from);
            store_bind_date(statement, "$5", one->until, until);
            status = store_run(reader, statement, error);
        }
    }
    return status;
}
