/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Plays the clerk without a store: resolves what an act names, asks the
 * engine, folds what it decides.
 */
#include "village.h"

#include <stdio.h>
#include <string.h>

#include "test.h"
#include "tongue/tongue.h"

static const char LAW_DIGEST[] =
    "1a31a31a31a31a31a31a31a31a31a31a31a31a31a31a31a31a31a31a31a31a3a";
static const char ROLL_ROOT[] =
    "4011401140114011401140114011401140114011401140114011401140114011";

static void event_take(struct village *village, struct event event);
static const struct json *json_of(struct village *village, const char *text);

void village_setup(struct village *village, const struct law *law,
    const char *kato, const char *today, int64_t entitled)
{
    *village = (struct village){
        .arena = arena_create(),
        .law = law,
        .residents = entitled + 100,
        .entitled = entitled,
        .plot_entitled = entitled / 4,
    };
    community_init(&village->community);
    village_today(village, today);
    village_event(village, "community-founded", 0,
        arena_format(village->arena,
            "{'kato': '%s', 'demonstration': true}", kato));
    village_event(village, "residents-imported", 0,
        arena_format(village->arena, "{'count': %lld}",
            (long long)village->residents));
    village_event(village, "population-recorded", 0,
        "{'persons': 4200, 'on': '2018-01-01', 'basis': 'census'}");
}

void village_teardown(struct village *village)
{
    arena_destroy(village->arena);
    village->arena = NULL;
}

void village_today(struct village *village, const char *now)
{
    assert_true(instant_parse(now, &village->now));
}

void village_exclude(
    struct village *village, int64_t resident, const char *why)
{
    assert_true(village->excluded_count < VILLAGE_EXCLUDED_MAX);
    village->excluded[village->excluded_count].resident = resident;
    village->excluded[village->excluded_count++].why = why;
}

const char *village_key(struct village *village, int64_t resident)
{
    return arena_format(village->arena, "%064llx", (long long)resident);
}

struct proceeding *village_proceeding(
    struct village *village, int64_t number)
{
    return number < 1 || (size_t)number > village->proceedings_count
        ? NULL
        : &village->proceedings[number - 1];
}

/* ---- what is loaded for an act ------------------------------------------- */

struct engine_facts village_facts(struct village *village, int64_t proceeding)
{
    const struct proceeding *one = village_proceeding(village, proceeding);
    return (struct engine_facts){
        .law = village->law,
        .law_digest = LAW_DIGEST,
        .community = &village->community,
        .proceeding = one,
        .members_entitled = one != NULL && one->plot != NULL
            ? village->plot_entitled
            : village->entitled,
    };
}

/* The organ whose members alone take part in a procedure, or NULL. */
static const struct community_organ *organ_of(
    struct village *village, const struct law_procedure *procedure)
{
    struct law_facts none = {0};
    const struct law_stage *takes_part =
        law_stage_find(procedure, LAW_STAGE_TAKES_PART, &none);
    const struct law_stage *considers =
        law_stage_find(procedure, LAW_STAGE_CONSIDERS, &none);
    if (takes_part == NULL || considers == NULL ||
        strcmp(takes_part->words[0], "member") == 0) {
        return NULL;
    }
    return community_organ(&village->community, considers->words[0],
        instant_date(village->now));
}

static bool takes_part(struct village *village,
    const struct engine_facts *facts, const char *key)
{
    const struct proceeding *proceeding = facts->proceeding;
    const struct law_procedure *procedure =
        engine_procedure(facts, village->arena);
    if (procedure == NULL) {
        return true;
    }
    const struct community_organ *organ = organ_of(village, procedure);
    for (size_t i = 0; organ != NULL && i < organ->mandates_count; i++) {
        if (strcmp(organ->mandates[i].holder, key) == 0) {
            return true;
        }
    }
    const struct community *community = &village->community;
    for (size_t i = 0; i < community->representatives_count; i++) {
        const struct community_representatives *elected =
            &community->representatives[i];
        for (size_t k = 0; k < elected->holders_count; k++) {
            if (elected->gathering == proceeding->number &&
                strcmp(elected->holders[k], key) == 0) {
                return true;
            }
        }
    }
    return organ == NULL && !proceeding->represented;
}

