/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Errors and the names of their kinds.
 */
#include "base/error.h"

#include <assert.h>

enum status error_set(struct error *error, enum status status, const char *key)
{
    assert(error != NULL);
    assert(status != STATUS_OK);
    error->status = status;
    (void)message_start(&error->message, key);
    return status;
}

const char *error_status_name(enum status status)
{
    switch (status) {
    case STATUS_OK:
        return "ok";
    case STATUS_REFUSED:
        return "refused";
    case STATUS_INVALID:
        return "invalid";
    case STATUS_MISSING:
        return "missing";
    case STATUS_CONFLICT:
        return "conflict";
    case STATUS_FORBIDDEN:
        return "forbidden";
    case STATUS_CORRUPT:
        return "corrupt";
    case STATUS_UNAVAILABLE:
        return "unavailable";
    case STATUS_UNCERTAIN:
        return "uncertain";
    }
    return "unknown";
}
