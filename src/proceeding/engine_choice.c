/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A recorded choice for those who show it.
 */
#include "proceeding/engine_internal.h"

bool engine_choice_amount(
    const struct proceeding_choice *choice, struct law_amount *amount)
{
    return choice->value != NULL && stage_amount_read(choice->value, amount);
}
