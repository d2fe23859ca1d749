/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A template as compile_pages reads it: a flat list of parts, and the shapes of
 * its arguments.
 */
#ifndef TOOLS_PAGES_H
#define TOOLS_PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum {
    NAME_MAX_BYTES = 64,
    PATH_MAX_BYTES = 160,
    FIELDS_MAX = 64,
    SHAPES_MAX = 24,
    NODES_MAX = 2000,
    DEPTH_MAX = 48
};

enum type {
    TYPE_NONE,
    TYPE_FLAG,
    TYPE_TEXT,
    TYPE_NUMBER,
    TYPE_MONEY,
    TYPE_DATE,
    TYPE_INSTANT,
    TYPE_MESSAGE,
    TYPE_HTML,
    TYPE_URL,
    TYPE_LIST,
    TYPE_USE
};

/* A word that may stand before a value: what it is and what writes it. */
struct word {
    const char *name;
    enum type type;
    const char *writer;
    const char *argument; /* as an argument of a message, or NULL */
};

struct field {
    char name[NAME_MAX_BYTES];
    enum type type;
    struct shape *rows; /* of a list */
    char use[NAME_MAX_BYTES];
};

/* A struct of arguments, or what the rows of a list are. */
struct shape {
    char name[PATH_MAX_BYTES];
    struct field fields[FIELDS_MAX];
    size_t count;
    struct field row; /* where a row is one value: its type */
};

enum node_kind {
    NODE_RAW,
    NODE_VALUE,
    NODE_MESSAGE,
    NODE_IF,
    NODE_ELSE,
    NODE_FOR,
    NODE_USE,
    NODE_END
};

struct argument {
    char name[NAME_MAX_BYTES];
    const struct word *word;
    char path[PATH_MAX_BYTES];
};

struct node {
    enum node_kind kind;
    bool is_not;
    const struct word *word;
    const struct field *field;
    char path[PATH_MAX_BYTES]; /* of the value, in C */
    char name[NAME_MAX_BYTES]; /* a key, a row, another template */
    char *raw;
    size_t length, capacity;
    struct argument arguments[8];
    size_t arguments_count;
};

/* Where in the HTML the reader of a template is. */
enum mode { MODE_TEXT, MODE_TAG, MODE_VALUE };

struct block {
    const struct node *node;
    int line;
    bool has_else;
    enum mode mode;
    size_t elements; /* open where it began: not its own to close */
    char row[NAME_MAX_BYTES];
    struct shape *shape;
};

struct template
{
    const char *file;
    char name[NAME_MAX_BYTES];
    const char *at;
    int line;
    enum mode mode;
    char element[NAME_MAX_BYTES];   /* of the tag being read */
    char attribute[NAME_MAX_BYTES]; /* of the value being read */
    bool is_self_closed;
    char elements[DEPTH_MAX][NAME_MAX_BYTES];
    size_t elements_count;
    struct block blocks[DEPTH_MAX];
    size_t blocks_count;
    struct node *nodes;
    size_t nodes_count;
    struct shape shapes[SHAPES_MAX]; /* the first: of the whole */
    size_t shapes_count;
};

/* The template being read or written. */
extern struct template *page;

/* The text of all po files. */
extern char *catalogue;

/* Says on standard error where the reader is and what is wrong there. */
void fault(const char *format, ...) __attribute__((format(printf, 1, 2)));

void *resize(void *memory, size_t size); /* never NULL */
void copy(char *to, size_t size, const char *from, size_t length);
struct node *node_add(enum node_kind kind);

/* Does this attribute hold an address? */
bool takes_url(const char *attribute);

/* Reads what stands between {{ and }}; changes `text`. */
void tag_read(char *text);

/* Print the header's part and the function of `page`. */
void declaration_write(FILE *file);
void definition_write(void);

#endif
