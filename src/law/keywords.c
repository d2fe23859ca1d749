/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The keywords of the language and its effects, by identifier.  Their names
 * are data: `keyword` blocks give them.
 */
#include "law/lexicon_internal.h"

#include <assert.h>
#include <string.h>

static const char *const stages[] = {
    [LAW_STAGE_INITIATED_BY] = "initiated-by",
    [LAW_STAGE_CONSENT_OF] = "consent-of",
    [LAW_STAGE_ORGANISED_BY] = "organised-by",
    [LAW_STAGE_NOTICE] = "notice",
    [LAW_STAGE_TAKES_PART] = "takes-part",
    [LAW_STAGE_TAKES_PART_NOT] = "takes-part-not",
    [LAW_STAGE_REPRESENTED_BY] = "represented-by",
    [LAW_STAGE_QUORUM] = "quorum",
    [LAW_STAGE_OPENED_BY] = "opened-by",
    [LAW_STAGE_ELECTS] = "elects",
    [LAW_STAGE_AGENDA] = "agenda",
    [LAW_STAGE_CONSIDERS] = "considers",
    [LAW_STAGE_CARRIED_BY] = "carried-by",
    [LAW_STAGE_FORMS] = "forms",
    [LAW_STAGE_MINUTES] = "minutes",
    [LAW_STAGE_HANDED_TO] = "handed-to",
    [LAW_STAGE_REVIEWED_BY] = "reviewed-by",
    [LAW_STAGE_ON_DISAGREEMENT] = "on-disagreement",
    [LAW_STAGE_EFFECT] = "effect",
    [LAW_STAGE_PUBLISHED] = "published",
    [LAW_STAGE_CARRIED_OUT_BY] = "carried-out-by",
    [LAW_STAGE_CONTROLLED_BY] = "controlled-by",
    [LAW_STAGE_MONITORED_BY] = "monitored-by",
    [LAW_STAGE_ANSWERED_BY] = "answered-by",
};

static const char *const effects[] = {
    [LAW_EFFECT_BINDING] = "binding",
    [LAW_EFFECT_BLOCKING] = "blocking",
    [LAW_EFFECT_TRIGGERING] = "triggering",
    [LAW_EFFECT_CONSULTATIVE] = "consultative",
    [LAW_EFFECT_STATUS] = "status",
    [LAW_EFFECT_ESTABLISHMENT] = "establishment",
    [LAW_EFFECT_DUTY] = "duty",
    [LAW_EFFECT_BAR] = "bar",
    [LAW_EFFECT_RIGHT] = "right",
    [LAW_EFFECT_TERRITORY] = "territory",
    [LAW_EFFECT_TERM] = "term",
};

/* Of stages, of norms. */
static const struct {
    const char *id;
    enum lexicon_value value;
    bool of_stage;
    bool of_norm;
} clauses[] = {
    {"of", LEXICON_VALUE_WORDS, true, false},
    {"from-among", LEXICON_VALUE_WORDS, true, false},
    {"to", LEXICON_VALUE_WORDS, true, false},
    {"in", LEXICON_VALUE_WORDS, true, false},
    {"on", LEXICON_VALUE_WORDS, true, false},
    {"by", LEXICON_VALUE_WORDS, true, true},
    {"per", LEXICON_VALUE_WORDS, true, false},
    {"through", LEXICON_VALUE_WORDS, true, false},
    {"for", LEXICON_VALUE_AMOUNT, true, true},
    {"within", LEXICON_VALUE_AMOUNT, true, true},
    {"stating", LEXICON_VALUE_WORDS, true, false},
    {"signed-by", LEXICON_VALUE_WORDS, true, false},
    {"form", LEXICON_VALUE_WORDS, true, false},
    {"approved-by", LEXICON_VALUE_WORDS, true, false},
    {"where-initiated-by", LEXICON_VALUE_WORDS, true, false},
    {"where-matter", LEXICON_VALUE_WORDS, true, true},
    {"where-matter-not", LEXICON_VALUE_WORDS, true, true},
    {"where-unit", LEXICON_VALUE_WORDS, true, true},
    {"where-represented", LEXICON_VALUE_NONE, true, false},
    {"where-not-represented", LEXICON_VALUE_NONE, true, false},
    {"as", LEXICON_VALUE_WORDS, false, true},
    {"at", LEXICON_VALUE_WORDS, false, true},
    {"with-consent-of", LEXICON_VALUE_WORDS, false, true},
    {"proposed-by", LEXICON_VALUE_WORDS, false, true},
    {"if", LEXICON_VALUE_WORDS, false, true},
    {"despite", LEXICON_VALUE_PLACE, false, true},
    {"subject-to", LEXICON_VALUE_PLACE, false, true},
};

