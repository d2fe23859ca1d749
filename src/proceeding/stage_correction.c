/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A slip at the table taken back before anything rests on it.  The record keeps
 * both, the slip and its correction; the latter counts.
 */
#include "proceeding/sitting.h"

/* ---- a vote by name ------------------------------------------------------ */

enum status stage_correct_vote_ready(struct ruling *ruling)
{
    enum status status = stage_vote_ready(ruling);
    if (status == STATUS_OK && map_count(ruling->item->votes) == 0) {
        status = stage_refuse(ruling,
            stage_of(ruling, LAW_STAGE_CARRIED_BY, ruling->item->matter),
            "refusal.votes-lacking", "cure.votes-lacking");
    }
    return status;
}

/* To the choice that was meant; without one the vote is as if not cast. */
enum status stage_correct_vote(struct ruling *ruling)
{
    const struct json *fields = ruling->act->body;
    int64_t resident = json_member_integer(fields, "resident", 0);
    const struct engine_person *person = stage_person(ruling, resident);
    const char *choice = json_member_text(fields, "choice");
    if (person == NULL) {
        return stage_invalid(ruling, "error.no-such-resident");
    }
    if (person->key == NULL ||
        map_get(ruling->item->votes, person->key) == NULL) {
        stage_refuse(ruling,
            stage_of(ruling, LAW_STAGE_CARRIED_BY, ruling->item->matter),
            "refusal.not-voted", "cure.not-voted");
        message_number(&ruling->refusal->reason, "resident", resident);
        return STATUS_REFUSED;
    }
    struct json *body = stage_emit(ruling, "vote-corrected");
    json_put_integer(body, "item", ruling->item->number);
    json_put_text(body, "voter", person->key);
    if (choice != NULL) {
        json_put_text(body, "choice", choice);
    }
    return STATUS_OK;
}

/* ---- who is here --------------------------------------------------------- */

/* The latest entry about the person can be taken back: it is of the other
   kind, and nobody was counted since. */
static enum status entry_check(
    struct ruling *ruling, const struct engine_person *person, bool present)
{
    const struct proceeding *proceeding = ruling->proceeding;
    const struct presence *presence = person->key == NULL
        ? NULL
        : map_get(proceeding->presence, person->key);
    const char *reason = "refusal.counted-since";
    const char *cure = "cure.counted-since";
    if (presence == NULL || presence->struck) {
        reason = "refusal.not-registered";
        cure = "cure.not-registered";
    } else if (presence->present == present) {
        reason = present ? "refusal.present-already" : "refusal.person-absent";
        cure = present ? "cure.present-already" : "cure.person-absent";
    } else if (presence->event > proceeding->relied) {
        return STATUS_OK;
    }
    stage_refuse(ruling, stage_of(ruling, LAW_STAGE_TAKES_PART, NULL), reason,
        cure);
    message_number(&ruling->refusal->reason, "resident", person->resident);
    return STATUS_REFUSED;
}

enum status stage_correct_presence(struct ruling *ruling)
{
    int64_t residents[ACT_PERSONS_MAX];
    size_t count = act_residents(ruling->act, residents);
    bool present = json_boolean(json_member(ruling->act->body, "present"));
    for (size_t i = 0; i < count; i++) {
        const struct engine_person *person =
            stage_person(ruling, residents[i]);
        if (person == NULL) {
            return stage_invalid(ruling, "error.no-such-resident");
        }
        enum status status = entry_check(ruling, person, present);
        if (status != STATUS_OK) {
            return status;
        }
    }
    struct json *body =
        sitting_persons(ruling, "presence-corrected", residents, count);
    json_put_boolean(body, "present", present);
    sitting_quorum_told(ruling, present ? (int64_t)count : -(int64_t)count);
    return STATUS_OK;
}
