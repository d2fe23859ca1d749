/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A resident: the number, the committed fields, and who is on a roll.
 */
#include <string.h>

#include "law_files.h"
#include "test.h"

#include "community/resident.h"

static struct arena *arena;
static struct law *law;

static int setup(void **state)
{
    (void)state;
    struct law_files files = law_files_read();
    law = law_files_compile(files.sources, files.count);
    law_files_finish(&files);
    arena = arena_create();
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    law_destroy(law);
    return 0;
}

static struct date day(const char *text)
{
    struct date date = {0};
    assert_true(date_parse(text, &date));
    return date;
}

static struct resident resident(void)
{
    return (struct resident){
        .surname = "Ахметова",
        .name = "Айгүл",
        .patronymic = "Серікқызы",
        .birth = day("2008-12-12"),
        .kato = "116645100",
        .street = "Абай көшесі",
        .house = "12",
        .from = day("2026-02-01"),
        .citizen = true,
    };
}

/* ---- numbers ----------------------------------------------------------- */

static void a_control_digit_takes_one_pass_or_two(void **state)
{
    (void)state;
    assert_true(resident_number_is_valid("850602900017", true));  /* one */
    assert_true(resident_number_is_valid("850602900809", true));  /* two */
    assert_true(resident_number_is_valid("000000300017", false)); /* two */
    char number[] = "850602900017";
    for (char digit = '0'; digit <= '9'; digit++) {
        number[11] = digit;
        assert_int_equal(resident_number_is_valid(number, true), digit == '7');
    }
    memcpy(number, "85060290080", 11);
    for (char digit = '0'; digit <= '9'; digit++) {
        number[11] = digit;
        assert_int_equal(resident_number_is_valid(number, true), digit == '9');
    }
}

static void no_number_begins_with_two_tens(void **state)
{
    (void)state;
    char number[] = "850602900860";
    for (char digit = '0'; digit <= '9'; digit++) {
        number[11] = digit;
        assert_false(resident_number_is_valid(number, true));
    }
}

static void the_seventh_digit_says_whose_number_it_is(void **state)
{
    (void)state;
    static const char *const numbers[] = {"000000000010", "000000100017",
        "000000200013", "000000300017", "000000400016", "000000500012",
        "000000600019", "000000700015", "000000800011", "000000900018"};
    for (int kind = 0; kind <= 9; kind++) {
        assert_int_equal(
            resident_number_is_valid(numbers[kind], false), kind <= 6);
        assert_int_equal(
            resident_number_is_valid(numbers[kind], true), kind == 9);
    }
}

static void a_number_is_twelve_digits(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "85060290001", "8506029000170",
        "85060290001 ", "8506029OOO17", "-50602900017", "۸50602900017"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(resident_number_is_valid(bad[i], true));
        assert_false(resident_number_is_valid(bad[i], false));
    }
}

/* ---- fields ------------------------------------------------------------ */

static void assert_fields(const struct resident *one, const char *wanted)
{
    struct buffer fields = BUFFER_EMPTY;
    resident_fields(one, &fields);
    assert_string_equal(buffer_text(&fields), wanted);
    buffer_finish(&fields);
}

static void the_committed_fields_have_one_form(void **state)
{
    (void)state;
    struct resident one = resident();
    assert_fields(&one,
        "{\"birth\":\"2008-12-12\",\"citizen\":true,\"exclusions\":[],"
        "\"from\":\"2026-02-01\",\"house\":\"12\",\"kato\":\"116645100\","
        "\"name\":\"Айгүл\",\"patronymic\":\"Серікқызы\","
        "\"street\":\"Абай көшесі\",\"surname\":\"Ахметова\"}");
    one.id = 17; /* the register's number is not the person's */
    one.number = "850602900017";
    one.until = day("2027-01-01");
    one.citizen = false;
    one.exclusions_count = 2;
    one.exclusions[0] = (struct resident_exclusion){
        "imprisoned", day("2024-02-01"), day("2025-02-01")};
    one.exclusions[1] = (struct resident_exclusion){
        "declared-incapable", day("2026-01-01"), {0}};
    assert_fields(&one,
        "{\"birth\":\"2008-12-12\",\"citizen\":false,\"exclusions\":["
        "{\"from\":\"2024-02-01\",\"reason\":\"imprisoned\",\"until\":"
        "\"2025-02-01\"},{\"from\":\"2026-01-01\",\"reason\":"
        "\"declared-incapable\"}],\"from\":\"2026-02-01\",\"house\":\"12\","
        "\"kato\":\"116645100\",\"name\":\"Айгүл\",\"number\":"
        "\"850602900017\",\"patronymic\":\"Серікқызы\",\"street\":"
        "\"Абай көшесі\",\"surname\":\"Ахметова\",\"until\":\"2027-01-01\"}");
}

