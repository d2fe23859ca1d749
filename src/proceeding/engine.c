/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The engine's frame: one table says, of every kind of act, which rule decides
 * it, who may do it by which kind of stage, and at which point of the course.
 */
#include "proceeding/engine.h"

#include <assert.h>
#include <string.h>

#include "proceeding/engine_internal.h"
#include "proceeding/stage.h"

/* Phases in which an act is a question at all. */
enum {
    OPENED = 1U << PROCEEDING_OPENED,
    REFUSED = 1U << PROCEEDING_REFUSED,
    CALLED = 1U << PROCEEDING_CALLED,
    NOTIFIED = 1U << PROCEEDING_NOTIFIED,
    SITTING = 1U << PROCEEDING_SITTING | 1U << PROCEEDING_QUORUM_LOST,
    QUORUM_LOST = 1U << PROCEEDING_QUORUM_LOST,
    ADJOURNED = 1U << PROCEEDING_ADJOURNED,
    CLOSED = 1U << PROCEEDING_CLOSED,
    SIGNED = 1U << PROCEEDING_SIGNED,
    HANDED_OVER = 1U << PROCEEDING_HANDED_OVER,
    BEFORE_END = OPENED | CALLED | NOTIFIED | SITTING | ADJOURNED,
    ARRIVAL = CALLED | NOTIFIED | SITTING | ADJOURNED
};

enum {
    PROPOSED = 1U << ITEM_PROPOSED,
    PUT = 1U << ITEM_PUT,
    CONSIDERED =
        PROPOSED | PUT | 1U << ITEM_ADOPTED | 1U << ITEM_REJECTED,
    REVIEWABLE = 1U << ITEM_ADOPTED | 1U << ITEM_KEPT,
    STILL_DISAGREED = 1U << ITEM_STILL_DISAGREED,
    DELIBERATED = 1U << ITEM_DELIBERATED
};

