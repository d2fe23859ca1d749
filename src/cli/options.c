/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Reading the command line: one table of options.  An option is a command's
 * where the command's usage names it.
 */
#include "cli/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "law/nearest.h"

/* How an option is read. */
enum kind { KIND_FLAG, KIND_TEXT, KIND_LANGUAGE, KIND_CLOCK, KIND_HELP };

struct option {
    const char *name;
    enum kind kind;
    size_t offset;       /* in struct command */
    const char *usage;   /* of those that every command takes, or NULL */
    const char *summary; /* a message key */
};

static const struct option options[] = {
    {"--act", KIND_TEXT, offsetof(struct command, act), NULL,
        "cli.option-act"},
    {"--all", KIND_FLAG, offsetof(struct command, all), NULL,
        "cli.option-all"},
    {"--amend", KIND_TEXT, offsetof(struct command, amend), NULL,
        "cli.option-amend"},
    {"--as", KIND_TEXT, offsetof(struct command, as), NULL,
        "cli.option-as"},
    {"--by", KIND_TEXT, offsetof(struct command, by), NULL,
        "cli.option-by"},
    {"--check", KIND_FLAG, offsetof(struct command, check), NULL,
        "cli.option-check"},
    {"--community", KIND_TEXT, offsetof(struct command, community), NULL,
        "cli.option-community"},
    {"--dry-run", KIND_FLAG, offsetof(struct command, dry_run), NULL,
        "cli.option-dry-run"},
    {"--format", KIND_TEXT, offsetof(struct command, format), NULL,
        "cli.option-format"},
    {"--freeze", KIND_TEXT, offsetof(struct command, freeze), NULL,
        "cli.option-freeze"},
    {"--item", KIND_TEXT, offsetof(struct command, item), NULL,
        "cli.option-item"},
    {"--json", KIND_FLAG, offsetof(struct command, json), NULL,
        "cli.option-json"},
    {"--kind", KIND_TEXT, offsetof(struct command, kind), NULL,
        "cli.option-kind"},
    {"--law", KIND_TEXT, offsetof(struct command, law), NULL,
        "cli.option-law"},
    {"--level", KIND_TEXT, offsetof(struct command, level), NULL,
        "cli.option-level"},
    {"--listen", KIND_TEXT, offsetof(struct command, listen), NULL,
        "cli.option-listen"},
    {"--offices", KIND_TEXT, offsetof(struct command, offices), NULL,
        "cli.option-offices"},
    {"--population", KIND_TEXT, offsetof(struct command, population), NULL,
        "cli.option-population"},
    {"--price", KIND_TEXT, offsetof(struct command, price), NULL,
        "cli.option-price"},
    {"--protect", KIND_TEXT, offsetof(struct command, protect), NULL,
        "cli.option-protect"},
    {"--reading", KIND_TEXT, offsetof(struct command, reading), NULL,
        "cli.option-reading"},
    {"--resident", KIND_TEXT, offsetof(struct command, resident), NULL,
        "cli.option-resident"},
    {"--text", KIND_TEXT, offsetof(struct command, text), NULL,
        "cli.option-text"},
    {"--threshold", KIND_TEXT, offsetof(struct command, threshold), NULL,
        "cli.option-threshold"},
    {"--weights", KIND_TEXT, offsetof(struct command, weights), NULL,
        "cli.option-weights"},
    {"--why", KIND_TEXT, offsetof(struct command, why), NULL,
        "cli.option-why"},
    {"--lang", KIND_LANGUAGE, 0, "--lang kk|ru|en", "cli.option-lang"},
    {"--now", KIND_CLOCK, 0, "--now INSTANT|@FILE", "cli.option-now"},
    {"--help", KIND_HELP, 0, "--help", "cli.option-help"},
};

enum { OPTIONS = sizeof options / sizeof options[0] };

/* The command line while it is read. */
struct reading {
    char **words;
    int count;
    int at;
    struct command *command;
    bool *help;
    bool given[OPTIONS];
    struct error *error;
};

static enum language language_of_environment(void);
static enum status words_read(struct reading *reading);
static enum status option_read(struct reading *reading, const char *word);
static enum status option_take(
    struct reading *reading, size_t index, const char *value);
static enum status option_unknown(
    struct reading *reading, const char *word, size_t length);
