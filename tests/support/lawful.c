/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The second opinion.
 */
#include "lawful.h"

#include <string.h>

static char choices[][8] = {"for", "against", "abstain"};
static const char *const offices[LAWFUL_OFFICERS] = {"chair", "secretary"};

#define NEED(lawful, condition)                                                \
    do {                                                                       \
        if (!(condition)) {                                                    \
            (lawful)->fault = #condition;                                      \
            return;                                                            \
        }                                                                      \
    } while (0)

void lawful_init(struct lawful *lawful, struct arena *arena,
    const struct law *law, const char *kato, const struct map *entitled,
    const struct map *organ)
{
    *lawful = (struct lawful){.arena = arena,
        .law = law,
        .kato = kato,
        .entitled = entitled,
        .organ = organ,
        .signers = map_create(arena),
        .present = map_create(arena)};
}

/* ---- the law ------------------------------------------------------------- */

static const struct law_stage *stage_of(
    struct lawful *lawful, enum law_stage_kind kind, const char *matter)
{
    struct law_fact facts[5];
    size_t count = lawful->facts_count;
    memcpy(facts, lawful->facts, count * sizeof facts[0]);
    if (matter != NULL) {
        facts[count++] = (struct law_fact){"where-matter", matter};
    }
    struct law_facts held = {facts, count};
    return law_stage_find(lawful->procedure, kind, &held);
}

/* part/whole against the share, crosswise; a plain number as it is. */
static bool reaches(
    const struct law_amount *amount, int64_t part, int64_t whole)
{
    int64_t left = amount->is_share ? part * amount->value.denominator : part;
    int64_t right = amount->is_share ? whole * amount->value.numerator
                                     : amount->value.numerator;
    return amount->bound == LAW_BOUND_MORE_THAN ? left > right : left >= right;
}

/* Of how many a share is; -1 for a base that no test here uses. */
static int64_t whole_of(
    const struct lawful *lawful, const char *base, int64_t participants)
{
    if (strcmp(base, "participants") == 0 || strcmp(base, "present") == 0) {
        return participants;
    }
    if (strcmp(base, "members-entitled") == 0) {
        return (int64_t)map_count(lawful->entitled);
    }
    if (strcmp(base, "assembly-members") == 0 && lawful->organ != NULL) {
        return (int64_t)map_count(lawful->organ);
    }
    return -1;
}

static bool quorum_of(struct lawful *lawful)
{
    const struct law_stage *stage = stage_of(lawful, LAW_STAGE_QUORUM, NULL);
    return stage == NULL ||
           reaches(&stage->amount, lawful->present_count,
               whole_of(lawful, stage->amount.base, lawful->present_count));
}

bool lawful_is_quorate(const struct lawful *lawful)
{
    struct lawful copy = *lawful;
    return quorum_of(&copy);
}

static bool carries(struct lawful *lawful, const char *matter,
    int64_t votes_for, int64_t participants)
{
    const struct law_stage *stage =
        stage_of(lawful, LAW_STAGE_CARRIED_BY, matter);
    return stage != NULL &&
           reaches(&stage->amount, votes_for,
               whole_of(lawful, stage->amount.base, participants));
}

/* Every notice that the law asks for one of the matters is kept. */
static bool notice_is_kept(
    struct lawful *lawful, struct date given, const char *matter)
{
    const struct law_stage *stage = stage_of(lawful, LAW_STAGE_NOTICE, matter);
    return stage == NULL || date_days_between(given, lawful->day) >=
                                stage->amount.value.numerator;
}

static bool notices_are_kept(struct lawful *lawful, struct date given)
{
    bool are_kept = true;
    for (size_t i = 0; i < lawful->items_count; i++) {
        are_kept &= notice_is_kept(lawful, given, lawful->items[i].matter);
    }
    return are_kept;
}

/* May this person sit and vote here? */
static bool may_sit(const struct lawful *lawful, const char *key)
{
    return map_get(lawful->entitled, key) != NULL &&
           (lawful->organ == NULL || map_get(lawful->organ, key) != NULL);
}

