/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * law check, test, fmt, say: about the files of the law.
 */
#include "base/file.h"
#include "cli/sources.h"

#include <string.h>

static int file_write_out(const struct command *command, bool translate);
static int article_say(const struct command *command);

int command_law_check(const struct command *command)
{
    struct sources sources;
    struct error error;
    enum status status = sources_compile(command, command->arguments,
        (size_t)command->count, &sources, &error);
    int result = COMMAND_DONE;
    if (status == STATUS_OK || status == STATUS_INVALID) {
        sources_fault(command, sources.faults, sources.arena);
        result = status == STATUS_OK ? COMMAND_DONE : COMMAND_REFUSED;
    } else {
        result = command_fail(command, &error, NULL);
    }
    if (status == STATUS_OK && !command->json) {
        struct message message;
        message_start(&message, "cli.law-sound");
        message_number(&message, "count", (int64_t)sources.count);
        command_note(command, &message, NULL);
    }
    sources_finish(&sources);
    return result;
}

int command_law_test(const struct command *command)
{
    struct sources sources;
    struct error error;
    size_t expectations = 0;
    enum status status = sources_compile(command, command->arguments,
        (size_t)command->count, &sources, &error);
    int result = COMMAND_DONE;
    if (status == STATUS_OK) {
        law_test(sources.law, sources.faults, &expectations);
    }
    if (status == STATUS_OK || status == STATUS_INVALID) {
        sources_fault(command, sources.faults, sources.arena);
        result = sources.faults->count == 0 ? COMMAND_DONE : COMMAND_REFUSED;
    } else {
        result = command_fail(command, &error, NULL);
    }
    if (status == STATUS_OK && !command->json) {
        struct message message;
        message_start(&message, "cli.law-tested");
        message_number(&message, "count", (int64_t)expectations);
        message_number(&message, "failed", (int64_t)sources.faults->count);
        command_note(command, &message, NULL);
    }
    sources_finish(&sources);
    return result;
}

int command_law_fmt(const struct command *command)
{
    return file_write_out(command, false);
}

int command_law_say(const struct command *command)
{
    return file_exists(command->arguments[0])
        ? file_write_out(command, true)
        : article_say(command);
}

/*
 * The words may be the file's own; a file with faults past its grammar is
 * written by the words of the corpus.
 */
static int file_write_out(const struct command *command, bool translate)
{
    struct sources sources;
    struct error error;
    enum status status =
        sources_compile(command, command->arguments, 1, &sources, &error);
    if (status != STATUS_OK && status != STATUS_INVALID) {
        sources_finish(&sources);
        return command_fail(command, &error, NULL);
    }
    struct sources corpus = {0};
    int result = COMMAND_DONE;
    const struct law *law = sources.law;
    if (law == NULL) {
        result = sources_need(command, &corpus);
        law = corpus.law;
    }
    if (result == COMMAND_DONE) {
        struct buffer text = BUFFER_EMPTY;
        const struct law_source *source =
            sources_of(&sources, command->arguments[0]);
        sources.faults->count = 0;
        status = translate
            ? law_translate(
                  law, source, command->language, sources.faults, &text)
            : law_format(law, source, sources.faults, &text);
        if (status == STATUS_OK) {
            command_print(&text);
        } else {
            sources_fault(command, sources.faults, sources.arena);
            result = COMMAND_REFUSED;
        }
        buffer_finish(&text);
    }
    sources_finish(&corpus);
    sources_finish(&sources);
    return result;
}

/* "law-2001/39-3": the edition of today. */
static int article_say(const struct command *command)
{
    struct sources sources;
    struct error error;
    struct date today;
    int result = sources_need(command, &sources);
    if (result == COMMAND_DONE &&
        command_today(command, &today, &error) != STATUS_OK) {
        result = command_fail(command, &error, NULL);
    }
    if (result == COMMAND_DONE) {
        struct buffer text = BUFFER_EMPTY;
        const char *place = command->arguments[0];
        const char *slash = strchr(place, '/');
        bool found = slash != NULL &&
            law_at(sources.law, today,
                arena_text_n(sources.arena, place, (size_t)(slash - place)),
                slash + 1, command->language, &text);
        if (found) {
            command_print(&text);
        } else {
            struct message message;
            message_start(&message, "cli.no-file-or-article");
            message_text(&message, "place", place);
            message_date(&message, "day", today);
            result = command_misused(command, &message);
        }
        buffer_finish(&text);
    }
    sources_finish(&sources);
    return result;
}
