/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The book of terms: what is due in a proceeding, since when, until when, and
 * where the law says no day.
 */
#include <string.h>

#include "proceeding/engine_internal.h"

struct listing {
    struct ruling ruling;
    struct engine_term *terms;
    size_t count;
    struct engine_term spilled; /* past the last one that fits */
};

static struct engine_term *term_add(struct listing *listing,
    enum act_kind kind, int64_t item, struct date since)
{
    if (listing->count == ENGINE_TERMS_MAX) {
        return &listing->spilled;
    }
    struct engine_term *term = &listing->terms[listing->count++];
    *term = (struct engine_term){
        .proceeding = listing->ruling.proceeding->number,
        .item = item,
        .kind = kind,
        .since = since,
    };
    return term;
}

/* Adds what a stage's `within` says; a stage without one is silent too. */
static void within_add(struct listing *listing, enum act_kind kind,
    int64_t item, const struct law_stage *stage, struct date since)
{
    if (stage == NULL) {
        return;
    }
    const struct law_clause *within = law_stage_clause(stage, "within");
    struct engine_term *term = term_add(listing, kind, item, since);
    bool filled = stage->filled_by.place != NULL;
    term->missing =
        within == NULL || within->missing || within->amount.missing;
    term->citation =
        filled && !term->missing ? stage->filled_by : stage->citation;
    if (!term->missing) {
        term->amount = &within->amount;
        term->due = stage_term_end(
            listing->ruling.facts, &within->amount, since);
    }
}

/* ---- before the sitting -------------------------------------------------- */

static void consent_add(struct listing *listing)
{
    struct ruling *ruling = &listing->ruling;
    const struct proceeding *proceeding = ruling->proceeding;
    if (proceeding->phase != PROCEEDING_OPENED || proceeding->consented ||
        stage_initiative_complete(ruling) != STATUS_OK) {
        return;
    }
    within_add(listing, ACT_CONSENT, 0,
        stage_of(ruling, LAW_STAGE_CONSENT_OF, NULL), proceeding->signed_on);
}

/* The last day on which notice of the sitting that is called is in time. */
static void notice_add(struct listing *listing)
{
    enum { DAYS_BACK_MAX = 366 };
    const struct ruling *ruling = &listing->ruling;
    const struct proceeding *proceeding = ruling->proceeding;
    const struct law_stage *stage = NULL;
    struct date due = proceeding->day;
    if (proceeding->phase != PROCEEDING_CALLED) {
        return;
    }
    for (int i = 0; i < DAYS_BACK_MAX; i++) {
        struct date first = engine_earliest_sitting(
            ruling->facts, ruling->procedure, due, &stage);
        if (date_compare(first, proceeding->day) <= 0) {
            break;
        }
        due = date_add_days(due, -1);
    }
    if (stage == NULL) {
        return;
    }
    struct engine_term *term =
        term_add(listing, ACT_NOTIFY, 0, proceeding->called);
    bool filled = stage->filled_by.place != NULL;
    term->citation = filled ? stage->filled_by : stage->citation;
    term->missing = stage->amount.missing;
    term->amount = stage->amount.missing ? NULL : &stage->amount;
    term->due = due;
}

/* ---- after it ------------------------------------------------------------ */

static void minutes_add(struct listing *listing)
{
    const struct ruling *ruling = &listing->ruling;
    const struct proceeding *proceeding = ruling->proceeding;
    if (proceeding->phase == PROCEEDING_CLOSED ||
        proceeding->phase == PROCEEDING_SIGNED) {
        within_add(listing, ACT_HAND_OVER, 0,
            stage_of(ruling, LAW_STAGE_HANDED_TO, NULL),
            instant_date(proceeding->sitting_closed));
    }
}

/* From the decision on, or from its approval where the law waits for that. */
static void publish_add(struct listing *listing, const struct item *item)
{
    const struct ruling *ruling = &listing->ruling;
    bool waits = engine_approval(ruling, ACT_PUBLISH) != NULL;
    unsigned phases = waits ? ENGINE_IN_EFFECT : ENGINE_STANDING;
    if (!item->published && item->repeats_proceeding == 0 &&
        (phases & 1U << item->phase) != 0) {
        within_add(listing, ACT_PUBLISH, item->number,
            stage_of(ruling, LAW_STAGE_PUBLISHED, item->matter),
            waits ? item->reviewed : item->decided);
    }
}

