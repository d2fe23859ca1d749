/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Norms and stages as sentences that read as law.
 */
#include "law/law.h"
#include "law_files.h"
#include "test.h"

static const char TEXT[] =
    "act law-2001; rank law; adopted 2001-01-23\n"
    "article 39-3; from 2020-01-01\n"
    "  1 gathering decides: community-tasks, assembly-composition; for 4 "
    "years\n"
    "  2 budget-monitoring-commission must: monitor-budget; within 1 "
    "half-years\n"
    "  3 official must: carry-out-decision; with consent of rural-akim\n"
    "  4 local-matters means: matters-of-the-majority\n"
    "  5 district-maslikhat approves: local-budget; at village, settlement\n"
    "  6 rural-akim must: consider-decision; subject to law-2001 39-3\n"
    "  7 assembly decides: *; as own\n"
    "procedure gathering; of law-2001 39-3; from 2020-01-01\n"
    "  1 initiated by: member; at least 10 % of members-entitled; stating "
    "name, residence\n"
    "  2 consent of: district-akim; within missing; where initiated by "
    "member\n"
    "  3 notice: at least 10 calendar-days before sitting; of time, place; "
    "to population; in mass-media\n"
    "  4 carried by: form by-name, by-show-of-hands\n"
    "  5 quorum: at least 1/2 of representatives; where represented\n"
    "  6 forms: budget-monitoring-commission; missing; from among "
    "assembly-member\n"
    "  7 opened by: rural-akim, person-empowered\n"
    "  8 reviewed by: rural-akim; within 2 working-days\n";

static struct law *law;
static struct arena *arena;

static int corpus_make(void **state)
{
    (void)state;
    law = law_files_compile_text(TEXT);
    arena = arena_create();
    return 0;
}

static int corpus_free(void **state)
{
    (void)state;
    arena_destroy(arena);
    law_destroy(law);
    return 0;
}

/* The norm of a label about an object. */
static void assert_norm(const char *label, const char *object,
    enum language language, const char *expected)
{
    const struct law_query query = {
        .day = {2026, 1, 1}, .object = object, .population = -1};
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    law_norms(law, &query, arena, &norms, &count);
    const struct law_norm *found = NULL;
    for (size_t i = 0; i < count; i++) {
        found = norms[i]->citation.label[0] == label[0] ? norms[i] : found;
    }
    assert_non_null(found);
    struct buffer said = BUFFER_EMPTY;
    law_norm_say(law, found, language, &said);
    assert_string_equal(buffer_text(&said), expected);
    buffer_finish(&said);
}

static void assert_stage(
    size_t index, enum language language, const char *expected)
{
    const struct law_procedure *procedure = law_procedure(law, "gathering",
        (struct date){2026, 1, 1}, NULL, -1, arena);
    assert_non_null(procedure);
    struct buffer said = BUFFER_EMPTY;
    law_stage_say(law, &procedure->stages[index], language, &said);
    assert_string_equal(buffer_text(&said), expected);
    buffer_finish(&said);
}

static void one_norm_is_said_of_a_sentence_with_several(void **state)
{
    (void)state;
    assert_norm("1", "assembly-composition", LANGUAGE_KK,
        "жергілікті қоғамдастық жиыны шешеді: жергілікті қоғамдастық "
        "жиналысының құрамы; 4 жыл мерзімге");
    assert_norm("1", "assembly-composition", LANGUAGE_RU,
        "сход местного сообщества решает: состав собрания местного "
        "сообщества; сроком на 4 года");
    assert_norm("1", "community-tasks", LANGUAGE_EN,
        "gathering decides: priority tasks of the community; for 4 years");
}

static void a_russian_verb_agrees_with_its_subject(void **state)
{
    (void)state;
    assert_norm("2", "monitor-budget", LANGUAGE_RU,
        "комиссия местного сообщества обязана: вести мониторинг исполнения "
        "бюджета; в течение 1 полугодия");
    assert_norm("3", "carry-out-decision", LANGUAGE_RU,
        "должностное лицо обязано: обеспечить исполнение одобренного "
        "решения; если согласие дает аким сельского округа");
    assert_norm("6", "consider-decision", LANGUAGE_RU,
        "аким сельского округа обязан: рассмотреть принятое решение; с "
        "учетом law-2001 39-3");
    assert_norm("4", "matters-of-the-majority", LANGUAGE_RU,
        "вопросы местного значения означают: вопросы, связанные с правами "
        "большинства жителей");
}

