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

static void path_add(const struct embed_file *file, struct buffer *path);

const char *asset_path(struct arena *arena, const char *name)
{
    for (size_t i = 0; i < embed_assets_count; i++) {
        if (strcmp(embed_assets[i].name, name) == 0) {
            struct buffer path = BUFFER_EMPTY;
            path_add(&embed_assets[i], &path);
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
        path_add(&embed_assets[i], &own);
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

static void path_add(const struct embed_file *file, struct buffer *path)
{
    uint64_t mark = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < file->length; i++) {
        mark = (mark ^ file->data[i]) * UINT64_C(1099511628211);
    }
    const char *ending = strrchr(file->name, '.');
    size_t stem =
        ending == NULL ? strlen(file->name) : (size_t)(ending - file->name);
    buffer_add(path, file->name, stem);
    buffer_add_format(path, ".%016" PRIx64, mark);
    buffer_add_text(path, file->name + stem);
}
