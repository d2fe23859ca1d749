/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A map from text to pointers in an arena; iterates in insertion order.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"

struct map;

struct map *map_create(struct arena *arena);

/* Sets `key` (copied); returns the former value or NULL. */
void *map_put(struct map *map, const char *key, void *value);
void *map_get(const struct map *map, const char *key); /* NULL: not there */
size_t map_count(const struct map *map);
const char *map_key_at(const struct map *map, size_t index);
void *map_value_at(const struct map *map, size_t index);

#endif
