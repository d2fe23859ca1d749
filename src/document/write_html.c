/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A paper as HTML: a fragment for the site, a whole page for a file and A4.
 * Lays out what the tree says; adds no content of its own.
 */
#include "document/document_internal.h"

struct html {
    struct buffer *buffer;
    enum language language;
};

static void node_write(
    const struct html *html, const struct document_node *node);
static void children_write(
    const struct html *html, const struct document_node *node);
static void element_write(const struct html *html,
    const struct document_node *node, const char *name, const char *class);
static void fact_write(
    const struct html *html, const struct document_node *node);
static void table_write(
    const struct html *html, const struct document_node *node);
static void row_write(const struct html *html,
    const struct document_node *node, bool is_head);
static void signature_write(
    const struct html *html, const struct document_node *node);
static void basis_write(
    const struct html *html, const struct document_node *node);
static void text_write(struct buffer *buffer, const char *text);
static const char *title_of(const struct document_node *document);

/* The print style of a page on its own; the site has its own. */
static const char page_style[] =
    "@page{size:A4;margin:12mm 12mm 15mm 20mm;"
    "@bottom-right{content:counter(page) \" / \" counter(pages);"
    "font:9pt serif}}\n"
    "html{background:#fff;color:#000}\n"
    "body{margin:0 auto;max-width:170mm;padding:1rem;"
    "font:11pt/1.3 \"PT Serif\",\"Noto Serif\",\"Times New Roman\",serif}\n"
    "h1{font-size:15pt;text-align:center;margin:.7em 0 .5em}\n"
    "h2{font-size:11.5pt;margin:.9em 0 .2em;break-after:avoid}\n"
    "p{margin:.3em 0}\n"
    ".paper-head{text-align:center}\n"
    ".paper-slip{border:.5pt dashed #000;padding:.6em;margin:.8em 0;"
    "break-inside:avoid}\n"
    ".paper-box::before{content:\"\\2610\";margin-right:.6em}\n"
    "ol{margin:.3em 0}\n"
    ".paper-note{border:1pt solid #000;padding:.4em .6em;font-weight:bold}\n"
    ".paper-facts{margin:.4em 0}\n"
    ".paper-fact{display:flex;gap:.8em;margin:.15em 0;break-inside:avoid}\n"
    ".paper-fact dt{flex:0 0 30%;font-weight:bold}\n"
    ".paper-fact dd{flex:1;margin:0;min-width:0;overflow-wrap:anywhere}\n"
    ".paper-basis{font-size:8.5pt;font-style:italic}\n"
    "table{border-collapse:collapse;width:100%;margin:.5em 0}\n"
    "caption{text-align:left;font-weight:bold;margin-bottom:.2em}\n"
    "th,td{border:.5pt solid #000;padding:.2em .4em;text-align:left;"
    "vertical-align:top;overflow-wrap:anywhere}\n"
    "thead{display:table-header-group}\n"
    "tr{break-inside:avoid}\n"
    ".paper-numbered td:first-child{text-align:right;width:2.5em}\n"
    ".paper-signatures{margin-top:1.5em;break-inside:avoid}\n"
    ".paper-signature{display:flex;gap:1em;margin:1em 0;"
    "align-items:baseline}\n"
    ".paper-office{flex:0 0 38%}\n"
    ".paper-mark{flex:1;border-bottom:.5pt solid #000;text-align:center;"
    "font-size:9.5pt;min-height:1.2em}\n"
    ".paper-name{flex:0 0 34%}\n"
    "@media print{body{max-width:none;padding:0}}\n";

void document_html(const struct document_node *document,
    enum language language, struct buffer *buffer)
{
    struct html html = {buffer, language};
    buffer_add_format(buffer, "<div class=\"paper\" lang=\"%s\">\n",
        language_tag(language));
    children_write(&html, document);
    buffer_add_text(buffer, "</div>\n");
}

void document_html_page(const struct document_node *document,
    enum language language, struct buffer *buffer)
{
    buffer_add_format(buffer,
        "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
        "<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n<title>",
        language_tag(language));
    text_write(buffer, title_of(document));
    buffer_add_format(
        buffer, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n",
        page_style);
    document_html(document, language, buffer);
    buffer_add_text(buffer, "</main>\n</body>\n</html>\n");
}

