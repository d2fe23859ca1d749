/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Official texts of the law that a community has loaded.
 */
#ifndef CLI_TEXTS_H
#define CLI_TEXTS_H

#include "cli/sources.h"

/* import DIR text ACT EDITION FILE; -> the exit status. */
int texts_import(const struct command *command);

/* Prints the texts in the folder of --text that belong to the editions of a
   day, of the act and the article of the command. */
enum status texts_show(const struct command *command,
    const struct sources *sources, struct date day, struct error *error);

/* Compares the texts of an act, the command's first argument, on two days. */
enum status texts_diff(const struct command *command,
    const struct sources *sources, struct date before, struct date after,
    struct error *error);

#endif
