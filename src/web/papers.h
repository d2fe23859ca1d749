/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Official papers as pages to be read and printed, as PDF and as Akoma Ntoso:
 * /sittings/5/papers/minutes, /sittings/5/pdf/decision-2.
 */
#ifndef WEB_PAPERS_H
#define WEB_PAPERS_H

#include "web/view.h"

void papers_show(struct request *request, struct response *response);
void papers_print(struct request *request, struct response *response);
void papers_mark_up(struct request *request, struct response *response);

/* A paper of a sitting that is there, and that this account may see. */
struct papers_link {
    struct url where;
    const char *title;
};
size_t papers_links(const struct request *request,
    const struct engine_facts *facts, const struct papers_link **links);

#endif
