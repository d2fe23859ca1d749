/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * An amount in the order of each language: "at least 10 calendar days before
 * the sitting", "өткізілетін күнге дейін кемінде күнтізбелік 10 күн".
 */
#include "law/say.h"

#include <assert.h>
#include <string.h>

/* Names of units and bases by their place in words.law. */
enum {
    RUSSIAN_MANY = 0,
    RUSSIAN_FEW = 1,
    RUSSIAN_ONE = 2,
    RUSSIAN_GENITIVE_OF_ONE = 3,
    ENGLISH_ONE = 1,
    GOVERNED = 1,       /* of a base or event: the form beside an amount */
    EVENT_ABLATIVE = 2, /* in Kazakh before «кейін» */
    UNIT_ABLATIVE = 1,  /* in Kazakh before «астам» and «кем» */
    OF_SHARE = 1        /* of a Kazakh bound: «астамы» */
};

static void amount_in_order(const struct say_voice *voice,
    const struct law_amount *amount, bool genitive);
static void amount_kazakh(
    const struct say_voice *voice, const struct law_amount *amount);
static void number_kazakh(
    const struct say_voice *voice, const struct law_amount *amount);
static const char *unit_name(const struct say_voice *voice,
    const struct law_amount *amount, bool genitive);
static const char *bound_name(const struct say_voice *voice,
    const struct law_amount *amount, size_t form);
static const char *name_of(const struct say_voice *voice,
    enum lexicon_table table, const char *id, size_t form);
static void part_add(const struct say_voice *voice, const char *text);

void say_amount(const struct say_voice *voice, const struct law_amount *amount,
    bool genitive)
{
    if (!amount->given) {
        return;
    }
    if (amount->missing) {
        buffer_add_text(voice->buffer,
            name_of(voice, LEXICON_AMOUNT, "missing", 0));
    } else if (voice->identifiers || voice->language != LANGUAGE_KK) {
        amount_in_order(voice, amount, genitive);
    } else {
        amount_kazakh(voice, amount);
    }
}

void law_amount_say(const struct law *law, const struct law_amount *amount,
    enum language language, struct buffer *buffer)
{
    struct say_voice voice = say_in(law, language, buffer);
    say_amount(&voice, amount, false);
}

/* Russian, English, identifiers: bound, number, unit, base, term. */
static void amount_in_order(const struct say_voice *voice,
    const struct law_amount *amount, bool genitive)
{
    if (amount->bound != LAW_BOUND_EXACTLY) {
        buffer_add_text(voice->buffer, bound_name(voice, amount, 0));
        buffer_add_char(voice->buffer, ' ');
    }
    say_number(amount, voice->buffer);
    if (amount->unit != NULL) {
        part_add(voice, unit_name(voice, amount,
            genitive || amount->bound != LAW_BOUND_EXACTLY));
    }
    if (amount->base != NULL) {
        if (voice->identifiers || voice->language == LANGUAGE_EN) {
            part_add(voice, "of");
        }
        part_add(
            voice, name_of(voice, LEXICON_WORD, amount->base, GOVERNED));
    }
    if (amount->relation != NULL) {
        part_add(voice, name_of(voice, LEXICON_AMOUNT, amount->relation, 0));
    }
    if (amount->event != NULL) {
        part_add(voice, name_of(voice, LEXICON_WORD, amount->event, GOVERNED));
    }
}

/* Kazakh: term, base, then number and unit with the bound. */
static void amount_kazakh(
    const struct say_voice *voice, const struct law_amount *amount)
{
    if (amount->relation != NULL) {
        bool is_after = strcmp(amount->relation, "after") == 0;
        if (amount->event != NULL) {
            buffer_add_text(voice->buffer,
                name_of(voice, LEXICON_WORD, amount->event,
                    is_after ? EVENT_ABLATIVE : GOVERNED));
            buffer_add_char(voice->buffer, ' ');
        }
        buffer_add_text(voice->buffer,
            name_of(voice, LEXICON_AMOUNT, amount->relation, 0));
        buffer_add_char(voice->buffer, ' ');
    }
    if (amount->base != NULL) {
        buffer_add_text(voice->buffer,
            name_of(voice, LEXICON_WORD, amount->base, GOVERNED));
        buffer_add_char(voice->buffer, ' ');
    }
    if (amount->bound == LAW_BOUND_AT_LEAST ||
        amount->bound == LAW_BOUND_AT_MOST) {
        buffer_add_text(voice->buffer, bound_name(voice, amount, 0));
        buffer_add_char(voice->buffer, ' ');
    }
    number_kazakh(voice, amount);
}

