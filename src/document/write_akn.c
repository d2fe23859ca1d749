/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A paper as Akoma Ntoso 3.0: minutes as a debateReport, a decision as a
 * statement, all others as doc.  A heading begins a section; who signs, and
 * the state of the record, are its conclusions.
 */
#include <string.h>

#include "document/akn_internal.h"

#define NAMESPACE "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

static void part_write(struct akn *akn, const struct document_node *node);
static void preface_write(struct akn *akn, const struct document_node *node);
static void section_start(struct akn *akn, const char *heading);
static void section_end(struct akn *akn);
static void blocks_write(struct akn *akn, const struct document_node *parent);
static void block_write(struct akn *akn, const struct document_node *node);
static void list_write(struct akn *akn, const struct document_node *node);
static void item_write(struct akn *akn, const struct document_node *node,
    size_t list, size_t number);
static void table_write(struct akn *akn, const struct document_node *node);
static void slip_write(struct akn *akn, const struct document_node *node);
static void signatures_write(
    struct akn *akn, const struct document_node *node);
static void signature_write(struct akn *akn, const struct document_node *node);
static void prose_write(struct akn *akn, const char *name,
    const struct document_node *node);
static void ref_write(struct akn *akn, const struct document_node *basis);
static void tally_write(struct akn *akn, const struct document_tally *tally,
    size_t list);
static void text_write(struct buffer *buffer, const char *text);
static const char *element_name(enum document_kind kind);

void document_akn(const struct document_node *document, struct buffer *buffer)
{
    struct akn akn = {.about = document->about, .arena = arena_create()};
    akn.known = map_create(akn.arena);
    document_akn_body(&akn, document);
    const char *element = element_name(akn.about->kind);
    buffer_add_format(buffer,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<akomaNtoso xmlns=\"" NAMESPACE "\">\n"
        "<%s name=\"%s\" contains=\"singleVersion\">\n",
        element, document_kind_name(akn.about->kind));
    document_akn_meta(&akn, buffer);
    buffer_add_text(buffer, "<preface>\n");
    buffer_add_text(buffer, buffer_text(&akn.preface));
    buffer_add_text(buffer, "</preface>\n<mainBody>\n");
    buffer_add_text(buffer, buffer_text(&akn.body));
    buffer_add_text(buffer, "</mainBody>\n");
    if (akn.conclusions.length > 0) {
        buffer_add_text(buffer, "<conclusions>\n");
        buffer_add_text(buffer, buffer_text(&akn.conclusions));
        buffer_add_text(buffer, "</conclusions>\n");
    }
    buffer_add_format(buffer, "</%s>\n</akomaNtoso>\n", element);
    buffer_finish(&akn.preface);
    buffer_finish(&akn.body);
    buffer_finish(&akn.conclusions);
    buffer_finish(&akn.tallies);
    buffer_finish(&akn.references);
    arena_destroy(akn.arena);
}

void document_akn_body(struct akn *akn, const struct document_node *document)
{
    for (const struct document_node *node = document->first; node != NULL;
         node = node->next) {
        part_write(akn, node);
    }
    section_end(akn);
}

static void part_write(struct akn *akn, const struct document_node *node)
{
    bool is_of_preface = node->kind == DOCUMENT_TITLE ||
        node->kind == DOCUMENT_HEAD || node->kind == DOCUMENT_NOTE;
    if (is_of_preface) {
        preface_write(akn, node);
    } else if (node->kind == DOCUMENT_SIGNATURES) {
        signatures_write(akn, node);
    } else if (node->kind == DOCUMENT_HEADING) {
        section_end(akn);
        section_start(akn, node->text);
    } else {
        if (akn->sections == 0) {
            section_start(akn, NULL);
        }
        block_write(akn, node);
    }
}

static void preface_write(struct akn *akn, const struct document_node *node)
{
    if (node->kind == DOCUMENT_TITLE) {
        buffer_add_text(&akn->preface, "<p><docTitle>");
        text_write(&akn->preface, node->text);
        buffer_add_text(&akn->preface, "</docTitle></p>\n");
        return;
    }
    buffer_add_text(&akn->preface,
        node->kind == DOCUMENT_NOTE ? "<p class=\"note\">" : "<p>");
    text_write(&akn->preface, node->text);
    buffer_add_text(&akn->preface, "</p>\n");
}

static void section_start(struct akn *akn, const char *heading)
{
    akn->sections++;
    buffer_add_format(
        &akn->body, "<section eId=\"sec_%zu\">\n", akn->sections);
    if (heading != NULL) {
        buffer_add_text(&akn->body, "<heading>");
        text_write(&akn->body, heading);
        buffer_add_text(&akn->body, "</heading>\n");
    }
    buffer_add_format(&akn->body, "<content eId=\"sec_%zu__content\">\n",
        akn->sections);
}

