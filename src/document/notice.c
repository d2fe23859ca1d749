/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The notice of a sitting: what, when, where, on which matters, who may come,
 * who calls, how many are needed, on which ground, when it was put up.
 *
 * Law: 39-3(8)
 */
#include <string.h>

#include "document/document_internal.h"

static void sitting_add(const struct document_making *making);
static void matters_add(const struct document_making *making);
static void people_add(const struct document_making *making);
static void stages_add(const struct document_making *making,
    struct document_node *facts, const char *key, enum law_stage_kind kind);
static void ground_add(const struct document_making *making);
static void posting_add(const struct document_making *making);
static void organiser_sign(const struct document_making *making);

void document_notice(const struct document_making *making)
{
    document_marks(making);
    (void)document_add(making, making->root, DOCUMENT_TITLE,
        document_key(making, "paper.notice.title"));
    (void)document_add(making, making->root, DOCUMENT_HEAD,
        document_capital(making, document_unit(making)));
    sitting_add(making);
    matters_add(making);
    people_add(making);
    document_choices(making, NULL);
    ground_add(making);
    posting_add(making);
    organiser_sign(making);
}

static void sitting_add(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    struct document_node *facts =
        document_add(making, making->root, DOCUMENT_FACTS, NULL);
    (void)document_fact(
        making, facts, "paper.notice.what", document_organ(making));
    if (proceeding->plot != NULL) {
        (void)document_fact(
            making, facts, "paper.notice.plot", proceeding->plot);
    }
    (void)document_fact(making, facts, "paper.notice.day",
        document_when(making, proceeding->day, proceeding->time));
    (void)document_fact(
        making, facts, "paper.notice.place", proceeding->place);
}

static void matters_add(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    document_heading(making, "paper.notice.matters");
    struct document_node *list =
        document_add(making, making->root, DOCUMENT_LIST, NULL);
    for (size_t i = 0; i < proceeding->items_count; i++) {
        const struct item *item = &proceeding->items[i];
        struct document_node *node = document_add(making, list,
            DOCUMENT_ITEM, document_item_title(making, item));
        const struct law_norm *norm = document_norm(making, item);
        document_basis(making, node, norm == NULL ? NULL : &norm->citation);
    }
}

/* Who may come and who decides, who may not, how many are needed. */
static void people_add(const struct document_making *making)
{
    static const struct {
        enum law_stage_kind kind;
        const char *key;
    } parts[] = {
        {LAW_STAGE_TAKES_PART, "paper.notice.takes-part"},
        {LAW_STAGE_TAKES_PART_NOT, "paper.notice.takes-part-not"},
        {LAW_STAGE_CONSIDERS, "paper.notice.decides"},
    };
    document_heading(making, "paper.notice.people");
    struct document_node *facts =
        document_add(making, making->root, DOCUMENT_FACTS, NULL);
    if (making->proceeding->represented) {
        const struct law_stage *stage =
            document_stage(making, LAW_STAGE_REPRESENTED_BY, NULL);
        struct document_node *fact = document_fact(making, facts,
            "paper.notice.representatives",
            document_key(making, "paper.notice.representatives-come"));
        document_stage_basis(making, fact, stage);
    }
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        stages_add(making, facts, parts[i].key, parts[i].kind);
    }
    document_quorum(making, facts);
    const struct law_stage *organised =
        document_stage(making, LAW_STAGE_ORGANISED_BY, NULL);
    const struct law_stage *agenda =
        document_stage(making, LAW_STAGE_AGENDA, NULL);
    if (organised != NULL && organised->words_count > 0) {
        (void)document_fact(making, facts, "paper.notice.proposals",
            document_office(
                making, organised->words[0], making->proceeding->called));
    }
    if (agenda != NULL) {
        struct document_node *fact = document_fact(making, facts,
            "paper.notice.agenda",
            document_words(making, agenda->words, agenda->words_count));
        document_stage_basis(making, fact, agenda);
    }
}

/* The words of all stages of a kind as one fact, with their places. */
static void stages_add(const struct document_making *making,
    struct document_node *facts, const char *key, enum law_stage_kind kind)
{
    const char *words = "";
    const struct law_stage *stage = NULL;
    size_t count = 0;
    while ((stage = document_stage_at(making, kind, count)) != NULL) {
        words = document_join(making, words, ", ",
            document_words(making, stage->words, stage->words_count));
        count++;
    }
    if (count == 0) {
        return;
    }
    struct document_node *fact = document_fact(making, facts, key, words);
    for (size_t i = 0; i < count; i++) {
        document_stage_basis(
            making, fact, document_stage_at(making, kind, i));
    }
}

/* On whose word it is held, and by which law. */
static void ground_add(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    const struct law_stage *organised =
        document_stage(making, LAW_STAGE_ORGANISED_BY, NULL);
    const struct law_stage *consent =
        document_stage(making, LAW_STAGE_CONSENT_OF, NULL);
    document_heading(making, "paper.notice.ground");
    struct document_node *facts =
        document_add(making, making->root, DOCUMENT_FACTS, NULL);
    struct document_node *fact = document_fact(making, facts,
        "paper.initiator", document_word(making, proceeding->initiator));
    document_stage_basis(making, fact, document_initiation(making));
    if (consent != NULL && proceeding->consented) {
        fact = document_fact(making, facts, "paper.consent",
            document_join(making,
                document_words(making, consent->words, consent->words_count),
                ", ", document_date(making, proceeding->consent_on)));
        document_stage_basis(making, fact, consent);
    }
    if (organised != NULL) {
        fact = document_fact(making, facts, "paper.notice.organiser",
            document_words(making, organised->words, organised->words_count));
        document_stage_basis(making, fact, organised);
    }
    struct law_citation citation = making->procedure->citation;
    fact = document_fact(making, facts, "paper.edition",
        document_date(making, citation.edition));
    document_basis(making, fact, &citation);
}

static void posting_add(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    const struct law_stage *stage =
        document_stage(making, LAW_STAGE_NOTICE, NULL);
    bool is_posted = date_is_set(proceeding->notified);
    document_heading(making, "paper.notice.posting");
    struct document_node *facts =
        document_add(making, making->root, DOCUMENT_FACTS, NULL);
    (void)document_fact(making, facts, "paper.notice.posted-on",
        is_posted ? document_date(making, proceeding->notified)
                  : DOCUMENT_BLANK);
    (void)document_fact(making, facts, "paper.notice.ways",
        is_posted ? document_words(making, proceeding->notice_ways,
                        proceeding->notice_ways_count)
                  : DOCUMENT_BLANK);
    if (proceeding->notice_evidence != NULL) {
        (void)document_fact(making, facts, "paper.notice.evidence",
            proceeding->notice_evidence);
    }
    if (stage != NULL && stage->amount.given) {
        struct document_node *fact = document_fact(making, facts,
            "paper.notice.term", document_amount(making, &stage->amount));
        document_stage_basis(making, fact, stage);
    }
}

static void organiser_sign(const struct document_making *making)
{
    const struct law_stage *stage =
        document_stage(making, LAW_STAGE_ORGANISED_BY, NULL);
    if (stage == NULL || stage->words_count == 0) {
        return;
    }
    const char *office = stage->words[0];
    document_signature(making,
        document_add(making, making->root, DOCUMENT_SIGNATURES, NULL),
        office, document_holder(making, office, making->proceeding->called),
        false);
}
