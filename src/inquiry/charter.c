/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Holds the sentences of criteria against the norms of a day.
 */
#include "inquiry/charter.h"

#include <string.h>

struct judging {
    const struct facts *facts;
    const struct law *law;
    const char *word; /* X */
    struct arena *arena;
    const bool *live; /* of each norm: it is law of the country */
};

struct list {
    const struct law_norm **norms;
    size_t count;
    size_t capacity;
};

static void row_judge(
    const struct judging *judging, struct charter_row *row);
static void sign_hold(const struct judging *judging,
    const struct law_sign *sign, struct list *list);
static bool norm_fits(const struct judging *judging,
    const struct law_sign *sign, const struct law_norm *norm);
static bool word_fits(const struct judging *judging, const char *pattern,
    const char *word);
static bool is_covered(
    const struct judging *judging, const char *level, const char *wider);
static bool clauses_fit(const char *wanted, const char *clauses);
static bool condition_holds(
    const struct judging *judging, const char *condition);
static const bool *live_norms(const struct facts *facts, struct arena *arena);

const char *charter_verdict_name(enum charter_verdict verdict)
{
    static const char *const names[] = {
        [CHARTER_SILENT] = "silent",
        [CHARTER_NOT] = "not",
        [CHARTER_PARTLY] = "partly",
        [CHARTER_MET] = "met",
    };
    return names[verdict];
}

void charter_judge(const struct facts *facts, const char *act,
    const char *word, struct arena *arena, const struct charter_row **rows,
    size_t *count)
{
    const struct law *law = facts_law(facts);
    const struct judging judging = {
        .facts = facts,
        .law = law,
        .word = word,
        .arena = arena,
        .live = live_norms(facts, arena),
    };
    struct charter_row *taken =
        arena_take_array(arena, law_criteria_count(law), sizeof *taken);
    *count = 0;
    for (size_t i = 0; i < law_criteria_count(law); i++) {
        const struct law_criterion *criterion = law_criterion_at(law, i);
        if (act == NULL || strcmp(act, criterion->act) == 0) {
            struct charter_row *row = &taken[(*count)++];
            row->criterion = criterion;
            row_judge(&judging, row);
        }
    }
    *rows = taken;
}

static void row_judge(
    const struct judging *judging, struct charter_row *row)
{
    struct list speaking = {0};
    struct list against = {0};
    for (size_t i = 0; i < row->criterion->signs_count; i++) {
        const struct law_sign *sign = &row->criterion->signs[i];
        sign_hold(judging, sign, sign->is_for ? &speaking : &against);
    }
    row->speaking = speaking.norms;
    row->speaking_count = speaking.count;
    row->against = against.norms;
    row->against_count = against.count;
    if (speaking.count > 0) {
        row->verdict = against.count > 0 ? CHARTER_PARTLY : CHARTER_MET;
    } else {
        row->verdict = against.count > 0 ? CHARTER_NOT : CHARTER_SILENT;
    }
}

static void sign_hold(const struct judging *judging,
    const struct law_sign *sign, struct list *list)
{
    for (size_t id = 1; id <= facts_count(judging->facts); id++) {
        const struct law_norm *norm = facts_norm(judging->facts, id);
        bool is_new = judging->live[id - 1] && norm_fits(judging, sign, norm);
        for (size_t i = 0; i < list->count && is_new; i++) {
            is_new = list->norms[i] != norm;
        }
        if (is_new) {
            list->norms = arena_grow(judging->arena, list->norms, list->count,
                &list->capacity, sizeof(const struct law_norm *));
            list->norms[list->count++] = norm;
        }
    }
}

static bool norm_fits(const struct judging *judging,
    const struct law_sign *sign, const struct law_norm *norm)
{
    return strcmp(sign->verb, norm->verb) == 0 &&
        word_fits(judging, sign->subject, norm->subject) &&
        word_fits(judging, sign->object, norm->object) &&
        clauses_fit(sign->clauses, norm->clauses) &&
        condition_holds(judging, sign->condition);
}

/* A wider organ's norm is the narrower one's too; a wider word of the
   criterion fits every narrower one. */
static bool word_fits(const struct judging *judging, const char *pattern,
    const char *word)
{
    if (strcmp(pattern, "*") == 0) {
        return true;
    }
    if (strcmp(pattern, "X") == 0) {
        return law_word_is(judging->law, judging->word, word) ||
            is_covered(judging, judging->word, word);
    }
    return strcmp(word, "*") == 0 || law_word_is(judging->law, word, pattern);
}

/* A level that another one includes. */
static bool is_covered(
    const struct judging *judging, const char *level, const char *wider)
{
    for (size_t i = 0; i < law_levels_count(judging->law); i++) {
        const struct law_level *declared = law_level_at(judging->law, i);
        for (size_t k = 0; strcmp(declared->id, wider) == 0 &&
             k < declared->includes_count;
             k++) {
            if (strcmp(declared->includes[k], level) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* Each clause that is wanted is there. */
static bool clauses_fit(const char *wanted, const char *clauses)
{
    while (*wanted != '\0') {
        size_t length = strcspn(wanted, ";");
        bool is_there = false;
        for (const char *at = clauses; *at != '\0' && !is_there;) {
            size_t other = strcspn(at, ";");
            is_there =
                other == length && strncmp(at, wanted, length) == 0;
            at += other;
            at += strspn(at, "; ");
        }
        if (!is_there) {
            return false;
        }
        wanted += length;
        wanted += strspn(wanted, "; ");
    }
    return true;
}

static bool condition_holds(
    const struct judging *judging, const char *condition)
{
    static const struct {
        const char *condition;
        const char *compact;
    } degrees[] = {
        {"compact", "yes"},
        {"partly-compact", "partly"},
        {"not-compact", "no"},
    };
    if (condition == NULL) {
        return true;
    }
    for (size_t i = 0; i < law_levels_count(judging->law); i++) {
        const struct law_level *level = law_level_at(judging->law, i);
        if (strcmp(level->id, judging->word) != 0) {
            continue;
        }
        for (size_t k = 0; k < sizeof degrees / sizeof *degrees; k++) {
            if (strcmp(degrees[k].condition, condition) == 0) {
                return strcmp(degrees[k].compact, level->compact) == 0;
            }
        }
        return strcmp(level->tier, condition) == 0;
    }
    return false;
}

static const bool *live_norms(const struct facts *facts, struct arena *arena)
{
    enum { LAW_OF_THE_COUNTRY = 2 };
    const struct law *law = facts_law(facts);
    bool *live = arena_take_array(arena, facts_count(facts), sizeof(bool));
    for (size_t id = 1; id <= facts_count(facts); id++) {
        const char *act = facts_norm(facts, id)->citation.act;
        for (size_t i = 0; i < law_acts_count(law) && !live[id - 1]; i++) {
            const struct law_act *known = law_act_at(law, i);
            live[id - 1] = strcmp(known->id, act) == 0 &&
                facts_rank(known->rank) >= LAW_OF_THE_COUNTRY;
        }
    }
    return live;
}
