/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The days of all calendars together, sorted.
 */
#include "law/compile.h"

#include <stdlib.h>

static void days_gather(struct compile *compile, bool is_worked,
    const struct date **days, size_t *count);
static void days_check(struct compile *compile, const char *file,
    const struct syntax_node *node);
static int date_order(const void *left, const void *right);

void compile_calendar(struct compile *compile)
{
    struct law *law = compile->law;
    struct date_calendar *calendar = &law->calendar;
    days_gather(
        compile, false, &calendar->holidays, &calendar->holidays_count);
    days_gather(compile, true, &calendar->worked, &calendar->worked_count);
    for (size_t i = 0; i < law->files_count; i++) {
        for (size_t k = 0; k < law->files[i].count; k++) {
            const struct syntax_node *node = &law->files[i].nodes[k];
            if (node->kind == SYNTAX_DAYS && node->of.days->is_worked) {
                days_check(compile, law->files[i].name, node);
            }
        }
    }
}

static void days_gather(struct compile *compile, bool is_worked,
    const struct date **days, size_t *count)
{
    const struct law *law = compile->law;
    struct date *taken = NULL;
    size_t capacity = 0;
    for (size_t i = 0; i < law->files_count; i++) {
        for (size_t k = 0; k < law->files[i].count; k++) {
            const struct syntax_node *node = &law->files[i].nodes[k];
            if (node->kind != SYNTAX_DAYS ||
                node->of.days->is_worked != is_worked) {
                continue;
            }
            for (size_t d = 0; d < node->of.days->count; d++) {
                taken = arena_grow(
                    law->arena, taken, *count, &capacity, sizeof *taken);
                taken[(*count)++] = node->of.days->dates[d].date;
            }
        }
    }
    if (taken != NULL) {
        qsort(taken, *count, sizeof *taken, date_order);
    }
    *days = taken;
}

/* A day is a holiday or worked, not both. */
static void days_check(struct compile *compile, const char *file,
    const struct syntax_node *node)
{
    const struct date_calendar *calendar = &compile->law->calendar;
    for (size_t i = 0; i < node->of.days->count; i++) {
        const struct syntax_date *day = &node->of.days->dates[i];
        if (calendar->holidays_count > 0 &&
            bsearch(&day->date, calendar->holidays, calendar->holidays_count,
                sizeof day->date, date_order) != NULL) {
            (void)message_date(compile_fault(compile, file, node,
                                   day->column, "law.day-contradicts"),
                "date", day->date);
        }
    }
}

static int date_order(const void *left, const void *right)
{
    const struct date *one = left;
    const struct date *other = right;
    return date_compare(*one, *other);
}
