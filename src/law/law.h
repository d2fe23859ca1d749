/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The law as data: sources in the law language (docs/law-language.md) compiled
 * into one immutable corpus that answers "who may do what, on which day, by
 * which place of the law" and gives procedures as stages.
 *
 * A corpus owns all it returns; it may be read by many threads.  Reads no
 * file and no clock.
 */
#ifndef LAW_LAW_H
#define LAW_LAW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/date.h"
#include "base/error.h"
#include "base/fraction.h"
#include "base/language.h"

/* Bounds of what is read; one past each is a diagnostic. */
enum {
    LAW_SOURCE_BYTES_MAX = 4 * 1024 * 1024,
    LAW_LINE_BYTES_MAX = 4096,
    LAW_LIST_MAX = 64,
    LAW_DIAGNOSTICS_MAX = 100
};

struct law;

struct law_source {
    const char *name; /* as shown in diagnostics: "law/law-2001.law" */
    struct bytes text;
};

/* A fault in a source. */
struct law_diagnostic {
    const char *file; /* the name of the source, borrowed */
    unsigned line;    /* from 1 */
    unsigned column;  /* from 1, in characters */
    struct message message;
};

struct law_diagnostics {
    size_t count;
    struct law_diagnostic items[LAW_DIAGNOSTICS_MAX];
};

/*
 * Compiles sources in their order.  STATUS_INVALID where any has a fault; then
 * `diagnostics` lists the first LAW_DIAGNOSTICS_MAX of all sources and `*law`
 * is untouched.  Copies what it keeps.  law_destroy(NULL) is nothing.
 */
enum status law_compile(const struct law_source *sources, size_t count,
    struct law_diagnostics *diagnostics, struct law **law);
void law_destroy(struct law *law);

/* A place in the law.  Texts live as long as the corpus. */
struct law_citation {
    const char *act;     /* "law-2001", or a local act's identifier */
    const char *article; /* "39-3" */
    const char *label;   /* "3.1-1"; "" where the sentence has none */
    const char *place;   /* all three: "law-2001/39-3/3.1-1" */
    struct date edition; /* from when this edition is in force */
    bool unchecked;      /* ~: not compared with an official text */
    bool invented;       /* stands in a local act marked so */
    const char *file;
    unsigned line;
};

/* ---- words ------------------------------------------------------------- */

/* The kind of a word ("organ", "matter", …), or NULL if there is none. */
const char *law_word_kind(const struct law *law, const char *word);

/* The printed name, or the word itself where it has none. */
const char *law_word_name(
    const struct law *law, const char *word, enum language language);

/* True where `word` is `wider` or is declared, through others, to be one. */
bool law_word_is(const struct law *law, const char *word, const char *wider);

/* The wider words of a word, through others; none where it is no word. */
void law_word_wider(const struct law *law, const char *word,
    struct arena *arena, const char *const **wider, size_t *count);

/* All words of a kind, in the order of declaration. */
void law_words(const struct law *law, const char *kind, struct arena *arena,
    const char *const **words, size_t *count);

/*
 * Says a place for people: "Law of 23 January 2001 No 148, art. 39-3(3)1-1)".
 * Appends `place` itself where it is not of this corpus.
 */
void law_citation_say(const struct law *law, const char *place,
    enum language language, struct buffer *buffer);

/* ---- norms ------------------------------------------------------------- */

enum law_effect {
    LAW_EFFECT_BINDING,
    LAW_EFFECT_BLOCKING,
    LAW_EFFECT_TRIGGERING,
    LAW_EFFECT_CONSULTATIVE,
    LAW_EFFECT_STATUS,
    LAW_EFFECT_ESTABLISHMENT,
    LAW_EFFECT_DUTY,
    LAW_EFFECT_BAR,
    LAW_EFFECT_RIGHT,
    LAW_EFFECT_TERRITORY,
    LAW_EFFECT_TERM
};

const char *law_effect_name(enum law_effect effect); /* "binding", … */

struct law_norm {
    const char *subject;
    const char *verb;
    const char *object;  /* a word, or "*" */
    const char *clauses; /* canonical text of the clauses, "" where none */
    enum law_effect effect;
    struct law_citation citation;
    const char *reading; /* NULL: the same in every reading */
    const char *applies; /* in which units: "population > 2000", or NULL */
    int64_t least;       /* the populations of `applies`; 0 where NULL */
    int64_t most;        /* INT64_MAX where NULL */
    const char *bill;    /* the bill whose norm it is, or NULL: in force */
    const char *const *levels; /* `at` of the norm */
    size_t levels_count;
    const char *const *seat; /* `at` of its article */
    size_t seat_count;
};

