/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Notices and attendance lists of a gathering, made through the engine.
 */
#include "test.h"

#include "course.h"
#include "law_files.h"
#include "papers.h"

#define ITEMS \
    "{'matter': 'community-tasks', 'title': 'Жол <жөндеу> & көпір'}, " \
    "{'matter': 'local-matters', 'title': 'Шаһқала мәселесі'}"

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
    papers_roll = 0;
    village_setup(&village, law, "116645000", "2026-11-30", 200);
    village_event(&village, "office-recorded", 0,
        "{'office': 'rural-akim', 'holder': '0000000000000000000000000000000"
        "000000000000000000000000000000064', 'from': '2024-01-01'}");
    return 0;
}

static int end(void **state)
{
    (void)state;
    village_teardown(&village);
    return 0;
}

static void call(void)
{
    village_accept(&village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}");
    village_accept(&village,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-12', "
        "'time': '11:00', 'place': 'Мәдениет үйі', 'items': [" ITEMS "]}");
}

static void a_notice_is_missing_until_the_sitting_is_called(void **state)
{
    (void)state;
    papers_missing(
        &village, 0, DOCUMENT_NOTICE, 0, "paper.missing.proceeding");
    village_accept(&village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}");
    papers_missing(&village, 1, DOCUMENT_NOTICE, 0, "paper.missing.notice");
    papers_missing(
        &village, 1, DOCUMENT_ATTENDANCE, 0, "paper.missing.notice");
}

static void a_notice_says_what_the_law_asks_and_the_village_needs(
    void **state)
{
    (void)state;
    call();
    const char *const wanted[] = {
        "*** МЫСАЛ. Адамдар мен деректер ойдан шығарылған",
        "Хабарландыру",
        "Ақмола облысы, Целиноград ауданы, Қоянды ауылы",
        "Не өткізіледі: жергілікті қоғамдастық жиыны",
        "Күні мен уақыты: 2026 жылғы 12 желтоқсан, сенбі, сағат 11:00",
        "Өтетін орны: Мәдениет үйі",
        "1. Жол <жөндеу> & көпір (жергілікті қоғамдастықтың басым міндеттері)",
        "39-3-бап, 2-тармақ, 1) тармақша]",
        "2. Шаһқала мәселесі (жергілікті маңызы бар мәселелер)",
        "39-3-бап, 2-тармақ, 3) тармақша]",
        "Кім келуге құқылы: жергілікті қоғамдастық мүшесі",
        "39-3-бап, 1-тармақ]",
        "Кімнің қатысуға құқығы жоқ: кәмелетке толмаған адам,",
        "Шешім қабылдайды: жергілікті қоғамдастық жиыны",
        "Кворум: ",
        "10 %",
        "200 адамнан 20 қажет",
        "39-3-бап, 9-тармақ]",
        "Мәселелер бойынша ұсыныстарды қабылдайды: ауылдық округ әкімі — "
        "Тұрғын 100",
        "Бастамашы: ауылдық округ әкімі",
        "Шақырады және ұйымдастырады: ауылдық округ әкімі",
        "39-3-бап, 8-тармақ]",
        "Заң редакциясының күні: ",
        "Құлағдар етілген күні: ____________________",
        "Құлағдар ету мерзімі: ",
        "39-3-бап, 8-тармақ]",
        "Ауылдық округ әкімі __________________ Тұрғын 100",
        "Құжат жазбаның 6-оқиғасындағы күйі бойынша жасалды.",
        NULL,
    };
    papers_in_order(
        papers_text(&village, 1, DOCUMENT_NOTICE, 0, LANGUAGE_KK), wanted);
}

