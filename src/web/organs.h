/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Organs and offices: who holds them, until when, what they may decide.
 */
#ifndef WEB_ORGANS_H
#define WEB_ORGANS_H

#include "web/request.h"

void organs_list(struct request *request, struct response *response);
void organs_show(struct request *request, struct response *response);

/* The page of an organ or office: a word of the law. */
struct url organs_url(const struct request *request, const char *word);

#endif
