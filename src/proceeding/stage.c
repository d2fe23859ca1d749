/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What all rules share: refusing, emitting, finding the stage that holds,
 * knowing people.  Amounts are in stage_amount.c.
 */
#include "proceeding/stage.h"

#include <assert.h>
#include <string.h>

enum { CONDITIONS_MAX = 4 };

/* ---- saying no ----------------------------------------------------------- */

enum status stage_refuse(struct ruling *ruling, const struct law_stage *stage,
    const char *reason, const char *cure)
{
    if (stage == NULL) {
        return stage_refuse_by(ruling, NULL, reason, cure);
    }
    stage_refuse_by(ruling, &stage->citation, reason, cure);
    const struct law_citation *filled = &stage->filled_by;
    if (filled->place != NULL) {
        size_t length = strlen(filled->place);
        assert(length < REFUSAL_PLACE_MAX);
        memcpy(ruling->refusal->filled_by, filled->place, length + 1);
        ruling->refusal->filled_unchecked = filled->unchecked;
        ruling->refusal->invented |= filled->invented;
    }
    return STATUS_REFUSED;
}

enum status stage_refuse_by(struct ruling *ruling,
    const struct law_citation *place, const char *reason, const char *cure)
{
    refusal_start(ruling->refusal, place, reason, cure);
    return STATUS_REFUSED;
}

enum status stage_silent(struct ruling *ruling, const struct law_stage *stage,
    const char *parameter)
{
    const char *key = stage_parameter_key(parameter);
    assert(key != NULL);
    stage_refuse(ruling, stage, "refusal.law-silent", "cure.choose");
    message_key(&ruling->refusal->reason, "parameter", key);
    message_text(&ruling->refusal->cure, "parameter", parameter);
    return STATUS_REFUSED;
}

enum status stage_invalid(struct ruling *ruling, const char *key)
{
    return error_set(ruling->error, STATUS_INVALID, key);
}

/* ---- events -------------------------------------------------------------- */

struct json *stage_emit(struct ruling *ruling, const char *kind)
{
    int64_t proceeding =
        ruling->proceeding == NULL ? 0 : ruling->proceeding->number;
    return stage_emit_in(ruling, kind, proceeding);
}

struct json *stage_emit_in(
    struct ruling *ruling, const char *kind, int64_t proceeding)
{
    struct engine_events *events = ruling->events;
    assert(events->count < sizeof events->items / sizeof events->items[0]);
    struct json *body = json_object(ruling->arena);
    events->items[events->count++] = (struct event){
        .kind = kind,
        .proceeding = proceeding,
        .body = body,
    };
    return body;
}

void stage_put_date(struct json *body, const char *name, struct date date)
{
    if (date_is_set(date)) {
        char text[DATE_TEXT_MAX];
        date_write(date, text);
        json_put_text(body, name, text);
    }
}

struct date stage_date(const struct ruling *ruling, const char *name)
{
    struct date date = {0};
    const char *text = json_member_text(ruling->act->body, name);
    if (text == NULL || !date_parse(text, &date)) {
        return (struct date){0};
    }
    return date;
}

/* ---- the stages of the law ----------------------------------------------- */

/* What `where` clauses are held against. */
static struct law_facts conditions(const struct engine_facts *facts,
    const char *matter, struct law_fact items[CONDITIONS_MAX])
{
    const struct proceeding *proceeding = facts->proceeding;
    size_t count = 0;
    if (proceeding != NULL && proceeding->initiator != NULL) {
        items[count++] =
            (struct law_fact){"where-initiated-by", proceeding->initiator};
    }
    if (proceeding != NULL) {
        items[count++] = (struct law_fact){proceeding->represented
                ? "where-represented"
                : "where-not-represented",
            ""};
    }
    if (matter != NULL) {
        items[count++] = (struct law_fact){"where-matter", matter};
    }
    if (facts->community->unit != NULL) {
        items[count++] =
            (struct law_fact){"where-unit", facts->community->unit->kind};
    }
    return (struct law_facts){items, count};
}

