/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * show due, options: which terms run, and what may lawfully be done next.
 */
#include "cli/answer.h"
#include "cli/show.h"

static void term_show(struct show *show, const struct engine_term *term);
static void option_show(struct show *show, const char *procedure,
    const struct engine_option *option);

enum status show_due(struct show *show, struct error *error)
{
    int64_t *numbers = NULL;
    size_t count = 0;
    enum status status = store_open_proceedings(
        show->reader, show->arena, &numbers, &count, error);
    show->json = json_array(show->arena);
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        struct engine_term terms[ENGINE_TERMS_MAX];
        status = clerk_facts(show->clerk, show->reader, numbers[i],
            show->arena, &show->facts, error);
        size_t found = status == STATUS_OK
            ? engine_terms(&show->facts, show->arena, terms)
            : 0;
        for (size_t k = 0; k < found; k++) {
            term_show(show, &terms[k]);
        }
    }
    if (status == STATUS_OK && json_count(show->json) == 0) {
        struct message message;
        show_line(show, message_start(&message, "cli.show-nothing-due"));
    }
    return status;
}

static void term_show(struct show *show, const struct engine_term *term)
{
    const char *act = act_kind_name(term->kind);
    struct json *one = json_object(show->arena);
    struct message message;
    json_put_integer(one, "proceeding", term->proceeding);
    if (term->item != 0) {
        json_put_integer(one, "item", term->item);
    }
    json_put_text(one, "act", act);
    show_day(one, "since", term->since);
    show_day(one, "due", term->due);
    json_put_boolean(one, "missing", term->missing);
    json_put_text(one, "place", term->citation.place);
    json_push(show->json, one);
    message_start(&message,
        date_is_set(term->due) ? "cli.show-due" : "cli.show-due-silent");
    message_number(&message, "proceeding", term->proceeding);
    message_text(&message, "act", show_text(show, "act", act));
    if (date_is_set(term->due)) {
        message_date(&message, "day", term->due);
    }
    message_citation(&message, "place", term->citation.place);
    show_line(show, &message);
}

/* Of a proceeding what may come next; without one, the ways to open each. */
enum status show_options(struct show *show, struct error *error)
{
    struct date today;
    enum status status = command_today(show->command, &today, error);
    if (status != STATUS_OK) {
        return status;
    }
    static const char *const none[] = {NULL};
    const char *const *procedures = none;
    size_t count = 1;
    if (show->number == 0) {
        law_procedures(
            show->facts.law, today, show->arena, &procedures, &count);
    }
    show->json = json_array(show->arena);
    for (size_t i = 0; i < count; i++) {
        struct engine_option *options = arena_take_array(
            show->arena, ENGINE_OPTIONS_MAX, sizeof *options);
        size_t found = engine_options(&show->facts, procedures[i], NULL,
            today, show->arena, options);
        for (size_t k = 0; k < found; k++) {
            option_show(show, procedures[i], &options[k]);
        }
    }
    return STATUS_OK;
}

static void option_show(struct show *show, const char *procedure,
    const struct engine_option *option)
{
    const char *act = act_kind_name(option->kind);
    struct json *one = json_object(show->arena);
    json_put_text(one, "act", act);
    json_put_text(one, "procedure", procedure);
    if (option->item != 0) {
        json_put_integer(one, "item", option->item);
    }
    json_put_text(one, "detail", option->detail);
    json_put_boolean(one, "lawful", option->lawful);
    show_day(one, "from", option->from);
    if (option->citation.place != NULL) {
        json_put_text(one, "place", option->citation.place);
    }
    if (!option->lawful) {
        json_put(one, "refusal", refusal_json(&option->refusal, show->arena));
    }
    json_push(show->json, one);
    buffer_add_format(&show->text, "%s %s",
        option->lawful ? "+" : "-", show_text(show, "act", act));
    if (procedure != NULL) {
        buffer_add_format(&show->text, " – %s", show_word(show, procedure));
    }
    if (option->detail != NULL) {
        buffer_add_format(
            &show->text, " – %s", show_word(show, option->detail));
    }
    if (option->item != 0) {
        buffer_add_format(&show->text, " (%lld)", (long long)option->item);
    }
    buffer_add_char(&show->text, '\n');
    if (!option->lawful) {
        struct buffer why = BUFFER_EMPTY;
        answer_refusal(show->facts.law, &option->refusal,
            show->command->language, &why);
        buffer_add_format(&show->text, "    ");
        for (size_t i = 0; i < why.length; i++) {
            buffer_add_char(&show->text, why.data[i]);
            if (why.data[i] == '\n' && i + 1 < why.length) {
                buffer_add_text(&show->text, "    ");
            }
        }
        buffer_finish(&why);
    }
}
