/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Strict reading of integers: digits, one leading '-', nothing else.
 */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/* False, and `*value` untouched, on blanks, '+', leading zeros, overflow. */
bool number_parse(const char *text, int64_t *value);

#endif
