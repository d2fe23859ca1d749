/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The press, on trees made by hand; what its sheets say is read by
 * tests/scenarios/55_papers.t.
 */
#include "test.h"

#include <string.h>

#include "press/press.h"

enum { NODES_MAX = 4096 };

static struct document_node nodes[NODES_MAX];
static size_t nodes_count;
static struct document_about about;

static struct document_node *add(struct document_node *parent,
    enum document_node_kind kind, const char *text)
{
    assert_true(nodes_count < NODES_MAX);
    struct document_node *node = &nodes[nodes_count++];
    *node = (struct document_node){.kind = kind, .text = text, .label = ""};
    if (parent == NULL) {
        return node;
    }
    if (parent->last == NULL) {
        parent->first = node;
    } else {
        parent->last->next = node;
    }
    parent->last = node;
    return node;
}

static struct document_node *paper(enum document_kind kind)
{
    nodes_count = 0;
    about = (struct document_about){
        .kind = kind,
        .language = LANGUAGE_KK,
        .community = "116645000",
        .organ = "gathering",
        .organ_name = "Жиын",
        .number = "1",
        .made = {1795000000},
    };
    struct document_node *root = add(NULL, DOCUMENT_ROOT, NULL);
    root->about = &about;
    (void)add(root, DOCUMENT_TITLE, "Хаттама");
    return root;
}

static struct buffer pressed(const struct document_node *root)
{
    struct buffer pdf = BUFFER_EMPTY;
    struct error error = {0};
    assert_int_equal(press_pdf(root, &pdf, &error), STATUS_OK);
    return pdf;
}

static bool has(const struct buffer *pdf, const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i + length <= pdf->length; i++) {
        if (memcmp(pdf->data + i, text, length) == 0) {
            return true;
        }
    }
    return false;
}

static int pages(const struct document_node *root)
{
    static const char count[] = "/Count ";
    struct buffer pdf = pressed(root);
    int found = 0;
    for (size_t i = 0; i + sizeof count < pdf.length; i++) {
        if (memcmp(pdf.data + i, count, sizeof count - 1) == 0) {
            found = 0;
            for (const char *at = pdf.data + i + sizeof count - 1;
                 *at >= '0' && *at <= '9'; at++) {
                found = found * 10 + (*at - '0');
            }
        }
    }
    buffer_finish(&pdf);
    return found;
}

static void a_paper_has_language_title_and_the_date_of_the_record(void **state)
{
    (void)state;
    struct document_node *root = paper(DOCUMENT_MINUTES);
    (void)add(root, DOCUMENT_PARAGRAPH, "Әңгүғқөһі");
    struct buffer pdf = pressed(root);
    assert_true(has(&pdf, "%PDF-1.4"));
    assert_true(has(&pdf, "/Lang (kk)"));
    assert_true(has(&pdf, "/DisplayDocTitle true"));
    assert_true(has(&pdf, "/Marked true"));
    assert_true(has(&pdf, "/CreationDate (20261118160640"));
    buffer_finish(&pdf);
}

static void the_same_paper_gives_the_same_bytes(void **state)
{
    (void)state;
    struct document_node *root = paper(DOCUMENT_MINUTES);
    (void)add(root, DOCUMENT_PARAGRAPH, "Жиын ашылды.");
    struct buffer one = pressed(root);
    struct buffer other = pressed(root);
    assert_int_equal(one.length, other.length);
    assert_memory_equal(one.data, other.data, one.length);
    buffer_finish(&one);
    buffer_finish(&other);
}

static void letters_that_no_font_has_are_an_error(void **state)
{
    (void)state;
    struct document_node *root = paper(DOCUMENT_MINUTES);
    (void)add(root, DOCUMENT_PARAGRAPH, "\U0010FFF0");
    struct buffer pdf = BUFFER_EMPTY;
    struct error error = {0};
    assert_int_equal(press_pdf(root, &pdf, &error), STATUS_UNAVAILABLE);
    assert_string_equal(error.message.key, "error.press-font");
    assert_int_equal(pdf.length, 0);
}

static void fonts_with_the_letters_of_papers_are_told(void **state)
{
    (void)state;
    struct error error = {0};
    assert_int_equal(press_fonts(&error), STATUS_OK);
}

static void a_table_goes_on_over_sheets(void **state)
{
    (void)state;
    struct document_node *root = paper(DOCUMENT_ATTENDANCE);
    struct document_node *table = add(root, DOCUMENT_TABLE, "Тізім");
    for (int i = 0; i < 300; i++) {
        struct document_node *row = add(table, DOCUMENT_ROW, NULL);
        (void)add(row, DOCUMENT_CELL, "1");
        (void)add(row, DOCUMENT_CELL, "Тұрғын");
        (void)add(row, DOCUMENT_CELL, i == 0 ? "Қолы" : NULL);
    }
    assert_in_range(pages(root), 7, 10);
}

static void a_cell_and_a_speech_higher_than_a_sheet_are_split(void **state)
{
    (void)state;
    static char speech[20001];
    for (size_t i = 0; i < sizeof speech - 1; i++) {
        speech[i] = i % 7 == 6 ? ' ' : 'a';
    }
    struct document_node *root = paper(DOCUMENT_MINUTES);
    struct document_node *facts = add(root, DOCUMENT_FACTS, NULL);
    add(facts, DOCUMENT_FACT, speech)->label = "Тұрғын";
    assert_in_range(pages(root), 4, 9);
    struct document_node *table = add(root, DOCUMENT_TABLE, NULL);
    for (int i = 0; i < 2; i++) {
        struct document_node *row = add(table, DOCUMENT_ROW, NULL);
        (void)add(row, DOCUMENT_CELL, "1");
        (void)add(row, DOCUMENT_CELL, i == 0 ? "Мәтін" : speech);
    }
    assert_in_range(pages(root), 8, 14);
}

static void a_notice_shrinks_to_one_sheet_while_it_can(void **state)
{
    (void)state;
    struct document_node *root = paper(DOCUMENT_NOTICE);
    struct document_node *list = add(root, DOCUMENT_LIST, NULL);
    for (int i = 0; i < 55; i++) {
        (void)add(list, DOCUMENT_ITEM, "Мәселе");
    }
    assert_int_equal(pages(root), 1);
    for (int i = 0; i < 55; i++) {
        (void)add(list, DOCUMENT_ITEM, "Мәселе");
    }
    assert_int_equal(pages(root), 2);
}

static void slips_fill_a_sheet_for_each_item(void **state)
{
    (void)state;
    struct document_node *root = paper(DOCUMENT_SLIPS);
    for (int i = 0; i < 3; i++) {
        struct document_node *slip = add(root, DOCUMENT_SLIP, NULL);
        (void)add(slip, DOCUMENT_PARAGRAPH, "1. Жол жөндеу");
        (void)add(slip, DOCUMENT_BOX, "жақтаймын");
    }
    assert_int_equal(pages(root), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            a_paper_has_language_title_and_the_date_of_the_record),
        cmocka_unit_test(the_same_paper_gives_the_same_bytes),
        cmocka_unit_test(letters_that_no_font_has_are_an_error),
        cmocka_unit_test(fonts_with_the_letters_of_papers_are_told),
        cmocka_unit_test(a_table_goes_on_over_sheets),
        cmocka_unit_test(a_cell_and_a_speech_higher_than_a_sheet_are_split),
        cmocka_unit_test(a_notice_shrinks_to_one_sheet_while_it_can),
        cmocka_unit_test(slips_fill_a_sheet_for_each_item),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
