/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The state of a proceeding folded from its events.  Every event was decided
 * by the engine before; here it is only taken in, fold.c takes those of items.
 */
#include "proceeding/proceeding.h"

#include <assert.h>
#include <string.h>

#include "proceeding/fold.h"

static void opened_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena);
static void signed_apply(
    struct proceeding *proceeding, const struct event *event);
static void consent_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena);
static void called_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena);
static void notice_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena);
static void withdrawn_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena);
static void sitting_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena);
static void officer_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena);
static void choice_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena);
static void guest_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena);
static void report_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena);
static void adjourned_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena);
static void minutes_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena);

static const char *const phase_names[] = {
    [PROCEEDING_OPENED] = "opened",
    [PROCEEDING_REFUSED] = "refused",
    [PROCEEDING_CALLED] = "called",
    [PROCEEDING_NOTIFIED] = "notified",
    [PROCEEDING_SITTING] = "sitting",
    [PROCEEDING_QUORUM_LOST] = "quorum-lost",
    [PROCEEDING_ADJOURNED] = "adjourned",
    [PROCEEDING_WITHDRAWN] = "withdrawn",
    [PROCEEDING_CLOSED] = "closed",
    [PROCEEDING_SIGNED] = "signed",
    [PROCEEDING_HANDED_OVER] = "handed-over",
};

const char *proceeding_phase_name(enum proceeding_phase phase)
{
    assert((size_t)phase < sizeof phase_names / sizeof phase_names[0]);
    return phase_names[phase];
}

void proceeding_init(struct proceeding *proceeding)
{
    *proceeding = (struct proceeding){0};
}

/* Those present were counted: what they were stays. */
static bool rests_on_presence(const struct event *event)
{
    static const char *const kinds[] = {"sitting-opened", "sitting-resumed",
        "officer-elected", "agenda-approved", "vote-put", "sitting-adjourned",
        "sitting-closed"};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(kinds[i], event->kind) == 0) {
            return true;
        }
    }
    return false;
}

void proceeding_apply(struct proceeding *proceeding, const struct event *event,
    struct arena *arena)
{
    typedef void apply(
        struct proceeding *, const struct event *, struct arena *);
    static const struct {
        const char *kind;
        apply *apply;
    } folds[] = {
        {"proceeding-opened", opened_apply},
        {"consent-given", consent_apply},
        {"consent-refused", consent_apply},
        {"sitting-called", called_apply},
        {"notice-given", notice_apply},
        {"sitting-withdrawn", withdrawn_apply},
        {"arrived", fold_presence},
        {"left", fold_presence},
        {"presence-corrected", fold_presence},
        {"official-attended", guest_apply},
        {"quorum-lost", sitting_apply},
        {"quorum-restored", sitting_apply},
        {"sitting-opened", sitting_apply},
        {"sitting-resumed", sitting_apply},
        {"sitting-closed", sitting_apply},
        {"agenda-approved", sitting_apply},
        {"officer-elected", officer_apply},
        {"choice-recorded", choice_apply},
        {"sitting-adjourned", adjourned_apply},
        {"minutes-signed", minutes_apply},
        {"minutes-handed-over", minutes_apply},
        {"monitoring-reported", report_apply},
    };
    bool opening = strcmp(event->kind, "proceeding-opened") == 0;
    if (opening != (proceeding->number == 0)) {
        return;
    }
    proceeding->last_event = event->number;
    proceeding->last_at = event->at;
    if (rests_on_presence(event)) {
        proceeding->relied = event->number;
    }
    if (strcmp(event->kind, "initiative-signed") == 0) {
        signed_apply(proceeding, event);
        return;
    }
    for (size_t i = 0; i < sizeof folds / sizeof folds[0]; i++) {
        if (strcmp(folds[i].kind, event->kind) == 0) {
            folds[i].apply(proceeding, event, arena);
            fold_turn(proceeding, event, arena);
            return;
        }
    }
    fold_item(proceeding, event, arena);
}

struct item *proceeding_item(
    const struct proceeding *proceeding, int64_t number)
{
    if (number < 1 || (uint64_t)number > proceeding->items_count) {
        return NULL;
    }
    return &proceeding->items[number - 1];
}

const struct officer *proceeding_officer(
    const struct proceeding *proceeding, const char *office)
{
    for (size_t i = 0; i < proceeding->officers_count; i++) {
        if (strcmp(proceeding->officers[i].office, office) == 0) {
            return &proceeding->officers[i];
        }
    }
    return NULL;
}

bool proceeding_is_present(
    const struct proceeding *proceeding, const char *key)
{
    const struct presence *presence = proceeding->presence == NULL
        ? NULL
        : map_get(proceeding->presence, key);
    return presence != NULL && presence->present;
}

int64_t proceeding_came(const struct proceeding *proceeding)
{
    int64_t came = 0;
    for (size_t i = 0; i < map_count(proceeding->presence); i++) {
        const struct presence *one = map_value_at(proceeding->presence, i);
        came += !one->struck;
    }
    return came;
}

