/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Called: who organises it sets day, place and matters; the roll is frozen.
 * stage_items.c judges the matters.
 */
#include <assert.h>
#include <string.h>

#include "proceeding/stage.h"

/* ---- before any call ----------------------------------------------------- */

static enum status consent_check(struct ruling *ruling)
{
    const struct law_stage *stage =
        stage_of(ruling, LAW_STAGE_CONSENT_OF, NULL);
    const struct proceeding *proceeding = ruling->proceeding;
    if (stage == NULL || proceeding->consented) {
        return STATUS_OK;
    }
    bool refused = proceeding->phase == PROCEEDING_REFUSED;
    stage_refuse(ruling, stage,
        refused ? "refusal.consent-refused" : "refusal.consent-lacks",
        refused ? "cure.consent-refused" : "cure.consent-lacks");
    const char *who = stage->words_count > 0 ? stage->words[0] : "";
    message_word(&ruling->refusal->reason, "who", who);
    message_word(&ruling->refusal->cure, "who", who);
    return STATUS_REFUSED;
}

/* A proceeding by representatives needs some to be elected before. */
static enum status representatives_check(struct ruling *ruling)
{
    if (!ruling->proceeding->represented ||
        stage_base_count(ruling->facts, ruling->procedure,
            "representatives") > 0) {
        return STATUS_OK;
    }
    return stage_refuse(ruling,
        stage_of(ruling, LAW_STAGE_REPRESENTED_BY, NULL),
        "refusal.no-representatives", "cure.no-representatives");
}

enum status stage_organ_sits(struct ruling *ruling, struct date day)
{
    const struct community *community = ruling->facts->community;
    const struct law_stage *takes_part =
        stage_of(ruling, LAW_STAGE_TAKES_PART, NULL);
    const char *organ = stage_organ(ruling->procedure);
    if (!stage_is_narrow(takes_part) || organ == NULL ||
        community_organ(community, organ, day) != NULL) {
        return STATUS_OK;
    }
    bool ends = community_organ(community, organ, ruling->today) != NULL;
    stage_refuse(ruling, takes_part,
        ends ? "refusal.organ-term-ends" : "refusal.organ-not-formed",
        ends ? "cure.organ-term-ends" : "cure.organ-not-formed");
    message_word(&ruling->refusal->reason, "organ", organ);
    if (ends) {
        message_date(&ruling->refusal->reason, "day", day);
    }
    return STATUS_REFUSED;
}

enum status stage_call_ready(struct ruling *ruling)
{
    enum status status = STATUS_OK;
    if (ruling->proceeding->phase != PROCEEDING_REFUSED) {
        status = stage_initiative_complete(ruling);
    }
    if (status == STATUS_OK) {
        status = consent_check(ruling);
    }
    if (status == STATUS_OK) {
        status = stage_organ_sits(ruling, ruling->today);
    }
    if (status == STATUS_OK) {
        status = representatives_check(ruling);
    }
    return status;
}

/* ---- the call ------------------------------------------------------------ */

static enum status roll_check(struct ruling *ruling)
{
    const struct engine_roll *roll = ruling->facts->roll;
    assert(roll != NULL && roll->root != NULL);
    if (roll->count > 0) {
        return STATUS_OK;
    }
    return stage_refuse(ruling,
        stage_of(ruling, LAW_STAGE_TAKES_PART, NULL), "refusal.empty-roll",
        "cure.empty-roll");
}

static enum status day_check(struct ruling *ruling)
{
    const struct json *items = json_member(ruling->act->body, "items");
    const char *matters[PROCEEDING_ITEMS_MAX];
    size_t count = json_count(items);
    struct date day = stage_date(ruling, "day");
    assert(count <= PROCEEDING_ITEMS_MAX);
    if (date_compare(day, ruling->today) < 0) {
        stage_invalid(ruling, "error.day-past");
        message_date(&ruling->error->message, "day", day);
        return STATUS_INVALID;
    }
    for (size_t i = 0; i < count; i++) {
        matters[i] = json_member_text(json_at(items, i), "matter");
    }
    return stage_notice_in_time(
        ruling, day, matters, count, "cure.notice-too-short");
}

enum status stage_call(struct ruling *ruling)
{
    static const char *const names[] = {"day", "time", "place"};
    const struct engine_roll *roll = ruling->facts->roll;
    enum status status = stage_organ_sits(ruling, stage_date(ruling, "day"));
    struct json *items = NULL;
    if (status == STATUS_OK) {
        status = roll_check(ruling);
    }
    if (status == STATUS_OK) {
        status = stage_call_items(ruling, &items);
    }
    if (status == STATUS_OK) {
        status = day_check(ruling);
    }
    if (status != STATUS_OK) {
        return status;
    }
    struct json *body = stage_emit(ruling, "sitting-called");
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        json_put(body, names[i], json_member(ruling->act->body, names[i]));
    }
    json_put(body, "items", items);
    json_put_integer(body, "members_entitled", roll->members_entitled);
    json_put_integer(body, "roll_count", roll->count);
    json_put_text(body, "roll_root", roll->root);
    return STATUS_OK;
}

/* Before the call who organises takes back what he asked for himself; on what
   others asked for the law says nothing. */
enum status stage_withdraw_ready(struct ruling *ruling)
{
    const struct proceeding *proceeding = ruling->proceeding;
    const struct law_stage *organised =
        stage_of(ruling, LAW_STAGE_ORGANISED_BY, NULL);
    if (proceeding->phase != PROCEEDING_OPENED ||
        law_stage_has_word(organised, proceeding->initiator)) {
        return STATUS_OK;
    }
    return stage_refuse(ruling,
        stage_of(ruling, LAW_STAGE_INITIATED_BY, NULL),
        "refusal.initiative-of-others", "cure.initiative-of-others");
}

enum status stage_withdraw(struct ruling *ruling)
{
    struct json *body = stage_emit(ruling, "sitting-withdrawn");
    json_put(body, "reason", json_member(ruling->act->body, "reason"));
    return STATUS_OK;
}
