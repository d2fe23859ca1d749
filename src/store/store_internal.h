/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Internal: what a reader and a store are made of, and what the files of this
 * module share.
 */
#ifndef STORE_STORE_INTERNAL_H
#define STORE_STORE_INTERNAL_H

#include <sqlite3.h>

#include "store/statement.h"
#include "store/write.h"

enum {
    STORE_VERSION = 2, /* of schema.sql */
    STORE_COUNTS_MAX = 8,
    STORE_STATES_MAX = 16,
    STORE_KEEPS_MAX = 16,
    STORE_WAIT_MILLISECONDS = 10000 /* for the clerk of another process */
};

/* How many are entitled of one electorate, as of one state of the register. */
struct store_count {
    char *key; /* of the heap; NULL: unused */
    int64_t version;
    int64_t count;
};

struct store_keep;

struct store_reader {
    sqlite3 *db;
    sqlite3_stmt *statements[STORE_STATEMENTS]; /* NULL: not yet prepared */
    bool in_transaction; /* of a store */
    bool lost;           /* the transaction; `why` */
    struct error why;
    struct store_count counts[STORE_COUNTS_MAX];
    size_t counts_next; /* the one to be replaced */
    struct store_keep *keeps[STORE_KEEPS_MAX]; /* the latest used first */
    struct store_keep *community;
};

/* The folded state of a proceeding. */
struct store_kept_state {
    struct arena *arena; /* NULL: unused */
    struct proceeding proceeding;
    int64_t seen; /* events of the whole chain that were looked at */
    int64_t used; /* when, by a clock of uses */
};

struct store {
    struct store_reader reader;
    struct chain chain;     /* with what was appended */
    struct chain begun;     /* as the transaction found it */
    struct chain savepoint; /* as the act found it */
    bool in_savepoint;
    bool register_changed; /* in this transaction */
    struct store_kept_state states[STORE_STATES_MAX];
    int64_t uses;
    struct arena *community_arena; /* NULL: not folded yet */
    struct community community;
    int64_t community_last;
    int log_pages; /* of the write-ahead log, at the last commit */
};

/* ---- connection.c ------------------------------------------------------ */

/* Opens a file that is there, checks that it is a store, sets it up. */
enum status store_connect(
    struct store_reader *reader, const char *path, struct error *error);
void store_disconnect(struct store_reader *reader);

/* Runs literal SQL of several statements. */
enum status store_script(
    struct store_reader *reader, const char *sql, struct error *error);

/* What SQLite's last failure means to a person; marks a transaction lost. */
enum status store_failed(struct store_reader *reader, struct error *error);

/* ---- query.c ----------------------------------------------------------- */

/*
 * Makes a statement ready: bind, then store_row until there is none, then
 * store_end; or store_run.  What is bound is borrowed until the end.  One
 * statement is in use once at a time.
 */
enum status store_start(struct store_reader *reader,
    enum store_statement which, sqlite3_stmt **statement, struct error *error);
void store_bind_integer(
    sqlite3_stmt *statement, const char *name, int64_t value);
void store_bind_text(
    sqlite3_stmt *statement, const char *name, const char *text); /* NULL */
void store_bind_bytes(
    sqlite3_stmt *statement, const char *name, struct bytes bytes);
/* A date that is not set is a null; `text` lives until the end. */
void store_bind_date(sqlite3_stmt *statement, const char *name,
    struct date date, char text[DATE_TEXT_MAX]);
void store_bind_page(sqlite3_stmt *statement, size_t offset, size_t limit);

enum status store_row(struct store_reader *reader, sqlite3_stmt *statement,
    bool *found, struct error *error);
void store_end(sqlite3_stmt *statement); /* NULL is nothing */

/* To the end, without rows. */
enum status store_run(struct store_reader *reader, sqlite3_stmt *statement,
    struct error *error);

/* A statement without parameters or rows. */
enum status store_simple(struct store_reader *reader,
    enum store_statement which, struct error *error);

/* The first column of the only row of a started statement; ends it.
   `otherwise` where there is no row. */
enum status store_integer(struct store_reader *reader,
    sqlite3_stmt *statement, int64_t otherwise, int64_t *value,
    struct error *error);

/* Columns: NULL, or a date that is not set, where they are null. */
const char *store_column(sqlite3_stmt *statement, int column); /* borrowed */
const char *store_column_text(
    sqlite3_stmt *statement, int column, struct arena *arena);
