/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Official texts of the law that a site has loaded: beside the record, so that
 * they can be loaded again and better at any time.
 */
#include <assert.h>

#include "store/store_internal.h"

static enum status head_put(struct store *store,
    const struct store_law_text *head, const char *entered_by,
    struct error *error);
static enum status article_add(struct store *store,
    const struct store_law_text *article, size_t position,
    struct error *error);
static void head_bind(sqlite3_stmt *statement,
    const struct store_law_text *head, char edition[DATE_TEXT_MAX]);

enum status store_law_text_keep(struct store *store,
    const struct store_law_text *articles, size_t count,
    const char *entered_by, struct error *error)
{
    struct store_reader *reader = &store->reader;
    sqlite3_stmt *statement = NULL;
    char edition[DATE_TEXT_MAX];
    assert(reader->in_transaction && count > 0);
    enum status status = head_put(store, &articles[0], entered_by, error);
    if (status == STATUS_OK) {
        status = store_start(
            reader, STORE_LAW_TEXT_CLEAR, &statement, error);
    }
    if (status == STATUS_OK) {
        head_bind(statement, &articles[0], edition);
        status = store_run(reader, statement, error);
    }
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        status = article_add(store, &articles[i], i + 1, error);
    }
    return status;
}

static enum status head_put(struct store *store,
    const struct store_law_text *head, const char *entered_by,
    struct error *error)
{
    sqlite3_stmt *statement = NULL;
    char edition[DATE_TEXT_MAX];
    enum status status = store_start(
        &store->reader, STORE_LAW_TEXT_PUT, &statement, error);
    if (status == STATUS_OK) {
        head_bind(statement, head, edition);
        store_bind_text(statement, "$4", head->source);
        store_bind_text(statement, "$5", head->sha256);
        store_bind_integer(statement, "$6", head->loaded.seconds);
        store_bind_text(statement, "$7", entered_by);
        status = store_run(&store->reader, statement, error);
    }
    return status;
}

static enum status article_add(struct store *store,
    const struct store_law_text *article, size_t position,
    struct error *error)
{
    sqlite3_stmt *statement = NULL;
    char edition[DATE_TEXT_MAX];
    enum status status = store_start(
        &store->reader, STORE_LAW_TEXT_ARTICLE_ADD, &statement, error);
    if (status == STATUS_OK) {
        head_bind(statement, article, edition);
        store_bind_integer(statement, "$4", (int64_t)position);
        store_bind_text(statement, "$5", article->article);
        store_bind_text(statement, "$6", article->heading);
        store_bind_text(statement, "$7", article->text);
        status = store_run(&store->reader, statement, error);
    }
    return status;
}

static void head_bind(sqlite3_stmt *statement,
    const struct store_law_text *head, char edition[DATE_TEXT_MAX])
{
    store_bind_text(statement, "$1", head->act);
    store_bind_date(statement, "$2", head->edition, edition);
    store_bind_text(statement, "$3", language_tag(head->language));
}

enum status store_law_text(struct store_reader *reader,
    const struct store_law_text_query *query, struct arena *arena,
    struct store_law_text *text, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    char days[3][DATE_TEXT_MAX];
    bool found = false;
    enum status status =
        store_start(reader, STORE_LAW_TEXT, &statement, error);
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_text(statement, "$1", query->act);
    store_bind_text(statement, "$2", query->article);
    store_bind_date(statement, "$3", query->from, days[0]);
    store_bind_date(statement, "$4", query->until, days[1]);
    store_bind_text(statement, "$5", language_tag(query->language));
    store_bind_date(statement, "$6", query->day, days[2]);
    status = store_row(reader, statement, &found, error);
    if (status == STATUS_OK && found) {
        *text = (struct store_law_text){
            .act = arena_text(arena, query->act),
            .article = arena_text(arena, query->article),
            .edition = store_column_date(statement, 0),
            .source = store_column_text(statement, 2, arena),
            .sha256 = store_column_text(statement, 3, arena),
            .loaded = {sqlite3_column_int64(statement, 4)},
            .heading = store_column_text(statement, 5, arena),
            .text = store_column_text(statement, 6, arena),
        };
        if (!language_parse(store_column(statement, 1), &text->language)) {
            text->language = query->language;
        }
    }
    store_end(statement);
    if (status == STATUS_OK && !found) {
        status = error_set(error, STATUS_MISSING, "error.store-no-law-text");
        message_text(&error->message, "act", query->act);
        message_text(&error->message, "article", query->article);
    }
    return status;
}

enum status store_law_text_names(struct store_reader *reader,
    const char *act, struct arena *arena, const char *const **names,
    size_t *count, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    const char **list = NULL;
    size_t listed = 0;
    size_t capacity = 0;
    enum status status =
        store_start(reader, STORE_LAW_TEXT_NAMES, &statement, error);
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_text(statement, "$1", act);
    for (bool found = true; found && status == STATUS_OK;) {
        status = store_row(reader, statement, &found, error);
        if (status == STATUS_OK && found) {
            list = arena_grow(
                arena, list, listed, &capacity, sizeof(const char *));
            list[listed++] = store_column_text(statement, 0, arena);
        }
    }
    store_end(statement);
    if (status == STATUS_OK) {
        *names = list;
        *count = listed;
    }
    return status;
}