static void a_full_name_has_a_patronymic_where_there_is_one(void **state)
{
    (void)state;
    struct buffer name = BUFFER_EMPTY;
    struct resident one = resident();
    resident_full_name(&one, &name);
    assert_string_equal(buffer_text(&name), "Ахметова Айгүл Серікқызы");
    buffer_clear(&name);
    one.patronymic = "";
    resident_full_name(&one, &name);
    assert_string_equal(buffer_text(&name), "Ахметова Айгүл");
    buffer_finish(&name);
}

/* ---- who is on a roll -------------------------------------------------- */

struct roll {
    const struct law_procedure *procedure;
    const struct territory *unit;
    const struct territory *plot;
    const char *street;
};

static struct roll gathering(const struct law *corpus, const char *today)
{
    struct roll roll = {
        law_procedure(corpus, "gathering", day(today), NULL, -1, arena),
        territory_find("116645000"), NULL, NULL};
    assert_non_null(roll.procedure);
    return roll;
}

/* `word` NULL: entitled; `place` NULL: no place. */
static void assert_excluded(const struct roll *roll, const struct resident *one,
    const char *today, const char *word, const char *place)
{
    const struct law_citation *citation = NULL;
    const char *found = resident_not_entitled(one, roll->procedure, roll->unit,
        roll->plot, roll->street, day(today), &citation);
    if (word == NULL) {
        assert_null(found);
        assert_null(citation);
        return;
    }
    assert_non_null(found);
    assert_string_equal(found, word);
    if (place != NULL) {
        assert_non_null(citation);
        assert_string_equal(citation->place, place);
    }
}

static void a_minor_is_entitled_from_the_birthday_that_the_law_says(
    void **state)
{
    (void)state;
    struct roll roll = gathering(law, "2026-11-25");
    struct resident one = resident();
    assert_excluded(&roll, &one, "2026-12-11", "minor", "law-2001/39-3/1");
    assert_excluded(&roll, &one, "2026-12-12", NULL, NULL);
}

static void the_age_stands_in_the_law_alone(void **state)
{
    (void)state;
    static const char head[] =
        "act law-x; rank law; adopted 2001-01-23; number «1»\n"
        "  kk «А»\n  ru «А»\n  en «A»\n"
        "  kk short «А»\n  ru short «А»\n  en short «A»\n\n"
        "article 1; from 2001-01-23\n"
        "  1  gathering decides: community-tasks\n\n"
        "procedure gathering; of law-x 1; from 2001-01-23\n"
        "  1  takes part: member\n";
    static const struct {
        const char *stage;
        const char *last; /* the last day of exclusion, and the next */
        const char *first;
    } cases[] = {
        {"  1  takes part not: minor; less than 16 years\n", "2024-12-11",
            "2024-12-12"},
        {"  1  takes part not: minor; at most 16 years\n", "2025-12-11",
            "2025-12-12"},
    };
    struct resident one = resident();
    one.from = one.birth;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct law *other = law_files_compile_text(
            arena_format(arena, "%s%s", head, cases[i].stage));
        struct roll roll = gathering(other, "2026-11-25");
        assert_excluded(&roll, &one, cases[i].last, "minor", "law-x/1/1");
        assert_excluded(&roll, &one, cases[i].first, NULL, NULL);
        law_destroy(other);
    }
    /* Where the law names nobody, nobody is kept away. */
    struct law *open = law_files_compile_text(head);
    struct roll roll = gathering(open, "2026-11-25");
    assert_excluded(&roll, &one, "2009-01-01", NULL, NULL);
    one.exclusions_count = 1;
    one.exclusions[0] =
        (struct resident_exclusion){"imprisoned", one.birth, {0}};
    assert_excluded(&roll, &one, "2026-12-12", NULL, NULL);
    law_destroy(open);
}

