/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Between lexer.c and symbols.c.
 */
#ifndef LAW_LEXER_INTERNAL_H
#define LAW_LEXER_INTERNAL_H

#include "law/lexer.h"

uint32_t lexer_symbol_n(
    struct lexer_symbols *symbols, const char *folded, size_t length);

/* The number that a text has, or 0. */
uint32_t lexer_symbol_known(
    const struct lexer_symbols *symbols, const char *folded, size_t length);

#endif
