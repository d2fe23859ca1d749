/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Corpora for inquiries.
 */
#ifndef SUPPORT_INQUIRIES_H
#define SUPPORT_INQUIRIES_H

#include "law/law.h"

/* tests/inquiry/fixture.law with the words of the law; `more` may be NULL. */
struct law *inquiries_fixture(const char *more);

/* The words and the levels of the law, and `text`. */
struct law *inquiries_words(const char *text);

/* Everything under law/, and `more`, which may be NULL. */
struct law *inquiries_corpus(const char *more);

struct date inquiries_day(const char *text);

#endif
