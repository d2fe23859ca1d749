/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * /law/findings: what is wrong with the law of a day, and why.
 */
#ifndef WEB_FLAWS_H
#define WEB_FLAWS_H

#include "web/lawpage.h"

enum { FLAWS_FIELDS = 4 };
extern const struct form_field flaws_fields[FLAWS_FIELDS];

void flaws_show(struct request *request, struct response *response);

/* {{ use finding x }}: one of them, as the law of `day` has it,
   and whether somebody acknowledged it (NULL: nobody). */
struct pages_finding *flaws_part(const struct request *request,
    const struct findings_item *item, const struct acknowledge_state *state,
    struct date day);

/* It in one sentence. */
const char *flaws_sentence(
    const struct request *request, const struct findings_item *item);

/* What a kind of finding is called: a message. */
const char *flaws_kind(enum findings_kind kind);

#endif