static void kazakh_clauses_follow_their_words(void **state)
{
    (void)state;
    assert_norm("3", "carry-out-decision", LANGUAGE_KK,
        "лауазымды адам міндетті: мақұлданған шешімнің орындалуын "
        "қамтамасыз ету; ауылдық округ әкімі келіскен жағдайда");
    assert_norm("5", "local-budget", LANGUAGE_KK,
        "аудандық мәслихат бекітеді: ауылдық округ бюджеті; ауыл, кент "
        "деңгейінде");
    assert_stage(2, LANGUAGE_KK,
        "құлағдар ету: өткізілетін күнге дейін кемінде күнтізбелік 10 күн; "
        "уақыты, орны туралы; жергілікті қоғамдастық халқы назарына; "
        "бұқаралық ақпарат құралдары арқылы");
}

static void a_star_is_everything_in_every_language(void **state)
{
    (void)state;
    assert_norm("7", "*", LANGUAGE_EN, "assembly decides: *; as own power");
    assert_norm("7", "*", LANGUAGE_KK,
        "жергілікті қоғамдастық жиналысы шешеді: *; өз өкілеттігі ретінде");
}

static void a_stage_is_said_with_its_amount_and_clauses(void **state)
{
    (void)state;
    assert_stage(0, LANGUAGE_KK,
        "бастамашы: жергілікті қоғамдастық мүшесі; қатысуға құқығы бар "
        "мүшелер санының кемінде 10 %-ы; тегі мен аты-жөні, тұрғылықты жері "
        "көрсетіліп");
    assert_stage(0, LANGUAGE_RU,
        "инициатор: член местного сообщества; не менее 10 % имеющих право "
        "участвовать членов местного сообщества; указываются полное имя, "
        "место жительства");
    assert_stage(0, LANGUAGE_EN,
        "initiated by: member; at least 10 % of the members entitled to take "
        "part; stating name, place of residence");
}

static void a_russian_keyword_goes_with_one_or_several_words(void **state)
{
    (void)state;
    assert_stage(2, LANGUAGE_RU,
        "оповещение: не менее 10 календарных дней до дня проведения; "
        "сообщаются время, место; оповещается население местного сообщества; "
        "через средства массовой информации");
    assert_stage(6, LANGUAGE_RU,
        "вправе открыть: аким сельского округа, уполномоченное акимом лицо");
}

static void silence_has_a_name_with_a_dash(void **state)
{
    (void)state;
    assert_stage(1, LANGUAGE_KK,
        "келісім береді: аудан әкімі; мерзімі — заңда айқындалмаған; "
        "жергілікті қоғамдастық мүшесі бастамашы болса");
    assert_stage(1, LANGUAGE_RU,
        "согласие дает: аким района; срок — законом не определено; если "
        "инициатор — член местного сообщества");
    assert_stage(1, LANGUAGE_EN,
        "consent of: district akim; term — not set by law; where initiated "
        "by member");
    assert_stage(5, LANGUAGE_RU,
        "образуется: комиссия местного сообщества; законом не определено; "
        "из числа — член собрания местного сообщества");
}

static void a_clause_may_come_first_and_may_have_no_words(void **state)
{
    (void)state;
    assert_stage(3, LANGUAGE_KK,
        "шешім қабылданады: атын атап дауыс беру, қол көтеру нысанында");
    assert_stage(3, LANGUAGE_RU,
        "решение принимается: формы — поименное голосование, поднятие рук");
    assert_stage(4, LANGUAGE_KK,
        "кворум: сайланған өкілдердің кемінде 1/2-і; өкілдер қатысса");
    assert_stage(7, LANGUAGE_RU,
        "решение рассматривает: аким сельского округа; в течение 2 рабочих "
        "дней");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_norm_is_said_of_a_sentence_with_several),
        cmocka_unit_test(a_russian_verb_agrees_with_its_subject),
        cmocka_unit_test(kazakh_clauses_follow_their_words),
        cmocka_unit_test(a_star_is_everything_in_every_language),
        cmocka_unit_test(a_stage_is_said_with_its_amount_and_clauses),
        cmocka_unit_test(a_russian_keyword_goes_with_one_or_several_words),
        cmocka_unit_test(silence_has_a_name_with_a_dash),
        cmocka_unit_test(a_clause_may_come_first_and_may_have_no_words),
    };
    return cmocka_run_group_tests(tests, corpus_make, corpus_free);
}
