/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What the rules of a sitting share.
 */
#include "proceeding/sitting.h"

#include <string.h>

struct json *sitting_persons(struct ruling *ruling, const char *kind,
    const int64_t *residents, size_t count)
{
    struct json *keys = json_array(ruling->arena);
    for (size_t i = 0; i < count; i++) {
        json_push_text(keys, stage_person(ruling, residents[i])->key);
    }
    struct json *body = stage_emit(ruling, kind);
    json_put(body, "persons", keys);
    return body;
}

void sitting_quorum_told(struct ruling *ruling, int64_t change)
{
    const struct proceeding *proceeding = ruling->proceeding;
    int64_t present = proceeding->present + change;
    bool is_lost = proceeding->phase == PROCEEDING_SITTING &&
        present < proceeding->quorum;
    bool is_restored = proceeding->phase == PROCEEDING_QUORUM_LOST &&
        present >= proceeding->quorum;
    if (is_lost || is_restored) {
        struct json *body = stage_emit(
            ruling, is_lost ? "quorum-lost" : "quorum-restored");
        json_put_integer(body, "present", present);
        json_put_integer(body, "needed", proceeding->quorum);
    }
}

enum status sitting_quorate(struct ruling *ruling)
{
    const struct proceeding *proceeding = ruling->proceeding;
    if (proceeding->phase != PROCEEDING_QUORUM_LOST) {
        return STATUS_OK;
    }
    stage_refuse(ruling, stage_of(ruling, LAW_STAGE_QUORUM, NULL),
        "refusal.quorum-lost", "cure.quorum-lost");
    struct refusal *refusal = ruling->refusal;
    message_number(&refusal->reason, "present", proceeding->present);
    message_number(&refusal->reason, "needed", proceeding->quorum);
    message_number(&refusal->cure, "count",
        proceeding->quorum - proceeding->present);
    return STATUS_REFUSED;
}

static enum status attended(struct ruling *ruling)
{
    const char *office = ruling->act->actor;
    const struct officer *officer =
        proceeding_officer(ruling->proceeding, office);
    if (officer == NULL || officer->holder == NULL ||
        proceeding_is_present(ruling->proceeding, officer->holder)) {
        return STATUS_OK;
    }
    stage_refuse(ruling, stage_of(ruling, LAW_STAGE_ELECTS, NULL),
        "refusal.officer-absent", "cure.officer-absent");
    message_word(&ruling->refusal->reason, "office", office);
    message_word(&ruling->refusal->cure, "office", office);
    return STATUS_REFUSED;
}

enum status sitting_led(struct ruling *ruling)
{
    const struct law_stage *elects =
        stage_of(ruling, LAW_STAGE_ELECTS, NULL);
    if (elects == NULL || elects->words_count == 0 ||
        law_stage_has_word(elects, ruling->act->actor) ||
        proceeding_officer(ruling->proceeding, elects->words[0]) == NULL) {
        return STATUS_OK;
    }
    stage_refuse(
        ruling, elects, "refusal.led-by-officer", "cure.led-by-officer");
    message_word(&ruling->refusal->reason, "office", elects->words[0]);
    message_word(&ruling->refusal->cure, "office", elects->words[0]);
    return STATUS_REFUSED;
}

enum status sitting_may_vote(struct ruling *ruling)
{
    enum status status = sitting_quorate(ruling);
    return status == STATUS_OK ? attended(ruling) : status;
}

enum status sitting_constituted(struct ruling *ruling)
{
    const struct law_stage *elects =
        stage_of(ruling, LAW_STAGE_ELECTS, NULL);
    size_t count = elects == NULL ? 0 : elects->words_count;
    for (size_t i = 0; i < count; i++) {
        const char *office = elects->words[i];
        if (proceeding_officer(ruling->proceeding, office) == NULL) {
            stage_refuse(ruling, elects, "refusal.officer-lacking",
                "cure.officer-lacking");
            message_word(&ruling->refusal->reason, "office", office);
            message_word(&ruling->refusal->cure, "office", office);
            return STATUS_REFUSED;
        }
    }
    return STATUS_OK;
}

enum status sitting_no_vote_open(struct ruling *ruling)
{
    const struct proceeding *proceeding = ruling->proceeding;
    for (size_t i = 0; i < proceeding->items_count; i++) {
        const struct item *item = &proceeding->items[i];
        if (item->phase == ITEM_PUT) {
            stage_refuse(ruling, stage_of(ruling, LAW_STAGE_CARRIED_BY, NULL),
                "refusal.vote-open", "cure.vote-open");
            message_number(&ruling->refusal->reason, "item", item->number);
            return STATUS_REFUSED;
        }
    }
    return STATUS_OK;
}

