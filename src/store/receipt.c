/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What acts were answered with: receipts by token, and refusals.
 */
#include <assert.h>
#include <string.h>

#include "store/store_internal.h"

enum status store_token(struct store_reader *reader, const char *token,
    struct store_receipt *receipt, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    bool found = false;
    enum status status = store_start(reader, STORE_TOKEN, &statement, error);
    if (status == STATUS_OK) {
        store_bind_text(statement, "$1", token);
        status = store_row(reader, statement, &found, error);
    }
    if (status == STATUS_OK && found) {
        struct bytes hash = store_column_bytes(statement, 1);
        *receipt = (struct store_receipt){
            .number = sqlite3_column_int64(statement, 0),
            .proceeding = sqlite3_column_int64(statement, 2),
        };
        if (hash.length == HASH_SIZE) {
            memcpy(receipt->hash.bytes, hash.data, HASH_SIZE);
        }
    }
    store_end(statement);
    if (status == STATUS_OK && !found) {
        status = error_set(error, STATUS_MISSING, "error.store-no-token");
    }
    return status;
}

enum status store_token_keep(struct store *store, const char *token,
    const struct store_receipt *receipt, struct error *error)
{
    struct store_reader *reader = &store->reader;
    sqlite3_stmt *statement = NULL;
    assert(reader->in_transaction);
    enum status status =
        store_start(reader, STORE_TOKEN_ADD, &statement, error);
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_text(statement, "$1", token);
    store_bind_integer(statement, "$2", receipt->number);
    store_bind_bytes(
        statement, "$3", bytes_of(receipt->hash.bytes, HASH_SIZE));
    store_bind_integer(statement, "$4", receipt->proceeding);
    status = store_run(reader, statement, error);
    if (status == STATUS_CONFLICT) {
        error_set(error, STATUS_CONFLICT, "error.store-token-used");
    }
    return status;
}

enum status store_refusal_keep(struct store *store,
    const struct store_refusal *refusal, struct error *error)
{
    struct store_reader *reader = &store->reader;
    sqlite3_stmt *statement = NULL;
    assert(reader->in_transaction);
    enum status status =
        store_start(reader, STORE_REFUSAL_ADD, &statement, error);
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_integer(statement, "$1", refusal->at.seconds);
    store_bind_text(statement, "$2", refusal->entered_by);
    store_bind_text(statement, "$3", refusal->act);
    store_bind_integer(statement, "$4", refusal->proceeding);
    store_bind_text(statement, "$5", refusal->text);
    return store_run(reader, statement, error);
}
