/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The compiled corpus: what struct law is made of.  Private to law.
 *
 * Sources -> lexer (lines of tokens) -> syntax (one node a line, lexicon)
 *         -> corpus (acts, editions with `as before` resolved, norms,
 *            procedures, local acts).
 */
#ifndef LAW_CORPUS_H
#define LAW_CORPUS_H

#include "base/map.h"
#include "law/syntax.h"

/*
 * One past each is a fault: lists and `as before` multiply norms, articles
 * continue one another.
 */
enum { CORPUS_NORMS_MAX = 1 << 18, CORPUS_CONTINUES_MAX = 16 };

/* A sentence of an article's edition, `as before` followed to its text. */
struct corpus_sentence {
    const struct syntax_node *node; /* the SYNTAX_NORM that says it */
    const char *file;               /* of `node` */
    const char *label;
    bool unchecked;      /* ~ here or where it was said */
    const char *reading; /* the block it stands in, or NULL */
};

/* One fact.  Norms that law.h gives out are the first member of these. */
struct corpus_norm {
    struct law_norm norm;
    const struct corpus_sentence *sentence; /* clauses: ->node->of.norm */
    const struct corpus_edition *edition;
    const char *const *levels; /* `at` of the sentence */
    size_t levels_count;
};

/*
 * An edition of an article, or the end of one: `repealed`, or another article
 * that `continues` it.  It holds from `from` where `applies` holds, until the
 * next one that does.
 */
struct corpus_edition {
    const struct corpus_article *article;
    const struct syntax_node *node; /* ARTICLE (also another's), REPEALED */
    const char *file;
    struct date from;
    bool is_end; /* nothing is in force from here on */
    const char *bill; /* whose edition it is; NULL: it is in force */
    struct syntax_condition applies;
    const char *const *levels;
    size_t levels_count;
    struct corpus_sentence *sentences;
    size_t sentences_count;
    struct corpus_norm *norms;
    size_t norms_count;
};

struct corpus_article {
    const struct corpus_act *act;
    const char *path;
    struct corpus_edition *editions; /* by day, of a day in source order */
    size_t editions_count;
    size_t editions_capacity;
    const struct corpus_article *continues; /* or NULL */
};

struct corpus_act {
    struct law_act act; /* first */
    const struct syntax_node *node; /* ACT or LOCAL_ACT */
    const char *file;
    struct corpus_article **articles; /* in the order of the sources */
    size_t articles_count;
    size_t articles_capacity;
    /* Of a local act alone: */
    const char *organ;
    const char *kato;
    struct date from;
    struct date until; /* the last day in force; may be unset */
    bool invented;
    const struct syntax_head *head;
};

/* What one edition of a procedure, or one local act about it, says. */
struct corpus_procedure_edition {
    const struct syntax_node *node; /* PROCEDURE */
    const char *file;
    const struct corpus_act *local; /* the local act it stands in, or NULL */
    struct date from;
    struct syntax_condition applies;
    const struct corpus_article **articles; /* `of` */
    size_t articles_count;
    struct law_citation citation;
    struct law_stage *stages;
    const struct syntax_node **nodes; /* of each stage */
    size_t stages_count;
};

struct corpus_procedure {
    const char *id;
    struct corpus_procedure_edition *editions; /* by day */
    size_t editions_count;
    size_t editions_capacity;
    struct corpus_procedure_edition *fills; /* of local acts */
    size_t fills_count;
    size_t fills_capacity;
};

struct corpus_scenario {
    const struct syntax_node *node; /* SCENARIO, its EXPECTs follow */
    size_t expectations;
    const char *file;
};

struct law {
    struct arena *arena;
    struct lexicon *lexicon;
    struct syntax_file *files; /* in the order of the sources */
    size_t files_count;
    struct map *acts_by_id;    /* -> struct corpus_act */
    struct corpus_act **acts;  /* in the order of the sources */
    size_t acts_count;
    size_t acts_capacity;
    struct map *articles; /* "ACT PATH" -> struct corpus_article */
    struct map *procedures; /* id -> struct corpus_procedure */
    struct date_calendar calendar;
    struct law_level *levels;
    size_t levels_count;
    size_t levels_capacity;
    struct law_criterion **criteria;
    size_t criteria_count;
    size_t criteria_capacity;
    struct corpus_scenario *scenarios;
    size_t scenarios_count;
    size_t scenarios_capacity;
    size_t norms_count;
};

/* NULL where there is none. */
const struct corpus_act *corpus_act(const struct law *law, const char *id);
const struct corpus_article *corpus_article(
    const struct law *law, const char *act, const char *path);

/*
 * Walks the editions of an article in force on a day, newest first: one where
 * the population is known; where it is negative, every one that is in force
 * somewhere.  Nothing where the article has ended.
 */
struct corpus_walk {
    const struct corpus_article *article;
    struct date day;
    const char *bill; /* whose editions are met too; NULL: none */
    size_t left;  /* editions not yet looked at */
    int64_t from; /* the populations for which none was met yet: */
    int64_t to;   /* from … to, both included; empty where from > to */
};
struct corpus_walk corpus_walk(const struct corpus_article *article,
    struct date day, int64_t population);
const struct corpus_edition *corpus_walk_next(struct corpus_walk *walk);

/* The edition of a procedure in force; NULL where none is. */
const struct corpus_procedure_edition *corpus_procedure_edition(
    const struct corpus_procedure *procedure, struct date day,
    int64_t population);

/* True where the local act holds in the unit `kato` on `day`. */
bool corpus_act_is_local_to(
    const struct corpus_act *act, const char *kato, struct date day);

/* Clauses as text with identifiers: "for 4 years; proposed-by akim". */
void corpus_clauses_write(const struct syntax_clause *clauses, size_t count,
    struct buffer *buffer);
void corpus_amount_write(
    const struct law_amount *amount, struct buffer *buffer);

/*
 * Places: "ACT/PATH/LABEL" of a law, "ACT/PATH" of an article, "ACT/LABEL" of
 * a local act, whose labels count through the whole act and whose citations
 * have the article "".
 */
const char *corpus_place(struct arena *arena, const char *act,
    const char *article, const char *label);

#endif
