/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The sitting: who comes and goes, opening it on its day with its quorum,
 * breaking it off, going on, closing it.
 */
#include "proceeding/sitting.h"

#include <string.h>

/* ---- who is here --------------------------------------------------------- */

/* Coming before the sitting is registered on its day alone. */
enum status stage_arrive(struct ruling *ruling)
{
    const struct proceeding *proceeding = ruling->proceeding;
    bool sits = proceeding->phase == PROCEEDING_SITTING ||
        proceeding->phase == PROCEEDING_QUORUM_LOST;
    enum status status = sits ? STATUS_OK : sitting_day_is_today(ruling);
    int64_t residents[ACT_PERSONS_MAX];
    size_t count = act_residents(ruling->act, residents);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        const struct engine_person *person =
            stage_person(ruling, residents[i]);
        status = stage_person_entitled(ruling, person);
        if (status == STATUS_OK &&
            proceeding_is_present(proceeding, person->key)) {
            status = stage_refuse(ruling,
                stage_of(ruling, LAW_STAGE_TAKES_PART, NULL),
                "refusal.present-already", "cure.present-already");
            message_number(
                &ruling->refusal->reason, "resident", residents[i]);
        }
    }
    if (status != STATUS_OK) {
        return status;
    }
    sitting_persons(ruling, "arrived", residents, count);
    sitting_quorum_told(ruling, (int64_t)count);
    return STATUS_OK;
}

enum status stage_leave(struct ruling *ruling)
{
    const struct proceeding *proceeding = ruling->proceeding;
    int64_t residents[ACT_PERSONS_MAX];
    size_t count = act_residents(ruling->act, residents);
    for (size_t i = 0; i < count; i++) {
        const struct engine_person *person =
            stage_person(ruling, residents[i]);
        if (person == NULL) {
            return stage_invalid(ruling, "error.no-such-resident");
        }
        if (!proceeding_is_present(proceeding, person->key)) {
            stage_refuse(ruling, stage_of(ruling, LAW_STAGE_TAKES_PART, NULL),
                "refusal.person-absent", "cure.person-absent");
            message_number(
                &ruling->refusal->reason, "resident", residents[i]);
            return STATUS_REFUSED;
        }
    }
    sitting_persons(ruling, "left", residents, count);
    sitting_quorum_told(ruling, -(int64_t)count);
    return STATUS_OK;
}

/* ---- opening ------------------------------------------------------------- */

/* Where the law asks for notice of some length, none is no notice. */
static enum status notice_given(struct ruling *ruling)
{
    const struct law_stage *notice = stage_of(ruling, LAW_STAGE_NOTICE, NULL);
    struct law_amount amount = {0};
    if (ruling->proceeding->phase != PROCEEDING_CALLED || notice == NULL ||
        !stage_amount(ruling->facts, notice, "notice", &amount) ||
        !amount.given) {
        return STATUS_OK;
    }
    return stage_refuse(
        ruling, notice, "refusal.no-notice", "cure.no-notice");
}

/* Minutes since midnight of "11:00". */
static int minute_of(const char *time)
{
    enum { MINUTES_OF_HOUR = 60, TEN = 10 };
    int hour = (time[0] - '0') * TEN + (time[1] - '0');
    return hour * MINUTES_OF_HOUR + (time[3] - '0') * TEN + (time[4] - '0');
}

enum status stage_open_sitting_ready(struct ruling *ruling)
{
    enum status status = notice_given(ruling);
    if (status == STATUS_OK) {
        status = sitting_day_is_today(ruling);
    }
    if (status != STATUS_OK) {
        return status;
    }
    struct engine_quorum quorum = {0};
    engine_quorum(ruling->facts, ruling->procedure, &quorum);
    if (quorum.missing) {
        return stage_silent(ruling, quorum.stage, "quorum");
    }
    status = sitting_quorum_met(
        ruling, quorum.stage, quorum.needed, quorum.base_count);
    if (status == STATUS_REFUSED && quorum.unreachable) {
        message_start(&ruling->refusal->cure, "cure.quorum-unreachable");
        message_number(&ruling->refusal->cure, "count",
            ruling->proceeding->roll_count);
        message_number(&ruling->refusal->cure, "needed", quorum.needed);
    }
    return status;
}

