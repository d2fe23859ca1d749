/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The quorum in persons, worked out so that it can be shown.
 *
 * Law: 39-3(9).  Since 2021 a gathering of representatives has no quorum of
 * its own: a tenth of all entitled members stays, and the roll of
 * representatives is often shorter than that.
 */
#include "proceeding/engine_internal.h"

/* Those who can come at most, as far as is known; -1: not yet known. */
static int64_t roll_known(
    const struct engine_facts *facts, const struct law_procedure *procedure)
{
    const struct proceeding *proceeding = facts->proceeding;
    if (proceeding == NULL) {
        return -1;
    }
    if (date_is_set(proceeding->called)) {
        return proceeding->roll_count;
    }
    int64_t representatives =
        stage_base_count(facts, procedure, "representatives");
    return proceeding->represented && representatives > 0 ? representatives
                                                          : -1;
}

void engine_quorum(const struct engine_facts *facts,
    const struct law_procedure *procedure, struct engine_quorum *quorum)
{
    struct law_amount amount;
    *quorum = (struct engine_quorum){
        .stage = stage_find(facts, procedure, LAW_STAGE_QUORUM, NULL),
    };
    if (quorum->stage == NULL) {
        return;
    }
    if (!stage_amount(facts, quorum->stage, "quorum", &amount)) {
        quorum->missing = true;
        return;
    }
    quorum->base = amount.base;
    quorum->base_count = stage_base_count(facts, procedure, amount.base);
    if (amount.is_share && quorum->base_count < 0) {
        /* Not counted yet; after the call all is that can be. */
        quorum->missing = facts->proceeding != NULL &&
            date_is_set(facts->proceeding->called);
        quorum->base_count = 0;
        return;
    }
    quorum->needed = stage_needed(&amount, quorum->base_count);
    int64_t roll = roll_known(facts, procedure);
    quorum->unreachable = roll >= 0 && roll < quorum->needed;
}
