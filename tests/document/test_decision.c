/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Decisions of a gathering and an assembly, from adoption to execution.
 */
#include "test.h"

#include <string.h>

#include "course.h"
#include "law_files.h"
#include "papers.h"

#define ITEM "{'matter': 'community-tasks', 'title': 'Жол жөндеу туралы'}"

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

static const char *decision(int64_t proceeding, enum language language)
{
    return papers_text(
        &village, proceeding, DOCUMENT_DECISION, 1, language);
}

static void there_is_no_decision_before_one_is_adopted(void **state)
{
    (void)state;
    course_called(&village, "gathering", ITEM);
    papers_missing(&village, 1, DOCUMENT_DECISION, 0, "paper.missing.item");
    papers_missing(&village, 1, DOCUMENT_DECISION, 2, "paper.missing.item");
    papers_missing(
        &village, 1, DOCUMENT_DECISION, 1, "paper.missing.decision");
    course_opened(&village, 25);
    course_constituted(&village);
    course_voted(&village, 1, 12, 13);
    papers_missing(
        &village, 1, DOCUMENT_DECISION, 1, "paper.missing.decision");
}

static void a_decision_has_the_form_of_an_official_act(void **state)
{
    (void)state;
    course_decided(&village, "gathering", ITEM, 25);
    const char *const wanted[] = {
        "*** МЫСАЛ.",
        "*** Шешім әлі мақұлданған жоқ: орындалуға жатпайды.",
        "Жол жөндеу туралы",
        "Қоянды",
        "Жергілікті қоғамдастық жиынының 2026 жылғы 12 желтоқсандағы № 1 "
        "шешімі",
        "Құқықтық негізі: [",
        "39-3-бап, 2-тармақ, 1) тармақша]",
        "39-3-бап, 11-тармақ]",
        "Жергілікті қоғамдастық жиыны ШЕШІМ ҚАБЫЛДАДЫ:",
        "1. Мына мәселе бойынша ұсынылған шешім қабылдансын: Жол жөндеу "
        "туралы (жергілікті қоғамдастықтың басым міндеттері).",
        "2. Шешімнің күші: міндетті. Ол ауылдық округ әкімі мақұлдағаннан "
        "кейін орындалуға жатады.",
        "39-3-бап, 13-тармақ]",
        "3. Шешімнің орындалуын өз құзыреті шегінде қамтамасыз етеді: ",
        "4. Осы шешім таратылсын: бұқаралық ақпарат құралдары, өзге де "
        "тәсілдер.",
        "39-3-бап, 14-тармақ]",
        "Төраға __________________ Тұрғын 1",
        "Хатшы __________________ Тұрғын 2",
        "Қажетті «жақтаған» дауыс: 13",
        "Нәтижесі: қабылданды, № 1 шешім",
        "Қазіргі күйі: қабылданды, қаралуда",
        "Шешімді қарайды: ауылдық округ әкімі",
        NULL,
    };
    papers_in_order(decision(1, LANGUAGE_KK), wanted);
}

static void the_russian_verb_agrees_with_its_organ(void **state)
{
    (void)state;
    course_decided(&village, "gathering", ITEM, 25);
    const char *const wanted[] = {
        "Сход местного сообщества. Решение от 12 декабря 2026 года № 1",
        "Сход местного сообщества РЕШИЛ:",
        "Принять предложенное решение по вопросу: Жол жөндеу туралы",
        "после того, как его одобрит аким сельского округа.", NULL};
    papers_in_order(decision(1, LANGUAGE_RU), wanted);
    papers_holds(decision(1, LANGUAGE_EN),
        "Gathering. Decision of 12 December 2026 No 1");
}

