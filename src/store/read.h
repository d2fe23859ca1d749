/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Reading what is kept.  One reader per thread; each query sees the last
 * committed state.  The only SQL is in this module.
 */
#ifndef STORE_READ_H
#define STORE_READ_H

#include "base/arena.h"
#include "base/error.h"
#include "base/language.h"
#include "community/community.h"
#include "community/resident.h"
#include "proceeding/proceeding.h"
#include "record/chain.h"
#include "record/commitment.h"

struct store_reader;

/* STATUS_MISSING where there is no store; STATUS_UNAVAILABLE otherwise. */
enum status store_reader_open(
    const char *path, struct store_reader **reader, struct error *error);
void store_reader_close(struct store_reader *reader); /* NULL is nothing */

/* Walks every page of the file: STATUS_CORRUPT where one is damaged. */
enum status store_integrity(
    struct store_reader *reader, struct error *error);

/* ---- record ------------------------------------------------------------ */

struct store_head {
    int64_t count;
    struct hash head;
    struct instant at; /* of the last event */
};
/* STATUS_CORRUPT also where the end of the record was cut off. */
enum status store_head(
    struct store_reader *reader, struct store_head *head, struct error *error);

/*
 * A number of this reader's own that is another one once anybody committed
 * anything: what was read before it was asked for may be shown again while it
 * stays the same.
 */
enum status store_changes(
    struct store_reader *reader, int64_t *number, struct error *error);

/* An event as stored. */
struct store_event {
    int64_t number;
    struct bytes bytes; /* borrowed until the next step */
    struct hash hash;
};

/*
 * Calls `visit` for events in order, from `first` on, of one proceeding or (0)
 * of all; stops where it returns false.  `visit` may use the reader, but for
 * store_events itself.  STATUS_CORRUPT where the bytes of an event do not give
 * its hash, or it is gone.
 */
typedef bool store_visit(void *context, const struct store_event *event);
enum status store_events(struct store_reader *reader, int64_t first,
    int64_t proceeding, store_visit *visit, void *context,
    struct error *error);

/* ---- state, folded from events ----------------------------------------- */

/*
 * A reader keeps the states that it was asked for latest and takes into them
 * what happened since.  A state that was handed out lives as long as `arena`;
 * asked for again, what hangs on it (items, maps) is brought up to date for
 * all.  Not to be changed.
 */

enum status store_community(struct store_reader *reader, struct arena *arena,
    struct community *community, struct error *error);

/* STATUS_MISSING where there is no such proceeding. */
enum status store_proceeding(struct store_reader *reader, int64_t number,
    struct arena *arena, struct proceeding *proceeding, struct error *error);

/* ---- lists (derived tables) -------------------------------------------- */

struct store_sitting {
    int64_t number;
    const char *procedure;
    const char *phase; /* proceeding_phase_name */
    struct date opened;
    struct date day; /* of the sitting; may be unset */
    const char *time;
    const char *place;
    const char *plot;
    int64_t items;
};

/* Newest sitting day first; unset days on top; `procedure` NULL: all. */
enum status store_sittings(struct store_reader *reader, const char *procedure,
    size_t offset, size_t limit, struct arena *arena,
    struct store_sitting **sittings, size_t *count, size_t *total,
    struct error *error);

struct store_decision {
    int64_t number; /* in the community, from 1 */
    int64_t proceeding;
    int64_t item;
    const char *procedure;
    const char *matter;
    const char *title;
    const char *phase; /* proceeding_item_phase_name */
    struct date decided;
    struct vote_count count;
    bool published;
};

/* Newest first. */
enum status store_decisions(struct store_reader *reader, size_t offset,
    size_t limit, struct arena *arena, struct store_decision **decisions,
    size_t *count, size_t *total, struct error *error);

/* STATUS_MISSING where there is none. */
enum status store_decision(struct store_reader *reader, int64_t number,
    struct arena *arena, struct store_decision *decision, struct error *error);

/* Proceedings with something still to be done, oldest first. */
enum status store_open_proceedings(struct store_reader *reader,
    struct arena *arena, int64_t **numbers, size_t *count,
    struct error *error);

/* ---- private: people --------------------------------------------------- */

