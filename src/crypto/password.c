/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Passwords by libsodium's Argon2id with its "interactive" limits: 64 MiB and
 * two passes, about a twentieth of a second.
 */
#include "crypto/password.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

_Static_assert(PASSWORD_STORED_MAX >= crypto_pwhash_STRBYTES,
    "a stored password does not fit");

static void spend_the_same(const char *password, size_t length);

bool password_store(const char *password, char stored[PASSWORD_STORED_MAX])
{
    assert(password != NULL);
    size_t length = strlen(password);
    assert(length <= PASSWORD_MAX);
    int ready = sodium_init();
    assert(ready >= 0);
    char made[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(made, password, length,
            crypto_pwhash_OPSLIMIT_INTERACTIVE,
            crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        return false;
    }
    memcpy(stored, made, sizeof made);
    return true;
}

bool password_matches(const char *password, const char *stored)
{
    assert(password != NULL);
    int ready = sodium_init();
    assert(ready >= 0);
    size_t length = strlen(password);
    if (length > PASSWORD_MAX) {
        return false;
    }
    if (stored == NULL || strlen(stored) >= crypto_pwhash_STRBYTES ||
        crypto_pwhash_str_needs_rehash(stored,
            crypto_pwhash_OPSLIMIT_INTERACTIVE,
            crypto_pwhash_MEMLIMIT_INTERACTIVE) < 0) {
        spend_the_same(password, length);
        return false;
    }
    /* The library reads a whole block, past the text's end. */
    char block[crypto_pwhash_STRBYTES] = {0};
    memcpy(block, stored, strlen(stored));
    return crypto_pwhash_str_verify(block, password, length) == 0;
}

/* So that an account without a password cannot be told by the clock. */
static void spend_the_same(const char *password, size_t length)
{
    static const unsigned char salt[crypto_pwhash_SALTBYTES];
    unsigned char key[32];
    int made = crypto_pwhash(key, sizeof key, password, length, salt,
        crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
        crypto_pwhash_ALG_ARGON2ID13);
    (void)made; /* without memory for it there is nothing to hide either */
    sodium_memzero(key, sizeof key);
}
