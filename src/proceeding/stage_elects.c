/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The officers whom a sitting elects from its midst.
 */
#include <string.h>

#include "proceeding/sitting.h"

/* The officer of that office who is in the room, or NULL. */
static const struct officer *officer_here(
    const struct proceeding *proceeding, const char *office)
{
    const struct officer *officer = proceeding_officer(proceeding, office);
    bool here = officer != NULL && officer->holder != NULL &&
        proceeding_is_present(proceeding, officer->holder);
    return here ? officer : NULL;
}

/* There is something to elect while an office is free or its holder left. */
enum status stage_elect_ready(struct ruling *ruling)
{
    enum status status = sitting_may_vote(ruling);
    if (status != STATUS_OK) {
        return status;
    }
    const struct law_stage *elects =
        stage_of(ruling, LAW_STAGE_ELECTS, NULL);
    size_t count = elects == NULL ? 0 : elects->words_count;
    for (size_t i = 0; i < count; i++) {
        if (officer_here(ruling->proceeding, elects->words[i]) == NULL) {
            return STATUS_OK;
        }
    }
    return stage_refuse(
        ruling, elects, "refusal.officers-elected", "cure.officers-elected");
}

/* The office is the law's and free, the candidate is here. */
static enum status candidate_check(struct ruling *ruling,
    const struct law_stage *elects, const char *office,
    const struct engine_person *person)
{
    if (!law_stage_has_word(elects, office)) {
        stage_refuse(ruling, elects, "refusal.office-not-elected",
            "cure.office-not-elected");
        message_word(&ruling->refusal->reason, "office", office);
        return STATUS_REFUSED;
    }
    if (officer_here(ruling->proceeding, office) != NULL) {
        stage_refuse(
            ruling, elects, "refusal.office-held", "cure.office-held");
        message_word(&ruling->refusal->reason, "office", office);
        return STATUS_REFUSED;
    }
    enum status status = stage_person_entitled(ruling, person);
    if (status == STATUS_OK &&
        !proceeding_is_present(ruling->proceeding, person->key)) {
        status = stage_refuse(
            ruling, elects, "refusal.person-absent", "cure.person-absent");
        message_number(
            &ruling->refusal->reason, "resident", person->resident);
    }
    return status;
}

enum status stage_elect(struct ruling *ruling)
{
    const struct act *act = ruling->act;
    const struct law_stage *elects =
        stage_of(ruling, LAW_STAGE_ELECTS, NULL);
    const char *office = json_member_text(act->body, "office");
    const struct engine_person *person = stage_person(
        ruling, json_member_integer(act->body, "resident", 0));
    struct sitting_majority majority = {0};
    struct vote_count count = {0};
    enum status status = candidate_check(ruling, elects, office, person);
    if (status == STATUS_OK) {
        status = sitting_majority(ruling, NULL, &majority);
    }
    if (status == STATUS_OK) {
        status = sitting_count(
            ruling, ruling->proceeding->present, &count);
    }
    if (status == STATUS_OK) {
        status = sitting_carried(ruling, &majority, count.votes_for);
    }
    if (status != STATUS_OK) {
        return status;
    }
    struct json *body = stage_emit(ruling, "officer-elected");
    json_put_text(body, "office", office);
    json_put_text(body, "holder", person->key);
    sitting_put_count(body, &count);
    json_put_integer(body, "participants", ruling->proceeding->present);
    json_put_integer(body, "needed", majority.needed);
    return STATUS_OK;
}
