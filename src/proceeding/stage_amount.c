/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Amounts of the law and of recorded choices, where it is silent; terms in
 * days.  The tokens are those of the law language (docs/law-language.md,
 * "Procedures").
 */
#include "proceeding/stage.h"

#include <string.h>

#include "base/number.h"

enum { AMOUNT_TEXT_MAX = 128, NUMBER_MAX = 1000000 };

static const struct {
    const char *word;
    enum law_bound bound;
} bounds[] = {
    {"at-least", LAW_BOUND_AT_LEAST},
    {"more-than", LAW_BOUND_MORE_THAN},
    {"at-most", LAW_BOUND_AT_MOST},
    {"less-than", LAW_BOUND_LESS_THAN},
};

static const struct {
    const char *word;
    const char *key; /* of the message that says a term; NULL: no term */
} units[] = {
    {"calendar-days", "term.calendar-days"},
    {"working-days", "term.working-days"},
    {"months", "term.months"},
    {"half-years", "term.half-years"},
    {"years", "term.years"},
    {"persons", NULL},
};

static const char *const bases[] = {"members-entitled", "community-members",
    "assembly-members", "representatives", "participants", "present"};

/* What may be chosen where the law is silent, and its name. */
static const struct {
    const char *parameter;
    enum law_stage_kind kind;
    const char *key;
} parameters[] = {
    {"form", LAW_STAGE_CARRIED_BY, "parameter.form"},
    {"term", LAW_STAGE_FORMS, "parameter.term"},
    {"initiated-by", LAW_STAGE_INITIATED_BY, "parameter.initiated-by"},
    {"notice", LAW_STAGE_NOTICE, "parameter.notice"},
    {"quorum", LAW_STAGE_QUORUM, "parameter.quorum"},
    {"carried-by", LAW_STAGE_CARRIED_BY, "parameter.carried-by"},
    {"forms", LAW_STAGE_FORMS, "parameter.forms"},
};

/* ---- silence and choice -------------------------------------------------- */

static const struct law_clause *term_clause(const struct law_stage *stage)
{
    return law_stage_clause(stage, "for");
}

bool stage_amount(const struct engine_facts *facts,
    const struct law_stage *stage, const char *parameter,
    struct law_amount *amount)
{
    struct law_amount lawful = stage->amount;
    if (strcmp(parameter, "term") == 0) {
        const struct law_clause *clause = term_clause(stage);
        lawful = (struct law_amount){0};
        if (clause != NULL) {
            lawful = clause->amount;
            lawful.missing |= clause->missing;
        }
    }
    if (!lawful.missing) {
        *amount = lawful;
        return true;
    }
    const struct proceeding_choice *choice = facts->proceeding == NULL
        ? NULL
        : proceeding_chosen(facts->proceeding, parameter);
    return choice != NULL && stage_amount_read(choice->value, amount);
}

/* Whether this very sentence leaves `parameter` open. */
static bool is_silent(const struct law_stage *stage, const char *parameter)
{
    if (strcmp(parameter, "form") == 0) {
        const struct law_clause *form = law_stage_clause(stage, "form");
        return form == NULL || form->missing;
    }
    if (strcmp(parameter, "term") == 0) {
        const struct law_clause *term = term_clause(stage);
        return term != NULL && (term->missing || term->amount.missing);
    }
    return stage->amount.missing;
}

const struct law_stage *stage_silence(const struct law_procedure *procedure,
    const char *parameter, bool *known)
{
    *known = false;
    for (size_t i = 0; i < sizeof parameters / sizeof parameters[0]; i++) {
        if (strcmp(parameters[i].parameter, parameter) != 0) {
            continue;
        }
        *known = true;
        for (size_t k = 0; k < procedure->stages_count; k++) {
            const struct law_stage *stage = &procedure->stages[k];
            if (stage->kind == parameters[i].kind &&
                is_silent(stage, parameter)) {
                return stage;
            }
        }
    }
    return NULL;
}

const char *stage_parameter_key(const char *parameter)
{
    for (size_t i = 0; i < sizeof parameters / sizeof parameters[0]; i++) {
        if (strcmp(parameters[i].parameter, parameter) == 0) {
            return parameters[i].key;
        }
    }
    return NULL;
}

/* ---- reading ------------------------------------------------------------- */

/* The table's own text of `word`, or NULL. */
static const char *unit_find(const char *word)
{
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (strcmp(units[i].word, word) == 0) {
            return units[i].word;
        }
    }
    return NULL;
}

static const char *base_find(const char *word)
{
    for (size_t i = 0; i < sizeof bases / sizeof bases[0]; i++) {
        if (strcmp(bases[i], word) == 0) {
            return bases[i];
        }
    }
    return NULL;
}

static bool bound_find(const char *word, enum law_bound *bound)
{
    for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++) {
        if (strcmp(bounds[i].word, word) == 0) {
            *bound = bounds[i].bound;
            return true;
        }
    }
    return false;
}

