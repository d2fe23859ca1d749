/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The heap.  There is no use in going on without memory: a transaction that
 * is under way rolls back, and every input has a written limit.
 */
#include "base/heap.h"

#include <stdio.h>
#include <stdlib.h>

void *heap_take(size_t size)
{
    void *memory = calloc(1, size == 0 ? 1 : size);
    if (memory == NULL) {
        heap_exhausted();
    }
    return memory;
}

void *heap_resize(void *memory, size_t size)
{
    void *resized = realloc(memory, size == 0 ? 1 : size);
    if (resized == NULL) {
        heap_exhausted();
    }
    return resized;
}

_Noreturn void heap_exhausted(void)
{
    (void)fputs("kenes: out of memory\n", stderr);
    abort();
}
