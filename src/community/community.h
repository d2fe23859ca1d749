/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A community as of its events: its place, offices, organs, mandates.
 * Persons are known here by keys (commitments) alone.
 */
#ifndef COMMUNITY_COMMUNITY_H
#define COMMUNITY_COMMUNITY_H

#include "base/arena.h"
#include "base/date.h"
#include "community/territory.h"
#include "record/event.h"

/* Who holds an office: "rural-akim", "district-akim", … */
struct community_office {
    const char *office;
    const char *holder; /* a person's key, 64 hex digits */
    struct date from;
    struct date until;  /* may be unset */
    int64_t event;      /* the event that says so */
};

/* A member of an organ, for a term. */
struct community_mandate {
    const char *holder;
    struct date from;
    struct date until; /* first day after the term; may be unset */
};

/* An organ formed by a decision: "assembly", "budget-monitoring-commission". */
struct community_organ {
    const char *organ;
    int64_t proceeding; /* the sitting that formed it */
    int64_t event;
    const char *citation; /* the place of the law: "law-2001/39-3/2.2" */
    struct community_mandate *mandates;
    size_t mandates_count;
};

/* Representatives elected by a separate gathering for a gathering. */
struct community_representatives {
    int64_t gathering; /* the number of the gathering they are for */
    int64_t separate;  /* the separate gathering that elected them */
    const char *plot;  /* its name */
    const char *kato;  /* where the plot is; "" where not recorded */
    const char *street; /* "": the whole place */
    const char **holders;
    size_t holders_count;
};

/* A yearly budget as entered, thousand tenge kept as tiyn. */
struct community_budget {
    int64_t year;
    const struct json *figures; /* the six sections: name -> tiyn */
    const char *decision;       /* number and date, as text */
    bool example;
    int64_t event;
};

struct community {
    const struct territory *unit; /* NULL before it is founded */
    bool demonstration;
    int64_t population;           /* recorded persons, -1: not recorded */
    int64_t residents;            /* in the register, whoever came or left */
    struct community_office *offices;
    size_t offices_count, offices_capacity;
    struct community_organ *organs;
    size_t organs_count, organs_capacity;
    struct community_representatives *representatives;
    size_t representatives_count, representatives_capacity;
    struct community_budget *budgets;
    size_t budgets_count, budgets_capacity;
    int64_t proceedings; /* how many were opened */
    int64_t decisions;   /* how many were adopted */
};

void community_init(struct community *community);

/*
 * Takes an event: "community-founded", "office-recorded",
 * "population-recorded", "residents-imported", "budget-recorded",
 * "proceeding-opened", "item-adopted", "organ-formed",
 * "representatives-elected"; others change nothing.  Cannot fail.
 */
void community_apply(struct community *community, const struct event *event,
    struct arena *arena);

/* True for the kinds that community_apply takes. */
bool community_takes(const char *kind);

/* The holder on `day`, or NULL. */
const struct community_office *community_office(
    const struct community *community, const char *office, struct date day);

/* The organ whose mandates run on `day`, the latest formed; or NULL. */
const struct community_organ *community_organ(
    const struct community *community, const char *organ, struct date day);

#endif
