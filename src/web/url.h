/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Links.  A page never puts an address together: it names a place, and the
 * pattern here says how it is written and read.  `/kk/sittings/5` is the place
 * URL_SITTING in Kazakh with the number 5.
 */
#ifndef WEB_URL_H
#define WEB_URL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/language.h"

/* What templates take where an address stands; made by the functions here. */
struct url {
    const char *text; /* NULL: none */
};

enum url_place {
    URL_HOME,
    URL_SIGN_IN,
    URL_SIGN_OUT,
    URL_SITTINGS,
    URL_SITTING_NEW,
    URL_SITTING,
    URL_SITTING_CALL,
    URL_SITTING_ACT,
    URL_SITTING_SCREEN,
    URL_SITTING_EVENTS,
    URL_SITTING_PAPER,
    URL_SITTING_PDF,
    URL_SITTING_AKN,
    URL_DECISIONS,
    URL_DECISION,
    URL_ORGANS,
    URL_ORGAN,
    URL_DUE,
    URL_RECORD,
    URL_LAW,
    URL_LAW_ACT,
    URL_LAW_EDITIONS,
    URL_LAW_POWERS,
    URL_LAW_FINDINGS,
    URL_LAW_CHARTER,
    URL_LAW_TIMELINE,
    URL_LAW_BILLS,
    URL_LAW_BILL,
    URL_LAW_REPAIR,
    URL_LAW_DISCREPANCIES,
    URL_LAW_ALLOCATION,
    URL_LAW_TERRITORY,
    URL_ACCOUNTS
};

enum { URL_PLACES = URL_ACCOUNTS + 1, URL_NUMBERS_MAX = 2 };

/* A place in a language, with what its pattern leaves open, in order. */
struct url_target {
    enum url_place place;
    enum language language;
    int64_t numbers[URL_NUMBERS_MAX]; /* of each # */
    const char *word;                 /* of @ */
};

/* "/sittings/#/screen": # a number from 1, @ a word of a-z, 0-9 and "-". */
const char *url_pattern(enum url_place place);

/* May it stand for @? */
bool url_is_word(const char *text);

struct url url_to(struct arena *arena, struct url_target target);

/* Adds ?name=value, or &name=value. */
struct url url_with(
    struct arena *arena, struct url url, const char *name, const char *value);

/* Adds #id. */
struct url url_at(struct arena *arena, struct url url, const char *id);

/* "/assets/style.0123456789abcdef.css" of a file that is there. */
struct url url_asset(struct arena *arena, const char *name);

/*
 * Reads a path without query; false where it is no place.  The word is copied
 * into `arena`.
 */
bool url_read(const char *path, struct arena *arena, struct url_target *target);

#endif
