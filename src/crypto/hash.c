/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * SHA-256 by OpenSSL.  The digest is fetched once for the process: fetching
 * costs more than hashing a record.
 */
#include "crypto/hash.h"

#include <assert.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <stdlib.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static EVP_MD *digest;

static void digest_fetch(void);
static void digest_free(void);

struct hash hash_of(struct bytes content)
{
    return hash_of_two(content, (struct bytes){NULL, 0});
}

struct hash hash_of_two(struct bytes first, struct bytes second)
{
    int fetched = pthread_once(&once, digest_fetch);
    assert(fetched == 0);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    assert(context != NULL);

    struct hash hash = {{0}};
    unsigned length = 0;
    int good = EVP_DigestInit_ex2(context, digest, NULL);
    if (good == 1 && first.length > 0) {
        good = EVP_DigestUpdate(context, first.data, first.length);
    }
    if (good == 1 && second.length > 0) {
        good = EVP_DigestUpdate(context, second.data, second.length);
    }
    if (good == 1) {
        good = EVP_DigestFinal_ex(context, hash.bytes, &length);
    }
    /* Only a lack of memory makes these fail; there is no going on. */
    assert(good == 1);
    assert(length == HASH_SIZE);
    EVP_MD_CTX_free(context);
    return hash;
}

static void digest_fetch(void)
{
    digest = EVP_MD_fetch(NULL, "SHA256", NULL);
    assert(digest != NULL);
    (void)atexit(digest_free);
}

static void digest_free(void)
{
    EVP_MD_free(digest);
    digest = NULL;
}