/*
 * "күнтізбелік 10 күн", "25 адамнан астам", "1/2-інен астамы": the name of a
 * unit with … has the number there; what more and less go with is an ablative.
 */
static void number_kazakh(
    const struct say_voice *voice, const struct law_amount *amount)
{
    static const char GAP[] = " … ";
    bool is_part = amount->base != NULL;
    bool is_compared = amount->bound == LAW_BOUND_MORE_THAN ||
        amount->bound == LAW_BOUND_LESS_THAN;
    const char *unit = amount->unit == NULL
        ? NULL
        : name_of(voice, LEXICON_AMOUNT, amount->unit,
              is_compared ? UNIT_ABLATIVE : 0);
    const char *gap = unit == NULL ? NULL : strstr(unit, GAP);
    if (gap != NULL) {
        buffer_add(voice->buffer, unit, (size_t)(gap - unit));
        buffer_add_char(voice->buffer, ' ');
        unit = gap + strlen(GAP);
    }
    say_number(amount, voice->buffer);
    if (unit != NULL) {
        part_add(voice, unit);
    } else if (is_part || is_compared) {
        enum say_ending ending =
            is_part ? SAY_POSSESSIVE_ABLATIVE : SAY_ABLATIVE;
        buffer_add_text(voice->buffer,
            say_kazakh_ending(
                amount, is_compared ? ending : SAY_POSSESSIVE));
    }
    if (is_compared) {
        part_add(voice, bound_name(voice, amount, is_part ? OF_SHARE : 0));
    }
}

static const char *unit_name(const struct say_voice *voice,
    const struct law_amount *amount, bool genitive)
{
    int64_t number = amount->value.numerator;
    size_t form = 0;
    if (voice->language == LANGUAGE_EN) {
        form = number == 1 && !amount->is_share ? ENGLISH_ONE : 0;
        return name_of(voice, LEXICON_AMOUNT, amount->unit, form);
    }
    static const size_t counted[] = {RUSSIAN_ONE, RUSSIAN_FEW, RUSSIAN_MANY};
    form = amount->is_share ? RUSSIAN_GENITIVE_OF_ONE
                            : counted[say_russian_plural(number)];
    if (genitive) {
        form = form == RUSSIAN_FEW ? RUSSIAN_MANY : form;
        form = form == RUSSIAN_ONE ? RUSSIAN_GENITIVE_OF_ONE : form;
    }
    const struct lexicon_entry *entry =
        lexicon_find(voice->lexicon, LEXICON_AMOUNT, amount->unit);
    if (entry != NULL && form >= entry->names_count[LANGUAGE_RU]) {
        /* Most nouns have one form for both. */
        form = form == RUSSIAN_GENITIVE_OF_ONE ? RUSSIAN_FEW : 0;
    }
    return name_of(voice, LEXICON_AMOUNT, amount->unit, form);
}

static const char *bound_name(const struct say_voice *voice,
    const struct law_amount *amount, size_t form)
{
    static const char *const ids[] = {
        [LAW_BOUND_EXACTLY] = "",
        [LAW_BOUND_AT_LEAST] = "at-least",
        [LAW_BOUND_MORE_THAN] = "more-than",
        [LAW_BOUND_AT_MOST] = "at-most",
        [LAW_BOUND_LESS_THAN] = "less-than",
    };
    assert((size_t)amount->bound < sizeof ids / sizeof ids[0]);
    return name_of(voice, LEXICON_AMOUNT, ids[amount->bound], form);
}

static const char *name_of(const struct say_voice *voice,
    enum lexicon_table table, const char *id, size_t form)
{
    const struct lexicon_entry *entry = lexicon_find(voice->lexicon, table, id);
    if (entry == NULL) {
        return id;
    }
    if (voice->identifiers) {
        return entry->amount == LEXICON_AMOUNT_BOUND && table == LEXICON_AMOUNT
            ? say_keyword(voice, entry, NULL, 0)
            : entry->id;
    }
    return say_name(voice, entry, form);
}

static void part_add(const struct say_voice *voice, const char *text)
{
    buffer_add_char(voice->buffer, ' ');
    buffer_add_text(voice->buffer, text);
}
