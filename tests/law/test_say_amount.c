/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Amounts in the order and the forms of each language.
 */
#include "law/law.h"
#include "law_files.h"
#include "test.h"

static struct law *law;

static int corpus_make(void **state)
{
    (void)state;
    law = law_files_compile_text("");
    return 0;
}

static int corpus_free(void **state)
{
    (void)state;
    law_destroy(law);
    return 0;
}

static void assert_said(const struct law_amount *amount,
    enum language language, const char *expected)
{
    struct buffer said = BUFFER_EMPTY;
    law_amount_say(law, amount, language, &said);
    assert_string_equal(buffer_text(&said), expected);
    buffer_finish(&said);
}

static struct law_amount term(
    enum law_bound bound, int64_t number, const char *unit)
{
    return (struct law_amount){
        .given = true,
        .bound = bound,
        .value = {number, 1},
        .unit = unit,
    };
}

static struct law_amount share(enum law_bound bound, struct fraction value,
    const char *base)
{
    return (struct law_amount){
        .given = true,
        .bound = bound,
        .is_share = true,
        .value = value,
        .base = base,
    };
}

static void a_term_before_an_event_is_said_in_the_order_of_each_language(
    void **state)
{
    (void)state;
    struct law_amount amount = term(LAW_BOUND_AT_LEAST, 10, "calendar-days");
    amount.relation = "before";
    amount.event = "sitting";
    assert_said(&amount, LANGUAGE_KK,
        "өткізілетін күнге дейін кемінде күнтізбелік 10 күн");
    assert_said(&amount, LANGUAGE_RU,
        "не менее 10 календарных дней до дня проведения");
    assert_said(&amount, LANGUAGE_EN,
        "at least 10 calendar days before the sitting");
}

static void a_term_after_an_event_takes_the_kazakh_ablative(void **state)
{
    (void)state;
    struct law_amount amount = term(LAW_BOUND_EXACTLY, 3, "working-days");
    amount.relation = "after";
    amount.event = "registration";
    assert_said(&amount, LANGUAGE_KK, "тіркеуден кейін 3 жұмыс күні");
    assert_said(&amount, LANGUAGE_RU, "3 рабочих дня после регистрации");
    assert_said(&amount, LANGUAGE_EN, "3 working days after registration");
}

static void a_russian_unit_follows_its_number(void **state)
{
    (void)state;
    struct law_amount amount = term(LAW_BOUND_EXACTLY, 1, "working-days");
    assert_said(&amount, LANGUAGE_RU, "1 рабочий день");
    amount.value.numerator = 2;
    assert_said(&amount, LANGUAGE_RU, "2 рабочих дня");
    amount.value.numerator = 5;
    assert_said(&amount, LANGUAGE_RU, "5 рабочих дней");
    amount.value.numerator = 11;
    assert_said(&amount, LANGUAGE_RU, "11 рабочих дней");
    amount.value.numerator = 21;
    assert_said(&amount, LANGUAGE_RU, "21 рабочий день");
    amount.value.numerator = 112;
    assert_said(&amount, LANGUAGE_RU, "112 рабочих дней");
}

static void after_a_bound_a_russian_unit_is_a_genitive(void **state)
{
    (void)state;
    struct law_amount amount = term(LAW_BOUND_AT_LEAST, 3, "calendar-days");
    assert_said(&amount, LANGUAGE_RU, "не менее 3 календарных дней");
    amount.value.numerator = 21;
    assert_said(&amount, LANGUAGE_RU, "не менее 21 календарного дня");
    amount = term(LAW_BOUND_LESS_THAN, 18, "years");
    assert_said(&amount, LANGUAGE_RU, "менее 18 лет");
    amount = term(LAW_BOUND_AT_MOST, 1, "years");
    assert_said(&amount, LANGUAGE_RU, "не более 1 года");
    amount = term(LAW_BOUND_AT_MOST, 3, "persons");
    assert_said(&amount, LANGUAGE_RU, "не более 3 человек");
}

static void one_is_singular_in_english(void **state)
{
    (void)state;
    struct law_amount amount = term(LAW_BOUND_AT_MOST, 1, "half-years");
    assert_said(&amount, LANGUAGE_EN, "at most 1 half-year");
    amount.value.numerator = 2;
    assert_said(&amount, LANGUAGE_EN, "at most 2 half-years");
}

