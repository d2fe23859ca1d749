/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Moments: UTC seconds.  The clock is always an argument.  All Kazakhstan is
 * UTC+5 since 1 March 2024; before that a place's own offset is not known
 * here, so one offset serves all.
 */
#ifndef BASE_INSTANT_H
#define BASE_INSTANT_H

#include "base/date.h"

struct instant {
    int64_t seconds;
};

enum { INSTANT_TEXT_MAX = 26, INSTANT_OFFSET_MINUTES = 300 };

/* "2026-03-14T11:00:00+05:00", "…Z", or a bare date (00:00 at +05:00). */
bool instant_parse(const char *text, struct instant *instant);

/* Always as "YYYY-MM-DDThh:mm:ss+05:00". */
void instant_write(struct instant instant, char text[INSTANT_TEXT_MAX]);

struct date instant_date(struct instant instant); /* the civil day at +05:00 */
int instant_minute_of_day(struct instant instant);

#endif
