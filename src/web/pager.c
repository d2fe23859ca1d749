/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Long lists in pages.
 */
#include "web/pager.h"

enum { PAGES_MAX = 100000 };

static int64_t page_of(const struct request *request)
{
    int64_t page = form_number(&request->form, "page");
    return page < 1 ? 1 : page > PAGES_MAX ? PAGES_MAX : page;
}

size_t pager_offset(const struct request *request)
{
    return (size_t)(page_of(request) - 1) * PAGER_ROWS;
}

static struct url link_to(
    const struct request *request, struct url url, int64_t page)
{
    return url_with(request->arena, url, "page",
        arena_format(request->arena, "%lld", (long long)page));
}

struct pages_pager *pager_part(const struct request *request, size_t total)
{
    return pager_part_at(
        request, url_to(request->arena, request->target), total);
}

struct pages_pager *pager_part_at(
    const struct request *request, struct url url, size_t total)
{
    struct pages_pager *part = arena_take(request->arena, sizeof *part);
    int64_t page = page_of(request);
    if (page > 1) {
        part->previous = link_to(request, url, page - 1);
    }
    if (pager_offset(request) + PAGER_ROWS < total) {
        part->next = link_to(request, url, page + 1);
    }
    return part;
}
