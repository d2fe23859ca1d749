/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /due: the book of terms of all that runs.
 */
#ifndef WEB_DUE_H
#define WEB_DUE_H

#include "web/request.h"

void due_show(struct request *request, struct response *response);

#endif
