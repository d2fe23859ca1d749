/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Notice: how long before a sitting, of what, in which ways.  A sitting on
 * several matters keeps the longest of their notices.
 */
#include <string.h>

#include "proceeding/stage.h"

/* The matters of a sitting, and when notice of them is given. */
struct sitting_notice {
    const char *const *matters;
    size_t count;
    struct date today;
};

/*
 * The first lawful day, and the sentence that makes it so; `*stage` is set and
 * false returned where that sentence is silent and nothing was chosen.
 */
static bool first_day(const struct engine_facts *facts,
    const struct law_procedure *procedure,
    const struct sitting_notice *notice, struct date *day,
    const struct law_stage **stage)
{
    *day = notice->today;
    *stage = NULL;
    for (size_t i = 0; i == 0 || i < notice->count; i++) {
        const char *matter = notice->count == 0 ? NULL : notice->matters[i];
        const struct law_stage *one =
            stage_find(facts, procedure, LAW_STAGE_NOTICE, matter);
        struct law_amount amount;
        if (one == NULL) {
            continue;
        }
        if (!stage_amount(facts, one, "notice", &amount)) {
            *stage = one;
            return false;
        }
        struct date first = amount.given
            ? stage_first_day(facts, &amount, notice->today)
            : notice->today;
        if (*stage == NULL || date_compare(first, *day) > 0) {
            *stage = one;
            *day = first;
        }
    }
    return true;
}

struct date engine_earliest_sitting(const struct engine_facts *facts,
    const struct law_procedure *procedure, struct date today,
    const struct law_stage **notice)
{
    const char *matters[PROCEEDING_ITEMS_MAX];
    size_t count = 0;
    if (facts->proceeding != NULL) {
        for (; count < facts->proceeding->items_count; count++) {
            matters[count] = facts->proceeding->items[count].matter;
        }
    }
    struct sitting_notice given = {matters, count, today};
    struct date day = today;
    return first_day(facts, procedure, &given, &day, notice)
        ? day
        : (struct date){0, 0, 0};
}

enum status stage_notice_in_time(struct ruling *ruling, struct date day,
    const char *const *matters, size_t count, const char *cure)
{
    const struct law_stage *stage = NULL;
    struct law_amount amount;
    struct date first = ruling->today;
    struct sitting_notice notice = {matters, count, ruling->today};
    if (!first_day(
            ruling->facts, ruling->procedure, &notice, &first, &stage)) {
        return stage_silent(ruling, stage, "notice");
    }
    if (date_compare(day, first) >= 0) {
        return STATUS_OK;
    }
    stage_refuse(ruling, stage, "refusal.notice-too-short", cure);
    struct refusal *refusal = ruling->refusal;
    if (stage_amount(ruling->facts, stage, "notice", &amount)) {
        stage_say_term(&refusal->reason, "term", &amount);
    }
    message_date(&refusal->reason, "today", ruling->today);
    message_date(&refusal->reason, "day", day);
    message_number(
        &refusal->reason, "have", date_days_between(ruling->today, day));
    message_date(&refusal->cure, "first", first);
    refusal->lawful_from = first;
    return STATUS_REFUSED;
}

/* ---- giving notice ------------------------------------------------------- */

static size_t called_matters(
    const struct proceeding *proceeding, const char **matters)
{
    for (size_t i = 0; i < proceeding->items_count; i++) {
        matters[i] = proceeding->items[i].matter;
    }
    return proceeding->items_count;
}

enum status stage_notify_ready(struct ruling *ruling)
{
    const char *matters[PROCEEDING_ITEMS_MAX];
    size_t count = called_matters(ruling->proceeding, matters);
    if (stage_of(ruling, LAW_STAGE_NOTICE, NULL) == NULL) {
        return stage_refuse_by(ruling, &ruling->procedure->citation,
            "refusal.no-notice-asked", "cure.no-notice-asked");
    }
    return stage_notice_in_time(ruling, ruling->proceeding->day, matters,
        count, "cure.notice-too-late");
}

/* The law names the ways, for one of the matters at least; where it names
   none, any will do. */
static enum status way_check(struct ruling *ruling, const char *way)
{
    const struct engine_facts *facts = ruling->facts;
    const struct proceeding *proceeding = ruling->proceeding;
    const char *kind = law_word_kind(facts->law, way);
    if (kind == NULL || strcmp(kind, "way") != 0) {
        stage_invalid(ruling, "error.no-such-way");
        message_text(&ruling->error->message, "way", way);
        return STATUS_INVALID;
    }
    const struct law_stage *stage = NULL;
    for (size_t i = 0; i < proceeding->items_count; i++) {
        stage = stage_of(
            ruling, LAW_STAGE_NOTICE, proceeding->items[i].matter);
        const struct law_clause *ways =
            stage == NULL ? NULL : law_stage_clause(stage, "in");
        if (ways == NULL) {
            return STATUS_OK;
        }
        for (size_t k = 0; k < ways->words_count; k++) {
            if (law_word_is(facts->law, way, ways->words[k])) {
                return STATUS_OK;
            }
        }
    }
    stage_refuse(
        ruling, stage, "refusal.way-not-lawful", "cure.way-not-lawful");
    message_word(&ruling->refusal->reason, "way", way);
    return STATUS_REFUSED;
}

enum status stage_notify(struct ruling *ruling)
{
    const struct json *ways = json_member(ruling->act->body, "ways");
    if (ruling->act->evidence == NULL) {
        return stage_invalid(ruling, "error.evidence-needed");
    }
    for (size_t i = 0; i < json_count(ways); i++) {
        enum status status =
            way_check(ruling, json_text(json_at(ways, i)));
        if (status != STATUS_OK) {
            return status;
        }
    }
    struct json *body = stage_emit(ruling, "notice-given");
    json_put(body, "ways", ways);
    return STATUS_OK;
}
