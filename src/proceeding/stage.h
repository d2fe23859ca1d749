/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Internal: what the rules of all kinds of stages build on.  A rule decides
 * one kind of act; stage_*.c holds them by the kind of stage, engine.c the
 * table of them.  A rule knows kinds of stages; who, how many and how long it
 * reads from the stage of the procedure.
 */
#ifndef PROCEEDING_STAGE_H
#define PROCEEDING_STAGE_H

#include "proceeding/engine.h"

/* The class of people whom an account without an office stands for. */
#define STAGE_MEMBER "member"

/* One act under decision. */
struct ruling {
    const struct engine_facts *facts;
    const struct act *act;
    const struct proceeding *proceeding; /* NULL: keeper's acts, ACT_OPEN */
    const struct law_procedure *procedure; /* NULL: keeper's acts */
    const struct item *item; /* of acts with a field `item`, else NULL */
    struct date law_day; /* whose edition rules */
    int64_t population;  /* of the unit then; -1: not recorded */
    struct date today;
    struct arena *arena;
    struct engine_events *events;
    struct refusal *refusal;
    struct error *error;
};

/*
 * A rule: STATUS_OK after emitting events, or what stage_refuse(),
 * stage_invalid(), stage_silent() returned.  engine.c has checked before: the
 * actor is the law's, the phases of proceeding and item fit, the officer who
 * acts is elected, the item exists, and the `…_ready` rule of the act said OK.
 *
 * A `…_ready` rule checks what hangs on state and law alone: it reads neither
 * act->body nor persons nor roll, and emits nothing.  engine_options asks the
 * same rules.
 */
typedef enum status stage_rule(struct ruling *ruling);

/* ---- saying no ----------------------------------------------------------- */

/*
 * Starts a refusal by a stage (its place, filled_by, marks) or, stage NULL,
 * without a place; arguments are added through &ruling->refusal->reason and
 * ->cure.  Keys are literals "refusal.…", "cure.…".
 * -> STATUS_REFUSED.
 */
enum status stage_refuse(struct ruling *ruling, const struct law_stage *stage,
    const char *reason, const char *cure);

/* The same by a place that is no stage. */
enum status stage_refuse_by(struct ruling *ruling,
    const struct law_citation *place, const char *reason, const char *cure);

/*
 * The law is silent on `parameter` (see stage_amount) and nothing was chosen:
 * the refusal names the silent place.  -> STATUS_REFUSED.
 */
enum status stage_silent(struct ruling *ruling, const struct law_stage *stage,
    const char *parameter);

/* "error.…": the act makes no sense.  -> STATUS_INVALID. */
enum status stage_invalid(struct ruling *ruling, const char *key);

/* ---- events -------------------------------------------------------------- */

/* Adds an event of this (or another) proceeding; -> its body, to be filled. */
struct json *stage_emit(struct ruling *ruling, const char *kind);
struct json *stage_emit_in(
    struct ruling *ruling, const char *kind, int64_t proceeding);

void stage_put_date(struct json *body, const char *name, struct date date);

/* A member of the act's body that is a day; unset where absent. */
struct date stage_date(const struct ruling *ruling, const char *name);

/* ---- the stages of the law ----------------------------------------------- */

/* The other proceeding of that number, or NULL: not handed in. */
const struct proceeding *stage_related(
    const struct engine_facts *facts, int64_t number);

/*
 * The stage of `kind` whose conditions hold for this proceeding (who initiated
 * it, whether by representatives, the kind of unit) and `matter` (NULL: none);
 * NULL where the procedure has none.  ACT_OPEN: initiator NULL.
 */
const struct law_stage *stage_find(const struct engine_facts *facts,
    const struct law_procedure *procedure, enum law_stage_kind kind,
    const char *matter);

/* stage_find() for a ruling. */
const struct law_stage *stage_of(const struct ruling *ruling,
    enum law_stage_kind kind, const char *matter);

/* The index-th of them (alternatives: ways to initiate, steps of a way). */
const struct law_stage *stage_at(const struct engine_facts *facts,
    const struct law_procedure *procedure, enum law_stage_kind kind,
    const char *matter, size_t index);

/* The step `word` of the way of a disagreement ("deliberated"), or NULL. */
const struct law_stage *stage_step(const struct engine_facts *facts,
    const struct law_procedure *procedure, const char *word);

/* The organ whose matters the procedure considers, or NULL. */
const char *stage_organ(const struct law_procedure *procedure);

/* True where `actor` is what the law's `word` means: that word, a narrower
   one ("rural-akim" for "akim"), or the class a law's class belongs to
   ("member" for "assembly-member"). */
bool stage_actor_is(
    const struct law *law, const char *actor, const char *word);

/* ---- amounts ------------------------------------------------------------- */

/*
 * The amount that stands for `parameter`: the name of a stage ("notice",
 * "quorum", "carried-by", "forms", "represented-by") for the stage's own
 * amount, "term" for the clause `for` of `forms`.  Where the law says
 * `missing`, the recorded choice.  Where the stage has no amount at all, one
 * with given == false.  False where silent and nothing chosen: stage_silent().
 */
bool stage_amount(const struct engine_facts *facts,
    const struct law_stage *stage, const char *parameter,
    struct law_amount *amount);

/*
 * Reads an amount as a choice writes it, in identifiers: "10 calendar-days",
 * "more-than 1/2 of participants", "at-most 15 persons".
 */
bool stage_amount_read(const char *text, struct law_amount *amount);

/*
 * The place where the law is silent on a parameter that may be chosen
 * ("form" of the vote, "term", or a stage's name), or NULL where it is not
 * silent; `known` says whether there is such a parameter at all.
 */
const struct law_stage *stage_silence(const struct law_procedure *procedure,
    const char *parameter, bool *known);

