/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Residents for tests of the register and of rolls.
 */
#ifndef SUPPORT_REGISTER_H
#define SUPPORT_REGISTER_H

#include "kept.h"

#define REGISTER_KATO "116645100" /* the village Қоянды */

/* A citizen born on 20 March, living in Abai street since 2010. */
struct resident register_person(
    const char *number, const char *surname, const char *name, int year);

/* Imports up to eight residents in a transaction of its own. */
struct store_import register_import(
    struct kept *kept, struct resident *residents, size_t count);

/*
 * Imports six: on 2026-03-20 the first three and the sixth are entitled; one
 * of them comes of age on that day, the fourth the day after, the fifth is
 * declared incapable.  The sixth has no personal number.
 */
void register_fill(struct kept *kept);

/* Of the whole okrug on 2026-03-20: of age and not declared incapable. */
struct store_electorate register_electorate(void);

#endif
