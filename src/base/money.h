/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Sums in tiyn (1/100 tenge).
 */
#ifndef BASE_MONEY_H
#define BASE_MONEY_H

#include <stdbool.h>
#include <stdint.h>

struct money {
    int64_t tiyn;
};

/* "81914" or "366814.4", thousand tenge with at most five decimals. */
bool money_parse_thousands(const char *text, struct money *money);

#endif
