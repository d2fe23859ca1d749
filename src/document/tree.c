/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Joining the nodes of a paper.
 */
#include <assert.h>
#include <string.h>

#include "document/document_internal.h"

static bool has_basis(const struct document_node *parent,
    const struct law_citation *citation);

struct document_node *document_add(const struct document_making *making,
    struct document_node *parent, enum document_node_kind kind,
    const char *text)
{
    assert(parent != NULL);
    struct document_node *node = arena_take(making->arena, sizeof *node);
    node->kind = kind;
    node->text = text;
    if (parent->last == NULL) {
        parent->first = node;
    } else {
        parent->last->next = node;
    }
    parent->last = node;
    return node;
}

void document_heading(const struct document_making *making, const char *key)
{
    (void)document_add(
        making, making->root, DOCUMENT_HEADING, document_key(making, key));
}

struct document_node *document_fact(const struct document_making *making,
    struct document_node *facts, const char *key, const char *text)
{
    return document_labelled(making, facts, document_key(making, key), text);
}

struct document_node *document_labelled(const struct document_making *making,
    struct document_node *facts, const char *label, const char *text)
{
    assert(facts->kind == DOCUMENT_FACTS);
    bool is_empty = text == NULL || text[0] == '\0';
    struct document_node *fact = document_add(
        making, facts, DOCUMENT_FACT, is_empty ? DOCUMENT_DASH : text);
    fact->label = label;
    return fact;
}

struct document_node *document_row(const struct document_making *making,
    struct document_node *table, const char *const *cells, size_t count)
{
    assert(table->kind == DOCUMENT_TABLE);
    struct document_node *row =
        document_add(making, table, DOCUMENT_ROW, NULL);
    for (size_t i = 0; i < count; i++) {
        (void)document_add(making, row, DOCUMENT_CELL, cells[i]);
    }
    return row;
}

void document_basis(const struct document_making *making,
    struct document_node *parent, const struct law_citation *citation)
{
    if (citation == NULL || citation->place == NULL ||
        citation->place[0] == '\0' || has_basis(parent, citation)) {
        return;
    }
    struct document_node *basis = document_add(making, parent, DOCUMENT_BASIS,
        document_place(making, citation));
    basis->citation = citation->place;
    basis->address = document_address(making, citation);
    basis->flag = citation->unchecked || citation->invented;
}

void document_stage_basis(const struct document_making *making,
    struct document_node *parent, const struct law_stage *stage)
{
    if (stage == NULL) {
        return;
    }
    document_basis(making, parent, &stage->citation);
    document_basis(making, parent, &stage->filled_by);
}

void document_signature(const struct document_making *making,
    struct document_node *signatures, const char *office, const char *name,
    bool is_signed)
{
    assert(signatures->kind == DOCUMENT_SIGNATURES);
    struct document_node *signature = document_add(making, signatures,
        DOCUMENT_SIGNATURE, name == NULL ? DOCUMENT_BLANK : name);
    signature->label =
        document_capital(making, document_word(making, office));
    signature->word = office;
    signature->flag = is_signed;
}

/* Several sentences of one place are cited once, for each of its marks. */
static bool has_basis(const struct document_node *parent,
    const struct law_citation *citation)
{
    bool flag = citation->unchecked || citation->invented;
    for (const struct document_node *child = parent->first; child != NULL;
         child = child->next) {
        if (child->kind == DOCUMENT_BASIS && child->flag == flag &&
            strcmp(child->citation, citation->place) == 0) {
            return true;
        }
    }
    return false;
}
