/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * One running case as of its events: a gathering, an assembly, a separate
 * gathering, or whatever procedure the law describes.  State only; what may be
 * done next is engine.h.  Persons are keys (64 hex digits).
 */
#ifndef PROCEEDING_PROCEEDING_H
#define PROCEEDING_PROCEEDING_H

#include "base/arena.h"
#include "base/date.h"
#include "base/map.h"
#include "record/event.h"

/*
 * opened -> [consented] -> called -> notified -> sitting <-> quorum-lost
 *                             |          |          |  ^
 *                             +-> withdrawn         v  |
 *                                                adjourned
 *                          sitting -> closed -> signed -> handed-over
 */
enum proceeding_phase {
    PROCEEDING_OPENED,
    PROCEEDING_REFUSED, /* the consent was refused */
    PROCEEDING_CALLED,
    PROCEEDING_NOTIFIED,
    PROCEEDING_SITTING,
    PROCEEDING_QUORUM_LOST,
    PROCEEDING_ADJOURNED,
    PROCEEDING_WITHDRAWN,
    PROCEEDING_CLOSED,
    PROCEEDING_SIGNED,
    PROCEEDING_HANDED_OVER
};

const char *proceeding_phase_name(enum proceeding_phase phase);

enum vote_choice { VOTE_FOR, VOTE_AGAINST, VOTE_ABSTAIN };

struct vote_count {
    int64_t votes_for;
    int64_t against;
    int64_t abstain;
};

/* What became of an item of the agenda, and of the decision on it. */
enum item_phase {
    ITEM_PROPOSED, /* named in the call */
    ITEM_PUT,      /* being voted on */
    ITEM_ADOPTED,
    ITEM_REJECTED,
    ITEM_WITHDRAWN,
    ITEM_APPROVED,    /* the akim agreed: to be carried out */
    ITEM_DISAGREED,   /* the akim disagreed: to be considered again */
    ITEM_KEPT,        /* considered again and adopted again */
    ITEM_DROPPED,     /* considered again and not adopted, or not upheld */
    ITEM_STILL_DISAGREED, /* the akim disagreed once more */
    ITEM_DELIBERATED, /* the maslikhat discussed it */
    ITEM_UPHELD       /* the district akim decided for it */
};

const char *proceeding_item_phase_name(enum item_phase phase);

struct item_speech {
    const char *speaker; /* a key, an office, or NULL: nobody asked to speak */
    const char *text;
    int64_t event;
};

struct item_vote {
    const char *voter; /* a key */
    enum vote_choice choice;
    int64_t event;
};

/* What the office that received the minutes said of a decision. */
struct item_review {
    struct date on;
    bool agreed;
    const char *reason; /* or NULL */
};

/* Of the decision, and once more after it was considered again. */
enum { ITEM_REVIEWS_MAX = 2 };

struct item {
    int64_t number;     /* from 1, as on the agenda */
    const char *matter; /* a word of the law */
    const char *citation; /* the norm that makes it a matter of this organ */
    const char *title;
    const char **members; /* keys: those to be elected or delegated */
    size_t members_count;
    int64_t budget_year;  /* 0: none */
    int64_t repeats_proceeding; /* the decision considered again; 0: none */
    int64_t repeats_item;
    enum item_phase phase;
    const char *form; /* "by-name" or a count: "by-show-of-hands" */
    struct map *votes; /* voter -> struct item_vote; by name */
    struct vote_count count;
    int64_t participants; /* when the vote was put */
    int64_t needed;       /* votes that carry it */
    int64_t decision;     /* number of the decision in the community, or 0 */
    struct date decided;
    const char *withdrawn_reason;
    struct item_review reviews[ITEM_REVIEWS_MAX];
    size_t reviews_count;
    struct date reviewed; /* the latest review, or the end of its way */
    struct date reconsidered; /* considered again on */
    int64_t reconsidered_in; /* the proceeding that considered it again; 0 */
    struct date deliberated; /* when the way of disagreement discussed it */
    const char *opinion;     /* what was said then */
    const char *resolution;  /* why it was then upheld or not; or NULL */
    bool published;
    struct date published_on;
    const char *published_ways; /* joined with ", " as words */
    const char *assigned_to;  /* execution: whom, what, by when */
    const char *assigned_task;
    struct date assigned_due;
    const char *report;       /* how it was carried out */
    bool done;
    const char *conclusion;   /* what the law has answered; or NULL */
    struct date concluded;
    struct item_speech *speeches;
    size_t speeches_count, speeches_capacity;
};

struct presence {
    const char *key;
    bool present; /* arrived and not left */
    bool counted; /* was here when the latest vote was put: takes part in it */
    bool struck;  /* never was here: registered by a slip */
    struct instant arrived;
    bool has_left;
    struct instant left; /* the last time */
    int64_t event;       /* the latest coming or going */
};

/* An officer of the sitting. */
struct officer {
    const char *office; /* "chair", "secretary" */
    const char *holder;
    struct vote_count count;
    bool signed_minutes;
};

