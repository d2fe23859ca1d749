/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The engine: what the law makes of an act.  Pure: everything is handed in.
 *
 *   engine_needs(act)            names what must be loaded
 *   engine_decide(facts, act)    events, or a refusal with its article
 *   engine_options(facts, …)     what may lawfully be done, and from when
 *
 * One file per kind of stage (stage_*.c) holds the rules; which stages there
 * are, in which order, with which numbers, stands in the law.
 */
#ifndef PROCEEDING_ENGINE_H
#define PROCEEDING_ENGINE_H

#include "community/community.h"
#include "community/resident.h"
#include "law/law.h"
#include "proceeding/act.h"
#include "proceeding/proceeding.h"
#include "proceeding/refusal.h"

/* What must be loaded before an act can be decided. */
enum { ENGINE_RELATED_MAX = 4 };
struct engine_needs {
    int64_t proceeding; /* 0: none */
    int64_t related[ENGINE_RELATED_MAX]; /* others that the act touches */
    size_t related_count;
    int64_t residents[ACT_PERSONS_MAX]; /* resolved to struct engine_person */
    size_t residents_count;
    bool roll; /* ACT_CALL: the roll must be drawn up */
};

/*
 * `proceeding` is the state already loaded where the act names one (else
 * NULL): an item of it may point at another.
 */
void engine_needs(const struct act *act, const struct proceeding *proceeding,
    struct engine_needs *needs);

/*
 * The other proceedings that an item points at: the one whose decision it
 * considers again, and in which it was considered again; and the gathering that
 * a separate one is for.  Item NULL: all items do, first those whose review
 * waits for it.  Each once; -> how many.
 */
size_t engine_related(const struct proceeding *proceeding,
    const struct item *item, int64_t related[ENGINE_RELATED_MAX]);

/*
 * A resident that the act names; of ACT_RECORD_OFFICE the one person who is to
 * hold the office, known by `key` alone.
 */
struct engine_person {
    int64_t resident;
    const char *key;  /* in this proceeding: on the roll, or to be added */
    bool on_roll;     /* of the frozen roll, or of this organ */
    const char *not_entitled; /* the word of the law that excludes, or NULL */
    const struct law_citation *excluded_by; /* its place, or NULL */
};

/* The roll drawn up for a call: who may take part, and out of how many. */
struct engine_roll {
    int64_t members_entitled; /* of the whole unit, or of the plot */
    int64_t count;            /* on this roll */
    const char *root;         /* 64 hex digits */
};

struct engine_facts {
    /* The pinned corpus; for ACT_OPEN that of the gathering which a separate
       one is for, else the newest. */
    const struct law *law;
    const char *law_digest;
    /* By whose holidays and moved working days terms are counted: the newest
       corpus, for a day off is no rule of the procedure.  NULL: `law`. */
    const struct law *days;
    const struct community *community;
    const struct proceeding *proceeding; /* NULL for ACT_OPEN */
    const struct proceeding *const *related;
    size_t related_count;
    const struct engine_person *persons;
    size_t persons_count;
    const struct engine_roll *roll; /* ACT_CALL only */
    /* How many members the unit has who may take part (ACT_OPEN, ACT_SIGN,
       ACT_CONSENT, options); -1: not counted. */
    int64_t members_entitled;
};

/*
 * Events to be appended in this order; number, at, actor, entered_by and
 * evidence are the clerk's to set from the act; `proceeding` is set here, and
 * a new proceeding's number is community->proceedings + 1.
 */
enum { ENGINE_EVENTS_MAX = ACT_PERSONS_MAX + 16 };
struct engine_events {
    struct event items[ENGINE_EVENTS_MAX];
    size_t count;
};

/*
 * STATUS_OK with events; STATUS_REFUSED with `refusal`; STATUS_INVALID where a
 * field makes no sense (no such item, no such procedure), STATUS_MISSING where
 * the proceeding is not there, STATUS_FORBIDDEN where the actor is none of the
 * law's for this act (with the place that names who is).
 */
enum status engine_decide(const struct engine_facts *facts,
    const struct act *act, struct arena *arena, struct engine_events *events,
    struct refusal *refusal, struct error *error);

/*
 * The actors that the law (or the design, for the keeper) lets do `kind` in
 * facts->proceeding; none without one, but for the keeper's acts.
 */
