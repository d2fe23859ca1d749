/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /sittings/5/screen: the clerk alone at one table.  The one next act stands on
 * top; below it the quorum with its sum, the roll, the agenda, all else that
 * may be done now.
 */
#ifndef WEB_SCREEN_H
#define WEB_SCREEN_H

#include "web/request.h"

void screen_show(struct request *request, struct response *response);

#endif