/* ---- before the sitting -------------------------------------------------- */

static bool is_there(const struct law_stage *stage)
{
    return stage != NULL;
}

static void opened(struct lawful *lawful, const struct event *event)
{
    const char *initiator = json_member_text(event->body, "initiator");
    struct date day;
    NEED(lawful, lawful->phase == LAWFUL_NONE);
    NEED(lawful, date_parse(json_member_text(event->body, "law_day"), &day));
    NEED(lawful, date_compare(day, instant_date(event->at)) == 0);
    lawful->procedure =
        law_procedure(lawful->law, json_member_text(event->body, "procedure"),
            day, lawful->kato, -1, lawful->arena);
    NEED(lawful, lawful->procedure != NULL);
    lawful->facts[0] = (struct law_fact){
        "where-initiated-by", arena_text(lawful->arena, initiator)};
    lawful->facts[1] = (struct law_fact){"where-not-represented", ""};
    lawful->facts_count = 2;
    lawful->is_of_members = strcmp(initiator, "rural-akim") != 0;
    lawful->phase = LAWFUL_OPENED;
}

static void signed_by(struct lawful *lawful, const struct event *event)
{
    const struct json *signers = json_member(event->body, "signers");
    NEED(lawful, lawful->phase == LAWFUL_OPENED && lawful->is_of_members);
    for (size_t i = 0; i < json_count(signers); i++) {
        const char *key = json_text(json_at(signers, i));
        NEED(lawful, may_sit(lawful, key));
        NEED(lawful, map_get(lawful->signers, key) == NULL);
        map_put(lawful->signers, arena_text(lawful->arena, key), lawful);
    }
}

/* The share of signatures that the law asks of members. */
static bool is_signed_enough(struct lawful *lawful)
{
    struct law_facts held = {lawful->facts, lawful->facts_count};
    const struct law_stage *stage = NULL;
    for (size_t i = 0; (stage = law_stage_at(lawful->procedure,
                            LAW_STAGE_INITIATED_BY, &held, i)) != NULL;
         i++) {
        if (stage->amount.given) {
            return reaches(&stage->amount, (int64_t)map_count(lawful->signers),
                whole_of(lawful, stage->amount.base, 0));
        }
    }
    return false;
}

static void consented(struct lawful *lawful, const struct event *event)
{
    bool is_given = strcmp(event->kind, "consent-given") == 0;
    NEED(lawful, lawful->phase == LAWFUL_OPENED);
    NEED(lawful, is_there(stage_of(lawful, LAW_STAGE_CONSENT_OF, NULL)));
    NEED(lawful, is_signed_enough(lawful) || !is_given);
    lawful->is_consented = is_given;
    lawful->phase = is_given ? LAWFUL_OPENED : LAWFUL_OVER;
}

static void called(struct lawful *lawful, const struct event *event)
{
    const struct json *items = json_member(event->body, "items");
    NEED(lawful, lawful->phase == LAWFUL_OPENED);
    NEED(lawful, !lawful->is_of_members || is_signed_enough(lawful));
    NEED(lawful, stage_of(lawful, LAW_STAGE_CONSENT_OF, NULL) == NULL ||
                     lawful->is_consented);
    NEED(
        lawful, date_parse(json_member_text(event->body, "day"), &lawful->day));
    lawful->members_entitled =
        json_member_integer(event->body, "members_entitled", -1);
    lawful->roll_count = json_member_integer(event->body, "roll_count", -1);
    const struct map *sitting =
        lawful->organ == NULL ? lawful->entitled : lawful->organ;
    NEED(lawful, lawful->members_entitled == (int64_t)map_count(sitting));
    NEED(lawful, lawful->roll_count == (int64_t)map_count(sitting));
    NEED(lawful, json_count(items) > 0);
    NEED(lawful, json_count(items) <= LAWFUL_ITEMS_MAX);
    for (size_t i = 0; i < json_count(items); i++) {
        lawful->items[i] = (struct lawful_item){
            .matter = arena_text(
                lawful->arena, json_member_text(json_at(items, i), "matter"))};
    }
    lawful->items_count = json_count(items);
    NEED(lawful, notices_are_kept(lawful, instant_date(event->at)));
    lawful->phase = LAWFUL_CALLED;
}

