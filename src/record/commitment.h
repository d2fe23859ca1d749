/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Commitments: SHA-256 over a 128-bit salt and a person's canonical fields.
 * Salt and fields live in a private row; erasing the row leaves every hash
 * valid.  A set of them is bound by the Merkle root of RFC 6962.
 */
#ifndef RECORD_COMMITMENT_H
#define RECORD_COMMITMENT_H

#include "base/bytes.h"
#include "crypto/hash.h"

enum { COMMITMENT_SALT_SIZE = 16, COMMITMENT_TEXT_MAX = 65 };

struct commitment_salt {
    uint8_t bytes[COMMITMENT_SALT_SIZE];
};

/* The hash of salt and fields. */
struct hash commitment_of(
    const struct commitment_salt *salt, struct bytes fields);

/* As 64 lower-case hex digits. */
void commitment_write(const struct hash *hash, char text[COMMITMENT_TEXT_MAX]);

/* Merkle tree head over `count` leaves (each a commitment's 32 bytes). */
struct hash commitment_root(const struct hash *leaves, size_t count);

#endif
