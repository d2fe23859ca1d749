/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The three languages in which everything is shown, Kazakh first.
 */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include <stdbool.h>

enum language { LANGUAGE_KK, LANGUAGE_RU, LANGUAGE_EN };
enum { LANGUAGE_COUNT = 3 };

/* "kk", "ru" or "en": the BCP 47 tag, static. */
const char *language_tag(enum language language);

/* Reads a tag; false, and nothing written, where it is none of the three. */
bool language_parse(const char *tag, enum language *language);

#endif
