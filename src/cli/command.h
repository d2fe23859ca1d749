/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What every command gets, and the table that --help is printed from.
 *
 * Results go to stdout, messages to stderr.  A command takes the options that
 * its usage names, and those of --help's last lines, which every one takes.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>

#include "base/error.h"
#include "base/json.h"
#include "base/language.h"
#include "clerk/clerk.h"

/* Exit statuses: part of the interface. */
enum {
    COMMAND_DONE = 0,
    COMMAND_REFUSED = 1, /* by law; or a check found a fault */
    COMMAND_USAGE = 2,
    COMMAND_FAILED = 3 /* the world failed */
};

enum { COMMAND_ARGUMENTS_MAX = 64 };

struct command_entry;

/* Options and arguments after the command's name, read once by main. */
struct command {
    const struct command_entry *entry;
    const char *program; /* as it was called */
    enum language language;
    bool json;
    bool dry_run;
    bool check;             /* --check */
    bool all;               /* --all */
    const char *act;        /* --act ACT, or NULL */
    const char *law;        /* --law DIR, or NULL */
    const char *amend;      /* --amend FILE or BILL, or NULL */
    const char *as;         /* --as ACCOUNT, or NULL */
    const char *by;         /* --by NAME, or NULL */
    const char *why;        /* --why TEXT, or NULL */
    const char *listen;     /* --listen HOST:PORT, or NULL */
    const char *community;  /* --community KATO, or NULL */
    const char *format;     /* --format text|html|akn|pdf, or NULL */
    const char *freeze;     /* --freeze PLACE,… */
    const char *kind;       /* --kind K,… */
    const char *level;      /* --level L */
    const char *population; /* --population N */
    const char *reading;    /* --reading R */
    const char *item;       /* --item N */
    const char *offices;    /* --offices OFFICE,… */
    const char *price;      /* --price constitution=N,law=N */
    const char *protect;    /* --protect PLACE,… */
    const char *resident;   /* --resident N */
    const char *text;       /* --text DIR: of a community, or NULL */
    const char *threshold;  /* --threshold N */
    const char *weights;    /* --weights days=N,cost=N,use=N */
    struct clerk_clock clock; /* --now INSTANT or @FILE */
    const char *arguments[COMMAND_ARGUMENTS_MAX]; /* the rest, in order */
    int count;
};

/* A command of the table: runs and returns the exit status. */
struct command_entry {
    const char *name;    /* "law ask" */
    const char *usage;   /* "DATE 'SENTENCE WITH X' [--level L]" */
    const char *summary; /* a message key, "cli.law-ask" */
    int least;           /* arguments */
    int most;
    int (*run)(const struct command *command);
};

extern const struct command_entry command_table[];
extern const int command_table_count;

/* True where the usage names the option: "--level". */
bool command_takes(const struct command_entry *entry, const char *option);

/* ---- saying ------------------------------------------------------------- */

/* One line on stdout, one on stderr; `names` may be NULL. */
void command_say(const struct command *command,
    const struct message *message, const struct tongue_names *names);
void command_note(const struct command *command,
    const struct message *message, const struct tongue_names *names);

/* A value on stdout as indented JSON; the text of a buffer as it is. */
void command_print_json(const struct json *value);
void command_print(const struct buffer *text);

/* Prints an error in the reader's language on stderr; -> the exit status. */
int command_fail(const struct command *command, const struct error *error,
    const struct tongue_names *names);

/* The same of a wrong argument: with the command's usage; -> COMMAND_USAGE. */
int command_misused(
    const struct command *command, const struct message *message);

/* ---- reading arguments -------------------------------------------------- */

/* STATUS_INVALID where the text is no day, or no number from 1. */
enum status command_day(
    const char *text, struct date *day, struct error *error);
enum status command_number(
    const char *text, int64_t *number, struct error *error);

/*
 * The index of `text` among `known`, or -1 with an error that names it, as
 * `what` (a message key), and the nearest one.
 */
int command_choice(const char *text, const char *what,
    const char *const *known, size_t count, struct error *error);

/* Today, by --now. */
enum status command_today(const struct command *command, struct date *day,
    struct error *error);

/* The folder of the corpus: --law, else that of the source tree or of the
   installation.  In `arena`. */
const char *command_law_folder(
    const struct command *command, struct arena *arena);

/* Opens the community of the first argument: STATUS_OK, or said on stderr. */
enum status command_open(const struct command *command, struct clerk **clerk,
    int *result);

/* ---- commands, one family a file ---------------------------------------- */

int command_account(const struct command *command);
int command_completion(const struct command *command);
int command_demo(const struct command *command);
int command_doctor(const struct command *command);
int command_document(const struct command *command);
int command_import(const struct command *command);
int command_init(const struct command *command);
int command_law_acknowledge(const struct command *command);
int command_law_allocate(const struct command *command);
int command_law_ask(const struct command *command);
int command_law_at(const struct command *command);
int command_law_charter(const struct command *command);
int command_law_check(const struct command *command);
int command_law_diff(const struct command *command);
int command_law_discrepancies(const struct command *command);
int command_law_findings(const struct command *command);
int command_law_fmt(const struct command *command);
int command_law_matrix(const struct command *command);
int command_law_procedure(const struct command *command);
int command_law_repair(const struct command *command);
int command_law_say(const struct command *command);
int command_law_territory(const struct command *command);
int command_law_test(const struct command *command);
int command_law_timeline(const struct command *command);
int command_manual(const struct command *command);
int command_rebuild(const struct command *command);
int command_record_verify(const struct command *command);
int command_serve(const struct command *command);
int command_show(const struct command *command);
int command_submit(const struct command *command);

#endif
