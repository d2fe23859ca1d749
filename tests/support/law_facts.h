/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Every fact of a corpus as text, a line each, so that two can be compared.
 */
#ifndef SUPPORT_LAW_FACTS_H
#define SUPPORT_LAW_FACTS_H

#include "law/law.h"

/* Acts, editions, norms, stages with their places and marks. */
void law_facts_write(const struct law *law, struct buffer *buffer);

/* Fails at the first line that differs. */
void law_facts_assert_equal(const struct law *left, const struct law *right);

#endif