static enum status command_find(struct reading *reading);
static enum status command_unknown(struct reading *reading);
static enum status options_check(const struct reading *reading);

enum status options_read(int count, char **words, struct command *command,
    bool *help, struct error *error)
{
    struct reading reading = {
        .words = words,
        .count = count,
        .command = command,
        .help = help,
        .error = error,
    };
    *command = (struct command){
        .program = count > 0 ? words[0] : "kenes",
        .language = language_of_environment(),
    };
    enum status status = words_read(&reading);
    if (status == STATUS_OK) {
        status = command_find(&reading);
    }
    if (status == STATUS_OK && !*help) {
        status = options_check(&reading);
    }
    return status;
}

/* To the end, so that --lang is known when the first fault is said. */
static enum status words_read(struct reading *reading)
{
    struct command *command = reading->command;
    struct error *first = reading->error;
    struct error later;
    enum status status = STATUS_OK;
    bool ended = false;
    for (reading->at = 1; reading->at < reading->count; reading->at++) {
        const char *word = reading->words[reading->at];
        enum status read = STATUS_OK;
        if (!ended && strcmp(word, "--") == 0) {
            ended = true;
        } else if (!ended && word[0] == '-' && word[1] != '\0') {
            read = option_read(reading, word);
        } else if (command->count == COMMAND_ARGUMENTS_MAX) {
            read = error_set(reading->error, STATUS_INVALID, "cli.too-many");
        } else {
            command->arguments[command->count++] = word;
        }
        if (read != STATUS_OK && status == STATUS_OK) {
            status = read;
            reading->error = &later;
        }
    }
    reading->error = first;
    return status;
}

bool options_at(int index, struct options_one *one)
{
    if (index >= OPTIONS) {
        return false;
    }
    const struct option *option = &options[index];
    *one = (struct options_one){
        .name = option->name,
        .usage = option->usage,
        .summary = option->summary,
        .is_flag = option->kind == KIND_FLAG || option->kind == KIND_HELP,
    };
    return true;
}

static enum language language_of_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    enum language language = LANGUAGE_KK;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0') {
            char tag[3] = "";
            if (value[1] != '\0' && strchr("_.@", value[2]) != NULL) {
                memcpy(tag, value, 2);
            }
            (void)language_parse(tag, &language);
            return language;
        }
    }
    return language;
}

/* ---- options ------------------------------------------------------------ */

static enum status option_read(struct reading *reading, const char *word)
{
    const char *equals = strchr(word, '=');
    size_t length = equals == NULL ? strlen(word) : (size_t)(equals - word);
    for (size_t i = 0; i < OPTIONS; i++) {
        if (strlen(options[i].name) == length &&
            strncmp(options[i].name, word, length) == 0) {
            return option_take(
                reading, i, equals == NULL ? NULL : equals + 1);
        }
    }
    return option_unknown(reading, word, length);
}

static enum status value_wrong(
    struct reading *reading, const struct option *option, const char *value)
{
    error_set(reading->error, STATUS_INVALID, "cli.option-value");
    message_text(&reading->error->message, "option", option->name);
    message_text(&reading->error->message, "value", value);
    return STATUS_INVALID;
}

static enum status option_take(
    struct reading *reading, size_t index, const char *value)
{
    const struct option *option = &options[index];
    struct command *command = reading->command;
    bool is_flag = option->kind == KIND_FLAG || option->kind == KIND_HELP;
    if (is_flag && value != NULL) {
        return value_wrong(reading, option, value);
    }
    if (!is_flag && value == NULL) {
        if (++reading->at >= reading->count) {
            error_set(reading->error, STATUS_INVALID, "cli.option-bare");
            message_text(&reading->error->message, "option", option->name);
            return STATUS_INVALID;
        }
        value = reading->words[reading->at];
    }
    reading->given[index] = true;
    void *place = (char *)command + option->offset;
    bool right = true;
    switch (option->kind) {
    case KIND_FLAG:
        memcpy(place, &(bool){true}, sizeof(bool));
        break;
    case KIND_TEXT:
        memcpy(place, &value, sizeof value);
        break;
    case KIND_LANGUAGE:
        right = language_parse(value, &command->language);
        break;
    case KIND_CLOCK:
        if (value[0] == '@') {
            command->clock.file = value + 1;
        } else {
            right = instant_parse(value, &command->clock.fixed);
        }
        break;
    case KIND_HELP:
        *reading->help = true;
        break;
    }
    return right ? STATUS_OK : value_wrong(reading, option, value);
}

