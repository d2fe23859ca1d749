/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Passwords kept as Argon2id strings.
 */
#ifndef CRYPTO_PASSWORD_H
#define CRYPTO_PASSWORD_H

#include <stdbool.h>

enum { PASSWORD_STORED_MAX = 128, PASSWORD_MIN = 10, PASSWORD_MAX = 200 };

/* False where there is no memory for it (64 MiB). */
bool password_store(const char *password, char stored[PASSWORD_STORED_MAX]);

/* Takes the same time whether or not it matches. */
bool password_matches(const char *password, const char *stored);

#endif
