/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Minutes of sittings that went smoothly and of sittings that did not.
 */
#include "test.h"

#include "course.h"
#include "law_files.h"
#include "papers.h"

#define ITEM "{'matter': 'community-tasks', 'title': 'Жол жөндеу'}"
#define TWO_ITEMS \
    ITEM ", {'matter': 'local-matters', 'title': 'Ауыз су'}"

static struct law *law;
static struct village village;

static int load(void **state)
{
    (void)state;
    struct law_files files = law_files_read();
    law = law_files_compile(files.sources, files.count);
    law_files_finish(&files);
    return 0;
}

static int unload(void **state)
{
    (void)state;
    law_destroy(law);
    return 0;
}

static int found(void **state)
{
    (void)state;
    village_setup(&village, law, "116645000", "2026-11-30", 200);
    return 0;
}

static int end(void **state)
{
    (void)state;
    village_teardown(&village);
    return 0;
}

static const char *minutes(enum language language)
{
    return papers_text(&village, 1, DOCUMENT_MINUTES, 0, language);
}

static void there_are_no_minutes_before_the_opening(void **state)
{
    (void)state;
    course_called(&village, "gathering", ITEM);
    papers_missing(&village, 1, DOCUMENT_MINUTES, 0, "paper.missing.minutes");
}

static void minutes_hold_the_fields_of_the_law_in_its_order(void **state)
{
    (void)state;
    course_decided(&village, "gathering", ITEM, 25);
    const char *const wanted[] = {
        "*** МЫСАЛ.",
        "№ 1 хаттама",
        "Хаттама мыналарға сәйкес жүргізілді:",
        "39-3-бап, 10-тармақ]",
        "Өткізілген күні: 2026 жылғы 12 желтоқсан, сенбі, сағат 11:00",
        "Өтетін орны: Клуб",
        "құқығы бар мүшелердің жалпы саны: 200",
        "Отырыс ашылған кездегі қатысушылар саны: 25",
        "барлығы: 25",
        "Кворум: ",
        "200 адамнан 20 қажет",
        "Қатысушылардың тізімі",
        " 1 Тұрғын 1 11:00 ",
        " 9 — (00000000) 11:00 ",
        " 25 Тұрғын 25 11:00 ",
        "Төраға: Тұрғын 1; жақтаған — 25, қарсы — 0, қалыс қалған — 0",
        "Хатшы: Тұрғын 2; жақтаған — 25,",
        "Күн тәртібі",
        "1. Жол жөндеу (жергілікті қоғамдастықтың басым міндеттері)",
        "бекіту туралы дауыс беру: жақтаған — 25, қарсы — 0,",
        "Сөйленген сөздердің мазмұны",
        "1. Жол жөндеу",
        "Тұрғын 3: Қолдаймын.",
        "Қабылданған шешімдер",
        "1. Жол жөндеу",
        "Дауыс беру нысаны: қол көтеру",
        "Шешім қабылдау ережесі: ",
        "39-3-бап, 11-тармақ]",
        "Дауысқа салынғанда қатысқандар: 25",
        "Қажетті «жақтаған» дауыс: 13",
        "Дауыстар саны: жақтаған — 25, қарсы — 0, қалыс қалған — 0",
        "Нәтижесі: қабылданды, № 1 шешім",
        "Отырыстың шақырылуы",
        "Бастамашы: ауылдық округ әкімі",
        "Құлағдар ету: 2026 жылғы 30 қараша; бұқаралық ақпарат құралдары; "
        "Газет, № 48",
        "Отырыстың барысы",
        "11:00 Отырыс ашылды. Қатысушылар: 25, кворум: 20. Ашқан: "
        "ауылдық округ әкімі",
        "11:00 Отырыс жабылды.",
        "Төраға ___қол қойылды____ Тұрғын 1",
        "Хатшы ___қол қойылды____ Тұрғын 2",
        "Хаттама тапсырылды: ауылдық округ әкімі; 2026 жылғы 12 желтоқсан",
        NULL,
    };
    papers_in_order(minutes(LANGUAGE_KK), wanted);
}