enum status sitting_quorum_met(struct ruling *ruling,
    const struct law_stage *stage, int64_t needed, int64_t base_count)
{
    int64_t present = ruling->proceeding->present;
    if (present >= needed) {
        return STATUS_OK;
    }
    stage_refuse(
        ruling, stage, "refusal.quorum-short", "cure.quorum-short");
    struct law_amount amount = {0};
    if (stage != NULL &&
        stage_amount(ruling->facts, stage, "quorum", &amount)) {
        stage_explain(ruling, &amount, present, base_count);
    }
    message_number(&ruling->refusal->cure, "count", needed - present);
    return STATUS_REFUSED;
}

enum status sitting_day_is_today(struct ruling *ruling)
{
    struct date day = ruling->proceeding->day;
    int order = date_compare(ruling->today, day);
    if (order == 0) {
        return STATUS_OK;
    }
    const struct law_stage *stage = stage_of(ruling, LAW_STAGE_NOTICE, NULL);
    if (stage == NULL) {
        stage = stage_of(ruling, LAW_STAGE_ORGANISED_BY, NULL);
    }
    bool adjourned = ruling->proceeding->phase == PROCEEDING_ADJOURNED;
    stage_refuse(ruling, stage, "refusal.not-the-day",
        order < 0          ? "cure.not-the-day"
            : adjourned    ? "cure.day-passed-adjourned"
                           : "cure.day-passed");
    message_date(&ruling->refusal->reason, "day", day);
    message_date(&ruling->refusal->reason, "today", ruling->today);
    if (order < 0) {
        message_date(&ruling->refusal->cure, "day", day);
        ruling->refusal->lawful_from = day;
    }
    return STATUS_REFUSED;
}

/* ---- majorities and counts ----------------------------------------------- */

enum status sitting_majority(struct ruling *ruling, const char *matter,
    struct sitting_majority *majority)
{
    const struct engine_facts *facts = ruling->facts;
    const struct law_stage *stage =
        stage_of(ruling, LAW_STAGE_CARRIED_BY, matter);
    if (stage == NULL) {
        return stage_refuse_by(ruling, &ruling->procedure->citation,
            "refusal.no-majority", "cure.no-majority");
    }
    *majority = (struct sitting_majority){.stage = stage};
    if (!stage_amount(facts, stage, "carried-by", &majority->amount) ||
        !majority->amount.given) {
        return stage_silent(ruling, stage, "carried-by");
    }
    majority->whole = stage_base_count(
        facts, ruling->procedure, majority->amount.base);
    if (majority->amount.is_share && majority->whole < 0) {
        return stage_silent(ruling, stage, "carried-by");
    }
    majority->needed = stage_needed(&majority->amount, majority->whole);
    return STATUS_OK;
}

enum status sitting_carried(struct ruling *ruling,
    const struct sitting_majority *majority, int64_t votes)
{
    if (votes >= majority->needed) {
        return STATUS_OK;
    }
    stage_refuse(ruling, majority->stage, "refusal.not-carried",
        "cure.not-carried");
    stage_explain(ruling, &majority->amount, votes, majority->whole);
    return STATUS_REFUSED;
}

enum status sitting_count(struct ruling *ruling, int64_t voters,
    struct vote_count *count)
{
    const struct json *body = ruling->act->body;
    *count = (struct vote_count){
        .votes_for = json_member_integer(body, "for", 0),
        .against = json_member_integer(body, "against", 0),
        .abstain = json_member_integer(body, "abstain", 0),
    };
    int64_t votes = count->votes_for + count->against + count->abstain;
    if (votes <= voters) {
        return STATUS_OK;
    }
    stage_refuse(ruling, stage_of(ruling, LAW_STAGE_CARRIED_BY, NULL),
        "refusal.votes-too-many", "cure.votes-too-many");
    message_number(&ruling->refusal->reason, "votes", votes);
    message_number(&ruling->refusal->reason, "voters", voters);
    return STATUS_REFUSED;
}

void sitting_put_count(struct json *body, const struct vote_count *count)
{
    json_put_integer(body, "for", count->votes_for);
    json_put_integer(body, "against", count->against);
    json_put_integer(body, "abstain", count->abstain);
}