/* NULL fields but `act` and a negative population mean "any". */
struct law_query {
    struct date day;
    const char *subject;
    const char *verb;
    const char *object;  /* a norm about a wider word fits too */
    const char *level;   /* "rural-okrug": norms seated elsewhere do not fit */
    int64_t population;  /* persons in the unit */
    const char *reading; /* "text" where NULL */
    const char *bill;    /* as if it were in force; NULL: none */
    const char *act;     /* this one alone; NULL: every act but those that bind
                            nobody here (foreign law, doctrine, a treaty that
                            is not ratified), which answer by name alone */
};

/*
 * The norms in force that fit, in the order of the sources; in `arena`.  Asked
 * of any population, those of a former edition that goes on elsewhere say in
 * `applies` where.
 */
void law_norms(const struct law *law, const struct law_query *query,
    struct arena *arena, const struct law_norm *const **norms, size_t *count);

/*
 * Answers a sentence with X (docs/law-language.md, "Questions").  `query`
 * gives day, level, population, reading, bill and act; its other fields are
 * ignored.
 * Where none fits, `nearest` are the norms of the same effect by another verb,
 * else of the nearest weaker effect.  STATUS_INVALID, with the argument
 * "column", where the sentence cannot be read.
 */
enum status law_ask(const struct law *law, const char *sentence,
    const struct law_query *query, struct arena *arena,
    const struct law_norm *const **norms, size_t *count,
    const struct law_norm *const **nearest, size_t *nearest_count,
    struct error *error);

/* One norm as a sentence of the language, without label. */
void law_norm_say(const struct law *law, const struct law_norm *norm,
    enum language language, struct buffer *buffer);

/* ---- procedures -------------------------------------------------------- */

enum law_stage_kind {
    LAW_STAGE_INITIATED_BY,
    LAW_STAGE_CONSENT_OF,
    LAW_STAGE_ORGANISED_BY,
    LAW_STAGE_NOTICE,
    LAW_STAGE_TAKES_PART,
    LAW_STAGE_TAKES_PART_NOT,
    LAW_STAGE_REPRESENTED_BY,
    LAW_STAGE_QUORUM,
    LAW_STAGE_OPENED_BY,
    LAW_STAGE_ELECTS,
    LAW_STAGE_AGENDA,
    LAW_STAGE_CONSIDERS,
    LAW_STAGE_CARRIED_BY,
    LAW_STAGE_FORMS,
    LAW_STAGE_MINUTES,
    LAW_STAGE_HANDED_TO,
    LAW_STAGE_REVIEWED_BY,
    LAW_STAGE_ON_DISAGREEMENT,
    LAW_STAGE_EFFECT,
    LAW_STAGE_PUBLISHED,
    LAW_STAGE_CARRIED_OUT_BY,
    LAW_STAGE_CONTROLLED_BY,
    LAW_STAGE_MONITORED_BY,
    LAW_STAGE_ANSWERED_BY
};

/* The identifier of a stage ("consent-of"), static. */
const char *law_stage_name(enum law_stage_kind kind);

enum law_bound {
    LAW_BOUND_EXACTLY,
    LAW_BOUND_AT_LEAST,
    LAW_BOUND_MORE_THAN,
    LAW_BOUND_AT_MOST,
    LAW_BOUND_LESS_THAN
};

struct law_amount {
    bool given;   /* false: no amount stands here */
    bool missing; /* the law is silent; all below is then empty */
    enum law_bound bound;
    bool is_share;         /* a share of `base`, else a plain number */
    struct fraction value; /* number: value.numerator over 1 */
    const char *unit;      /* "calendar-days", …, or NULL */
    const char *base;      /* "members-entitled", …, or NULL */
    const char *relation;  /* "before", "after", or NULL */
    const char *event;     /* "sitting", …, or NULL */
};

struct law_clause {
    const char *id; /* "to", "within", "stating", "where-initiated-by", … */
    const char *const *words;
    size_t words_count;
    bool missing; /* words and amount are `missing` */
    struct law_amount amount;
};

struct law_stage {
    enum law_stage_kind kind;
    const char *const *words; /* before the first `;`, amounts aside */
    size_t words_count;
    struct law_amount amount; /* the one that stands without a clause word */
    const struct law_clause *clauses;
    size_t clauses_count;
    struct law_citation citation;
    /* Where a local act filled something in: its place, else place NULL. */
    struct law_citation filled_by;
};

struct law_procedure {
    const char *id;
    struct law_citation citation; /* its first article; label "" */
    const struct law_stage *stages;
    size_t stages_count;
};

/*
 * The procedure in force on `day` in a unit, with what the local acts for
 * `kato` (9 digits, NULL: none) in force that day fill in; in `arena`.
 * NULL where there is none.
 */
const struct law_procedure *law_procedure(const struct law *law, const char *id,
    struct date day, const char *kato, int64_t population,
    struct arena *arena);

