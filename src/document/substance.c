/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What was decided, in words: the verb follows from what the law lets the
 * organ do.
 */
#include <string.h>

#include "document/document_internal.h"

static const char *verb_key(const struct document_making *making,
    const struct item *item, const struct law_stage *forms);

const char *document_substance(
    const struct document_making *making, const struct item *item)
{
    const struct law_stage *forms = document_forming(making, item);
    const char *what = document_word(making, item->matter);
    if (forms != NULL && forms->words_count > 0) {
        what = document_word(making, forms->words[0]);
    } else if (strcmp(what, item->title) != 0) {
        what = arena_format(making->arena, "%s (%s)", item->title, what);
    }
    return document_quote(making, verb_key(making, item, forms), what);
}

const struct law_stage *document_forming(
    const struct document_making *making, const struct item *item)
{
    const struct law_stage *forms =
        document_stage(making, LAW_STAGE_FORMS, item->matter);
    bool is_of_matter = forms != NULL &&
        law_stage_clause(forms, "where-matter") != NULL;
    return is_of_matter ? forms : NULL;
}

static const char *verb_key(const struct document_making *making,
    const struct item *item, const struct law_stage *forms)
{
    if (forms != NULL && forms->words_count > 0) {
        const char *kind = law_word_kind(making->facts->law, forms->words[0]);
        bool is_organ = kind != NULL && strcmp(kind, "organ") == 0;
        return is_organ ? "paper.decision.form" : "paper.decision.elect";
    }
    const struct law_norm *norm = document_norm(making, item);
    if (norm == NULL) {
        return "paper.decision.adopt";
    }
    switch (norm->effect) {
    case LAW_EFFECT_BLOCKING:
        return "paper.decision.agree";
    case LAW_EFFECT_TRIGGERING:
        return "paper.decision.initiate";
    case LAW_EFFECT_CONSULTATIVE:
        return "paper.decision.consider";
    case LAW_EFFECT_BINDING:
    case LAW_EFFECT_STATUS:
    case LAW_EFFECT_ESTABLISHMENT:
    case LAW_EFFECT_DUTY:
    case LAW_EFFECT_BAR:
    case LAW_EFFECT_RIGHT:
    case LAW_EFFECT_TERRITORY:
    case LAW_EFFECT_TERM:
        break;
    }
    return "paper.decision.adopt";
}