static void notified(struct lawful *lawful, const struct event *event)
{
    NEED(lawful, lawful->phase == LAWFUL_CALLED);
    NEED(lawful, event->evidence != NULL);
    NEED(lawful, notices_are_kept(lawful, instant_date(event->at)));
    lawful->phase = LAWFUL_NOTIFIED;
}

/* ---- who is there -------------------------------------------------------- */

static void presence(struct lawful *lawful, const struct event *event)
{
    const struct json *persons = json_member(event->body, "persons");
    bool is_here = strcmp(event->kind, "arrived") == 0 ||
                   (strcmp(event->kind, "presence-corrected") == 0 &&
                       json_boolean(json_member(event->body, "present")));
    NEED(lawful,
        lawful->phase >= LAWFUL_CALLED && lawful->phase <= LAWFUL_ADJOURNED);
    NEED(lawful, strcmp(event->kind, "arrived") != 0 ||
                     lawful->phase == LAWFUL_SITTING ||
                     date_compare(instant_date(event->at), lawful->day) == 0);
    for (size_t i = 0; i < json_count(persons); i++) {
        const char *key =
            arena_text(lawful->arena, json_text(json_at(persons, i)));
        NEED(lawful, may_sit(lawful, key));
        NEED(lawful, (map_get(lawful->present, key) == lawful) != is_here);
        map_put(lawful->present, key,
            is_here ? (void *)lawful : (void *)lawful->present);
        lawful->present_count += is_here ? 1 : -1;
    }
}

static void quorum_told(struct lawful *lawful, const struct event *event)
{
    bool is_lost = strcmp(event->kind, "quorum-lost") == 0;
    NEED(lawful, lawful->phase == LAWFUL_SITTING);
    NEED(lawful, is_lost != quorum_of(lawful));
    NEED(lawful, json_member_integer(event->body, "present", -1) ==
                     lawful->present_count);
}

static void sitting_opened(struct lawful *lawful, const struct event *event)
{
    bool is_resumed = strcmp(event->kind, "sitting-resumed") == 0;
    NEED(lawful,
        lawful->phase == (is_resumed ? LAWFUL_ADJOURNED : LAWFUL_NOTIFIED));
    NEED(lawful, date_compare(instant_date(event->at), lawful->day) == 0);
    NEED(lawful, quorum_of(lawful));
    NEED(lawful, json_member_integer(event->body, "present", -1) ==
                     lawful->present_count);
    lawful->phase = LAWFUL_SITTING;
}

static int64_t counts_sum(const struct json *body)
{
    int64_t sum = 0;
    for (size_t i = 0; i < 3; i++) {
        sum += json_member_integer(body, choices[i], 0);
    }
    return sum;
}

static void elected(struct lawful *lawful, const struct event *event)
{
    const char *office = json_member_text(event->body, "office");
    const char *holder = json_member_text(event->body, "holder");
    NEED(lawful, lawful->phase == LAWFUL_SITTING && quorum_of(lawful));
    NEED(lawful, map_get(lawful->present, holder) == lawful);
    NEED(lawful, counts_sum(event->body) <= lawful->present_count);
    NEED(lawful,
        carries(lawful, NULL, json_member_integer(event->body, "for", 0),
            lawful->present_count));
    for (size_t i = 0; i < LAWFUL_OFFICERS; i++) {
        if (strcmp(offices[i], office) == 0) {
            /* Another one in the place of who has left. */
            NEED(lawful,
                lawful->officers[i] == NULL ||
                    map_get(lawful->present, lawful->officers[i]) != lawful);
            lawful->officers[i] = arena_text(lawful->arena, holder);
        }
    }
}

