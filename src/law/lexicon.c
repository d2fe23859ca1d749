/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The tables of words as one tree of symbols: a root per table, an edge per
 * symbol, edges found by hash.  Looking a name up costs its tokens, however
 * many names there are.
 */
#include "law/lexicon.h"

#include <assert.h>
#include <string.h>

#include "law/lexer_internal.h"
#include "law/lexicon_internal.h"

enum { EDGES_FROM = 1024 };

/* What ends at a node. */
struct node {
    struct lexicon_entry *entry; /* NULL: no name ends here */
    unsigned languages;
    bool is_identifier;
};

struct edge {
    uint32_t from;
    uint32_t symbol;
    uint32_t to; /* 0: the slot is free */
};

struct table {
    const struct lexicon_entry **entries;
    size_t count;
    size_t capacity;
};

struct lexicon {
    struct arena *arena;
    struct lexer_symbols *symbols;
    struct table tables[LEXICON_TABLES];
    struct node *nodes; /* the first are the roots of the tables */
    size_t nodes_count;
    size_t nodes_capacity;
    struct edge *edges; /* open-addressed, at most half full */
    size_t edges_count;
    size_t edges_slots; /* a power of two */
};

static uint32_t node_add(struct lexicon *lexicon);
static uint32_t node_after(
    const struct lexicon *lexicon, uint32_t from, uint32_t symbol);
static uint32_t node_make(
    struct lexicon *lexicon, uint32_t from, uint32_t symbol);
static struct edge *edge_slot(
    const struct lexicon *lexicon, uint32_t from, uint32_t symbol);
static const struct node *node_of_id(const struct lexicon *lexicon,
    enum lexicon_table table, const char *id);

struct lexicon *lexicon_create(
    struct arena *arena, struct lexer_symbols *symbols)
{
    struct lexicon *lexicon = arena_take(arena, sizeof *lexicon);
    lexicon->arena = arena;
    lexicon->symbols = symbols;
    lexicon->edges_slots = EDGES_FROM;
    lexicon->edges =
        arena_take_array(arena, lexicon->edges_slots, sizeof(struct edge));
    for (int table = 0; table < LEXICON_TABLES; table++) {
        (void)node_add(lexicon);
    }
    lexicon_internal_keywords(lexicon);
    return lexicon;
}

struct lexer_symbols *lexicon_symbols(const struct lexicon *lexicon)
{
    return lexicon->symbols;
}

const struct lexicon_entry *lexicon_find(
    const struct lexicon *lexicon, enum lexicon_table table, const char *id)
{
    const struct node *node = node_of_id(lexicon, table, id);
    return node == NULL ? NULL : node->entry;
}

size_t lexicon_count(const struct lexicon *lexicon, enum lexicon_table table)
{
    return lexicon->tables[table].count;
}

const struct lexicon_entry *lexicon_at(
    const struct lexicon *lexicon, enum lexicon_table table, size_t index)
{
    assert(index < lexicon->tables[table].count);
    return lexicon->tables[table].entries[index];
}

bool lexicon_match(const struct lexicon *lexicon, enum lexicon_table table,
    const struct lexer_token *tokens, size_t count,
    struct lexicon_match *match)
{
    uint32_t at = (uint32_t)table;
    bool is_found = false;
    for (size_t i = 0; i < count && tokens[i].symbol != 0; i++) {
        at = node_after(lexicon, at, tokens[i].symbol);
        if (at == 0) {
            break;
        }
        const struct node *node = &lexicon->nodes[at];
        if (node->entry != NULL) {
            match->entry = node->entry;
            match->length = i + 1;
            match->languages = node->is_identifier ? 0 : node->languages;
            is_found = true;
        }
    }
    return is_found;
}

bool lexicon_match_all(const struct lexicon *lexicon, enum lexicon_table table,
    const struct lexer_token *tokens, size_t count,
    struct lexicon_match *match)
{
    struct lexicon_match longest;
    if (!lexicon_match(lexicon, table, tokens, count, &longest) ||
        longest.length != count) {
        return false;
    }
    *match = longest;
    return true;
}