struct bytes store_column_bytes(sqlite3_stmt *statement, int column);
struct date store_column_date(sqlite3_stmt *statement, int column);

/* One state for several statements of a reader. */
enum status store_snapshot(struct store_reader *reader, struct error *error);
void store_snapshot_end(struct store_reader *reader);

/* ---- events.c ---------------------------------------------------------- */

/* The event of the row, its bytes held against its hash. */
enum status store_event_column(
    sqlite3_stmt *statement, struct store_event *event, struct error *error);

/* Folds a proceeding of which nothing may be there yet. */
enum status store_fold(struct store_reader *reader, int64_t number,
    struct arena *arena, struct proceeding *proceeding, struct error *error);

/*
 * Takes into a state that is kept what happened since: after the event
 * proceeding->last_event; after `*last`, which is moved on.  `arena` is the
 * state's own.  On failure the state is of no further use.
 */
enum status store_proceeding_update(struct store_reader *reader,
    struct arena *arena, struct proceeding *proceeding, struct error *error);
enum status store_community_update(struct store_reader *reader, int64_t *last,
    struct arena *arena, struct community *community, struct error *error);

/* ---- keep.c ------------------------------------------------------------ */

/* Forgets the states that a reader keeps; who holds one may go on. */
void store_keeps_forget(struct store_reader *reader);

/* ---- state.c ----------------------------------------------------------- */

/* The kept state; number 0 in it where there is no such proceeding yet. */
enum status store_kept(struct store *store, int64_t number,
    struct store_kept_state **state, struct error *error);

/* Forgets every state that saw more than `count` events. */
void store_states_forget(struct store *store, int64_t count);

/* Makes room; nothing is borrowed now. */
void store_states_trim(struct store *store);

/* ---- derive.c ---------------------------------------------------------- */

/* What the derived tables hold of a proceeding; texts borrowed of it. */
struct store_derived {
    struct store_sitting sitting;
    bool pending;
};
struct store_derived store_derive(const struct proceeding *proceeding);
bool store_derived_same(
    const struct store_derived *left, const struct store_derived *right);
struct store_decision store_derive_decision(
    const struct proceeding *proceeding, const struct item *item);
bool store_decision_same(
    const struct store_decision *left, const struct store_decision *right);

enum status store_put_index(struct store_reader *reader,
    const struct event *event, struct error *error);
enum status store_put_sitting(struct store_reader *reader,
    const struct store_derived *derived, struct error *error);
enum status store_put_decision(struct store_reader *reader,
    const struct store_decision *decision, struct error *error);

/* ---- search.c ---------------------------------------------------------- */

enum { STORE_SEARCH_WORDS = 6 };

/* A search as patterns for the folded names. */
struct store_search {
    struct buffer patterns[STORE_SEARCH_WORDS];
    bool is_empty; /* all are found, also who has no name any more */
    bool too_long; /* more or longer words than any name has: none is found */
};
void store_search_start(struct store_search *search, const char *words);
void store_search_bind(
    const struct store_search *search, sqlite3_stmt *statement);
void store_search_finish(struct store_search *search);

/* A name in the form in which it is searched. */
void store_search_fold(const char *name, struct buffer *folded);

/* ---- residents.c ------------------------------------------------------- */

/* Told of a resident, borrowed for the call; false stops the walk. */
typedef bool store_resident_visit(
    void *context, const struct resident *resident);

/* Residents registered on `day`, in the order of their numbers. */
enum status store_walk(struct store_reader *reader, struct date day,
    store_resident_visit *visit, void *context, struct error *error);

/* ---- person.c ---------------------------------------------------------- */

/* The newest key of a resident and the fields it commits to (NULL: not
   asked); STATUS_MISSING where there is none. */
enum status store_newest_key(struct store_reader *reader, int64_t resident,
    char key[COMMITMENT_TEXT_MAX], struct buffer *fields, struct error *error);

/* ---- entitled.c -------------------------------------------------------- */

/* As store_walk, of those who are entitled. */
enum status store_each_entitled(struct store_reader *reader,
    const struct store_electorate *electorate, store_resident_visit *visit,
    void *context, struct error *error);
void store_counts_forget(struct store_reader *reader);

#endif
