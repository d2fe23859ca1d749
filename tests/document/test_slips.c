/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Slips for an open vote: when there are any, and what they ask.
 */
#include "test.h"

#include "course.h"
#include "papers.h"

#define TWO_ITEMS \
    COURSE_TASKS ", {'matter': 'local-matters', 'title': 'Ауыз су'}"

static const char *slips(struct village *village, int64_t item)
{
    return papers_text(village, 1, DOCUMENT_SLIPS, item, LANGUAGE_KK);
}

static void there_are_no_slips_before_the_call(void **state)
{
    struct village *village = *state;
    course_act(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}");
    papers_missing(village, 1, DOCUMENT_SLIPS, 0, "paper.missing.notice");
}

static void a_slip_asks_one_question_and_leaves_three_boxes(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", TWO_ITEMS);
    const char *const wanted[] = {"Ашық дауыс беру парағы",
        "2026 жылғы 13 желтоқсандағы № 1 отырысы", "1. Жол жөндеу",
        "[ ] жақтаймын", "[ ] қарсымын", "[ ] қалыс қаламын",
        "Тегі, аты, әкесінің аты: ____", "Қолы: ____", "2. Ауыз су", NULL};
    papers_in_order(slips(village, 0), wanted);
    papers_lacks(slips(village, 2), "Жол жөндеу");
    papers_missing(village, 1, DOCUMENT_SLIPS, 3, "paper.missing.item");
}

static void what_was_voted_on_needs_no_slips(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", TWO_ITEMS);
    course_opened(village, 25);
    course_constituted(village);
    course_voted(village, 1, 20, 5);
    papers_lacks(slips(village, 0), "Жол жөндеу");
    papers_holds(slips(village, 0), "2. Ауыз су");
    papers_missing(village, 1, DOCUMENT_SLIPS, 1, "paper.missing.slips");
    course_voted(village, 2, 20, 5);
    papers_missing(village, 1, DOCUMENT_SLIPS, 0, "paper.missing.slips");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(there_are_no_slips_before_the_call),
        COURSE_TEST(a_slip_asks_one_question_and_leaves_three_boxes),
        COURSE_TEST(what_was_voted_on_needs_no_slips),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
