/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The parts of the table of speed; each prints its rows and tells whether all
 * their limits are held.
 */
#ifndef BENCH_SPEED_H
#define BENCH_SPEED_H

#include <stdbool.h>

bool speed_votes(void);
bool speed_pages(void);
bool speed_register(void);
bool speed_law(void);

/* `program` is kenes itself, made for release. */
bool speed_memory(const char *program);

#endif
