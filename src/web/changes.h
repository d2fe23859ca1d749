/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What others entered while a form was being filled in: two clerks at once.
 * A form carries the last event that its page knew, in its field `seen`.
 */
#ifndef WEB_CHANGES_H
#define WEB_CHANGES_H

#include "web/input.h"
#include "web/view.h"

/* Adds the field to a form. */
void changes_keep(const struct request *request,
    const struct engine_facts *facts, struct hidden *hidden);

/* The entries of the sitting since the form was made; NULL: none, or the form
   does not say. */
struct pages_changes *changes_since(
    const struct request *request, const struct engine_facts *facts);

/* Did another account enter an event of this kind since? */
bool changes_have(const struct request *request,
    const struct engine_facts *facts, const char *kind);

#endif
