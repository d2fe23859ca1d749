/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Names of a paper: persons, who hold an office, the organ and its place.
 */
#include <string.h>

#include "document/document_internal.h"

enum { KEY_DIGITS_SHOWN = 8, PLACES_ABOVE_MAX = 4 };

static const char *unit_name(const struct document_making *making,
    const struct territory *unit);

const char *document_person(
    const struct document_making *making, const char *key)
{
    const struct document_people *people = making->people;
    const char *name = people == NULL
        ? NULL
        : people->name(people->context, key, making->arena);
    if (name != NULL && name[0] != '\0') {
        return name;
    }
    return arena_format(making->arena, DOCUMENT_DASH " (%.*s)",
        KEY_DIGITS_SHOWN, key);
}

const char *document_persons(const struct document_making *making,
    const char *const *keys, size_t count)
{
    const char *joined = "";
    for (size_t i = 0; i < count; i++) {
        joined = document_join(
            making, joined, ", ", document_person(making, keys[i]));
    }
    return joined;
}

const char *document_holder(const struct document_making *making,
    const char *office, struct date day)
{
    const struct officer *officer =
        proceeding_officer(making->proceeding, office);
    if (officer != NULL && officer->holder != NULL) {
        return document_person(making, officer->holder);
    }
    const struct community_office *holder =
        community_office(making->facts->community, office, day);
    return holder == NULL ? NULL : document_person(making, holder->holder);
}

const char *document_office(const struct document_making *making,
    const char *office, struct date day)
{
    return document_join(making, document_word(making, office),
        " " DOCUMENT_DASH " ", document_holder(making, office, day));
}

const char *document_organ_word(const struct document_making *making)
{
    const struct law_stage *stage =
        document_stage(making, LAW_STAGE_CONSIDERS, NULL);
    return stage != NULL && stage->words_count > 0
        ? stage->words[0]
        : making->proceeding->procedure;
}

const char *document_organ(const struct document_making *making)
{
    return document_word(making, document_organ_word(making));
}

/* Kazakh goes from the large place to the small one, the others back. */
const char *document_unit(const struct document_making *making)
{
    const char *joined = "";
    const struct territory *unit = making->facts->community->unit;
    for (int i = 0; unit != NULL && i < PLACES_ABOVE_MAX; i++) {
        const char *name = unit_name(making, unit);
        joined = making->language == LANGUAGE_KK
            ? document_join(making, name, ", ", joined)
            : document_join(making, joined, ", ", name);
        unit = territory_parent(unit);
    }
    return joined;
}

static const char *unit_name(
    const struct document_making *making, const struct territory *unit)
{
    struct buffer buffer = BUFFER_EMPTY;
    territory_say(unit, making->language, &buffer);
    const char *name = arena_text(making->arena, buffer_text(&buffer));
    buffer_finish(&buffer);
    return name;
}
