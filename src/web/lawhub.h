/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /law: which edition is in force, what is wrong with it, and the way to all
 * that can be asked of the law.
 */
#ifndef WEB_LAWHUB_H
#define WEB_LAWHUB_H

#include "web/request.h"

void lawhub_show(struct request *request, struct response *response);

#endif
