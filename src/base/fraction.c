/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Exact shares.  Limits of 10^9 keep every product within 64 bits.
 */
#include "base/fraction.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

static const int64_t LIMIT = 1000000000;

static const char *digits_read(const char *text, int64_t *value);
static bool percent_parse(
    const char *text, int64_t whole, struct fraction *fraction);

bool fraction_parse(const char *text, struct fraction *fraction)
{
    assert(text != NULL);
    int64_t first = 0;
    const char *rest = digits_read(text, &first);
    if (rest == NULL) {
        return false;
    }
    if (*rest != '/') {
        return percent_parse(rest, first, fraction);
    }
    int64_t second = 0;
    rest = digits_read(rest + 1, &second);
    if (rest == NULL || *rest != '\0' || second == 0) {
        return false;
    }
    *fraction = (struct fraction){first, second};
    return true;
}

int64_t fraction_least(int64_t whole, struct fraction share)
{
    assert(whole >= 0 && whole <= LIMIT);
    assert(share.denominator > 0);
    int64_t product = whole * share.numerator;
    return product / share.denominator + (product % share.denominator != 0);
}

int64_t fraction_more_than(int64_t whole, struct fraction share)
{
    assert(whole >= 0 && whole <= LIMIT);
    assert(share.denominator > 0);
    return whole * share.numerator / share.denominator + 1;
}

/* Digits without leading zeros up to 10^9; where they end, or NULL. */
static const char *digits_read(const char *text, int64_t *value)
{
    size_t count = strspn(text, "0123456789");
    if (count == 0 || count > 10 || (text[0] == '0' && count > 1)) {
        return NULL;
    }
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum = sum * 10 + (text[i] - '0');
    }
    if (sum > LIMIT) {
        return NULL;
    }
    *value = sum;
    return text + count;
}

/* The rest of a percentage after its `whole` part: ".99 %" or " %". */
static bool percent_parse(
    const char *text, int64_t whole, struct fraction *fraction)
{
    struct fraction found = {whole, 100};
    if (*text == '.') {
        text++;
        if (*text < '0' || *text > '9') {
            return false;
        }
        for (; *text >= '0' && *text <= '9'; text++) {
            found.numerator = found.numerator * 10 + (*text - '0');
            found.denominator *= 10;
            if (found.numerator > LIMIT || found.denominator > LIMIT) {
                return false;
            }
        }
    }
    if (strcmp(text, " %") != 0) {
        return false;
    }
    *fraction = found;
    return true;
}
