/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Whole files.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"

/* "-" is standard input.  STATUS_MISSING, _UNAVAILABLE, _INVALID past `max`. */
enum status file_read(const char *path, size_t max, struct buffer *content,
    struct error *error);

/* Writes beside, fsyncs, renames, fsyncs the folder: all or nothing. */
enum status file_write(
    const char *path, struct bytes content, struct error *error);

/* Names in a folder that end with `ending`, sorted; no paths. */
enum status file_list(const char *folder, const char *ending,
    struct arena *arena, const char *const **names, size_t *count,
    struct error *error);

bool file_exists(const char *path);

/* Makes a folder; one that exists already is fine. */
enum status file_make_folder(const char *path, struct error *error);

#endif
