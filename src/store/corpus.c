/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The law as it was when a proceeding was opened: its sources, by digest.
 */
#include <assert.h>
#include <string.h>

#include "store/store_internal.h"

static enum status sources_read(struct store_reader *reader,
    sqlite3_stmt *statement, struct arena *arena, struct law_source **sources,
    size_t *count, struct error *error);

void store_corpus_digest(const struct law_source *sources, size_t count,
    char digest[COMMITMENT_TEXT_MAX])
{
    struct buffer lines = BUFFER_EMPTY;
    for (size_t i = 0; i < count; i++) {
        char hex[COMMITMENT_TEXT_MAX];
        struct hash hash = hash_of(sources[i].text);
        commitment_write(&hash, hex);
        buffer_add_format(&lines, "%s  %s\n", hex, sources[i].name);
    }
    struct hash whole = hash_of(buffer_bytes(&lines));
    commitment_write(&whole, digest);
    buffer_finish(&lines);
}

enum status store_corpus_keep(struct store *store,
    const struct law_source *sources, size_t count,
    char digest[COMMITMENT_TEXT_MAX], struct error *error)
{
    assert(store->reader.in_transaction);
    enum status status = STATUS_OK;
    store_corpus_digest(sources, count, digest);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        sqlite3_stmt *statement = NULL;
        status =
            store_start(&store->reader, STORE_CORPUS_ADD, &statement, error);
        if (status == STATUS_OK) {
            store_bind_text(statement, "$1", digest);
            store_bind_integer(statement, "$2", (int64_t)i + 1);
            store_bind_text(statement, "$3", sources[i].name);
            store_bind_bytes(statement, "$4", sources[i].text);
            status = store_run(&store->reader, statement, error);
        }
    }
    return status;
}

enum status store_corpus(struct store_reader *reader, const char *digest,
    struct arena *arena, struct law_source **sources, size_t *count,
    struct error *error)
{
    sqlite3_stmt *statement = NULL;
    struct law_source *read = NULL;
    size_t read_count = 0;
    enum status status = store_start(reader, STORE_CORPUS, &statement, error);
    if (status == STATUS_OK) {
        store_bind_text(statement, "$1", digest);
        status = sources_read(
            reader, statement, arena, &read, &read_count, error);
    }
    if (status != STATUS_OK) {
        return status;
    }
    char found[COMMITMENT_TEXT_MAX];
    store_corpus_digest(read, read_count, found);
    if (read_count == 0 || strcmp(found, digest) != 0) {
        status = read_count == 0 ? STATUS_MISSING : STATUS_CORRUPT;
        error_set(error, status,
            read_count == 0 ? "error.store-no-corpus"
                            : "error.store-corpus-altered");
        message_text(&error->message, "digest", digest);
        return status;
    }
    *sources = read;
    *count = read_count;
    return STATUS_OK;
}

static enum status sources_read(struct store_reader *reader,
    sqlite3_stmt *statement, struct arena *arena, struct law_source **sources,
    size_t *count, struct error *error)
{
    struct law_source *list = NULL;
    size_t listed = 0;
    size_t capacity = 0;
    enum status status = STATUS_OK;
    for (bool found = true; found;) {
        status = store_row(reader, statement, &found, error);
        if (status != STATUS_OK || !found) {
            break;
        }
        struct bytes text = store_column_bytes(statement, 1);
        list = arena_grow(arena, list, listed, &capacity, sizeof *list);
        list[listed++] = (struct law_source){
            .name = store_column_text(statement, 0, arena),
            .text = bytes_of(
                arena_text_n(arena, (const char *)text.data, text.length),
                text.length),
        };
    }
    store_end(statement);
    if (status == STATUS_OK) {
        *sources = list;
        *count = listed;
    }
    return status;
}
