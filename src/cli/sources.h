/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The corpus that a command about the law works on.
 */
#ifndef CLI_SOURCES_H
#define CLI_SOURCES_H

#include "cli/command.h"

struct sources {
    struct arena *arena;
    struct law_source *items;
    size_t count;
    struct law *law;                /* NULL where there are faults */
    struct law_diagnostics *faults;
};

/*
 * Reads the folder of the corpus, and `files`: each takes the place of the
 * corpus's file of its name, or comes after all.  STATUS_INVALID where the
 * compiled whole has faults, which are in `sources` then; sources_finish is
 * due in any case.
 */
enum status sources_compile(const struct command *command,
    const char *const *files, size_t files_count, struct sources *sources,
    struct error *error);
void sources_finish(struct sources *sources);

/* The source read from the file `path`. */
const struct law_source *sources_of(
    const struct sources *sources, const char *path);

/* STATUS_INVALID where the law has no act of that identifier. */
enum status sources_act(
    const struct sources *sources, const char *act, struct error *error);

/* The corpus alone, for a question: faults are said; -> COMMAND_DONE, or the
   exit status. */
int sources_need(const struct command *command, struct sources *sources);

/* Faults as "file:line:column: what" on stderr, or as JSON on stdout. */
void sources_fault(const struct command *command,
    const struct law_diagnostics *faults, struct arena *arena);

#endif
