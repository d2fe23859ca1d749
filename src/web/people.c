/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Names on pages: who may see which.
 */
#include "web/people.h"

#include <stdlib.h>
#include <string.h>

/* What the callbacks of a paper are handed. */
struct naming {
    const struct request *request;
    const struct engine_facts *facts;
};

bool people_are_open(
    const struct request *request, const struct engine_facts *facts)
{
    struct engine_actors actors;
    if (request_has_office(request, "clerk")) {
        return true;
    }
    if (request->account == NULL || facts->proceeding == NULL) {
        return false;
    }
    engine_actors(facts, ACT_ARRIVE, &actors);
    for (size_t i = 0; i < actors.count; i++) {
        if (request_has_office(request, actors.words[i])) {
            return true;
        }
    }
    return false;
}

static bool is_in(const char *key, const char *const *keys, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(keys[i], key) == 0) {
            return true;
        }
    }
    return false;
}

/* Officials, and members of organs and representatives once elected. */
static bool is_of_community(const struct community *community, const char *key)
{
    for (size_t i = 0; i < community->offices_count; i++) {
        if (strcmp(community->offices[i].holder, key) == 0) {
            return true;
        }
    }
    for (size_t i = 0; i < community->organs_count; i++) {
        const struct community_organ *organ = &community->organs[i];
        for (size_t k = 0; k < organ->mandates_count; k++) {
            if (strcmp(organ->mandates[k].holder, key) == 0) {
                return true;
            }
        }
    }
    for (size_t i = 0; i < community->representatives_count; i++) {
        if (is_in(key, community->representatives[i].holders,
                community->representatives[i].holders_count)) {
            return true;
        }
    }
    return false;
}

static bool is_public(const struct engine_facts *facts, const char *key)
{
    const struct proceeding *proceeding = facts->proceeding;
    for (size_t i = 0; proceeding != NULL && i < proceeding->officers_count;
         i++) {
        const char *holder = proceeding->officers[i].holder;
        if (holder != NULL && strcmp(holder, key) == 0) {
            return true;
        }
    }
    return is_of_community(facts->community, key);
}

/* "Қатысушы № 12": the order in which he came. */
static const char *pseudonym(const struct request *request,
    const struct engine_facts *facts, const char *key)
{
    const struct proceeding *proceeding = facts->proceeding;
    struct message message;
    size_t count = proceeding == NULL || proceeding->presence == NULL
                       ? 0
                       : map_count(proceeding->presence);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(map_key_at(proceeding->presence, i), key) == 0) {
            (void)message_start(&message, "people.participant");
            (void)message_number(&message, "number", (int64_t)i + 1);
            return view_say(request, facts->law, &message);
        }
    }
    return view_key(request, "people.member");
}

static const char *name_of(
    const struct request *request, const char *key, struct arena *arena)
{
    struct error error = {.status = STATUS_OK};
    const char *name = NULL;
    return store_name(request->reader, key, arena, &name, &error) == STATUS_OK
               ? name
               : NULL;
}

const char *people_name(const struct request *request,
    const struct engine_facts *facts, const char *key)
{
    if (!is_public(facts, key) && !people_are_open(request, facts)) {
        return pseudonym(request, facts, key);
    }
    const char *name = name_of(request, key, request->arena);
    return name == NULL ? view_key(request, "people.erased") : name;
}

const char *people_holder(const struct request *request,
    const struct engine_facts *facts, const char *office)
{
    const struct community_office *holder =
        community_office(facts->community, office, request->today);
    return holder == NULL ? NULL : people_name(request, facts, holder->holder);
}

const char *people_note(
    const struct request *request, int year, const char *address)
{
    bool has_address = address != NULL && address[0] != '\0';
    if (year == 0) {
        return has_address ? address : NULL;
    }
    return has_address ? arena_format(request->arena, "%d, %s", year, address)
                       : arena_format(request->arena, "%d", year);
}

