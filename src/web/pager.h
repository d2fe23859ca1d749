/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Long lists in pages: the field `page` of a query, from 1.
 */
#ifndef WEB_PAGER_H
#define WEB_PAGER_H

#include "web/page.h"

enum { PAGER_ROWS = 25 };

/* How many rows to pass over. */
size_t pager_offset(const struct request *request);

/* The links before and after, of `total` rows. */
struct pages_pager *pager_part(const struct request *request, size_t total);

/* The same for a list that a query chooses: `url` is its first page. */
struct pages_pager *pager_part_at(
    const struct request *request, struct url url, size_t total);

#endif