static void agenda(struct lawful *lawful, const struct event *event)
{
    NEED(lawful, lawful->phase == LAWFUL_SITTING && quorum_of(lawful));
    NEED(lawful, lawful->officers[0] != NULL && lawful->officers[1] != NULL);
    NEED(lawful, !lawful->has_agenda);
    NEED(lawful, counts_sum(event->body) <= lawful->present_count);
    lawful->has_agenda = true;
}

/* ---- votes --------------------------------------------------------------- */

struct lawful_item *lawful_put(struct lawful *lawful)
{
    for (size_t i = 0; i < lawful->items_count; i++) {
        if (lawful->items[i].phase == LAWFUL_PUT) {
            return &lawful->items[i];
        }
    }
    return NULL;
}

static struct lawful_item *item_of(
    struct lawful *lawful, const struct event *event)
{
    int64_t number = json_member_integer(event->body, "item", 0);
    return number >= 1 && number <= (int64_t)lawful->items_count
               ? &lawful->items[number - 1]
               : NULL;
}

static void put(struct lawful *lawful, const struct event *event)
{
    struct lawful_item *item = item_of(lawful, event);
    const char *form = json_member_text(event->body, "form");
    NEED(lawful, lawful->phase == LAWFUL_SITTING && quorum_of(lawful));
    NEED(lawful, lawful->has_agenda);
    NEED(lawful, lawful_put(lawful) == NULL);
    NEED(lawful, item != NULL && item->phase == LAWFUL_WAITS);
    NEED(lawful, json_member_integer(event->body, "participants", -1) ==
                     lawful->present_count);
    const struct law_stage *carried =
        stage_of(lawful, LAW_STAGE_CARRIED_BY, item->matter);
    const struct law_clause *forms = law_stage_clause(carried, "form");
    NEED(lawful, forms != NULL && law_clause_has_word(forms, form));
    item->phase = LAWFUL_PUT;
    item->is_by_name = strcmp(form, "by-name") == 0;
    memset(item->counted, 0, sizeof item->counted);
    item->votes = map_create(lawful->arena);
    item->voters = map_create(lawful->arena);
    for (size_t i = 0; i < map_count(lawful->present); i++) {
        if (map_value_at(lawful->present, i) == lawful) {
            map_put(item->voters, map_key_at(lawful->present, i), lawful);
        }
    }
}

static void cast(struct lawful *lawful, const struct event *event)
{
    struct lawful_item *item = item_of(lawful, event);
    const char *voter = json_member_text(event->body, "voter");
    const char *choice = json_member_text(event->body, "choice");
    bool is_new = strcmp(event->kind, "vote-cast") == 0;
    NEED(lawful, lawful->phase == LAWFUL_SITTING && quorum_of(lawful));
    NEED(lawful, item != NULL && item->phase == LAWFUL_PUT);
    NEED(lawful, item->is_by_name);
    NEED(lawful, map_get(item->voters, voter) != NULL);
    NEED(lawful, (map_get(item->votes, voter) == NULL) == is_new);
    NEED(lawful, !is_new || map_get(lawful->present, voter) == lawful);
    NEED(lawful, !is_new || choice != NULL);
    char *kept = NULL;
    for (size_t i = 0; choice != NULL && i < 3; i++) {
        kept = strcmp(choices[i], choice) == 0 ? choices[i] : kept;
    }
    map_put(item->votes, arena_text(lawful->arena, voter), kept);
}

static void counted(struct lawful *lawful, const struct event *event)
{
    struct lawful_item *item = item_of(lawful, event);
    NEED(lawful, lawful->phase == LAWFUL_SITTING && quorum_of(lawful));
    NEED(lawful, item != NULL && item->phase == LAWFUL_PUT);
    NEED(lawful, !item->is_by_name);
    NEED(lawful, counts_sum(event->body) <= (int64_t)map_count(item->voters));
    for (size_t i = 0; i < 3; i++) {
        item->counted[i] = json_member_integer(event->body, choices[i], 0);
    }
}

