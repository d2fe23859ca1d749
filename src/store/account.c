/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Accounts and their sessions.
 */
#include <assert.h>
#include <string.h>

#include "store/store_internal.h"

static enum status account_read(struct store_reader *reader,
    sqlite3_stmt *statement, struct arena *arena,
    struct store_account *account, struct error *error);
static void offices_split(struct store_account *account, char *words);
static enum status next_id(
    struct store_reader *reader, int64_t *id, struct error *error);

/* ---- accounts ---------------------------------------------------------- */

enum status store_account_add(struct store *store,
    const struct store_account *account, int64_t *id, struct error *error)
{
    struct store_reader *reader = &store->reader;
    sqlite3_stmt *statement = NULL;
    int64_t next = 0;
    assert(reader->in_transaction);
    enum status status = next_id(reader, &next, error);
    if (status == STATUS_OK) {
        status = store_start(reader, STORE_ACCOUNT_ADD, &statement, error);
    }
    if (status != STATUS_OK) {
        return status;
    }
    struct buffer offices = BUFFER_EMPTY;
    for (size_t i = 0; i < account->offices_count; i++) {
        buffer_add_text(&offices, i == 0 ? "" : " ");
        buffer_add_text(&offices, account->offices[i]);
    }
    store_bind_integer(statement, "$1", next);
    store_bind_text(statement, "$2", account->name);
    store_bind_text(statement, "$3", account->password);
    store_bind_text(statement, "$4", buffer_text(&offices));
    store_bind_integer(statement, "$5", account->resident);
    store_bind_text(statement, "$6", language_tag(account->language));
    status = store_run(reader, statement, error);
    buffer_finish(&offices);
    if (status == STATUS_CONFLICT) {
        error_set(error, STATUS_CONFLICT, "error.store-account-taken");
        message_text(&error->message, "name", account->name);
    }
    if (status == STATUS_OK) {
        *id = next;
    }
    return status;
}

enum status store_account(struct store_reader *reader, const char *name,
    struct arena *arena, struct store_account *account, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_ACCOUNT, &statement, error);
    if (status == STATUS_OK) {
        store_bind_text(statement, "$1", name);
        status = account_read(reader, statement, arena, account, error);
    }
    if (status == STATUS_MISSING) {
        message_text(&error->message, "name", name);
    }
    return status;
}

static enum status next_id(
    struct store_reader *reader, int64_t *id, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    int64_t last = 0;
    enum status status =
        store_start(reader, STORE_ACCOUNT_LAST, &statement, error);
    if (status == STATUS_OK) {
        status = store_integer(reader, statement, 0, &last, error);
    }
    *id = last + 1;
    return status;
}

static enum status account_read(struct store_reader *reader,
    sqlite3_stmt *statement, struct arena *arena,
    struct store_account *account, struct error *error)
{
    bool found = false;
    enum status status = store_row(reader, statement, &found, error);
    if (status == STATUS_OK && found) {
        struct store_account read = {
            .id = sqlite3_column_int64(statement, 0),
            .name = store_column_text(statement, 1, arena),
            .password = store_column_text(statement, 2, arena),
            .resident = sqlite3_column_int64(statement, 4),
        };
        offices_split(&read, arena_text(arena, store_column(statement, 3)));
        if (!language_parse(store_column(statement, 5), &read.language)) {
            read.language = LANGUAGE_KK;
        }
        *account = read;
    }
    store_end(statement);
    if (status == STATUS_OK && !found) {
        status = error_set(error, STATUS_MISSING, "error.store-no-account");
    }
    return status;
}

static void offices_split(struct store_account *account, char *words)
{
    while (*words != '\0' && account->offices_count < STORE_OFFICES_MAX) {
        size_t length = strcspn(words, " ");
        char *next = words + length + (words[length] == ' ' ? 1 : 0);
        words[length] = '\0';
        account->offices[account->offices_count++] = words;
        words = next;
    }
}

/* ---- sessions ---------------------------------------------------------- */

enum status store_session_open(struct store *store,
    const struct store_session *session, struct instant now,
    struct error *error)
{
    struct store_reader *reader = &store->reader;
    sqlite3_stmt *statement = NULL;
    assert(reader->in_transaction);
    enum status status =
        store_start(reader, STORE_SESSIONS_EXPIRE, &statement, error);
    if (status == STATUS_OK) {
        store_bind_integer(statement, "$1", now.seconds);
        status = store_run(reader, statement, error);
    }
    if (status == STATUS_OK) {
        status = store_start(reader, STORE_SESSION_ADD, &statement, error);
    }
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_text(statement, "$1", session->token_hash);
    store_bind_integer(statement, "$2", session->account);
    store_bind_text(statement, "$3", session->form_token);
    store_bind_integer(statement, "$4", session->expires.seconds);
    return store_run(reader, statement, error);
}

enum status store_session(struct store_reader *reader, const char *token_hash,
    struct instant now, struct arena *arena, struct store_session *session,
    struct store_account *account, struct error *error)
{
    struct store_session read = {0};
    sqlite3_stmt *statement = NULL;
    bool found = false;
    enum status status =
        store_start(reader, STORE_SESSION, &statement, error);
    if (status == STATUS_OK) {
        store_bind_text(statement, "$1", token_hash);
        store_bind_integer(statement, "$2", now.seconds);
        status = store_row(reader, statement, &found, error);
    }
    if (status == STATUS_OK && found) {
        read = (struct store_session){
            .token_hash = arena_text(arena, token_hash),
            .account = sqlite3_column_int64(statement, 0),
            .form_token = store_column_text(statement, 1, arena),
            .expires = {sqlite3_column_int64(statement, 2)},
        };
    }
    store_end(statement);
    if (status == STATUS_OK && !found) {
        return error_set(error, STATUS_MISSING, "error.store-no-session");
    }
    if (status == STATUS_OK) {
        status = store_start(reader, STORE_ACCOUNT_BY_ID, &statement, error);
    }
    if (status == STATUS_OK) {
        store_bind_integer(statement, "$1", read.account);
        status = account_read(reader, statement, arena, account, error);
    }
    if (status == STATUS_OK) {
        *session = read;
    }
    return status;
}

enum status store_session_close(
    struct store *store, const char *token_hash, struct error *error)
{
    struct store_reader *reader = &store->reader;
    sqlite3_stmt *statement = NULL;
    assert(reader->in_transaction);
    enum status status =
        store_start(reader, STORE_SESSION_END, &statement, error);
    if (status == STATUS_OK) {
        store_bind_text(statement, "$1", token_hash);
        status = store_run(reader, statement, error);
    }
    return status;
}
