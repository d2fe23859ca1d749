/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The law in files and in memory: reading a folder, keeping what is pinned.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/heap.h"
#include "clerk/clerk_internal.h"

#define WORDS_NAME "words.law"
#define LOCAL_NAME "local"

/* A corpus being read. */
struct reading {
    struct clerk_corpus *corpus;
    size_t capacity;
    const char *folder;
};

static struct clerk_corpus *corpus_create(void);
static struct clerk_corpus *corpus_find(
    const struct clerk *clerk, const char *digest);
static enum status corpus_compile(
    struct clerk_corpus *corpus, struct error *error);
static enum status source_read(
    struct reading *reading, const char *name, struct error *error);
static enum status sources_read(
    struct reading *reading, struct error *error);
static enum status local_read(struct reading *reading, struct error *error);
static enum status folder_copy(
    const char *from, const char *to, struct error *error);

enum status clerk_corpus_read(const char *folder,
    struct clerk_corpus **corpus, struct error *error)
{
    struct clerk_corpus *read = corpus_create();
    enum status status = clerk_sources(
        folder, read->arena, &read->sources, &read->sources_count, error);
    if (status == STATUS_OK) {
        status = corpus_compile(read, error);
    }
    if (status != STATUS_OK) {
        clerk_corpus_destroy(read);
        return status;
    }
    *corpus = read;
    return STATUS_OK;
}

enum status clerk_sources(const char *folder, struct arena *arena,
    struct law_source **sources, size_t *count, struct error *error)
{
    struct clerk_corpus corpus = {.arena = arena};
    struct reading reading = {.corpus = &corpus, .folder = folder};
    enum status status = source_read(&reading, WORDS_NAME, error);
    if (status == STATUS_OK) {
        status = sources_read(&reading, error);
    }
    if (status == STATUS_OK) {
        status = local_read(&reading, error);
    }
    if (status == STATUS_OK) {
        *sources = corpus.sources;
        *count = corpus.sources_count;
    }
    return status;
}

enum status clerk_table(const struct clerk *clerk, const char *name,
    struct arena *arena, struct bytes *csv, struct error *error)
{
    const char *path = clerk_path(arena, clerk->law_dir, name);
    struct buffer content = BUFFER_EMPTY;
    enum status status =
        file_exists(path)
            ? file_read(path, LAW_SOURCE_BYTES_MAX, &content, error)
            : STATUS_MISSING;
    if (status == STATUS_OK) {
        *csv = bytes_of(
            arena_text_n(arena, buffer_text(&content), content.length),
            content.length);
    }
    buffer_finish(&content);
    return status;
}

void clerk_corpus_destroy(struct clerk_corpus *corpus)
{
    if (corpus == NULL) {
        return;
    }
    law_destroy(corpus->law);
    arena_destroy(corpus->arena);
}

enum status clerk_corpus_copy(
    const char *from, const char *to, struct error *error)
{
    struct arena *arena = arena_create();
    const char *local = clerk_path(arena, from, LOCAL_NAME);
    enum status status = folder_copy(from, to, error);
    if (status == STATUS_OK && file_exists(local)) {
        status = folder_copy(local, clerk_path(arena, to, LOCAL_NAME), error);
    }
    arena_destroy(arena);
    return status;
}

enum status clerk_corpus_pinned(struct clerk *clerk,
    struct store_reader *reader, const char *digest,
    const struct clerk_corpus **corpus, struct error *error)
{
    pthread_mutex_lock(&clerk->laws);
    struct clerk_corpus *found = corpus_find(clerk, digest);
    enum status status = STATUS_OK;
    if (found == NULL) {
        found = corpus_create();
        status = store_corpus(reader, digest, found->arena, &found->sources,
            &found->sources_count, error);
        if (status == STATUS_OK) {
            status = corpus_compile(found, error);
        }
        if (status == STATUS_OK) {
            found->next = clerk->corpora;
            clerk->corpora = found;
        } else {
            clerk_corpus_destroy(found);
        }
    }
    pthread_mutex_unlock(&clerk->laws);
    if (status == STATUS_OK) {
        *corpus = found;
    }
    return status;
}

const struct clerk_corpus *clerk_corpus_newest(struct clerk *clerk)
{
    pthread_mutex_lock(&clerk->laws);
    const struct clerk_corpus *newest = clerk->newest;
    pthread_mutex_unlock(&clerk->laws);
    return newest;
}

enum status clerk_reload(struct clerk *clerk, struct error *error)
{
    struct clerk_corpus *corpus = NULL;
    enum status status = clerk_corpus_read(clerk->law_dir, &corpus, error);
    if (status != STATUS_OK) {
        return status;
    }
    pthread_mutex_lock(&clerk->laws);
    struct clerk_corpus *same = corpus_find(clerk, corpus->digest);
    if (same == NULL) {
        corpus->next = clerk->corpora;
        clerk->corpora = corpus;
        clerk->newest = corpus;
    } else {
        clerk_corpus_destroy(corpus);
        clerk->newest = same;
    }
    pthread_mutex_unlock(&clerk->laws);
    return STATUS_OK;
}

