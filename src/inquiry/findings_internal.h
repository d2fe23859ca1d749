/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Between the files of the findings.
 */
#ifndef INQUIRY_FINDINGS_INTERNAL_H
#define INQUIRY_FINDINGS_INTERNAL_H

#include "inquiry/findings.h"

/* The verdicts of the canons on the item's parts, whether they agree, and who
   loses. */
void findings_internal_weigh(
    const struct facts *facts, struct findings_item *item,
    struct findings_part *parts);

/* The sentence of a finding, of up to three words; any may be NULL. */
void findings_internal_say(struct findings_item *item, const char *one,
    const char *two, const char *three);

#endif
