/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Findings that somebody has acknowledged: who, when, why, and what the cited
 * lines of the law said then.  When one of them says something else, the
 * finding comes back.
 *
 * They are kept as text in the folder of the law, for people to read:
 *
 *   status:akimat
 *     on 2026-11-25
 *     by A. Author
 *     why The Constitution itself leaves it open
 *     line const-1995/85/1 akimat counts-as: state-organ
 */
#ifndef INQUIRY_ACKNOWLEDGE_H
#define INQUIRY_ACKNOWLEDGE_H

#include "inquiry/findings.h"

/* The file's name in the folder of the law. */
#define ACKNOWLEDGE_NAME "acknowledged.txt"

/* Of an author or a reason, in bytes. */
enum { ACKNOWLEDGE_TEXT_MAX = 1000 };

/* All that stands at one place, with identifiers. */
struct acknowledge_line {
    const char *place;
    const char *text;
};

struct acknowledge_entry {
    const char *finding; /* its key */
    struct date on;
    const char *author;
    const char *reason;
    const struct acknowledge_line *lines; /* as they were acknowledged */
    size_t lines_count;
};

/* STATUS_INVALID names the line. */
enum status acknowledge_read(struct bytes text, struct arena *arena,
    const struct acknowledge_entry **entries, size_t *count,
    struct error *error);

/* Adds an entry as acknowledge_read reads it. */
void acknowledge_write(
    const struct acknowledge_entry *entry, struct buffer *buffer);

/* True where it is text of one line that is not empty or too long. */
bool acknowledge_is_text(const char *text);

/* What a finding cites, each place once, as of the day of the facts. */
void acknowledge_lines(const struct facts *facts,
    const struct findings_item *item, struct arena *arena,
    const struct acknowledge_line **lines, size_t *count);

/* A cited line that is not as it was acknowledged. */
struct acknowledge_change {
    const char *place;
    const char *was; /* NULL: it was not cited */
    const char *is;  /* NULL: it is not cited any more */
};

struct acknowledge_state {
    const struct acknowledge_entry *entry; /* NULL: never acknowledged */
    const struct acknowledge_change *changes; /* any: it came back */
    size_t changes_count;
};

/*
 * How a finding stands: by the latest entry whose lines are those cited now,
 * else by the latest of all.  In `arena`.
 */
void acknowledge_judge(const struct facts *facts,
    const struct findings_item *item, const struct acknowledge_entry *entries,
    size_t count, struct arena *arena, struct acknowledge_state *state);

#endif
