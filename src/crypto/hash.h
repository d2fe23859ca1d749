/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * SHA-256.
 */
#ifndef CRYPTO_HASH_H
#define CRYPTO_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"

enum { HASH_SIZE = 32 };

struct hash {
    uint8_t bytes[HASH_SIZE];
};

struct hash hash_of(struct bytes content);

/* Of `first` followed by `second`, without copying them together. */
struct hash hash_of_two(struct bytes first, struct bytes second);

#endif
