/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The vote: put to those who are here, cast by name or counted, closed.
 */
#include <assert.h>
#include <string.h>

#include "proceeding/sitting.h"

/* The form whose votes are cast name by name; all others are counted. */
static const char BY_NAME[] = "by-name";

static enum status item_refuse(struct ruling *ruling,
    enum law_stage_kind kind, const char *reason, const char *cure);

/* ---- putting ------------------------------------------------------------- */

/* The forms that the law gives, or NULL where it is silent. */
static const struct law_clause *forms_of(const struct law_stage *carried)
{
    const struct law_clause *form = law_stage_clause(carried, "form");
    return form == NULL || form->missing ? NULL : form;
}

static const char *form_chosen(const struct ruling *ruling)
{
    const struct proceeding_choice *choice =
        proceeding_chosen(ruling->proceeding, "form");
    return choice == NULL ? NULL : choice->value;
}

static enum status agenda_standing(struct ruling *ruling)
{
    const struct law_stage *agenda = stage_of(ruling, LAW_STAGE_AGENDA, NULL);
    if (agenda == NULL || ruling->proceeding->agenda_approved) {
        return STATUS_OK;
    }
    return stage_refuse(ruling, agenda, "refusal.agenda-not-approved",
        "cure.agenda-not-approved");
}

enum status stage_put_ready(struct ruling *ruling)
{
    enum status status = sitting_may_vote(ruling);
    if (status == STATUS_OK) {
        status = sitting_constituted(ruling);
    }
    if (status == STATUS_OK) {
        status = agenda_standing(ruling);
    }
    if (status == STATUS_OK) {
        status = sitting_no_vote_open(ruling);
    }
    if (status == STATUS_OK) {
        status = sitting_repeats_still(ruling);
    }
    struct sitting_majority majority = {0};
    if (status == STATUS_OK) {
        status = sitting_majority(ruling, ruling->item->matter, &majority);
    }
    if (status == STATUS_OK && forms_of(majority.stage) == NULL &&
        form_chosen(ruling) == NULL) {
        status = stage_silent(ruling, majority.stage, "form");
    }
    if (status == STATUS_OK) {
        status = sitting_effects_known(ruling);
    }
    return status;
}

/* The form of this vote: the law's, or the recorded choice. */
static enum status form_settle(struct ruling *ruling,
    const struct law_stage *carried, const char **form)
{
    const char *asked = json_member_text(ruling->act->body, "form");
    const struct law_clause *lawful = forms_of(carried);
    const char *first =
        lawful == NULL ? form_chosen(ruling) : lawful->words[0];
    bool one = lawful == NULL || lawful->words_count == 1;
    if (asked == NULL && one) {
        *form = first;
        return STATUS_OK;
    }
    if (asked == NULL) {
        stage_refuse(
            ruling, carried, "refusal.form-lacking", "cure.form-lawful");
        message_word(&ruling->refusal->cure, "form", first);
        return STATUS_REFUSED;
    }
    bool fits = lawful == NULL ? strcmp(asked, first) == 0
                               : law_clause_has_word(lawful, asked);
    if (!fits) {
        stage_refuse(
            ruling, carried, "refusal.form-unlawful", "cure.form-lawful");
        message_word(&ruling->refusal->reason, "form", asked);
        message_word(&ruling->refusal->cure, "form", first);
        return STATUS_REFUSED;
    }
    *form = asked;
    return STATUS_OK;
}

enum status stage_put(struct ruling *ruling)
{
    struct sitting_majority majority = {0};
    const char *form = NULL;
    enum status status =
        sitting_majority(ruling, ruling->item->matter, &majority);
    if (status == STATUS_OK) {
        status = form_settle(ruling, majority.stage, &form);
    }
    if (status != STATUS_OK) {
        return status;
    }
    struct json *body = stage_emit(ruling, "vote-put");
    json_put_integer(body, "item", ruling->item->number);
    json_put_text(body, "form", form);
    json_put_integer(body, "participants", ruling->proceeding->present);
    json_put_integer(body, "needed", majority.needed);
    return STATUS_OK;
}

/* ---- votes by name ------------------------------------------------------- */

static bool is_by_name(const struct item *item)
{
    return item->form != NULL && strcmp(item->form, BY_NAME) == 0;
}

enum status stage_vote_ready(struct ruling *ruling)
{
    enum status status = sitting_may_vote(ruling);
    if (status == STATUS_OK && !is_by_name(ruling->item)) {
        status = item_refuse(ruling, LAW_STAGE_CARRIED_BY,
            "refusal.vote-is-counted", "cure.vote-is-counted");
        message_word(
            &ruling->refusal->reason, "form", ruling->item->form);
    }
    return status;
}

static enum status voter_refuse(struct ruling *ruling, int64_t resident,
    enum law_stage_kind kind, const char *reason, const char *cure)
{
    item_refuse(ruling, kind, reason, cure);
    message_number(&ruling->refusal->reason, "resident", resident);
    return STATUS_REFUSED;
}

