/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The project's own law files, and corpora made of them or of a text.
 */
#ifndef SUPPORT_LAW_FILES_H
#define SUPPORT_LAW_FILES_H

#include "law/law.h"

struct law_files {
    struct arena *arena;
    struct law_source *sources;
    size_t count;
};

/* Everything under law/; a file that cannot be read fails the test. */
struct law_files law_files_read(void);
void law_files_finish(struct law_files *files);

/* Compiles sources; a fault is printed and fails the test. */
struct law *law_files_compile(const struct law_source *sources, size_t count);

/* A corpus of all words under law/ and one more source of this text. */
struct law *law_files_compile_text(const char *text);

/* The same, whose faults are to be judged; on STATUS_OK `law` is the
   caller's. */
enum status law_files_try_text(const char *text,
    struct law_diagnostics *diagnostics, struct law **law);

#endif