static const struct {
    const char *id;
    const char *kind;
    enum lexicon_amount amount;
    enum law_bound bound;
} amounts[] = {
    {"at-least", "bound", LEXICON_AMOUNT_BOUND, LAW_BOUND_AT_LEAST},
    {"more-than", "bound", LEXICON_AMOUNT_BOUND, LAW_BOUND_MORE_THAN},
    {"at-most", "bound", LEXICON_AMOUNT_BOUND, LAW_BOUND_AT_MOST},
    {"less-than", "bound", LEXICON_AMOUNT_BOUND, LAW_BOUND_LESS_THAN},
    {"calendar-days", "unit", LEXICON_AMOUNT_UNIT, LAW_BOUND_EXACTLY},
    {"working-days", "unit", LEXICON_AMOUNT_UNIT, LAW_BOUND_EXACTLY},
    {"months", "unit", LEXICON_AMOUNT_UNIT, LAW_BOUND_EXACTLY},
    {"years", "unit", LEXICON_AMOUNT_UNIT, LAW_BOUND_EXACTLY},
    {"half-years", "unit", LEXICON_AMOUNT_UNIT, LAW_BOUND_EXACTLY},
    {"persons", "unit", LEXICON_AMOUNT_UNIT, LAW_BOUND_EXACTLY},
    {"before", "relation", LEXICON_AMOUNT_RELATION, LAW_BOUND_EXACTLY},
    {"after", "relation", LEXICON_AMOUNT_RELATION, LAW_BOUND_EXACTLY},
    {"missing", "noise", LEXICON_AMOUNT_MISSING, LAW_BOUND_EXACTLY},
    {"of-base", "noise", LEXICON_AMOUNT_NOISE, LAW_BOUND_EXACTLY},
    {"as-before", "noise", LEXICON_AMOUNT_NOISE, LAW_BOUND_EXACTLY},
};

static void keyword_add(
    struct lexicon *lexicon, const struct lexicon_entry *entry);

const char *law_stage_name(enum law_stage_kind kind)
{
    return stages[kind];
}

const char *law_effect_name(enum law_effect effect)
{
    return effects[effect];
}

bool lexicon_effect(const char *name, enum law_effect *effect)
{
    for (size_t i = 0; i < sizeof effects / sizeof *effects; i++) {
        if (strcmp(effects[i], name) == 0) {
            *effect = (enum law_effect)i;
            return true;
        }
    }
    return false;
}

bool lexicon_table_of(const char *kind, enum lexicon_table *table)
{
    static const struct {
        const char *kind;
        enum lexicon_table table;
    } kinds[] = {
        {"stage", LEXICON_STAGE},
        {"clause", LEXICON_CLAUSE},
        {"bound", LEXICON_AMOUNT},
        {"unit", LEXICON_AMOUNT},
        {"relation", LEXICON_AMOUNT},
        {"noise", LEXICON_AMOUNT},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].kind, kind) == 0) {
            *table = kinds[i].table;
            return true;
        }
    }
    return false;
}

void lexicon_internal_keywords(struct lexicon *lexicon)
{
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
        keyword_add(lexicon, &(struct lexicon_entry){
            .table = LEXICON_STAGE,
            .id = stages[i],
            .kind = "stage",
            .stage = (enum law_stage_kind)i,
        });
    }
    for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++) {
        keyword_add(lexicon, &(struct lexicon_entry){
            .table = LEXICON_CLAUSE,
            .id = clauses[i].id,
            .kind = "clause",
            .value = clauses[i].value,
            .of_stage = clauses[i].of_stage,
            .of_norm = clauses[i].of_norm,
        });
    }
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
        keyword_add(lexicon, &(struct lexicon_entry){
            .table = LEXICON_AMOUNT,
            .id = amounts[i].id,
            .kind = amounts[i].kind,
            .amount = amounts[i].amount,
            .bound = amounts[i].bound,
        });
    }
}

static void keyword_add(
    struct lexicon *lexicon, const struct lexicon_entry *entry)
{
    const struct lexicon_entry *other = lexicon_add(lexicon, entry);
    assert(other == NULL);
    (void)other;
}
