/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * law charter: how an organ, an office or a level stands to the criteria.
 */
#include <stdio.h>

#include "cli/inquiries.h"
#include "inquiry/charter.h"

static void row_say(const struct command *command,
    const struct inquiries *inquiries, const struct charter_row *row);
static void norms_say(const struct command *command,
    const struct inquiries *inquiries, const char *sign,
    const struct law_norm *const *norms, size_t count);
static struct json *row_json(
    const struct charter_row *row, struct arena *arena);

int command_law_charter(const struct command *command)
{
    struct inquiries inquiries;
    struct error error = {0};
    int result = COMMAND_DONE;
    if (inquiries_start(command, 0, &inquiries, &result) == STATUS_OK) {
        struct arena *arena = inquiries.sources.arena;
        const char *word = command->arguments[1];
        if (inquiries_word(&inquiries, word, &error) != STATUS_OK) {
            result = command_fail(command, &error, &inquiries.names);
        } else {
            const struct charter_row *rows = NULL;
            size_t count = 0;
            charter_judge(inquiries.facts,
                command->count > 2 ? command->arguments[2] : NULL, word,
                arena, &rows, &count);
            struct json *list = json_array(arena);
            for (size_t i = 0; i < count; i++) {
                if (command->json) {
                    json_push(list, row_json(&rows[i], arena));
                } else {
                    row_say(command, &inquiries, &rows[i]);
                }
            }
            if (command->json) {
                command_print_json(list);
            }
        }
    }
    inquiries_finish(&inquiries);
    return result;
}

static void row_say(const struct command *command,
    const struct inquiries *inquiries, const struct charter_row *row)
{
    static const char *const verdicts[] = {
        [CHARTER_SILENT] = "cli.charter-silent",
        [CHARTER_NOT] = "cli.charter-not",
        [CHARTER_PARTLY] = "cli.charter-partly",
        [CHARTER_MET] = "cli.charter-met",
    };
    const struct law_criterion *criterion = row->criterion;
    const char *title = criterion->title[command->language];
    (void)printf("%s %s: %s — %s\n", criterion->act, criterion->path,
        title == NULL ? criterion->id : title,
        tongue_text(command->language, verdicts[row->verdict]));
    norms_say(command, inquiries, "+", row->speaking, row->speaking_count);
    norms_say(command, inquiries, "-", row->against, row->against_count);
}

static void norms_say(const struct command *command,
    const struct inquiries *inquiries, const char *sign,
    const struct law_norm *const *norms, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct buffer line = BUFFER_EMPTY;
        inquiries_norm_say(command, inquiries->sources.law, norms[i], &line);
        (void)printf("  %s %s\n", sign, buffer_text(&line));
        buffer_finish(&line);
    }
}

static struct json *row_json(
    const struct charter_row *row, struct arena *arena)
{
    struct json *one = json_object(arena);
    struct json *places = json_array(arena);
    for (size_t i = 0; i < row->speaking_count; i++) {
        json_push_text(places, row->speaking[i]->citation.place);
    }
    for (size_t i = 0; i < row->against_count; i++) {
        json_push_text(places, row->against[i]->citation.place);
    }
    json_put_text(one, "criterion", row->criterion->id);
    json_put_text(one, "act", row->criterion->act);
    json_put_text(one, "article", row->criterion->path);
    json_put_text(one, "answer", charter_verdict_name(row->verdict));
    json_put(one, "provisions", places);
    return one;
}
