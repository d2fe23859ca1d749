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

/* Options that every command takes, for --help: "--lang kk|ru|en" and the key
   of its message; false past the last. */
bool options_general(int index, const char **usage, const char **summary);

#endif