const struct law *clerk_law(struct clerk *clerk, const char **digest)
{
    const struct clerk_corpus *newest = clerk_corpus_newest(clerk);
    if (digest != NULL) {
        *digest = newest->digest;
    }
    return newest->law;
}

enum status clerk_pinned_law(struct clerk *clerk, const char *digest,
    const struct law **law, struct error *error)
{
    const struct clerk_corpus *corpus = NULL;
    pthread_mutex_lock(&clerk->reading);
    enum status status =
        clerk_corpus_pinned(clerk, clerk->reader, digest, &corpus, error);
    pthread_mutex_unlock(&clerk->reading);
    if (status == STATUS_OK) {
        *law = corpus->law;
    }
    return status;
}

static struct clerk_corpus *corpus_create(void)
{
    struct arena *arena = arena_create();
    struct clerk_corpus *corpus = arena_take(arena, sizeof *corpus);
    corpus->arena = arena;
    return corpus;
}

/* With `laws` locked; NULL where it is not in memory. */
static struct clerk_corpus *corpus_find(
    const struct clerk *clerk, const char *digest)
{
    struct clerk_corpus *found = clerk->corpora;
    while (found != NULL && strcmp(found->digest, digest) != 0) {
        found = found->next;
    }
    return found;
}

/* A fault of the law becomes an error that says where; `law check` why. */
static enum status corpus_compile(
    struct clerk_corpus *corpus, struct error *error)
{
    struct law_diagnostics *faults = heap_take(sizeof *faults);
    enum status status = law_compile(
        corpus->sources, corpus->sources_count, faults, &corpus->law);
    if (status == STATUS_OK) {
        store_corpus_digest(
            corpus->sources, corpus->sources_count, corpus->digest);
    } else {
        assert(faults->count > 0);
        const struct law_diagnostic *first = &faults->items[0];
        error_set(error, status, "error.law-faulty");
        message_text(&error->message, "file", first->file);
        message_number(&error->message, "line", first->line);
        message_number(&error->message, "column", first->column);
    }
    free(faults);
    return status;
}

static enum status source_read(
    struct reading *reading, const char *name, struct error *error)
{
    struct clerk_corpus *corpus = reading->corpus;
    struct buffer content = BUFFER_EMPTY;
    enum status status = file_read(
        clerk_path(corpus->arena, reading->folder, name),
        LAW_SOURCE_BYTES_MAX, &content, error);
    if (status == STATUS_OK) {
        corpus->sources = arena_grow(corpus->arena, corpus->sources,
            corpus->sources_count, &reading->capacity,
            sizeof *corpus->sources);
        corpus->sources[corpus->sources_count++] = (struct law_source){
            .name = arena_format(corpus->arena, "law/%s", name),
            .text = bytes_of(arena_text_n(corpus->arena,
                                 buffer_text(&content), content.length),
                content.length),
        };
    }
    buffer_finish(&content);
    return status;
}

static enum status sources_read(struct reading *reading, struct error *error)
{
    const char *const *names = NULL;
    size_t count = 0;
    enum status status = file_list(reading->folder, ".law",
        reading->corpus->arena, &names, &count, error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        if (strcmp(names[i], WORDS_NAME) != 0) {
            status = source_read(reading, names[i], error);
        }
    }
    return status;
}

/* A corpus may have no local acts. */
static enum status local_read(struct reading *reading, struct error *error)
{
    struct arena *arena = reading->corpus->arena;
    const char *folder = clerk_path(arena, reading->folder, LOCAL_NAME);
    const char *const *names = NULL;
    size_t count = 0;
    if (!file_exists(folder)) {
        return STATUS_OK;
    }
    enum status status =
        file_list(folder, ".law", arena, &names, &count, error);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        const char *name = clerk_path(arena, LOCAL_NAME, names[i]);
        status = source_read(reading, name, error);
    }
    return status;
}

static enum status folder_copy(
    const char *from, const char *to, struct error *error)
{
    struct arena *arena = arena_create();
    const char *const *names = NULL;
    size_t count = 0;
    enum status status = file_make_folder(to, error);
    if (status == STATUS_OK) {
        status = file_list(from, ".law", arena, &names, &count, error);
    }
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct buffer content = BUFFER_EMPTY;
        status = file_read(clerk_path(arena, from, names[i]),
            LAW_SOURCE_BYTES_MAX, &content, error);
        if (status == STATUS_OK) {
            status = file_write(clerk_path(arena, to, names[i]),
                buffer_bytes(&content), error);
        }
        buffer_finish(&content);
    }
    arena_destroy(arena);
    return status;
}
