/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Commitments, and the tree over them against the definition of RFC 6962.
 */
#include <string.h>

#include "test.h"

#include "record/commitment.h"

enum { LEAVES = 70 };

/* RFC 6962, 2.1, word by word: split at the largest power of two below n. */
static struct hash defined_root(const struct hash *leaves, size_t count)
{
    uint8_t node[1 + 2 * HASH_SIZE] = {0x00};
    if (count == 0) {
        return hash_of(bytes_of(NULL, 0));
    }
    if (count == 1) {
        memcpy(node + 1, leaves[0].bytes, HASH_SIZE);
        return hash_of(bytes_of(node, 1 + HASH_SIZE));
    }
    size_t split = 1;
    while (split * 2 < count) {
        split *= 2;
    }
    struct hash left = defined_root(leaves, split);
    struct hash right = defined_root(leaves + split, count - split);
    node[0] = 0x01;
    memcpy(node + 1, left.bytes, HASH_SIZE);
    memcpy(node + 1 + HASH_SIZE, right.bytes, HASH_SIZE);
    return hash_of(bytes_of(node, sizeof node));
}

static void leaves_make(struct hash *leaves, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        leaves[i] = hash_of(bytes_of(&i, sizeof i));
    }
}

static void the_root_is_that_of_the_definition(void **state)
{
    (void)state;
    struct hash leaves[LEAVES];
    leaves_make(leaves, LEAVES);
    for (size_t count = 0; count <= LEAVES; count++) {
        struct hash wanted = defined_root(leaves, count);
        struct hash root = commitment_root(leaves, count);
        assert_memory_equal(root.bytes, wanted.bytes, HASH_SIZE);
    }
}

static void the_root_of_nothing_is_the_hash_of_nothing(void **state)
{
    (void)state;
    char text[COMMITMENT_TEXT_MAX];
    struct hash root = commitment_root(NULL, 0);
    commitment_write(&root, text);
    assert_string_equal(text,
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void another_leaf_or_order_is_another_root(void **state)
{
    (void)state;
    struct hash leaves[LEAVES];
    leaves_make(leaves, LEAVES);
    struct hash root = commitment_root(leaves, LEAVES);
    for (size_t i = 0; i < LEAVES; i++) {
        leaves[i].bytes[i % HASH_SIZE] ^= 1;
        struct hash other = commitment_root(leaves, LEAVES);
        assert_memory_not_equal(root.bytes, other.bytes, HASH_SIZE);
        leaves[i].bytes[i % HASH_SIZE] ^= 1;
    }
    struct hash moved = leaves[3];
    leaves[3] = leaves[4];
    leaves[4] = moved;
    struct hash other = commitment_root(leaves, LEAVES);
    assert_memory_not_equal(root.bytes, other.bytes, HASH_SIZE);
}

static void a_commitment_hides_behind_its_salt(void **state)
{
    (void)state;
    struct bytes fields = bytes_of_text("{\"name\":\"Айгүл\"}");
    struct commitment_salt salt = {{1, 2, 3}};
    struct hash one = commitment_of(&salt, fields);
    uint8_t both[COMMITMENT_SALT_SIZE + 64];
    memcpy(both, salt.bytes, sizeof salt.bytes);
    memcpy(both + sizeof salt.bytes, fields.data, fields.length);
    struct hash wanted =
        hash_of(bytes_of(both, sizeof salt.bytes + fields.length));
    assert_memory_equal(one.bytes, wanted.bytes, HASH_SIZE);
    salt.bytes[15] ^= 1;
    struct hash other = commitment_of(&salt, fields);
    assert_memory_not_equal(one.bytes, other.bytes, HASH_SIZE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_root_is_that_of_the_definition),
        cmocka_unit_test(the_root_of_nothing_is_the_hash_of_nothing),
        cmocka_unit_test(another_leaf_or_order_is_another_root),
        cmocka_unit_test(a_commitment_hides_behind_its_salt),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
