/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Internal: the shapes that the fields of acts have.
 */
#ifndef PROCEEDING_ACT_SHAPE_H
#define PROCEEDING_ACT_SHAPE_H

#include "proceeding/act.h"

/* The shapes of fields. */
enum act_shape {
    SHAPE_TEXT,      /* 1 to ACT_TEXT_MAX bytes */
    SHAPE_LINE,      /* 1 to LINE_MAX bytes, no line break */
    SHAPE_WORD,      /* an identifier of the law */
    SHAPE_WORDS,     /* 1 to WORDS_MAX of them, each once */
    SHAPE_DATE,      /* YYYY-MM-DD */
    SHAPE_TIME,      /* HH:MM */
    SHAPE_COUNT,     /* an integer from 0 */
    SHAPE_NUMBER,    /* an integer from 1 */
    SHAPE_NUMBERS,   /* 1 to ACT_PERSONS_MAX of them, each once */
    SHAPE_BOOLEAN,
    SHAPE_CHOICE,    /* for, against, abstain */
    SHAPE_KATO,      /* nine digits */
    SHAPE_DIGEST,    /* 64 lower-case hex digits */
    SHAPE_OBJECT,    /* any object */
    SHAPE_ITEMS,     /* 1 to ITEMS_MAX items of an agenda */
    SHAPE_VOTES,     /* 1 to ACT_PERSONS_MAX votes by name */
    SHAPE_PLOT,
    SHAPE_REPEATS
};

enum {
    LINE_BYTES_MAX = 400,
    WORD_BYTES_MAX = 64,
    WORDS_MAX = 16,
    ITEMS_MAX = 64,
    NUMBER_MAX = 1000000000
};

/* True where a value has the shape; what is in an object is not looked at. */
bool act_shape_fits(enum act_shape shape, const struct json *value);

#endif