static void a_notice_speaks_russian_and_english(void **state)
{
    (void)state;
    call();
    const char *const russian[] = {"Объявление",
        "Что проводится: сход местного сообщества",
        "День и время: 12 декабря 2026 года, суббота, 11:00",
        "Кто вправе прийти: член местного сообщества", "ст. 39-3, п. 1]",
        "Кворум: не менее 10 %", "из 200 нужно 20",
        "Аким сельского округа", NULL};
    papers_in_order(
        papers_text(&village, 1, DOCUMENT_NOTICE, 0, LANGUAGE_RU), russian);
    const char *const english[] = {"Notice", "What is held: gathering",
        "Day and hour: Saturday, 12 December 2026, 11:00",
        "Quorum: at least 10 %", "of 200, 20 are needed",
        "Posted on: ____________________", NULL};
    papers_in_order(
        papers_text(&village, 1, DOCUMENT_NOTICE, 0, LANGUAGE_EN), english);
}

static void a_posted_notice_says_when_how_and_what_shows_it(void **state)
{
    (void)state;
    call();
    village_accept(&village,
        "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['mass-media', "
        "'other-way'], 'evidence': 'Газет, № 48'}");
    const char *const wanted[] = {
        "Құлағдар етілген күні: 2026 жылғы 30 қараша",
        "Құлағдар ету тәсілі: бұқаралық ақпарат құралдары, өзге де тәсілдер",
        "Растайтын құжат: Газет, № 48", NULL};
    const char *text =
        papers_text(&village, 1, DOCUMENT_NOTICE, 0, LANGUAGE_KK);
    papers_in_order(text, wanted);
    papers_lacks(text, "Құлағдар етілген күні: ____");
}

static void a_withdrawn_call_is_marked_on_top(void **state)
{
    (void)state;
    call();
    village_accept(&village,
        "{'act': 'withdraw', 'actor': 'rural-akim', 'reason': 'Боран'}");
    papers_holds(papers_text(&village, 1, DOCUMENT_NOTICE, 0, LANGUAGE_KK),
        "*** Отырыс өткізілмейді, шақыру кері қайтарылды. Себебі: Боран");
}

static void a_real_community_has_no_mark_of_a_demonstration(void **state)
{
    (void)state;
    call();
    village.community.demonstration = false;
    papers_lacks(papers_text(&village, 1, DOCUMENT_NOTICE, 0, LANGUAGE_KK),
        "МЫСАЛ");
}

/* The gap of the law: a tenth of all is asked of representatives alone. */
static void too_few_representatives_for_the_quorum_are_told(void **state)
{
    (void)state;
    village_accept(&village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'represented': true}");
    struct buffer members = BUFFER_EMPTY;
    for (int64_t resident = 1; resident <= 3; resident++) {
        buffer_add_format(&members, "%s'%s'", resident == 1 ? "" : ", ",
            village_key(&village, resident));
    }
    village_event(&village, "representatives-elected", 0,
        arena_format(village.arena,
            "{'gathering': 1, 'plot': 'Абай', 'members': [%s]}",
            buffer_text(&members)));
    buffer_finish(&members);
    village_accept(&village,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-12', "
        "'time': '11:00', 'place': 'Мәдениет үйі', 'items': [" ITEMS "]}");
    const char *const wanted[] = {
        "Өкілдік: бөлек жиындарда сайланған өкілдер қатысады [",
        "39-3-бап, 6-тармақ]", "200 адамнан 20 қажет",
        "Назар аударыңыз: Тізімде небәрі 3 адам бар: бұл кворумға жетпейді.",
        NULL};
    papers_in_order(
        papers_text(&village, 1, DOCUMENT_NOTICE, 0, LANGUAGE_KK), wanted);
}

static void an_initiative_of_members_is_told_with_its_consent(void **state)
{
    (void)state;
    village_accept(&village,
        "{'act': 'open', 'actor': 'member', 'procedure': 'gathering'}");
    village_many(&village, "sign", "member", 1, 20);
    village_accept(&village,
        "{'act': 'consent', 'actor': 'district-akim', 'granted': true, "
        "'evidence': 'хат'}");
    village_accept(&village,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-12', "
        "'time': '11:00', 'place': 'Мәдениет үйі', 'items': [" ITEMS "]}");
    const char *const wanted[] = {
        "Бастамашы: жергілікті қоғамдастық мүшесі [",
        "39-3-бап, 5-тармақ]", "Келісім берді: аудан әкімі, 2026 жылғы 30 "
        "қараша [", "39-3-бап, 5-тармақ]",
        "Шақырады және ұйымдастырады: ауылдық округ әкімі", NULL};
    papers_in_order(
        papers_text(&village, 1, DOCUMENT_NOTICE, 0, LANGUAGE_KK), wanted);
}

