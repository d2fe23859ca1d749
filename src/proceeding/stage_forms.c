/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What a decision does at once: an organ is formed for its term,
 * representatives are elected, a decision is considered again.
 */
#include <string.h>

#include "proceeding/sitting.h"

static const struct law_stage *forms_of(const struct ruling *ruling)
{
    return stage_of(ruling, LAW_STAGE_FORMS, ruling->item->matter);
}

enum status sitting_effects_known(struct ruling *ruling)
{
    const struct law_stage *forms = forms_of(ruling);
    struct law_amount term = {0};
    if (forms != NULL &&
        !stage_amount(ruling->facts, forms, "term", &term)) {
        return stage_silent(ruling, forms, "term");
    }
    const struct proceeding *proceeding = ruling->proceeding;
    return forms == NULL
        ? STATUS_OK
        : stage_plot_free(ruling, proceeding->for_gathering,
              proceeding->plot_kato, proceeding->plot_street);
}

/* NULL: it repeats none, or its proceeding was not handed in. */
static const struct item *disputed_of(const struct ruling *ruling)
{
    const struct item *item = ruling->item;
    const struct proceeding *first =
        stage_related(ruling->facts, item->repeats_proceeding);
    return first == NULL ? NULL : proceeding_item(first, item->repeats_item);
}

enum status sitting_repeats_still(struct ruling *ruling)
{
    const struct item *item = ruling->item;
    const struct item *disputed = disputed_of(ruling);
    return disputed == NULL ? STATUS_OK
                            : stage_repeatable(ruling,
                                  stage_related(ruling->facts,
                                      item->repeats_proceeding),
                                  disputed, item->matter);
}

static struct json *members_of(const struct ruling *ruling)
{
    struct json *members = json_array(ruling->arena);
    for (size_t i = 0; i < ruling->item->members_count; i++) {
        json_push_text(members, ruling->item->members[i]);
    }
    return members;
}

static void organ_form(struct ruling *ruling, const struct law_stage *forms)
{
    struct law_amount term = {0};
    struct json *body = stage_emit(ruling, "organ-formed");
    json_put_text(body, "organ", forms->words[0]);
    json_put(body, "members", members_of(ruling));
    stage_put_date(body, "from", ruling->today);
    if (stage_amount(ruling->facts, forms, "term", &term) &&
        term.given) {
        stage_put_date(body, "until",
            stage_term_end(ruling->facts, &term, ruling->today));
    }
    json_put_text(body, "citation", forms->citation.place);
    json_put_integer(body, "item", ruling->item->number);
}

static void representatives_elect(
    struct ruling *ruling, const struct law_stage *forms)
{
    const struct proceeding *proceeding = ruling->proceeding;
    struct json *body = stage_emit(ruling, "representatives-elected");
    json_put_integer(body, "gathering", proceeding->for_gathering);
    json_put_text(body, "plot", proceeding->plot);
    json_put_text(body, "kato", proceeding->plot_kato);
    json_put_text(body, "street", proceeding->plot_street);
    json_put(body, "members", members_of(ruling));
    json_put_text(body, "citation", forms->citation.place);
    json_put_integer(body, "item", ruling->item->number);
}

/* The decision that the item repeats, while it waits to be considered. */
static void reconsider(struct ruling *ruling, bool adopted)
{
    const struct item *disputed = disputed_of(ruling);
    if (disputed == NULL || disputed->phase != ITEM_DISAGREED) {
        return;
    }
    struct json *body = stage_emit_in(ruling, "decision-reconsidered",
        ruling->item->repeats_proceeding);
    json_put_integer(body, "item", disputed->number);
    json_put_boolean(body, "kept", adopted);
    json_put_integer(body, "by", ruling->proceeding->number);
}

void sitting_effects(struct ruling *ruling, bool adopted)
{
    const struct law_stage *forms = forms_of(ruling);
    if (adopted && forms != NULL && forms->words_count > 0) {
        const char *kind =
            law_word_kind(ruling->facts->law, forms->words[0]);
        if (kind != NULL && strcmp(kind, "organ") == 0) {
            organ_form(ruling, forms);
        } else {
            representatives_elect(ruling, forms);
        }
    }
    reconsider(ruling, adopted);
}
