/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The golden rows, tests/inquiry/golden.tsv: what the corpus must answer.
 * Two tests share them, each asks the kinds of question that it knows.
 */
#ifndef SUPPORT_GOLDEN_H
#define SUPPORT_GOLDEN_H

#include "law/law.h"

struct golden_row {
    const char *id;
    const char *reading;
    const char *day;
    const char *bill;     /* NULL: none */
    const char *kind;     /* of the question: "norms" */
    const char *question; /* the rest of it */
    const char *expected;
};

struct golden_table {
    const struct golden_row *rows;
    size_t count;
    /* The rows of the table that the project starts from. */
    const char *const *ids;
    size_t ids_count;
};

struct golden_question {
    const char *kind;
    void (*ask)(const struct golden_row *row);
};

struct golden_table golden_read(struct arena *arena);

/* Ids of the rows that docs/golden-rows.md says are wrong. */
void golden_wrong_rows(
    struct arena *arena, const char *const **ids, size_t *count);

/* Asks the rows of these kinds; fails where any answer is another. */
void golden_ask(const struct golden_table *table,
    const struct golden_question *questions, size_t count);

/* True where a test knows the kind. */
bool golden_kind_is_known(const char *kind);

/* What was found instead. */
void golden_tell(const struct golden_row *row, const char *found);

/* Tells unless the words are the expected set: "a b", "+ a" with others, or
   "none". */
void golden_answer(const struct golden_row *row, struct arena *arena,
    const char *const *words, size_t count);

/* Tells unless it is the expected text. */
void golden_answer_text(const struct golden_row *row, const char *text);

/* "a b c" against words: all of them, and where `exactly` no other. */
bool golden_set_is(struct arena *arena, const char *wanted,
    const char *const *words, size_t count, bool exactly);
const char *golden_join(
    struct arena *arena, const char *const *words, size_t count);
bool golden_has(const char *const *words, size_t count, const char *word);

/* The words of a text, parted by blanks. */
void golden_split(struct arena *arena, const char *text,
    const char *const **words, size_t *count);

/* The query of a row: its day, reading and bill. */
struct law_query golden_query(const struct golden_row *row);

#endif
