/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Folded texts and their numbers: a table of slots, open-addressed, at most
 * half full.
 */
#include "law/lexer_internal.h"

#include <assert.h>
#include <string.h>

enum { SLOTS_FROM = 1024 };

struct symbol {
    const char *text;
    size_t length;
    uint64_t hash;
};

struct lexer_symbols {
    struct arena *arena;
    struct symbol *items; /* of number i at i - 1 */
    size_t count;
    size_t capacity;
    uint32_t *slots; /* a number; 0 is free */
    size_t slots_count; /* a power of two */
};

static uint64_t hash_of(const char *text, size_t length);
static size_t slot_of(const struct lexer_symbols *symbols, const char *text,
    size_t length, uint64_t hash);
static void slots_double(struct lexer_symbols *symbols);

struct lexer_symbols *lexer_symbols_create(struct arena *arena)
{
    struct lexer_symbols *symbols = arena_take(arena, sizeof *symbols);
    symbols->arena = arena;
    symbols->slots_count = SLOTS_FROM;
    symbols->slots =
        arena_take_array(arena, symbols->slots_count, sizeof(uint32_t));
    return symbols;
}

uint32_t lexer_symbol(struct lexer_symbols *symbols, const char *folded)
{
    return lexer_symbol_n(symbols, folded, strlen(folded));
}

uint32_t lexer_symbol_n(
    struct lexer_symbols *symbols, const char *folded, size_t length)
{
    uint64_t hash = hash_of(folded, length);
    size_t slot = slot_of(symbols, folded, length, hash);
    if (symbols->slots[slot] != 0) {
        return symbols->slots[slot];
    }
    if ((symbols->count + 1) * 2 > symbols->slots_count) {
        slots_double(symbols);
        slot = slot_of(symbols, folded, length, hash);
    }
    symbols->items = arena_grow(symbols->arena, symbols->items,
        symbols->count, &symbols->capacity, sizeof *symbols->items);
    symbols->items[symbols->count++] = (struct symbol){
        arena_text_n(symbols->arena, folded, length), length, hash};
    symbols->slots[slot] = (uint32_t)symbols->count;
    return symbols->slots[slot];
}

uint32_t lexer_symbol_known(
    const struct lexer_symbols *symbols, const char *folded, size_t length)
{
    return symbols->slots[slot_of(
        symbols, folded, length, hash_of(folded, length))];
}

/* FNV-1a, as in base/map: the texts come from files with a written limit. */
static uint64_t hash_of(const char *text, size_t length)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)text[i]) * 1099511628211u;
    }
    return hash ^ (hash >> 32);
}

/* The slot of a text, or the free one where it would stand. */
static size_t slot_of(const struct lexer_symbols *symbols, const char *text,
    size_t length, uint64_t hash)
{
    size_t slot = (size_t)hash & (symbols->slots_count - 1);
    while (symbols->slots[slot] != 0) {
        const struct symbol *one = &symbols->items[symbols->slots[slot] - 1];
        if (one->hash == hash && one->length == length &&
            memcmp(one->text, text, length) == 0) {
            break;
        }
        slot = (slot + 1) & (symbols->slots_count - 1);
    }
    return slot;
}

static void slots_double(struct lexer_symbols *symbols)
{
    symbols->slots_count *= 2;
    symbols->slots = arena_take_array(
        symbols->arena, symbols->slots_count, sizeof(uint32_t));
    for (size_t i = 0; i < symbols->count; i++) {
        const struct symbol *one = &symbols->items[i];
        symbols->slots[slot_of(symbols, one->text, one->length, one->hash)] =
            (uint32_t)(i + 1);
    }
}
