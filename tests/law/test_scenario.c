/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Scenarios that hold and scenarios that do not; calendars.
 */
#include "law/law.h"

#include <string.h>

#include "law_faults.h"
#include "law_files.h"
#include "test.h"

#define ACT \
    "act a; rank law; adopted 2001-01-01\n" \
    "article 1; from 2001-01-01; at village\n" \
    "  1 gathering decides: community-tasks, task-deadlines\n"

static struct law_diagnostics failures;

static size_t failures_of(const char *text, size_t *expectations)
{
    struct law *law = law_files_compile_text(text);
    law_test(law, &failures, expectations);
    law_destroy(law);
    return failures.count;
}

static void what_is_expected_and_there_is_no_failure(void **state)
{
    (void)state;
    size_t expectations = 0;
    assert_int_equal(failures_of(ACT
                         "scenario s; at 2002-01-01; at village\n"
                         "  expect gathering decides: community-tasks, "
                         "task-deadlines\n"
                         "\n"
                         "  # nobody\n"
                         "  expect none agrees: community-tasks\n"
                         "scenario t; at 2000-01-01\n"
                         "  expect none decides: community-tasks\n",
                         &expectations),
        0);
    assert_int_equal(expectations, 3);
}

static void what_is_expected_and_absent_is_told(void **state)
{
    (void)state;
    size_t expectations = 0;
    assert_int_equal(failures_of(ACT
                         "scenario s; at 2002-01-01; at district\n"
                         "  expect gathering decides: community-tasks\n",
                         &expectations),
        1);
    assert_int_equal(expectations, 1);
    assert_int_equal(failures.items[0].line, 5);
    assert_int_equal(failures.items[0].column, 3);
    const struct message *message = &failures.items[0].message;
    assert_string_equal(message->key, "law.expected");
    law_faults_argument(message, "scenario", "s");
    law_faults_argument(message, "subject", "gathering");
    law_faults_argument(message, "verb", "decides");
    law_faults_argument(message, "object", "community-tasks");
}

static void what_is_there_and_not_expected_is_told_with_its_place(
    void **state)
{
    (void)state;
    size_t expectations = 0;
    assert_int_equal(failures_of(ACT
                         "scenario s; at 2002-01-01\n"
                         "  expect none decides: task-deadlines\n",
                         &expectations),
        1);
    const struct message *message = &failures.items[0].message;
    assert_string_equal(message->key, "law.expected-none");
    law_faults_argument(message, "citation", "a/1/1");
}

static void days_of_all_calendars_are_sorted(void **state)
{
    (void)state;
    struct law *law = law_files_compile_text(
        "calendar b\n"
        "  holiday: 2027-01-01, 2026-03-08\n"
        "  worked: 2026-01-04\n"
        "calendar a\n"
        "  holiday: 2026-01-01\n");
    const struct date_calendar *calendar = law_calendar(law);
    assert_int_equal(calendar->holidays_count, 3);
    assert_int_equal(calendar->worked_count, 1);
    assert_false(date_is_working(calendar, (struct date){2026, 1, 1}));
    assert_true(date_is_working(calendar, (struct date){2026, 1, 2}));
    assert_true(date_is_working(calendar, (struct date){2026, 1, 4}));
    assert_false(date_is_working(calendar, (struct date){2026, 1, 3}));
    assert_int_equal(calendar->holidays[1].month, 3);
    assert_int_equal(calendar->holidays[2].year, 2027);
    law_destroy(law);
}

static void a_line_of_days_has_a_longest_length(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    buffer_add_text(&text, "calendar c\n  holiday: 2000-01-01");
    for (int i = 1; i < LAW_LIST_MAX; i++) {
        buffer_add_format(&text, ", 20%02d-01-01", i);
    }
    struct law *law = law_files_compile_text(buffer_text(&text));
    assert_int_equal(law_calendar(law)->holidays_count, LAW_LIST_MAX);
    law_destroy(law);
    buffer_add_text(&text, ", 2099-01-01");
    (void)law_faults_first(
        buffer_text(&text), 2, 12 + 64 * 12, "law.list-too-long");
    buffer_finish(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_expected_and_there_is_no_failure),
        cmocka_unit_test(what_is_expected_and_absent_is_told),
        cmocka_unit_test(
            what_is_there_and_not_expected_is_told_with_its_place),
        cmocka_unit_test(days_of_all_calendars_are_sorted),
        cmocka_unit_test(a_line_of_days_has_a_longest_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
