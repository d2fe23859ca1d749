/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What a local act gives: the stage is the one of its kind that has all its
 * words and conditions; it may take an amount or a clause that is missing or
 * not there at all, and an amount within the bound of one that the law leaves
 * to the organ: `at most 3 persons; by district-maslikhat`.
 */
#include "law/fill.h"

#include <string.h>

static bool may_be_meant(
    const struct law_stage *stage, const struct law_stage *given);
static bool same_conditions(
    const struct law_stage *stage, const struct law_stage *given);
static bool fits(const struct law_stage *stage,
    const struct law_stage *given, const char *organ);
static bool is_left(const struct law_stage *stage,
    const struct law_amount *given, const char *organ);
static bool is_condition(const struct law_clause *clause);
static bool clause_equal(
    const struct law_clause *left, const struct law_clause *right);
static bool amount_equal(
    const struct law_amount *left, const struct law_amount *right);
static bool text_equal(const char *left, const char *right);
static bool words_within(const char *const *inner, size_t inner_count,
    const char *const *outer, size_t outer_count);
static bool clause_put(struct law_clause *clauses, size_t *count,
    const struct law_clause *given);

enum fill_result fill_find(const struct law_stage *stages, size_t count,
    const struct law_stage *given, const char *organ, size_t *stage)
{
    size_t of_kind = 0;
    size_t meant = 0;
    size_t exact = 0;
    size_t exact_stage = 0;
    for (size_t i = 0; i < count; i++) {
        if (stages[i].kind != given->kind) {
            continue;
        }
        if (of_kind++ == 0) {
            *stage = i;
        }
        if (!may_be_meant(&stages[i], given)) {
            continue;
        }
        if (meant++ == 0) {
            *stage = i;
        }
        if (same_conditions(&stages[i], given) && exact++ == 0) {
            exact_stage = i;
        }
    }
    if (of_kind == 0) {
        return FILL_NEW;
    }
    if (meant > 1 && exact != 1) {
        return FILL_AMBIGUOUS;
    }
    if (meant > 1) {
        *stage = exact_stage;
    }
    return meant > 0 && fits(&stages[*stage], given, organ) ? FILL_FITS
                                                            : FILL_CHANGES;
}

bool fill_apply(struct law_stage *stage, const struct law_stage *given,
    const char *organ, struct arena *arena)
{
    bool is_filled = false;
    if (stage->words_count == 0 && given->words_count > 0) {
        stage->words = given->words;
        stage->words_count = given->words_count;
        is_filled = true;
    }
    if (given->amount.given &&
        (!stage->amount.given || stage->amount.missing ||
            is_left(stage, &given->amount, organ))) {
        stage->amount = given->amount;
        is_filled = true;
    }
    struct law_clause *clauses = arena_take_array(arena,
        stage->clauses_count + given->clauses_count, sizeof *clauses);
    if (stage->clauses_count > 0) {
        memcpy(clauses, stage->clauses,
            stage->clauses_count * sizeof *clauses);
    }
    for (size_t i = 0; i < given->clauses_count; i++) {
        is_filled = clause_put(clauses, &stage->clauses_count,
                        &given->clauses[i]) ||
            is_filled;
    }
    stage->clauses = clauses;
    return is_filled;
}

size_t fill_position(const struct law_stage *stages, size_t count,
    enum law_stage_kind kind)
{
    size_t at = 0;
    while (at < count && stages[at].kind <= kind) {
        at++;
    }
    return at;
}

/* It has the words and the conditions that are given. */
static bool may_be_meant(
    const struct law_stage *stage, const struct law_stage *given)
{
    if (stage->words_count > 0 &&
        !words_within(given->words, given->words_count, stage->words,
            stage->words_count)) {
        return false;
    }
    for (size_t i = 0; i < given->clauses_count; i++) {
        const struct law_clause *condition = &given->clauses[i];
        if (!is_condition(condition)) {
            continue;
        }
        const struct law_clause *same =
            law_stage_clause(stage, condition->id);
        if (same == NULL || !clause_equal(same, condition)) {
            return false;
        }
    }
    return true;
}

