/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Internal: what the rules of a sitting share: is it quorate, is who leads it
 * in the room, how many votes carry, how many were given.
 */
#ifndef PROCEEDING_SITTING_H
#define PROCEEDING_SITTING_H

#include "proceeding/stage.h"

/* Refuses once the minutes bear a signature (stage_minutes.c). */
enum status sitting_unsigned(struct ruling *ruling);

/* The event of a kind about persons whom the act names: {"persons"}. */
struct json *sitting_persons(struct ruling *ruling, const char *kind,
    const int64_t *residents, size_t count);

/* The event of a quorum that is lost or restored where the number of those
   present changes by `change`. */
void sitting_quorum_told(struct ruling *ruling, int64_t change);

/* Refuses while the quorum is lost. */
enum status sitting_quorate(struct ruling *ruling);

/* Refuses who opens the sitting once it has elected who leads it. */
enum status sitting_led(struct ruling *ruling);

/* Quorate, and who acts as an elected officer is in the room (a member who
   votes himself is none): what every vote asks before it. */
enum status sitting_may_vote(struct ruling *ruling);

/* Refuses while an officer whom the sitting elects is not elected. */
enum status sitting_constituted(struct ruling *ruling);

/* Refuses while an item is being voted on. */
enum status sitting_no_vote_open(struct ruling *ruling);

/* Refuses where fewer are present than `needed`, by `quorum`, with the sum. */
enum status sitting_quorum_met(struct ruling *ruling,
    const struct law_stage *stage, int64_t needed, int64_t base_count);

/* Refuses any day but that for which the sitting stands. */
enum status sitting_day_is_today(struct ruling *ruling);

/* How many votes carry a matter (NULL: an election, the agenda). */
struct sitting_majority {
    const struct law_stage *stage;
    struct law_amount amount;
    int64_t whole;  /* what a share is of */
    int64_t needed; /* votes for */
};

/* STATUS_REFUSED where the law is silent and nothing was chosen. */
enum status sitting_majority(struct ruling *ruling, const char *matter,
    struct sitting_majority *majority);

/* Refuses where `votes` are too few, with the sum. */
enum status sitting_carried(struct ruling *ruling,
    const struct sitting_majority *majority, int64_t votes);

/* The act's `for`, `against`, `abstain`: at most `voters` together. */
enum status sitting_count(struct ruling *ruling, int64_t voters,
    struct vote_count *count);
void sitting_put_count(struct json *body, const struct vote_count *count);

/* What the adopted or rejected item does by law: organs formed,
   representatives elected, a decision considered again (stage_forms.c). */
void sitting_effects(struct ruling *ruling, bool adopted);

/* Refuses what would consider a decision again that does not wait for it any
   more: another sitting came first (stage_forms.c). */
enum status sitting_repeats_still(struct ruling *ruling);

/* Refuses a matter whose effect cannot be known: an organ for which neither
   the law nor a choice gives the term (stage_forms.c). */
enum status sitting_effects_known(struct ruling *ruling);

#endif
