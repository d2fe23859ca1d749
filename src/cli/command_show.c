/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * show: what is kept and what may be done, in words or as JSON.
 */
#include <stdio.h>
#include <string.h>

#include "cli/show.h"

/* What can be shown. */
static const struct {
    const char *name;
    enum status (*view)(struct show *show, struct error *error);
    bool numbered; /* takes N */
    bool needs_number;
} views[] = {
    {"community", show_community, false, false},
    {"sittings", show_sittings, false, false},
    {"sitting", show_sitting, true, true},
    {"decisions", show_decisions, false, false},
    {"organs", show_organs, false, false},
    {"due", show_due, false, false},
    {"options", show_options, true, false},
};

enum { VIEWS = sizeof views / sizeof views[0] };

static int view_print(const struct command *command, struct clerk *clerk,
    int view, int64_t number);

int command_show(const struct command *command)
{
    const char *names[VIEWS];
    struct error error;
    struct clerk *clerk = NULL;
    int64_t number = 0;
    int result = COMMAND_DONE;
    for (int i = 0; i < VIEWS; i++) {
        names[i] = views[i].name;
    }
    int view = command->count < 2
        ? 0
        : command_choice(command->arguments[1], "cli.what-show", names, VIEWS,
              &error);
    if (view < 0) {
        return command_misused(command, &error.message);
    }
    if (command->count > 2 &&
        command_number(command->arguments[2], &number, &error) != STATUS_OK) {
        return command_misused(command, &error.message);
    }
    if ((number != 0 && !views[view].numbered) ||
        (number == 0 && views[view].needs_number)) {
        struct message message;
        return command_misused(command,
            message_start(&message,
                number != 0 ? "cli.too-many" : "cli.too-few"));
    }
    if (command_open(command, &clerk, &result) == STATUS_OK) {
        result = view_print(command, clerk, view, number);
    }
    clerk_close(clerk);
    return result;
}

static int view_print(const struct command *command, struct clerk *clerk,
    int view, int64_t number)
{
    struct error error;
    struct show show = {
        .command = command,
        .clerk = clerk,
        .arena = arena_create(),
        .number = number,
    };
    int result = COMMAND_DONE;
    enum status status =
        store_reader_open(clerk_store_path(clerk), &show.reader, &error);
    if (status == STATUS_OK) {
        status = clerk_facts(
            clerk, show.reader, number, show.arena, &show.facts, &error);
    }
    if (status == STATUS_OK) {
        status = views[view].view(&show, &error);
    }
    if (status != STATUS_OK) {
        struct tongue_names names = clerk_names(clerk_law(clerk, NULL));
        result = command_fail(command, &error, &names);
    } else if (command->json) {
        command_print_json(show.json);
    } else {
        command_print(&show.text);
    }
    buffer_finish(&show.text);
    store_reader_close(show.reader);
    arena_destroy(show.arena);
    return result;
}

/* ---- for the views ------------------------------------------------------ */

void show_line(struct show *show, const struct message *message)
{
    struct tongue_names names = clerk_names(show->facts.law);
    tongue_say(show->command->language, message, &names, &show->text);
    buffer_add_char(&show->text, '\n');
}

const char *show_word(const struct show *show, const char *word)
{
    return law_word_name(show->facts.law, word, show->command->language);
}

const char *show_name(struct show *show, const char *key)
{
    struct error error;
    const char *name = NULL;
    return store_name(show->reader, key, show->arena, &name, &error) ==
            STATUS_OK
        ? name
        : tongue_text(show->command->language, "cli.erased");
}

const char *show_text(
    struct show *show, const char *prefix, const char *name)
{
    return tongue_text(show->command->language,
        arena_format(show->arena, "%s.%s", prefix, name));
}

void show_day(struct json *object, const char *name, struct date day)
{
    char text[DATE_TEXT_MAX];
    if (date_is_set(day)) {
        date_write(day, text);
        json_put_text(object, name, text);
    }
}

const struct json *show_count(
    struct show *show, const struct vote_count *count)
{
    struct json *json = json_object(show->arena);
    json_put_integer(json, "for", count->votes_for);
    json_put_integer(json, "against", count->against);
    json_put_integer(json, "abstain", count->abstain);
    return json;
}