static size_t persons_resolve(struct village *village,
    const struct engine_facts *facts, const struct engine_needs *needs,
    struct engine_person *persons)
{
    size_t count = 0;
    for (size_t i = 0; i < needs->residents_count; i++) {
        int64_t resident = needs->residents[i];
        if (resident > village->residents) {
            continue;
        }
        struct engine_person *person = &persons[count++];
        person->resident = resident;
        person->key = village_key(village, resident);
        person->on_roll = takes_part(village, facts, person->key);
        for (size_t k = 0; k < village->excluded_count; k++) {
            if (village->excluded[k].resident == resident) {
                person->on_roll = false;
                person->not_entitled = village->excluded[k].why;
            }
        }
    }
    return count;
}

static void roll_draw(struct village *village,
    const struct engine_facts *facts, struct engine_roll *roll)
{
    const struct law_procedure *procedure =
        engine_procedure(facts, village->arena);
    const struct proceeding *proceeding = facts->proceeding;
    const struct community *community = &village->community;
    *roll = (struct engine_roll){
        .members_entitled = facts->members_entitled,
        .count = facts->members_entitled,
        .root = ROLL_ROOT,
    };
    const struct community_organ *organ =
        procedure == NULL ? NULL : organ_of(village, procedure);
    if (organ != NULL) {
        roll->count = (int64_t)organ->mandates_count;
    } else if (proceeding != NULL && proceeding->represented) {
        roll->count = 0;
        for (size_t i = 0; i < community->representatives_count; i++) {
            if (community->representatives[i].gathering ==
                proceeding->number) {
                roll->count +=
                    (int64_t)community->representatives[i].holders_count;
            }
        }
    }
}

/* ---- acts ---------------------------------------------------------------- */

