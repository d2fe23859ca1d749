/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Signing in and out.
 */
#ifndef WEB_SIGN_IN_H
#define WEB_SIGN_IN_H

#include "web/request.h"

void sign_in_show(struct request *request, struct response *response);
void sign_in_enter(struct request *request, struct response *response);
void sign_in_leave(struct request *request, struct response *response);

#endif
