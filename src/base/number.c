/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Strict integers.
 */
#include "base/number.h"

#include <assert.h>
#include <stddef.h>

bool number_parse(const char *text, int64_t *value)
{
    assert(text != NULL);
    bool negative = text[0] == '-';
    const char *digits = negative ? text + 1 : text;
    if (digits[0] < '0' || digits[0] > '9') {
        return false;
    }
    if (digits[0] == '0' && (digits[1] != '\0' || negative)) {
        return false;
    }
    /* Counted below zero, where there is room for the least value too. */
    int64_t sum = 0;
    for (size_t i = 0; digits[i] != '\0'; i++) {
        if (digits[i] < '0' || digits[i] > '9') {
            return false;
        }
        int64_t digit = digits[i] - '0';
        if (sum < (INT64_MIN + digit) / 10) {
            return false;
        }
        sum = sum * 10 - digit;
    }
    if (!negative && sum == INT64_MIN) {
        return false;
    }
    *value = negative ? sum : -sum;
    return true;
}
