/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Readers: connections that cannot change anything.
 */
#include <stdlib.h>

#include "base/heap.h"
#include "store/store_internal.h"

enum status store_reader_open(
    const char *path, struct store_reader **reader, struct error *error)
{
    struct store_reader *opened = heap_take(sizeof *opened);
    enum status status = store_connect(opened, path, error);
    if (status == STATUS_OK) {
        status = store_script(opened, "PRAGMA query_only = ON", error);
    }
    if (status != STATUS_OK) {
        store_reader_close(opened);
        return status;
    }
    *reader = opened;
    return STATUS_OK;
}

void store_reader_close(struct store_reader *reader)
{
    if (reader == NULL) {
        return;
    }
    store_disconnect(reader);
    free(reader);
}