/* An official who takes part by right: no member, without a vote. */
struct proceeding_guest {
    const char *office; /* "maslikhat-deputy" */
    const char *holder;
};

/* What the commission says of the budget's execution in a half-year. */
struct proceeding_report {
    int64_t year;
    int64_t half; /* 1 or 2 */
    const char *text;
    struct date on;
};

enum { PROCEEDING_OFFICERS_MAX = 4, PROCEEDING_ITEMS_MAX = 64,
    PROCEEDING_CHOICES_MAX = 16, PROCEEDING_GUESTS_MAX = 8 };

/* A recorded choice where the law is silent. */
struct proceeding_choice {
    const char *parameter; /* "form" */
    const char *value;
    const char *ground;
    const char *citation; /* the silent place */
};

/* What happened to a sitting, for its minutes. */
enum turn_kind {
    TURN_ARRIVED,
    TURN_LEFT,
    TURN_NOT_COME, /* a slip taken back: had not come, had not left */
    TURN_NOT_LEFT,
    TURN_OPENED,
    TURN_QUORUM_LOST,
    TURN_QUORUM_RESTORED,
    TURN_ADJOURNED,
    TURN_RESUMED,
    TURN_CLOSED
};

struct proceeding_turn {
    enum turn_kind kind;
    struct instant at;
    int64_t present;      /* after it; TURN_ADJOURNED: before */
    const char **persons; /* keys, of the turns before TURN_OPENED */
    size_t persons_count;
    const char *office;   /* TURN_OPENED: who opened it */
    struct date day;      /* TURN_ADJOURNED: until when, and why */
    const char *time;
    const char *reason;
};

struct proceeding {
    int64_t number; /* 0: none */
    const char *procedure;
    const char *law;      /* digest of the pinned corpus, 64 hex digits */
    struct date law_day;  /* the day whose edition rules */
    int64_t population;   /* of the unit then; -1: not recorded */
    const char *initiator; /* "rural-akim" or "member" */
    bool represented;      /* held by representatives */
    int64_t for_gathering; /* of a separate gathering; 0: none */
    const char *plot;      /* its name, or NULL */
    const char *plot_kato;
    const char *plot_street;
    enum proceeding_phase phase;
    struct date opened;
    struct map *signatures; /* key -> non-NULL: the initiative */
    struct date signed_on;  /* the latest signature */
    int64_t signable;       /* how many might have signed by then; 0: unknown */
    bool consented;
    struct date consent_on;
    const char *consent_reason;
    int64_t members_entitled; /* when called */
    int64_t roll_count;       /* those who may take part (representatives, …) */
    const char *roll_root;
    struct date called;       /* when it was called */
    struct date day;          /* of the sitting */
    const char *time;         /* "11:00" */
    const char *place;
    struct date notified;
    const char *notice_evidence;
    const char **notice_ways;
    size_t notice_ways_count;
    struct map *presence; /* key -> struct presence, in order of arrival */
    int64_t present;      /* registered and not departed */
    int64_t quorum;       /* persons needed */
    struct instant sitting_opened;
    struct instant sitting_closed;
    struct officer officers[PROCEEDING_OFFICERS_MAX];
    size_t officers_count;
    struct proceeding_guest guests[PROCEEDING_GUESTS_MAX];
    size_t guests_count;
    bool agenda_approved;
    struct vote_count agenda_count;
    struct item *items;
    size_t items_count;
    struct proceeding_choice choices[PROCEEDING_CHOICES_MAX];
    size_t choices_count;
    struct proceeding_turn *turns; /* in order */
    size_t turns_count, turns_capacity;
    struct proceeding_report *reports; /* of its commission, in order */
    size_t reports_count, reports_capacity;
    const char *adjourn_reason;
    const char *withdrawn_reason;
    struct date handed_over;
    const char *handed_to;    /* an office */
    int64_t last_event; /* the latest event folded in */
    struct instant last_at; /* when that happened */
    int64_t relied;     /* the latest that rests on who was present */
};

void proceeding_init(struct proceeding *proceeding);

/*
 * Takes an event of this proceeding.  Texts are copied into `arena`, which
 * lives as long as the state.  Cannot fail; unknown kinds change nothing.
 */
void proceeding_apply(struct proceeding *proceeding, const struct event *event,
    struct arena *arena);

/* The invariants, asserted by tests after every apply. */
void proceeding_check(const struct proceeding *proceeding);

struct item *proceeding_item(
    const struct proceeding *proceeding, int64_t number);
const struct officer *proceeding_officer(
    const struct proceeding *proceeding, const char *office);
bool proceeding_is_present(
    const struct proceeding *proceeding, const char *key);

/* How many came, were it for a while. */
int64_t proceeding_came(const struct proceeding *proceeding);

/* The recorded choice for a parameter, or NULL. */
const struct proceeding_choice *proceeding_chosen(
    const struct proceeding *proceeding, const char *parameter);

#endif
