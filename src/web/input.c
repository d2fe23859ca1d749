/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Inputs of forms.
 */
#include "web/input.h"

#include <string.h>

struct input *input_blank(const struct request *request, const char *id,
    const char *name, const char *label, const char *hint)
{
    enum language language = request->target.language;
    struct input *input = arena_take(request->arena, sizeof *input);
    input->part = (struct pages_input){
        .name = name,
        .id = id,
        .label = tongue_text(language, label),
        .hint = hint == NULL ? NULL : tongue_text(language, hint),
        .value = "",
    };
    return input;
}

struct input *input_make(const struct request *request, const char *name,
    const char *label, const char *hint)
{
    struct input *input = input_blank(request, name, name, label, hint);
    input->part.value = form_text(&request->form, name);
    input->part.problem = form_problem(&request->form, name);
    input->is_filled = true;
    return input;
}

static bool is_sent(
    const struct request *request, const struct input *input, const char *value)
{
    const struct form *form = &request->form;
    for (size_t i = 0; input->is_filled && i < form->count; i++) {
        if (strcmp(form->fields[i].name, input->part.name) != 0) {
            continue;
        }
        if (!form->fields[i].is_many) {
            return strcmp(form->values[i].text, value) == 0;
        }
        for (size_t k = 0; k < form->lists_count[i]; k++) {
            if (strcmp(form->lists[i][k], value) == 0) {
                return true;
            }
        }
    }
    return false;
}

void input_option(const struct request *request, struct input *input,
    const char *value, const char *label, const char *note)
{
    size_t count = input->part.options_count;
    input->options = arena_grow(request->arena, input->options, count,
        &input->capacity, sizeof *input->options);
    input->options[count] = (struct pages_input_options){
        .value = value,
        .id = count == 0 ? input->part.id /* where a problem's link leads */
                         : arena_format(request->arena, "%s-%zu",
                               input->part.id, count + 1),
        .label = label,
        .note = note,
        .is_chosen = is_sent(request, input, value),
    };
    input->part.options = input->options;
    input->part.options_count = count + 1;
}

void input_group(struct input *input, const char *type)
{
    input->part.is_group = true;
    input->part.type = type;
}

void input_yes_no(const struct request *request, struct input *input,
    const char *yes, const char *no)
{
    enum language language = request->target.language;
    input_option(request, input, "yes", tongue_text(language, yes), NULL);
    input_option(request, input, "no", tongue_text(language, no), NULL);
    input_group(input, "radio");
}

/* ---- unseen fields ------------------------------------------------------- */

struct hidden *input_hidden(
    const struct request *request, struct response *response)
{
    struct hidden *hidden = arena_take(request->arena, sizeof *hidden);
    hidden->part.form = page_form(request, response);
    return hidden;
}

void input_keep(const struct request *request, struct hidden *hidden,
    const char *name, const char *value)
{
    size_t count = hidden->part.kept_count;
    hidden->rows = arena_grow(request->arena, hidden->rows, count,
        &hidden->capacity, sizeof *hidden->rows);
    hidden->rows[count] = (struct pages_hidden_kept){name, value};
    hidden->part.kept = hidden->rows;
    hidden->part.kept_count = count + 1;
}

void input_keep_sent(
    const struct request *request, struct hidden *hidden, const char *name)
{
    const char *value = form_text(&request->form, name);
    if (value[0] != '\0') {
        input_keep(request, hidden, name, value);
    }
}
