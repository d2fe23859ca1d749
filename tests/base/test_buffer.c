/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Buffers: always a C string, whatever was added.
 */
#include <string.h>

#include "test.h"

#include "base/buffer.h"

static void an_empty_buffer_is_an_empty_text(void **state)
{
    (void)state;
    struct buffer buffer = BUFFER_EMPTY;
    assert_string_equal(buffer_text(&buffer), "");
    assert_int_equal(buffer_bytes(&buffer).length, 0);
    buffer_add(&buffer, NULL, 0);
    buffer_add_text(&buffer, "");
    assert_string_equal(buffer_text(&buffer), "");
    buffer_finish(&buffer);
}

static void what_is_added_stands_in_its_order(void **state)
{
    (void)state;
    struct buffer buffer = BUFFER_EMPTY;
    buffer_add_text(&buffer, "қ");
    buffer_add_char(&buffer, ':');
    buffer_add_integer(&buffer, INT64_MIN);
    buffer_add_format(&buffer, " %03d %s", 7, "x");
    assert_string_equal(buffer_text(&buffer), "қ:-9223372036854775808 007 x");
    buffer_finish(&buffer);
}

static void it_grows_past_every_size_and_stays_a_text(void **state)
{
    (void)state;
    struct buffer buffer = BUFFER_EMPTY;
    for (size_t i = 0; i < 3000; i++) {
        buffer_add_char(&buffer, (char)('a' + i % 26));
        assert_int_equal(buffer.length, i + 1);
        assert_int_equal(strlen(buffer_text(&buffer)), i + 1);
    }
    buffer_add_format(&buffer, "%2000d", 1);
    assert_int_equal(buffer.length, 5000);
    assert_int_equal(buffer.data[2999], 'a' + 2999 % 26);
    buffer_finish(&buffer);
}

static void a_nul_inside_is_a_byte_like_others(void **state)
{
    (void)state;
    struct buffer buffer = BUFFER_EMPTY;
    buffer_add(&buffer, "a\0b", 3);
    assert_true(bytes_equal(buffer_bytes(&buffer), bytes_of("a\0b", 3)));
    buffer_finish(&buffer);
}

static void a_cleared_buffer_is_used_again(void **state)
{
    (void)state;
    struct buffer buffer = BUFFER_EMPTY;
    buffer_clear(&buffer);
    buffer_add_text(&buffer, "before");
    buffer_clear(&buffer);
    assert_string_equal(buffer_text(&buffer), "");
    buffer_add_text(&buffer, "now");
    assert_string_equal(buffer_text(&buffer), "now");
    buffer_finish(&buffer);
    buffer_finish(&buffer);
    assert_string_equal(buffer_text(&buffer), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_buffer_is_an_empty_text),
        cmocka_unit_test(what_is_added_stands_in_its_order),
        cmocka_unit_test(it_grows_past_every_size_and_stays_a_text),
        cmocka_unit_test(a_nul_inside_is_a_byte_like_others),
        cmocka_unit_test(a_cleared_buffer_is_used_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