/* Here, here already when the vote was put, and not yet heard. */
static enum status voter_check(
    struct ruling *ruling, const struct engine_person *person)
{
    enum status status = stage_person_entitled(ruling, person);
    if (status != STATUS_OK) {
        return status;
    }
    const struct presence *presence =
        map_get(ruling->proceeding->presence, person->key);
    if (presence == NULL || !presence->present) {
        return voter_refuse(ruling, person->resident, LAW_STAGE_TAKES_PART,
            "refusal.person-absent", "cure.person-absent");
    }
    if (!presence->counted) {
        return voter_refuse(ruling, person->resident, LAW_STAGE_CARRIED_BY,
            "refusal.voter-late", "cure.voter-late");
    }
    if (map_get(ruling->item->votes, person->key) != NULL) {
        return voter_refuse(ruling, person->resident, LAW_STAGE_CARRIED_BY,
            "refusal.voted-already", "cure.voted-already");
    }
    return STATUS_OK;
}

/* `one` says who and how: the act itself, or a line of its list. */
static enum status vote_take(struct ruling *ruling, const struct json *one)
{
    const struct engine_person *person =
        stage_person(ruling, json_member_integer(one, "resident", 0));
    enum status status = voter_check(ruling, person);
    if (status != STATUS_OK) {
        return status;
    }
    struct json *body = stage_emit(ruling, "vote-cast");
    json_put_integer(body, "item", ruling->item->number);
    json_put_text(body, "voter", person->key);
    json_put_text(body, "choice", json_member_text(one, "choice"));
    return STATUS_OK;
}

/* Of a list all votes are taken, or none. */
enum status stage_vote(struct ruling *ruling)
{
    const struct json *votes = json_member(ruling->act->body, "votes");
    enum status status = STATUS_OK;
    if (votes == NULL) {
        return vote_take(ruling, ruling->act->body);
    }
    for (size_t i = 0; i < json_count(votes) && status == STATUS_OK; i++) {
        status = vote_take(ruling, json_at(votes, i));
    }
    if (status != STATUS_OK) {
        ruling->events->count = 0;
    }
    return status;
}

/* ---- votes counted ------------------------------------------------------- */

enum status stage_count_ready(struct ruling *ruling)
{
    enum status status = sitting_may_vote(ruling);
    if (status == STATUS_OK && is_by_name(ruling->item)) {
        status = item_refuse(ruling, LAW_STAGE_CARRIED_BY,
            "refusal.vote-is-by-name", "cure.vote-is-by-name");
    }
    return status;
}

/* Those of the participants who are still here. */
static int64_t voters_here(const struct proceeding *proceeding)
{
    int64_t here = 0;
    for (size_t i = 0; i < map_count(proceeding->presence); i++) {
        const struct presence *presence =
            map_value_at(proceeding->presence, i);
        here += presence->present && presence->counted;
    }
    return here;
}

/* A count may be taken anew until the vote is closed; the last stands. */
enum status stage_count(struct ruling *ruling)
{
    struct vote_count count = {0};
    enum status status =
        sitting_count(ruling, voters_here(ruling->proceeding), &count);
    if (status != STATUS_OK) {
        return status;
    }
    struct json *body = stage_emit(ruling, "votes-counted");
    json_put_integer(body, "item", ruling->item->number);
    sitting_put_count(body, &count);
    return STATUS_OK;
}

/* ---- the end of an item -------------------------------------------------- */

enum status stage_close_vote_ready(struct ruling *ruling)
{
    const struct vote_count *count = &ruling->item->count;
    enum status status = sitting_may_vote(ruling);
    int64_t votes = count->votes_for + count->against + count->abstain;
    if (status == STATUS_OK && votes == 0) {
        status = item_refuse(ruling, LAW_STAGE_CARRIED_BY,
            "refusal.votes-lacking", "cure.votes-lacking");
    }
    return status;
}

enum status stage_close_vote(struct ruling *ruling)
{
    const struct item *item = ruling->item;
    bool adopted = item->count.votes_for >= item->needed;
    struct json *count = json_object(ruling->arena);
    sitting_put_count(count, &item->count);
    struct json *body =
        stage_emit(ruling, adopted ? "item-adopted" : "item-rejected");
    json_put_integer(body, "item", item->number);
    json_put_text(body, "matter", item->matter);
    json_put_text(body, "title", item->title);
    if (item->citation != NULL) {
        json_put_text(body, "citation", item->citation);
    }
    json_put_text(body, "form", item->form);
    json_put(body, "count", count);
    json_put_integer(body, "participants", item->participants);
    json_put_integer(body, "needed", item->needed);
    if (adopted) {
        json_put_integer(
            body, "decision", ruling->facts->community->decisions + 1);
    }
    sitting_effects(ruling, adopted);
    return STATUS_OK;
}

enum status stage_withdraw_item_ready(struct ruling *ruling)
{
    return sitting_unsigned(ruling);
}

enum status stage_withdraw_item(struct ruling *ruling)
{
    struct json *body = stage_emit(ruling, "item-withdrawn");
    json_put_integer(body, "item", ruling->item->number);
    json_put_text(
        body, "reason", json_member_text(ruling->act->body, "reason"));
    return STATUS_OK;
}

static enum status item_refuse(struct ruling *ruling,
    enum law_stage_kind kind, const char *reason, const char *cure)
{
    const char *matter = ruling->item->matter;
    return stage_refuse(
        ruling, stage_of(ruling, kind, matter), reason, cure);
}
