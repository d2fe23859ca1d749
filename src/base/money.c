/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Sums of money.  A budget has lines below zero (its deficit), so a sign is
 * read.
 */
#include "base/money.h"

#include <assert.h>
#include <stddef.h>

enum { MONEY_DECIMALS = 5 }; /* of a thousand tenge: down to the tiyn */

bool money_parse_thousands(const char *text, struct money *money)
{
    assert(text != NULL);
    bool negative = text[0] == '-';
    const char *at = negative ? text + 1 : text;
    if (at[0] < '0' || at[0] > '9' ||
        (at[0] == '0' && at[1] >= '0' && at[1] <= '9')) {
        return false;
    }
    int64_t tiyn = 0;
    int decimals = -1; /* -1 before the point */
    for (; *at != '\0' || decimals < MONEY_DECIMALS;) {
        int64_t digit = 0; /* past the end, the decimals not written */
        if (*at == '.' && decimals < 0 && at[1] != '\0') {
            decimals = 0;
            at++;
            continue;
        }
        if (*at >= '0' && *at <= '9' && decimals < MONEY_DECIMALS) {
            digit = *at - '0';
            at++;
        } else if (*at != '\0') {
            return false;
        } else if (decimals < 0) {
            decimals = 0;
            continue;
        }
        if (tiyn > (INT64_MAX - digit) / 10) {
            return false;
        }
        tiyn = tiyn * 10 + digit;
        if (decimals >= 0) {
            decimals++;
        }
    }
    if (negative && tiyn == 0) {
        return false;
    }
    money->tiyn = negative ? -tiyn : tiyn;
    return true;
}
