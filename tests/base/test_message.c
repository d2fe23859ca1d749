/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Messages are values.
 */
#include <string.h>

#include "test.h"

#include "base/message.h"

static void a_message_keeps_key_and_arguments(void **state)
{
    (void)state;
    struct message message;
    const struct date day = {2026, 12, 12};
    message_text(message_start(&message, "error.x"), "path", "a/b");
    message_number(&message, "line", INT64_MIN);
    message_date(&message, "day", day);
    message_word(&message, "office", "rural-akim");
    message_citation(&message, "place", "law-2001/39-3/8");
    message_key(&message, "reason", "error.y");
    assert_string_equal(message.key, "error.x");
    assert_int_equal(message.count, 6);
    assert_string_equal(message_value(&message, "path"), "a/b");
    assert_string_equal(
        message_value(&message, "line"), "-9223372036854775808");
    assert_string_equal(message_value(&message, "day"), "2026-12-12");
    assert_string_equal(message_value(&message, "office"), "rural-akim");
    assert_string_equal(message_value(&message, "place"), "law-2001/39-3/8");
    assert_string_equal(message_value(&message, "reason"), "error.y");
    assert_null(message_value(&message, "none"));
    for (size_t i = 0; i < message.count; i++) {
        assert_int_equal(message.arguments[i].kind, i);
    }
}

static void starting_again_forgets(void **state)
{
    (void)state;
    struct message message;
    message_text(message_start(&message, "error.x"), "path", "a");
    message_start(&message, "error.y");
    assert_null(message_value(&message, "path"));
    assert_int_equal(message.count, 0);
}

static void a_long_value_is_cut_at_a_character(void **state)
{
    (void)state;
    struct message message;
    char text[2 * MESSAGE_VALUE_MAX + 1] = "";
    for (int i = 0; i < MESSAGE_VALUE_MAX; i++) {
        strcat(text, "қ");
    }
    message_text(message_start(&message, "error.x"), "a", text);
    assert_int_equal(
        strlen(message_value(&message, "a")), MESSAGE_VALUE_MAX - 2);
    /* 239 bytes just fit. */
    memset(text, 'x', sizeof text);
    text[MESSAGE_VALUE_MAX - 1] = '\0';
    message_text(&message, "b", text);
    assert_string_equal(message_value(&message, "b"), text);
    message_text(&message, "c", NULL);
    assert_string_equal(message_value(&message, "c"), "");
}

static void a_copy_holds_everything(void **state)
{
    (void)state;
    struct message message;
    message_text(message_start(&message, "error.x"), "path", "a");
    struct message copy = message;
    message_start(&message, "error.y");
    assert_string_equal(copy.key, "error.x");
    assert_string_equal(message_value(&copy, "path"), "a");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_message_keeps_key_and_arguments),
        cmocka_unit_test(starting_again_forgets),
        cmocka_unit_test(a_long_value_is_cut_at_a_character),
        cmocka_unit_test(a_copy_holds_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
