/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Terms: what is due, by which day, by which calculation and place of the law.
 */
#ifndef WEB_TERMS_H
#define WEB_TERMS_H

#include "web/options.h"

/* A list under way: rows of {{ use terms x }}. */
struct terms {
    struct pages_terms part;
    struct pages_terms_rows *rows; /* those of `part` */
    size_t capacity;
};

/*
 * Adds a term of the proceeding of `facts`, with the door to its act where
 * the account may go through it; `is_named`: with the sitting's name.
 */
void terms_add(const struct request *request, const struct engine_facts *facts,
    const struct options *options, const struct engine_term *term,
    bool is_named, struct terms *terms);

/* Adds a term beside the proceedings. */
void terms_add_standing(const struct request *request,
    const struct engine_facts *facts, const struct engine_standing *term,
    struct terms *terms);

#endif
