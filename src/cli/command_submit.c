/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * submit: acts from JSON, one after the other, up to the first not done.
 */
#include "base/file.h"
#include "cli/answer.h"

/* What is going on. */
struct submitting {
    const struct command *command;
    struct clerk *clerk;
    struct clerk_account account;
    struct arena *arena;
    struct json *answers; /* --json */
};

static enum status acts_read(const struct command *command,
    struct arena *arena, const struct json **acts, struct error *error);
static int act_submit(
    struct submitting *submitting, const struct json *json);
static int all_submit(
    struct submitting *submitting, const struct json *acts);

int command_submit(const struct command *command)
{
    struct submitting submitting = {
        .command = command,
        .arena = arena_create(),
    };
    struct error error;
    const struct json *acts = NULL;
    int result = COMMAND_DONE;
    enum status status = acts_read(command, submitting.arena, &acts, &error);
    if (status == STATUS_OK &&
        command_open(command, &submitting.clerk, &result) != STATUS_OK) {
        arena_destroy(submitting.arena);
        return result;
    }
    if (status == STATUS_OK) {
        status = clerk_account_find(submitting.clerk,
            command->as == NULL ? "keeper" : command->as, submitting.arena,
            &submitting.account, &error);
    }
    if (status == STATUS_OK) {
        submitting.answers = json_array(submitting.arena);
        result = all_submit(&submitting, acts);
        if (command->json) {
            command_print_json(json_kind(acts) == JSON_ARRAY
                    ? submitting.answers
                    : json_at(submitting.answers, 0));
        }
    } else {
        result = command_fail(command, &error, NULL);
    }
    clerk_close(submitting.clerk);
    arena_destroy(submitting.arena);
    return result;
}

static enum status acts_read(const struct command *command,
    struct arena *arena, const struct json **acts, struct error *error)
{
    struct buffer content = BUFFER_EMPTY;
    enum status status = file_read(
        command->arguments[1], JSON_SIZE_MAX, &content, error);
    if (status == STATUS_OK) {
        status = json_parse(buffer_bytes(&content), arena, acts, error);
    }
    buffer_finish(&content);
    return status;
}

static int all_submit(struct submitting *submitting, const struct json *acts)
{
    if (json_kind(acts) != JSON_ARRAY) {
        return act_submit(submitting, acts);
    }
    size_t count = json_count(acts);
    int result = COMMAND_DONE;
    for (size_t i = 0; result == COMMAND_DONE && i < count; i++) {
        result = act_submit(submitting, json_at(acts, i));
        if (result != COMMAND_DONE && count > 1) {
            struct message message;
            message_start(&message, "cli.stopped-at");
            message_number(&message, "number", (int64_t)i + 1);
            message_number(&message, "left", (int64_t)(count - i - 1));
            command_note(submitting->command, &message, NULL);
        }
    }
    return result;
}

static int act_submit(struct submitting *submitting, const struct json *json)
{
    const struct command *command = submitting->command;
    struct act act = {0};
    struct clerk_answer *answer =
        arena_take(submitting->arena, sizeof *answer);
    answer->status =
        act_read(json, submitting->arena, &act, &answer->error);
    if (answer->status == STATUS_OK && command->dry_run) {
        clerk_dry_run(submitting->clerk, &submitting->account, &act, answer);
    } else if (answer->status == STATUS_OK) {
        clerk_submit_wait(
            submitting->clerk, &submitting->account, &act, answer);
    }
    const struct law *law =
        answer_law(submitting->clerk, act.proceeding, submitting->arena);
    json_push(submitting->answers,
        answer_json(command, law, answer, submitting->arena));
    return answer_say(command, law, answer);
}
