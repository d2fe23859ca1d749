/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The community folded from its events.  What an event means here is one row
 * of a table; docs/acts.md gives the bodies.
 */
#include "community/community.h"

#include <string.h>

typedef void apply_event(struct community *community,
    const struct event *event, struct arena *arena);

static apply_event founded, office_recorded, population_recorded,
    residents_imported, budget_recorded, proceeding_opened, item_adopted,
    organ_formed, representatives_elected;

static const struct {
    const char *kind;
    apply_event *apply;
} handlers[] = {
    {"community-founded", founded},
    {"office-recorded", office_recorded},
    {"population-recorded", population_recorded},
    {"residents-imported", residents_imported},
    {"budget-recorded", budget_recorded},
    {"proceeding-opened", proceeding_opened},
    {"item-adopted", item_adopted},
    {"organ-formed", organ_formed},
    {"representatives-elected", representatives_elected},
};

static const char *text_of(
    const struct event *event, const char *name, struct arena *arena);
static struct date date_of(const struct event *event, const char *name);
static const char **texts_of(const struct event *event, const char *name,
    struct arena *arena, size_t *count);
static bool runs_on(struct date from, struct date until, struct date day);

void community_init(struct community *community)
{
    *community = (struct community){.population = -1};
}

void community_apply(struct community *community, const struct event *event,
    struct arena *arena)
{
    for (size_t i = 0; i < sizeof handlers / sizeof *handlers; i++) {
        if (strcmp(handlers[i].kind, event->kind) == 0) {
            handlers[i].apply(community, event, arena);
            return;
        }
    }
}

bool community_takes(const char *kind)
{
    for (size_t i = 0; i < sizeof handlers / sizeof *handlers; i++) {
        if (strcmp(handlers[i].kind, kind) == 0) {
            return true;
        }
    }
    return false;
}

const struct community_office *community_office(
    const struct community *community, const char *office, struct date day)
{
    const struct community_office *found = NULL;
    for (size_t i = 0; i < community->offices_count; i++) {
        const struct community_office *one = &community->offices[i];
        if (strcmp(one->office, office) != 0 ||
            !runs_on(one->from, one->until, day)) {
            continue;
        }
        /* Whoever came later holds it, though nobody entered the end of the
           one before; of the same day, what was entered last. */
        if (found == NULL || date_compare(one->from, found->from) >= 0) {
            found = one;
        }
    }
    return found;
}

const struct community_organ *community_organ(
    const struct community *community, const char *organ, struct date day)
{
    for (size_t i = community->organs_count; i > 0; i--) {
        const struct community_organ *one = &community->organs[i - 1];
        if (strcmp(one->organ, organ) != 0) {
            continue;
        }
        for (size_t k = 0; k < one->mandates_count; k++) {
            if (runs_on(one->mandates[k].from, one->mandates[k].until, day)) {
                return one;
            }
        }
    }
    return NULL;
}

/* ---- events ------------------------------------------------------------ */

static void founded(struct community *community, const struct event *event,
    struct arena *arena)
{
    (void)arena;
    const char *kato = json_member_text(event->body, "kato");
    community->unit = kato != NULL ? territory_find(kato) : NULL;
    community->demonstration =
        json_boolean(json_member(event->body, "demonstration"));
}

static void office_recorded(struct community *community,
    const struct event *event, struct arena *arena)
{
    community->offices = arena_grow(arena, community->offices,
        community->offices_count, &community->offices_capacity,
        sizeof *community->offices);
    community->offices[community->offices_count++] =
        (struct community_office){
            .office = text_of(event, "office", arena),
            .holder = text_of(event, "holder", arena),
            .from = date_of(event, "from"),
            .until = date_of(event, "until"),
            .event = event->number,
        };
}

static void population_recorded(struct community *community,
    const struct event *event, struct arena *arena)
{
    (void)arena;
    community->population =
        json_member_integer(event->body, "persons", community->population);
}