static void a_share_is_said_of_its_base(void **state)
{
    (void)state;
    struct law_amount amount = share(
        LAW_BOUND_AT_LEAST, (struct fraction){10, 100}, "members-entitled");
    assert_said(&amount, LANGUAGE_KK,
        "қатысуға құқығы бар мүшелер санының кемінде 10 %-ы");
    assert_said(&amount, LANGUAGE_RU,
        "не менее 10 % имеющих право участвовать членов местного сообщества");
    assert_said(&amount, LANGUAGE_EN,
        "at least 10 % of the members entitled to take part");
}

static void more_than_a_share_takes_the_kazakh_ablative(void **state)
{
    (void)state;
    struct law_amount amount = share(
        LAW_BOUND_MORE_THAN, (struct fraction){1, 2}, "participants");
    assert_said(
        &amount, LANGUAGE_KK, "қатысушылар санының 1/2-інен астамы");
    assert_said(&amount, LANGUAGE_RU, "более 1/2 участников");
    assert_said(&amount, LANGUAGE_EN, "more than 1/2 of the participants");
}

static void kazakh_endings_follow_the_numeral(void **state)
{
    (void)state;
    struct law_amount amount = share(
        LAW_BOUND_EXACTLY, (struct fraction){2, 3}, "participants");
    assert_said(&amount, LANGUAGE_KK, "қатысушылар санының 2/3-сі");
    amount.value.numerator = 6;
    amount.value.denominator = 7;
    assert_said(&amount, LANGUAGE_KK, "қатысушылар санының 6/7-сы");
    amount.value.numerator = 9;
    amount.value.denominator = 10;
    assert_said(&amount, LANGUAGE_KK, "қатысушылар санының 9/10-ы");
    amount.value.numerator = 20;
    amount.value.denominator = 30;
    assert_said(&amount, LANGUAGE_KK, "қатысушылар санының 20/30-сы");
}

static void a_compared_unit_takes_the_kazakh_ablative(void **state)
{
    (void)state;
    struct law_amount amount = term(LAW_BOUND_LESS_THAN, 18, "years");
    assert_said(&amount, LANGUAGE_KK, "18 жылдан кем");
    amount = term(LAW_BOUND_MORE_THAN, 10, "calendar-days");
    assert_said(&amount, LANGUAGE_KK, "күнтізбелік 10 күннен астам");
    amount = term(LAW_BOUND_AT_MOST, 25, "persons");
    assert_said(&amount, LANGUAGE_KK, "ең көбі 25 адам");
}

static void a_percentage_keeps_its_digits(void **state)
{
    (void)state;
    struct law_amount amount = share(LAW_BOUND_EXACTLY,
        (struct fraction){999, 10000}, "participants");
    assert_said(&amount, LANGUAGE_EN, "9.99 % of the participants");
    amount.value = (struct fraction){1005, 10000};
    assert_said(&amount, LANGUAGE_EN, "10.05 % of the participants");
    amount.value = (struct fraction){3, 200};
    assert_said(&amount, LANGUAGE_EN, "3/200 of the participants");
}

static void silence_of_the_law_is_said(void **state)
{
    (void)state;
    struct law_amount amount = {.given = true, .missing = true};
    assert_said(&amount, LANGUAGE_KK, "заңда айқындалмаған");
    assert_said(&amount, LANGUAGE_RU, "законом не определено");
    assert_said(&amount, LANGUAGE_EN, "not set by law");
    amount = (struct law_amount){0};
    assert_said(&amount, LANGUAGE_EN, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            a_term_before_an_event_is_said_in_the_order_of_each_language),
        cmocka_unit_test(a_term_after_an_event_takes_the_kazakh_ablative),
        cmocka_unit_test(a_russian_unit_follows_its_number),
        cmocka_unit_test(after_a_bound_a_russian_unit_is_a_genitive),
        cmocka_unit_test(one_is_singular_in_english),
        cmocka_unit_test(a_share_is_said_of_its_base),
        cmocka_unit_test(more_than_a_share_takes_the_kazakh_ablative),
        cmocka_unit_test(kazakh_endings_follow_the_numeral),
        cmocka_unit_test(a_compared_unit_takes_the_kazakh_ablative),
        cmocka_unit_test(a_percentage_keeps_its_digits),
        cmocka_unit_test(silence_of_the_law_is_said),
    };
    return cmocka_run_group_tests(tests, corpus_make, corpus_free);
}