/* Takes "10", "1/2", or (`percent`) "10 %", which keeps its blank. */
static bool value_read(
    const char *word, bool percent, struct law_amount *amount)
{
    int64_t number = 0;
    if (!percent && number_parse(word, &number)) {
        amount->value = (struct fraction){number, 1};
        return number >= 0 && number <= NUMBER_MAX;
    }
    amount->is_share = fraction_parse(word, &amount->value);
    return amount->is_share;
}

/* Cuts the next word off; "10 %" is one. */
static char *word_next(char **rest, bool *percent)
{
    char *word = *rest;
    char *blank = strchr(word, ' ');
    *percent = blank != NULL && blank[1] == '%' &&
        (blank[2] == ' ' || blank[2] == '\0');
    if (*percent) {
        blank = strchr(blank + 1, ' ');
    }
    *rest = blank == NULL ? NULL : blank + 1;
    if (blank != NULL) {
        *blank = '\0';
    }
    return word;
}

bool stage_amount_read(const char *text, struct law_amount *amount)
{
    char words[AMOUNT_TEXT_MAX];
    if (strlen(text) >= sizeof words) {
        return false;
    }
    memcpy(words, text, strlen(text) + 1);
    struct law_amount read = {.given = true};
    bool valued = false;
    for (char *rest = words; rest != NULL;) {
        bool percent = false;
        const char *word = word_next(&rest, &percent);
        if (bound_find(word, &read.bound)) {
            continue;
        }
        if (unit_find(word) != NULL) {
            read.unit = unit_find(word);
        } else if (strcmp(word, "of") == 0 && rest != NULL) {
            read.base = base_find(word_next(&rest, &percent));
        } else if (!valued && value_read(word, percent, &read)) {
            valued = true;
        } else {
            return false;
        }
    }
    if (!valued || (read.is_share && read.base == NULL)) {
        return false;
    }
    *amount = read;
    return true;
}

/* ---- saying ------------------------------------------------------------- */

/* Written as a percentage: the law language keeps its digits so. */
static bool is_percentage(int64_t denominator)
{
    while (denominator % 10 == 0) {
        denominator /= 10;
        if (denominator == 10) {
            return true;
        }
    }
    return false;
}

const char *stage_amount_text(
    const struct law_amount *amount, struct arena *arena)
{
    int64_t above = amount->value.numerator;
    int64_t below = amount->value.denominator;
    if (!amount->is_share) {
        return arena_format(arena, "%lld", (long long)above);
    }
    if (!is_percentage(below)) {
        return arena_format(
            arena, "%lld/%lld", (long long)above, (long long)below);
    }
    /* A percentage: as many digits behind the point as were written. */
    const char *text = arena_format(
        arena, "%lld", (long long)(above * 100 / below));
    int64_t rest = above * 100 % below;
    for (int64_t place = below; rest > 0 && place >= 10; place /= 10) {
        bool first = place == below;
        rest *= 10;
        text = arena_format(arena, "%s%s%lld", text, first ? "." : "",
            (long long)(rest / below));
        rest %= below;
    }
    return arena_format(arena, "%s %%", text);
}

/* ---- days ---------------------------------------------------------------- */

struct date stage_term_end(const struct engine_facts *facts,
    const struct law_amount *amount, struct date since)
{
    enum { MONTHS_OF_YEAR = 12, MONTHS_OF_HALF_YEAR = 6 };
    int64_t number = amount->value.numerator;
    const char *unit = amount->unit == NULL ? "" : amount->unit;
    if (strcmp(unit, "working-days") == 0) {
        const struct law *days =
            facts->days == NULL ? facts->law : facts->days;
        return date_add_working_days(law_calendar(days), since, number);
    }
    if (strcmp(unit, "months") == 0) {
        return date_add_months(since, number);
    }
    if (strcmp(unit, "half-years") == 0) {
        return date_add_months(since, number * MONTHS_OF_HALF_YEAR);
    }
    if (strcmp(unit, "years") == 0) {
        return date_add_months(since, number * MONTHS_OF_YEAR);
    }
    return date_add_days(since, number);
}

struct date stage_first_day(const struct engine_facts *facts,
    const struct law_amount *amount, struct date since)
{
    struct date day = stage_term_end(facts, amount, since);
    return amount->bound == LAW_BOUND_MORE_THAN ? date_add_days(day, 1) : day;
}

void stage_say_term(struct message *message, const char *name,
    const struct law_amount *amount)
{
    const char *key = units[0].key;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (amount->unit != NULL && units[i].key != NULL &&
            strcmp(units[i].word, amount->unit) == 0) {
            key = units[i].key;
        }
    }
    message_number(message, "count", amount->value.numerator);
    message_key(message, name, key);
}
