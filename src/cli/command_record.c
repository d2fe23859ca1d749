/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * record verify, rebuild: is what is kept what was entered?
 */
#include "cli/command.h"

static int fault_say(const struct command *command, const struct error *error);

int command_record_verify(const struct command *command)
{
    struct clerk_check check;
    struct error error;
    enum status status = clerk_verify(command->arguments[0], &check, &error);
    if (status != STATUS_OK) {
        return fault_say(command, &error);
    }
    char head[HASH_SIZE * 2 + 1];
    bytes_to_hex(bytes_of(check.head.bytes, HASH_SIZE), head);
    if (command->json) {
        struct arena *arena = arena_create();
        struct json *json = json_object(arena);
        json_put_boolean(json, "unbroken", true);
        json_put_integer(json, "events", check.events);
        json_put_text(json, "head", head);
        command_print_json(json);
        arena_destroy(arena);
    } else {
        struct message message;
        message_start(&message, "cli.verified");
        message_number(&message, "count", check.events);
        message_text(&message, "head", head);
        command_say(command, &message, NULL);
    }
    return COMMAND_DONE;
}

int command_rebuild(const struct command *command)
{
    struct error error;
    struct message message;
    enum status status =
        clerk_rebuild(command->arguments[0], command->check, &error);
    if (status != STATUS_OK) {
        return fault_say(command, &error);
    }
    command_say(command,
        message_start(&message,
            command->check ? "cli.rebuild-same" : "cli.rebuilt"),
        NULL);
    return COMMAND_DONE;
}

/* What does not verify is a finding, not a failure of the world. */
static int fault_say(const struct command *command, const struct error *error)
{
    if (error->status != STATUS_CORRUPT) {
        return command_fail(command, error, NULL);
    }
    if (command->json) {
        struct arena *arena = arena_create();
        struct buffer said = BUFFER_EMPTY;
        struct json *json = json_object(arena);
        tongue_say(command->language, &error->message, NULL, &said);
        json_put_boolean(json, "unbroken", false);
        json_put_text(json, "key", error->message.key);
        json_put_text(json, "message", buffer_text(&said));
        command_print_json(json);
        buffer_finish(&said);
        arena_destroy(arena);
    }
    (void)command_fail(command, error, NULL);
    return COMMAND_REFUSED;
}