static enum status option_unknown(
    struct reading *reading, const char *word, size_t length)
{
    char name[64];
    (void)snprintf(name, sizeof name, "%.*s", (int)length, word);
    struct nearest nearest;
    nearest_start(&nearest, name);
    for (size_t i = 0; i < OPTIONS; i++) {
        nearest_try(&nearest, options[i].name);
    }
    error_set(reading->error, STATUS_INVALID,
        nearest.found == NULL ? "cli.unknown-option"
                              : "cli.unknown-option-near");
    message_text(&reading->error->message, "option", name);
    if (nearest.found != NULL) {
        message_text(&reading->error->message, "nearest", nearest.found);
    }
    return STATUS_INVALID;
}

/* What was given must be the command's to take. */
static enum status options_check(const struct reading *reading)
{
    const struct command *command = reading->command;
    for (size_t i = 0; i < OPTIONS; i++) {
        if (reading->given[i] && options[i].usage == NULL &&
            !command_takes(command->entry, options[i].name)) {
            error_set(reading->error, STATUS_INVALID, "cli.option-elsewhere");
            message_text(&reading->error->message, "option", options[i].name);
            return STATUS_INVALID;
        }
    }
    if (command->count < command->entry->least) {
        return error_set(reading->error, STATUS_INVALID, "cli.too-few");
    }
    if (command->count > command->entry->most) {
        return error_set(reading->error, STATUS_INVALID, "cli.too-many");
    }
    return STATUS_OK;
}

/* ---- the command -------------------------------------------------------- */

/* Words of `name` that the arguments begin with; 0 where they do not. */
static int name_fits(const struct command *command, const char *name)
{
    const char *second = strchr(name, ' ');
    size_t length = second == NULL ? strlen(name) : (size_t)(second - name);
    if (command->count == 0 || strlen(command->arguments[0]) != length ||
        strncmp(command->arguments[0], name, length) != 0) {
        return 0;
    }
    if (second == NULL) {
        return 1;
    }
    return command->count > 1 && strcmp(command->arguments[1], second + 1) == 0
        ? 2
        : 0;
}

static enum status command_find(struct reading *reading)
{
    struct command *command = reading->command;
    for (int i = 0; i < command_table_count; i++) {
        int words = name_fits(command, command_table[i].name);
        if (words > 0) {
            command->entry = &command_table[i];
            command->count -= words;
            memmove(command->arguments, command->arguments + words,
                (size_t)command->count * sizeof command->arguments[0]);
            return STATUS_OK;
        }
    }
    if (command->count == 0) {
        return *reading->help ? STATUS_OK
                              : error_set(reading->error, STATUS_INVALID,
                                    "cli.no-command");
    }
    return command_unknown(reading);
}

/* `law` alone asks for its commands; else the nearest name is told. */
static enum status command_unknown(struct reading *reading)
{
    const struct command *command = reading->command;
    const char *first = command->arguments[0];
    char both[128];
    (void)snprintf(both, sizeof both, "%s %s", first,
        command->count > 1 ? command->arguments[1] : "");
    struct nearest one;
    struct nearest two;
    nearest_start(&one, first);
    nearest_start(&two, both);
    for (int i = 0; i < command_table_count; i++) {
        const char *name = command_table[i].name;
        size_t length = strlen(first);
        bool family = strncmp(name, first, length) == 0 && name[length] == ' ';
        if (family && command->count == 1 && *reading->help) {
            return STATUS_OK;
        }
        nearest_try(strchr(name, ' ') == NULL ? &one : &two, name);
    }
    const char *found = two.found != NULL ? two.found : one.found;
    error_set(reading->error, STATUS_INVALID,
        found == NULL ? "cli.unknown-command" : "cli.unknown-command-near");
    message_text(&reading->error->message, "command",
        two.found != NULL ? both : first);
    if (found != NULL) {
        message_text(&reading->error->message, "nearest", found);
    }
    return STATUS_INVALID;
}
