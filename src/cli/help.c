/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * --help, printed from the table of commands.
 */
#include "cli/help.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "cli/options.h"
#include "cli/usage.h"

static void entry_print(
    const struct command *command, const struct command_entry *entry);
static void options_print(
    const struct command *command, const struct command_entry *entry);

enum { OPTION_WIDTH = 22 };

void help_print(const struct command *command)
{
    const char *family = command->count > 0 ? command->arguments[0] : "";
    if (command->entry != NULL) {
        entry_print(command, command->entry);
        options_print(command, command->entry);
    } else {
        if (family[0] == '\0') {
            (void)printf("%s\n\n", tongue_text(command->language, "cli.about"));
        }
        for (int i = 0; i < command_table_count; i++) {
            if (strncmp(command_table[i].name, family, strlen(family)) == 0) {
                entry_print(command, &command_table[i]);
            }
        }
    }
    (void)printf("\n%s\n", tongue_text(command->language, "cli.everywhere"));
    options_print(command, NULL);
    (void)printf(
        "\n%s\n", tongue_text(command->language, "cli.exit-statuses"));
}

static void entry_print(
    const struct command *command, const struct command_entry *entry)
{
    (void)printf("kenes %s %s\n    %s\n", entry->name, entry->usage,
        tongue_text(command->language, entry->summary));
}

/* Those of the command, or (NULL) those of every one. */
static void options_print(
    const struct command *command, const struct command_entry *entry)
{
    struct options_one one;
    for (int i = 0; options_at(i, &one); i++) {
        struct buffer shape = BUFFER_EMPTY;
        if (entry == NULL && one.usage != NULL) {
            buffer_add_text(&shape, one.usage);
        }
        if (entry != NULL && one.usage == NULL) {
            (void)usage_option(entry->usage, one.name, &shape);
        }
        if (shape.length > 0) {
            int width = (int)(shape.length - utf8_length(buffer_text(&shape)));
            (void)printf("%-*s %s\n", OPTION_WIDTH + width,
                buffer_text(&shape),
                tongue_text(command->language, one.summary));
        }
        buffer_finish(&shape);
    }
}

int help_hint(const struct command *command, const struct error *error)
{
    struct message hint;
    command_note(command, &error->message, NULL);
    command_note(command, message_start(&hint, "cli.hint"), NULL);
    return COMMAND_USAGE;
}

void help_usage(const struct command *command)
{
    (void)fprintf(stderr, "kenes %s %s\n", command->entry->name,
        command->entry->usage);
}