static void node_write(
    const struct html *html, const struct document_node *node)
{
    switch (node->kind) {
    case DOCUMENT_ROOT:
        children_write(html, node);
        break;
    case DOCUMENT_TITLE:
        element_write(html, node, "h1", "paper-title");
        break;
    case DOCUMENT_HEAD:
        element_write(html, node, "p", "paper-head");
        break;
    case DOCUMENT_SLIP:
        element_write(html, node, "div", "paper-slip");
        break;
    case DOCUMENT_BOX:
        element_write(html, node, "p", "paper-box");
        break;
    case DOCUMENT_NOTE:
        element_write(html, node, "p", "paper-note");
        break;
    case DOCUMENT_HEADING:
        element_write(html, node, "h2", "paper-heading");
        break;
    case DOCUMENT_PARAGRAPH:
        element_write(html, node, "p", "paper-text");
        break;
    case DOCUMENT_LIST:
        element_write(html, node, "ol", "paper-list");
        break;
    case DOCUMENT_ITEM:
        element_write(html, node, "li", "paper-item");
        break;
    case DOCUMENT_FACTS:
        element_write(html, node, "dl", "paper-facts");
        break;
    case DOCUMENT_FACT:
        fact_write(html, node);
        break;
    case DOCUMENT_TABLE:
        table_write(html, node);
        break;
    case DOCUMENT_ROW:
        row_write(html, node, false);
        break;
    case DOCUMENT_CELL:
        element_write(html, node, "td", NULL);
        break;
    case DOCUMENT_SIGNATURES:
        element_write(html, node, "div", "paper-signatures");
        break;
    case DOCUMENT_SIGNATURE:
        signature_write(html, node);
        break;
    case DOCUMENT_BASIS:
        basis_write(html, node);
        break;
    }
}

static void children_write(
    const struct html *html, const struct document_node *node)
{
    for (const struct document_node *child = node->first; child != NULL;
         child = child->next) {
        if (child->kind == DOCUMENT_BASIS) {
            bool is_inline = node->kind != DOCUMENT_ROOT;
            buffer_add_text(html->buffer,
                is_inline ? " " : "<p class=\"paper-text\">");
            basis_write(html, child);
            buffer_add_text(html->buffer, is_inline ? "" : "</p>\n");
        } else {
            node_write(html, child);
        }
    }
}

static void element_write(const struct html *html,
    const struct document_node *node, const char *name, const char *class)
{
    if (class == NULL) {
        buffer_add_format(html->buffer, "<%s>", name);
    } else {
        buffer_add_format(html->buffer, "<%s class=\"%s\">", name, class);
    }
    text_write(html->buffer, node->text);
    children_write(html, node);
    buffer_add_format(html->buffer, "</%s>\n", name);
}

static void fact_write(
    const struct html *html, const struct document_node *node)
{
    buffer_add_text(html->buffer, "<div class=\"paper-fact\"><dt>");
    text_write(html->buffer, node->label);
    buffer_add_text(html->buffer, "</dt><dd>");
    text_write(html->buffer, node->text);
    children_write(html, node);
    buffer_add_text(html->buffer, "</dd></div>\n");
}

/* The first row is the head. */
static void table_write(
    const struct html *html, const struct document_node *node)
{
    buffer_add_format(html->buffer, "<table class=\"paper-table%s\">\n",
        node->flag ? " paper-numbered" : "");
    if (node->text != NULL) {
        buffer_add_text(html->buffer, "<caption>");
        text_write(html->buffer, node->text);
        buffer_add_text(html->buffer, "</caption>\n");
    }
    const struct document_node *row = node->first;
    if (row != NULL) {
        buffer_add_text(html->buffer, "<thead>\n");
        row_write(html, row, true);
        buffer_add_text(html->buffer, "</thead>\n<tbody>\n");
        for (row = row->next; row != NULL; row = row->next) {
            row_write(html, row, false);
        }
        buffer_add_text(html->buffer, "</tbody>\n");
    }
    buffer_add_text(html->buffer, "</table>\n");
}

static void row_write(const struct html *html,
    const struct document_node *node, bool is_head)
{
    buffer_add_text(html->buffer, "<tr>");
    for (const struct document_node *cell = node->first; cell != NULL;
         cell = cell->next) {
        buffer_add_text(
            html->buffer, is_head ? "<th scope=\"col\">" : "<td>");
        text_write(html->buffer, cell->text);
        children_write(html, cell);
        buffer_add_text(html->buffer, is_head ? "</th>" : "</td>");
    }
    buffer_add_text(html->buffer, "</tr>\n");
}

static void signature_write(
    const struct html *html, const struct document_node *node)
{
    buffer_add_text(html->buffer,
        "<p class=\"paper-signature\"><span class=\"paper-office\">");
    text_write(html->buffer, node->label);
    buffer_add_text(html->buffer, "</span> <span class=\"paper-mark\">");
    if (node->flag) {
        text_write(
            html->buffer, tongue_text(html->language, "paper.signed"));
    }
    buffer_add_text(
        html->buffer, "</span> <span class=\"paper-name\">");
    text_write(html->buffer, node->text);
    buffer_add_text(html->buffer, "</span></p>\n");
}

static void basis_write(
    const struct html *html, const struct document_node *node)
{
    buffer_add_format(html->buffer, "<span class=\"paper-basis%s\">",
        node->flag ? " paper-doubtful" : "");
    buffer_add_char(html->buffer, '[');
    text_write(html->buffer, node->text);
    buffer_add_text(html->buffer, "]</span>");
}

static void text_write(struct buffer *buffer, const char *text)
{
    document_escape(buffer, text, "<br>");
}

static const char *title_of(const struct document_node *document)
{
    for (const struct document_node *node = document->first; node != NULL;
         node = node->next) {
        if (node->kind == DOCUMENT_TITLE) {
            return node->text;
        }
    }
    return "";
}
