/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Initiated by: opening a proceeding, and the signatures under an initiative.
 */
#include <string.h>

#include "proceeding/stage.h"

/* ---- opening ------------------------------------------------------------- */

/* The law's own word for who initiates: "assembly-member" of a "member". */
static const char *initiator_find(const struct ruling *ruling)
{
    const struct law_stage *stage = NULL;
    for (size_t i = 0; (stage = stage_at(ruling->facts, ruling->procedure,
                            LAW_STAGE_INITIATED_BY, NULL, i)) != NULL; i++) {
        for (size_t k = 0; k < stage->words_count; k++) {
            if (stage_actor_is(ruling->facts->law, ruling->act->actor,
                    stage->words[k])) {
                return stage->words[k];
            }
        }
    }
    return NULL;
}

static bool has_kind(
    const struct law_procedure *procedure, enum law_stage_kind kind)
{
    for (size_t i = 0; i < procedure->stages_count; i++) {
        if (procedure->stages[i].kind == kind) {
            return true;
        }
    }
    return false;
}

enum status stage_open_ready(struct ruling *ruling)
{
    const struct engine_facts *facts = ruling->facts;
    const struct law_procedure *procedure = ruling->procedure;
    const char *organ = stage_organ(procedure);
    struct engine_matter any;
    bool elsewhere = has_kind(procedure, LAW_STAGE_TAKES_PART) &&
        stage_of(ruling, LAW_STAGE_TAKES_PART, NULL) == NULL;
    if (!elsewhere &&
        (organ == NULL ||
            engine_matters(facts, procedure, ruling->law_day,
                ruling->arena, &any, 1) > 0)) {
        return STATUS_OK;
    }
    stage_refuse_by(ruling, &procedure->citation,
        "refusal.unit-without-organ", "cure.unit-without-organ");
    message_word(&ruling->refusal->reason, "unit",
        facts->community->unit->kind);
    message_word(&ruling->refusal->reason, "organ",
        organ == NULL ? procedure->id : organ);
    return STATUS_REFUSED;
}

/* Where the law lets a procedure be held by representatives. */
static enum status represented_check(struct ruling *ruling, bool represented)
{
    const struct law_stage *stage =
        stage_of(ruling, LAW_STAGE_REPRESENTED_BY, NULL);
    if (!represented || stage != NULL) {
        return STATUS_OK;
    }
    return stage_refuse_by(ruling, &ruling->procedure->citation,
        "refusal.no-representatives-known", "cure.no-representatives-known");
}

/* What a gathering of a plot elects representatives for. */
static enum status related_check(
    struct ruling *ruling, const struct law_stage *takes_part)
{
    const struct engine_facts *facts = ruling->facts;
    int64_t number = json_member_integer(ruling->act->body, "for", 0);
    const struct proceeding *related = stage_related(facts, number);
    if (related == NULL) {
        stage_invalid(ruling, "error.no-such-proceeding");
        message_number(&ruling->error->message, "proceeding", number);
        return STATUS_INVALID;
    }
    const struct law_procedure *procedure = law_procedure(facts->law,
        related->procedure, related->law_day, facts->community->unit->code,
        related->population, ruling->arena);
    const struct law_stage *stage = procedure == NULL
        ? NULL
        : stage_find(facts, procedure, LAW_STAGE_REPRESENTED_BY, NULL);
    const struct law_clause *through =
        stage == NULL ? NULL : law_stage_clause(stage, "through");
    if (!related->represented || through == NULL ||
        !law_clause_has_word(through, ruling->procedure->id)) {
        stage_refuse(ruling, takes_part, "refusal.not-represented",
            "cure.not-represented");
        message_number(&ruling->refusal->reason, "proceeding", number);
        return STATUS_REFUSED;
    }
    if (related->phase != PROCEEDING_OPENED) {
        stage_refuse(ruling, stage, "refusal.called-already",
            "cure.called-already");
        message_number(&ruling->refusal->reason, "proceeding", number);
        return STATUS_REFUSED;
    }
    return STATUS_OK;
}

/* Whether two plots have residents in common. */
static bool overlap(const struct territory *place, const char *street,
    const struct community_representatives *elected)
{
    const struct territory *other = territory_find(elected->kato);
    bool whole = street == NULL || elected->street[0] == '\0';
    return other != NULL &&
        (territory_within(place, other) || territory_within(other, place)) &&
        (whole || resident_same_text(street, elected->street));
}

enum status stage_plot_free(struct ruling *ruling, int64_t gathering,
    const char *kato, const char *street)
{
    const struct community *community = ruling->facts->community;
    const struct territory *place =
        kato == NULL ? NULL : territory_find(kato);
    for (size_t i = 0;
         place != NULL && i < community->representatives_count; i++) {
        const struct community_representatives *elected =
            &community->representatives[i];
        if (elected->gathering == gathering &&
            overlap(place, street, elected)) {
            stage_refuse(ruling,
                stage_of(ruling, LAW_STAGE_TAKES_PART, NULL),
                "refusal.plot-elected", "cure.plot-elected");
            message_text(&ruling->refusal->reason, "plot", elected->plot);
            message_number(
                &ruling->refusal->reason, "proceeding", elected->separate);
            return STATUS_REFUSED;
        }
    }
    return STATUS_OK;
}

