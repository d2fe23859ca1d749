/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The files of src/web/assets, served under names that change with their
 * content, so that a browser may keep them for ever.
 */
#ifndef WEB_ASSET_H
#define WEB_ASSET_H

#include "base/arena.h"
#include "base/embed.h"

/* "style.0123456789abcdef.css" of "style.css"; asking for none is a bug. */
const char *asset_path(struct arena *arena, const char *name);

/* The file behind such a name; NULL where there is none. */
const struct embed_file *asset_find(const char *path);

/* "text/css; charset=utf-8", …; static. */
const char *asset_type(const struct embed_file *file);

#endif
