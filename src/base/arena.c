/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Arenas: a list of blocks, each filled from its start.  Under the address
 * sanitizer every thing gets a block of its own, so that a step past its end
 * is seen.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/heap.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_BLOCK_SIZE 0
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define ARENA_BLOCK_SIZE 0
#endif
#ifndef ARENA_BLOCK_SIZE
#define ARENA_BLOCK_SIZE 16384
#endif

enum { GROW_FROM = 8 };

struct block {
    struct block *next;
    size_t capacity; /* bytes after this header */
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

/* To be called when all ends. */
struct ending {
    struct ending *next;
    arena_ending *end;
    void *thing;
};

struct arena {
    struct block *newest; /* the one that is being filled, then older ones */
    struct ending *endings; /* in the blocks; the latest first */
    size_t size;
};

static struct block *block_create(struct arena *arena, size_t capacity);

struct arena *arena_create(void)
{
    return heap_take(sizeof(struct arena));
}

void arena_destroy(struct arena *arena)
{
    if (arena == NULL) {
        return;
    }
    for (struct ending *at = arena->endings; at != NULL; at = at->next) {
        at->end(at->thing);
    }
    struct block *block = arena->newest;
    while (block != NULL) {
        struct block *next = block->next;
        free(block);
        block = next;
    }
    free(arena);
}

void arena_at_end(struct arena *arena, arena_ending *end, void *thing)
{
    struct ending *ending = arena_take(arena, sizeof *ending);
    *ending = (struct ending){arena->endings, end, thing};
    arena->endings = ending;
}

size_t arena_size(const struct arena *arena)
{
    return arena->size;
}

void *arena_take(struct arena *arena, size_t size)
{
    assert(arena != NULL);
    const size_t unit = alignof(max_align_t);
    if (size > SIZE_MAX / 2) {
        heap_exhausted();
    }
    size_t rounded = size == 0 ? unit : (size + unit - 1) / unit * unit;

    struct block *block = arena->newest;
    if (block != NULL && block->capacity - block->used >= rounded) {
        void *taken = block->bytes + block->used;
        block->used += rounded;
        return taken;
    }
    if (rounded >= ARENA_BLOCK_SIZE / 4) {
        /* Large things stand alone, behind the block that is being filled. */
        block = block_create(arena, ARENA_BLOCK_SIZE == 0 ? size : rounded);
        block->used = block->capacity;
        if (arena->newest == NULL) {
            arena->newest = block;
        } else {
            block->next = arena->newest->next;
            arena->newest->next = block;
        }
        return block->bytes;
    }
    block = block_create(arena, ARENA_BLOCK_SIZE);
    block->next = arena->newest;
    block->used = rounded;
    arena->newest = block;
    return block->bytes;
}

void *arena_take_array(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / 2 / size) {
        heap_exhausted();
    }
    return arena_take(arena, count * size);
}

char *arena_text(struct arena *arena, const char *text)
{
    assert(text != NULL);
    return arena_text_n(arena, text, strlen(text));
}

char *arena_text_n(struct arena *arena, const char *text, size_t length)
{
    assert(text != NULL || length == 0);
    char *copy = arena_take(arena, length + 1);
    if (length > 0) {
        memcpy(copy, text, length);
    }
    return copy;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(length >= 0);

    size_t size = (size_t)length + 1;
    char *text = arena_take(arena, size);
    va_start(arguments, format);
    (void)vsnprintf(text, size, format, arguments);
    va_end(arguments);
    return text;
}

void *arena_grow(struct arena *arena, void *items, size_t count,
    size_t *capacity, size_t size)
{
    assert(count <= *capacity);
    if (count < *capacity) {
        return items;
    }
    if (*capacity > SIZE_MAX / 2) {
        heap_exhausted();
    }
    size_t wanted = *capacity == 0 ? GROW_FROM : *capacity * 2;
    void *grown = arena_take_array(arena, wanted, size);
    if (count > 0) {
        memcpy(grown, items, count * size);
    }
    *capacity = wanted;
    return grown;
}

static struct block *block_create(struct arena *arena, size_t capacity)
{
    struct block *block = heap_take(sizeof(struct block) + capacity);
    block->capacity = capacity;
    arena->size += sizeof *block + capacity;
    return block;
}
