/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Extracts from the minutes: one item, and nobody's name but the officers'.
 */
#include "test.h"

#include "course.h"
#include "papers.h"

#define TWO_ITEMS \
    COURSE_TASKS ", {'matter': 'local-matters', 'title': 'Ауыз су'}"

static const char *extract(struct village *village, int64_t item,
    enum language language)
{
    return papers_text(village, 1, DOCUMENT_EXTRACT, item, language);
}

static void there_is_no_extract_before_the_vote(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", TWO_ITEMS);
    papers_missing(
        village, 1, DOCUMENT_EXTRACT, 1, "paper.missing.extract");
    papers_missing(village, 1, DOCUMENT_EXTRACT, 0, "paper.missing.item");
    papers_missing(village, 1, DOCUMENT_EXTRACT, 3, "paper.missing.item");
}

static void an_extract_tells_one_item_and_is_certified(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", TWO_ITEMS);
    course_opened(village, 25);
    course_constituted(village);
    course_voted(village, 1, 20, 5);
    course_voted(village, 2, 12, 13);
    const char *const wanted[] = {"№ 1 хаттамадан үзінді",
        "Жергілікті қоғамдастық жиынының 2026 жылғы 13 желтоқсандағы № 1 "
        "хаттамасы",
        "қатысушылар саны: 25", "ТЫҢДАЛДЫ: 1. Жол жөндеу",
        "ШЕШІМ ҚАБЫЛДАНДЫ: ", "жақтаған — 20, қарсы — 5",
        "Төраға", "Тұрғын 1", "Хатшы", "Тұрғын 2", "Үзінді дұрыс",
        "Берілген күні: ____", "Хатшы", NULL};
    const char *text = extract(village, 1, LANGUAGE_KK);
    papers_in_order(text, wanted);
    papers_lacks(text, "Ауыз су");
    papers_lacks(text, "Тұрғын 3");
    text = extract(village, 2, LANGUAGE_RU);
    papers_holds(text, "СЛУШАЛИ: 2. Ауыз су");
    papers_lacks(text, "РЕШИЛИ");
    papers_holds(text, "Итог: не принято");
}

static void whoever_received_the_minutes_certifies(void **state)
{
    struct village *village = *state;
    course_decided(village, "gathering", COURSE_TASKS, 25);
    papers_holds(extract(village, 1, LANGUAGE_RU),
        "Дата выдачи: ____________________ Аким сельского округа");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(there_is_no_extract_before_the_vote),
        COURSE_TEST(an_extract_tells_one_item_and_is_certified),
        COURSE_TEST(whoever_received_the_minutes_certifies),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
