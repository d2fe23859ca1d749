/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Sittings: the list, and the page of one for anybody.
 */
#ifndef WEB_SITTINGS_H
#define WEB_SITTINGS_H

#include "web/request.h"

void sittings_list(struct request *request, struct response *response);
void sittings_show(struct request *request, struct response *response);

#endif