/* `for` and `plot` are there exactly where the law speaks of plots. */
static enum status plot_check(struct ruling *ruling)
{
    const struct json *body = ruling->act->body;
    const struct json *plot = json_member(body, "plot");
    bool given = plot != NULL || json_member(body, "for") != NULL;
    const struct law_stage *takes_part =
        stage_of(ruling, LAW_STAGE_TAKES_PART, NULL);
    const struct law_clause *per = takes_part == NULL
        ? NULL
        : law_stage_clause(takes_part, "per");
    if (per == NULL) {
        return given ? stage_invalid(ruling, "error.plot-without-plots")
                     : STATUS_OK;
    }
    if (plot == NULL || json_member(body, "for") == NULL) {
        return stage_invalid(ruling, "error.plot-needed");
    }
    const char *kato = json_member_text(plot, "kato");
    const struct territory *place = territory_find(kato);
    if (place == NULL ||
        !territory_within(place, ruling->facts->community->unit)) {
        stage_invalid(ruling, "error.place-outside");
        message_text(&ruling->error->message, "kato", kato);
        return STATUS_INVALID;
    }
    enum status status = related_check(ruling, takes_part);
    return status == STATUS_OK
        ? stage_plot_free(ruling, json_member_integer(body, "for", 0), kato,
              json_member_text(plot, "street"))
        : status;
}

enum status stage_open(struct ruling *ruling)
{
    const struct engine_facts *facts = ruling->facts;
    const struct json *body = ruling->act->body;
    bool represented = json_boolean(json_member(body, "represented"));
    enum status status = represented_check(ruling, represented);
    if (status == STATUS_OK) {
        status = plot_check(ruling);
    }
    if (status != STATUS_OK) {
        return status;
    }
    struct json *opened = stage_emit_in(ruling, "proceeding-opened",
        facts->community->proceedings + 1);
    json_put_text(opened, "procedure", ruling->procedure->id);
    json_put_text(opened, "law", facts->law_digest);
    stage_put_date(opened, "law_day", ruling->law_day);
    json_put_text(opened, "initiator", initiator_find(ruling));
    json_put_boolean(opened, "represented", represented);
    json_put(opened, "for", json_member(body, "for"));
    json_put(opened, "plot", json_member(body, "plot"));
    if (ruling->population >= 0) {
        json_put_integer(opened, "population", ruling->population);
    }
    return STATUS_OK;
}

/* ---- signatures ---------------------------------------------------------- */

/* The sentence that this proceeding was initiated by; NULL: none asks. */
static const struct law_stage *initiative_stage(const struct ruling *ruling)
{
    const char *initiator = ruling->proceeding->initiator;
    const struct law_stage *stage = NULL;
    for (size_t i = 0; initiator != NULL; i++) {
        stage = stage_at(ruling->facts, ruling->procedure,
            LAW_STAGE_INITIATED_BY, NULL, i);
        if (stage == NULL || law_stage_has_word(stage, initiator)) {
            break;
        }
    }
    return stage != NULL && (stage->amount.given || stage->amount.missing)
        ? stage
        : NULL;
}

enum status stage_initiative_complete(struct ruling *ruling)
{
    const struct law_stage *stage = initiative_stage(ruling);
    struct law_amount amount;
    if (stage == NULL) {
        return STATUS_OK;
    }
    if (!stage_amount(ruling->facts, stage, "initiated-by", &amount)) {
        return stage_silent(ruling, stage, "initiated-by");
    }
    int64_t have = (int64_t)map_count(ruling->proceeding->signatures);
    int64_t whole =
        stage_base_count(ruling->facts, ruling->procedure, amount.base);
    if (amount.is_share && whole < 0) {
        return stage_invalid(ruling, "error.not-counted");
    }
    int64_t needed = stage_needed(&amount, whole);
    if (have > 0 && have >= needed) {
        return STATUS_OK;
    }
    stage_refuse(ruling, stage, "refusal.too-few-signatures",
        "cure.too-few-signatures");
    stage_explain(ruling, &amount, have, whole);
    message_number(&ruling->refusal->cure, "count",
        needed > have ? needed - have : 1);
    return STATUS_REFUSED;
}

enum status stage_sign_ready(struct ruling *ruling)
{
    if (initiative_stage(ruling) == NULL) {
        return stage_refuse(ruling,
            stage_of(ruling, LAW_STAGE_INITIATED_BY, NULL),
            "refusal.no-signatures-asked", "cure.no-signatures-asked");
    }
    if (ruling->proceeding->consented) {
        return stage_refuse(ruling,
            stage_of(ruling, LAW_STAGE_CONSENT_OF, NULL),
            "refusal.signed-after-consent", "cure.not-now");
    }
    return STATUS_OK;
}

enum status stage_sign(struct ruling *ruling)
{
    const struct engine_facts *facts = ruling->facts;
    const struct law_stage *stage = initiative_stage(ruling);
    int64_t residents[ACT_PERSONS_MAX];
    size_t count = act_residents(ruling->act, residents);
    for (size_t i = 0; i < count; i++) {
        const struct engine_person *person =
            stage_person(ruling, residents[i]);
        enum status status = stage_person_entitled(ruling, person);
        if (status != STATUS_OK) {
            return status;
        }
        if (map_get(ruling->proceeding->signatures, person->key) != NULL) {
            stage_refuse(ruling, stage, "refusal.signed-already",
                "cure.signed-already");
            message_number(
                &ruling->refusal->reason, "resident", residents[i]);
            return STATUS_REFUSED;
        }
    }
    struct json *signers = json_array(ruling->arena);
    for (size_t i = 0; i < count; i++) {
        json_push_text(signers, stage_person(ruling, residents[i])->key);
    }
    struct json *body = stage_emit(ruling, "initiative-signed");
    json_put(body, "signers", signers);
    if (facts->members_entitled >= 0) {
        json_put_integer(body, "members_entitled", facts->members_entitled);
    }
    return STATUS_OK;
}
