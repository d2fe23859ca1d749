/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Brings a sitting of a test's village to a point of its course, act by act
 * through the engine.  Each function goes on from where the one above it
 * stops; all act on the latest proceeding.
 */
#ifndef SUPPORT_COURSE_H
#define SUPPORT_COURSE_H

#include "test.h"
#include "village.h"

/* An item of an agenda that forms nothing. */
#define COURSE_TASKS "{'matter': 'community-tasks', 'title': 'Жол жөндеу'}"

/*
 * Of a group of tests: the project's own law.  Of each test: a village at
 * Қоянды on 1 December 2026 with 100 members entitled, as `*state`.
 */
int course_begin(void **state);
int course_end(void **state);
int course_setup(void **state);
int course_teardown(void **state);
#define COURSE_TEST(name) \
    cmocka_unit_test_setup_teardown(name, course_setup, course_teardown)

/* Begins anew at another place, on another day. */
void course_elsewhere(struct village *village, const char *kato,
    const char *today, int64_t entitled);

/* The latest proceeding, and the first event of a kind of the latest act. */
const struct proceeding *course_latest(struct village *village);
const struct json *course_told(
    const struct village *village, const char *kind);

/* Opened, called for twelve days later, notified; today is the day. */
void course_called(struct village *village, const char *procedure,
    const char *items);

/* Residents 1 to `present` come, the akim opens the sitting. */
void course_opened(struct village *village, int64_t present);

/* Resident 1 chairs, 2 keeps the minutes, the agenda is approved. */
void course_constituted(struct village *village);

/* An item is spoken of, put by show of hands, counted, closed. */
void course_voted(struct village *village, int64_t item, int64_t votes_for,
    int64_t against);

/* The sitting is closed, the minutes are signed and handed over. */
void course_handed_over(struct village *village);

/* All of it with one item that all present adopt. */
void course_decided(struct village *village, const char *procedure,
    const char *item, int64_t present);

/* village_accept() of a format of printf. */
void course_act(struct village *village, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
