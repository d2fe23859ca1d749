/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Considers matters of: what may stand on an agenda, by the norms of the organ
 * at the level of the unit; and who is to be elected by a decision.
 */
#include <string.h>

#include "proceeding/stage.h"

/* ---- matters ------------------------------------------------------------- */

/* Norms that make their object somebody's matter. */
static bool gives_matter(const struct law_norm *norm)
{
    return norm->effect == LAW_EFFECT_BINDING ||
        norm->effect == LAW_EFFECT_BLOCKING ||
        norm->effect == LAW_EFFECT_TRIGGERING ||
        norm->effect == LAW_EFFECT_CONSULTATIVE;
}

static struct law_query query_here(
    const struct engine_facts *facts, struct date day)
{
    const struct proceeding *proceeding = facts->proceeding;
    return (struct law_query){
        .day = day,
        .level = facts->community->unit->kind,
        .population = proceeding == NULL ? facts->community->population
                                         : proceeding->population,
    };
}

size_t engine_matters(const struct engine_facts *facts,
    const struct law_procedure *procedure, struct date day,
    struct arena *arena, struct engine_matter *matters, size_t max)
{
    struct law_query query = query_here(facts, day);
    const struct law_norm *const *norms = NULL;
    size_t found = 0;
    size_t count = 0;
    query.subject = stage_organ(procedure);
    if (query.subject == NULL) {
        return 0;
    }
    law_norms(facts->law, &query, arena, &norms, &found);
    for (size_t i = 0; i < found && count < max; i++) {
        bool known = !gives_matter(norms[i]);
        for (size_t k = 0; k < count && !known; k++) {
            known = strcmp(matters[k].matter, norms[i]->object) == 0;
        }
        if (!known) {
            matters[count++] =
                (struct engine_matter){norms[i]->object, norms[i]};
        }
    }
    return count;
}

/* True where some procedure of the unit considers the matters of `organ`. */
static bool sits_here(const struct ruling *ruling, const char *organ)
{
    const struct engine_facts *facts = ruling->facts;
    struct date day = ruling->proceeding->law_day;
    const char *const *ids = NULL;
    size_t count = 0;
    law_procedures(facts->law, day, ruling->arena, &ids, &count);
    for (size_t i = 0; i < count; i++) {
        const struct law_procedure *procedure =
            law_procedure(facts->law, ids[i], day,
                facts->community->unit->code,
                ruling->proceeding->population, ruling->arena);
        const char *other =
            procedure == NULL ? NULL : stage_organ(procedure);
        if (other != NULL && strcmp(other, organ) == 0) {
            return true;
        }
    }
    return false;
}

/* The norm that gives `matter` to `organ` or, organ NULL, to another one:
   before all to one that sits in this unit. */
static const struct law_norm *norm_find(
    const struct ruling *ruling, const char *matter, const char *organ)
{
    struct law_query query =
        query_here(ruling->facts, ruling->proceeding->law_day);
    const struct law_norm *const *norms = NULL;
    const struct law_norm *other = NULL;
    size_t count = 0;
    query.subject = organ;
    query.object = matter;
    law_norms(ruling->facts->law, &query, ruling->arena, &norms, &count);
    for (size_t i = 0; i < count; i++) {
        if (!gives_matter(norms[i])) {
            continue;
        }
        if (organ != NULL || sits_here(ruling, norms[i]->subject)) {
            return norms[i];
        }
        other = other == NULL ? norms[i] : other;
    }
    return other;
}