/* The full name behind a key; STATUS_MISSING where it was erased. */
enum status store_name(struct store_reader *reader, const char *key,
    struct arena *arena, const char **name, struct error *error);

/* The register's number behind a key, 0 where there is none (an official). */
enum status store_key_resident(struct store_reader *reader, const char *key,
    int64_t *resident, struct error *error);

/* All keys of a resident, the first before; each correction made another. */
enum status store_resident_keys(struct store_reader *reader, int64_t resident,
    struct arena *arena, const char *const **keys, size_t *count,
    struct error *error);

/* A line of a roll, for searching in a sitting and for the list to sign. */
struct store_roll_line {
    int64_t resident;
    const char *key;
    const char *name;
    int birth_year;
    const char *address;
};

/*
 * The frozen roll of a proceeding: those whose folded name has every word of
 * `search` at a word's beginning (NULL or "": all), in the order of names.
 * Where nobody is found and Latin keys were typed: those whom the same keys
 * mean in Russian or Kazakh.  Of an erased person the name is NULL, of one
 * outside the register (resident 0) the birth year is 0 and the address "".
 */
enum status store_roll(struct store_reader *reader, int64_t proceeding,
    const char *search, size_t offset, size_t limit, struct arena *arena,
    struct store_roll_line **lines, size_t *count, size_t *total,
    struct error *error);

/* The register itself (for the clerk), searched in the same way. */
enum status store_residents(struct store_reader *reader, const char *search,
    size_t offset, size_t limit, struct arena *arena,
    struct resident **residents, size_t *count, size_t *total,
    struct error *error);

enum status store_resident(struct store_reader *reader, int64_t id,
    struct arena *arena, struct resident *resident, struct error *error);

/* Whom a procedure makes members of a sitting, and where. */
struct store_electorate {
    const char *law; /* digest of the corpus that the procedure is of */
    const struct law_procedure *procedure;
    struct date law_day; /* the day whose edition rules */
    const struct territory *unit;
    const struct territory *plot; /* NULL: the whole unit */
    const char *street;           /* NULL: the whole plot */
    struct date day;              /* on which they must be entitled */
};

/*
 * How many residents are entitled.  The register is walked once for an
 * electorate; the reader remembers the latest until an import.
 */
enum status store_members_entitled(struct store_reader *reader,
    const struct store_electorate *electorate, int64_t *count,
    struct error *error);

/* ---- the kept law ------------------------------------------------------ */

/*
 * What a corpus is known by: SHA-256, in 64 hex digits, over the lines
 * "DIGEST  NAME\n" of its sources in their order, as sha256sum prints them.
 */
void store_corpus_digest(const struct law_source *sources, size_t count,
    char digest[COMMITMENT_TEXT_MAX]);

/* The sources of a pinned corpus; STATUS_MISSING for an unknown digest. */
enum status store_corpus(struct store_reader *reader, const char *digest,
    struct arena *arena, struct law_source **sources, size_t *count,
    struct error *error);

/* ---- official texts that the site loaded -------------------------------- */

/* An article of the official text of an act. */
struct store_law_text {
    const char *act;     /* "law-2001" */
    const char *article; /* "39-3" */
    struct date edition; /* a day on which the text is in force */
    enum language language;
    const char *source; /* where it is from */
    const char *sha256; /* of the file, 64 hex digits */
    struct instant loaded;
    const char *heading; /* what stands after the number */
    const char *text;    /* paragraphs, each ended by '\n' */
};

/* Which text of an article is looked for. */
struct store_law_text_query {
    const char *act;
    const char *article;
    struct date from;  /* of editions from this day on … */
    struct date until; /* … up to, not with, this one; may be unset */
    struct date day;   /* the latest not after this day, else the next */
    enum language language; /* another where there is none */
};
enum status store_law_text(struct store_reader *reader,
    const struct store_law_text_query *query, struct arena *arena,
    struct store_law_text *text, struct error *error); /* STATUS_MISSING */

/* The articles of an act of which any text is loaded; the newest's order. */
enum status store_law_text_names(struct store_reader *reader,
    const char *act, struct arena *arena, const char *const **names,
    size_t *count, struct error *error);

#endif
