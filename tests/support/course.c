/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The course of a sitting, as tests need it.
 */
#include "course.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "law_files.h"

static const char KOYANDY[] = "116645000";

enum { DAYS_TO_SITTING = 12 };

static struct law *law;

int course_begin(void **state)
{
    (void)state;
    struct law_files files = law_files_read();
    law = law_files_compile(files.sources, files.count);
    law_files_finish(&files);
    return 0;
}

int course_end(void **state)
{
    (void)state;
    law_destroy(law);
    return 0;
}

int course_setup(void **state)
{
    static struct village village;
    village_setup(&village, law, KOYANDY, "2026-12-01", 100);
    *state = &village;
    return 0;
}

int course_teardown(void **state)
{
    village_teardown(*state);
    return 0;
}

void course_elsewhere(struct village *village, const char *kato,
    const char *today, int64_t entitled)
{
    village_teardown(village);
    village_setup(village, law, kato, today, entitled);
}

const struct proceeding *course_latest(struct village *village)
{
    return village_proceeding(
        village, (int64_t)village->proceedings_count);
}

const struct json *course_told(
    const struct village *village, const char *kind)
{
    for (size_t i = 0; i < village->events.count; i++) {
        if (strcmp(village->events.items[i].kind, kind) == 0) {
            return village->events.items[i].body;
        }
    }
    fail_msg("no event %s", kind);
    return NULL;
}

void course_act(struct village *village, const char *format, ...)
{
    char act[1000];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(act, sizeof act, format, arguments);
    va_end(arguments);
    assert_in_range(length, 1, sizeof act - 1);
    village_accept(village, act);
}

void course_called(struct village *village, const char *procedure,
    const char *items)
{
    char day[DATE_TEXT_MAX];
    char hour[INSTANT_TEXT_MAX];
    struct date sitting =
        date_add_days(instant_date(village->now), DAYS_TO_SITTING);
    date_write(sitting, day);
    course_act(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': '%s'}",
        procedure);
    course_act(village,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '%s', "
        "'time': '11:00', 'place': 'Клуб', 'items': [%s]}",
        day, items);
    village_accept(village,
        "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['mass-media'], "
        "'evidence': 'Газет, № 48'}");
    (void)snprintf(hour, sizeof hour, "%sT11:00:00+05:00", day);
    village_today(village, hour);
}

void course_opened(struct village *village, int64_t present)
{
    village_many(village, "arrive", "rural-akim", 1, present);
    village_accept(village, "{'act': 'open-sitting', 'actor': 'rural-akim'}");
}

void course_constituted(struct village *village)
{
    int present = (int)course_latest(village)->present;
    course_act(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': %d, 'against': 0, 'abstain': 0}",
        present);
    course_act(village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'secretary', "
        "'resident': 2, 'for': %d, 'against': 0, 'abstain': 0}",
        present);
    course_act(village,
        "{'act': 'approve-agenda', 'actor': 'chair', 'for': %d, "
        "'against': 0, 'abstain': 0}",
        present);
}

void course_voted(struct village *village, int64_t item, int64_t votes_for,
    int64_t against)
{
    course_act(village,
        "{'act': 'speak', 'actor': 'secretary', 'item': %d, 'resident': 3, "
        "'text': 'Қолдаймын.'}",
        (int)item);
    course_act(village,
        "{'act': 'put', 'actor': 'chair', 'item': %d, "
        "'form': 'by-show-of-hands'}",
        (int)item);
    course_act(village,
        "{'act': 'count', 'actor': 'secretary', 'item': %d, 'for': %d, "
        "'against': %d, 'abstain': 0}",
        (int)item, (int)votes_for, (int)against);
    course_act(village, "{'act': 'close-vote', 'actor': 'chair', 'item': %d}",
        (int)item);
}

void course_handed_over(struct village *village)
{
    village_accept(village, "{'act': 'close-sitting', 'actor': 'chair'}");
    village_accept(village, "{'act': 'sign-minutes', 'actor': 'chair'}");
    village_accept(village, "{'act': 'sign-minutes', 'actor': 'secretary'}");
    village_accept(village, "{'act': 'hand-over', 'actor': 'secretary'}");
}

void course_decided(struct village *village, const char *procedure,
    const char *item, int64_t present)
{
    course_called(village, procedure, item);
    course_opened(village, present);
    course_constituted(village);
    course_voted(village, 1, present, 0);
    course_handed_over(village);
}