static void an_attendance_list_needs_a_roll_or_people(void **state)
{
    (void)state;
    call();
    papers_missing(
        &village, 1, DOCUMENT_ATTENDANCE, 0, "paper.missing.attendance");
}

static void before_anybody_comes_the_whole_roll_is_there_to_sign(void **state)
{
    (void)state;
    call();
    papers_roll = 130; /* two pages of 64 and two more */
    const char *text =
        papers_text(&village, 1, DOCUMENT_ATTENDANCE, 0, LANGUAGE_KK);
    const char *const wanted[] = {"Қатысушылар тізімі",
        "қатысуға құқығы бар мүшелердің жалпы саны: 200",
        "Р/с № Тегі, аты, әкесінің аты Тұрғылықты жері Қолы",
        " 1 Тізімдегі 1 Абай көшесі, 1 ", " 64 Тізімдегі 64 ",
        " 65 Тізімдегі 65 ", " 130 Тізімдегі 130 ", "Төраға ____", NULL};
    papers_in_order(text, wanted);
    papers_lacks(text, "Тізімдегі 131");
}

static void those_who_came_are_listed_with_their_hours(void **state)
{
    (void)state;
    call();
    village_accept(&village,
        "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['mass-media'], "
        "'evidence': 'Газет'}");
    village_today(&village, "2026-12-12T10:40:00+05:00");
    papers_roll = 130;
    village_many(&village, "arrive", "rural-akim", 1, 20);
    village_today(&village, "2026-12-12T11:00:00+05:00");
    village_accept(
        &village, "{'act': 'open-sitting', 'actor': 'rural-akim'}");
    village_today(&village, "2026-12-12T11:20:00+05:00");
    village_many(&village, "arrive", "rural-akim", 21, 21);
    village_many(&village, "leave", "rural-akim", 3, 3);
    const char *text =
        papers_text(&village, 1, DOCUMENT_ATTENDANCE, 0, LANGUAGE_KK);
    const char *const wanted[] = {"барлығы: 21", "1 Тұрғын 1 10:40 ",
        "3 Тұрғын 3 10:40 11:20 ", "9 — (00000000) 10:40 ",
        "21 Тұрғын 21 11:20 ", NULL};
    papers_in_order(text, wanted);
    papers_lacks(text, "Тізімдегі");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_notice_is_missing_until_the_sitting_is_called, found, end),
        cmocka_unit_test_setup_teardown(
            a_notice_says_what_the_law_asks_and_the_village_needs, found,
            end),
        cmocka_unit_test_setup_teardown(
            a_notice_speaks_russian_and_english, found, end),
        cmocka_unit_test_setup_teardown(
            a_posted_notice_says_when_how_and_what_shows_it, found, end),
        cmocka_unit_test_setup_teardown(
            a_withdrawn_call_is_marked_on_top, found, end),
        cmocka_unit_test_setup_teardown(
            a_real_community_has_no_mark_of_a_demonstration, found, end),
        cmocka_unit_test_setup_teardown(
            too_few_representatives_for_the_quorum_are_told, found, end),
        cmocka_unit_test_setup_teardown(
            an_initiative_of_members_is_told_with_its_consent, found, end),
        cmocka_unit_test_setup_teardown(
            an_attendance_list_needs_a_roll_or_people, found, end),
        cmocka_unit_test_setup_teardown(
            before_anybody_comes_the_whole_roll_is_there_to_sign, found, end),
        cmocka_unit_test_setup_teardown(
            those_who_came_are_listed_with_their_hours, found, end),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