const char *people_address(
    const struct request *request, const struct resident *resident)
{
    return arena_format(request->arena, "%s%s%s", resident->street,
        resident->house[0] == '\0' ? "" : " ", resident->house);
}

const char *people_full_name(
    const struct request *request, const struct resident *resident)
{
    struct buffer buffer = BUFFER_EMPTY;
    resident_full_name(resident, &buffer);
    const char *name = arena_text(request->arena, buffer_text(&buffer));
    buffer_finish(&buffer);
    return name;
}

const char *people_resident_name(const struct request *request,
    const struct engine_facts *facts, int64_t id, const char **note)
{
    struct resident resident = {.id = 0};
    struct error error = {.status = STATUS_OK};
    const struct clerk_account *account = request->account;
    bool is_own = account != NULL && id != 0 && account->resident == id;
    *note = NULL;
    if ((!is_own && !people_are_open(request, facts)) ||
        store_resident(request->reader, id, request->arena, &resident,
            &error) != STATUS_OK) {
        return NULL;
    }
    *note = people_note(
        request, resident.birth.year, people_address(request, &resident));
    return people_full_name(request, &resident);
}

int64_t people_resident(const struct request *request, const char *key)
{
    int64_t resident = 0;
    struct error error = {.status = STATUS_OK};
    (void)store_key_resident(request->reader, key, &resident, &error);
    return resident;
}

/* ---- papers -------------------------------------------------------------- */

static const char *paper_name(
    void *context, const char *key, struct arena *arena)
{
    const struct naming *naming = context;
    if (is_public(naming->facts, key) ||
        people_are_open(naming->request, naming->facts)) {
        return name_of(naming->request, key, arena);
    }
    return pseudonym(naming->request, naming->facts, key);
}

static size_t paper_roll(void *context, size_t offset, size_t max,
    const char **names, const char **addresses, struct arena *arena)
{
    const struct naming *naming = context;
    struct store_roll_line *lines = NULL;
    size_t count = 0;
    size_t total = 0;
    struct error error = {.status = STATUS_OK};
    if (store_roll(naming->request->reader, naming->facts->proceeding->number,
            NULL, offset, max, arena, &lines, &count, &total,
            &error) != STATUS_OK) {
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        names[i] = lines[i].name == NULL
                       ? view_key(naming->request, "people.erased")
                       : lines[i].name;
        addresses[i] = lines[i].address;
    }
    return count;
}

const struct document_people *people_of_paper(
    const struct request *request, const struct engine_facts *facts)
{
    struct naming *naming = arena_take(request->arena, sizeof *naming);
    struct document_people *people = arena_take(request->arena, sizeof *people);
    *naming = (struct naming){request, facts};
    *people = (struct document_people){
        .name = paper_name,
        .roll = people_are_open(request, facts) ? paper_roll : NULL,
        .context = naming,
    };
    return people;
}

/* ---- those in the room --------------------------------------------------- */

static int by_name(const void *left, const void *right)
{
    const struct people_line *first = left;
    const struct people_line *second = right;
    return tongue_compare(LANGUAGE_KK, first->name, second->name);
}

size_t people_present(const struct request *request,
    const struct engine_facts *facts, const struct people_line **lines)
{
    const struct map *presence = facts->proceeding->presence;
    size_t count = presence == NULL ? 0 : map_count(presence);
    struct people_line *found =
        arena_take_array(request->arena, count, sizeof *found);
    size_t made = 0;
    for (size_t i = 0; i < count; i++) {
        const struct presence *one = map_value_at(presence, i);
        int64_t resident =
            one->present ? people_resident(request, one->key) : 0;
        if (resident != 0) {
            found[made++] = (struct people_line){
                .resident =
                    arena_format(request->arena, "%lld", (long long)resident),
                .name = people_name(request, facts, one->key),
                .presence = one,
            };
        }
    }
    if (made > 0) {
        qsort(found, made, sizeof *found, by_name);
    }
    *lines = found;
    return made;
}
