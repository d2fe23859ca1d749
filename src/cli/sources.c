/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The corpus that a command about the law works on.
 */
#include "cli/sources.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"

static enum status file_take(
    struct sources *sources, const char *path, struct error *error);

enum status sources_compile(const struct command *command,
    const char *const *files, size_t files_count, struct sources *sources,
    struct error *error)
{
    struct arena *arena = arena_create();
    *sources = (struct sources){
        .arena = arena,
        .faults = arena_take(arena, sizeof *sources->faults),
    };
    struct law_source *items = NULL;
    enum status status = clerk_sources(command_law_folder(command, arena),
        arena, &items, &sources->count, error);
    if (status != STATUS_OK) {
        return status;
    }
    sources->items = arena_take_array(
        arena, sources->count + files_count, sizeof *sources->items);
    memcpy(sources->items, items, sources->count * sizeof *items);
    for (size_t i = 0; i < files_count; i++) {
        status = file_take(sources, files[i], error);
        if (status != STATUS_OK) {
            return status;
        }
    }
    status = law_compile(
        sources->items, sources->count, sources->faults, &sources->law);
    return status == STATUS_OK
        ? STATUS_OK
        : error_set(error, STATUS_INVALID, "cli.law-faulty");
}

void sources_finish(struct sources *sources)
{
    law_destroy(sources->law);
    arena_destroy(sources->arena);
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

static enum status file_take(
    struct sources *sources, const char *path, struct error *error)
{
    struct buffer content = BUFFER_EMPTY;
    enum status status =
        file_read(path, LAW_SOURCE_BYTES_MAX, &content, error);
    size_t at = 0;
    while (at < sources->count &&
        strcmp(base_name(sources->items[at].name), base_name(path)) != 0) {
        at++;
    }
    if (status == STATUS_OK) {
        sources->count += at == sources->count ? 1 : 0;
        sources->items[at] = (struct law_source){
            .name = path,
            .text = bytes_of(arena_text_n(sources->arena,
                                 buffer_text(&content), content.length),
                content.length),
        };
    }
    buffer_finish(&content);
    return status;
}

const struct law_source *sources_of(
    const struct sources *sources, const char *path)
{
    for (size_t i = 0; i < sources->count; i++) {
        if (sources->items[i].name == path) {
            return &sources->items[i];
        }
    }
    return NULL;
}

enum status sources_act(
    const struct sources *sources, const char *act, struct error *error)
{
    size_t count = law_acts_count(sources->law);
    const char **ids =
        arena_take_array(sources->arena, count, sizeof(const char *));
    for (size_t i = 0; i < count; i++) {
        ids[i] = law_act_at(sources->law, i)->id;
    }
    return command_choice(act, "cli.what-act", ids, count, error) < 0
        ? STATUS_INVALID
        : STATUS_OK;
}

int sources_need(const struct command *command, struct sources *sources)
{
    struct error error;
    enum status status = sources_compile(command, NULL, 0, sources, &error);
    if (status == STATUS_OK) {
        return COMMAND_DONE;
    }
    if (status == STATUS_INVALID) {
        struct command plain = *command;
        plain.json = false;
        sources_fault(&plain, sources->faults, sources->arena);
    }
    (void)command_fail(command, &error, NULL);
    return COMMAND_FAILED;
}

void sources_fault(const struct command *command,
    const struct law_diagnostics *faults, struct arena *arena)
{
    struct json *list = json_array(arena);
    for (size_t i = 0; i < faults->count; i++) {
        const struct law_diagnostic *fault = &faults->items[i];
        struct buffer said = BUFFER_EMPTY;
        tongue_say(command->language, &fault->message, NULL, &said);
        if (command->json) {
            struct json *one = json_object(arena);
            json_put_text(one, "file", fault->file);
            json_put_integer(one, "line", fault->line);
            json_put_integer(one, "column", fault->column);
            json_put_text(one, "key", fault->message.key);
            json_put_text(one, "message", buffer_text(&said));
            json_push(list, one);
        } else {
            (void)fprintf(stderr, "%s:%u:%u: %s\n", fault->file, fault->line,
                fault->column, buffer_text(&said));
        }
        buffer_finish(&said);
    }
    if (command->json) {
        command_print_json(list);
    }
}
