/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The budget of the latest year in one picture with its table.
 */
#ifndef WEB_BUDGET_H
#define WEB_BUDGET_H

#include "web/view.h"

/* NULL where no budget is recorded. */
struct pages_budget *budget_part(
    const struct request *request, const struct community *community);

#endif