/* Identifiers of all procedures in force on `day`. */
void law_procedures(const struct law *law, struct date day, struct arena *arena,
    const char *const **ids, size_t *count);

/* What `where` clauses are held against. */
struct law_fact {
    const char *clause; /* "where-matter" */
    const char *word;   /* "akim-candidate"; "" for "where-represented" */
};

struct law_facts {
    const struct law_fact *items;
    size_t count;
};

/*
 * The stage of `kind` whose conditions hold: one with conditions wins over one
 * without.  NULL where none does.  A condition of the form where-…-not holds
 * if the fact is absent.
 */
const struct law_stage *law_stage_find(const struct law_procedure *procedure,
    enum law_stage_kind kind, const struct law_facts *facts);

/* The `index`-th stage of `kind` whose conditions hold, or NULL. */
const struct law_stage *law_stage_at(const struct law_procedure *procedure,
    enum law_stage_kind kind, const struct law_facts *facts, size_t index);

/* The clause `id` of a stage, or NULL. */
const struct law_clause *law_stage_clause(
    const struct law_stage *stage, const char *id);

bool law_stage_has_word(const struct law_stage *stage, const char *word);
bool law_clause_has_word(const struct law_clause *clause, const char *word);

/* One stage as a sentence of the language, without label. */
void law_stage_say(const struct law *law, const struct law_stage *stage,
    enum language language, struct buffer *buffer);

/* The same with identifiers, whatever names the words have. */
void law_stage_write(const struct law *law, const struct law_stage *stage,
    struct buffer *buffer);

/* An amount alone: "at least 10 calendar days before sitting". */
void law_amount_say(const struct law *law, const struct law_amount *amount,
    enum language language, struct buffer *buffer);

/* ---- calendar, listing, text ------------------------------------------- */

/* Holidays and moved working days of all calendars. */
const struct date_calendar *law_calendar(const struct law *law);

/* Acts, for `law at`, `law timeline` and pages. */
struct law_act {
    const char *id;
    const char *rank;
    const char *number; /* "148", or NULL */
    struct date adopted;
    const char *title[LANGUAGE_COUNT];
    const char *short_title[LANGUAGE_COUNT];
    bool local;
    const char *status; /* "adopted", "draft", "proposed", "withdrawn" */
    struct date status_from;
    const char *status_by; /* an act, which need not be in the corpus */
};

size_t law_acts_count(const struct law *law);
const struct law_act *law_act_at(const struct law *law, size_t index);

/* Levels of administration, as declared. */
struct law_level {
    const char *id;
    const char *tier; /* "upper", "middle", "lower"; "none": of no tier */
    const char *const *includes; /* levels that the word covers too */
    size_t includes_count;
    const char *compact; /* "yes", "no", "partly", "unknown" */
    const char *file;
    unsigned line;
};

size_t law_levels_count(const struct law *law);
const struct law_level *law_level_at(const struct law *law, size_t index);

/* A sentence of a criterion; "X" is the hole, "*" anything. */
struct law_sign {
    bool is_for; /* else against */
    const char *subject;
    const char *verb;
    const char *object;
    const char *clauses;   /* as of a norm, without `if` */
    const char *condition; /* what X, a level, must be: "upper"; or NULL */
};

struct law_criterion {
    const char *id;
    const char *act;
    const char *path; /* the first one */
    const char *title[LANGUAGE_COUNT];
    const struct law_sign *signs;
    size_t signs_count;
    const char *file;
    unsigned line;
};

size_t law_criteria_count(const struct law *law);
const struct law_criterion *law_criterion_at(
    const struct law *law, size_t index);

/* The bills whose norms are not in force: ids, in the order of the sources;
   those of one file alone where `file` (a source's name) is not NULL. */
void law_bills(const struct law *law, const char *file, struct arena *arena,
    const char *const **bills, size_t *count);

/* Every day on which an edition begins or ends, bills aside, sorted. */
void law_edition_days(const struct law *law, struct arena *arena,
    const struct date **days, size_t *count);

/*
 * Prints act, article or all as in force on `day` in the language's layout;
 * NULL act or article: every one.  False where nothing is in force.
 */
bool law_at(const struct law *law, struct date day, const char *act,
    const char *article, enum language language, struct buffer *buffer);

/* Runs the scenarios; one message per failed expectation, with its place. */
void law_test(const struct law *law, struct law_diagnostics *failures,
    size_t *expectations);

/*
 * One source in canonical layout, comments kept, words as identifiers
 * (law_format) or as names in a language (law_translate).  The corpus gives
 * the words; parsing the result gives the same facts.
 */
enum status law_format(const struct law *law, const struct law_source *source,
    struct law_diagnostics *diagnostics, struct buffer *buffer);
enum status law_translate(const struct law *law,
    const struct law_source *source, enum language language,
    struct law_diagnostics *diagnostics, struct buffer *buffer);

#endif