static int64_t votes_of(const struct lawful_item *item, size_t choice)
{
    int64_t votes = item->is_by_name ? 0 : item->counted[choice];
    for (size_t i = 0; item->is_by_name && i < map_count(item->votes); i++) {
        votes += map_value_at(item->votes, i) == choices[choice];
    }
    return votes;
}

static void closed(struct lawful *lawful, const struct event *event)
{
    struct lawful_item *item = item_of(lawful, event);
    const struct json *count = json_member(event->body, "count");
    bool is_adopted = strcmp(event->kind, "item-adopted") == 0;
    NEED(lawful, lawful->phase == LAWFUL_SITTING && quorum_of(lawful));
    NEED(lawful, item != NULL && item->phase == LAWFUL_PUT);
    for (size_t i = 0; i < 3; i++) {
        NEED(lawful,
            json_member_integer(count, choices[i], 0) == votes_of(item, i));
    }
    NEED(lawful, counts_sum(count) > 0);
    NEED(lawful, counts_sum(count) <= (int64_t)map_count(item->voters));
    NEED(lawful, is_adopted == carries(lawful, item->matter, votes_of(item, 0),
                                   (int64_t)map_count(item->voters)));
    item->phase = is_adopted ? LAWFUL_ADOPTED : LAWFUL_ENDED;
}

static void item_withdrawn(struct lawful *lawful, const struct event *event)
{
    struct lawful_item *item = item_of(lawful, event);
    NEED(lawful, item != NULL);
    NEED(lawful, item->phase == LAWFUL_WAITS || item->phase == LAWFUL_PUT);
    item->phase = LAWFUL_ENDED;
}

static void spoken(struct lawful *lawful, const struct event *event)
{
    struct lawful_item *item = item_of(lawful, event);
    NEED(lawful, lawful->phase == LAWFUL_SITTING ||
                     lawful->phase == LAWFUL_ADJOURNED ||
                     lawful->phase == LAWFUL_CLOSED);
    NEED(lawful, !lawful->has_signed[0] && !lawful->has_signed[1]);
    NEED(lawful, item != NULL);
    item->is_spoken = true;
}

static void organ_formed(struct lawful *lawful, const struct event *event)
{
    struct lawful_item *item = item_of(lawful, event);
    const struct json *members = json_member(event->body, "members");
    NEED(lawful, item != NULL && item->phase == LAWFUL_ADOPTED);
    const struct law_stage *forms =
        stage_of(lawful, LAW_STAGE_FORMS, item->matter);
    NEED(lawful, is_there(forms));
    NEED(lawful,
        forms->amount.bound != LAW_BOUND_AT_MOST ||
            (int64_t)json_count(members) <= forms->amount.value.numerator);
    for (size_t i = 0; i < json_count(members); i++) {
        NEED(lawful, may_sit(lawful, json_text(json_at(members, i))));
    }
}

/* ---- the end ------------------------------------------------------------- */

static void adjourned(struct lawful *lawful, const struct event *event)
{
    NEED(lawful,
        lawful->phase == LAWFUL_SITTING || lawful->phase == LAWFUL_ADJOURNED);
    struct lawful_item *put_off = lawful_put(lawful);
    if (put_off != NULL) {
        put_off->phase = LAWFUL_WAITS; /* its vote is taken anew */
    }
    NEED(
        lawful, date_parse(json_member_text(event->body, "day"), &lawful->day));
    NEED(lawful, date_compare(lawful->day, instant_date(event->at)) >= 0);
    lawful->present = map_create(lawful->arena);
    lawful->present_count = 0;
    lawful->phase = LAWFUL_ADJOURNED;
}

static void sitting_closed(struct lawful *lawful, const struct event *event)
{
    (void)event;
    NEED(lawful,
        lawful->phase == LAWFUL_SITTING || lawful->phase == LAWFUL_ADJOURNED);
    NEED(lawful, lawful_put(lawful) == NULL);
    lawful->phase = LAWFUL_CLOSED;
}