const struct proceeding_choice *proceeding_chosen(
    const struct proceeding *proceeding, const char *parameter)
{
    for (size_t i = 0; i < proceeding->choices_count; i++) {
        if (strcmp(proceeding->choices[i].parameter, parameter) == 0) {
            return &proceeding->choices[i];
        }
    }
    return NULL;
}

/* ---- before the sitting -------------------------------------------------- */

static void opened_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena)
{
    const struct json *body = event->body;
    const struct json *plot = json_member(body, "plot");
    proceeding->number = event->proceeding;
    proceeding->procedure = fold_text(body, "procedure", arena);
    proceeding->law = fold_text(body, "law", arena);
    proceeding->law_day = fold_date(body, "law_day");
    proceeding->population = json_member_integer(body, "population", -1);
    proceeding->initiator = fold_text(body, "initiator", arena);
    proceeding->represented = json_boolean(json_member(body, "represented"));
    proceeding->for_gathering = json_member_integer(body, "for", 0);
    proceeding->plot = fold_text(plot, "name", arena);
    proceeding->plot_kato = fold_text(plot, "kato", arena);
    proceeding->plot_street = fold_text(plot, "street", arena);
    proceeding->opened = instant_date(event->at);
    proceeding->phase = PROCEEDING_OPENED;
    proceeding->signatures = map_create(arena);
    proceeding->presence = map_create(arena);
}

static void signed_apply(
    struct proceeding *proceeding, const struct event *event)
{
    static bool signed_once = true; /* what a signature maps to */
    const struct json *signers = json_member(event->body, "signers");
    for (size_t i = 0; i < json_count(signers); i++) {
        const char *key = json_text(json_at(signers, i));
        if (key != NULL) {
            map_put(proceeding->signatures, key, &signed_once);
        }
    }
    proceeding->signed_on = instant_date(event->at);
    proceeding->signable = json_member_integer(
        event->body, "members_entitled", proceeding->signable);
}

static void consent_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena)
{
    proceeding->consented = strcmp(event->kind, "consent-given") == 0;
    proceeding->consent_on = instant_date(event->at);
    proceeding->consent_reason = fold_text(event->body, "reason", arena);
    if (!proceeding->consented) {
        proceeding->phase = PROCEEDING_REFUSED;
    }
}

static void called_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena)
{
    const struct json *body = event->body;
    proceeding->called = instant_date(event->at);
    proceeding->day = fold_date(body, "day");
    proceeding->time = fold_text(body, "time", arena);
    proceeding->place = fold_text(body, "place", arena);
    proceeding->members_entitled =
        json_member_integer(body, "members_entitled", 0);
    proceeding->roll_count = json_member_integer(body, "roll_count", 0);
    proceeding->roll_root = fold_text(body, "roll_root", arena);
    proceeding->phase = PROCEEDING_CALLED;
    fold_items(proceeding, json_member(body, "items"), arena);
}

static void notice_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena)
{
    proceeding->notified = instant_date(event->at);
    proceeding->notice_evidence = event->evidence == NULL
        ? NULL
        : arena_text(arena, event->evidence);
    proceeding->notice_ways = fold_texts(json_member(event->body, "ways"),
        arena, &proceeding->notice_ways_count);
    proceeding->phase = PROCEEDING_NOTIFIED;
}

static void withdrawn_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena)
{
    proceeding->withdrawn_reason = fold_text(event->body, "reason", arena);
    proceeding->phase = PROCEEDING_WITHDRAWN;
}

/* ---- the sitting --------------------------------------------------------- */

static void sitting_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena)
{
    (void)arena;
    const char *kind = event->kind;
    if (strcmp(kind, "sitting-opened") == 0) {
        proceeding->phase = PROCEEDING_SITTING;
        proceeding->sitting_opened = event->at;
        proceeding->quorum = json_member_integer(event->body, "needed", 0);
    } else if (strcmp(kind, "quorum-lost") == 0) {
        proceeding->phase = PROCEEDING_QUORUM_LOST;
    } else if (strcmp(kind, "sitting-closed") == 0) {
        proceeding->phase = PROCEEDING_CLOSED;
        proceeding->sitting_closed = event->at;
    } else if (strcmp(kind, "agenda-approved") == 0) {
        proceeding->agenda_approved = true;
        proceeding->agenda_count = fold_count(event->body);
    } else { /* resumed, quorum restored */
        proceeding->phase = PROCEEDING_SITTING;
    }
}

static void officer_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena)
{
    const char *office = json_member_text(event->body, "office");
    if (office == NULL) {
        return;
    }
    size_t i = 0;
    while (i < proceeding->officers_count &&
        strcmp(proceeding->officers[i].office, office) != 0) {
        i++;
    }
    if (i == PROCEEDING_OFFICERS_MAX) {
        return;
    }
    if (i == proceeding->officers_count) {
        proceeding->officers_count++;
    }
    proceeding->officers[i] = (struct officer){
        .office = arena_text(arena, office),
        .holder = fold_text(event->body, "holder", arena),
        .count = fold_count(event->body),
    };
}

