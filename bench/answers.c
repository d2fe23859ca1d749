/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Reads what side, clingo and Z3 print.
 */
#include "answers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"

static const char *const kinds[] = {"status", "territory", "procedure"};
enum { KINDS = sizeof kinds / sizeof *kinds };

static struct map *keys_read(const char *kenes, struct arena *arena);
static struct map *atoms_read(const char *clingo, struct arena *arena);
static bool is_told(const struct copies_law *own, const struct map *keys,
    const char *key, struct arena *arena);
static const char *copy_of(const char *word);

bool answers_same_findings(
    const struct copies_law *own, const char *kenes, const char *clingo)
{
    struct arena *arena = arena_create();
    struct map *keys = keys_read(kenes, arena);
    struct map *atoms = atoms_read(clingo, arena);
    const char *missing = NULL;
    for (size_t i = 0; i < map_count(keys) && missing == NULL; i++) {
        missing = map_get(atoms, map_key_at(keys, i)) == NULL
            ? map_key_at(keys, i)
            : NULL;
    }
    for (size_t i = 0; i < map_count(atoms) && missing == NULL; i++) {
        missing = is_told(own, keys, map_key_at(atoms, i), arena)
            ? NULL
            : map_key_at(atoms, i);
    }
    if (missing != NULL) {
        (void)fprintf(stderr, "only one of the two finds %s\n", missing);
    }
    bool is_same = missing == NULL && map_count(keys) > 0;
    arena_destroy(arena);
    return is_same;
}

size_t answers_findings(const char *kenes)
{
    struct arena *arena = arena_create();
    size_t count = map_count(keys_read(kenes, arena));
    arena_destroy(arena);
    return count;
}

int64_t answers_cost(const char *kenes)
{
    const char *found = strstr(kenes, "cost ");
    return found == NULL ? -1
                         : (int64_t)strtoll(found + strlen("cost "), NULL, 10);
}

int64_t answers_optimum(const char *z3)
{
    const char *found = strstr(z3, "(g ");
    return found == NULL ? -1
                         : (int64_t)strtoll(found + strlen("(g "), NULL, 10);
}

double answers_number(const char *text, const char *name, unsigned index)
{
    const char *found = strstr(text, name);
    if (found == NULL) {
        return -1;
    }
    char *at = NULL;
    double number = strtod(found + strlen(name), &at);
    for (unsigned i = 0; i < index; i++) {
        number = strtod(at, &at);
    }
    return number;
}

/* Lines "status:maslikhat-copy1". */
static struct map *keys_read(const char *kenes, struct arena *arena)
{
    struct map *keys = map_create(arena);
    for (const char *at = kenes; *at != '\0';) {
        size_t length = strcspn(at, "\n");
        const char *line = arena_text_n(arena, at, length);
        for (size_t i = 0; i < KINDS; i++) {
            size_t kind = strlen(kinds[i]);
            if (strncmp(line, kinds[i], kind) == 0 && line[kind] == ':') {
                (void)map_put(keys, line, keys);
            }
        }
        at += length + (at[length] == '\n' ? 1 : 0);
    }
    return keys;
}

/* Atoms 'status(0,"maslikhat-copy1")', as keys. */
static struct map *atoms_read(const char *clingo, struct arena *arena)
{
    struct map *atoms = map_create(arena);
    for (size_t i = 0; i < KINDS; i++) {
        const char *head = arena_format(arena, "%s(0,\"", kinds[i]);
        for (const char *at = strstr(clingo, head); at != NULL;
             at = strstr(at, head)) {
            at += strlen(head);
            (void)map_put(atoms,
                arena_format(
                    arena, "%s:%.*s", kinds[i], (int)strcspn(at, "\""), at),
                atoms);
        }
    }
    return atoms;
}

/* It itself, or the same of a wider organ of its copy. */
static bool is_told(const struct copies_law *own, const struct map *keys,
    const char *key, struct arena *arena)
{
    if (map_get(keys, key) != NULL) {
        return true;
    }
    const char *word = strchr(key, ':') + 1;
    const char *copy = copy_of(word);
    size_t kind = (size_t)(word - key);
    if (strncmp(key, "status:", kind) != 0) {
        return false;
    }
    const char *narrow = arena_text_n(arena, word, (size_t)(copy - word));
    const char *const *wider = NULL;
    size_t count = 0;
    law_word_wider(own->law, narrow, arena, &wider, &count);
    for (size_t i = 0; i < count; i++) {
        if (map_get(keys, arena_format(arena, "status:%s%s", wider[i], copy)) !=
            NULL) {
            return true;
        }
    }
    return false;
}

/* The "-copy1" of a word. */
static const char *copy_of(const char *word)
{
    const char *copy = strstr(word, "-copy");
    return copy == NULL ? word + strlen(word) : copy;
}
