/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What the commands share: saying, failing, reading arguments, finding the
 * corpus.
 */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/number.h"
#include "cli/help.h"
#include "cli/usage.h"
#include "law/nearest.h"

enum { PATH_BYTES_MAX = 4096 };

static void line_print(FILE *stream, const struct command *command,
    const struct message *message, const struct tongue_names *names);

bool command_takes(const struct command_entry *entry, const char *option)
{
    struct buffer shape = BUFFER_EMPTY;
    bool takes = usage_option(entry->usage, option, &shape);
    buffer_finish(&shape);
    return takes;
}

/* ---- saying ------------------------------------------------------------- */

void command_say(const struct command *command,
    const struct message *message, const struct tongue_names *names)
{
    line_print(stdout, command, message, names);
}

void command_note(const struct command *command,
    const struct message *message, const struct tongue_names *names)
{
    line_print(stderr, command, message, names);
}

static void line_print(FILE *stream, const struct command *command,
    const struct message *message, const struct tongue_names *names)
{
    struct buffer line = BUFFER_EMPTY;
    tongue_say(command->language, message, names, &line);
    (void)fprintf(stream, "%s\n", buffer_text(&line));
    buffer_finish(&line);
}

void command_print_json(const struct json *value)
{
    struct buffer text = BUFFER_EMPTY;
    json_print(value, &text);
    if (text.length > 0 && text.data[text.length - 1] != '\n') {
        buffer_add_char(&text, '\n');
    }
    command_print(&text);
    buffer_finish(&text);
}

void command_print(const struct buffer *text)
{
    (void)fwrite(buffer_text(text), 1, text->length, stdout);
}

int command_fail(const struct command *command, const struct error *error,
    const struct tongue_names *names)
{
    command_note(command, &error->message, names);
    switch (error->status) {
    case STATUS_OK:
        return COMMAND_DONE;
    case STATUS_REFUSED:
    case STATUS_FORBIDDEN:
        return COMMAND_REFUSED;
    case STATUS_INVALID:
        return COMMAND_USAGE;
    case STATUS_MISSING:
    case STATUS_CONFLICT:
    case STATUS_CORRUPT:
    case STATUS_UNAVAILABLE:
    case STATUS_UNCERTAIN:
        return COMMAND_FAILED;
    }
    return COMMAND_FAILED;
}

int command_misused(
    const struct command *command, const struct message *message)
{
    command_note(command, message, NULL);
    help_usage(command);
    return COMMAND_USAGE;
}

/* ---- reading arguments -------------------------------------------------- */

enum status command_day(
    const char *text, struct date *day, struct error *error)
{
    if (date_parse(text, day)) {
        return STATUS_OK;
    }
    error_set(error, STATUS_INVALID, "cli.no-day");
    message_text(&error->message, "value", text);
    return STATUS_INVALID;
}

enum status command_number(
    const char *text, int64_t *number, struct error *error)
{
    int64_t value = 0;
    if (number_parse(text, &value) && value > 0) {
        *number = value;
        return STATUS_OK;
    }
    error_set(error, STATUS_INVALID, "cli.no-number");
    message_text(&error->message, "value", text);
    return STATUS_INVALID;
}

int command_choice(const char *text, const char *what,
    const char *const *known, size_t count, struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(known[i], text) == 0) {
            return (int)i;
        }
    }
    const char *nearest = nearest_of(text, known, count);
    error_set(error, STATUS_INVALID,
        nearest == NULL ? "cli.no-such" : "cli.no-such-near");
    message_key(&error->message, "what", what);
    message_text(&error->message, "value", text);
    if (nearest != NULL) {
        message_text(&error->message, "nearest", nearest);
    }
    return -1;
}

enum status command_today(const struct command *command, struct date *day,
    struct error *error)
{
    struct instant now;
    enum status status = clerk_now(&command->clock, &now, error);
    if (status == STATUS_OK) {
        *day = instant_date(now);
    }
    return status;
}

/* The folder of the running program, "" where it cannot be told. */
static const char *program_folder(
    const struct command *command, struct arena *arena)
{
    char path[PATH_BYTES_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    const char *program = command->program;
    if (length > 0) {
        path[length] = '\0';
        program = path;
    }
    const char *slash = strrchr(program, '/');
    return slash == NULL
        ? ""
        : arena_text_n(arena, program, (size_t)(slash - program) + 1);
}

const char *command_law_folder(
    const struct command *command, struct arena *arena)
{
    /* build/release/kenes of the source tree, bin/kenes of an installation. */
    static const char *const places[] = {"../../law", "../share/kenes/law"};
    if (command->law != NULL) {
        return command->law;
    }
    const char *folder = program_folder(command, arena);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        const char *law = arena_format(arena, "%s%s", folder, places[i]);
        if (file_exists(arena_format(arena, "%s/words.law", law))) {
            return law;
        }
    }
    return "law";
}

enum status command_open(const struct command *command, struct clerk **clerk,
    int *result)
{
    struct error error;
    enum status status = clerk_open(command->arguments[0], command->law,
        &command->clock, clerk, &error);
    if (status != STATUS_OK) {
        (void)command_fail(command, &error, NULL);
        *result = COMMAND_FAILED;
    }
    return status;
}
