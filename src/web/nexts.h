/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The next lawful acts of an account, each with its door; what is not lawful
 * yet, with the law's reason; where the law is silent.
 */
#ifndef WEB_NEXTS_H
#define WEB_NEXTS_H

#include "web/options.h"

/* Of a sitting (item NULL), or of the decision on an item; NULL for who is not
   signed in or has no part in it. */
struct pages_next *nexts_part(const struct request *request,
    const struct engine_facts *facts, const struct item *item);

#endif