static void section_end(struct akn *akn)
{
    if (akn->sections > 0) {
        buffer_add_text(&akn->body, "</content>\n</section>\n");
    }
}

static void blocks_write(struct akn *akn, const struct document_node *parent)
{
    for (const struct document_node *node = parent->first; node != NULL;
         node = node->next) {
        if (node->kind != DOCUMENT_BASIS) {
            block_write(akn, node);
        }
    }
}

static void block_write(struct akn *akn, const struct document_node *node)
{
    switch (node->kind) {
    case DOCUMENT_LIST:
    case DOCUMENT_FACTS:
        list_write(akn, node);
        break;
    case DOCUMENT_TABLE:
        table_write(akn, node);
        break;
    case DOCUMENT_SLIP:
        slip_write(akn, node);
        break;
    case DOCUMENT_SIGNATURES:
        signatures_write(akn, node);
        break;
    case DOCUMENT_BASIS:
        buffer_add_text(&akn->body, "<p>");
        ref_write(akn, node);
        buffer_add_text(&akn->body, "</p>\n");
        break;
    case DOCUMENT_ROOT:
    case DOCUMENT_TITLE:
    case DOCUMENT_HEAD:
    case DOCUMENT_NOTE:
    case DOCUMENT_HEADING:
    case DOCUMENT_PARAGRAPH:
    case DOCUMENT_ITEM:
    case DOCUMENT_FACT:
    case DOCUMENT_ROW:
    case DOCUMENT_CELL:
    case DOCUMENT_SIGNATURE:
    case DOCUMENT_BOX:
        prose_write(akn, "p", node);
        blocks_write(akn, node);
        break;
    }
}

/* ---- lists, tables, slips ------------------------------------------------ */

/* A list without an item is none. */
static void list_write(struct akn *akn, const struct document_node *node)
{
    if (node->first == NULL) {
        return;
    }
    size_t list = ++akn->lists;
    buffer_add_format(&akn->body, "<blockList eId=\"list_%zu\">\n", list);
    size_t number = 0;
    for (const struct document_node *item = node->first; item != NULL;
         item = item->next) {
        item_write(akn, item, list, ++number);
    }
    buffer_add_text(&akn->body, "</blockList>\n");
    if (node->tally != NULL) {
        tally_write(akn, node->tally, list);
    }
}

static void item_write(struct akn *akn, const struct document_node *node,
    size_t list, size_t number)
{
    buffer_add_format(&akn->body, "<item eId=\"list_%zu__item_%zu\">\n", list,
        number);
    if (node->kind == DOCUMENT_FACT) {
        buffer_add_text(&akn->body, "<heading>");
        text_write(&akn->body, node->label);
        buffer_add_text(&akn->body, "</heading>\n");
    } else if (node->kind == DOCUMENT_ITEM) {
        buffer_add_format(&akn->body, "<num>%zu.</num>\n", number);
    }
    prose_write(akn, "p", node);
    blocks_write(akn, node);
    buffer_add_text(&akn->body, "</item>\n");
}

static void table_write(struct akn *akn, const struct document_node *node)
{
    buffer_add_format(
        &akn->body, "<table eId=\"table_%zu\">\n", ++akn->tables);
    if (node->text != NULL) {
        buffer_add_text(&akn->body, "<caption>");
        text_write(&akn->body, node->text);
        buffer_add_text(&akn->body, "</caption>\n");
    }
    for (const struct document_node *row = node->first; row != NULL;
         row = row->next) {
        const char *name = row == node->first ? "th" : "td";
        buffer_add_text(&akn->body, "<tr>");
        for (const struct document_node *cell = row->first; cell != NULL;
             cell = cell->next) {
            buffer_add_format(&akn->body, "<%s>", name);
            prose_write(akn, "p", cell);
            buffer_add_format(&akn->body, "</%s>", name);
        }
        buffer_add_text(&akn->body, "</tr>\n");
    }
    buffer_add_text(&akn->body, "</table>\n");
}

/* Its boxes stand together, as a list. */
static void slip_write(struct akn *akn, const struct document_node *node)
{
    size_t list = 0;
    size_t number = 0;
    for (const struct document_node *part = node->first; part != NULL;
         part = part->next) {
        if (part->kind == DOCUMENT_BOX) {
            if (list == 0) {
                list = ++akn->lists;
                buffer_add_format(
                    &akn->body, "<blockList eId=\"list_%zu\">\n", list);
            }
            item_write(akn, part, list, ++number);
            continue;
        }
        if (list != 0) {
            buffer_add_text(&akn->body, "</blockList>\n");
            list = 0;
        }
        block_write(akn, part);
    }
    if (list != 0) {
        buffer_add_text(&akn->body, "</blockList>\n");
    }
}

