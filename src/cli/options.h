/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Reading the command line.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli/command.h"

/*
 * Fills `command`, whose entry is NULL where the words name none.  Options may
 * stand anywhere; after `--` there are none.  STATUS_INVALID with what was
 * probably meant.  `*help` where --help was asked for: of the command, or
 * (entry NULL) of all.
 */
enum status options_read(int count, char **words, struct command *command,
    bool *help, struct error *error);

/* An option, for --help, the manual and completion. */
struct options_one {
    const char *name;    /* "--lang" */
    const char *usage;   /* "--lang kk|ru|en" of those that every command
                            takes; NULL: a command's usage has it */
    const char *summary; /* a message key */
    bool is_flag;        /* has no value */
};

/* The option at `index`; false past the last. */
bool options_at(int index, struct options_one *one);

#endif