static const struct engine_row rows[ACT_KINDS] = {
    [ACT_FOUND_COMMUNITY] = {.rule = stage_found_community},
    [ACT_RECORD_OFFICE] = {.rule = stage_record_office},
    [ACT_RECORD_POPULATION] = {.rule = stage_record_population},
    [ACT_RECORD_BUDGET] = {.rule = stage_record_budget},
    [ACT_IMPORT_RESIDENTS] = {.rule = stage_import_residents},
    [ACT_OPEN] = {stage_open, stage_open_ready, ENGINE_WHO_STAGE,
        LAW_STAGE_INITIATED_BY, 0, 0, false},
    [ACT_SIGN] = {stage_sign, stage_sign_ready, ENGINE_WHO_SIGNERS,
        LAW_STAGE_INITIATED_BY, OPENED, 0, false},
    [ACT_CONSENT] = {stage_consent, stage_consent_ready, ENGINE_WHO_STAGE,
        LAW_STAGE_CONSENT_OF, OPENED, 0, false},
    [ACT_CALL] = {stage_call, stage_call_ready, ENGINE_WHO_STAGE,
        LAW_STAGE_ORGANISED_BY, OPENED | REFUSED, 0, false},
    [ACT_NOTIFY] = {stage_notify, stage_notify_ready, ENGINE_WHO_ORGANISER,
        LAW_STAGE_NOTICE, CALLED, 0, false},
    [ACT_WITHDRAW] = {stage_withdraw, stage_withdraw_ready, ENGINE_WHO_STAGE,
        LAW_STAGE_ORGANISED_BY, OPENED | CALLED | NOTIFIED, 0, false},
    [ACT_ARRIVE] = {stage_arrive, NULL, ENGINE_WHO_REGISTRARS,
        LAW_STAGE_TAKES_PART, ARRIVAL, 0, false},
    [ACT_LEAVE] = {stage_leave, NULL, ENGINE_WHO_REGISTRARS,
        LAW_STAGE_TAKES_PART, ARRIVAL, 0, false},
    [ACT_CORRECT_PRESENCE] = {stage_correct_presence, NULL,
        ENGINE_WHO_REGISTRARS, LAW_STAGE_TAKES_PART, ARRIVAL, 0, false},
    [ACT_ATTEND] = {stage_attend, stage_attend_ready, ENGINE_WHO_ATTENDING,
        LAW_STAGE_TAKES_PART, ARRIVAL, 0, false},
    [ACT_OPEN_SITTING] = {stage_open_sitting, stage_open_sitting_ready,
        ENGINE_WHO_STAGE, LAW_STAGE_OPENED_BY, CALLED | NOTIFIED, 0, false},
    [ACT_ELECT] = {stage_elect, stage_elect_ready, ENGINE_WHO_ELECTING,
        LAW_STAGE_ELECTS, SITTING, 0, true},
    [ACT_APPROVE_AGENDA] = {stage_approve_agenda, stage_approve_agenda_ready,
        ENGINE_WHO_PRESIDING, LAW_STAGE_AGENDA, SITTING, 0, true},
    [ACT_CHOOSE] = {stage_choose, NULL, ENGINE_WHO_CHOOSERS,
        LAW_STAGE_ORGANISED_BY, BEFORE_END, 0, false},
    [ACT_SPEAK] = {stage_speak, stage_speak_ready, ENGINE_WHO_OFFICERS,
        LAW_STAGE_MINUTES, SITTING | CLOSED, CONSIDERED, false},
    [ACT_PUT] = {stage_put, stage_put_ready, ENGINE_WHO_PRESIDING,
        LAW_STAGE_CARRIED_BY, SITTING, PROPOSED, false},
    [ACT_VOTE] = {stage_vote, stage_vote_ready, ENGINE_WHO_VOTERS,
        LAW_STAGE_CARRIED_BY, SITTING, PUT, false},
    [ACT_CORRECT_VOTE] = {stage_correct_vote, stage_correct_vote_ready,
        ENGINE_WHO_OFFICERS, LAW_STAGE_CARRIED_BY, SITTING, PUT, false},
    [ACT_COUNT] = {stage_count, stage_count_ready, ENGINE_WHO_OFFICERS,
        LAW_STAGE_CARRIED_BY, SITTING, PUT, false},
    [ACT_CLOSE_VOTE] = {stage_close_vote, stage_close_vote_ready,
        ENGINE_WHO_PRESIDING, LAW_STAGE_CARRIED_BY, SITTING, PUT, false},
    [ACT_WITHDRAW_ITEM] = {stage_withdraw_item, stage_withdraw_item_ready,
        ENGINE_WHO_PRESIDING, LAW_STAGE_AGENDA, SITTING | CLOSED,
        PROPOSED | PUT, false},
    [ACT_ADJOURN] = {stage_adjourn, stage_adjourn_ready,
        ENGINE_WHO_LEADING, LAW_STAGE_QUORUM, SITTING | ADJOURNED, 0, false},
    [ACT_RESUME] = {stage_resume, stage_resume_ready, ENGINE_WHO_LEADING,
        LAW_STAGE_QUORUM, QUORUM_LOST | ADJOURNED, 0, false},
    [ACT_CLOSE_SITTING] = {stage_close_sitting, stage_close_sitting_ready,
        ENGINE_WHO_LEADING, LAW_STAGE_MINUTES, SITTING | ADJOURNED, 0, false},
    [ACT_SIGN_MINUTES] = {stage_sign_minutes, stage_sign_minutes_ready,
        ENGINE_WHO_SIGNATORIES, LAW_STAGE_MINUTES, CLOSED, 0, false},
    [ACT_HAND_OVER] = {stage_hand_over, stage_hand_over_ready,
        ENGINE_WHO_SIGNATORIES, LAW_STAGE_HANDED_TO, CLOSED | SIGNED, 0, false},
    [ACT_REVIEW] = {stage_review, stage_review_ready, ENGINE_WHO_STAGE,
        LAW_STAGE_REVIEWED_BY, HANDED_OVER, REVIEWABLE, false},
    [ACT_DELIBERATE] = {stage_deliberate, NULL,
        ENGINE_WHO_DELIBERATOR, LAW_STAGE_ON_DISAGREEMENT, HANDED_OVER,
        STILL_DISAGREED, false},
    [ACT_RESOLVE] = {stage_resolve, NULL,
        ENGINE_WHO_DECIDER, LAW_STAGE_ON_DISAGREEMENT, HANDED_OVER,
        DELIBERATED, false},
    [ACT_PUBLISH] = {stage_publish, stage_publish_ready,
        ENGINE_WHO_ORGANISER, LAW_STAGE_PUBLISHED, HANDED_OVER,
        ENGINE_STANDING, true},
    [ACT_ASSIGN] = {stage_assign, stage_assign_ready, ENGINE_WHO_APPROVER,
        LAW_STAGE_CARRIED_OUT_BY, HANDED_OVER, ENGINE_STANDING, true},
    [ACT_REPORT] = {stage_report, stage_report_ready, ENGINE_WHO_EXECUTORS,
        LAW_STAGE_CARRIED_OUT_BY, HANDED_OVER, ENGINE_STANDING, true},
    [ACT_MONITOR] = {stage_monitor, stage_monitor_ready, ENGINE_WHO_STAGE,
        LAW_STAGE_MONITORED_BY, HANDED_OVER, 0, true},
    [ACT_CONCLUDE] = {stage_conclude, stage_conclude_ready,
        ENGINE_WHO_ANSWERING, LAW_STAGE_ANSWERED_BY, HANDED_OVER,
        ENGINE_STANDING, true},
};

