/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What each of the server's threads keeps for itself: a reader of the store,
 * and a shelf of pages whose answers are those of the HTTP library.
 */
#ifndef WEB_DESK_H
#define WEB_DESK_H

#include <pthread.h>

#include "clerk/clerk.h"
#include "web/shelf.h"

struct desk {
    struct clerk *clerk; /* borrowed */
    pthread_key_t reader;
    pthread_key_t shelf;
};

void desk_init(struct desk *desk, struct clerk *clerk);

/* When no other thread is left: closes what the calling one keeps. */
void desk_close(struct desk *desk);

/* This thread's reader; NULL where the store cannot be opened now. */
struct store_reader *desk_reader(const struct desk *desk);

/* This thread's shelf. */
struct shelf *desk_shelf(const struct desk *desk);

#endif
