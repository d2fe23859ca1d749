/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A lawful "no": which place of the law asks for what, what is there, and what
 * would cure it.  Data, not an error.
 */
#ifndef PROCEEDING_REFUSAL_H
#define PROCEEDING_REFUSAL_H

#include "base/date.h"
#include "base/json.h"
#include "base/message.h"
#include "law/law.h"

enum { REFUSAL_PLACE_MAX = 160 };

struct refusal {
    char place[REFUSAL_PLACE_MAX]; /* "law-2001/39-3/8" */
    char filled_by[REFUSAL_PLACE_MAX]; /* the local act that gave the number */
    bool unchecked;                /* the place is marked ~ */
    bool filled_unchecked;         /* that of the local act is */
    bool invented;
    struct message reason;         /* what the law asks and what is there */
    struct message cure;           /* what would cure it */
    struct date lawful_from;       /* set where waiting cures it */
};

/*
 * Starts a refusal by a stage of a procedure (its citation, its marks).
 * `reason` and `cure` are message keys "refusal.…" and "cure.…"; arguments are
 * added through &refusal->reason and &refusal->cure.
 */
void refusal_start(struct refusal *refusal, const struct law_citation *place,
    const char *reason, const char *cure);

/*
 * As JSON for --json: {"article","place","reason":{"key","arguments"},"cure",
 * "lawful_from","unchecked"}.
 */
const struct json *refusal_json(
    const struct refusal *refusal, struct arena *arena);

#endif