struct engine_actors {
    const char *words[8];
    size_t count;
    struct law_citation citation;
};
void engine_actors(const struct engine_facts *facts, enum act_kind kind,
    struct engine_actors *actors);

/* Something that may be done, now or from a day, or not and why. */
struct engine_option {
    enum act_kind kind;
    int64_t item;       /* 0: none */
    const char *detail; /* "rural-akim" of the ways to open; or NULL */
    bool lawful;        /* now */
    struct date from;   /* set where it becomes lawful by waiting */
    struct refusal refusal; /* where not lawful */
    struct law_citation citation; /* the place that allows or asks for it */
};

/* For three acts on each of 64 items and all others.  More than a megabyte
   together: room for them is taken from an arena. */
enum { ENGINE_OPTIONS_MAX = 256 };

/*
 * What may come next in the proceeding, or (proceeding NULL) the ways to open
 * `procedure`, for `office` (NULL: any) on `today`; in the order of the law.
 */
size_t engine_options(const struct engine_facts *facts, const char *procedure,
    const char *office, struct date today, struct arena *arena,
    struct engine_option *options);

/* A matter that an organ may put on its agenda. */
struct engine_matter {
    const char *matter;
    const struct law_norm *norm;
};

/* The matters of a procedure on a day: from its `considers` stage. */
size_t engine_matters(const struct engine_facts *facts,
    const struct law_procedure *procedure, struct date day,
    struct arena *arena, struct engine_matter *matters, size_t max);

/* The procedure that rules a proceeding, in `arena`. */
const struct law_procedure *engine_procedure(
    const struct engine_facts *facts, struct arena *arena);

/*
 * The earliest day for a sitting if notice is given on `today`, and the stage
 * that says so.  Where the law asks no notice: today.  Where it is silent and
 * nothing was chosen: no day, and the silent stage.
 */
struct date engine_earliest_sitting(const struct engine_facts *facts,
    const struct law_procedure *procedure, struct date today,
    const struct law_stage **notice);

/* The quorum in persons and how it is worked out. */
struct engine_quorum {
    int64_t needed;
    int64_t base_count; /* what the share is of */
    const char *base;   /* "members-entitled", "representatives", … */
    const struct law_stage *stage; /* NULL: none asked */
    bool missing;       /* the law gives none, or of what nobody can count */
    bool unreachable;   /* fewer on the roll than needed: the gap of 39-3(9);
                           before the call: of the representatives elected */
};
void engine_quorum(const struct engine_facts *facts,
    const struct law_procedure *procedure, struct engine_quorum *quorum);

/*
 * Reads the value of a recorded choice as an amount ("10 calendar-days"), to be
 * said; false where it is a word ("by-name").
 */
bool engine_choice_amount(
    const struct proceeding_choice *choice, struct law_amount *amount);

/* A term that runs in a proceeding: the book of terms. */
struct engine_term {
    int64_t proceeding;
    int64_t item;
    enum act_kind kind;  /* the act that is due */
    struct date since;   /* the day from which it runs */
    struct date due;     /* unset where the law gives no term */
    bool missing;        /* the law is silent */
    struct law_citation citation;
    const struct law_amount *amount; /* NULL where missing */
};

/* What is due in a community beside its proceedings. */
enum engine_standing_kind {
    ENGINE_STANDING_MANDATES,   /* an organ's term ends: to be formed anew */
    ENGINE_STANDING_OFFICE,     /* an official's term ends */
    ENGINE_STANDING_MONITORING  /* an organ has to monitor once in a term */
};

struct engine_standing {
    enum engine_standing_kind kind;
    const char *who; /* the organ or office: a word of the law */
    struct date since;
    struct date due; /* the last day */
    struct law_citation citation; /* place NULL: of an office as recorded */
    const struct law_amount *amount; /* NULL: none */
};

/*
 * The terms that run on `today` of organs formed and offices recorded, by the
 * law in force then: facts without a proceeding.  A term of monitoring runs
 * from the day when the organ was formed, each from the end of the one before.
 */
enum { ENGINE_STANDING_MAX = 64 };
size_t engine_standing(const struct engine_facts *facts, struct date today,
    struct arena *arena, struct engine_standing *terms);

/* Two for each item, and one of the proceeding. */
enum { ENGINE_TERMS_MAX = 2 * PROCEEDING_ITEMS_MAX + 1 };
size_t engine_terms(const struct engine_facts *facts, struct arena *arena,
    struct engine_term *terms);

#endif
