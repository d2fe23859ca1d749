/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The canons: lex superior first; lex specialis and posterior weigh norms of
 * one rank alone, so where ranks differ they are asked of the lowest.
 */
#include <limits.h>
#include <string.h>

#include "inquiry/facts_internal.h"
#include "inquiry/findings_internal.h"

struct weighing {
    const struct facts *facts;
    struct findings_item *item;
    struct findings_part *parts; /* the item's own, for writing */
    int lowest;
    int highest;
};

static int rank_of(
    const struct weighing *weighing, const struct findings_part *part);
static bool is_candidate(
    const struct weighing *weighing, const struct findings_part *part);
static void superior_weigh(struct weighing *weighing);
static void specialis_weigh(struct weighing *weighing);
static bool despite_weigh(struct weighing *weighing);
static bool overrides(
    const struct law_norm *norm, const struct law_norm *other);
static void least_wins(struct weighing *weighing, enum findings_canon canon,
    int64_t (*measure)(
        const struct weighing *weighing, const struct findings_part *part));
static int64_t breadth_of(
    const struct weighing *weighing, const struct findings_part *part);
static int64_t age_of(
    const struct weighing *weighing, const struct findings_part *part);
static bool canons_agree(const struct weighing *weighing);
static const char *loser_of(const struct weighing *weighing);
static const char *only_loser(
    const struct weighing *weighing, enum findings_canon canon);

void findings_internal_weigh(
    const struct facts *facts, struct findings_item *item,
    struct findings_part *parts)
{
    struct weighing weighing = {
        .facts = facts,
        .item = item,
        .parts = parts,
        .lowest = INT_MAX,
        .highest = INT_MIN,
    };
    for (size_t i = 0; i < item->parts_count; i++) {
        int rank = rank_of(&weighing, &item->parts[i]);
        if (item->parts[i].role == FINDINGS_SHIELDED) {
            continue;
        }
        weighing.lowest = rank < weighing.lowest ? rank : weighing.lowest;
        weighing.highest = rank > weighing.highest ? rank : weighing.highest;
    }
    superior_weigh(&weighing);
    specialis_weigh(&weighing);
    least_wins(&weighing, FINDINGS_POSTERIOR, age_of);
    item->agree = canons_agree(&weighing);
    item->loser = loser_of(&weighing);
}

static int rank_of(
    const struct weighing *weighing, const struct findings_part *part)
{
    return facts_rank(facts_act(weighing->facts, part->norm)->rank);
}

static bool is_candidate(
    const struct weighing *weighing, const struct findings_part *part)
{
    return part->role != FINDINGS_SHIELDED &&
        rank_of(weighing, part) == weighing->lowest;
}

static void superior_weigh(struct weighing *weighing)
{
    if (weighing->lowest >= weighing->highest) {
        return;
    }
    for (size_t i = 0; i < weighing->item->parts_count; i++) {
        struct findings_part *part = &weighing->parts[i];
        int rank = rank_of(weighing, part);
        if (part->role != FINDINGS_SHIELDED && rank == weighing->lowest) {
            part->verdicts[FINDINGS_SUPERIOR] = FINDINGS_LOSES;
        } else if (part->role != FINDINGS_SHIELDED &&
            rank == weighing->highest) {
            part->verdicts[FINDINGS_SUPERIOR] = FINDINGS_PREVAILS;
        }
    }
}

/* What a norm says of itself with `despite`; else the one for the fewest. */
static void specialis_weigh(struct weighing *weighing)
{
    if (!despite_weigh(weighing)) {
        least_wins(weighing, FINDINGS_SPECIALIS, breadth_of);
    }
}

static bool despite_weigh(struct weighing *weighing)
{
    bool is_any = false;
    for (size_t i = 0; i < weighing->item->parts_count; i++) {
        for (size_t k = 0; k < weighing->item->parts_count; k++) {
            struct findings_part *part = &weighing->parts[i];
            struct findings_part *other = &weighing->parts[k];
            if (is_candidate(weighing, part) &&
                is_candidate(weighing, other) &&
                overrides(part->norm, other->norm)) {
                part->verdicts[FINDINGS_SPECIALIS] = FINDINGS_PREVAILS;
                other->verdicts[FINDINGS_SPECIALIS] = FINDINGS_LOSES;
                is_any = true;
            }
        }
    }
    return is_any;
}

/* `despite` of the one names the other's article, or the other is `subject
   to` the one's. */
