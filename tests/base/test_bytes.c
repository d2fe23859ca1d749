/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Views of bytes, and hex.
 */
#include "test.h"

#include "base/bytes.h"

static void bytes_are_equal_by_content(void **state)
{
    (void)state;
    assert_true(bytes_equal(bytes_of("ab", 2), bytes_of_text("ab")));
    assert_false(bytes_equal(bytes_of("ab", 2), bytes_of("ac", 2)));
    assert_false(bytes_equal(bytes_of("ab", 2), bytes_of("ab", 1)));
    assert_true(bytes_equal(bytes_of(NULL, 0), bytes_of("x", 0)));
}

static void hex_goes_there_and_back(void **state)
{
    (void)state;
    uint8_t all[256];
    uint8_t read[256];
    char hex[513];
    for (int i = 0; i < 256; i++) {
        all[i] = (uint8_t)i;
    }
    bytes_to_hex(bytes_of(all, sizeof all), hex);
    assert_memory_equal(hex, "000102", 6);
    assert_string_equal(hex + 506, "fdfeff");
    assert_true(bytes_from_hex(hex, read, sizeof read));
    assert_memory_equal(all, read, sizeof all);
    bytes_to_hex(bytes_of(all, 0), hex);
    assert_string_equal(hex, "");
}

static void hex_that_is_not_ours_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "", "0", "000", "00000", "0G00", "00 0", "ABCD", "0x00", "-001"};
    uint8_t read[2] = {7, 7};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(bytes_from_hex(bad[i], read, 2));
        assert_int_equal(read[0] + read[1], 14);
    }
    assert_true(bytes_from_hex("0fa0", read, 2));
    assert_int_equal(read[0], 15);
    assert_int_equal(read[1], 160);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_are_equal_by_content),
        cmocka_unit_test(hex_goes_there_and_back),
        cmocka_unit_test(hex_that_is_not_ours_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
