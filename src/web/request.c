/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Small questions to a request.
 */
#include "web/request.h"

#include <string.h>

bool request_has_office(const struct request *request, const char *office)
{
    const struct clerk_account *account = request->account;
    for (size_t i = 0; account != NULL && i < account->offices_count; i++) {
        if (strcmp(account->offices[i], office) == 0) {
            return true;
        }
    }
    return false;
}

struct url request_url(const struct request *request, enum url_place place)
{
    return url_to(request->arena, (struct url_target){.place = place,
                                      .language = request->target.language});
}

struct url request_url_number(
    const struct request *request, enum url_place place, int64_t number)
{
    return url_to(request->arena, (struct url_target){.place = place,
                                      .language = request->target.language,
                                      .numbers = {number}});
}