static bool overrides(const struct law_norm *norm, const struct law_norm *other)
{
    static const char *const words[] = {"despite ", "subject-to "};
    const struct law_norm *said[] = {norm, other};
    const struct law_norm *meant[] = {other, norm};
    for (size_t i = 0; i < 2; i++) {
        const char *clause = strstr(said[i]->clauses, words[i]);
        const char *act = meant[i]->citation.act;
        const char *article = meant[i]->citation.article;
        if (clause == NULL) {
            continue;
        }
        clause += strlen(words[i]);
        if (strncmp(clause, act, strlen(act)) != 0) {
            continue;
        }
        clause += strlen(act);
        while (*clause == ' ' || *clause == ',') {
            clause += strspn(clause, " ,");
            size_t length = strcspn(clause, ",;");
            if (strlen(article) == length &&
                strncmp(clause, article, length) == 0) {
                return true;
            }
            clause += length;
        }
    }
    return false;
}

/* Nothing where all measure the same. */
static void least_wins(struct weighing *weighing, enum findings_canon canon,
    int64_t (*measure)(
        const struct weighing *weighing, const struct findings_part *part))
{
    int64_t least = INT64_MAX;
    int64_t most = INT64_MIN;
    for (size_t i = 0; i < weighing->item->parts_count; i++) {
        if (is_candidate(weighing, &weighing->parts[i])) {
            int64_t value = measure(weighing, &weighing->parts[i]);
            least = value < least ? value : least;
            most = value > most ? value : most;
        }
    }
    for (size_t i = 0; i < weighing->item->parts_count && least < most; i++) {
        struct findings_part *part = &weighing->parts[i];
        if (is_candidate(weighing, part)) {
            part->verdicts[canon] = measure(weighing, part) == least
                ? FINDINGS_PREVAILS
                : FINDINGS_LOSES;
        }
    }
}

/* How many its provision is about; a norm about classes is about all. */
static int64_t breadth_of(
    const struct weighing *weighing, const struct findings_part *part)
{
    if (part->role == FINDINGS_MEASURE) {
        return INT64_MAX - 1;
    }
    return facts_breadth(weighing->facts, part->norm);
}

/* Days before the end of time: the younger the less. */
static int64_t age_of(
    const struct weighing *weighing, const struct findings_part *part)
{
    (void)weighing;
    const struct date end = {2999, 12, 31};
    return date_days_between(part->norm->citation.edition, end);
}

static bool canons_agree(const struct weighing *weighing)
{
    for (size_t i = 0; i < weighing->item->parts_count; i++) {
        bool prevails = false;
        bool loses = false;
        for (int k = 0; k < FINDINGS_CANONS; k++) {
            enum findings_verdict verdict = weighing->parts[i].verdicts[k];
            prevails = prevails || verdict == FINDINGS_PREVAILS;
            loses = loses || verdict == FINDINGS_LOSES;
        }
        if (prevails && loses) {
            return false;
        }
    }
    return true;
}

/*
 * Where ranks differ: of the lowest, the one that fails.  Of one rank: the one
 * that loses by both other canons, or by the only one that speaks.
 */
static const char *loser_of(const struct weighing *weighing)
{
    if (weighing->lowest < weighing->highest) {
        const char *loser = NULL;
        for (size_t i = 0; i < weighing->item->parts_count; i++) {
            const struct findings_part *part = &weighing->parts[i];
            if (is_candidate(weighing, part) &&
                (loser == NULL || part->role == FINDINGS_FAILS)) {
                loser = part->norm->citation.place;
            }
        }
        return loser;
    }
    const char *special = only_loser(weighing, FINDINGS_SPECIALIS);
    const char *later = only_loser(weighing, FINDINGS_POSTERIOR);
    if (special == NULL || later == NULL) {
        return NULL;
    }
    if (*special == '\0' || *later == '\0') {
        const char *other = *special == '\0' ? later : special;
        return *other == '\0' ? NULL : other;
    }
    return strcmp(special, later) == 0 ? special : NULL;
}

/* The place that loses; "" where the canon is silent, NULL: several lose. */
static const char *only_loser(
    const struct weighing *weighing, enum findings_canon canon)
{
    const char *loser = "";
    for (size_t i = 0; i < weighing->item->parts_count; i++) {
        const struct findings_part *part = &weighing->parts[i];
        if (part->verdicts[canon] != FINDINGS_LOSES) {
            continue;
        }
        const char *place = part->norm->citation.place;
        if (*loser != '\0' && strcmp(loser, place) != 0) {
            return NULL;
        }
        loser = place;
    }
    return loser;
}
