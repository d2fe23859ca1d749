/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Inputs of forms: {{ use input x }}, {{ use hidden x }}; `part` is what a page
 * takes.
 */
#ifndef WEB_INPUT_H
#define WEB_INPUT_H

#include "web/page.h"

struct input {
    struct pages_input part;
    struct pages_input_options *options; /* those of `part` */
    size_t capacity;
    bool is_filled; /* with what was sent */
};

/* For a declared field, with what was sent and its problem; `label` and `hint`
   (NULL: none) are messages. */
struct input *input_make(const struct request *request, const char *name,
    const char *label, const char *hint);

/* The same with an id of its own and without what was sent: for pages with
   several forms. */
struct input *input_blank(const struct request *request, const char *id,
    const char *name, const char *label, const char *hint);

/* Adds an option; it is chosen where its value was sent.  `label` and `note`
   (NULL: none) are text. */
void input_option(const struct request *request, struct input *input,
    const char *value, const char *label, const char *note);

/* Shows the options beside each other: "radio" or "checkbox". */
void input_group(struct input *input, const char *type);

/* Yes or no, in the words of two messages. */
void input_yes_no(const struct request *request, struct input *input,
    const char *yes, const char *no);

/* The fields that a form carries unseen: its tokens, and what was answered on
   other pages. */
struct hidden {
    struct pages_hidden part;
    struct pages_hidden_kept *rows; /* those of `part` */
    size_t capacity;
};
struct hidden *input_hidden(
    const struct request *request, struct response *response);
void input_keep(const struct request *request, struct hidden *hidden,
    const char *name, const char *value);

/* Keeps what was sent in a field, unless it is empty. */
void input_keep_sent(
    const struct request *request, struct hidden *hidden, const char *name);

#endif
