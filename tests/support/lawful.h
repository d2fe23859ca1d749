/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A second opinion on a proceeding: a small model of a sitting that reads the
 * events of the record and holds each against the pinned law, with its own
 * arithmetic.  It shares neither state nor rules with src/proceeding; shares
 * and terms are those that the law's stages name.
 */
#ifndef SUPPORT_LAWFUL_H
#define SUPPORT_LAWFUL_H

#include "base/map.h"
#include "law/law.h"
#include "record/event.h"

enum { LAWFUL_ITEMS_MAX = 4, LAWFUL_OFFICERS = 2 };

enum lawful_phase {
    LAWFUL_NONE,
    LAWFUL_OPENED,
    LAWFUL_CALLED,
    LAWFUL_NOTIFIED,
    LAWFUL_SITTING,
    LAWFUL_ADJOURNED,
    LAWFUL_CLOSED,
    LAWFUL_HANDED_OVER,
    LAWFUL_OVER /* withdrawn, or without consent */
};

enum lawful_item_phase {
    LAWFUL_WAITS,
    LAWFUL_PUT,
    LAWFUL_ADOPTED,
    LAWFUL_ENDED /* rejected, withdrawn */
};

struct lawful_item {
    enum lawful_item_phase phase;
    const char *matter;
    bool is_spoken; /* what was said, or that nobody spoke */
    bool is_by_name;
    struct map *voters; /* present when the vote was put */
    struct map *votes;  /* key -> "for", … */
    int64_t counted[3]; /* for, against, abstain, as counted by hand */
    int reviews;        /* 0: none; 1: agreed; 2: disagreed */
    bool is_published;
};

struct lawful {
    struct arena *arena;
    const struct law *law;
    const char *kato;
    const struct map *entitled;  /* keys of those who may take part */
    const struct map *organ;     /* of an assembly: its members; or NULL */
    const char *fault;           /* what the law forbids, or NULL */
    /* as of the events */
    enum lawful_phase phase;
    const struct law_procedure *procedure;
    struct law_fact facts[4];
    size_t facts_count;
    bool is_of_members; /* initiated by them */
    bool is_consented;
    struct map *signers;
    int64_t members_entitled; /* of the call */
    int64_t roll_count;
    struct date day;
    struct map *present; /* key -> non-NULL */
    int64_t present_count;
    const char *officers[LAWFUL_OFFICERS]; /* chair, secretary */
    bool has_signed[LAWFUL_OFFICERS];
    bool has_agenda;
    struct lawful_item items[LAWFUL_ITEMS_MAX];
    size_t items_count;
};

/*
 * A model before its first event; `entitled` of the whole unit, `organ` those
 * who are the organ that sits (NULL: the members of the unit).
 */
void lawful_init(struct lawful *lawful, struct arena *arena,
    const struct law *law, const char *kato, const struct map *entitled,
    const struct map *organ);

/* Takes the next event; false, with `fault`, where the law forbids it. */
bool lawful_take(struct lawful *lawful, const struct event *event);

/* The item whose vote is open, or NULL. */
struct lawful_item *lawful_put(struct lawful *lawful);

/* Is the quorum of the law there? */
bool lawful_is_quorate(const struct lawful *lawful);

#endif
