/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What `show` shows: each view makes one JSON value, and lines of words.
 */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "cli/command.h"

struct show {
    const struct command *command;
    struct clerk *clerk;
    struct store_reader *reader;
    struct arena *arena;
    struct engine_facts facts; /* of the proceeding asked for, or of none */
    int64_t number;            /* that proceeding; 0: none */
    struct buffer text;        /* in words */
    struct json *json;         /* for --json */
};

enum status show_community(struct show *show, struct error *error);
enum status show_organs(struct show *show, struct error *error);
enum status show_sittings(struct show *show, struct error *error);
enum status show_sitting(struct show *show, struct error *error);
enum status show_decisions(struct show *show, struct error *error);
enum status show_due(struct show *show, struct error *error);
enum status show_options(struct show *show, struct error *error);

/* ---- for the views ------------------------------------------------------ */

/* Adds a line: the message, indented. */
void show_line(struct show *show, const struct message *message);

/* The name of a word in the reader's language; the name behind a key, in
   words also where it was erased. */
const char *show_word(const struct show *show, const char *word);
const char *show_name(struct show *show, const char *key);

/* "phase." and a phase: the text of a key made of the two. */
const char *show_text(
    struct show *show, const char *prefix, const char *name);

/* Puts a day as YYYY-MM-DD, left out where it is unset. */
void show_day(struct json *object, const char *name, struct date day);

/* {"for","against","abstain"}. */
const struct json *show_count(
    struct show *show, const struct vote_count *count);

#endif
