/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What became of an act, in words and as JSON.
 */
#include "cli/answer.h"

#include <stdio.h>

static void receipt_say(
    const struct command *command, const struct clerk_answer *answer);

const struct law *answer_law(
    struct clerk *clerk, int64_t proceeding, struct arena *arena)
{
    struct error error;
    struct store_reader *reader = NULL;
    struct proceeding state;
    const struct law *law = clerk_law(clerk, NULL);
    if (proceeding != 0 &&
        store_reader_open(clerk_store_path(clerk), &reader, &error) ==
            STATUS_OK &&
        store_proceeding(reader, proceeding, arena, &state, &error) ==
            STATUS_OK) {
        (void)clerk_pinned_law(clerk, state.law, &law, &error);
    }
    store_reader_close(reader);
    return law;
}

/* The message as text in `arena`. */
static const char *said(const struct command *command, const struct law *law,
    const struct message *message, struct arena *arena)
{
    struct buffer text = BUFFER_EMPTY;
    struct tongue_names names = clerk_names(law);
    tongue_say(command->language, message, &names, &text);
    const char *copy = arena_text(arena, buffer_text(&text));
    buffer_finish(&text);
    return copy;
}

static void receipt_json(const struct command *command,
    const struct clerk_answer *answer, struct json *json)
{
    if (command->dry_run) {
        json_put_boolean(json, "lawful", true);
        return;
    }
    char hash[HASH_SIZE * 2 + 1];
    bytes_to_hex(bytes_of(answer->hash.bytes, HASH_SIZE), hash);
    json_put_integer(json, "number", answer->number);
    json_put_text(json, "hash", hash);
    if (answer->proceeding != 0) {
        json_put_integer(json, "proceeding", answer->proceeding);
    }
    json_put_boolean(json, "repeated", answer->repeated);
}

const struct json *answer_json(const struct command *command,
    const struct law *law, const struct clerk_answer *answer,
    struct arena *arena)
{
    struct json *json = json_object(arena);
    json_put_text(json, "status", error_status_name(answer->status));
    if (answer->status == STATUS_OK) {
        receipt_json(command, answer, json);
    } else if (answer->status == STATUS_REFUSED) {
        json_put(json, "refusal", refusal_json(&answer->refusal, arena));
        json_put_text(json, "message",
            said(command, law, &answer->refusal.reason, arena));
        if (answer->refusal.cure.key != NULL) {
            json_put_text(json, "cure",
                said(command, law, &answer->refusal.cure, arena));
        }
    } else {
        json_put_text(json, "key", answer->error.message.key);
        json_put_text(json, "message",
            said(command, law, &answer->error.message, arena));
    }
    return json;
}

int answer_say(const struct command *command, const struct law *law,
    const struct clerk_answer *answer)
{
    struct tongue_names names = clerk_names(law);
    if (answer->status == STATUS_OK) {
        receipt_say(command, answer);
        return COMMAND_DONE;
    }
    if (answer->status != STATUS_REFUSED) {
        return command_fail(command, &answer->error, &names);
    }
    struct buffer text = BUFFER_EMPTY;
    answer_refusal(law, &answer->refusal, command->language, &text);
    (void)fputs(buffer_text(&text),
        command->dry_run && !command->json ? stdout : stderr);
    buffer_finish(&text);
    return COMMAND_REFUSED;
}

static void receipt_say(
    const struct command *command, const struct clerk_answer *answer)
{
    struct message message;
    if (command->json) {
        return;
    }
    if (command->dry_run) {
        command_say(
            command, message_start(&message, "cli.lawful-now"), NULL);
        return;
    }
    char hash[HASH_SIZE * 2 + 1];
    bytes_to_hex(bytes_of(answer->hash.bytes, HASH_SIZE), hash);
    message_start(&message,
        answer->repeated             ? "cli.receipt-repeated"
            : answer->proceeding > 0 ? "cli.receipt-proceeding"
                                     : "cli.receipt");
    message_number(&message, "number", answer->number);
    message_text(&message, "hash", hash);
    if (answer->proceeding > 0 && !answer->repeated) {
        message_number(&message, "proceeding", answer->proceeding);
    }
    command_say(command, &message, NULL);
}

static void line_add(const struct law *law, const struct message *message,
    enum language language, struct buffer *text)
{
    struct tongue_names names = clerk_names(law);
    tongue_say(language, message, &names, text);
    buffer_add_char(text, '\n');
}

void answer_refusal(const struct law *law, const struct refusal *refusal,
    enum language language, struct buffer *text)
{
    struct message line;
    line_add(law, &refusal->reason, language, text);
    message_start(&line, "cli.refusal-place");
    line_add(law, message_citation(&line, "place", refusal->place), language,
        text);
    if (refusal->unchecked) {
        line_add(law, message_start(&line, "cli.refusal-unchecked"), language,
            text);
    }
    if (refusal->filled_by[0] != '\0') {
        message_start(&line, "cli.refusal-filled");
        line_add(law, message_citation(&line, "place", refusal->filled_by),
            language, text);
    }
    if (refusal->filled_unchecked) {
        line_add(law, message_start(&line, "cli.refusal-unchecked"), language,
            text);
    }
    if (refusal->invented) {
        line_add(law, message_start(&line, "cli.refusal-invented"), language,
            text);
    }
    if (refusal->cure.key != NULL) {
        line_add(law, &refusal->cure, language, text);
    }
    if (date_is_set(refusal->lawful_from)) {
        message_start(&line, "cli.refusal-from");
        line_add(law, message_date(&line, "day", refusal->lawful_from),
            language, text);
    }
}
