/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What a form sends (application/x-www-form-urlencoded): declared fields and
 * no others, within their limits, UTF-8.  The query of a link is read in the
 * same way, but what it has beside the declared fields is passed over: others
 * add to links.
 *
 * A declared name that ends with "-#" stands for all that end with a number:
 * of "vote-#", "vote-17=for" is the value "17-for".
 *
 * A request that no page of ours can send is an error; what a person may
 * have typed wrong is a problem of its field, shown beside it, with the text
 * kept.
 */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include "base/arena.h"
#include "base/bytes.h"
#include "base/date.h"
#include "base/error.h"

enum form_kind {
    FORM_LINE,   /* one line; blanks at its ends are taken off */
    FORM_TEXT,   /* several lines, each ended with LF */
    FORM_SECRET, /* one line, exactly as typed */
    FORM_NUMBER, /* a whole number, not negative */
    FORM_DATE,   /* YYYY-MM-DD */
    FORM_TIME,   /* HH:MM */
    FORM_WORD    /* chosen, not typed: a-z, 0-9 and "-" */
};

struct form_field {
    const char *name;
    enum form_kind kind;
    size_t max;     /* characters */
    bool is_needed; /* empty is a problem */
    bool is_many;   /* may come several times */
};

struct form_value {
    const char *text;              /* "" where the field did not come */
    const struct message *problem; /* NULL: none */
};

struct form {
    const struct form_field *fields;
    size_t count;
    struct form_value *values; /* of each field, the first */
    const char *const **lists; /* of each field that may come often */
    size_t *lists_count;
    struct arena *arena;
};

enum form_origin { FORM_BODY, FORM_QUERY };

/*
 * STATUS_INVALID: a field that is not declared, or comes twice; a wrong
 * escape; not UTF-8; control bytes; too many fields.  The caller sets
 * form->fields, count and arena before.
 */
enum status form_read(struct form *form, enum form_origin origin,
    struct bytes text, struct error *error);

/* A value; asking for a field that is not declared is a bug. */
const char *form_text(const struct form *form, const char *name);

/* 0, or an unset date, where the field is empty or has a problem. */
int64_t form_number(const struct form *form, const char *name);
struct date form_date(const struct form *form, const char *name);

/* The values of a field that may come often; -> how many. */
size_t form_list(
    const struct form *form, const char *name, const char *const **values);

/* The problem of a field, or NULL; and is there none at all? */
const struct message *form_problem(const struct form *form, const char *name);
bool form_is_good(const struct form *form);

/* Adds a problem that the page found itself; copied. */
void form_refuse(
    struct form *form, const char *name, const struct message *problem);

#endif