static void related_add(
    int64_t related[ENGINE_RELATED_MAX], size_t *count, int64_t number);
static enum status frame_check(struct ruling *ruling);
static enum status procedure_check(struct ruling *ruling);
static enum status opened_check(struct ruling *ruling);
static enum status forbid(struct ruling *ruling,
    const struct engine_actors *actors);

const struct engine_row *engine_row(enum act_kind kind)
{
    assert((size_t)kind < ACT_KINDS);
    return &rows[kind];
}

void engine_needs(const struct act *act, const struct proceeding *proceeding,
    struct engine_needs *needs)
{
    *needs = (struct engine_needs){.proceeding = act->proceeding};
    needs->residents_count = act_residents(act, needs->residents);
    needs->roll = act->kind == ACT_CALL;
    const struct item *item = proceeding == NULL
        ? NULL
        : proceeding_item(
              proceeding, json_member_integer(act->body, "item", 0));
    if (item != NULL) {
        needs->related_count =
            engine_related(proceeding, item, needs->related);
    } else if (proceeding != NULL) {
        related_add(needs->related, &needs->related_count,
            proceeding->for_gathering);
    }
    if (act->kind == ACT_OPEN) { /* elsewhere `for` counts votes */
        related_add(needs->related, &needs->related_count,
            json_member_integer(act->body, "for", 0));
    }
    const struct json *items = json_member(act->body, "items");
    for (size_t i = 0; i < json_count(items); i++) {
        const struct json *repeats = json_member(json_at(items, i), "repeats");
        related_add(needs->related, &needs->related_count,
            json_member_integer(repeats, "proceeding", 0));
    }
}

/* Adds what is new, while there is room. */
static void related_add(
    int64_t related[ENGINE_RELATED_MAX], size_t *count, int64_t number)
{
    bool known = number == 0 || *count == ENGINE_RELATED_MAX;
    for (size_t i = 0; i < *count && !known; i++) {
        known = related[i] == number;
    }
    if (!known) {
        related[(*count)++] = number;
    }
}

size_t engine_related(const struct proceeding *proceeding,
    const struct item *item, int64_t related[ENGINE_RELATED_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < proceeding->items_count && item == NULL; i++) {
        const struct item *one = &proceeding->items[i];
        if (one->phase == ITEM_KEPT) {
            related_add(related, &count, one->reconsidered_in);
        }
    }
    for (size_t i = 0; i < proceeding->items_count; i++) {
        const struct item *one = &proceeding->items[i];
        if (item == NULL || item == one) {
            related_add(related, &count, one->repeats_proceeding);
            related_add(related, &count, one->reconsidered_in);
        }
    }
    related_add(related, &count, proceeding->for_gathering);
    return count;
}

/* Where local acts must hold: in the plot, where it is a place in the unit. */
static const char *place_code(
    const struct territory *unit, const char *plot_kato)
{
    const struct territory *plot =
        plot_kato == NULL ? NULL : territory_find(plot_kato);
    return plot != NULL && territory_within(plot, unit) ? plot->code
                                                        : unit->code;
}

const struct law_procedure *engine_procedure(
    const struct engine_facts *facts, struct arena *arena)
{
    const struct proceeding *proceeding = facts->proceeding;
    const struct territory *unit = facts->community->unit;
    if (proceeding == NULL || unit == NULL) {
        return NULL;
    }
    return law_procedure(facts->law, proceeding->procedure,
        proceeding->law_day, place_code(unit, proceeding->plot_kato),
        proceeding->population, arena);
}

enum status engine_decide(const struct engine_facts *facts,
    const struct act *act, struct arena *arena, struct engine_events *events,
    struct refusal *refusal, struct error *error)
{
    events->count = 0;
    *refusal = (struct refusal){0};
    struct ruling ruling = {
        .facts = facts,
        .act = act,
        .today = instant_date(act->at),
        .arena = arena,
        .events = events,
        .refusal = refusal,
        .error = error,
    };
    const struct engine_row *row = engine_row(act->kind);
    enum status status = frame_check(&ruling);
    if (status == STATUS_OK && act->kind >= ACT_OPEN) {
        status = engine_ready(&ruling);
    }
    if (status == STATUS_OK) {
        status = row->rule(&ruling);
    }
    assert((status == STATUS_OK) == (events->count > 0));
    return status;
}

