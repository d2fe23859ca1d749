/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Papers as HTML and as text, from trees joined by hand.
 */
#include "test.h"

#include <string.h>

#include "base/utf8.h"
#include "document/document.h"

enum { WIDTH = 72, NODES_MAX = 64 };

static struct document_node nodes[NODES_MAX];
static size_t nodes_count;

static struct document_node *add(struct document_node *parent,
    enum document_node_kind kind, const char *text)
{
    assert_true(nodes_count < NODES_MAX);
    struct document_node *node = &nodes[nodes_count++];
    *node = (struct document_node){.kind = kind, .text = text};
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

static struct document_node *root(void)
{
    nodes_count = 0;
    return add(NULL, DOCUMENT_ROOT, NULL);
}

static void assert_html(const struct document_node *paper, const char *wanted)
{
    struct buffer buffer = BUFFER_EMPTY;
    document_html(paper, LANGUAGE_KK, &buffer);
    assert_string_equal(buffer_text(&buffer), wanted);
    buffer_finish(&buffer);
}

static void assert_text(const struct document_node *paper, const char *wanted)
{
    struct buffer buffer = BUFFER_EMPTY;
    document_text(paper, LANGUAGE_KK, &buffer);
    assert_string_equal(buffer_text(&buffer), wanted);
    buffer_finish(&buffer);
}

/* No line longer than a page is wide; -> how many lines. */
static size_t assert_narrow(const char *text)
{
    size_t lines = 0;
    for (const char *at = text; *at != '\0'; lines++) {
        char line[1024];
        size_t length = strcspn(at, "\n");
        assert_true(length < sizeof line);
        memcpy(line, at, length);
        line[length] = '\0';
        assert_true(utf8_length(line) <= WIDTH);
        at += length + (at[length] == '\n' ? 1 : 0);
    }
    return lines;
}

static void html_escapes_what_people_typed(void **state)
{
    (void)state;
    struct document_node *paper = root();
    (void)add(paper, DOCUMENT_TITLE, "<script>alert('1')</script> & \"x\"");
    assert_html(paper,
        "<div class=\"paper\" lang=\"kk\">\n"
        "<h1 class=\"paper-title\">&lt;script&gt;alert(&#39;1&#39;)"
        "&lt;/script&gt; &amp; &quot;x&quot;</h1>\n"
        "</div>\n");
}

static void html_breaks_lines_and_drops_control_characters(void **state)
{
    (void)state;
    struct document_node *paper = root();
    (void)add(paper, DOCUMENT_PARAGRAPH, "a\nb\x1b[31mc\x7f");
    assert_html(paper,
        "<div class=\"paper\" lang=\"kk\">\n"
        "<p class=\"paper-text\">a<br>b [31mc </p>\n"
        "</div>\n");
}

static void a_table_has_caption_head_and_scopes(void **state)
{
    (void)state;
    struct document_node *paper = root();
    struct document_node *table = add(paper, DOCUMENT_TABLE, "C");
    table->flag = true;
    for (int i = 0; i < 2; i++) {
        struct document_node *row = add(table, DOCUMENT_ROW, NULL);
        (void)add(row, DOCUMENT_CELL, i == 0 ? "N" : "1");
        (void)add(row, DOCUMENT_CELL, i == 0 ? "Name" : "A < B");
    }
    assert_html(paper,
        "<div class=\"paper\" lang=\"kk\">\n"
        "<table class=\"paper-table paper-numbered\">\n"
        "<caption>C</caption>\n"
        "<thead>\n<tr><th scope=\"col\">N</th>"
        "<th scope=\"col\">Name</th></tr>\n</thead>\n"
        "<tbody>\n<tr><td>1</td><td>A &lt; B</td></tr>\n</tbody>\n"
        "</table>\n</div>\n");
}

static void a_fact_carries_its_place_in_the_law(void **state)
{
    (void)state;
    struct document_node *paper = root();
    struct document_node *facts = add(paper, DOCUMENT_FACTS, NULL);
    struct document_node *fact = add(facts, DOCUMENT_FACT, "12");
    fact->label = "Кворум";
    struct document_node *basis = add(fact, DOCUMENT_BASIS, "39-3-бап");
    basis->flag = true;
    assert_html(paper,
        "<div class=\"paper\" lang=\"kk\">\n"
        "<dl class=\"paper-facts\">"
        "<div class=\"paper-fact\"><dt>Кворум</dt><dd>12 "
        "<span class=\"paper-basis paper-doubtful\">[39-3-бап]</span>"
        "</dd></div>\n</dl>\n</div>\n");
    assert_text(paper, "Кворум: 12 [39-3-бап]\n\n");
}

static void a_signature_shows_whether_it_was_given(void **state)
{
    (void)state;
    struct document_node *paper = root();
    struct document_node *list = add(paper, DOCUMENT_SIGNATURES, NULL);
    struct document_node *chair = add(list, DOCUMENT_SIGNATURE, "А. Оспан");
    chair->label = "Төраға";
    chair->flag = true;
    struct document_node *secretary = add(list, DOCUMENT_SIGNATURE, "Б. Ли");
    secretary->label = "Хатшы";
    assert_text(paper,
        "Төраға                      ___қол қойылды____  А. Оспан\n\n"
        "Хатшы                       __________________  Б. Ли\n\n\n");
    assert_html(paper,
        "<div class=\"paper\" lang=\"kk\">\n"
        "<div class=\"paper-signatures\">"
        "<p class=\"paper-signature\"><span class=\"paper-office\">Төраға"
        "</span> <span class=\"paper-mark\">қол қойылды</span> "
        "<span class=\"paper-name\">А. Оспан</span></p>\n"
        "<p class=\"paper-signature\"><span class=\"paper-office\">Хатшы"
        "</span> <span class=\"paper-mark\"></span> "
        "<span class=\"paper-name\">Б. Ли</span></p>\n"
        "</div>\n</div>\n");
}

static void a_page_is_a_whole_document_in_its_language(void **state)
{
    (void)state;
    struct document_node *paper = root();
    (void)add(paper, DOCUMENT_NOTE, "Мысал");
    (void)add(paper, DOCUMENT_TITLE, "Хаттама & <1>");
    struct buffer buffer = BUFFER_EMPTY;
    document_html_page(paper, LANGUAGE_RU, &buffer);
    const char *page = buffer_text(&buffer);
    const char *start = "<!DOCTYPE html>\n<html lang=\"ru\">\n";
    assert_int_equal(strncmp(page, start, strlen(start)), 0);
    assert_non_null(
        strstr(page, "<title>Хаттама &amp; &lt;1&gt;</title>"));
    assert_non_null(strstr(page, "@page{size:A4;"));
    assert_non_null(strstr(page, "background:#fff;color:#000"));
    assert_non_null(
        strstr(page, "<div class=\"paper\" lang=\"ru\">"));
    assert_non_null(strstr(page, "</main>\n</body>\n</html>\n"));
    buffer_finish(&buffer);
}

/* 36 letters of two bytes and 35 more after a space: 72 characters. */
#define LETTERS_35 "әәәәәәәәәәәәәәәәәәәәәәәәәәәәәәәәәәә"

static void text_breaks_by_characters_at_72_and_not_before(void **state)
{
    (void)state;
    struct document_node *paper = root();
    (void)add(paper, DOCUMENT_PARAGRAPH, LETTERS_35 "ә " LETTERS_35);
    assert_text(paper, LETTERS_35 "ә " LETTERS_35 "\n\n");
    paper = root();
    (void)add(paper, DOCUMENT_PARAGRAPH, LETTERS_35 "ә " LETTERS_35 "ә");
    assert_text(paper, LETTERS_35 "ә\n" LETTERS_35 "ә\n\n");
}

static void a_word_longer_than_a_line_is_cut_between_characters(void **state)
{
    (void)state;
    struct document_node *paper = root();
    (void)add(paper, DOCUMENT_PARAGRAPH, LETTERS_35 LETTERS_35 "әәә");
    assert_text(paper, LETTERS_35 LETTERS_35 "әә\nә\n\n");
}

static void a_no_break_space_holds_a_line_together(void **state)
{
    (void)state;
    struct document_node *paper = root();
    (void)add(paper, DOCUMENT_PARAGRAPH,
        LETTERS_35 " " LETTERS_35 "\u00a0" "бб");
    assert_text(paper, LETTERS_35 "\n" LETTERS_35 "\u00a0" "бб\n\n");
}

static void text_keeps_typed_line_breaks_and_no_escape_codes(void **state)
{
    (void)state;
    struct document_node *paper = root();
    (void)add(paper, DOCUMENT_PARAGRAPH, "бір\n\nекі \x1b[2J үш");
    assert_text(paper, "бір\n\nекі  [2J үш\n\n");
}

static void a_title_stands_in_the_middle(void **state)
{
    (void)state;
    struct document_node *paper = root();
    (void)add(paper, DOCUMENT_TITLE, "Хаттама");
    assert_text(paper, "                                Хаттама\n\n");
}

static void numbered_items_hang_under_their_text(void **state)
{
    (void)state;
    struct document_node *paper = root();
    struct document_node *list = add(paper, DOCUMENT_LIST, NULL);
    struct document_node *item =
        add(list, DOCUMENT_ITEM, LETTERS_35 " " LETTERS_35);
    struct document_node *inner = add(item, DOCUMENT_LIST, NULL);
    (void)add(inner, DOCUMENT_ITEM, "ішкі");
    (void)add(list, DOCUMENT_ITEM, "екі");
    assert_text(paper,
        "1.  " LETTERS_35 "\n    " LETTERS_35 "\n"
        "    1.  ішкі\n\n"
        "2.  екі\n\n");
}

static void a_wide_table_is_wrapped_in_its_columns(void **state)
{
    (void)state;
    struct document_node *paper = root();
    struct document_node *table = add(paper, DOCUMENT_TABLE, NULL);
    table->flag = true;
    for (int i = 0; i < 3; i++) {
        struct document_node *row = add(table, DOCUMENT_ROW, NULL);
        (void)add(row, DOCUMENT_CELL, i == 0 ? "№" : i == 1 ? "9" : "10");
        (void)add(row, DOCUMENT_CELL, i == 0 ? "Аты" : LETTERS_35);
        (void)add(row, DOCUMENT_CELL,
            i == 0 ? "Мекенжайы" : LETTERS_35 " " LETTERS_35);
    }
    struct buffer buffer = BUFFER_EMPTY;
    document_text(paper, LANGUAGE_KK, &buffer);
    const char *text = buffer_text(&buffer);
    assert_true(assert_narrow(text) > 6);
    assert_non_null(strstr(text, "  №  Аты"));
    assert_non_null(strstr(text, "  9  ә"));
    assert_non_null(strstr(text, " 10  ә"));
    assert_non_null(strstr(text, "---  ---"));
    buffer_finish(&buffer);
}

static void an_empty_cell_leaves_no_blanks_at_the_end(void **state)
{
    (void)state;
    struct document_node *paper = root();
    struct document_node *table = add(paper, DOCUMENT_TABLE, NULL);
    for (int i = 0; i < 2; i++) {
        struct document_node *row = add(table, DOCUMENT_ROW, NULL);
        (void)add(row, DOCUMENT_CELL, i == 0 ? "Аты" : "Ерлан");
        (void)add(row, DOCUMENT_CELL, i == 0 ? "Қолы" : "");
    }
    assert_text(paper, "Аты    Қолы\n-----  ----\nЕрлан\n\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(html_escapes_what_people_typed),
        cmocka_unit_test(html_breaks_lines_and_drops_control_characters),
        cmocka_unit_test(a_table_has_caption_head_and_scopes),
        cmocka_unit_test(a_fact_carries_its_place_in_the_law),
        cmocka_unit_test(a_signature_shows_whether_it_was_given),
        cmocka_unit_test(a_page_is_a_whole_document_in_its_language),
        cmocka_unit_test(text_breaks_by_characters_at_72_and_not_before),
        cmocka_unit_test(a_word_longer_than_a_line_is_cut_between_characters),
        cmocka_unit_test(a_no_break_space_holds_a_line_together),
        cmocka_unit_test(text_keeps_typed_line_breaks_and_no_escape_codes),
        cmocka_unit_test(a_title_stands_in_the_middle),
        cmocka_unit_test(numbered_items_hang_under_their_text),
        cmocka_unit_test(a_wide_table_is_wrapped_in_its_columns),
        cmocka_unit_test(an_empty_cell_leaves_no_blanks_at_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
