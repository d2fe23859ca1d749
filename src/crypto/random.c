/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Randomness by libsodium, which asks the system for it.
 */
#include "crypto/random.h"

#include <assert.h>
#include <sodium.h>

enum { TOKEN_BYTES = 16 };

void random_fill(void *bytes, size_t length)
{
    assert(bytes != NULL || length == 0);
    int ready = sodium_init(); /* cheap when it was called before */
    assert(ready >= 0);
    if (length > 0) {
        randombytes_buf(bytes, length);
    }
}

void random_token(char token[33])
{
    unsigned char bytes[TOKEN_BYTES];
    random_fill(bytes, sizeof bytes);
    (void)sodium_bin2hex(token, 2 * TOKEN_BYTES + 1, bytes, sizeof bytes);
    sodium_memzero(bytes, sizeof bytes);
}