/* The key of a parameter's name, or NULL: not one that may be chosen. */
const char *stage_parameter_key(const char *parameter);

/* How many persons a base counts ("members-entitled", "participants", …) as
   of the state handed in; -1: not known. */
int64_t stage_base_count(const struct engine_facts *facts,
    const struct law_procedure *procedure, const char *base);

/* The least number that satisfies a lower bound: of a share of `whole`, or
   the plain number. */
int64_t stage_needed(const struct law_amount *amount, int64_t whole);

/* True where `count` keeps an upper (or exact) bound in persons. */
bool stage_fits(const struct law_amount *amount, int64_t count);

/*
 * Adds to the refusal's reason how a number is worked out: `have`, `needed`,
 * `share` ("10 %", "1/2"), `base` (a word), `base_count`.
 */
void stage_explain(struct ruling *ruling, const struct law_amount *amount,
    int64_t have, int64_t whole);

/* "10 %", "1/2", "3". */
const char *stage_amount_text(
    const struct law_amount *amount, struct arena *arena);

/* Adds a term in days, months, … as the argument `name` ("10 calendar days").
   Takes the message's argument "count" for it. */
void stage_say_term(struct message *message, const char *name,
    const struct law_amount *amount);

/* The last day of a term that runs from `since`: in calendar or working days
   (by the newest calendar), months, half-years, years. */
struct date stage_term_end(const struct engine_facts *facts,
    const struct law_amount *amount, struct date since);

/* The first day that lies `amount` after `since` (notice given on `since`). */
struct date stage_first_day(const struct engine_facts *facts,
    const struct law_amount *amount, struct date since);

/* ---- people -------------------------------------------------------------- */

/* The person of a resident whom the act names, or NULL: not in the register.
   All whom it names: facts->persons. */
const struct engine_person *stage_person(
    const struct ruling *ruling, int64_t resident);

/*
 * Refuses a person who may not take part (minor, not a resident, …; not of
 * this organ; once called: not on the frozen roll), by the place that
 * excludes; STATUS_OK where entitled.  STATUS_INVALID where `person` is NULL.
 */
enum status stage_person_entitled(
    struct ruling *ruling, const struct engine_person *person);

/* True where only the members of an organ take part, not every member. */
bool stage_is_narrow(const struct law_stage *takes_part);

/* ---- the rules ----------------------------------------------------------- */

/* stage_keeper.c */
stage_rule stage_found_community, stage_record_office,
    stage_record_population, stage_record_budget, stage_import_residents;

/* stage_initiated.c */
stage_rule stage_open, stage_open_ready, stage_sign, stage_sign_ready;

/*
 * Refuses a plot (kato NULL: none) that has elected its representatives for
 * that gathering, as a whole or in part: the law numbers them by the plot.
 */
enum status stage_plot_free(struct ruling *ruling, int64_t gathering,
    const char *kato, const char *street);

/* STATUS_OK where the initiative has the signatures that the law asks. */
enum status stage_initiative_complete(struct ruling *ruling);

/* stage_consent.c */
stage_rule stage_consent, stage_consent_ready;

/* stage_called.c, stage_items.c */
stage_rule stage_call, stage_call_ready, stage_withdraw,
    stage_withdraw_ready;

/* Refuses a sitting on `day` of an organ that is not formed, or whose term
   ends before. */
enum status stage_organ_sits(struct ruling *ruling, struct date day);

/* Checks the items of a call and makes those of the event. */
enum status stage_call_items(struct ruling *ruling, struct json **items);

/* Refuses to consider an item of another proceeding again unless it waits for
   that: of this procedure, of this matter, disagreed with. */
enum status stage_repeatable(struct ruling *ruling,
    const struct proceeding *first, const struct item *disputed,
    const char *matter);

/* stage_notice.c */
stage_rule stage_notify, stage_notify_ready;

/*
 * Refuses a sitting on `day` on `matters` whose notice, given today, would be
 * too short: it says which day is the first, `cure` takes it as {first}.
 */
enum status stage_notice_in_time(struct ruling *ruling, struct date day,
    const char *const *matters, size_t count, const char *cure);

/* stage_attended.c */
stage_rule stage_attend, stage_attend_ready;

/* stage_choice.c */
stage_rule stage_choose;

/* stage_sitting.c, stage_elects.c, stage_agenda.c */
stage_rule stage_arrive, stage_leave, stage_open_sitting,
    stage_open_sitting_ready, stage_elect, stage_elect_ready,
    stage_approve_agenda, stage_approve_agenda_ready, stage_adjourn,
    stage_adjourn_ready, stage_resume, stage_resume_ready,
    stage_close_sitting, stage_close_sitting_ready;

/* stage_vote.c; what a decision does at once: stage_forms.c */
stage_rule stage_put, stage_put_ready, stage_vote, stage_vote_ready,
    stage_count, stage_count_ready, stage_close_vote, stage_close_vote_ready,
    stage_withdraw_item, stage_withdraw_item_ready;

/* stage_correction.c */
stage_rule stage_correct_vote, stage_correct_vote_ready,
    stage_correct_presence;

/* stage_minutes.c */
stage_rule stage_speak, stage_speak_ready, stage_sign_minutes,
    stage_sign_minutes_ready, stage_hand_over, stage_hand_over_ready;

/* stage_review.c, stage_disagreement.c, stage_published.c, stage_execution.c */
stage_rule stage_review, stage_review_ready, stage_deliberate, stage_resolve,
    stage_publish, stage_publish_ready, stage_assign, stage_assign_ready,
    stage_report, stage_report_ready;

/* stage_monitored.c */
stage_rule stage_monitor, stage_monitor_ready, stage_conclude,
    stage_conclude_ready;

#endif
