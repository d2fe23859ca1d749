/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Bytes, lines, columns, and the limits of sources.
 */
#include "law/law.h"

#include <stdio.h>
#include <string.h>

#include "law_faults.h"
#include "law_files.h"
#include "test.h"

static const char HEAD[] = "act a; rank law; adopted 2001-01-01\n";

/* The first fault of one source. */
static const struct message *fault_of(
    struct bytes text, unsigned line, unsigned column, const char *key)
{
    const struct law_source source = {"one.law", text};
    return law_faults_of(&source, 1, line, column, key);
}

static void text_is_compiled(struct bytes text)
{
    const struct law_source source = {"one.law", text};
    struct law *law = law_files_compile(&source, 1);
    law_destroy(law);
}

static void columns_count_characters(void **state)
{
    (void)state;
    (void)fault_of(bytes_of_text("act a; rank law; adopted 2001-01-01; "
                                 "number «№ 148» үшін\n"),
        1, 53, "law.unexpected");
}

static void broken_utf8_is_refused_where_it_stands(void **state)
{
    (void)state;
    (void)fault_of(bytes_of_text("# Қазақ\n# ж\xD0 x\n"), 2, 4,
        "law.encoding");
    (void)fault_of(bytes_of_text("# \xED\xA0\x80\n"), 1, 3, "law.encoding");
    (void)fault_of(bytes_of_text("#\n\xFF"), 2, 1, "law.encoding");
}

static void a_control_character_is_refused(void **state)
{
    (void)state;
    const struct message *message = fault_of(
        bytes_of("act \0a", 6), 1, 5, "law.control-character");
    law_faults_argument(message, "code", "0");
    (void)fault_of(
        bytes_of_text("act a\x7F"), 1, 6, "law.control-character");
}

static void a_control_character_in_a_quote_is_refused(void **state)
{
    (void)state;
    (void)fault_of(bytes_of("act \xC2\xABz\0\xC2\xBB", 10), 1, 7,
        "law.control-character");
}

static void quotation_marks_must_pair(void **state)
{
    (void)state;
    char text[128];
    (void)snprintf(text, sizeof text, "%s  kk «Заң\n", HEAD);
    (void)fault_of(bytes_of_text(text), 2, 6, "law.quote-open");
    (void)snprintf(text, sizeof text, "%s  kk Заң»\n", HEAD);
    (void)fault_of(bytes_of_text(text), 2, 9, "law.quote-closed");
}

static void quotation_marks_nest(void **state)
{
    (void)state;
    const struct law_source source = {"one.law",
        bytes_of_text("act a; rank law; adopted 2001-01-01\n"
                      "  ru «О законе «О языках» # не примечание» # да\n")};
    struct law *law = law_files_compile(&source, 1);
    assert_string_equal(law_act_at(law, 0)->title[LANGUAGE_RU],
        "О законе «О языках» # не примечание");
    law_destroy(law);
}

static void a_byte_order_mark_and_crlf_are_read_over(void **state)
{
    (void)state;
    text_is_compiled(bytes_of_text("\xEF\xBB\xBF# law\r\n"
                                   "act a; rank law; adopted 2001-01-01\r\n"
                                   "\r\n"
                                   "  kk «Заң»\r\n"));
}

static void tabs_and_no_break_spaces_are_blanks(void **state)
{
    (void)state;
    text_is_compiled(bytes_of_text(
        "act\ta;\xC2\xA0rank law; adopted 2001-01-01\n\tkk «Заң»\n"));
}

static void nothing_at_all_is_a_law(void **state)
{
    (void)state;
    text_is_compiled(bytes_of_text(""));
    struct law *law = law_files_compile(NULL, 0);
    assert_int_equal(law_acts_count(law), 0);
    law_destroy(law);
}

static void a_line_has_a_longest_length(void **state)
{
    (void)state;
    char line[LAW_LINE_BYTES_MAX + 3];
    memset(line, 'x', sizeof line);
    line[0] = '#';
    line[LAW_LINE_BYTES_MAX] = '\n';
    text_is_compiled(bytes_of(line, LAW_LINE_BYTES_MAX + 1));
    line[LAW_LINE_BYTES_MAX] = 'x';
    line[LAW_LINE_BYTES_MAX + 1] = '\n';
    const struct message *message =
        fault_of(bytes_of(line, LAW_LINE_BYTES_MAX + 2), 1, 1,
            "law.line-too-long");
    law_faults_argument(message, "max", "4096");
}

static void a_source_has_a_largest_size(void **state)
{
    (void)state;
    size_t size = LAW_SOURCE_BYTES_MAX + 1;
    struct arena *arena = arena_create();
    char *text = arena_take(arena, size);
    memset(text, '\n', size);
    text_is_compiled(bytes_of(text, size - 1));
    const struct message *message =
        fault_of(bytes_of(text, size), 1, 1, "law.source-too-large");
    law_faults_argument(message, "max", "4194304");
    arena_destroy(arena);
}

static void a_fault_in_one_source_does_not_hide_another(void **state)
{
    (void)state;
    const struct law_source sources[] = {
        {"one.law", bytes_of_text("#\xFF\n")},
        {"two.law", bytes_of_text("  kk «\n")},
    };
    (void)law_faults_of(sources, 2, 1, 2, "law.encoding");
    assert_int_equal(law_faults_count(), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_count_characters),
        cmocka_unit_test(broken_utf8_is_refused_where_it_stands),
        cmocka_unit_test(a_control_character_is_refused),
        cmocka_unit_test(a_control_character_in_a_quote_is_refused),
        cmocka_unit_test(quotation_marks_must_pair),
        cmocka_unit_test(quotation_marks_nest),
        cmocka_unit_test(a_byte_order_mark_and_crlf_are_read_over),
        cmocka_unit_test(tabs_and_no_break_spaces_are_blanks),
        cmocka_unit_test(nothing_at_all_is_a_law),
        cmocka_unit_test(a_line_has_a_longest_length),
        cmocka_unit_test(a_source_has_a_largest_size),
        cmocka_unit_test(a_fault_in_one_source_does_not_hide_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
