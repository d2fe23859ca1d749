/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * law ask: who may do what on a day, and by which place.
 */
#include <stdio.h>
#include <string.h>

#include "cli/inquiries.h"

static enum status query_read(const struct command *command,
    const struct sources *sources, struct law_query *query,
    struct error *error);
static void norms_print(const struct command *command, const struct law *law,
    const struct law_norm *const *norms, size_t count);
static void norms_json(const struct law_norm *const *norms, size_t count,
    struct arena *arena);
static void nearest_note(const struct command *command, const struct law *law,
    const struct law_norm *const *norms, size_t count);

int command_law_ask(const struct command *command)
{
    struct sources sources;
    struct error error;
    struct law_query query;
    int result = sources_need(command, &sources);
    if (result != COMMAND_DONE) {
        sources_finish(&sources);
        return result;
    }
    const struct law_norm *const *norms = NULL;
    const struct law_norm *const *nearest = NULL;
    size_t count = 0;
    size_t nearest_count = 0;
    enum status status = query_read(command, &sources, &query, &error);
    if (status == STATUS_OK) {
        status = law_ask(sources.law, command->arguments[1], &query,
            sources.arena, &norms, &count, &nearest, &nearest_count, &error);
    }
    if (status != STATUS_OK) {
        struct tongue_names names = clerk_names(sources.law);
        result = command_fail(command, &error, &names);
    } else {
        if (command->json) {
            norms_json(norms, count, sources.arena);
        } else {
            norms_print(command, sources.law, norms, count);
        }
        if (count == 0) {
            nearest_note(command, sources.law, nearest, nearest_count);
        }
    }
    sources_finish(&sources);
    return result;
}

static enum status query_read(const struct command *command,
    const struct sources *sources, struct law_query *query,
    struct error *error)
{
    static const char *const readings[] = {"text", "article"};
    *query = (struct law_query){
        .act = command->act,
        .level = command->level,
        .reading = command->reading,
        .population = -1,
    };
    enum status status =
        command_day(command->arguments[0], &query->day, error);
    if (status == STATUS_OK && command->level != NULL) {
        const char *const *levels = NULL;
        size_t count = 0;
        law_words(sources->law, "level", sources->arena, &levels, &count);
        if (command_choice(command->level, "cli.what-level", levels, count,
                error) < 0) {
            return STATUS_INVALID;
        }
    }
    if (status == STATUS_OK && command->act != NULL) {
        status = sources_act(sources, command->act, error);
    }
    if (status == STATUS_OK && command->population != NULL) {
        status =
            command_number(command->population, &query->population, error);
    }
    if (status == STATUS_OK && command->reading != NULL &&
        command_choice(command->reading, "cli.what-reading", readings,
            sizeof readings / sizeof readings[0], error) < 0) {
        return STATUS_INVALID;
    }
    return status;
}

static void norms_print(const struct command *command, const struct law *law,
    const struct law_norm *const *norms, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct buffer line = BUFFER_EMPTY;
        inquiries_norm_say(command, law, norms[i], &line);
        (void)printf("%s\n", buffer_text(&line));
        buffer_finish(&line);
    }
}

static void norms_json(const struct law_norm *const *norms, size_t count,
    struct arena *arena)
{
    struct json *list = json_array(arena);
    for (size_t i = 0; i < count; i++) {
        const struct law_norm *norm = norms[i];
        char day[DATE_TEXT_MAX];
        date_write(norm->citation.edition, day);
        struct json *one = json_object(arena);
        json_put_text(one, "subject", norm->subject);
        json_put_text(one, "verb", norm->verb);
        json_put_text(one, "object", norm->object);
        json_put_text(one, "clauses", norm->clauses);
        json_put_text(one, "effect", law_effect_name(norm->effect));
        json_put_text(one, "act", norm->citation.act);
        json_put_text(one, "article", norm->citation.article);
        json_put_text(one, "place", norm->citation.place);
        json_put_text(one, "edition", day);
        if (norm->applies != NULL) {
            json_put_text(one, "applies", norm->applies);
        }
        json_put_boolean(one, "checked", !norm->citation.unchecked);
        json_push(list, one);
    }
    command_print_json(list);
}

static void nearest_note(const struct command *command, const struct law *law,
    const struct law_norm *const *norms, size_t count)
{
    struct message message;
    message_start(&message, count == 0 ? "cli.ask-nobody" : "cli.ask-nearest");
    command_note(command, &message, NULL);
    for (size_t i = 0; i < count; i++) {
        struct buffer line = BUFFER_EMPTY;
        inquiries_norm_say(command, law, norms[i], &line);
        (void)fprintf(stderr, "  %s\n", buffer_text(&line));
        buffer_finish(&line);
    }
}
