/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Commitments and the Merkle tree head over them.
 */
#include "record/commitment.h"

#include <assert.h>

/* A tree over more leaves than 2^48 does not fit any memory. */
enum { LEVELS_MAX = 48 };

static struct hash leaf_hash(const struct hash *leaf);
static struct hash node_hash(const struct hash *left, const struct hash *right);

struct hash commitment_of(
    const struct commitment_salt *salt, struct bytes fields)
{
    return hash_of_two(bytes_of(salt->bytes, sizeof salt->bytes), fields);
}

void commitment_write(const struct hash *hash, char text[COMMITMENT_TEXT_MAX])
{
    bytes_to_hex(bytes_of(hash->bytes, sizeof hash->bytes), text);
}

/*
 * Keeps one subtree head per bit of the number of leaves taken so far: a new
 * leaf carries like an addition, the rest is joined from the right.  This is
 * the split at the largest power of two that RFC 6962 asks for.
 */
struct hash commitment_root(const struct hash *leaves, size_t count)
{
    struct hash heads[LEVELS_MAX];
    size_t depth = 0;
    if (count == 0) {
        return hash_of(bytes_of("", 0));
    }
    for (size_t i = 0; i < count; i++) {
        struct hash head = leaf_hash(&leaves[i]);
        for (size_t carry = i; (carry & 1) != 0; carry >>= 1) {
            depth--;
            head = node_hash(&heads[depth], &head);
        }
        assert(depth < LEVELS_MAX);
        heads[depth++] = head;
    }
    struct hash root = heads[--depth];
    while (depth > 0) {
        depth--;
        root = node_hash(&heads[depth], &root);
    }
    return root;
}

static struct hash leaf_hash(const struct hash *leaf)
{
    static const uint8_t prefix = 0x00;
    return hash_of_two(
        bytes_of(&prefix, 1), bytes_of(leaf->bytes, sizeof leaf->bytes));
}

static struct hash node_hash(const struct hash *left, const struct hash *right)
{
    uint8_t node[1 + 2 * HASH_SIZE];
    node[0] = 0x01;
    for (size_t i = 0; i < HASH_SIZE; i++) {
        node[1 + i] = left->bytes[i];
        node[1 + HASH_SIZE + i] = right->bytes[i];
    }
    return hash_of(bytes_of(node, sizeof node));
}
