/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A map: entries in the order in which they came, and a table of their
 * indexes, open-addressed, at most half full.
 */
#include "base/map.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

enum { MAP_SLOTS_FROM = 16 };

struct entry {
    const char *key;
    void *value;
    uint64_t hash;
};

struct map {
    struct arena *arena;
    struct entry *entries;
    size_t count;
    size_t capacity;
    size_t *slots; /* index + 1 of an entry; 0 is free */
    size_t slots_count; /* a power of two */
};

static uint64_t hash_text(const char *text);
static size_t slot_find(const struct map *map, const char *key, uint64_t hash);
static void slots_double(struct map *map);

struct map *map_create(struct arena *arena)
{
    struct map *map = arena_take(arena, sizeof *map);
    map->arena = arena;
    map->slots_count = MAP_SLOTS_FROM;
    map->slots = arena_take_array(arena, map->slots_count, sizeof(size_t));
    return map;
}

void *map_put(struct map *map, const char *key, void *value)
{
    assert(map != NULL);
    assert(key != NULL);
    uint64_t hash = hash_text(key);
    size_t slot = slot_find(map, key, hash);
    if (map->slots[slot] != 0) {
        struct entry *entry = &map->entries[map->slots[slot] - 1];
        void *former = entry->value;
        entry->value = value;
        return former;
    }
    if ((map->count + 1) * 2 > map->slots_count) {
        slots_double(map);
        slot = slot_find(map, key, hash);
    }
    map->entries = arena_grow(map->arena, map->entries, map->count,
        &map->capacity, sizeof *map->entries);
    map->entries[map->count] =
        (struct entry){arena_text(map->arena, key), value, hash};
    map->count++;
    map->slots[slot] = map->count;
    return NULL;
}

void *map_get(const struct map *map, const char *key)
{
    assert(map != NULL);
    assert(key != NULL);
    size_t index = map->slots[slot_find(map, key, hash_text(key))];
    return index == 0 ? NULL : map->entries[index - 1].value;
}

size_t map_count(const struct map *map)
{
    return map->count;
}

const char *map_key_at(const struct map *map, size_t index)
{
    assert(index < map->count);
    return map->entries[index].key;
}

void *map_value_at(const struct map *map, size_t index)
{
    assert(index < map->count);
    return map->entries[index].value;
}

/* FNV-1a.  Keys come from files with a written limit, not from crowds. */
static uint64_t hash_text(const char *text)
{
    uint64_t hash = 14695981039346656037u;
    for (; *text != '\0'; text++) {
        hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    }
    return hash ^ (hash >> 32);
}

/* The slot of `key`, or the free one where it would stand. */
static size_t slot_find(const struct map *map, const char *key, uint64_t hash)
{
    size_t slot = (size_t)hash & (map->slots_count - 1);
    while (map->slots[slot] != 0) {
        const struct entry *entry = &map->entries[map->slots[slot] - 1];
        if (entry->hash == hash && strcmp(entry->key, key) == 0) {
            break;
        }
        slot = (slot + 1) & (map->slots_count - 1);
    }
    return slot;
}

static void slots_double(struct map *map)
{
    map->slots_count *= 2;
    map->slots =
        arena_take_array(map->arena, map->slots_count, sizeof(size_t));
    for (size_t i = 0; i < map->count; i++) {
        const struct entry *entry = &map->entries[i];
        map->slots[slot_find(map, entry->key, entry->hash)] = i + 1;
    }
}