/* ---- who signs ----------------------------------------------------------- */

static void signatures_write(struct akn *akn, const struct document_node *node)
{
    for (const struct document_node *one = node->first; one != NULL;
         one = one->next) {
        signature_write(akn, one);
    }
}

static void signature_write(struct akn *akn, const struct document_node *node)
{
    size_t number = ++akn->signatures;
    if (map_put(akn->known, node->word, akn) == NULL) {
        buffer_add_format(&akn->references,
            "<TLCRole eId=\"role.%s\" href=\"/akn/ontology/role/kz/%s\" "
            "showAs=\"",
            node->word, node->word);
        text_write(&akn->references, node->label);
        buffer_add_text(&akn->references, "\"/>\n");
    }
    buffer_add_format(&akn->conclusions,
        "<p><signature eId=\"sig_%zu\"><role eId=\"sig_%zu__role\" "
        "refersTo=\"#role.%s\">",
        number, number, node->word);
    text_write(&akn->conclusions, node->label);
    buffer_add_text(&akn->conclusions, "</role> ");
    text_write(&akn->conclusions, node->text);
    if (node->flag) {
        buffer_add_text(&akn->conclusions, " (");
        text_write(&akn->conclusions,
            tongue_text(akn->about->language, "paper.signed"));
        buffer_add_char(&akn->conclusions, ')');
    }
    buffer_add_text(&akn->conclusions, "</signature></p>\n");
}

/* ---- text and what it rests on ------------------------------------------- */

static void prose_write(struct akn *akn, const char *name,
    const struct document_node *node)
{
    buffer_add_format(&akn->body, "<%s>", name);
    text_write(&akn->body, node->text);
    for (const struct document_node *child = node->first; child != NULL;
         child = child->next) {
        if (child->kind == DOCUMENT_BASIS) {
            buffer_add_char(&akn->body, ' ');
            ref_write(akn, child);
        }
    }
    buffer_add_format(&akn->body, "</%s>\n", name);
}

/* A place that the corpus does not know is text alone. */
static void ref_write(struct akn *akn, const struct document_node *basis)
{
    if (basis->address == NULL) {
        text_write(&akn->body, basis->text);
        return;
    }
    if (map_put(akn->known, basis->address, akn) == NULL) {
        buffer_add_format(&akn->references,
            "<activeRef eId=\"cite_%zu\" href=\"", map_count(akn->known));
        text_write(&akn->references, basis->address);
        buffer_add_text(&akn->references, "\" showAs=\"");
        text_write(&akn->references, basis->text);
        buffer_add_text(&akn->references, "\"/>\n");
    }
    buffer_add_format(
        &akn->body, "<ref eId=\"ref_%zu\" href=\"", ++akn->refs);
    text_write(&akn->body, basis->address);
    buffer_add_text(&akn->body, "\">");
    text_write(&akn->body, basis->text);
    buffer_add_text(&akn->body, "</ref>");
}

static void tally_write(
    struct akn *akn, const struct document_tally *tally, size_t list)
{
    struct buffer *out = &akn->tallies;
    size_t number = ++akn->tallied;
    const char *name = tally->is_quorum ? "quorumVerification" : "voting";
    const char *outcome = tally->is_quorum
        ? (tally->reached ? "quorum-met" : "quorum-not-met")
        : (tally->reached ? "adopted" : "rejected");
    buffer_add_format(out,
        "<%s eId=\"tally_%zu\" outcome=\"#%s\" href=\"#list_%zu\">"
        "<quorum eId=\"tally_%zu__needed\" value=\"%lld\"/>"
        "<count eId=\"tally_%zu__present\" value=\"%lld\" "
        "refersTo=\"#present\"/>",
        name, number, outcome, list, number, (long long)tally->needed, number,
        (long long)tally->present);
    if (!tally->is_quorum) {
        const struct {
            const char *name;
            int64_t votes;
        } counts[] = {{"for", tally->count.votes_for},
            {"against", tally->count.against},
            {"abstain", tally->count.abstain}};
        for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
            buffer_add_format(out,
                "<count eId=\"tally_%zu__%s\" value=\"%lld\" "
                "refersTo=\"#%s\"/>",
                number, counts[i].name, (long long)counts[i].votes,
                counts[i].name);
        }
    }
    buffer_add_format(out, "</%s>\n", name);
}

static void text_write(struct buffer *buffer, const char *text)
{
    document_escape(buffer, text, "<eol/>");
}

static const char *element_name(enum document_kind kind)
{
    if (kind == DOCUMENT_MINUTES) {
        return "debateReport";
    }
    return kind == DOCUMENT_DECISION ? "statement" : "doc";
}
