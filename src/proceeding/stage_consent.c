/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Consent: a positive decision that the law asks for before the call.
 */
#include "proceeding/stage.h"

enum status stage_consent_ready(struct ruling *ruling)
{
    const struct law_stage *stage =
        stage_of(ruling, LAW_STAGE_CONSENT_OF, NULL);
    if (ruling->proceeding->consented) {
        return stage_refuse(ruling, stage, "refusal.consent-given-already",
            "cure.not-now");
    }
    return stage_initiative_complete(ruling);
}

enum status stage_consent(struct ruling *ruling)
{
    bool granted = json_boolean(json_member(ruling->act->body, "granted"));
    const char *reason = json_member_text(ruling->act->body, "reason");
    const struct law_stage *stage =
        stage_of(ruling, LAW_STAGE_CONSENT_OF, NULL);
    struct json *body = stage_emit(
        ruling, granted ? "consent-given" : "consent-refused");
    if (reason != NULL) {
        json_put_text(body, "reason", reason);
    }
    json_put_text(body, "citation", stage->citation.place);
    return STATUS_OK;
}