static enum status matter_check(struct ruling *ruling, const char *matter,
    const struct law_norm **norm)
{
    const char *organ = stage_organ(ruling->procedure);
    if (law_word_kind(ruling->facts->law, matter) == NULL) {
        stage_invalid(ruling, "error.no-such-matter");
        message_text(&ruling->error->message, "matter", matter);
        return STATUS_INVALID;
    }
    *norm = organ == NULL ? NULL : norm_find(ruling, matter, organ);
    if (*norm != NULL) {
        return STATUS_OK;
    }
    const struct law_norm *other = norm_find(ruling, matter, NULL);
    stage_refuse(ruling, stage_of(ruling, LAW_STAGE_CONSIDERS, matter),
        other == NULL ? "refusal.matter-of-nobody"
                      : "refusal.matter-of-another",
        other == NULL ? "cure.matter-of-nobody" : "cure.matter-of-another");
    message_word(&ruling->refusal->reason, "matter", matter);
    message_word(&ruling->refusal->reason, "here", organ == NULL ? "" : organ);
    if (other != NULL) {
        message_word(&ruling->refusal->reason, "organ", other->subject);
        message_citation(
            &ruling->refusal->reason, "place", other->citation.place);
        message_word(&ruling->refusal->cure, "organ", other->subject);
    }
    return STATUS_REFUSED;
}

/* ---- who is to be elected ------------------------------------------------ */

static enum status size_check(struct ruling *ruling,
    const struct law_stage *forms, size_t members)
{
    static const char *const reasons[] = {
        [LAW_BOUND_EXACTLY] = "refusal.members-not-exactly",
        [LAW_BOUND_AT_LEAST] = "refusal.members-too-few",
        [LAW_BOUND_MORE_THAN] = "refusal.members-not-more",
        [LAW_BOUND_AT_MOST] = "refusal.members-too-many",
        [LAW_BOUND_LESS_THAN] = "refusal.members-not-less",
    };
    struct law_amount amount;
    if (!stage_amount(ruling->facts, forms, "forms", &amount)) {
        return stage_silent(ruling, forms, "forms");
    }
    if (!amount.given || stage_fits(&amount, (int64_t)members)) {
        return STATUS_OK;
    }
    stage_refuse(ruling, forms, reasons[amount.bound], "cure.members-number");
    message_number(
        &ruling->refusal->reason, "limit", amount.value.numerator);
    message_number(&ruling->refusal->reason, "have", (int64_t)members);
    return STATUS_REFUSED;
}

/* Plots have equal numbers of representatives where the law says so. */
static enum status equality_check(struct ruling *ruling,
    const struct law_stage *forms, size_t members)
{
    const struct community *community = ruling->facts->community;
    const struct law_clause *form = law_stage_clause(forms, "form");
    if (form == NULL || !law_clause_has_word(form, "equally")) {
        return STATUS_OK;
    }
    for (size_t i = 0; i < community->representatives_count; i++) {
        const struct community_representatives *other =
            &community->representatives[i];
        if (other->gathering != ruling->proceeding->for_gathering ||
            other->holders_count == members) {
            continue;
        }
        stage_refuse(ruling, forms, "refusal.unequal-representation",
            "cure.unequal-representation");
        message_text(&ruling->refusal->reason, "plot", other->plot);
        message_number(&ruling->refusal->reason, "other",
            (int64_t)other->holders_count);
        message_number(&ruling->refusal->reason, "have", (int64_t)members);
        return STATUS_REFUSED;
    }
    return STATUS_OK;
}

static enum status members_check(
    struct ruling *ruling, const struct json *item, const char *matter)
{
    const struct json *members = json_member(item, "members");
    const struct law_stage *forms = stage_of(ruling, LAW_STAGE_FORMS, matter);
    if (forms == NULL && members == NULL) {
        return STATUS_OK;
    }
    if (forms == NULL || members == NULL) {
        stage_invalid(ruling, forms == NULL ? "error.members-not-asked"
                                            : "error.members-needed");
        message_word(&ruling->error->message, "matter", matter);
        return STATUS_INVALID;
    }
    size_t count = json_count(members);
    enum status status = size_check(ruling, forms, count);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        int64_t resident = json_integer(json_at(members, i), 0);
        status = stage_person_entitled(ruling, stage_person(ruling, resident));
    }
    return status == STATUS_OK ? equality_check(ruling, forms, count) : status;
}

/* ---- a decision considered again, a budget ------------------------------- */

