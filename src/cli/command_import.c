/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * import: the register of residents, a yearly budget, an official text.
 */
#include <string.h>

#include "base/file.h"
#include "cli/texts.h"

enum { FILE_BYTES_MAX = 64 * 1024 * 1024 };

static enum status file_import(const struct command *command,
    struct clerk *clerk, bool members, struct bytes csv, int64_t *imported,
    struct error *error);

int command_import(const struct command *command)
{
    static const char *const kinds[] = {"members", "budget", "text"};
    struct error error;
    struct clerk *clerk = NULL;
    int64_t imported = 0;
    int result = COMMAND_DONE;
    int kind = command_choice(command->arguments[1], "cli.what-import", kinds,
        sizeof kinds / sizeof kinds[0], &error);
    if (kind < 0) {
        return command_misused(command, &error.message);
    }
    if (kind == 2) {
        return texts_import(command);
    }
    if (command->count != 3) {
        error_set(&error, STATUS_INVALID, "cli.too-many");
        return command_misused(command, &error.message);
    }
    struct buffer content = BUFFER_EMPTY;
    enum status status = file_read(
        command->arguments[2], FILE_BYTES_MAX, &content, &error);
    if (status == STATUS_OK &&
        command_open(command, &clerk, &result) != STATUS_OK) {
        buffer_finish(&content);
        return result;
    }
    if (status == STATUS_OK) {
        status = file_import(command, clerk, kind == 0,
            buffer_bytes(&content), &imported, &error);
    }
    buffer_finish(&content);
    if (status != STATUS_OK) {
        result = command_fail(command, &error, NULL);
    } else if (command->json) {
        struct arena *arena = arena_create();
        struct json *json = json_object(arena);
        json_put_integer(json, "imported", imported);
        command_print_json(json);
        arena_destroy(arena);
    } else {
        struct message message;
        message_start(&message, "cli.imported-budget");
        if (kind == 0) {
            message_start(&message, "cli.imported-members");
            message_number(&message, "count", imported);
        }
        command_say(command, &message, NULL);
    }
    clerk_close(clerk);
    return result;
}

/* What is imported into a demonstration is an example. */
static enum status is_example(
    const struct clerk *clerk, bool *example, struct error *error)
{
    struct store_reader *reader = NULL;
    struct community community;
    struct arena *arena = arena_create();
    enum status status =
        store_reader_open(clerk_store_path(clerk), &reader, error);
    if (status == STATUS_OK) {
        status = store_community(reader, arena, &community, error);
    }
    if (status == STATUS_OK) {
        *example = community.demonstration;
    }
    store_reader_close(reader);
    arena_destroy(arena);
    return status;
}

static enum status file_import(const struct command *command,
    struct clerk *clerk, bool members, struct bytes csv, int64_t *imported,
    struct error *error)
{
    struct clerk_account account;
    bool example = false;
    struct arena *arena = arena_create();
    enum status status = clerk_account_find(clerk,
        command->as == NULL ? "keeper" : command->as, arena, &account, error);
    if (status == STATUS_OK && members) {
        status = clerk_import_residents(
            clerk, &account, csv, imported, error);
    } else if (status == STATUS_OK) {
        status = is_example(clerk, &example, error);
        if (status == STATUS_OK) {
            status = clerk_import_budget(
                clerk, &account, csv, example, imported, error);
        }
    }
    arena_destroy(arena);
    return status;
}
