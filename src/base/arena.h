/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Memory that is freed all at once.  One arena belongs to one request, one
 * command or one compilation; nothing taken from it outlives it.  Running out
 * of memory ends the process: a transaction rolls back, and every input has a
 * written limit.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_create(void);
void arena_destroy(struct arena *arena); /* NULL is nothing */

/* Calls `end` with `thing` when the arena is destroyed, the latest first:
   gives back what the arena's things borrow of others. */
typedef void arena_ending(void *thing);
void arena_at_end(struct arena *arena, arena_ending *end, void *thing);

/* Bytes of the heap that it holds. */
size_t arena_size(const struct arena *arena);

/* Zeroed memory, aligned for any type; never NULL. */
void *arena_take(struct arena *arena, size_t size);

/* Room for `count` things of `size`; overflow ends the process. */
void *arena_take_array(struct arena *arena, size_t count, size_t size);

/* Copies of text, ended with NUL. */
char *arena_text(struct arena *arena, const char *text);
char *arena_text_n(struct arena *arena, const char *text, size_t length);

/* printf into the arena. */
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Grows an array: returns `items`, or a copy of it twice as long, so that
 * items[count] may be written.  `*capacity` is read and updated.
 */
void *arena_grow(struct arena *arena, void *items, size_t count,
    size_t *capacity, size_t size);

#endif
