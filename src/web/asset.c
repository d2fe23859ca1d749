/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Assets.  The mark in a name is FNV-1a of 64 bits: it tells versions apart
 * and protects nothing.
 */
#include "web/asset.h"

#include <assert.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buffer.h"

static const struct {
    const char *ending;
    const char *type;
} kinds[] = {
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".txt", "text/plain; charset=utf-8"},
};

enum { ASSETS_MAX = 32 };

/* Of the content of each file, in the order of embed_assets. */
static uint64_t marks[ASSETS_MAX];
static pthread_once_t marked = PTHREAD_ONCE_INIT;

static void path_add(size_t index, struct buffer *path);

const char *asset_path(struct arena *arena, const char *name)
{
    for (size_t i = 0; i < embed_assets_count; i++) {
        if (strcmp(embed_assets[i].name, name) == 0) {
            struct buffer path = BUFFER_EMPTY;
            path_add(i, &path);
            const char *text = arena_text(arena, buffer_text(&path));
            buffer_finish(&path);
            return text;
        }
    }
    assert(false);
    return "";
}

const struct embed_file *asset_find(const char *path)
{
    const struct embed_file *found = NULL;
    struct buffer own = BUFFER_EMPTY;
    for (size_t i = 0; i < embed_assets_count && found == NULL; i++) {
        buffer_clear(&own);
        path_add(i, &own);
        if (strcmp(buffer_text(&own), path) == 0) {
            found = &embed_assets[i];
        }
    }
    buffer_finish(&own);
    return found;
}

const char *asset_type(const struct embed_file *file)
{
    const char *ending = strrchr(file->name, '.');
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (ending != NULL && strcmp(ending, kinds[i].ending) == 0) {
            return kinds[i].type;
        }
    }
    return "application/octet-stream";
}

static void marks_make(void)
{
    assert(embed_assets_count <= ASSETS_MAX);
    for (size_t i = 0; i < embed_assets_count; i++) {
        uint64_t mark = UINT64_C(14695981039346656037);
        for (size_t at = 0; at < embed_assets[i].length; at++) {
            mark = (mark ^ embed_assets[i].data[at]) * UINT64_C(1099511628211);
        }
        marks[i] = mark;
    }
}

static void path_add(size_t index, struct buffer *path)
{
    const char *name = embed_assets[index].name;
    const char *ending = strrchr(name, '.');
    size_t stem = ending == NULL ? strlen(name) : (size_t)(ending - name);
    (void)pthread_once(&marked, marks_make);
    buffer_add(path, name, stem);
    buffer_add_format(path, ".%016" PRIx64, marks[index]);
    buffer_add_text(path, name + stem);
}
