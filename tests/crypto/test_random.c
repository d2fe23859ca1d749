/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Random bytes fill what they are asked to fill, and nothing beside.
 */
#include <string.h>

#include "test.h"

#include "crypto/random.h"

static void every_byte_is_filled_and_none_beside(void **state)
{
    (void)state;
    unsigned char bytes[34] = {0};
    unsigned char seen[34] = {0};
    for (int i = 0; i < 64; i++) {
        random_fill(bytes + 1, sizeof bytes - 2);
        for (size_t k = 0; k < sizeof bytes; k++) {
            seen[k] |= bytes[k];
        }
    }
    assert_int_equal(seen[0], 0);
    assert_int_equal(seen[sizeof seen - 1], 0);
    for (size_t k = 1; k < sizeof seen - 1; k++) {
        assert_int_equal(seen[k], 0xFF);
    }
    random_fill(NULL, 0);
}

static void tokens_are_32_hex_digits_and_differ(void **state)
{
    (void)state;
    char tokens[50][33];
    for (int i = 0; i < 50; i++) {
        random_token(tokens[i]);
        assert_int_equal(strlen(tokens[i]), 32);
        assert_int_equal(strspn(tokens[i], "0123456789abcdef"), 32);
        for (int k = 0; k < i; k++) {
            assert_string_not_equal(tokens[i], tokens[k]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte_is_filled_and_none_beside),
        cmocka_unit_test(tokens_are_32_hex_digits_and_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
