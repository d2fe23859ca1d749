/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Official papers as one tree, made from the record: notice, attendance list,
 * minutes, decision.  Written as HTML (screen and A4) and as text; the tree
 * serves other formats later.  Pure: names come from the caller.
 */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/language.h"
#include "proceeding/engine.h"
#include "tongue/tongue.h"

enum document_kind {
    DOCUMENT_NOTICE,
    DOCUMENT_ATTENDANCE,
    DOCUMENT_MINUTES,
    DOCUMENT_DECISION
};

const char *document_kind_name(enum document_kind kind); /* "notice", … */
bool document_kind_parse(const char *name, enum document_kind *kind);

enum document_node_kind {
    DOCUMENT_ROOT,
    DOCUMENT_TITLE,     /* the one heading of the paper */
    DOCUMENT_NOTE,      /* a mark on top: "example, invented people" */
    DOCUMENT_HEADING,
    DOCUMENT_PARAGRAPH,
    DOCUMENT_LIST,      /* of ITEM, numbered */
    DOCUMENT_ITEM,
    DOCUMENT_FACTS,     /* of FACT: label and value */
    DOCUMENT_FACT,
    DOCUMENT_TABLE,     /* of ROW; the first row is the head */
    DOCUMENT_ROW,
    DOCUMENT_CELL,
    DOCUMENT_SIGNATURES, /* of SIGNATURE */
    DOCUMENT_SIGNATURE, /* label: office, text: name, signed or not */
    DOCUMENT_BASIS      /* the place of the law that a part rests on */
};

/*
 * A part of a paper.  All that a reader sees stands here in words of the
 * paper's language; a writer only lays it out.  A newline in a text breaks the
 * line.
 */
struct document_node {
    enum document_node_kind kind;
    const char *text;  /* plain text, or NULL; TABLE: its caption */
    const char *label; /* FACT, SIGNATURE: its label */
    const char *citation; /* BASIS: "law-2001/39-3/8", or NULL */
    bool flag;         /* SIGNATURE: signed; TABLE: first column numbers;
                          BASIS: not checked, or invented */
    struct document_node *first;
    struct document_node *last;
    struct document_node *next;
};

/*
 * Names behind keys, as text that lives as long as the arena; NULL of a person
 * whose name was erased.
 */
struct document_people {
    const char *(*name)(
        void *context, const char *key, struct arena *arena);
    /* The roll, for the attendance list to sign: rows from `offset`, at most
       `max`; -> how many, 0 past the end.  May be NULL. */
    size_t (*roll)(void *context, size_t offset, size_t max,
        const char **names, const char **addresses, struct arena *arena);
    void *context;
};

/*
 * The paper of a proceeding (DECISION: of an item, by number) in a language;
 * `people` NULL: all names as erased.  The tree lives as long as the arena
 * and the corpus.  STATUS_MISSING where it does not exist yet, with a message
 * that says what is still to be done.
 */
enum status document_make(enum document_kind kind,
    const struct engine_facts *facts, int64_t item, enum language language,
    const struct document_people *people, struct arena *arena,
    struct document_node **document, struct error *error);

/*
 * A fragment: <article class="paper" lang="kk"> … </article>, escaped; its
 * title is an h1.
 */
void document_html(const struct document_node *document,
    enum language language, struct buffer *buffer);

/* A whole page with the print style inside, for a file. */
void document_html_page(const struct document_node *document,
    enum language language, struct buffer *buffer);

/* Plain text, 72 columns. */
void document_text(const struct document_node *document,
    enum language language, struct buffer *buffer);

#endif
