/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The table that tools/compile_kato makes of data/kato.csv.
 */
#ifndef COMMUNITY_TERRITORY_INTERNAL_H
#define COMMUNITY_TERRITORY_INTERNAL_H

#include "community/territory.h"

extern const struct territory territory_table[]; /* sorted by code */
extern const size_t territory_table_count;
extern const char territory_table_digest[];
extern const char territory_table_edition[];

#endif
