/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * law at, law procedure: what is in force on a day.
 */
#include <stdio.h>
#include <string.h>

#include "cli/texts.h"

static void stages_print(const struct command *command,
    const struct law *law, const struct law_procedure *procedure);
static int day_fail(const struct command *command, struct sources *sources,
    const struct error *error);
static void nothing_note(const struct command *command, struct date day);

int command_law_at(const struct command *command)
{
    struct sources sources;
    struct error error;
    struct date day;
    const char *act = command->count > 1 ? command->arguments[1] : NULL;
    int result = sources_need(command, &sources);
    if (result != COMMAND_DONE) {
        sources_finish(&sources);
        return result;
    }
    enum status status = command_day(command->arguments[0], &day, &error);
    if (status == STATUS_OK && act != NULL) {
        status = sources_act(&sources, act, &error);
    }
    if (status != STATUS_OK) {
        return day_fail(command, &sources, &error);
    }
    struct buffer text = BUFFER_EMPTY;
    if (law_at(sources.law, day, act,
            command->count > 2 ? command->arguments[2] : NULL,
            command->language, &text)) {
        command_print(&text);
    } else {
        nothing_note(command, day);
    }
    buffer_finish(&text);
    if (command->text != NULL &&
        texts_show(command, &sources, day, &error) != STATUS_OK) {
        return day_fail(command, &sources, &error);
    }
    sources_finish(&sources);
    return COMMAND_DONE;
}

int command_law_procedure(const struct command *command)
{
    struct sources sources;
    struct error error;
    struct date day;
    int result = sources_need(command, &sources);
    if (result != COMMAND_DONE) {
        sources_finish(&sources);
        return result;
    }
    const char *const *ids = NULL;
    size_t count = 0;
    enum status status = command_day(command->arguments[0], &day, &error);
    if (status == STATUS_OK) {
        law_procedures(sources.law, day, sources.arena, &ids, &count);
    }
    const char *wanted = command->count > 1 ? command->arguments[1] : NULL;
    if (status == STATUS_OK && wanted != NULL && count > 0 &&
        command_choice(wanted, "cli.what-procedure", ids, count, &error) < 0) {
        status = STATUS_INVALID;
    }
    if (status != STATUS_OK) {
        return day_fail(command, &sources, &error);
    }
    if (count == 0) {
        nothing_note(command, day);
    }
    for (size_t i = 0; i < count; i++) {
        if (wanted == NULL || strcmp(ids[i], wanted) == 0) {
            stages_print(command, sources.law,
                law_procedure(
                    sources.law, ids[i], day, NULL, -1, sources.arena));
        }
    }
    sources_finish(&sources);
    return COMMAND_DONE;
}

static void stages_print(const struct command *command,
    const struct law *law, const struct law_procedure *procedure)
{
    if (procedure == NULL) {
        return;
    }
    (void)printf("%s (%s)\n",
        law_word_name(law, procedure->id, command->language), procedure->id);
    for (size_t i = 0; i < procedure->stages_count; i++) {
        const struct law_stage *stage = &procedure->stages[i];
        struct buffer line = BUFFER_EMPTY;
        law_stage_say(law, stage, command->language, &line);
        buffer_add_text(&line, " [");
        buffer_add_text(&line, stage->citation.unchecked ? "~" : "");
        law_citation_say(
            law, stage->citation.place, command->language, &line);
        (void)printf("  %s]\n", buffer_text(&line));
        buffer_finish(&line);
    }
}

static int day_fail(const struct command *command, struct sources *sources,
    const struct error *error)
{
    int result = command_fail(command, error, NULL);
    sources_finish(sources);
    return result;
}

static void nothing_note(const struct command *command, struct date day)
{
    struct message message;
    message_start(&message, "cli.nothing-in-force");
    message_date(&message, "day", day);
    command_note(command, &message, NULL);
}
