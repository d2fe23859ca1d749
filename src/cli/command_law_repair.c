/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * law repair: the cheapest provisions to reopen, every optimum as a bill.
 */
#include <stdio.h>

#include "cli/inquiries.h"
#include "inquiry/repair.h"

static enum status terms_read(const struct command *command,
    const struct inquiries *inquiries, struct repair_terms *terms,
    struct error *error);
static enum status places_check(const struct inquiries *inquiries,
    const char *const *places, size_t count, struct error *error);
static void result_say(const struct command *command,
    const struct inquiries *inquiries, const struct repair_result *result);
static void core_say(const struct command *command,
    const struct inquiries *inquiries, const struct repair_result *result);
static void result_json(
    const struct inquiries *inquiries, const struct repair_result *result);
static const char *bill_name(struct arena *arena, size_t number);

int command_law_repair(const struct command *command)
{
    struct inquiries inquiries;
    struct repair_terms terms = {0};
    struct error error = {0};
    int result = COMMAND_DONE;
    if (inquiries_start(command, 0, &inquiries, &result) == STATUS_OK) {
        struct arena *arena = inquiries.sources.arena;
        if (terms_read(command, &inquiries, &terms, &error) != STATUS_OK) {
            result = command_fail(command, &error, &inquiries.names);
        } else {
            struct repair_result found;
            repair_find(inquiries.facts, &terms, arena, &found);
            if (command->json) {
                result_json(&inquiries, &found);
            } else {
                result_say(command, &inquiries, &found);
            }
        }
    }
    inquiries_finish(&inquiries);
    return result;
}

static enum status terms_read(const struct command *command,
    const struct inquiries *inquiries, struct repair_terms *terms,
    struct error *error)
{
    struct arena *arena = inquiries->sources.arena;
    static const char *const names[] = {"constitution", "law"};
    int64_t *const numbers[] = {&terms->constitution, &terms->other};
    enum status status =
        inquiries_kinds(command, arena, &terms->kinds, error);
    if (status == STATUS_OK) {
        status = inquiries_numbers(command->price, "cli.what-price", names,
            numbers, sizeof names / sizeof *names, arena, error);
    }
    inquiries_list(
        command->protect, arena, &terms->protect, &terms->protect_count);
    inquiries_list(
        command->freeze, arena, &terms->freeze, &terms->freeze_count);
    if (status == STATUS_OK) {
        status = places_check(
            inquiries, terms->protect, terms->protect_count, error);
    }
    if (status == STATUS_OK) {
        status = places_check(
            inquiries, terms->freeze, terms->freeze_count, error);
    }
    return status;
}

/* Places, articles, acts or ranks that touch nothing are mistaken. */
static enum status places_check(const struct inquiries *inquiries,
    const char *const *places, size_t count, struct error *error)
{
    const struct facts *facts = inquiries->facts;
    for (size_t i = 0; i < count; i++) {
        if (!repair_means(facts, places[i])) {
            size_t norms = facts_count(facts);
            const char **known = arena_take_array(
                inquiries->sources.arena, norms, sizeof(const char *));
            for (size_t id = 1; id <= norms; id++) {
                known[id - 1] = facts_norm(facts, id)->citation.place;
            }
            (void)command_choice(
                places[i], "cli.what-place", known, norms, error);
            return STATUS_INVALID;
        }
    }
    return STATUS_OK;
}

/* The price list, then each optimum as a bill; `#` is a comment of it. */
static void result_say(const struct command *command,
    const struct inquiries *inquiries, const struct repair_result *result)
{
    const struct law *law = inquiries->sources.law;
    struct buffer text = BUFFER_EMPTY;
    for (size_t i = 0; i < result->prices_count; i++) {
        const struct repair_price *price = &result->prices[i];
        buffer_add_text(&text, "# ");
        law_citation_say(law, price->place, command->language, &text);
        buffer_add_format(&text, " (%s): ", price->place);
        if (price->frozen) {
            buffer_add_text(
                &text, tongue_text(command->language, "cli.repair-frozen"));
        } else {
            buffer_add_integer(&text, price->price);
        }
        buffer_add_char(&text, '\n');
    }
    command_print(&text);
    buffer_finish(&text);
    if (!result->possible) {
        core_say(command, inquiries, result);
        return;
    }
    struct message head;
    (void)message_number(message_start(&head, "cli.repair-found"), "price",
        result->price);
    (void)message_number(&head, "count", (int64_t)result->options_count);
    command_note(command, &head, NULL);
    for (size_t i = 0; i < result->options_count; i++) {
        struct buffer bill = BUFFER_EMPTY;
        repair_write(inquiries->facts, &result->options[i], inquiries->day,
            bill_name(inquiries->sources.arena, i + 1), &bill);
        (void)printf("\n%s", buffer_text(&bill));
        buffer_finish(&bill);
    }
}

static void core_say(const struct command *command,
    const struct inquiries *inquiries, const struct repair_result *result)
{
    struct message head;
    command_note(
        command, message_start(&head, "cli.repair-impossible"), NULL);
    for (size_t i = 0; i < result->core_count; i++) {
        struct buffer line = BUFFER_EMPTY;
        inquiries_norm_say(
            command, inquiries->sources.law, result->core[i], &line);
        (void)printf("%s\n", buffer_text(&line));
        buffer_finish(&line);
    }
}

static void result_json(
    const struct inquiries *inquiries, const struct repair_result *result)
{
    struct arena *arena = inquiries->sources.arena;
    if (!result->possible) {
        struct json *core = json_array(arena);
        for (size_t i = 0; i < result->core_count; i++) {
            const struct law_norm *norm = result->core[i];
            json_push_text(core,
                arena_format(arena, "%s %s %s: %s", norm->citation.place,
                    norm->subject, norm->verb, norm->object));
        }
        struct json *none = json_object(arena);
        json_put_boolean(none, "impossible", true);
        json_put(none, "core", core);
        command_print_json(none);
        return;
    }
    struct json *list = json_array(arena);
    for (size_t i = 0; i < result->options_count; i++) {
        const struct repair_option *option = &result->options[i];
        struct json *reopen = json_array(arena);
        for (size_t k = 0; k < option->places_count; k++) {
            json_push_text(reopen, option->places[k]);
        }
        struct buffer bill = BUFFER_EMPTY;
        repair_write(inquiries->facts, option, inquiries->day,
            bill_name(arena, i + 1), &bill);
        struct json *one = json_object(arena);
        json_put_integer(one, "price", result->price);
        json_put(one, "reopen", reopen);
        json_put_text(one, "amendment", buffer_text(&bill));
        json_push(list, one);
        buffer_finish(&bill);
    }
    command_print_json(list);
}

static const char *bill_name(struct arena *arena, size_t number)
{
    return arena_format(arena, "repair-%zu", number);
}