static void guest_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena)
{
    if (proceeding->guests_count < PROCEEDING_GUESTS_MAX) {
        proceeding->guests[proceeding->guests_count++] =
            (struct proceeding_guest){
                .office = fold_text(event->body, "office", arena),
                .holder = fold_text(event->body, "holder", arena),
            };
    }
}

static void report_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena)
{
    proceeding->reports = arena_grow(arena, proceeding->reports,
        proceeding->reports_count, &proceeding->reports_capacity,
        sizeof *proceeding->reports);
    proceeding->reports[proceeding->reports_count++] =
        (struct proceeding_report){
            .year = json_member_integer(event->body, "year", 0),
            .half = json_member_integer(event->body, "half", 0),
            .text = fold_text(event->body, "text", arena),
            .on = instant_date(event->at),
        };
}

static void choice_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena)
{
    const char *parameter = json_member_text(event->body, "parameter");
    if (parameter == NULL) {
        return;
    }
    size_t i = 0;
    while (i < proceeding->choices_count &&
        strcmp(proceeding->choices[i].parameter, parameter) != 0) {
        i++;
    }
    if (i == PROCEEDING_CHOICES_MAX) {
        return;
    }
    if (i == proceeding->choices_count) {
        proceeding->choices_count++;
    }
    proceeding->choices[i] = (struct proceeding_choice){
        .parameter = arena_text(arena, parameter),
        .value = fold_text(event->body, "value", arena),
        .ground = fold_text(event->body, "ground", arena),
        .citation = fold_text(event->body, "citation", arena),
    };
}

/* All go home: presence ends, and a vote that was open is not a vote. */
static void adjourned_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena)
{
    proceeding->phase = PROCEEDING_ADJOURNED;
    proceeding->day = fold_date(event->body, "day");
    proceeding->time = fold_text(event->body, "time", arena);
    proceeding->adjourn_reason = fold_text(event->body, "reason", arena);
    for (size_t i = 0; i < map_count(proceeding->presence); i++) {
        struct presence *presence = map_value_at(proceeding->presence, i);
        if (presence->present) {
            presence->present = false;
            presence->has_left = true;
            presence->left = event->at;
        }
    }
    proceeding->present = 0;
    for (size_t i = 0; i < proceeding->items_count; i++) {
        fold_vote_dropped(&proceeding->items[i], arena);
    }
}

static void minutes_apply(struct proceeding *proceeding,
    const struct event *event, struct arena *arena)
{
    if (strcmp(event->kind, "minutes-handed-over") == 0) {
        proceeding->phase = PROCEEDING_HANDED_OVER;
        proceeding->handed_over = instant_date(event->at);
        proceeding->handed_to = fold_text(event->body, "to", arena);
        return;
    }
    const char *office = json_member_text(event->body, "office");
    if (office == NULL) {
        return;
    }
    if (proceeding_officer(proceeding, office) == NULL) {
        officer_apply(proceeding, event, arena); /* no officer of the sitting */
    }
    for (size_t i = 0; i < proceeding->officers_count; i++) {
        if (strcmp(proceeding->officers[i].office, office) == 0) {
            proceeding->officers[i].signed_minutes = true;
        }
    }
    if (json_boolean(json_member(event->body, "complete"))) {
        proceeding->phase = PROCEEDING_SIGNED;
    }
}

/* ---- invariants ---------------------------------------------------------- */

void proceeding_check(const struct proceeding *proceeding)
{
    if (proceeding->number == 0) {
        assert(proceeding->items_count == 0);
        return;
    }
    assert(proceeding->procedure != NULL);
    assert(date_is_set(proceeding->law_day));
    int64_t present = 0;
    for (size_t i = 0; i < map_count(proceeding->presence); i++) {
        const struct presence *presence =
            map_value_at(proceeding->presence, i);
        present += presence->present ? 1 : 0;
    }
    assert(present == proceeding->present);
    if (proceeding->phase == PROCEEDING_SITTING) {
        assert(proceeding->present >= proceeding->quorum);
    }
    if (proceeding->phase == PROCEEDING_QUORUM_LOST) {
        assert(proceeding->present < proceeding->quorum);
    }
    if (proceeding->phase >= PROCEEDING_CALLED &&
        proceeding->phase != PROCEEDING_WITHDRAWN) {
        assert(date_is_set(proceeding->day));
        assert(proceeding->items_count > 0);
    }
    size_t put = 0;
    for (size_t i = 0; i < proceeding->items_count; i++) {
        const struct item *item = &proceeding->items[i];
        assert(item->number == (int64_t)i + 1);
        fold_item_check(item);
        put += item->phase == ITEM_PUT ? 1 : 0;
    }
    assert(put <= 1);
    if (proceeding->phase >= PROCEEDING_ADJOURNED) {
        assert(put == 0);
    }
}