static void an_approved_decision_says_from_when_it_is_carried_out(
    void **state)
{
    (void)state;
    course_decided(&village, "gathering", ITEM, 25);
    village_today(&village, "2026-12-15");
    village_accept(&village,
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': true}");
    const char *text = decision(1, LANGUAGE_KK);
    papers_lacks(text, "мақұлданған жоқ");
    papers_holds(text, "Ол 2026 жылғы 15 желтоқсаннан бастап орындалады.");
    papers_holds(text, "Қазіргі күйі: мақұлданды; 2026 жылғы 15 желтоқсан");
    papers_holds(
        decision(1, LANGUAGE_RU), "Оно исполняется с 15 декабря 2026 года.");
}

static void publication_and_execution_are_told(void **state)
{
    (void)state;
    course_decided(&village, "gathering", ITEM, 25);
    village_today(&village, "2026-12-15");
    village_accept(&village,
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': true}");
    village_accept(&village,
        "{'act': 'publish', 'actor': 'rural-akim', 'item': 1, "
        "'ways': ['mass-media', 'other-way']}");
    village_accept(&village,
        "{'act': 'assign', 'actor': 'rural-akim', 'item': 1, "
        "'to': 'akim-apparatus', 'task': 'Тендер өткізу', "
        "'due': '2027-03-01'}");
    const char *const wanted[] = {
        "Таратылды: 2026 жылғы 15 желтоқсан; бұқаралық ақпарат құралдары, "
        "өзге де тәсілдер",
        "Орындау тапсырылды: ауылдық округ әкімінің аппараты; Тендер өткізу",
        "Орындау мерзімі: 2027 жылғы 1 наурыз", NULL};
    papers_in_order(decision(1, LANGUAGE_KK), wanted);
}

static void a_disagreement_is_told_with_its_reason(void **state)
{
    (void)state;
    course_decided(&village, "gathering", ITEM, 25);
    village_accept(&village,
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': false, 'reason': 'Қаржы қаралмаған'}");
    const char *text = decision(1, LANGUAGE_KK);
    papers_holds(text, "*** Шешім әлі мақұлданған жоқ");
    papers_holds(text, "келіспейтіні білдірілді, мәселе қайта талқыланады");
    papers_holds(text, "Келіспейтіні білдірілді: 2026 жылғы");
    papers_holds(text, "; Қаржы қаралмаған");
}

static void an_assembly_is_formed_with_its_members_and_term(void **state)
{
    (void)state;
    course_decided(&village, "gathering",
        "{'matter': 'assembly-composition', 'title': 'Жиналыс құрамы', "
        "'members': [8, 9, 10]}",
        25);
    const char *const wanted[] = {
        "1. Құрамы айқындалсын: жергілікті қоғамдастық жиналысы.",
        "Адам саны: 3", "39-3-бап, 2-тармақ, 2) тармақша]", "Мерзімі: 4 жыл",
        "1. Тұрғын 8", "2. — (00000000)", "3. Тұрғын 10", NULL};
    papers_in_order(decision(1, LANGUAGE_KK), wanted);
}

static void an_assembly_agrees_a_budget_marked_as_an_example(void **state)
{
    (void)state;
    course_decided(&village, "gathering",
        "{'matter': 'assembly-composition', 'title': 'Жиналыс құрамы', "
        "'members': [1, 2, 3]}",
        25);
    village_event(&village, "budget-recorded", 0,
        "{'year': 2027, 'figures': {'revenue': 8191400000}, "
        "'decision': '№ 26/155', 'example': true}");
    course_decided(&village, "assembly",
        "{'matter': 'local-budget', 'title': 'Бюджет жобасы туралы', "
        "'budget': 2027}",
        3);
    const char *text = decision(2, LANGUAGE_RU);
    const char *const wanted[] = {
        "Собрание местного сообщества РЕШИЛО:", "1. Согласовать: Бюджет",
        "Год бюджета: 2027", "Документ о бюджете: № 26/155 (пример)", NULL};
    papers_in_order(text, wanted);
    papers_holds(decision(2, LANGUAGE_KK), "1. Келісілсін: Бюджет жобасы");
}

static void what_was_typed_is_escaped_in_the_page(void **state)
{
    (void)state;
    course_decided(&village, "gathering",
        "{'matter': 'community-tasks', 'title': '<b>Жол</b> & көпір'}", 25);
    struct buffer buffer = BUFFER_EMPTY;
    document_html_page(
        papers_make(&village, 1, DOCUMENT_DECISION, 1, LANGUAGE_KK),
        LANGUAGE_KK, &buffer);
    const char *page = buffer_text(&buffer);
    papers_holds(page, "<title>&lt;b&gt;Жол&lt;/b&gt; &amp; көпір</title>");
    papers_lacks(page, "<b>");
    buffer_finish(&buffer);
}

/* Every paper in every language: no key and no argument without its text. */
static void no_paper_shows_a_key_or_a_brace(void **state)
{
    (void)state;
    course_decided(&village, "gathering", ITEM, 25);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        for (int kind = DOCUMENT_NOTICE; kind < DOCUMENT_KINDS; kind++) {
            if (kind == DOCUMENT_SLIPS) { /* nothing is left to be voted on */
                continue;
            }
            const char *text = papers_text(&village, 1,
                (enum document_kind)kind, 1, (enum language)language);
            papers_lacks(text, "paper.");
            papers_lacks(text, "{");
            papers_lacks(text, "law-2001");
        }
    }
}

static void kinds_have_names_that_read_back(void **state)
{
    (void)state;
    for (int kind = DOCUMENT_NOTICE; kind < DOCUMENT_KINDS; kind++) {
        enum document_kind read = DOCUMENT_NOTICE;
        assert_true(document_kind_parse(
            document_kind_name((enum document_kind)kind), &read));
        assert_int_equal(read, kind);
    }
    enum document_kind untouched = DOCUMENT_MINUTES;
    assert_false(document_kind_parse("receipt", &untouched));
    assert_int_equal(untouched, DOCUMENT_MINUTES);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, found, end)
    const struct CMUnitTest tests[] = {
        CASE(there_is_no_decision_before_one_is_adopted),
        CASE(a_decision_has_the_form_of_an_official_act),
        CASE(the_russian_verb_agrees_with_its_organ),
        CASE(an_approved_decision_says_from_when_it_is_carried_out),
        CASE(publication_and_execution_are_told),
        CASE(a_disagreement_is_told_with_its_reason),
        CASE(an_assembly_is_formed_with_its_members_and_term),
        CASE(an_assembly_agrees_a_budget_marked_as_an_example),
        CASE(what_was_typed_is_escaped_in_the_page),
        CASE(no_paper_shows_a_key_or_a_brace),
        CASE(kinds_have_names_that_read_back),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
