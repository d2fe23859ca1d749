/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The only door to the heap: memory that is there, or no process.
 */
#ifndef BASE_HEAP_H
#define BASE_HEAP_H

#include <stddef.h>

/* Zeroed; never NULL. */
void *heap_take(size_t size);

/* As realloc; never NULL. */
void *heap_resize(void *memory, size_t size);

/* Ends the process: asked for more than there is. */
_Noreturn void heap_exhausted(void);

#endif