static void the_invented_local_act_that_allowed_the_form_is_marked(
    void **state)
{
    (void)state;
    course_decided(&village, "gathering", ITEM, 25);
    papers_holds(minutes(LANGUAGE_KK),
        "[Қоянды қағидалары (мысал), 3-тармақ (мысал үшін ойдан шығарылған "
        "акт)]");
    papers_holds(minutes(LANGUAGE_RU),
        "[Правила Коянды (пример), п. 3 (вымышленный акт, пример)]");
}

static void minutes_speak_russian_and_english(void **state)
{
    (void)state;
    course_decided(&village, "gathering", ITEM, 25);
    const char *const russian[] = {"Протокол № 1",
        "Дата проведения: 12 декабря 2026 года, суббота, 11:00",
        "имеющих право участвовать: 200", "Список присутствующих",
        "Председатель: Тұрғын 1; за — 25, против — 0, воздержались — 0",
        "Повестка дня", "Содержание выступлений", "Принятые решения",
        "Правило принятия решения: более 1/2", "Нужно голосов «за»: 13",
        "Итог: принято, решение № 1", "Председатель ____подписано____", NULL};
    papers_in_order(minutes(LANGUAGE_RU), russian);
    const char *const english[] = {"Minutes No 1",
        "Date of the sitting: Saturday, 12 December 2026, 11:00",
        "List of those present", "Agenda", "Content of the speeches",
        "Decisions", "Rule: more than 1/2", "Outcome: adopted, decision No 1",
        NULL};
    papers_in_order(minutes(LANGUAGE_EN), english);
}

static void unfinished_minutes_say_so(void **state)
{
    (void)state;
    course_called(&village, "gathering", TWO_ITEMS);
    course_opened(&village, 25);
    const char *text = minutes(LANGUAGE_KK);
    papers_holds(text, "*** Отырыс әлі жабылған жоқ: хаттама аяқталмаған.");
    papers_holds(text, "Төраға: сайланған жоқ");
    papers_holds(text, "күн тәртібі бекітілген жоқ");
    papers_holds(text, "Сөйленген сөздер жазылмаған.");
    papers_holds(text, "Нәтижесі: дауыс берілген жоқ");
    papers_lacks(text, "қол қойылды");
}

static void quorum_lost_and_restored_and_all_comings_and_goings_stand_there(
    void **state)
{
    (void)state;
    course_called(&village, "gathering", ITEM);
    course_opened(&village, 21);
    course_constituted(&village);
    village_today(&village, "2026-12-12T11:30:00+05:00");
    village_accept(&village,
        "{'act': 'leave', 'actor': 'chair', 'residents': [20, 21]}");
    village_today(&village, "2026-12-12T11:45:00+05:00");
    village_accept(&village,
        "{'act': 'arrive', 'actor': 'chair', 'residents': [22]}");
    const char *const wanted[] = {
        "11:00 Отырыс ашылды. Қатысушылар: 21, кворум: 20.",
        "11:30 Отырыстан кетті: Тұрғын 20, Тұрғын 21.",
        "11:30 Кворум жоғалды. Қатысушылар: 19, қажет: 20.",
        "11:45 Кейін келді: Тұрғын 22.",
        "11:45 Кворум қалпына келді. Қатысушылар: 20, қажет: 20.", NULL};
    papers_in_order(minutes(LANGUAGE_KK), wanted);
}

static void an_adjourned_sitting_keeps_both_days(void **state)
{
    (void)state;
    course_called(&village, "gathering", ITEM);
    course_opened(&village, 25);
    course_constituted(&village);
    village_today(&village, "2026-12-12T12:10:00+05:00");
    village_accept(&village,
        "{'act': 'adjourn', 'actor': 'chair', 'day': '2026-12-14', "
        "'time': '15:00', 'reason': 'Жарық сөнді'}");
    village_today(&village, "2026-12-14T15:05:00+05:00");
    village_many(&village, "arrive", "chair", 1, 22);
    village_accept(&village, "{'act': 'resume', 'actor': 'chair'}");
    const char *text = minutes(LANGUAGE_KK);
    const char *const wanted[] = {
        "Өткізілген күні: 2026 жылғы 12 желтоқсан, сенбі, сағат 11:00; "
        "2026 жылғы 14 желтоқсан, дүйсенбі, сағат 15:00",
        "12:10 Отырыс кейінге қалдырылды. Жалғасатын уақыты: 2026 жылғы "
        "14 желтоқсан, дүйсенбі, сағат 15:00. Себебі: Жарық сөнді.",
        "2026 жылғы 14 желтоқсан, 15:05",
        "Отырыс жалғасты. Қатысушылар: 22, кворум: 20.", NULL};
    papers_in_order(text, wanted);
    papers_lacks(text, "Кейін келді");
}

