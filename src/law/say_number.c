/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Numbers and shares, and what they do to the words beside them.
 */
#include "law/say.h"

enum { PERCENT = 100 };

/* The numerals by their last spoken word: one row of endings each. */
static const char *const of_digits[10][SAY_ABLATIVE + 1] = {
    {"-і", "-інен", "-ден"},
    {"-і", "-інен", "-ден"},
    {"-сі", "-сінен", "-ден"},
    {"-і", "-інен", "-тен"},
    {"-і", "-інен", "-тен"},
    {"-і", "-інен", "-тен"},
    {"-сы", "-сынан", "-дан"},
    {"-сі", "-сінен", "-ден"},
    {"-і", "-інен", "-ден"},
    {"-ы", "-ынан", "-дан"},
};
static const char *const of_tens[10][SAY_ABLATIVE + 1] = {
    {"", "", ""},
    {"-ы", "-ынан", "-нан"},
    {"-сы", "-сынан", "-дан"},
    {"-ы", "-ынан", "-дан"},
    {"-ы", "-ынан", "-тан"},
    {"-і", "-інен", "-ден"},
    {"-ы", "-ынан", "-тан"},
    {"-і", "-інен", "-тен"},
    {"-і", "-інен", "-нен"},
    {"-ы", "-ынан", "-нан"},
};
static const char *const of_hundred[] = {"-і", "-інен", "-ден"};
static const char *const of_thousand[] = {"-ы", "-ынан", "-нан"};
static const char *const of_percent[] = {"-ы", "-ынан", "-дан"};

static int64_t percent_scale(int64_t denominator);

void say_number(const struct law_amount *amount, struct buffer *buffer)
{
    int64_t numerator = amount->value.numerator;
    int64_t scale = percent_scale(amount->value.denominator);
    if (!amount->is_share) {
        buffer_add_integer(buffer, numerator);
        return;
    }
    if (scale == 0) {
        buffer_add_integer(buffer, numerator);
        buffer_add_char(buffer, '/');
        buffer_add_integer(buffer, amount->value.denominator);
        return;
    }
    buffer_add_integer(buffer, numerator / scale);
    if (scale > 1) {
        buffer_add_char(buffer, '.');
    }
    for (int64_t place = scale / 10; place > 0; place /= 10) {
        buffer_add_integer(buffer, numerator / place % 10);
    }
    buffer_add_text(buffer, " %");
}

unsigned say_russian_plural(int64_t number)
{
    int64_t tens = number / 10 % 10;
    int64_t digit = number % 10;
    if (tens == 1 || digit == 0 || digit > 4) {
        return 2;
    }
    return digit == 1 ? 0 : 1;
}

const char *say_kazakh_ending(
    const struct law_amount *amount, enum say_ending ending)
{
    int64_t number = amount->value.numerator;
    if (amount->is_share && percent_scale(amount->value.denominator) > 0) {
        return of_percent[ending];
    }
    if (number % 10 != 0 || number == 0) {
        return of_digits[number % 10][ending];
    }
    if (number % 100 != 0) {
        return of_tens[number / 10 % 10][ending];
    }
    return number % 1000 != 0 ? of_hundred[ending] : of_thousand[ending];
}

/* 1, 10, 100, … of 100, 1000, 10000, …, which are said as percent; else 0. */
static int64_t percent_scale(int64_t denominator)
{
    int64_t scale = denominator / PERCENT;
    if (denominator % PERCENT != 0) {
        return 0;
    }
    while (scale % 10 == 0) {
        scale /= 10;
    }
    return scale == 1 ? denominator / PERCENT : 0;
}
