/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Bytes nobody can foresee.
 */
#ifndef CRYPTO_RANDOM_H
#define CRYPTO_RANDOM_H

#include <stddef.h>

void random_fill(void *bytes, size_t length);

/* A token of 32 lower-case hex digits and its NUL. */
void random_token(char token[33]);

#endif
