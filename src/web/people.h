/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Names on pages.  The public sees who holds an office, whom an organ was
 * formed of and who was elected; everybody else only by the order in which he
 * came to the sitting.  Names never stand in an address: searching is a form.
 */
#ifndef WEB_PEOPLE_H
#define WEB_PEOPLE_H

#include "web/view.h"

/* May the account see the roll of this sitting and who voted how, and search
   the register: the clerk, and whoever registers those who come. */
bool people_are_open(
    const struct request *request, const struct engine_facts *facts);

/* A person as this account may see him; never NULL. */
const char *people_name(const struct request *request,
    const struct engine_facts *facts, const char *key);

/* Who holds an office today, or NULL. */
const char *people_holder(const struct request *request,
    const struct engine_facts *facts, const char *office);

/* A resident by the register's number, where the account may see him (the
   clerk; who registers arrivals; the member himself), with birth and address
   in `note`; NULL otherwise. */
const char *people_resident_name(const struct request *request,
    const struct engine_facts *facts, int64_t resident, const char **note);

/* "1970, Абай 5"; NULL where neither is known (year 0). */
const char *people_note(
    const struct request *request, int year, const char *address);

/* "Абай 5" and the full name of a row of the register. */
const char *people_address(
    const struct request *request, const struct resident *resident);
const char *people_full_name(
    const struct request *request, const struct resident *resident);

/* The register's number of a key; 0 where it has none. */
int64_t people_resident(const struct request *request, const char *key);

/* Names for a paper, as this account may see them. */
const struct document_people *people_of_paper(
    const struct request *request, const struct engine_facts *facts);

/* Those who are in the room, in the order of names; `resident` as text. */
struct people_line {
    const char *resident;
    const char *name;
    const char *note; /* "1970, Абай 5", or NULL */
    const struct presence *presence;
};
size_t people_present(const struct request *request,
    const struct engine_facts *facts, const struct people_line **lines);

/*
 * Choosing people by name: what the form's fields `search`, `offset` and
 * `resident` ask for.  From the roll of the sitting (`from_roll`) or from the
 * register; those `present` only, or only those who are not, or (-1) all.
 */
struct people_search {
    bool from_roll;
    int present;
    const char *label; /* a message */
    const char *id;
    const char *button; /* a message: whoever is found is entered at one click;
                           NULL: ticked only */
};

/* Those ticked so far: numbers of the register, as text. */
struct people_choice {
    const char *const *residents;
    size_t count;
};

/* `chosen` NULL: those that the field `resident` brought. */
struct pages_picker *people_picker(const struct request *request,
    const struct engine_facts *facts, const struct people_search *search,
    const struct people_choice *chosen);

#endif
