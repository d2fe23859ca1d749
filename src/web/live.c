/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Streams of counts.
 *
 * What a stream has still to send lies in its `text`.  Its connection goes to
 * sleep when libmicrohttpd asks for more and there is none, and is woken by
 * the feeding thread; both hold the mutex, so none is woken twice or forgotten.
 */
#include "web/live.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/heap.h"
#include "web/counts.h"
#include "web/limits.h"

struct stream {
    struct live *live;
    struct MHD_Connection *connection;
    enum language language;
    int64_t sitting;
    struct buffer last; /* the latest event */
    struct buffer text; /* to be sent, from `sent` on */
    size_t sent;
    bool is_asleep;
    struct stream *next;
};

struct live {
    struct clerk *clerk;
    struct store_reader *reader; /* of the thread; NULL: not opened yet */
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    struct stream *streams;
    size_t count;
    int64_t seen; /* events of the record when it was last looked at */
    bool is_woken;
    bool is_ending;
};

/* What the streams of one sitting in one language are to be told. */
struct news {
    enum language language;
    int64_t sitting;
    struct buffer event;
};

static void *live_main(void *argument);

struct live *live_create(struct clerk *clerk)
{
    struct live *live = heap_take(sizeof *live);
    live->clerk = clerk;
    (void)pthread_mutex_init(&live->mutex, NULL);
    (void)pthread_cond_init(&live->changed, NULL);
    if (pthread_create(&live->thread, NULL, live_main, live) != 0) {
        heap_exhausted();
    }
    return live;
}

void live_wake(struct live *live)
{
    (void)pthread_mutex_lock(&live->mutex);
    live->is_woken = true;
    (void)pthread_cond_signal(&live->changed);
    (void)pthread_mutex_unlock(&live->mutex);
}

static void stream_wake(struct stream *stream)
{
    if (stream->is_asleep) {
        stream->is_asleep = false;
        MHD_resume_connection(stream->connection);
    }
}

void live_end(struct live *live)
{
    (void)pthread_mutex_lock(&live->mutex);
    live->is_ending = true;
    for (struct stream *at = live->streams; at != NULL; at = at->next) {
        stream_wake(at);
    }
    (void)pthread_cond_signal(&live->changed);
    (void)pthread_mutex_unlock(&live->mutex);
}

void live_destroy(struct live *live)
{
    if (live == NULL) {
        return;
    }
    live_end(live);
    (void)pthread_join(live->thread, NULL);
    assert(live->streams == NULL);
    (void)pthread_cond_destroy(&live->changed);
    (void)pthread_mutex_destroy(&live->mutex);
    free(live);
}

/* ---- a stream ------------------------------------------------------------ */

/* Called by libmicrohttpd for more; it goes to sleep where there is none. */
static ssize_t stream_read(
    void *context, uint64_t position, char *to, size_t room)
{
    struct stream *stream = context;
    struct live *live = stream->live;
    ssize_t read = 0;
    (void)position;
    (void)pthread_mutex_lock(&live->mutex);
    size_t left = stream->text.length - stream->sent;
    if (live->is_ending) {
        read = MHD_CONTENT_READER_END_OF_STREAM;
    } else if (left > 0) {
        size_t length = left < room ? left : room;
        memcpy(to, stream->text.data + stream->sent, length);
        stream->sent += length;
        read = (ssize_t)length;
    } else {
        stream->is_asleep = true;
        MHD_suspend_connection(stream->connection);
    }
    (void)pthread_mutex_unlock(&live->mutex);
    return read;
}

static void stream_close(void *context)
{
    struct stream *stream = context;
    struct live *live = stream->live;
    (void)pthread_mutex_lock(&live->mutex);
    struct stream **at = &live->streams;
    while (*at != stream) {
        at = &(*at)->next;
    }
    *at = stream->next;
    live->count--;
    (void)pthread_mutex_unlock(&live->mutex);
    buffer_finish(&stream->last);
    buffer_finish(&stream->text);
    free(stream);
}

static void stream_add(struct stream *stream, const char *text, size_t length)
{
    if (stream->sent == stream->text.length) {
        buffer_clear(&stream->text);
        stream->sent = 0;
    }
    buffer_add(&stream->text, text, length);
    stream_wake(stream);
}

