/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Monitoring of the budget by the commission that an assembly formed: the
 * report of a half-year, and the answer that the law has somebody give to the
 * recommendations on it.
 */
#include "proceeding/stage.h"

enum { HALVES = 2, MONTHS_OF_HALF = 6 };

/* Reports come in the proceeding that formed the commission, while its term
   runs; elsewhere they make no sense. */
enum status stage_monitor_ready(struct ruling *ruling)
{
    const struct law_stage *stage =
        stage_of(ruling, LAW_STAGE_MONITORED_BY, NULL);
    const struct community_organ *organ = stage->words_count == 0
        ? NULL
        : community_organ(ruling->facts->community, stage->words[0],
              ruling->today);
    if (organ != NULL && organ->proceeding == ruling->proceeding->number) {
        return STATUS_OK;
    }
    return stage_invalid(ruling, "error.no-commission-here");
}

/* The half-year has begun, and was not reported on: more than one report of
   it is for the assembly to ask. */
enum status stage_monitor(struct ruling *ruling)
{
    const struct json *fields = ruling->act->body;
    const struct proceeding *proceeding = ruling->proceeding;
    int64_t year = json_member_integer(fields, "year", 0);
    int64_t half = json_member_integer(fields, "half", 0);
    int64_t begun = ruling->today.month > MONTHS_OF_HALF ? HALVES : 1;
    if (half > HALVES || year > ruling->today.year ||
        (year == ruling->today.year && half > begun)) {
        return stage_invalid(ruling, "error.no-such-half-year");
    }
    for (size_t i = 0; i < proceeding->reports_count; i++) {
        const struct proceeding_report *report = &proceeding->reports[i];
        if (report->year == year && report->half == half) {
            return stage_refuse(ruling,
                stage_of(ruling, LAW_STAGE_MONITORED_BY, NULL),
                "refusal.monitored-already", "cure.monitored-already");
        }
    }
    struct json *body = stage_emit(ruling, "monitoring-reported");
    json_put_integer(body, "year", year);
    json_put_integer(body, "half", half);
    json_put_text(body, "text", json_member_text(fields, "text"));
    return STATUS_OK;
}

enum status stage_conclude_ready(struct ruling *ruling)
{
    if (ruling->item->conclusion == NULL) {
        return STATUS_OK;
    }
    return stage_refuse(ruling,
        stage_of(ruling, LAW_STAGE_ANSWERED_BY, ruling->item->matter),
        "refusal.answered-already", "cure.answered-already");
}

enum status stage_conclude(struct ruling *ruling)
{
    struct json *body = stage_emit(ruling, "decision-answered");
    json_put_integer(body, "item", ruling->item->number);
    json_put_text(
        body, "text", json_member_text(ruling->act->body, "text"));
    return STATUS_OK;
}
