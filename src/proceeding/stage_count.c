/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Amounts in persons: what a base counts, how many satisfy a share of it, and
 * the sum as it is shown.
 */
#include "proceeding/stage.h"

#include <assert.h>
#include <string.h>

#include "proceeding/electorate.h"

/* The members of the organ, or the representatives elected so far. */
static int64_t named_count(const struct engine_facts *facts,
    const struct law_procedure *procedure)
{
    if (facts->proceeding == NULL) {
        return -1;
    }
    struct arena *arena = arena_create();
    struct electorate electorate = electorate_of(
        facts, procedure, facts->proceeding->law_day, arena);
    arena_destroy(arena);
    return (int64_t)electorate.count;
}

static int64_t entitled_count(const struct engine_facts *facts)
{
    const struct proceeding *proceeding = facts->proceeding;
    if (proceeding != NULL && date_is_set(proceeding->called)) {
        return proceeding->members_entitled;
    }
    if (facts->members_entitled >= 0) {
        return facts->members_entitled;
    }
    return proceeding != NULL && proceeding->signable > 0
        ? proceeding->signable
        : -1;
}

int64_t stage_base_count(const struct engine_facts *facts,
    const struct law_procedure *procedure, const char *base)
{
    const struct proceeding *proceeding = facts->proceeding;
    bool called = proceeding != NULL && date_is_set(proceeding->called);
    if (base == NULL) {
        return -1;
    }
    if (strcmp(base, "members-entitled") == 0) {
        return entitled_count(facts);
    }
    if (strcmp(base, "community-members") == 0) {
        return facts->community->population >= 0
            ? facts->community->population
            : facts->community->residents;
    }
    if (strcmp(base, "assembly-members") == 0 ||
        strcmp(base, "representatives") == 0) {
        return called ? proceeding->roll_count
                      : named_count(facts, procedure);
    }
    if (strcmp(base, "participants") == 0 || strcmp(base, "present") == 0) {
        return proceeding == NULL ? -1 : proceeding->present;
    }
    return -1;
}

int64_t stage_needed(const struct law_amount *amount, int64_t whole)
{
    bool more = amount->bound == LAW_BOUND_MORE_THAN;
    if (!amount->is_share) {
        return amount->value.numerator + more;
    }
    assert(whole >= 0);
    return more ? fraction_more_than(whole, amount->value)
                : fraction_least(whole, amount->value);
}

bool stage_fits(const struct law_amount *amount, int64_t count)
{
    int64_t number = amount->value.numerator;
    switch (amount->bound) {
    case LAW_BOUND_EXACTLY:
        return count == number;
    case LAW_BOUND_AT_LEAST:
        return count >= number;
    case LAW_BOUND_MORE_THAN:
        return count > number;
    case LAW_BOUND_AT_MOST:
        return count <= number;
    case LAW_BOUND_LESS_THAN:
        return count < number;
    }
    return false;
}

void stage_explain(struct ruling *ruling, const struct law_amount *amount,
    int64_t have, int64_t whole)
{
    struct message *reason = &ruling->refusal->reason;
    message_number(reason, "have", have);
    message_number(reason, "needed", stage_needed(amount, whole));
    message_text(reason, "share", stage_amount_text(amount, ruling->arena));
    message_word(reason, "base", amount->base == NULL ? "" : amount->base);
    message_number(reason, "base_count", whole);
}