const struct lexicon_entry *lexicon_add(
    struct lexicon *lexicon, const struct lexicon_entry *entry)
{
    uint32_t at = node_make(lexicon, (uint32_t)entry->table,
        lexer_symbol(lexicon->symbols, entry->id));
    struct node *node = &lexicon->nodes[at];
    if (node->entry != NULL) {
        return node->entry;
    }
    struct lexicon_entry *kept = arena_take(lexicon->arena, sizeof *kept);
    *kept = *entry;
    node->entry = kept;
    node->is_identifier = true;
    struct table *table = &lexicon->tables[entry->table];
    table->entries = arena_grow(lexicon->arena, table->entries, table->count,
        &table->capacity, sizeof(struct lexicon_entry *));
    table->entries[table->count++] = kept;
    return NULL;
}

struct lexicon_entry *lexicon_entry_of(
    struct lexicon *lexicon, enum lexicon_table table, const char *id)
{
    const struct node *node = node_of_id(lexicon, table, id);
    return node == NULL ? NULL : node->entry;
}

const struct lexicon_entry *lexicon_name(struct lexicon *lexicon,
    const struct lexicon_entry *entry, enum language language,
    const struct lexer_token *tokens, size_t count)
{
    uint32_t at = (uint32_t)entry->table;
    for (size_t i = 0; i < count; i++) {
        assert(tokens[i].symbol != 0);
        at = node_make(lexicon, at, tokens[i].symbol);
    }
    struct node *node = &lexicon->nodes[at];
    if (node->entry != NULL && node->entry != entry) {
        return node->entry;
    }
    if (node->entry == NULL) {
        node->entry = lexicon_entry_of(lexicon, entry->table, entry->id);
    }
    node->languages |= 1u << language;
    return NULL;
}

static const struct node *node_of_id(const struct lexicon *lexicon,
    enum lexicon_table table, const char *id)
{
    uint32_t symbol =
        lexer_symbol_known(lexicon->symbols, id, strlen(id));
    uint32_t at =
        symbol == 0 ? 0 : node_after(lexicon, (uint32_t)table, symbol);
    if (at == 0 || !lexicon->nodes[at].is_identifier) {
        return NULL;
    }
    return &lexicon->nodes[at];
}

static uint32_t node_add(struct lexicon *lexicon)
{
    lexicon->nodes = arena_grow(lexicon->arena, lexicon->nodes,
        lexicon->nodes_count, &lexicon->nodes_capacity,
        sizeof *lexicon->nodes);
    lexicon->nodes[lexicon->nodes_count] = (struct node){0};
    return (uint32_t)lexicon->nodes_count++;
}

/* 0 where no name goes on with this symbol; no edge leads to a root. */
static uint32_t node_after(
    const struct lexicon *lexicon, uint32_t from, uint32_t symbol)
{
    return edge_slot(lexicon, from, symbol)->to;
}

static uint32_t node_make(
    struct lexicon *lexicon, uint32_t from, uint32_t symbol)
{
    struct edge *edge = edge_slot(lexicon, from, symbol);
    if (edge->to != 0) {
        return edge->to;
    }
    uint32_t to = node_add(lexicon);
    *edge = (struct edge){from, symbol, to};
    lexicon->edges_count++;
    if (lexicon->edges_count * 2 > lexicon->edges_slots) {
        const struct edge *old = lexicon->edges;
        size_t old_slots = lexicon->edges_slots;
        lexicon->edges_slots *= 2;
        lexicon->edges = arena_take_array(
            lexicon->arena, lexicon->edges_slots, sizeof(struct edge));
        for (size_t i = 0; i < old_slots; i++) {
            if (old[i].to != 0) {
                *edge_slot(lexicon, old[i].from, old[i].symbol) = old[i];
            }
        }
    }
    return to;
}

/* The slot of an edge, or the free one where it would stand. */
static struct edge *edge_slot(
    const struct lexicon *lexicon, uint32_t from, uint32_t symbol)
{
    uint64_t hash =
        ((uint64_t)from << 32 | symbol) * UINT64_C(0x9E3779B97F4A7C15);
    size_t slot = (size_t)(hash >> 32) & (lexicon->edges_slots - 1);
    while (lexicon->edges[slot].to != 0 &&
        (lexicon->edges[slot].from != from ||
            lexicon->edges[slot].symbol != symbol)) {
        slot = (slot + 1) & (lexicon->edges_slots - 1);
    }
    return &lexicon->edges[slot];
}