const struct proceeding *stage_related(
    const struct engine_facts *facts, int64_t number)
{
    for (size_t i = 0; i < facts->related_count; i++) {
        if (facts->related[i]->number == number) {
            return facts->related[i];
        }
    }
    return NULL;
}

const struct law_stage *stage_find(const struct engine_facts *facts,
    const struct law_procedure *procedure, enum law_stage_kind kind,
    const char *matter)
{
    struct law_fact items[CONDITIONS_MAX];
    struct law_facts held = conditions(facts, matter, items);
    return law_stage_find(procedure, kind, &held);
}

const struct law_stage *stage_of(const struct ruling *ruling,
    enum law_stage_kind kind, const char *matter)
{
    return stage_find(ruling->facts, ruling->procedure, kind, matter);
}

const struct law_stage *stage_at(const struct engine_facts *facts,
    const struct law_procedure *procedure, enum law_stage_kind kind,
    const char *matter, size_t index)
{
    struct law_fact items[CONDITIONS_MAX];
    struct law_facts held = conditions(facts, matter, items);
    return law_stage_at(procedure, kind, &held, index);
}

const struct law_stage *stage_step(const struct engine_facts *facts,
    const struct law_procedure *procedure, const char *word)
{
    const struct law_stage *stage = NULL;
    for (size_t i = 0;; i++) {
        stage = stage_at(
            facts, procedure, LAW_STAGE_ON_DISAGREEMENT, NULL, i);
        if (stage == NULL || law_stage_has_word(stage, word)) {
            return stage;
        }
    }
}

const char *stage_organ(const struct law_procedure *procedure)
{
    for (size_t i = 0; i < procedure->stages_count; i++) {
        const struct law_stage *stage = &procedure->stages[i];
        if (stage->kind == LAW_STAGE_CONSIDERS && stage->words_count > 0) {
            return stage->words[0];
        }
    }
    return NULL;
}

bool stage_actor_is(
    const struct law *law, const char *actor, const char *word)
{
    if (strcmp(actor, word) == 0 || law_word_is(law, actor, word)) {
        return true;
    }
    const char *kind = law_word_kind(law, word);
    return kind != NULL && strcmp(kind, "class") == 0 &&
        law_word_is(law, word, actor);
}

/* ---- people -------------------------------------------------------------- */

const struct engine_person *stage_person(
    const struct ruling *ruling, int64_t resident)
{
    const struct engine_facts *facts = ruling->facts;
    for (size_t i = 0; i < facts->persons_count; i++) {
        if (facts->persons[i].resident == resident &&
            facts->persons[i].key != NULL) {
            return &facts->persons[i];
        }
    }
    return NULL;
}

bool stage_is_narrow(const struct law_stage *takes_part)
{
    return takes_part != NULL && takes_part->words_count > 0 &&
        strcmp(takes_part->words[0], STAGE_MEMBER) != 0;
}

enum status stage_person_entitled(
    struct ruling *ruling, const struct engine_person *person)
{
    if (person == NULL) {
        return stage_invalid(ruling, "error.no-such-resident");
    }
    const struct law_stage *takes_part =
        stage_of(ruling, LAW_STAGE_TAKES_PART, NULL);
    if (person->not_entitled != NULL) {
        const struct law_citation *place = person->excluded_by;
        if (place == NULL && takes_part != NULL) {
            place = &takes_part->citation;
        }
        stage_refuse_by(ruling, place, "refusal.person-not-entitled",
            "cure.person-not-entitled");
        message_number(&ruling->refusal->reason, "resident", person->resident);
        message_word(&ruling->refusal->reason, "why", person->not_entitled);
        return STATUS_REFUSED;
    }
    bool called = ruling->proceeding != NULL &&
        date_is_set(ruling->proceeding->called);
    if (!person->on_roll && (called || stage_is_narrow(takes_part))) {
        stage_refuse(ruling, takes_part, "refusal.person-not-on-roll",
            "cure.person-not-on-roll");
        message_number(&ruling->refusal->reason, "resident", person->resident);
        return STATUS_REFUSED;
    }
    return STATUS_OK;
}
