/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The tags of the three languages.
 */
#include "base/language.h"

#include <assert.h>
#include <string.h>

static const char *const tags[LANGUAGE_COUNT] = {
    [LANGUAGE_KK] = "kk",
    [LANGUAGE_RU] = "ru",
    [LANGUAGE_EN] = "en",
};

const char *language_tag(enum language language)
{
    assert((unsigned)language < LANGUAGE_COUNT);
    return tags[language];
}

bool language_parse(const char *tag, enum language *language)
{
    assert(tag != NULL);
    for (unsigned i = 0; i < LANGUAGE_COUNT; i++) {
        if (strcmp(tag, tags[i]) == 0) {
            *language = (enum language)i;
            return true;
        }
    }
    return false;
}