static void minutes_signed(struct lawful *lawful, const struct event *event)
{
    const char *office = json_member_text(event->body, "office");
    NEED(lawful, lawful->phase == LAWFUL_CLOSED);
    for (size_t i = 0; i < lawful->items_count; i++) {
        NEED(lawful, lawful->items[i].is_spoken ||
                         lawful->items[i].phase == LAWFUL_ENDED);
    }
    for (size_t i = 0; i < LAWFUL_OFFICERS; i++) {
        if (strcmp(offices[i], office) == 0) {
            NEED(lawful, lawful->officers[i] != NULL);
            NEED(lawful, !lawful->has_signed[i]);
            lawful->has_signed[i] = true;
        }
    }
}

static void handed_over(struct lawful *lawful, const struct event *event)
{
    (void)event;
    NEED(lawful, lawful->phase == LAWFUL_CLOSED);
    NEED(lawful, lawful->has_signed[0] && lawful->has_signed[1]);
    lawful->phase = LAWFUL_HANDED_OVER;
}

static void reviewed(struct lawful *lawful, const struct event *event)
{
    struct lawful_item *item = item_of(lawful, event);
    NEED(lawful, lawful->phase == LAWFUL_HANDED_OVER);
    NEED(lawful, item != NULL && item->phase == LAWFUL_ADOPTED);
    NEED(lawful, item->reviews == 0);
    item->reviews = strcmp(event->kind, "decision-approved") == 0 ? 1 : 2;
}

/* Only of a decision that was taken; assigned only if it was agreed to. */
static void published(struct lawful *lawful, const struct event *event)
{
    struct lawful_item *item = item_of(lawful, event);
    bool is_assigned = strcmp(event->kind, "execution-assigned") == 0;
    NEED(lawful, lawful->phase == LAWFUL_HANDED_OVER);
    NEED(lawful, item != NULL && item->phase == LAWFUL_ADOPTED);
    NEED(lawful, !is_assigned || item->reviews == 1);
    NEED(lawful, is_assigned || !item->is_published);
    item->is_published |= !is_assigned;
}

static void withdrawn(struct lawful *lawful, const struct event *event)
{
    (void)event;
    NEED(lawful, lawful->phase == LAWFUL_CALLED ||
                     lawful->phase == LAWFUL_NOTIFIED ||
                     lawful->phase == LAWFUL_OPENED);
    lawful->phase = LAWFUL_OVER;
}

static const struct {
    const char *kind;
    void (*take)(struct lawful *, const struct event *);
} takers[] = {
    {"proceeding-opened", opened},
    {"initiative-signed", signed_by},
    {"consent-given", consented},
    {"consent-refused", consented},
    {"sitting-called", called},
    {"notice-given", notified},
    {"arrived", presence},
    {"left", presence},
    {"presence-corrected", presence},
    {"quorum-lost", quorum_told},
    {"quorum-restored", quorum_told},
    {"sitting-opened", sitting_opened},
    {"sitting-resumed", sitting_opened},
    {"officer-elected", elected},
    {"agenda-approved", agenda},
    {"speech-recorded", spoken},
    {"vote-put", put},
    {"vote-cast", cast},
    {"vote-corrected", cast},
    {"votes-counted", counted},
    {"item-adopted", closed},
    {"item-rejected", closed},
    {"item-withdrawn", item_withdrawn},
    {"organ-formed", organ_formed},
    {"sitting-adjourned", adjourned},
    {"sitting-closed", sitting_closed},
    {"minutes-signed", minutes_signed},
    {"minutes-handed-over", handed_over},
    {"decision-approved", reviewed},
    {"decision-disagreed", reviewed},
    {"decision-published", published},
    {"execution-assigned", published},
    {"sitting-withdrawn", withdrawn},
};

bool lawful_take(struct lawful *lawful, const struct event *event)
{
    lawful->fault = NULL;
    for (size_t i = 0; i < sizeof takers / sizeof takers[0]; i++) {
        if (strcmp(takers[i].kind, event->kind) == 0) {
            takers[i].take(lawful, event);
        }
    }
    return lawful->fault == NULL;
}
