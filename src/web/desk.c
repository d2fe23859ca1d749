/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Keys of threads, whose values are closed when a thread ends.
 */
#include "web/desk.h"

#include <microhttpd.h>

#include "base/heap.h"

static void reader_close(void *reader)
{
    store_reader_close(reader);
}

static void shelf_close(void *shelf)
{
    shelf_destroy(shelf);
}

static void response_taken(void *response)
{
    MHD_destroy_response(response);
}

void desk_init(struct desk *desk, struct clerk *clerk)
{
    desk->clerk = clerk;
    if (pthread_key_create(&desk->reader, reader_close) != 0 ||
        pthread_key_create(&desk->shelf, shelf_close) != 0) {
        heap_exhausted();
    }
}

void desk_close(struct desk *desk)
{
    reader_close(pthread_getspecific(desk->reader));
    shelf_close(pthread_getspecific(desk->shelf));
    (void)pthread_key_delete(desk->reader);
    (void)pthread_key_delete(desk->shelf);
}

struct store_reader *desk_reader(const struct desk *desk)
{
    struct store_reader *reader = pthread_getspecific(desk->reader);
    if (reader == NULL) {
        struct error error = {.status = STATUS_OK};
        if (store_reader_open(clerk_store_path(desk->clerk), &reader, &error) !=
            STATUS_OK) {
            return NULL;
        }
        (void)pthread_setspecific(desk->reader, reader);
    }
    return reader;
}

struct shelf *desk_shelf(const struct desk *desk)
{
    struct shelf *shelf = pthread_getspecific(desk->shelf);
    if (shelf == NULL) {
        shelf = shelf_create(response_taken);
        (void)pthread_setspecific(desk->shelf, shelf);
    }
    return shelf;
}
