/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * SHA-256 against the vectors of FIPS 180-4.
 */
#include <stdlib.h>
#include <string.h>

#include "test.h"

#include "crypto/hash.h"

static void assert_hash(struct hash hash, const char *wanted)
{
    char hex[2 * HASH_SIZE + 1];
    bytes_to_hex(bytes_of(hash.bytes, sizeof hash.bytes), hex);
    assert_string_equal(hex, wanted);
}

static void known_messages_have_their_hashes(void **state)
{
    (void)state;
    assert_hash(hash_of(bytes_of(NULL, 0)),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_hash(hash_of(bytes_of_text("abc")),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_hash(
        hash_of(bytes_of_text(
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    size_t length = 1000000;
    char *many = malloc(length);
    assert_non_null(many);
    memset(many, 'a', length);
    assert_hash(hash_of(bytes_of(many, length)),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(many);
}

static void two_parts_hash_as_one_wherever_they_are_cut(void **state)
{
    (void)state;
    const char *text = "жергілікті қоғамдастық жиыны";
    size_t length = strlen(text);
    struct hash whole = hash_of(bytes_of(text, length));
    for (size_t i = 0; i <= length; i++) {
        struct hash parts =
            hash_of_two(bytes_of(text, i), bytes_of(text + i, length - i));
        assert_memory_equal(parts.bytes, whole.bytes, HASH_SIZE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_messages_have_their_hashes),
        cmocka_unit_test(two_parts_hash_as_one_wherever_they_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