static const struct json *json_of(struct village *village, const char *text)
{
    char *copy = arena_text(village->arena, text);
    for (char *at = copy; *at != '\0'; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    const struct json *json = NULL;
    struct error error = {0};
    struct bytes bytes = bytes_of_text(copy);
    if (json_parse(bytes, village->arena, &json, &error) != STATUS_OK) {
        fail_msg("not JSON: %s", copy);
    }
    return json;
}

void village_event(struct village *village, const char *kind,
    int64_t proceeding, const char *body)
{
    event_take(village,
        (struct event){
            .kind = kind,
            .proceeding = proceeding,
            .body = json_of(village, body),
        });
}

static void event_take(struct village *village, struct event event)
{
    event.number = ++village->events_count;
    event.at = village->now;
    community_apply(&village->community, &event, village->arena);
    if (event.proceeding == 0) {
        return;
    }
    if (strcmp(event.kind, "proceeding-opened") == 0) {
        assert_true(village->proceedings_count < VILLAGE_PROCEEDINGS_MAX);
        proceeding_init(&village->proceedings[village->proceedings_count++]);
    }
    struct proceeding *proceeding =
        village_proceeding(village, event.proceeding);
    assert_non_null(proceeding);
    proceeding_apply(proceeding, &event, village->arena);
    proceeding_check(proceeding);
}

static enum status act_submit(struct village *village, const struct act *act)
{
    struct engine_needs needs;
    struct engine_person persons[ACT_PERSONS_MAX + 1] = {{0}};
    struct engine_roll roll;
    engine_needs(
        act, village_proceeding(village, act->proceeding), &needs);
    struct engine_facts facts = village_facts(village, needs.proceeding);
    const struct proceeding *related[ENGINE_RELATED_MAX];
    facts.related = related;
    for (size_t i = 0; i < needs.related_count; i++) {
        related[facts.related_count] =
            village_proceeding(village, needs.related[i]);
        facts.related_count += related[facts.related_count] != NULL;
    }
    facts.persons = persons;
    facts.persons_count = persons_resolve(village, &facts, &needs, persons);
    if (act->kind == ACT_RECORD_OFFICE) {
        persons[0].key = village_key(village, 1);
        facts.persons_count = 1;
    }
    if (needs.roll) {
        roll_draw(village, &facts, &roll);
        facts.roll = &roll;
    }
    enum status status = engine_decide(&facts, act, village->arena,
        &village->events, &village->refusal, &village->error);
    for (size_t i = 0; status == STATUS_OK && i < village->events.count;
         i++) {
        struct event event = village->events.items[i];
        event.actor = act->actor;
        event.evidence = act->evidence;
        event_take(village, event);
    }
    return status;
}

enum status village_submit(struct village *village, const char *act)
{
    const struct json *json = json_of(village, act);
    struct json *whole = json_object(village->arena);
    struct act read;
    enum act_kind kind = ACT_OPEN;
    const char *name = json_member_text(json, "act");
    if (name != NULL && act_kind_parse(name, &kind) && kind > ACT_OPEN) {
        json_put_integer(whole, "proceeding",
            (int64_t)village->proceedings_count);
    }
    for (size_t i = 0; i < json_count(json); i++) {
        json_put(whole, json_name_at(json, i), json_at(json, i));
    }
    village->error = (struct error){0};
    enum status status =
        act_read(whole, village->arena, &read, &village->error);
    if (status != STATUS_OK) {
        return status;
    }
    read.at = village->now;
    read.entered_by = "account-1";
    return act_submit(village, &read);
}

/* ---- expectations -------------------------------------------------------- */

static const char *answer_text(
    struct village *village, enum status status)
{
    const struct message *message = status == STATUS_REFUSED
        ? &village->refusal.reason
        : &village->error.message;
    const char *text = arena_format(village->arena, "%s: %s",
        error_status_name(status), message->key == NULL ? "" : message->key);
    for (size_t i = 0; status != STATUS_OK && i < message->count; i++) {
        text = arena_format(village->arena, "%s %s=%s", text,
            message->arguments[i].name, message->arguments[i].value);
    }
    return text;
}

static void expect(struct village *village, bool met, enum status status,
    const char *act, const char *file, int line)
{
    if (!met) {
        print_error("%s\n  answered %s, by %s\n", act,
            answer_text(village, status), village->refusal.place);
        _fail(file, line);
    }
}

void village_accept_at(
    struct village *village, const char *act, const char *file, int line)
{
    enum status status = village_submit(village, act);
    expect(village, status == STATUS_OK, status, act, file, line);
}

/* Every argument that a sentence wants is given, in each language. */
static void said_whole(const struct message *message)
{
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        struct buffer text = BUFFER_EMPTY;
        tongue_say((enum language)i, message, NULL, &text);
        if (strchr(buffer_text(&text), '{') != NULL ||
            (message->key != NULL && !tongue_has(message->key))) {
            fail_msg("not said whole: %s", buffer_text(&text));
        }
        buffer_finish(&text);
    }
}

void village_refuse_at(struct village *village, const char *act,
    const char *reason, const char *place, const char *file, int line)
{
    enum status status = village_submit(village, act);
    bool met = status == STATUS_REFUSED &&
        strcmp(village->refusal.reason.key, reason) == 0 &&
        strcmp(village->refusal.place, place) == 0;
    expect(village, met, status, act, file, line);
    assert_non_null(village->refusal.cure.key);
    said_whole(&village->refusal.reason);
    said_whole(&village->refusal.cure);
}

void village_reject_at(struct village *village, const char *act,
    enum status wanted, const char *key, const char *file, int line)
{
    enum status status = village_submit(village, act);
    bool met = status == wanted && village->error.message.key != NULL &&
        strcmp(village->error.message.key, key) == 0;
    expect(village, met, status, act, file, line);
    said_whole(&village->error.message);
}

void village_many(struct village *village, const char *act, const char *actor,
    int64_t first, int64_t last)
{
    while (first <= last) {
        struct buffer text = BUFFER_EMPTY;
        buffer_add_format(&text,
            "{'act': '%s', 'actor': '%s', 'evidence': 'list', "
            "'residents': [",
            act, actor);
        for (int i = 0; i < ACT_PERSONS_MAX && first <= last; i++, first++) {
            buffer_add_format(
                &text, "%s%lld", i == 0 ? "" : ", ", (long long)first);
        }
        buffer_add_text(&text, "]}");
        village_accept(village, buffer_text(&text));
        buffer_finish(&text);
    }
}
