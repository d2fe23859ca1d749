/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * law acknowledge: a finding of the law that somebody knows of.
 */
#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "cli/acknowledged.h"

static const struct findings_item *finding_find(
    const struct inquiries *inquiries, const char *key, struct error *error);
static const char *author_of(const struct command *command);
static enum status texts_check(
    const char *author, const char *reason, struct error *error);

int command_law_acknowledge(const struct command *command)
{
    struct inquiries inquiries;
    struct error error = {0};
    int result = COMMAND_DONE;
    struct acknowledge_entry entry = {
        .finding = command->arguments[0],
        .author = author_of(command),
        .reason = command->why == NULL ? "" : command->why,
    };
    if (texts_check(entry.author, entry.reason, &error) != STATUS_OK) {
        return command_misused(command, &error.message);
    }
    if (inquiries_start(command, command->count > 1 ? 1 : -1, &inquiries,
            &result) != STATUS_OK) {
        inquiries_finish(&inquiries);
        return result;
    }
    struct arena *arena = inquiries.sources.arena;
    const struct acknowledge_entry *known = NULL;
    size_t known_count = 0;
    const struct findings_item *item =
        finding_find(&inquiries, entry.finding, &error);
    enum status status = item == NULL
        ? error.status
        : command_today(command, &entry.on, &error);
    if (status == STATUS_OK) {
        /* What cannot be read must not be written to. */
        status =
            acknowledged_read(command, arena, &known, &known_count, &error);
    }
    if (status == STATUS_OK) {
        acknowledge_lines(inquiries.facts, item, arena, &entry.lines,
            &entry.lines_count);
        status = acknowledged_add(command, &entry, arena, &error);
    }
    if (status != STATUS_OK) {
        result = command_fail(command, &error, &inquiries.names);
    } else {
        struct message done;
        (void)message_text(message_start(&done, "cli.acknowledge-done"),
            "finding", entry.finding);
        (void)message_number(
            &done, "count", (int64_t)entry.lines_count);
        command_say(command, &done, NULL);
    }
    inquiries_finish(&inquiries);
    return result;
}

/* NULL, with an error that names the nearest one, where there is none. */
static const struct findings_item *finding_find(
    const struct inquiries *inquiries, const char *key, struct error *error)
{
    struct arena *arena = inquiries->sources.arena;
    const struct findings_item *items = NULL;
    size_t count = 0;
    findings_find(inquiries->facts, findings_all(), arena, &items, &count);
    const char **keys = arena_take_array(arena, count, sizeof *keys);
    for (size_t i = 0; i < count; i++) {
        keys[i] = items[i].key;
    }
    int at = command_choice(key, "cli.what-finding", keys, count, error);
    return at < 0 ? NULL : &items[at];
}

/* --by, else the one who is signed in at the machine. */
static const char *author_of(const struct command *command)
{
    const struct passwd *person =
        command->by == NULL ? getpwuid(getuid()) : NULL;
    return command->by != NULL ? command->by
        : person == NULL       ? ""
                               : person->pw_name;
}

static enum status texts_check(
    const char *author, const char *reason, struct error *error)
{
    bool has_author = acknowledge_is_text(author);
    if (has_author && acknowledge_is_text(reason)) {
        return STATUS_OK;
    }
    return error_set(error, STATUS_INVALID,
        has_author ? "cli.acknowledge-why" : "cli.acknowledge-by");
}
