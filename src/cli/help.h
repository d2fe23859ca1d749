/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * --help, printed from the table of commands.
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/command.h"

/* Of the command, of a family ("law"), or of all, on stdout. */
void help_print(const struct command *command);

/* Why no command was found, and where to look; -> COMMAND_USAGE. */
int help_hint(const struct command *command, const struct error *error);

/* "kenes law ask DATE …" on stderr. */
void help_usage(const struct command *command);

#endif
