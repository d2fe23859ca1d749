/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The law of one day, in one reading, as relations: what every finding,
 * repair and table of this module is made from.
 */
#ifndef INQUIRY_FACTS_H
#define INQUIRY_FACTS_H

#include "law/law.h"

struct facts_query {
    struct date day;
    const char *reading; /* "text" where NULL */
    const char *bill;    /* as if it were in force; NULL: none */
};

struct facts;

/* Never NULL.  The law must outlive the facts. */
struct facts *facts_load(
    const struct law *law, const struct facts_query *query);
void facts_destroy(struct facts *facts); /* NULL is nothing */

const struct law *facts_law(const struct facts *facts);
struct date facts_day(const struct facts *facts);

/* Norms are numbered from 1 in the order of the sources. */
size_t facts_count(const struct facts *facts);
const struct law_norm *facts_norm(const struct facts *facts, size_t id);

/* The force of a rank: 9 constitution … 2 maslikhat, 1 programme, 0 none. */
int facts_rank(const char *rank);

#endif
