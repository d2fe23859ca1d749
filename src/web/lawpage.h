/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What the pages about the law share: the day and the reading that are asked
 * for, a norm with its place, and the small form that asks for another day.
 */
#ifndef WEB_LAWPAGE_H
#define WEB_LAWPAGE_H

#include "web/input.h"
#include "web/study.h"
#include "web/view.h"

/* A place with a word of the law; the hub where the word is none that an
   address can hold. */
struct url lawpage_url(
    const struct request *request, enum url_place place, const char *word);

/* The field `day`, today where there is none. */
struct date lawpage_day(const struct request *request);

/* "2010-01-01" */
const char *lawpage_written(const struct request *request, struct date day);

/* The field `reading`: "article", or NULL, which is "text". */
const char *lawpage_reading(const struct request *request);

/* What an act is called in running text. */
const char *lawpage_act(const struct request *request, const char *id);

/* The norm as a sentence that begins with a capital, without its place. */
const char *lawpage_sentence(
    const struct request *request, const struct law_norm *norm);

/* {{ use norm x }}: the sentence, its place, linked as it stands on `day`. */
struct pages_norm *lawpage_norm(const struct request *request,
    const struct law_norm *norm, struct date day);

/* Only the place: {{ use basis x }}. */
struct pages_basis *lawpage_place(
    const struct request *request, const char *place, struct date day);

/*
 * {{ use when x }}: asks for another day of the page at `place`, with links to
 * the edition before and the one after.  `first` and `second` (NULL: none)
 * are further inputs; the links keep their fields.
 */
struct pages_when *lawpage_when(const struct request *request, struct date day,
    struct input *first, struct input *second);

/* The choice between the official text and what scholars' articles say. */
struct input *lawpage_readings(const struct request *request);

/* The page itself with what its query asks for, but for `page`. */
struct url lawpage_here(const struct request *request);

/* {{ use law-foot x }}: how long it took (NULL: nothing to tell), and the way
   on. */
struct pages_law_foot *lawpage_foot(
    const struct request *request, const struct study_answer *answer);

/* 200, or 422 where a field of the query cannot be read. */
unsigned lawpage_status(const struct request *request);

#endif