static void residents_imported(struct community *community,
    const struct event *event, struct arena *arena)
{
    (void)arena;
    int64_t count = json_member_integer(event->body, "count", 0);
    community->residents += json_member_integer(event->body, "added", count);
}

static void budget_recorded(struct community *community,
    const struct event *event, struct arena *arena)
{
    const struct json *figures = json_member(event->body, "figures");
    struct json *copy = json_object(arena);
    for (size_t i = 0; i < json_count(figures); i++) {
        json_put_integer(copy, json_name_at(figures, i),
            json_integer(json_at(figures, i), 0));
    }
    community->budgets = arena_grow(arena, community->budgets,
        community->budgets_count, &community->budgets_capacity,
        sizeof *community->budgets);
    community->budgets[community->budgets_count++] =
        (struct community_budget){
            .year = json_member_integer(event->body, "year", 0),
            .figures = copy,
            .decision = text_of(event, "decision", arena),
            .example = json_boolean(json_member(event->body, "example")),
            .event = event->number,
        };
}

static void proceeding_opened(struct community *community,
    const struct event *event, struct arena *arena)
{
    (void)event;
    (void)arena;
    community->proceedings++;
}

static void item_adopted(struct community *community,
    const struct event *event, struct arena *arena)
{
    (void)event;
    (void)arena;
    community->decisions++;
}

static void organ_formed(struct community *community,
    const struct event *event, struct arena *arena)
{
    size_t count = 0;
    const char **members = texts_of(event, "members", arena, &count);
    struct community_mandate *mandates =
        arena_take_array(arena, count, sizeof *mandates);
    for (size_t i = 0; i < count; i++) {
        mandates[i] = (struct community_mandate){
            .holder = members[i],
            .from = date_of(event, "from"),
            .until = date_of(event, "until"),
        };
    }
    community->organs = arena_grow(arena, community->organs,
        community->organs_count, &community->organs_capacity,
        sizeof *community->organs);
    community->organs[community->organs_count++] = (struct community_organ){
        .organ = text_of(event, "organ", arena),
        .proceeding = event->proceeding,
        .event = event->number,
        .citation = text_of(event, "citation", arena),
        .mandates = mandates,
        .mandates_count = count,
    };
}

static void representatives_elected(struct community *community,
    const struct event *event, struct arena *arena)
{
    size_t count = 0;
    const char **members = texts_of(event, "members", arena, &count);
    community->representatives = arena_grow(arena, community->representatives,
        community->representatives_count, &community->representatives_capacity,
        sizeof *community->representatives);
    community->representatives[community->representatives_count++] =
        (struct community_representatives){
            .gathering = json_member_integer(event->body, "gathering", 0),
            .separate = event->proceeding,
            .plot = text_of(event, "plot", arena),
            .kato = text_of(event, "kato", arena),
            .street = text_of(event, "street", arena),
            .holders = members,
            .holders_count = count,
        };
}

/* ---- reading bodies ---------------------------------------------------- */

/* Bodies were checked before they were recorded; "" stands for nothing. */
static const char *text_of(
    const struct event *event, const char *name, struct arena *arena)
{
    const char *text = json_member_text(event->body, name);
    return text != NULL ? arena_text(arena, text) : "";
}

static struct date date_of(const struct event *event, const char *name)
{
    struct date date = {0};
    const char *text = json_member_text(event->body, name);
    if (text != NULL && !date_parse(text, &date)) {
        date = (struct date){0};
    }
    return date;
}

static const char **texts_of(const struct event *event, const char *name,
    struct arena *arena, size_t *count)
{
    const struct json *array = json_member(event->body, name);
    *count = json_count(array);
    const char **texts = arena_take_array(arena, *count, sizeof *texts);
    for (size_t i = 0; i < *count; i++) {
        const char *text = json_text(json_at(array, i));
        texts[i] = text != NULL ? arena_text(arena, text) : "";
    }
    return texts;
}

static bool runs_on(struct date from, struct date until, struct date day)
{
    return date_compare(from, day) <= 0 &&
        (!date_is_set(until) || date_compare(day, until) < 0);
}