/* People were told the time too, where the law asks for that. */
static enum status time_check(struct ruling *ruling)
{
    const struct law_stage *notice = stage_of(ruling, LAW_STAGE_NOTICE, NULL);
    const struct law_clause *of =
        notice == NULL ? NULL : law_stage_clause(notice, "of");
    const char *time = ruling->proceeding->time;
    if (of == NULL || !law_clause_has_word(of, "time") || time == NULL ||
        instant_minute_of_day(ruling->act->at) >= minute_of(time)) {
        return STATUS_OK;
    }
    stage_refuse(
        ruling, notice, "refusal.before-the-time", "cure.before-the-time");
    message_text(&ruling->refusal->reason, "time", time);
    message_text(&ruling->refusal->cure, "time", time);
    return STATUS_REFUSED;
}

enum status stage_open_sitting(struct ruling *ruling)
{
    enum status status = time_check(ruling);
    if (status != STATUS_OK) {
        return status;
    }
    struct engine_quorum quorum = {0};
    engine_quorum(ruling->facts, ruling->procedure, &quorum);
    struct json *body = stage_emit(ruling, "sitting-opened");
    json_put_text(body, "by", ruling->act->actor);
    json_put_integer(body, "present", ruling->proceeding->present);
    json_put_integer(body, "needed", quorum.needed);
    if (quorum.base != NULL) {
        json_put_text(body, "base", quorum.base);
        json_put_integer(body, "base_count", quorum.base_count);
    }
    return STATUS_OK;
}

/* ---- breaking off and going on ------------------------------------------- */

enum status stage_adjourn_ready(struct ruling *ruling)
{
    return sitting_led(ruling);
}

enum status stage_adjourn(struct ruling *ruling)
{
    const struct act *act = ruling->act;
    struct date day = stage_date(ruling, "day");
    const char *time = json_member_text(act->body, "time");
    int order = date_compare(day, ruling->today);
    if (order < 0 ||
        (order == 0 && minute_of(time) <= instant_minute_of_day(act->at))) {
        return stage_invalid(ruling, "error.adjourned-to-the-past");
    }
    enum status status = stage_organ_sits(ruling, day);
    if (status != STATUS_OK) {
        return status;
    }
    struct json *body = stage_emit(ruling, "sitting-adjourned");
    stage_put_date(body, "day", day);
    json_put_text(body, "time", time);
    json_put_text(body, "reason", json_member_text(act->body, "reason"));
    return STATUS_OK;
}

enum status stage_resume_ready(struct ruling *ruling)
{
    const struct proceeding *proceeding = ruling->proceeding;
    enum status status = sitting_led(ruling);
    if (status == STATUS_OK) {
        status = sitting_quorate(ruling);
    }
    if (status == STATUS_OK) {
        status = sitting_day_is_today(ruling);
    }
    if (status != STATUS_OK) {
        return status;
    }
    struct engine_quorum quorum = {0};
    engine_quorum(ruling->facts, ruling->procedure, &quorum);
    return sitting_quorum_met(
        ruling, quorum.stage, proceeding->quorum, quorum.base_count);
}

enum status stage_resume(struct ruling *ruling)
{
    struct json *body = stage_emit(ruling, "sitting-resumed");
    json_put_integer(body, "present", ruling->proceeding->present);
    json_put_integer(body, "needed", ruling->proceeding->quorum);
    return STATUS_OK;
}

/* ---- closing ------------------------------------------------------------- */

/* A vote that was put is closed, or its item withdrawn, before. */
enum status stage_close_sitting_ready(struct ruling *ruling)
{
    enum status status = sitting_led(ruling);
    return status == STATUS_OK ? sitting_no_vote_open(ruling) : status;
}

enum status stage_close_sitting(struct ruling *ruling)
{
    stage_emit(ruling, "sitting-closed");
    return STATUS_OK;
}
