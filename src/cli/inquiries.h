/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What the commands about the state of the law share.
 */
#ifndef CLI_INQUIRIES_H
#define CLI_INQUIRIES_H

#include "cli/sources.h"
#include "inquiry/findings.h"

/* A corpus, its day and its reading; with --amend the bill too. */
struct inquiries {
    struct sources sources;
    struct date day;
    const char *reading;
    const char *bill; /* NULL: none */
    struct tongue_names names;
    struct facts *facts; /* without the bill */
};

/*
 * The corpus with the file of --amend, where one is given; the day is the
 * argument `at`, today where it is negative.  STATUS_OK, or said on stderr
 * with the exit status in `*result`; inquiries_finish is due in any case.
 */
enum status inquiries_start(const struct command *command, int at,
    struct inquiries *inquiries, int *result);
void inquiries_finish(struct inquiries *inquiries);

/* "a,b,c" as texts of the arena. */
void inquiries_list(const char *text, struct arena *arena,
    const char *const **items, size_t *count);

/* The kinds of --kind, every one where it is not given. */
enum status inquiries_kinds(const struct command *command,
    struct arena *arena, unsigned *kinds, struct error *error);

/* "name=N,name=N" into the numbers of their names. */
enum status inquiries_numbers(const char *text, const char *what,
    const char *const *names, int64_t *const *numbers, size_t count,
    struct arena *arena, struct error *error);

/* STATUS_INVALID where the law has no such word; `what` is a message key. */
enum status inquiries_word(const struct inquiries *inquiries,
    const char *word, struct error *error);

/* "assembly agrees: local budget [Law of …, art. 39-3(3)1-1); 2018-01-01;
   population > 2000]" */
void inquiries_norm_say(const struct command *command,
    const struct law *law, const struct law_norm *norm,
    struct buffer *buffer);

/* Names of words, "a, b, c". */
void inquiries_words_say(const struct command *command,
    const struct law *law, const char *const *words, size_t count,
    struct buffer *buffer);

/* The whole file; said on stderr where it cannot be read. */
enum status inquiries_file(const char *path, struct arena *arena,
    struct bytes *text, struct error *error);

#endif
