/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Errors, and the stable names of their kinds.
 */
#include "test.h"

#include "base/error.h"

static void an_error_holds_status_and_bare_key(void **state)
{
    (void)state;
    struct error error = {0};
    message_text(&error.message, "old", "x");
    assert_int_equal(
        error_set(&error, STATUS_MISSING, "error.file-read"), STATUS_MISSING);
    assert_int_equal(error.status, STATUS_MISSING);
    assert_string_equal(error.message.key, "error.file-read");
    assert_int_equal(error.message.count, 0);
    message_number(&error.message, "line", 3);
    assert_string_equal(message_value(&error.message, "line"), "3");
}

static void every_status_has_its_name(void **state)
{
    (void)state;
    static const char *const names[] = {"ok", "refused", "invalid", "missing",
        "conflict", "forbidden", "corrupt", "unavailable", "uncertain"};
    for (int i = 0; i <= STATUS_UNCERTAIN; i++) {
        assert_string_equal(error_status_name((enum status)i), names[i]);
    }
    assert_int_equal(sizeof names / sizeof *names, STATUS_UNCERTAIN + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_holds_status_and_bare_key),
        cmocka_unit_test(every_status_has_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