/* The proceeding, its procedure, the item and the actor are there. */
static enum status frame_check(struct ruling *ruling)
{
    const struct act *act = ruling->act;
    const struct engine_row *row = engine_row(act->kind);
    struct engine_actors actors = {0};
    if (act->kind >= ACT_OPEN) {
        enum status status = procedure_check(ruling);
        if (status != STATUS_OK) {
            return status;
        }
    }
    if (row->item_phases != 0) {
        int64_t number = json_member_integer(act->body, "item", 0);
        ruling->item = proceeding_item(ruling->proceeding, number);
        if (ruling->item == NULL) {
            stage_invalid(ruling, "error.no-such-item");
            message_number(&ruling->error->message, "item", number);
            return STATUS_INVALID;
        }
    }
    engine_actors_of(ruling->facts, ruling->procedure, act->kind, &actors);
    for (size_t i = 0; i < actors.count; i++) {
        if (stage_actor_is(ruling->facts->law, act->actor, actors.words[i])) {
            return STATUS_OK;
        }
    }
    return forbid(ruling, &actors);
}

static enum status procedure_check(struct ruling *ruling)
{
    const struct engine_facts *facts = ruling->facts;
    const struct act *act = ruling->act;
    const struct territory *unit = facts->community->unit;
    if (unit == NULL) {
        return error_set(
            ruling->error, STATUS_MISSING, "error.no-community");
    }
    if (act->kind == ACT_OPEN) {
        return opened_check(ruling);
    }
    ruling->proceeding = facts->proceeding;
    if (facts->proceeding == NULL || facts->proceeding->number == 0) {
        enum status status = error_set(
            ruling->error, STATUS_MISSING, "error.no-such-proceeding");
        message_number(
            &ruling->error->message, "proceeding", act->proceeding);
        return status;
    }
    ruling->law_day = facts->proceeding->law_day;
    ruling->population = facts->proceeding->population;
    ruling->procedure = engine_procedure(facts, ruling->arena);
    if (ruling->procedure == NULL) {
        enum status status = error_set(
            ruling->error, STATUS_CORRUPT, "error.no-pinned-procedure");
        message_text(&ruling->error->message, "procedure",
            facts->proceeding->procedure);
        return status;
    }
    return STATUS_OK;
}

/* A separate gathering is under the edition of the gathering that it is for. */
static enum status opened_check(struct ruling *ruling)
{
    const struct engine_facts *facts = ruling->facts;
    const struct json *body = ruling->act->body;
    const char *id = json_member_text(body, "procedure");
    const struct proceeding *whole =
        stage_related(facts, json_member_integer(body, "for", 0));
    ruling->law_day = whole == NULL ? ruling->today : whole->law_day;
    ruling->population =
        whole == NULL ? facts->community->population : whole->population;
    ruling->procedure = law_procedure(facts->law, id, ruling->law_day,
        place_code(facts->community->unit,
            json_member_text(json_member(body, "plot"), "kato")),
        ruling->population, ruling->arena);
    if (ruling->procedure != NULL && stage_organ(ruling->procedure) != NULL) {
        return STATUS_OK;
    }
    stage_refuse(ruling, NULL, "refusal.no-such-procedure",
        "cure.no-such-procedure");
    message_text(&ruling->refusal->reason, "procedure", id);
    message_date(&ruling->refusal->reason, "day", ruling->law_day);
    return STATUS_REFUSED;
}

static enum status forbid(struct ruling *ruling,
    const struct engine_actors *actors)
{
    static const char *const keys[] = {NULL, "error.actor-of-one",
        "error.actor-of-two", "error.actor-of-three"};
    static const char *const names[] = {"first", "second", "third"};
    size_t named = actors->count < 3 ? actors->count : 3;
    if (named == 0) {
        return engine_not_in_procedure(ruling);
    }
    struct message *message = &ruling->error->message;
    if (actors->citation.place == NULL) {
        error_set(ruling->error, STATUS_FORBIDDEN, "error.actor-not-keeper");
        message_word(message, "actor", ruling->act->actor);
        return STATUS_FORBIDDEN;
    }
    error_set(ruling->error, STATUS_FORBIDDEN, keys[named]);
    message_word(message, "actor", ruling->act->actor);
    for (size_t i = 0; i < named; i++) {
        message_word(message, names[i], actors->words[i]);
    }
    message_citation(message, "place", actors->citation.place);
    return STATUS_FORBIDDEN;
}