struct MHD_Response *live_open(struct live *live,
    struct MHD_Connection *connection, enum language language, int64_t sitting,
    struct bytes first)
{
    struct MHD_Response *response = NULL;
    (void)pthread_mutex_lock(&live->mutex);
    if (live->count < LIMITS_STREAMS_MAX && !live->is_ending) {
        struct stream *stream = heap_take(sizeof *stream);
        *stream = (struct stream){.live = live,
            .connection = connection,
            .language = language,
            .sitting = sitting,
            .next = live->streams};
        buffer_add(&stream->last, (const char *)first.data, first.length);
        buffer_add(&stream->text, (const char *)first.data, first.length);
        response = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN,
            LIMITS_STREAM_BYTES, stream_read, stream, stream_close);
        if (response == NULL) {
            heap_exhausted();
        }
        live->streams = stream;
        live->count++;
        /* What happened since `first` was worked out. */
        live->seen = 0;
        live->is_woken = true;
        (void)pthread_cond_signal(&live->changed);
    }
    (void)pthread_mutex_unlock(&live->mutex);
    return response;
}

/* ---- feeding ------------------------------------------------------------- */

/* One for each sitting and language, without their texts. */
static struct news *news_gather(struct live *live, size_t *count)
{
    struct news *news =
        heap_take((live->count == 0 ? 1 : live->count) * sizeof *news);
    *count = 0;
    for (struct stream *at = live->streams; at != NULL; at = at->next) {
        size_t i = 0;
        while (i < *count && (news[i].sitting != at->sitting ||
                                 news[i].language != at->language)) {
            i++;
        }
        if (i == *count) {
            news[(*count)++] = (struct news){.language = at->language,
                .sitting = at->sitting,
                .event = BUFFER_EMPTY};
        }
    }
    return news;
}

static void news_say(struct live *live, struct news *news)
{
    struct arena *arena = arena_create();
    struct engine_facts facts;
    struct error error = {.status = STATUS_OK};
    if (clerk_facts(live->clerk, live->reader, news->sitting, arena, &facts,
            &error) == STATUS_OK) {
        counts_event(news->language, &facts, arena, &news->event);
    }
    arena_destroy(arena);
}

static void news_spread(struct live *live, const struct news *news)
{
    for (struct stream *at = live->streams; at != NULL; at = at->next) {
        bool is_meant = at->sitting == news->sitting &&
                        at->language == news->language &&
                        news->event.length > 0;
        if (is_meant && strcmp(buffer_text(&at->last),
                            buffer_text(&news->event)) != 0) {
            buffer_clear(&at->last);
            buffer_add(&at->last, news->event.data, news->event.length);
            stream_add(at, news->event.data, news->event.length);
        }
    }
}

/* Events of the record; -1 where the store cannot say now. */
static int64_t events_count(struct live *live)
{
    struct store_head head;
    struct error error = {.status = STATUS_OK};
    if (live->reader == NULL &&
        store_reader_open(clerk_store_path(live->clerk), &live->reader,
            &error) != STATUS_OK) {
        return -1;
    }
    return store_head(live->reader, &head, &error) == STATUS_OK ? head.count
                                                                : -1;
}

/* Called with the mutex, which it lets go while it reads the store. */
static void feed(struct live *live)
{
    size_t count = 0;
    int64_t seen = live->seen;
    struct news *news = news_gather(live, &count);
    live->seen = -1;
    (void)pthread_mutex_unlock(&live->mutex);
    int64_t events = events_count(live);
    bool has_grown = events >= 0 && events != seen;
    for (size_t i = 0; has_grown && i < count; i++) {
        news_say(live, &news[i]);
    }
    (void)pthread_mutex_lock(&live->mutex);
    for (size_t i = 0; i < count; i++) {
        news_spread(live, &news[i]);
        buffer_finish(&news[i].event);
    }
    free(news);
    /* A stream that was opened meanwhile has set it. */
    if (live->seen < 0) {
        live->seen = events >= 0 ? events : seen;
    }
}

/* A line that says nothing shows which browsers are gone. */
static void beat(struct live *live)
{
    static const char line[] = ":\n\n";
    for (struct stream *at = live->streams; at != NULL; at = at->next) {
        if (at->is_asleep) {
            stream_add(at, line, sizeof line - 1);
        }
    }
}

static void nap(struct live *live)
{
    struct timespec until;
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += 1;
    while (!live->is_woken && !live->is_ending) {
        int result = live->streams == NULL
                         ? pthread_cond_wait(&live->changed, &live->mutex)
                         : pthread_cond_timedwait(
                               &live->changed, &live->mutex, &until);
        if (result == ETIMEDOUT) {
            return;
        }
    }
}

static void *live_main(void *argument)
{
    struct live *live = argument;
    int seconds = 0;
    (void)pthread_mutex_lock(&live->mutex);
    while (!live->is_ending) {
        nap(live);
        bool is_second = !live->is_woken;
        live->is_woken = false;
        if (live->streams == NULL || live->is_ending) {
            continue;
        }
        feed(live);
        if (is_second && ++seconds >= LIMITS_BEAT_SECONDS) {
            seconds = 0;
            beat(live);
        }
    }
    (void)pthread_mutex_unlock(&live->mutex);
    store_reader_close(live->reader);
    return NULL;
}
