/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The community: what happens next or was decided last, what is open, who holds
 * which office, where the money goes.
 */
#ifndef WEB_HOME_H
#define WEB_HOME_H

#include "web/request.h"

void home_show(struct request *request, struct response *response);

#endif