enum status stage_repeatable(struct ruling *ruling,
    const struct proceeding *first, const struct item *disputed,
    const char *matter)
{
    const struct law_stage *step =
        stage_step(ruling->facts, ruling->procedure, "considered-again");
    bool same = strcmp(first->procedure, ruling->procedure->id) == 0 &&
        strcmp(disputed->matter, matter) == 0;
    if (step != NULL && same && disputed->phase == ITEM_DISAGREED) {
        return STATUS_OK;
    }
    stage_refuse(ruling, step, "refusal.not-to-be-repeated",
        "cure.not-to-be-repeated");
    message_number(&ruling->refusal->reason, "decision", disputed->decision);
    return STATUS_REFUSED;
}

static enum status repeats_check(
    struct ruling *ruling, const struct json *repeats, const char *matter)
{
    const struct engine_facts *facts = ruling->facts;
    const struct proceeding *first = stage_related(
        facts, json_member_integer(repeats, "proceeding", 0));
    if (first == NULL && facts->related_count == ENGINE_RELATED_MAX) {
        stage_invalid(ruling, "error.repeats-of-many");
        message_number(
            &ruling->error->message, "most", ENGINE_RELATED_MAX);
        return STATUS_INVALID;
    }
    const struct item *disputed = first == NULL
        ? NULL
        : proceeding_item(first, json_member_integer(repeats, "item", 0));
    return disputed == NULL
        ? stage_invalid(ruling, "error.nothing-to-repeat")
        : stage_repeatable(ruling, first, disputed, matter);
}

static enum status budget_check(struct ruling *ruling, int64_t year)
{
    const struct community *community = ruling->facts->community;
    for (size_t i = 0; i < community->budgets_count; i++) {
        if (community->budgets[i].year == year) {
            return STATUS_OK;
        }
    }
    stage_invalid(ruling, "error.no-such-budget");
    message_text(&ruling->error->message, "year",
        arena_format(ruling->arena, "%lld", (long long)year));
    return STATUS_INVALID;
}

/* ---- the agenda of a call ------------------------------------------------ */

static struct json *item_make(const struct ruling *ruling,
    const struct json *item, const struct law_norm *norm)
{
    static const char *const names[] = {"matter", "title", "budget"};
    struct json *made = json_object(ruling->arena);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        json_put(made, names[i], json_member(item, names[i]));
    }
    json_put_text(made, "citation", norm->citation.place);
    const struct json *members = json_member(item, "members");
    if (members != NULL) {
        struct json *keys = json_array(ruling->arena);
        for (size_t i = 0; i < json_count(members); i++) {
            int64_t resident = json_integer(json_at(members, i), 0);
            json_push_text(keys, stage_person(ruling, resident)->key);
        }
        json_put(made, "members", keys);
    }
    json_put(made, "repeats", json_member(item, "repeats"));
    return made;
}

static enum status item_check(struct ruling *ruling, const struct json *item,
    const struct law_norm **norm)
{
    const char *matter = json_member_text(item, "matter");
    const struct json *repeats = json_member(item, "repeats");
    enum status status = matter_check(ruling, matter, norm);
    if (status == STATUS_OK) {
        status = members_check(ruling, item, matter);
    }
    if (status == STATUS_OK && repeats != NULL) {
        status = repeats_check(ruling, repeats, matter);
    }
    if (status == STATUS_OK && json_member(item, "budget") != NULL) {
        status = budget_check(
            ruling, json_member_integer(item, "budget", 0));
    }
    return status;
}

enum status stage_call_items(struct ruling *ruling, struct json **items)
{
    const struct json *asked = json_member(ruling->act->body, "items");
    struct json *made = json_array(ruling->arena);
    for (size_t i = 0; i < json_count(asked); i++) {
        const struct law_norm *norm = NULL;
        enum status status = item_check(ruling, json_at(asked, i), &norm);
        if (status != STATUS_OK) {
            return status;
        }
        json_push(made, item_make(ruling, json_at(asked, i), norm));
    }
    *items = made;
    return STATUS_OK;
}
