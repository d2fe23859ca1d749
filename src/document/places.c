/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Which places of the law hold for a paper.
 */
#include <string.h>

#include "document/document_internal.h"

enum { FACTS_MAX = 4 };

static struct law_facts facts_of(const struct document_making *making,
    const char *matter, struct law_fact items[FACTS_MAX]);
static const char *common_matter(const struct proceeding *proceeding);

const struct law_stage *document_stage(const struct document_making *making,
    enum law_stage_kind kind, const char *matter)
{
    struct law_fact items[FACTS_MAX];
    struct law_facts facts = facts_of(making, matter, items);
    return law_stage_find(making->procedure, kind, &facts);
}

const struct law_stage *document_stage_at(
    const struct document_making *making, enum law_stage_kind kind,
    size_t index)
{
    struct law_fact items[FACTS_MAX];
    struct law_facts facts = facts_of(making, NULL, items);
    return law_stage_at(making->procedure, kind, &facts, index);
}

/* A class of people stands for the wider one ("assembly-member" is "member"),
   an office for the wider one too ("rural-akim" is "akim"). */
const struct law_stage *document_initiation(
    const struct document_making *making)
{
    const struct law *law = making->facts->law;
    const char *initiator = making->proceeding->initiator;
    const struct law_stage *stage = NULL;
    for (size_t i = 0; initiator != NULL; i++) {
        stage = document_stage_at(making, LAW_STAGE_INITIATED_BY, i);
        if (stage == NULL) {
            return NULL;
        }
        for (size_t k = 0; k < stage->words_count; k++) {
            if (law_word_is(law, stage->words[k], initiator) ||
                law_word_is(law, initiator, stage->words[k])) {
                return stage;
            }
        }
    }
    return NULL;
}

const struct law_norm *document_norm(
    const struct document_making *making, const struct item *item)
{
    if (item->citation == NULL) {
        return NULL;
    }
    struct law_query query = {
        .day = making->proceeding->law_day,
        .object = item->matter,
        .population = -1,
    };
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    law_norms(making->facts->law, &query, making->arena, &norms, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(norms[i]->citation.place, item->citation) == 0) {
            return norms[i];
        }
    }
    return NULL;
}

const struct law_citation *document_cited(
    const struct document_making *making, const char *place)
{
    const struct law_procedure *procedure = making->procedure;
    for (size_t i = 0; place != NULL && i < procedure->stages_count; i++) {
        const struct law_stage *stage = &procedure->stages[i];
        if (strcmp(stage->citation.place, place) == 0) {
            return &stage->citation;
        }
        if (stage->filled_by.place != NULL &&
            strcmp(stage->filled_by.place, place) == 0) {
            return &stage->filled_by;
        }
    }
    return NULL;
}

/* What the conditions of stages are held against. */
static struct law_facts facts_of(const struct document_making *making,
    const char *matter, struct law_fact items[FACTS_MAX])
{
    const struct proceeding *proceeding = making->proceeding;
    const struct territory *unit = making->facts->community->unit;
    struct law_facts facts = {items, 0};
    const char *common = matter == NULL ? common_matter(proceeding) : matter;
    if (common != NULL) {
        items[facts.count++] = (struct law_fact){"where-matter", common};
    }
    if (proceeding->initiator != NULL) {
        items[facts.count++] = (struct law_fact){
            "where-initiated-by", proceeding->initiator};
    }
    if (unit != NULL) {
        items[facts.count++] = (struct law_fact){"where-unit", unit->kind};
    }
    items[facts.count++] = (struct law_fact){proceeding->represented
            ? "where-represented"
            : "where-not-represented",
        ""};
    return facts;
}

/* The matter of a sitting on one matter alone, else NULL. */
static const char *common_matter(const struct proceeding *proceeding)
{
    const char *matter = NULL;
    for (size_t i = 0; i < proceeding->items_count; i++) {
        const char *one = proceeding->items[i].matter;
        if (matter != NULL && strcmp(matter, one) != 0) {
            return NULL;
        }
        matter = one;
    }
    return matter;
}
