/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Internal: the table of acts, shared by deciding and by looking ahead.
 */
#ifndef PROCEEDING_ENGINE_INTERNAL_H
#define PROCEEDING_ENGINE_INTERNAL_H

#include "proceeding/stage.h"

/* Whom a kind of act belongs to; engine_actors.c reads it from the law. */
enum engine_who {
    ENGINE_WHO_KEEPER,
    ENGINE_WHO_STAGE,       /* the words of the row's stage */
    ENGINE_WHO_SIGNERS,     /* who may initiate by signatures */
    ENGINE_WHO_ORGANISER,
    ENGINE_WHO_ELECTING,    /* who opens, and the first elected */
    ENGINE_WHO_PRESIDING,   /* the first elected, else who opens */
    ENGINE_WHO_LEADING,     /* he, and who opens until he is elected */
    ENGINE_WHO_OFFICERS,    /* all elected, else who opens */
    ENGINE_WHO_REGISTRARS,  /* the organiser and officers */
    ENGINE_WHO_ATTENDING,   /* no members, but with the right to take part */
    ENGINE_WHO_CHOOSERS,    /* the organiser and who presides */
    ENGINE_WHO_VOTERS,      /* officers and who takes part */
    ENGINE_WHO_SIGNATORIES, /* of the minutes */
    ENGINE_WHO_DELIBERATOR, /* the steps on disagreement */
    ENGINE_WHO_DECIDER,
    ENGINE_WHO_APPROVER,    /* whose approval gives a decision effect */
    ENGINE_WHO_EXECUTORS,   /* who carries out, and the approver */
    ENGINE_WHO_ANSWERING    /* of any matter that is answered */
};

/*
 * Decisions that stand; and those among them that are approved, or upheld.  An
 * act on what stands asks for the narrower where the law has an `approved by`:
 * of publishing in its own stage, of carrying out in `effect`.
 */
enum {
    ENGINE_IN_EFFECT = 1U << ITEM_APPROVED | 1U << ITEM_UPHELD,
    ENGINE_STANDING = ENGINE_IN_EFFECT | 1U << ITEM_ADOPTED |
        1U << ITEM_DISAGREED | 1U << ITEM_KEPT | 1U << ITEM_STILL_DISAGREED |
        1U << ITEM_DELIBERATED
};

struct engine_row {
    stage_rule *rule;
    stage_rule *ready; /* NULL: state and law alone stop nothing */
    enum engine_who who;
    enum law_stage_kind stage; /* the kind whose place is cited */
    unsigned phases;      /* bits of enum proceeding_phase; 0: none asked */
    unsigned item_phases; /* bits of enum item_phase; 0: not of an item */
    bool staged;          /* only where the procedure has that stage */
};

const struct engine_row *engine_row(enum act_kind kind);

/* True where the act is a question at this point of the course. */
bool engine_due(const struct ruling *ruling);

/* What hangs on state and law alone; STATUS_OK where nothing stops it. */
enum status engine_ready(struct ruling *ruling);

/* Refuses an act that the procedure does not know. */
enum status engine_not_in_procedure(struct ruling *ruling);

/* The stage whose `approved by` a standing decision waits for, before an act
   of `kind` on it; NULL: it waits for none. */
const struct law_stage *engine_approval(
    const struct ruling *ruling, enum act_kind kind);

/* engine_actors() by a procedure already read. */
void engine_actors_of(const struct engine_facts *facts,
    const struct law_procedure *procedure, enum act_kind kind,
    struct engine_actors *actors);

/* The key of an act's name: "act.call". */
const char *engine_act_key(enum act_kind kind);

#endif
