/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Places by their code, and what lies in what.
 *
 * A code is AB·CD·EF·HIJ.  Cutting a group off need not give a code that
 * exists: the districts of Astana have no CD of their own, towns of district
 * significance are written as HIJ=100 under their district.  So the way up
 * goes on until a code is found.
 */
#include "community/territory_internal.h"

#include <assert.h>
#include <string.h>

enum { CODE_LENGTH = 9, GROUP_LENGTH = 2, GROUPS_LENGTH = 6 };

static size_t position(const char *code);

const struct territory *territory_find(const char *code)
{
    assert(code != NULL);
    size_t index = position(code);
    if (index == territory_table_count ||
        strcmp(territory_table[index].code, code) != 0) {
        return NULL;
    }
    return &territory_table[index];
}

const struct territory *territory_parent(const struct territory *territory)
{
    char code[CODE_LENGTH + 1];
    memcpy(code, territory->code, sizeof code);
    for (size_t kept = GROUPS_LENGTH; kept > 0; kept -= GROUP_LENGTH) {
        memset(code + kept, '0', CODE_LENGTH - kept);
        if (strcmp(code, territory->code) == 0) {
            continue;
        }
        const struct territory *above = territory_find(code);
        if (above != NULL) {
            return above;
        }
    }
    return NULL;
}

size_t territory_children(const struct territory *territory,
    const struct territory **children, size_t max)
{
    size_t count = 0;
    /* All that lies in a place follows it, as far as its own group goes. */
    size_t kept = GROUPS_LENGTH;
    while (kept > GROUP_LENGTH &&
        strspn(territory->code + kept - GROUP_LENGTH, "0") ==
            CODE_LENGTH - kept + GROUP_LENGTH) {
        kept -= GROUP_LENGTH;
    }
    size_t index = (size_t)(territory - territory_table) + 1;
    for (; index < territory_table_count && count < max; index++) {
        const struct territory *place = &territory_table[index];
        if (strncmp(place->code, territory->code, kept) != 0) {
            break;
        }
        if (territory_parent(place) == territory) {
            children[count++] = place;
        }
    }
    return count;
}

bool territory_within(
    const struct territory *inner, const struct territory *outer)
{
    while (inner != NULL && inner != outer) {
        inner = territory_parent(inner);
    }
    return inner != NULL;
}

void territory_say(const struct territory *territory, enum language language,
    struct buffer *buffer)
{
    buffer_add_text(buffer, territory->title[language]);
}

size_t territory_count(void)
{
    return territory_table_count;
}

const struct territory *territory_at(size_t index)
{
    assert(index < territory_table_count);
    return &territory_table[index];
}

const char *territory_digest(void)
{
    return territory_table_digest;
}

const char *territory_edition(void)
{
    return territory_table_edition;
}

/* The first place whose code is not less than `code`. */
static size_t position(const char *code)
{
    size_t low = 0;
    size_t high = territory_table_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(territory_table[middle].code, code) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
