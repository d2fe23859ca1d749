/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * One resident: the personal number, the fields that a commitment binds, and
 * whether the person is on a roll.
 */
#include "community/resident_internal.h"

#include <assert.h>
#include <string.h>

#include "base/json.h"
#include "base/utf8.h"

enum { NUMBER_KIND_AT = 6, WEIGHTS = 11, NO_DIGIT = 10 };

static int control_digit(const char *number, int first_weight);
static void put_date(struct json *json, const char *name, struct date date);
static bool is_member(const struct resident *resident,
    const struct territory *place, const char *street, struct date day);
static bool runs_on(struct date from, struct date until, struct date day);
static const char *excluding_word(const struct law_stage *stage,
    const struct resident *resident, struct date day);
static bool amount_holds(const struct law_amount *amount, int64_t value);

bool resident_number_is_valid(const char *number, bool demonstration)
{
    assert(number != NULL);
    if (strlen(number) != RESIDENT_NUMBER_LENGTH ||
        strspn(number, "0123456789") != RESIDENT_NUMBER_LENGTH) {
        return false;
    }
    char kind = number[NUMBER_KIND_AT];
    if (demonstration ? kind != '9' : kind > '6') {
        return false;
    }
    int digit = control_digit(number, 1);
    if (digit == NO_DIGIT) {
        digit = control_digit(number, 3);
    }
    /* Where both passes give ten, no number begins with these digits. */
    return digit != NO_DIGIT && number[WEIGHTS] == '0' + digit;
}

void resident_fields(const struct resident *resident, struct buffer *buffer)
{
    struct arena *arena = arena_create();
    struct json *json = json_object(arena);
    put_date(json, "birth", resident->birth);
    json_put_boolean(json, "citizen", resident->citizen);
    struct json *exclusions = json_array(arena);
    for (size_t i = 0; i < resident->exclusions_count; i++) {
        const struct resident_exclusion *one = &resident->exclusions[i];
        struct json *exclusion = json_object(arena);
        put_date(exclusion, "from", one->from);
        json_put_text(exclusion, "reason", one->reason);
        put_date(exclusion, "until", one->until);
        json_push(exclusions, exclusion);
    }
    json_put(json, "exclusions", exclusions);
    put_date(json, "from", resident->from);
    json_put_text(json, "house", resident->house);
    json_put_text(json, "kato", resident->kato);
    json_put_text(json, "name", resident->name);
    json_put_text(json, "number", resident->number);
    json_put_text(json, "patronymic", resident->patronymic);
    json_put_text(json, "street", resident->street);
    json_put_text(json, "surname", resident->surname);
    put_date(json, "until", resident->until);
    json_write(json, buffer);
    arena_destroy(arena);
}

void resident_full_name(const struct resident *resident, struct buffer *buffer)
{
    buffer_add_text(buffer, resident->surname);
    buffer_add_char(buffer, ' ');
    buffer_add_text(buffer, resident->name);
    if (resident->patronymic[0] != '\0') {
        buffer_add_char(buffer, ' ');
        buffer_add_text(buffer, resident->patronymic);
    }
}

bool resident_same_text(const char *left, const char *right)
{
    struct buffer one = BUFFER_EMPTY;
    struct buffer other = BUFFER_EMPTY;
    utf8_fold(left, &one);
    utf8_fold(right, &other);
    bool same = bytes_equal(buffer_bytes(&one), buffer_bytes(&other));
    buffer_finish(&one);
    buffer_finish(&other);
    return same;
}

const char *resident_not_entitled(const struct resident *resident,
    const struct law_procedure *procedure, const struct territory *unit,
    const struct territory *plot, const char *street, struct date day,
    const struct law_citation **citation)
{
    assert(procedure != NULL);
    assert(unit != NULL);
    assert(date_is_set(day));
    const struct law_facts none = {NULL, 0};
    const struct law_stage *stage =
        law_stage_find(procedure, LAW_STAGE_TAKES_PART, &none);
    *citation = stage != NULL ? &stage->citation : NULL;
    if (!is_member(resident, unit, street, day) ||
        (plot != NULL && !is_member(resident, plot, street, day))) {
        return "not-resident";
    }
    if (!resident->citizen) {
        return "not-citizen";
    }
    for (size_t i = 0; (stage = law_stage_at(procedure,
                            LAW_STAGE_TAKES_PART_NOT, &none, i)) != NULL;
         i++) {
        const char *word = excluding_word(stage, resident, day);
        if (word != NULL) {
            *citation = &stage->citation;
            return word;
        }
    }
    *citation = NULL;
    return NULL;
}

/* Of the first eleven digits, weights rising by one and going round at 11. */
static int control_digit(const char *number, int first_weight)
{
    int sum = 0;
    for (int i = 0; i < WEIGHTS; i++) {
        int weight = (i + first_weight - 1) % WEIGHTS + 1;
        sum += (number[i] - '0') * weight;
    }
    return sum % WEIGHTS;
}

/* A date that is not set is left out. */
static void put_date(struct json *json, const char *name, struct date date)
{
    char text[DATE_TEXT_MAX];
    if (date_is_set(date)) {
        date_write(date, text);
        json_put_text(json, name, text);
    }
}

/* Registered in the place (and the street, where one is given) on the day. */
static bool is_member(const struct resident *resident,
    const struct territory *place, const char *street, struct date day)
{
    const struct territory *home = territory_find(resident->kato);
    return home != NULL && territory_within(home, place) &&
           (street == NULL || resident_same_text(resident->street, street)) &&
           runs_on(resident->from, resident->until, day);
}

static bool runs_on(struct date from, struct date until, struct date day)
{
    return date_compare(from, day) <= 0 &&
           (!date_is_set(until) || date_compare(day, until) < 0);
}

/* The word of a takes-part-not stage that fits the person, or NULL. */
static const char *excluding_word(const struct law_stage *stage,
    const struct resident *resident, struct date day)
{
    if (stage->amount.given) {
        bool fits =
            stage->words_count > 0 &&
            amount_holds(&stage->amount, date_age(resident->birth, day));
        return fits ? stage->words[0] : NULL;
    }
    for (size_t i = 0; i < resident->exclusions_count; i++) {
        const struct resident_exclusion *one = &resident->exclusions[i];
        if (runs_on(one->from, one->until, day) &&
            law_stage_has_word(stage, one->reason)) {
            return one->reason;
        }
    }
    return NULL;
}

/* Full years against an age of the law; false where it gives none. */
static bool amount_holds(const struct law_amount *amount, int64_t value)
{
    if (amount->missing || amount->is_share || amount->unit == NULL ||
        strcmp(amount->unit, "years") != 0) {
        return false;
    }
    int64_t limit = amount->value.numerator;
    switch (amount->bound) {
    case LAW_BOUND_EXACTLY:
        return value == limit;
    case LAW_BOUND_AT_LEAST:
        return value >= limit;
    case LAW_BOUND_MORE_THAN:
        return value > limit;
    case LAW_BOUND_AT_MOST:
        return value <= limit;
    case LAW_BOUND_LESS_THAN:
        return value < limit;
    }
    return false;
}