static void votes_by_name_are_listed(void **state)
{
    (void)state;
    course_called(&village, "gathering", ITEM);
    course_opened(&village, 20);
    course_constituted(&village);
    village_accept(&village,
        "{'act': 'speak', 'actor': 'secretary', 'item': 1}");
    village_accept(&village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}");
    static const char *const choices[] = {"for", "against", "abstain"};
    for (int resident = 1; resident <= 3; resident++) {
        course_act(&village,
            "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': "
            "%d, 'choice': '%s'}",
            resident, choices[resident - 1]);
    }
    village_accept(
        &village, "{'act': 'close-vote', 'actor': 'chair', 'item': 1}");
    const char *text = minutes(LANGUAGE_KK);
    const char *const wanted[] = {"Дауыс беру нысаны: атын атап дауыс беру",
        "Нәтижесі: қабылданған жоқ", "1 Тұрғын 1 жақтайды",
        "2 Тұрғын 2 қарсы", "3 Тұрғын 3 қалыс қалды", NULL};
    papers_in_order(text, wanted);
}

static void a_withdrawn_item_and_a_silent_one_are_told_apart(void **state)
{
    (void)state;
    course_called(&village, "gathering", TWO_ITEMS);
    course_opened(&village, 25);
    course_constituted(&village);
    village_accept(&village,
        "{'act': 'withdraw-item', 'actor': 'chair', 'item': 1, "
        "'reason': 'Қаржы жоқ'}");
    village_accept(&village,
        "{'act': 'speak', 'actor': 'secretary', 'item': 2}");
    const char *text = minutes(LANGUAGE_KK);
    papers_holds(text, "Нәтижесі: мәселе алып тасталды: Қаржы жоқ");
    papers_holds(text, "Сөз сұраушы болған жоқ.");
}

/* No local act fills the law there: the clerk had to choose. */
static void a_choice_where_the_law_is_silent_is_told_with_its_ground(
    void **state)
{
    (void)state;
    village_teardown(&village);
    village_setup(&village, law, "116653000", "2026-11-30", 200);
    course_called(&village, "gathering", ITEM);
    village_accept(&village,
        "{'act': 'choose', 'actor': 'rural-akim', 'parameter': 'form', "
        "'value': 'by-show-of-hands', 'ground': 'Мәслихат қағидалары'}");
    course_opened(&village, 25);
    const char *const wanted[] = {
        "Заңда айқындалмаған жағдайда таңдалғаны",
        "Дауыс беру нысаны: қол көтеру. Негізі: Мәслихат қағидалары [",
        "39-3-бап, 11-тармақ]", NULL};
    papers_in_order(minutes(LANGUAGE_KK), wanted);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, found, end)
    const struct CMUnitTest tests[] = {
        CASE(there_are_no_minutes_before_the_opening),
        CASE(minutes_hold_the_fields_of_the_law_in_its_order),
        CASE(the_invented_local_act_that_allowed_the_form_is_marked),
        CASE(minutes_speak_russian_and_english),
        CASE(unfinished_minutes_say_so),
        CASE(
            quorum_lost_and_restored_and_all_comings_and_goings_stand_there),
        CASE(an_adjourned_sitting_keeps_both_days),
        CASE(votes_by_name_are_listed),
        CASE(a_withdrawn_item_and_a_silent_one_are_told_apart),
        CASE(a_choice_where_the_law_is_silent_is_told_with_its_ground),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
