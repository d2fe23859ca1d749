/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The way of a disagreement after the decision was considered again and kept:
 * deliberated, then decided, by whom the law names.  That it was considered
 * again, a later sitting says (stage_forms.c).
 */
#include "proceeding/stage.h"

enum status stage_deliberate(struct ruling *ruling)
{
    struct json *body = stage_emit(ruling, "decision-deliberated");
    json_put_integer(body, "item", ruling->item->number);
    json_put_text(
        body, "opinion", json_member_text(ruling->act->body, "opinion"));
    return STATUS_OK;
}

enum status stage_resolve(struct ruling *ruling)
{
    const struct json *fields = ruling->act->body;
    struct json *body = stage_emit(ruling, "decision-resolved");
    json_put_integer(body, "item", ruling->item->number);
    json_put_boolean(
        body, "upheld", json_boolean(json_member(fields, "upheld")));
    json_put_text(body, "reason", json_member_text(fields, "reason"));
    return STATUS_OK;
}
