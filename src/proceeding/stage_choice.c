/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A choice where the law is silent: what is taken and on which ground, kept
 * with the silent place.  What the law says cannot be chosen.
 */
#include <string.h>

#include "proceeding/stage.h"

/* A value that the rules can work with: a form of the vote, or an amount. */
static bool value_fits(const struct ruling *ruling, const char *parameter,
    const char *value)
{
    struct law_amount amount;
    if (strcmp(parameter, "form") == 0) {
        const char *kind = law_word_kind(ruling->facts->law, value);
        return kind != NULL && strcmp(kind, "form") == 0;
    }
    if (!stage_amount_read(value, &amount)) {
        return false;
    }
    bool persons =
        amount.unit != NULL && strcmp(amount.unit, "persons") == 0;
    if (strcmp(parameter, "notice") == 0 || strcmp(parameter, "term") == 0) {
        return !amount.is_share && amount.unit != NULL && !persons;
    }
    return amount.is_share || amount.unit == NULL || persons;
}

enum status stage_choose(struct ruling *ruling)
{
    const struct json *body = ruling->act->body;
    const char *parameter = json_member_text(body, "parameter");
    const char *value = json_member_text(body, "value");
    bool known = false;
    const struct law_stage *silent =
        stage_silence(ruling->procedure, parameter, &known);
    if (!known) {
        stage_invalid(ruling, "error.no-such-parameter");
        message_text(&ruling->error->message, "parameter", parameter);
        return STATUS_INVALID;
    }
    if (silent == NULL) {
        stage_refuse_by(ruling, &ruling->procedure->citation,
            "refusal.not-silent", "cure.not-silent");
        message_key(&ruling->refusal->reason, "parameter",
            stage_parameter_key(parameter));
        return STATUS_REFUSED;
    }
    if (!value_fits(ruling, parameter, value)) {
        stage_invalid(ruling, "error.choice-unreadable");
        message_text(&ruling->error->message, "parameter", parameter);
        message_text(&ruling->error->message, "value", value);
        return STATUS_INVALID;
    }
    struct json *choice = stage_emit(ruling, "choice-recorded");
    json_put_text(choice, "parameter", parameter);
    json_put_text(choice, "value", value);
    json_put(choice, "ground", json_member(body, "ground"));
    json_put_text(choice, "citation", silent->citation.place);
    return STATUS_OK;
}