/* It has no condition beyond those given. */
static bool same_conditions(
    const struct law_stage *stage, const struct law_stage *given)
{
    for (size_t i = 0; i < stage->clauses_count; i++) {
        if (is_condition(&stage->clauses[i]) &&
            law_stage_clause(given, stage->clauses[i].id) == NULL) {
            return false;
        }
    }
    return true;
}

static bool fits(const struct law_stage *stage,
    const struct law_stage *given, const char *organ)
{
    if (given->amount.given && stage->amount.given &&
        !stage->amount.missing &&
        !amount_equal(&stage->amount, &given->amount) &&
        !is_left(stage, &given->amount, organ)) {
        return false;
    }
    for (size_t i = 0; i < given->clauses_count; i++) {
        const struct law_clause *same =
            law_stage_clause(stage, given->clauses[i].id);
        if (same != NULL && !same->missing &&
            !clause_equal(same, &given->clauses[i])) {
            return false;
        }
    }
    return true;
}

/* Within the bound of an amount that no narrower act has set yet. */
static bool is_left(const struct law_stage *stage,
    const struct law_amount *given, const char *organ)
{
    const struct law_clause *by = law_stage_clause(stage, "by");
    struct law_amount same = *given;
    same.bound = stage->amount.bound;
    same.value = stage->amount.value;
    if (by == NULL || !law_clause_has_word(by, organ) ||
        stage->filled_by.place != NULL ||
        !amount_equal(&stage->amount, &same) ||
        (given->bound != LAW_BOUND_EXACTLY &&
            given->bound != stage->amount.bound)) {
        return false;
    }
    int64_t more = given->value.numerator * stage->amount.value.denominator -
        stage->amount.value.numerator * given->value.denominator;
    bool is_same = given->bound == stage->amount.bound;
    switch (stage->amount.bound) {
    case LAW_BOUND_AT_MOST:
        return more <= 0;
    case LAW_BOUND_AT_LEAST:
        return more >= 0;
    case LAW_BOUND_LESS_THAN:
        return more < 0 || (is_same && more == 0);
    case LAW_BOUND_MORE_THAN:
        return more > 0 || (is_same && more == 0);
    case LAW_BOUND_EXACTLY:
        break;
    }
    return false;
}

static bool is_condition(const struct law_clause *clause)
{
    return strncmp(clause->id, "where-", strlen("where-")) == 0;
}

static bool clause_equal(
    const struct law_clause *left, const struct law_clause *right)
{
    return left->missing == right->missing &&
        left->words_count == right->words_count &&
        words_within(left->words, left->words_count, right->words,
            right->words_count) &&
        amount_equal(&left->amount, &right->amount);
}

static bool amount_equal(
    const struct law_amount *left, const struct law_amount *right)
{
    return left->given == right->given && left->missing == right->missing &&
        left->bound == right->bound && left->is_share == right->is_share &&
        left->value.numerator * right->value.denominator ==
        right->value.numerator * left->value.denominator &&
        text_equal(left->unit, right->unit) &&
        text_equal(left->base, right->base) &&
        text_equal(left->relation, right->relation) &&
        text_equal(left->event, right->event);
}

static bool text_equal(const char *left, const char *right)
{
    return left == right ||
        (left != NULL && right != NULL && strcmp(left, right) == 0);
}

static bool words_within(const char *const *inner, size_t inner_count,
    const char *const *outer, size_t outer_count)
{
    for (size_t i = 0; i < inner_count; i++) {
        size_t k = 0;
        while (k < outer_count && strcmp(inner[i], outer[k]) != 0) {
            k++;
        }
        if (k == outer_count) {
            return false;
        }
    }
    return true;
}

/* Over a missing clause, or as one more. */
static bool clause_put(struct law_clause *clauses, size_t *count,
    const struct law_clause *given)
{
    for (size_t i = 0; i < *count; i++) {
        if (strcmp(clauses[i].id, given->id) == 0) {
            bool is_missing = clauses[i].missing && !given->missing;
            clauses[i] = is_missing ? *given : clauses[i];
            return is_missing;
        }
    }
    clauses[(*count)++] = *given;
    return true;
}
