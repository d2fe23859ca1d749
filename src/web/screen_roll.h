/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The roll at the table of a sitting: a search by name, who is here, who left,
 * and of a slip the way to take it back.
 */
#ifndef WEB_SCREEN_ROLL_H
#define WEB_SCREEN_ROLL_H

#include "web/view.h"

/* `is_focused`: work goes on with the next name. */
struct pages_screen_roll *screen_roll_part(const struct request *request,
    struct response *response, const struct engine_facts *facts,
    bool is_focused);

#endif
