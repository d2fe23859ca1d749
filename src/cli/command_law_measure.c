/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * law allocate, law territory: what measured rows of a CSV say.
 */
#include <stdio.h>

#include "cli/inquiries.h"
#include "inquiry/allocate.h"
#include "inquiry/density.h"

/* Persons per km² where --threshold gives none; stated with the result. */
enum { THRESHOLD = 400 };

static void ranks_say(const struct command *command,
    const struct inquiries *inquiries, const struct allocate_row *rows,
    size_t count);
static void table_say(const struct command *command,
    const struct inquiries *inquiries, const struct density_row *rows,
    size_t count, int64_t threshold);

/* law allocate FILE.csv */
int command_law_allocate(const struct command *command)
{
    static const char *const names[] = {"days", "cost", "use"};
    struct allocate_weights weights = {0};
    int64_t *const numbers[] = {&weights.days, &weights.cost, &weights.use};
    struct inquiries inquiries;
    struct error error = {0};
    int result = COMMAND_DONE;
    if (inquiries_start(command, -1, &inquiries, &result) != STATUS_OK) {
        inquiries_finish(&inquiries);
        return result;
    }
    struct arena *arena = inquiries.sources.arena;
    struct bytes text;
    const struct allocate_measure *measures = NULL;
    size_t count = 0;
    enum status status = inquiries_numbers(command->weights,
        "cli.what-weight", names, numbers, 3, arena, &error);
    if (status == STATUS_OK) {
        status =
            inquiries_file(command->arguments[0], arena, &text, &error);
    }
    if (status == STATUS_OK) {
        status = allocate_read(text, arena, &measures, &count, &error);
    }
    if (status != STATUS_OK) {
        result = command_fail(command, &error, &inquiries.names);
    } else {
        const struct allocate_row *rows = NULL;
        allocate_rank(
            inquiries.facts, measures, count, &weights, arena, &rows);
        ranks_say(command, &inquiries, rows, count);
    }
    inquiries_finish(&inquiries);
    return result;
}

/* law territory DATE FILE.csv */
int command_law_territory(const struct command *command)
{
    struct inquiries inquiries;
    struct error error = {0};
    int result = COMMAND_DONE;
    if (inquiries_start(command, 0, &inquiries, &result) != STATUS_OK) {
        inquiries_finish(&inquiries);
        return result;
    }
    struct arena *arena = inquiries.sources.arena;
    struct bytes text;
    const struct density_unit *units = NULL;
    size_t count = 0;
    int64_t threshold = THRESHOLD;
    enum status status = command->threshold == NULL
        ? STATUS_OK
        : command_number(command->threshold, &threshold, &error);
    if (status == STATUS_OK) {
        status =
            inquiries_file(command->arguments[1], arena, &text, &error);
    }
    if (status == STATUS_OK) {
        status = density_read(text, arena, &units, &count, &error);
    }
    if (status != STATUS_OK) {
        result = command_fail(command, &error, &inquiries.names);
    } else {
        const struct density_row *rows = NULL;
        size_t rows_count = 0;
        density_table(inquiries.facts, units, count, threshold, arena, &rows,
            &rows_count);
        table_say(command, &inquiries, rows, rows_count, threshold);
    }
    inquiries_finish(&inquiries);
    return result;
}

static void ranks_say(const struct command *command,
    const struct inquiries *inquiries, const struct allocate_row *rows,
    size_t count)
{
    struct arena *arena = inquiries->sources.arena;
    struct json *list = json_array(arena);
    for (size_t i = 0; i < count; i++) {
        const struct allocate_row *row = &rows[i];
        struct json *one = json_object(arena);
        json_put_text(one, "matter", row->measure->matter);
        json_put_text(one, "level", row->measure->level);
        json_put_integer(one, "place", (int64_t)row->place);
        if (row->beaten_by != NULL) {
            json_put_text(one, "beaten-by", row->beaten_by->level);
        } else {
            json_put_integer(one, "score-millionths", row->score);
        }
        json_put_boolean(one, "needs-organ", row->needs_organ);
        json_push(list, one);
        if (!command->json) {
            struct message line;
            (void)message_start(&line,
                row->beaten_by != NULL ? "cli.allocate-beaten"
                    : row->needs_organ ? "cli.allocate-needs"
                                       : "cli.allocate-place");
            (void)message_word(&line, "matter", row->measure->matter);
            (void)message_word(&line, "level", row->measure->level);
            if (row->beaten_by != NULL) {
                (void)message_word(&line, "other", row->beaten_by->level);
            } else {
                (void)message_number(&line, "place", (int64_t)row->place);
            }
            command_say(command, &line, &inquiries->names);
        }
    }
    if (command->json) {
        command_print_json(list);
    }
}

static void table_say(const struct command *command,
    const struct inquiries *inquiries, const struct density_row *rows,
    size_t count, int64_t threshold)
{
    struct arena *arena = inquiries->sources.arena;
    struct json *list = json_array(arena);
    struct message head;
    (void)message_number(
        message_start(&head, "cli.territory-head"), "threshold", threshold);
    if (!command->json) {
        command_say(command, &head, NULL);
    }
    for (size_t i = 0; i < count; i++) {
        const struct density_row *row = &rows[i];
        struct json *one = json_object(arena);
        struct buffer name = BUFFER_EMPTY;
        if (row->unit != NULL) {
            territory_say(row->unit, command->language, &name);
            json_put_text(one, "kato", row->unit->code);
        } else {
            buffer_add_text(
                &name, tongue_text(command->language, "cli.territory-all"));
        }
        json_put_text(one, "name", buffer_text(&name));
        json_put_integer(one, "registered", (int64_t)row->registered);
        json_put_integer(one, "measured", (int64_t)row->measured);
        json_put_integer(one, "compact", (int64_t)row->compact);
        json_put_integer(one, "population", row->population);
        json_put_integer(one, "compact-population", row->compact_population);
        json_put_integer(one, "organ-population", row->organ_population);
        json_push(list, one);
        if (!command->json) {
            (void)printf(
                "%s\t%zu\t%zu\t%zu\t%lld\t%lld\t%lld\n", buffer_text(&name),
                row->registered, row->measured, row->compact,
                (long long)row->population,
                (long long)row->compact_population,
                (long long)row->organ_population);
        }
        buffer_finish(&name);
    }
    if (command->json) {
        command_print_json(list);
    }
}
