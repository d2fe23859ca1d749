/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A clerk at work on a community in a temporary folder, with the project's own
 * law and a clock that a file sets.  Acts go in as JSON in which `'` stands
 * for `"`.
 */
#ifndef SUPPORT_DESK_H
#define SUPPORT_DESK_H

#include "clerk/clerk.h"
#include "kept.h"

#define DESK_PLACE "116645000" /* the rural okrug Қоянды */
#define DESK_VILLAGE "116645100"

/* An item of an agenda that forms nothing. */
#define DESK_TASKS "{'matter': 'community-tasks', 'title': 'Жол жөндеу'}"

struct desk {
    char folder[64];   /* of all that follows */
    const char *dir;   /* the community's */
    const char *clock; /* the file */
    struct kept file;  /* its `path` alone: for kept_sql() */
    struct arena *arena;
    struct clerk *clerk; /* open */
    int64_t proceeding;  /* the latest one acted on */
    struct clerk_answer answer;
    struct error error;
};

/* Founded on 1 December 2026, without residents. */
void desk_setup(struct desk *desk);
void desk_setup_on(struct desk *desk, const char *day);
void desk_teardown(struct desk *desk);

/* setup and teardown of cmocka; the desk is `*state`. */
int desk_begin(void **state);
int desk_end(void **state);
#define DESK_TEST(name) \
    cmocka_unit_test_setup_teardown(name, desk_begin, desk_end)

/* Sets the clock: "2026-12-01" or an instant. */
void desk_now(struct desk *desk, const char *now);

/* Closes the clerk, and opens another. */
void desk_reopen(struct desk *desk);

/* Another clerk of the same folder. */
struct clerk *desk_second(struct desk *desk);

struct store_reader *desk_reader(struct desk *desk);

/* "keeper", "clerk", "rural-akim", …: an account that holds this office. */
struct clerk_account desk_account(const char *office);

/* An account of a resident, without offices. */
struct clerk_account desk_member(int64_t resident);

/* Residents 1 to `count`, of age, by an import; the sixth lives elsewhere. */
void desk_register(struct desk *desk, int count);

/*
 * Reads an act for the desk's arena.  Without "proceeding" it is of the latest
 * one.
 */
struct act desk_act(struct desk *desk, const char *text);

/* Submits as `office`; the answer is the desk's. */
enum status desk_submit(
    struct desk *desk, const char *office, const char *text);

/* Submits, and fails the test where the answer is another one. */
#define desk_accept(desk, office, text) \
    desk_answers(desk, desk_submit(desk, office, text), STATUS_OK, "", \
        __FILE__, __LINE__)
#define desk_refuse(desk, office, text, reason) \
    desk_answers(desk, desk_submit(desk, office, text), STATUS_REFUSED, \
        reason, __FILE__, __LINE__)
#define desk_reject(desk, office, text, status, key) \
    desk_answers(desk, desk_submit(desk, office, text), status, key, \
        __FILE__, __LINE__)
void desk_answers(struct desk *desk, enum status status, enum status wanted,
    const char *key, const char *file, int line);

/* Fails the test where desk->error was filled, or is another one. */
#define desk_ok(desk, status) desk_is(desk, status, STATUS_OK, "", \
    __FILE__, __LINE__)
#define desk_fails(desk, status, wanted, key) \
    desk_is(desk, status, wanted, key, __FILE__, __LINE__)
void desk_is(struct desk *desk, enum status status, enum status wanted,
    const char *key, const char *file, int line);

/* The folded state, in the desk's arena. */
const struct proceeding *desk_proceeding(struct desk *desk, int64_t number);

/* How many events there are; the whole record verifies. */
int64_t desk_events(struct desk *desk);

/* ---- the course of a sitting: each goes on where the one above stops ---- */

/* Opened, called for twelve days later, notified; today is the day. */
void desk_called(
    struct desk *desk, const char *procedure, const char *items);

/* Residents 1 to `present` come, the akim opens the sitting. */
void desk_opened(struct desk *desk, int present);

/* Resident 1 chairs, 2 keeps the minutes, the agenda is approved. */
void desk_constituted(struct desk *desk);

/* An item is spoken of, put, counted, closed. */
void desk_voted(struct desk *desk, int item, int votes_for);

/* Closed, the minutes signed and handed over. */
void desk_handed_over(struct desk *desk);

#endif
