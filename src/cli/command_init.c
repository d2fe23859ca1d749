/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * init, account: making a community's folder, and who may sign in to it.
 */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"

enum { OFFICES_MAX = 8 };

static int account_make(const struct command *command, struct clerk *clerk,
    const char *name, const char *const *offices, size_t count,
    int64_t resident);

int command_init(const struct command *command)
{
    static const char *const offices[] = {"keeper"};
    struct error error;
    struct message message;
    const char *dir = command->arguments[0];
    if (command->community == NULL) {
        return command_misused(
            command, message_start(&message, "cli.init-where"));
    }
    struct arena *arena = arena_create();
    enum status status = clerk_init(dir, command_law_folder(command, arena),
        command->community, false, &command->clock, &error);
    arena_destroy(arena);
    if (status != STATUS_OK) {
        return command_fail(command, &error, NULL);
    }
    struct clerk *clerk = NULL;
    int result = COMMAND_DONE;
    struct command plain = *command;
    plain.law = NULL;
    if (command_open(&plain, &clerk, &result) == STATUS_OK) {
        message_start(&message, "cli.init-done");
        message_text(&message, "path", dir);
        command_note(command, &message, NULL);
        result = account_make(command, clerk, "keeper", offices, 1, 0);
    }
    clerk_close(clerk);
    return result;
}

/* "clerk,rural-akim" in parts; -> how many, or -1 where there are too many. */
static int offices_split(
    const char *text, struct arena *arena, const char **offices)
{
    int count = 0;
    while (text != NULL && *text != '\0') {
        const char *comma = strchr(text, ',');
        size_t length = comma == NULL ? strlen(text) : (size_t)(comma - text);
        if (count == OFFICES_MAX) {
            return -1;
        }
        offices[count++] = arena_text_n(arena, text, length);
        text = comma == NULL ? NULL : comma + 1;
    }
    return count;
}

int command_account(const struct command *command)
{
    struct error error;
    struct clerk *clerk = NULL;
    int64_t resident = 0;
    int result = COMMAND_DONE;
    const char *offices[OFFICES_MAX];
    if (command->resident != NULL &&
        command_number(command->resident, &resident, &error) != STATUS_OK) {
        return command_misused(command, &error.message);
    }
    struct arena *arena = arena_create();
    int count = offices_split(command->offices, arena, offices);
    if (count < 0 || (count == 0 && resident == 0)) {
        struct message message;
        result = command_misused(
            command, message_start(&message, "cli.account-offices"));
    } else if (command_open(command, &clerk, &result) == STATUS_OK) {
        result = account_make(command, clerk, command->arguments[1], offices,
            (size_t)count, resident);
    }
    clerk_close(clerk);
    arena_destroy(arena);
    return result;
}

static int account_make(const struct command *command, struct clerk *clerk,
    const char *name, const char *const *offices, size_t count,
    int64_t resident)
{
    char password[CLERK_TOKEN_MAX];
    struct error error;
    struct message message;
    clerk_password(password);
    enum status status = clerk_account_add(clerk, name, password, offices,
        count, resident, command->language, &error);
    if (status != STATUS_OK) {
        return command_fail(command, &error, NULL);
    }
    command_note(
        command, message_start(&message, "cli.password-once"), NULL);
    (void)printf("%s %s\n", name, password);
    return COMMAND_DONE;
}