static void an_exclusion_holds_from_its_first_to_its_last_day(void **state)
{
    (void)state;
    static const char *const reasons[] = {"declared-incapable", "imprisoned"};
    struct roll roll = gathering(law, "2026-11-25");
    struct resident one = resident();
    one.birth = day("1985-06-02");
    one.from = day("2010-09-01");
    one.exclusions_count = 1;
    for (int i = 0; i < 2; i++) {
        one.exclusions[0] = (struct resident_exclusion){
            reasons[i], day("2026-05-01"), day("2026-12-12")};
        assert_excluded(&roll, &one, "2026-04-30", NULL, NULL);
        assert_excluded(
            &roll, &one, "2026-05-01", reasons[i], "law-2001/39-3/1");
        assert_excluded(
            &roll, &one, "2026-12-11", reasons[i], "law-2001/39-3/1");
        assert_excluded(&roll, &one, "2026-12-12", NULL, NULL);
        one.exclusions[0].until = (struct date){0};
        assert_excluded(
            &roll, &one, "2999-01-01", reasons[i], "law-2001/39-3/1");
    }
    one.exclusions[0].reason = "not-a-reason-of-the-law";
    assert_excluded(&roll, &one, "2026-05-01", NULL, NULL);
}

static void only_registered_residence_makes_a_member(void **state)
{
    (void)state;
    struct roll roll = gathering(law, "2026-11-25");
    struct resident one = resident();
    one.birth = day("1985-06-02");
    one.until = day("2026-12-12");
    assert_excluded(
        &roll, &one, "2026-01-31", "not-resident", "law-2001/39-3/1");
    assert_excluded(&roll, &one, "2026-02-01", NULL, NULL);
    assert_excluded(&roll, &one, "2026-12-11", NULL, NULL);
    assert_excluded(
        &roll, &one, "2026-12-12", "not-resident", "law-2001/39-3/1");
    one.kato = "116645000";
    assert_excluded(&roll, &one, "2026-12-11", NULL, NULL);
    static const char *const elsewhere[] = {
        "116653100", "116600000", "710000000", "999999999"};
    for (size_t i = 0; i < 4; i++) {
        one.kato = elsewhere[i];
        assert_excluded(&roll, &one, "2026-12-11", "not-resident", NULL);
    }
}

static void who_is_no_citizen_is_no_member(void **state)
{
    (void)state;
    struct roll roll = gathering(law, "2026-11-25");
    struct resident one = resident();
    one.citizen = false;
    one.birth = day("1985-06-02");
    assert_excluded(
        &roll, &one, "2026-12-12", "not-citizen", "law-2001/39-3/1");
}

static void a_plot_and_a_street_narrow_the_unit(void **state)
{
    (void)state;
    struct roll roll = gathering(law, "2026-11-25");
    struct resident one = resident();
    one.birth = day("1985-06-02");
    roll.unit = territory_find("116653000");
    roll.plot = territory_find("116653100");
    one.kato = "116653100";
    assert_excluded(&roll, &one, "2026-12-12", NULL, NULL);
    const struct territory *places[4];
    assert_int_equal(territory_children(roll.unit, places, 4), 4);
    roll.plot = places[3];
    assert_excluded(&roll, &one, "2026-12-12", "not-resident", NULL);

    roll.plot = territory_find("116653100");
    roll.street = "АБАЙ  кошеси"; /* typed without a Kazakh keyboard */
    assert_excluded(&roll, &one, "2026-12-12", NULL, NULL);
    roll.street = "Достық көшесі";
    assert_excluded(&roll, &one, "2026-12-12", "not-resident", NULL);
    roll.plot = NULL;
    assert_excluded(&roll, &one, "2026-12-12", "not-resident", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_control_digit_takes_one_pass_or_two),
        cmocka_unit_test(no_number_begins_with_two_tens),
        cmocka_unit_test(the_seventh_digit_says_whose_number_it_is),
        cmocka_unit_test(a_number_is_twelve_digits),
        cmocka_unit_test(the_committed_fields_have_one_form),
        cmocka_unit_test(a_full_name_has_a_patronymic_where_there_is_one),
        cmocka_unit_test(
            a_minor_is_entitled_from_the_birthday_that_the_law_says),
        cmocka_unit_test(the_age_stands_in_the_law_alone),
        cmocka_unit_test(an_exclusion_holds_from_its_first_to_its_last_day),
        cmocka_unit_test(only_registered_residence_makes_a_member),
        cmocka_unit_test(who_is_no_citizen_is_no_member),
        cmocka_unit_test(a_plot_and_a_street_narrow_the_unit),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
