/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Official papers as one tree, made from the record: notice, attendance list,
 * slips for an open vote, minutes, decision, extract from the minutes.  Written
 * here as HTML, text and Akoma Ntoso; press prints the same tree as PDF.  Pure:
 * names come from the caller.
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
    DOCUMENT_DECISION,
    DOCUMENT_SLIPS,  /* of an item, or of all: each votes openly on paper */
    DOCUMENT_EXTRACT /* what the minutes say of one item */
};

enum { DOCUMENT_KINDS = DOCUMENT_EXTRACT + 1 };

/* True of a paper about one item of the agenda. */
bool document_kind_is_of_item(enum document_kind kind);

const char *document_kind_name(enum document_kind kind); /* "notice", … */
bool document_kind_parse(const char *name, enum document_kind *kind);

enum document_node_kind {
    DOCUMENT_ROOT,
    DOCUMENT_TITLE,     /* the one heading of the paper */
    DOCUMENT_HEAD,      /* a line of the head: who, where, when */
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
    DOCUMENT_SLIP,      /* of what stands on one slip, which is cut out */
    DOCUMENT_BOX,       /* a box to be marked, and what that means */
    DOCUMENT_BASIS      /* the place of the law that a part rests on */
};

/* What a paper is, beside its words: of the root. */
struct document_about {
    enum document_kind kind;
    enum language language;
    const char *community;  /* KATO, nine digits */
    const char *organ;      /* a word of the law: "gathering" */
    const char *organ_name;
    const char *number;     /* of the sitting or the decision; "5-2" */
    struct date date;       /* of the call, the sitting or the decision */
    int64_t event;          /* the state of the record that it tells */
    struct instant made;    /* when that state was reached */
};

/* What was counted: of FACTS that tell it. */
struct document_tally {
    bool is_quorum;
    int64_t needed;
    int64_t present;
    struct vote_count count; /* not of a quorum */
    bool reached;            /* adopted; met */
};

/* The text of what is left for the pen. */
#define DOCUMENT_BLANK "____________________"

/*
 * A part of a paper.  All that a reader sees stands here in words of the
 * paper's language; a writer only lays it out.  A newline in a text breaks the
 * line.
 */
struct document_node {
    enum document_node_kind kind;
    const char *text;  /* plain text, or NULL; TABLE: its caption; CELL: NULL
                          where the pen writes */
    const char *label; /* FACT, SIGNATURE: its label */
    const char *citation; /* BASIS: "law-2001/39-3/8", or NULL */
    const char *address;  /* BASIS: the same as an Akoma Ntoso address */
    const char *word;     /* SIGNATURE: the office, a word of the law */
    const struct document_tally *tally; /* FACTS, or NULL */
    const struct document_about *about; /* ROOT */
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
 * The paper of a proceeding (DECISION, EXTRACT: of an item, by number; SLIPS:
 * of one, or of all where it is 0) in a language; `people` NULL: all names as
 * erased.  The tree lives as long as the arena
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

/*
 * Akoma Ntoso 3.0 with the identifiers of the work and of this expression.
 * Whatever it refers to stands in its references or is a part of it.
 */
void document_akn(
    const struct document_node *document, struct buffer *buffer);

/* Plain text, 72 columns. */
void document_text(const struct document_node *document,
    enum language language, struct buffer *buffer);

#endif
