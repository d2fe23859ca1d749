/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Exact shares such as 1/2 and 10 %.  Compared by cross-multiplication.
 */
#ifndef BASE_FRACTION_H
#define BASE_FRACTION_H

#include <stdbool.h>
#include <stdint.h>

/* 0 <= numerator <= 10^9, 0 < denominator <= 10^9. */
struct fraction {
    int64_t numerator;
    int64_t denominator;
};

/* "1/2", "10 %", "9.99 %"; false where it is none of these. */
bool fraction_parse(const char *text, struct fraction *fraction);

/* The least part with part/whole >= share (at least); 0 <= whole <= 10^9 … */
int64_t fraction_least(int64_t whole, struct fraction share);

/* … and the least with part/whole > share (more than). */
int64_t fraction_more_than(int64_t whole, struct fraction share);

#endif
