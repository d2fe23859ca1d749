/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The syntax tree: one node a line, comments and blank lines among them, so
 * that a file can be printed back.  Private to law.
 *
 * Words are identifiers of the lexicon, texts are of the parser's arena.
 */
#ifndef LAW_SYNTAX_H
#define LAW_SYNTAX_H

#include "law/lexicon.h"

enum syntax_kind {
    SYNTAX_BLANK,
    SYNTAX_COMMENT,
    SYNTAX_BROKEN, /* a fault was told */
    /* blocks */
    SYNTAX_DECLARATION, /* word, verb, keyword */
    SYNTAX_ACT,
    SYNTAX_ARTICLE,
    SYNTAX_REPEALED,
    SYNTAX_PROCEDURE,
    SYNTAX_LOCAL_ACT,
    SYNTAX_CALENDAR,
    SYNTAX_SCENARIO,
    SYNTAX_LEVEL,
    SYNTAX_CRITERION,
    SYNTAX_AMEND,
    /* sentences */
    SYNTAX_TITLE,     /* of an act, local act or criterion */
    SYNTAX_NORM,      /* of an article */
    SYNTAX_AS_BEFORE, /* of an article */
    SYNTAX_READING,   /* of an article; deeper lines that follow are its own */
    SYNTAX_STAGE,     /* of a procedure */
    SYNTAX_DAYS,      /* of a calendar */
    SYNTAX_EXPECT,    /* of a scenario */
    SYNTAX_SIGN       /* of a criterion: + or - and a norm with one hole */
};

/* A text that a later pass looks up. */
struct syntax_reference {
    const char *text; /* NULL: not given */
    unsigned column;
};

struct syntax_date {
    struct date date; /* not set: not given */
    bool unchecked;
    unsigned column;
};

/* ACT PATH, PATH. */
struct syntax_place {
    struct syntax_reference act; /* text NULL: not given */
    const struct syntax_reference *paths;
    size_t paths_count;
};

enum syntax_comparison {
    SYNTAX_MORE,
    SYNTAX_MORE_OR_EQUAL,
    SYNTAX_LESS,
    SYNTAX_LESS_OR_EQUAL
};

/* `applies where population > 2000`. */
struct syntax_condition {
    bool given;
    enum syntax_comparison comparison;
    int64_t population;
};

/* word, verb, keyword. */
struct syntax_declaration {
    enum lexicon_table table; /* WORD, VERB; STAGE for every keyword */
    struct syntax_reference id;
    struct syntax_reference kind; /* the effect, of a verb */
    const struct syntax_reference *wider;
    size_t wider_count;
    const char *const *names[LANGUAGE_COUNT];
    size_t names_count[LANGUAGE_COUNT];
};

struct syntax_act {
    struct syntax_reference id;
    const char *rank;
    struct syntax_date adopted;
    const char *number; /* or NULL */
    const char *status; /* "adopted", … */
    struct syntax_date status_from;
    struct syntax_reference status_by;
};

struct syntax_level {
    struct syntax_reference id;
    const char *tier;
    const char *const *includes;
    size_t includes_count;
    const char *compact; /* "yes", "no", "partly", "unknown" */
};

/* Of ACT, by the bill BY. */
struct syntax_amend {
    struct syntax_reference act;
    struct syntax_reference by;
    const char *status;
};

/* article, repealed, procedure, local act, calendar, scenario, criterion. */
struct syntax_head {
    struct syntax_reference id; /* of an article its path */
    struct syntax_date from;    /* of a scenario its `at` */
    struct syntax_date until;   /* local act: the last day in force */
    struct syntax_reference by; /* an act, which need not be in the corpus */
    struct syntax_condition applies;
    const char *const *levels; /* `at`; of a scenario one or none */
    size_t levels_count;
    struct syntax_place place; /* continues, of, fills; of a criterion: of */
    const char *organ;         /* local act: of ORGAN */
    const char *kato;          /* local act: in KATO */
    bool invented;
};

struct syntax_title {
    enum language language;
    bool is_short;
    const char *text;
};

struct syntax_clause {
    struct law_clause clause; /* id "within", …; LEXICON_VALUE_PLACE: bare */
    struct syntax_place place;
    unsigned column;
};

struct syntax_norm {
    const char *const *subjects; /* none of an expectation of `none` … */
    size_t subjects_count;       /* … and of a question after the subject */
    const struct lexicon_entry *verb; /* NULL: asked for */
    const char *const *objects;  /* "*" stands for everything; none: asked */
    size_t objects_count;
    const struct syntax_clause *clauses;
    size_t clauses_count;
};

struct syntax_stage {
    enum law_stage_kind kind;
    const char *const *words;
    size_t words_count;
    struct law_amount amount;
    const struct syntax_clause *clauses;
    size_t clauses_count;
};

struct syntax_days {
    bool is_worked; /* else holidays */
    const struct syntax_date *dates;
    size_t count;
};

struct syntax_node {
    enum syntax_kind kind;
    unsigned line;
    unsigned column;     /* of its first token, or of the comment alone */
    unsigned depth;      /* 0 a block, 1 a sentence, 2 one within a reading */
    const char *comment; /* with its #, at the end of the line; or NULL */
    const char *label;   /* "3.1-1" of a norm, as-before or stage */
    bool unchecked;      /* ~ before the label */
    union {
        const struct syntax_declaration *declaration;
        const struct syntax_act *act;
        const struct syntax_head *head;
        const struct syntax_title *title;
        const struct syntax_norm *norm; /* NORM, EXPECT, SIGN */
        const struct syntax_level *level;
        const struct syntax_amend *amend;
        const struct syntax_stage *stage;
        const struct syntax_days *days;
        const char *reading; /* "article" or "text" */
    } of;
};

struct syntax_file {
    const char *name;
    struct syntax_node *nodes; /* one a line */
    size_t count;
};

/* ---- parsing ----------------------------------------------------------- */

/* What the parser of one file works with; tokens may go after parsing. */
struct syntax_parser {
    struct arena *arena; /* of the tree */
    const struct lexicon *lexicon;
    struct diagnostic_list *faults;
    const char *file;
    const struct lexer_line *line; /* the one being read */
    size_t at;                     /* the token that comes next */
    bool has_russian;              /* a name met in the line is Russian only */
    bool has_kazakh;
};

/*
 * Pass one: the declarations of a file become nodes, all other lines wait.
 * Pass two, when the lexicon is full: all other lines.
 */
void syntax_read_declarations(struct syntax_parser *parser,
    const struct lexer_lines *lines, struct syntax_file *file);
void syntax_read_rest(struct syntax_parser *parser,
    const struct lexer_lines *lines, struct syntax_file *file);

/*
 * Both passes over one source with a full lexicon, for printing it back;
 * false after a fault.  The tree is in `arena`.
 */
bool syntax_read(const struct lexicon *lexicon,
    const struct law_source *source, struct arena *arena,
    struct diagnostic_list *faults, struct syntax_file *file);

#endif
