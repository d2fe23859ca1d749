/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A small community for tests of the engine: acts go in as JSON, the events
 * that the engine decides are folded in at once, as the clerk does.
 *
 * Residents are numbered from 1; each is entitled unless excluded.  The key of
 * a resident is his number as 64 hex digits.
 */
#ifndef SUPPORT_VILLAGE_H
#define SUPPORT_VILLAGE_H

#include "proceeding/engine.h"

enum { VILLAGE_PROCEEDINGS_MAX = 16, VILLAGE_EXCLUDED_MAX = 8 };

struct village {
    struct arena *arena;
    const struct law *law;
    struct community community;
    struct proceeding proceedings[VILLAGE_PROCEEDINGS_MAX]; /* 1 is [0] */
    size_t proceedings_count;
    int64_t residents; /* in the register */
    int64_t entitled;  /* of the unit; -1: not counted */
    int64_t plot_entitled; /* of the plot of a separate gathering */
    struct {
        int64_t resident;
        const char *why; /* "minor"; NULL: entitled, but not on the roll */
    } excluded[VILLAGE_EXCLUDED_MAX];
    size_t excluded_count;
    struct instant now;
    int64_t events_count;
    /* of the latest act */
    struct engine_events events;
    struct refusal refusal;
    struct error error;
};

/* A community at `kato` (Қоянды is "116645000") with `entitled` members. */
void village_setup(struct village *village, const struct law *law,
    const char *kato, const char *today, int64_t entitled);
void village_teardown(struct village *village);

/* Lets days pass: "2026-03-01" or an instant. */
void village_today(struct village *village, const char *now);

void village_exclude(
    struct village *village, int64_t resident, const char *why);

const char *village_key(struct village *village, int64_t resident);

/* The proceeding, from 1, or NULL. */
struct proceeding *village_proceeding(
    struct village *village, int64_t number);

/* What the engine is handed about a proceeding (0: none). */
struct engine_facts village_facts(struct village *village, int64_t proceeding);

/* Takes an event as it is, without the engine. */
void village_event(struct village *village, const char *kind,
    int64_t proceeding, const char *body);

/*
 * Submits an act; `'` stands for `"` in its JSON.  The act may leave out
 * "proceeding": then it is the latest one.
 */
enum status village_submit(struct village *village, const char *act);

/* Submits, and fails the test where the answer is another one. */
#define village_accept(village, act) \
    village_accept_at(village, act, __FILE__, __LINE__)
#define village_refuse(village, act, reason, place) \
    village_refuse_at(village, act, reason, place, __FILE__, __LINE__)
#define village_reject(village, act, status, key) \
    village_reject_at(village, act, status, key, __FILE__, __LINE__)

void village_accept_at(
    struct village *village, const char *act, const char *file, int line);

/* `reason` is the key, `place` that of the law ("" for none). */
void village_refuse_at(struct village *village, const char *act,
    const char *reason, const char *place, const char *file, int line);

/* Neither OK nor refused: `key` is that of the error. */
void village_reject_at(struct village *village, const char *act,
    enum status status, const char *key, const char *file, int line);

/* Residents `first` to `last` sign, or arrive, in lots of 64. */
void village_many(struct village *village, const char *act, const char *actor,
    int64_t first, int64_t last);

#endif
