/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Officials whom the law gives the right to take part in a gathering or an
 * assembly, as a deputy of the maslikhat: they are no members, so they count
 * for no quorum and have no vote; what they say stands in the minutes.
 */
#include <string.h>

#include "proceeding/sitting.h"

static const struct community_office *office_of(const struct ruling *ruling)
{
    return community_office(
        ruling->facts->community, ruling->act->actor, ruling->today);
}

static enum status refuse(
    struct ruling *ruling, const char *reason, const char *cure)
{
    struct engine_actors actors;
    engine_actors(ruling->facts, ACT_ATTEND, &actors);
    stage_refuse_by(ruling, &actors.citation, reason, cure);
    message_word(&ruling->refusal->reason, "office", ruling->act->actor);
    return STATUS_REFUSED;
}

/* Registered on the day of the sitting, once, while somebody holds the
   office. */
enum status stage_attend_ready(struct ruling *ruling)
{
    const struct proceeding *proceeding = ruling->proceeding;
    bool sits = proceeding->phase == PROCEEDING_SITTING ||
        proceeding->phase == PROCEEDING_QUORUM_LOST;
    for (size_t i = 0; i < proceeding->guests_count; i++) {
        if (strcmp(proceeding->guests[i].office, ruling->act->actor) == 0) {
            return refuse(
                ruling, "refusal.attends-already", "cure.attends-already");
        }
    }
    if (office_of(ruling) == NULL) {
        return refuse(
            ruling, "refusal.office-not-held", "cure.office-not-held");
    }
    return sits ? STATUS_OK : sitting_day_is_today(ruling);
}

enum status stage_attend(struct ruling *ruling)
{
    struct json *body = stage_emit(ruling, "official-attended");
    json_put_text(body, "office", ruling->act->actor);
    json_put_text(body, "holder", office_of(ruling)->holder);
    return STATUS_OK;
}
