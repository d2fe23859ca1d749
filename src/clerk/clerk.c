/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Making, opening and closing a community's folder; the time.
 */
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "base/heap.h"
#include "clerk/clerk_internal.h"

#define LAW_NAME "law"

enum { CLOCK_BYTES_MAX = 256 };

static enum status clock_file(
    const char *path, struct instant *now, struct error *error);
static enum status found(const char *dir, const char *kato,
    bool demonstration, const struct clerk_clock *clock, struct error *error);

enum status clerk_now(const struct clerk_clock *clock, struct instant *now,
    struct error *error)
{
    if (clock->file != NULL) {
        return clock_file(clock->file, now, error);
    }
    now->seconds =
        clock->fixed.seconds != 0 ? clock->fixed.seconds : (int64_t)time(NULL);
    return STATUS_OK;
}

static enum status clock_file(
    const char *path, struct instant *now, struct error *error)
{
    struct buffer content = BUFFER_EMPTY;
    enum status status = file_read(path, CLOCK_BYTES_MAX, &content, error);
    if (status == STATUS_OK) {
        char line[CLOCK_BYTES_MAX + 1] = "";
        size_t length = strcspn(buffer_text(&content), "\r\n");
        memcpy(line, buffer_text(&content), length);
        if (!instant_parse(line, now)) {
            status = error_set(error, STATUS_INVALID, "error.clock-file");
            message_text(&error->message, "path", path);
        }
    }
    buffer_finish(&content);
    return status;
}

const char *clerk_path(struct arena *arena, const char *dir, const char *name)
{
    return arena_format(arena, "%s/%s", dir, name);
}

enum status clerk_init(const char *dir, const char *law_dir, const char *kato,
    bool demonstration, const struct clerk_clock *clock, struct error *error)
{
    struct clerk_corpus *corpus = NULL;
    struct arena *arena = arena_create();
    const char *store = clerk_path(arena, dir, CLERK_STORE_NAME);
    enum status status = STATUS_OK;
    if (territory_find(kato) == NULL) {
        status = error_set(error, STATUS_INVALID, "error.no-such-place");
        message_text(&error->message, "kato", kato);
    } else if (file_exists(store)) {
        status = error_set(error, STATUS_CONFLICT, "error.folder-taken");
        message_text(&error->message, "path", dir);
    }
    if (status == STATUS_OK) {
        status = clerk_corpus_read(law_dir, &corpus, error);
    }
    if (status == STATUS_OK) {
        status = file_make_folder(dir, error);
    }
    if (status == STATUS_OK) {
        status = clerk_corpus_copy(
            law_dir, clerk_path(arena, dir, LAW_NAME), error);
    }
    if (status == STATUS_OK) {
        status = store_create(store, error);
    }
    if (status == STATUS_OK) {
        status = found(dir, kato, demonstration, clock, error);
        if (status != STATUS_OK) {
            store_remove(store);
        }
    }
    clerk_corpus_destroy(corpus);
    arena_destroy(arena);
    return status;
}

/* The first act of the record. */
static enum status found(const char *dir, const char *kato,
    bool demonstration, const struct clerk_clock *clock, struct error *error)
{
    static const struct clerk_account keeper = {
        .name = "keeper",
        .offices = {"keeper"},
        .offices_count = 1,
    };
    struct clerk *clerk = NULL;
    enum status status = clerk_open(dir, NULL, clock, &clerk, error);
    if (status != STATUS_OK) {
        return status;
    }
    struct arena *arena = arena_create();
    struct json *body = json_object(arena);
    json_put_text(body, "kato", kato);
    json_put_boolean(body, "demonstration", demonstration);
    struct act act = {
        .kind = ACT_FOUND_COMMUNITY,
        .actor = "keeper",
        .body = body,
    };
    struct clerk_answer answer;
    clerk_submit_wait(clerk, &keeper, &act, &answer);
    if (answer.status != STATUS_OK) {
        *error = answer.error;
    }
    arena_destroy(arena);
    clerk_close(clerk);
    return answer.status;
}

enum status clerk_open(const char *dir, const char *law_dir,
    const struct clerk_clock *clock, struct clerk **opened,
    struct error *error)
{
    struct arena *arena = arena_create();
    struct clerk *clerk = arena_take(arena, sizeof *clerk);
    clerk->arena = arena;
    clerk->store_path = clerk_path(arena, dir, CLERK_STORE_NAME);
    clerk->law_dir = law_dir != NULL ? arena_text(arena, law_dir)
                                     : clerk_path(arena, dir, LAW_NAME);
    clerk->clock.fixed = clock->fixed;
    clerk->clock.file =
        clock->file == NULL ? NULL : arena_text(arena, clock->file);
    struct clerk_corpus *corpus = NULL;
    enum status status = store_open(clerk->store_path, &clerk->store, error);
    if (status == STATUS_OK) {
        status = store_reader_open(clerk->store_path, &clerk->reader, error);
    }
    if (status == STATUS_OK) {
        status = clerk_corpus_read(clerk->law_dir, &corpus, error);
    }
    if (status != STATUS_OK) {
        store_reader_close(clerk->reader);
        store_close(clerk->store);
        arena_destroy(arena);
        return status;
    }
    clerk->corpora = corpus;
    clerk->newest = corpus;
    pthread_mutex_init(&clerk->reading, NULL);
    pthread_mutex_init(&clerk->laws, NULL);
    pthread_mutex_init(&clerk->queue, NULL);
    pthread_mutex_init(&clerk->hashing, NULL);
    pthread_mutex_init(&clerk->attempts.lock, NULL);
    pthread_cond_init(&clerk->wake, NULL);
    if (pthread_create(&clerk->thread, NULL, clerk_writer, clerk) != 0) {
        heap_exhausted();
    }
    *opened = clerk;
    return STATUS_OK;
}

void clerk_close(struct clerk *clerk)
{
    if (clerk == NULL) {
        return;
    }
    pthread_mutex_lock(&clerk->queue);
    clerk->stopping = true;
    pthread_cond_signal(&clerk->wake);
    pthread_mutex_unlock(&clerk->queue);
    pthread_join(clerk->thread, NULL);
    store_reader_close(clerk->reader);
    store_close(clerk->store);
    while (clerk->corpora != NULL) {
        struct clerk_corpus *next = clerk->corpora->next;
        clerk_corpus_destroy(clerk->corpora);
        clerk->corpora = next;
    }
    pthread_cond_destroy(&clerk->wake);
    pthread_mutex_destroy(&clerk->attempts.lock);
    pthread_mutex_destroy(&clerk->hashing);
    pthread_mutex_destroy(&clerk->queue);
    pthread_mutex_destroy(&clerk->laws);
    pthread_mutex_destroy(&clerk->reading);
    arena_destroy(clerk->arena);
}

const char *clerk_store_path(const struct clerk *clerk)
{
    return clerk->store_path;
}

enum status clerk_time(
    struct clerk *clerk, struct instant *now, struct error *error)
{
    return clerk_now(&clerk->clock, now, error);
}