static void report_add(struct listing *listing, const struct item *item)
{
    const struct law_stage *carried_out = stage_of(
        &listing->ruling, LAW_STAGE_CARRIED_OUT_BY, item->matter);
    bool stands = (ENGINE_STANDING & 1U << item->phase) != 0;
    if (item->assigned_to != NULL && !item->done && stands &&
        carried_out != NULL) {
        struct engine_term *term =
            term_add(listing, ACT_REPORT, item->number,
                date_is_set(item->reviewed) ? item->reviewed : item->decided);
        term->due = item->assigned_due;
        term->citation = carried_out->citation;
    }
}

/* The next report of the commission that the sitting formed. */
static void monitor_add(struct listing *listing)
{
    const struct ruling *ruling = &listing->ruling;
    const struct proceeding *proceeding = ruling->proceeding;
    const struct community *community = ruling->facts->community;
    const struct law_stage *stage =
        stage_of(ruling, LAW_STAGE_MONITORED_BY, NULL);
    for (size_t i = 0; stage != NULL && i < community->organs_count; i++) {
        const struct community_organ *organ = &community->organs[i];
        if (organ->proceeding == proceeding->number &&
            law_stage_has_word(stage, organ->organ)) {
            within_add(listing, ACT_MONITOR, 0, stage,
                proceeding->reports_count == 0
                    ? instant_date(proceeding->sitting_closed)
                    : proceeding->reports[proceeding->reports_count - 1].on);
        }
    }
}

/* What the law has answered, until it is. */
static void answer_add(struct listing *listing, const struct item *item)
{
    bool stands = (ENGINE_STANDING & 1U << item->phase) != 0;
    if (stands && item->conclusion == NULL) {
        within_add(listing, ACT_CONCLUDE, item->number,
            stage_of(
                &listing->ruling, LAW_STAGE_ANSWERED_BY, item->matter),
            item->decided);
    }
}

static void item_add(struct listing *listing, const struct item *item)
{
    const struct ruling *ruling = &listing->ruling;
    const struct engine_facts *facts = ruling->facts;
    const struct proceeding *proceeding = ruling->proceeding;
    const struct law_procedure *procedure = ruling->procedure;
    switch (item->phase) {
    case ITEM_ADOPTED:
        if (item->repeats_proceeding == 0) { /* else reviewed there */
            within_add(listing, ACT_REVIEW, item->number,
                stage_of(ruling, LAW_STAGE_REVIEWED_BY, item->matter),
                proceeding->handed_over);
        }
        break;
    case ITEM_KEPT:
        within_add(listing, ACT_REVIEW, item->number,
            stage_of(ruling, LAW_STAGE_REVIEWED_BY, item->matter),
            item->reconsidered);
        break;
    case ITEM_DISAGREED:
        within_add(listing, ACT_CALL, item->number,
            stage_step(facts, procedure, "considered-again"),
            item->reviewed);
        break;
    case ITEM_STILL_DISAGREED:
        within_add(listing, ACT_DELIBERATE, item->number,
            stage_step(facts, procedure, "deliberated"), item->reviewed);
        break;
    case ITEM_DELIBERATED:
        within_add(listing, ACT_RESOLVE, item->number,
            stage_step(facts, procedure, "decided"), item->deliberated);
        break;
    case ITEM_APPROVED:
    case ITEM_UPHELD:
    case ITEM_PROPOSED:
    case ITEM_PUT:
    case ITEM_REJECTED:
    case ITEM_WITHDRAWN:
    case ITEM_DROPPED:
        break;
    }
    listing->ruling.item = item;
    publish_add(listing, item);
    report_add(listing, item);
    answer_add(listing, item);
    listing->ruling.item = NULL;
}

size_t engine_terms(const struct engine_facts *facts, struct arena *arena,
    struct engine_term *terms)
{
    struct refusal refusal;
    struct error error = {0};
    struct listing listing = {.terms = terms};
    listing.ruling = (struct ruling){
        .facts = facts,
        .proceeding = facts->proceeding,
        .procedure = engine_procedure(facts, arena),
        .arena = arena,
        .refusal = &refusal,
        .error = &error,
    };
    if (listing.ruling.procedure == NULL) {
        return 0;
    }
    consent_add(&listing);
    notice_add(&listing);
    minutes_add(&listing);
    if (facts->proceeding->phase == PROCEEDING_HANDED_OVER) {
        monitor_add(&listing);
        for (size_t i = 0; i < facts->proceeding->items_count; i++) {
            item_add(&listing, &facts->proceeding->items[i]);
        }
    }
    return listing.count;
}
