/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Residents from CSV: what is read, and each fault with its place.
 */
#include <string.h>

#include "test.h"

#include "community/resident.h"

enum { COLUMNS = 12 };

static const char header[] =
    "number,surname,name,patronymic,birth,kato,street,house,from,until,"
    "citizen,exclusions\n";

/* The fields of a row that is right, of a demonstration. */
static const char *const right[COLUMNS] = {"850602900017", "Ахметова", "Айгүл",
    "Серікқызы", "1985-06-02", "116645100", "Абай", "12", "2010-09-01", "",
    "yes", ""};

/* What stands in a column instead. */
struct change {
    int column; /* from 1; 0: none */
    const char *text;
};

struct import {
    struct arena *arena;
    struct resident *residents;
    size_t count;
    struct error error;
    bool real; /* no demonstration */
};

static struct import imported;

static int setup(void **state)
{
    (void)state;
    imported = (struct import){.arena = arena_create()};
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(imported.arena);
    return 0;
}

static enum status import_bytes(struct bytes text)
{
    const struct date today = {2026, 11, 25};
    imported.residents = NULL;
    imported.count = 0;
    imported.error = (struct error){0};
    return resident_read_csv(text, territory_find("116645000"), !imported.real,
        today, imported.arena, &imported.residents, &imported.count,
        &imported.error);
}

static enum status import(const char *text)
{
    return import_bytes(bytes_of_text(text));
}

/* The right row with up to two changes. */
static const char *row(struct change one, struct change other)
{
    struct buffer text = BUFFER_EMPTY;
    for (int i = 0; i < COLUMNS; i++) {
        const char *field = right[i];
        field = one.column == i + 1 ? one.text : field;
        field = other.column == i + 1 ? other.text : field;
        buffer_add_format(&text, "%s%s", i > 0 ? "," : "", field);
    }
    char *copy = arena_format(imported.arena, "%s\n", buffer_text(&text));
    buffer_finish(&text);
    return copy;
}

static enum status import_row(struct change one, struct change other)
{
    return import(
        arena_format(imported.arena, "%s%s", header, row(one, other)));
}

static const char *argument(const char *name)
{
    return message_value(&imported.error.message, name);
}

static void assert_fault(const char *key, const char *line, const char *column)
{
    const struct message *message = &imported.error.message;
    assert_non_null(message->key);
    if (strcmp(message->key, key) != 0) {
        print_error("%s: wanted %s\n", message->key, key);
        fail();
    }
    assert_string_equal(argument("line"), line);
    assert_string_equal(argument("column"), column);
    assert_null(imported.residents);
    assert_int_equal(imported.count, 0);
}

static void every_column_is_read(void **state)
{
    (void)state;
    const struct change until = {10, "2027-01-01"};
    const struct change twice = {
        12, "imprisoned 2024-02-01/2025-02-01|declared-incapable 01.03.2026"};
    assert_int_equal(import_row(until, twice), STATUS_OK);
    assert_int_equal(imported.count, 1);
    const struct resident *one = &imported.residents[0];
    const struct date from = {2010, 9, 1};
    const struct date incapable = {2026, 3, 1};
    assert_int_equal(one->id, 0);
    assert_string_equal(one->number, "850602900017");
    assert_string_equal(one->surname, "Ахметова");
    assert_string_equal(one->name, "Айгүл");
    assert_string_equal(one->patronymic, "Серікқызы");
    assert_int_equal(date_age(one->birth, from), 25);
    assert_string_equal(one->kato, "116645100");
    assert_string_equal(one->street, "Абай");
    assert_string_equal(one->house, "12");
    assert_int_equal(date_compare(one->from, from), 0);
    assert_int_equal(one->until.year, 2027);
    assert_true(one->citizen);
    assert_int_equal(one->exclusions_count, 2);
    assert_string_equal(one->exclusions[0].reason, "imprisoned");
    assert_int_equal(one->exclusions[0].until.year, 2025);
    assert_string_equal(one->exclusions[1].reason, "declared-incapable");
    assert_int_equal(date_compare(one->exclusions[1].from, incapable), 0);
    assert_false(date_is_set(one->exclusions[1].until));
}

static void what_may_be_left_out_is_empty(void **state)
{
    (void)state;
    assert_int_equal(import("surname;name;birth;kato;from;citizen\n"
                            " Ли ;\u00A0Ан\u00A0;02.06.1985;116645000;"
                            "1.9.2010;no\n"),
        STATUS_INVALID);
    assert_fault("error.resident-date", "2", "5");
    assert_int_equal(import("surname;name;birth;kato;from;citizen\n"
                            " Ли ;\u00A0Ан\u00A0;02.06.1985;116645000;"
                            "01.09.2010;no\n"),
        STATUS_OK);
    const struct resident *one = &imported.residents[0];
    assert_null(one->number);
    assert_string_equal(one->surname, "Ли");
    assert_string_equal(one->name, "Ан");
    assert_string_equal(one->patronymic, "");
    assert_string_equal(one->street, "");
    assert_string_equal(one->house, "");
    assert_false(date_is_set(one->until));
    assert_false(one->citizen);
    assert_int_equal(one->exclusions_count, 0);
}

static void columns_have_names_in_three_languages(void **state)
{
    (void)state;
    static const char *const headers[] = {
        "IIN,Surname,Name,Patronymic,Birth,KATO,Street,House,From,Until,"
        "Citizen,Exclusions",
        "ЖСН,Тегі,Аты,Әкесінің аты,Туған күні,ӘАОЖ,Көше,Үй,Тіркелген күні,"
        "Тіркеуден шыққан күні,ҚР азаматы,Шектеулер",
        "ИИН,Фамилия,Имя,Отчество,Дата рождения,КАТО,Улица,Дом,"
        "Зарегистрирован,Снят с учета,Гражданин РК,Ограничения",
        "иин,фамилия,имя,отчество,дата  рождения,като,улица,дом,"
        "зарегистрирован,снят с учёта,гражданин рк,ограничения",
    };
    static const char *const answers[] = {"YES", "иә", "Да", "да"};
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        const struct change answer = {11, answers[i]};
        assert_int_equal(import(arena_format(imported.arena, "%s\n%s",
                             headers[i], row(answer, (struct change){0}))),
            STATUS_OK);
        assert_string_equal(imported.residents[0].house, "12");
        assert_true(imported.residents[0].citizen);
    }
}

static void a_faulty_header_is_refused(void **state)
{
    (void)state;
    assert_int_equal(import("surname,name,birht\n"), STATUS_INVALID);
    assert_fault("error.resident-column", "1", "3");
    assert_int_equal(import("surname,name,birth,тегі\n"), STATUS_INVALID);
    assert_fault("error.resident-column-twice", "1", "4");
    assert_string_equal(argument("other"), "1");
    assert_int_equal(
        import("surname,name,birth,from,citizen\n"), STATUS_INVALID);
    assert_string_equal(
        imported.error.message.key, "error.resident-column-missing");
    assert_string_equal(argument("name"), "kato");
    assert_int_equal(import(header), STATUS_INVALID);
    assert_string_equal(imported.error.message.key, "error.resident-none");
}

static void each_fault_of_a_row_names_line_and_column(void **state)
{
    (void)state;
    static const struct {
        struct change change;
        const char *key;
        const char *column;
    } cases[] = {
        {{2, ""}, "error.resident-empty", "2"},
        {{3, "  "}, "error.resident-empty", "3"},
        {{3, "\"Ай\ngүл\""}, "error.resident-control", "3"},
        {{7, "Абай\tкөшесі"}, "error.resident-control", "7"},
        {{5, ""}, "error.resident-empty", "5"},
        {{5, "1985-02-30"}, "error.resident-date", "5"},
        {{5, "31.04.1985"}, "error.resident-date", "5"},
        {{5, "02/06/1985"}, "error.resident-date", "5"},
        {{5, "2026-11-26"}, "error.resident-birth-future", "5"},
        {{5, "1895-11-25"}, "error.resident-birth-past", "5"},
        {{9, "1985-06-01"}, "error.resident-from-birth", "9"},
        {{9, "2026-11-26"}, "error.resident-from-future", "9"},
        {{10, "2010-09-01"}, "error.resident-until", "10"},
        {{6, "116645200"}, "error.resident-kato", "6"},
        {{6, "11664510"}, "error.resident-kato", "6"},
        {{6, "116653100"}, "error.resident-kato-outside", "6"},
        {{6, "116600000"}, "error.resident-kato-outside", "6"},
        {{11, ""}, "error.resident-empty", "11"},
        {{11, "KZ"}, "error.resident-citizen", "11"},
        {{1, "85060290001"}, "error.resident-number-form", "1"},
        {{1, "8506029000171"}, "error.resident-number-form", "1"},
        {{1, "85060290001a"}, "error.resident-number-form", "1"},
        {{1, "850602900018"}, "error.resident-number", "1"},
        {{1, "850602900860"}, "error.resident-number", "1"},
        {{1, "991231100010"}, "error.resident-number-real", "1"},
        {{5, "1985-06-03"}, "error.resident-number-birth", "1"},
        {{12, "minor 2024-01-01"}, "error.resident-reason", "12"},
        {{12, "imprison 2024-01-01"}, "error.resident-reason", "12"},
        {{12, "| imprisoned 2024-01-01"}, "error.resident-reason", "12"},
        {{12, "imprisoned"}, "error.resident-exclusion", "12"},
        {{12, "imprisoned 2024"}, "error.resident-exclusion", "12"},
        {{12, "imprisoned 2024-01-01/"}, "error.resident-exclusion", "12"},
        {{12, "imprisoned 2024-01-01/2024-01-01"},
            "error.resident-exclusion-dates", "12"},
        {{12, "imprisoned 2026-11-26"}, "error.resident-exclusion-dates", "12"},
        {{12, "imprisoned 1985-06-01"}, "error.resident-exclusion-dates", "12"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct change none = {0};
        const struct change unnumbered = {1, ""};
        const struct change other_name = {2, "Бірінші"};
        const char *text = arena_format(imported.arena, "%s%s%s", header,
            row(unnumbered, other_name), row(cases[i].change, none));
        assert_int_equal(import(text), STATUS_INVALID);
        assert_fault(cases[i].key, "3", cases[i].column);
        assert_non_null(argument("name"));
    }
}

static void days_are_right_up_to_their_limit(void **state)
{
    (void)state;
    static const struct change cases[] = {{5, "2026-11-25"}, {5, "1895-11-26"},
        {9, "1985-06-02"}, {9, "2026-11-25"}, {10, "2010-09-02"},
        {12, "imprisoned 1985-06-02/1985-06-03"},
        {12, "imprisoned 2026-11-25/2026-11-26"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct change other = cases[i].column == 5
                                        ? (struct change){9, "2026-11-25"}
                                        : (struct change){0};
        char *text =
            arena_format(imported.arena, "%s%s", header, row(cases[i], other));
        char *number = strstr(text, "850602900017");
        assert_non_null(number);
        memset(number, ' ', 12);
        assert_int_equal(import(text), STATUS_OK);
    }
}

static void a_fault_never_repeats_what_the_row_says(void **state)
{
    (void)state;
    const struct change changes[] = {{1, "850602900018"}, {1, "secret"},
        {6, "850602900017"}, {12, "850602900017 x"}, {11, "850602900017"}};
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        assert_int_equal(
            import_row(changes[i], (struct change){0}), STATUS_INVALID);
        const struct message *message = &imported.error.message;
        for (size_t k = 0; k < message->count; k++) {
            assert_null(strstr(message->arguments[k].value, "8506029000"));
            assert_null(strstr(message->arguments[k].value, "secret"));
        }
    }
    /* A file without its header is one of names that are unknown. */
    assert_int_equal(
        import(row((struct change){0}, (struct change){0})), STATUS_INVALID);
    assert_fault("error.resident-column", "1", "1");
    assert_null(argument("name"));
}

static void broken_encoding_is_refused_by_place(void **state)
{
    (void)state;
    const struct change windows = {3, "\xC0\xE9\xE3"};
    assert_int_equal(import_row(windows, (struct change){0}), STATUS_INVALID);
    assert_fault("error.csv-encoding", "2", "23");
    assert_int_equal(import(""), STATUS_INVALID);
    assert_string_equal(imported.error.message.key, "error.csv-empty");
}

static void a_number_of_nine_is_for_demonstrations_alone(void **state)
{
    (void)state;
    const struct change none = {0};
    const struct change number = {1, "991231100010"};
    const struct change birth = {5, "1899-12-31"};
    imported.real = true;
    assert_int_equal(import_row(none, none), STATUS_INVALID);
    assert_fault("error.resident-number-invented", "2", "1");
    assert_int_equal(import_row(number, birth), STATUS_OK);
    imported.real = false;
    assert_int_equal(import_row(number, birth), STATUS_INVALID);
    assert_fault("error.resident-number-real", "2", "1");
}

static void the_century_of_a_number_is_that_of_birth(void **state)
{
    (void)state;
    const struct change birth = {5, "1899-12-31"};
    static const char *const others[] = {"991231300013", "991231500016"};
    imported.real = true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const struct change number = {1, others[i]};
        assert_true(resident_number_is_valid(others[i], false));
        assert_int_equal(import_row(number, birth), STATUS_INVALID);
        assert_fault("error.resident-number-birth", "2", "1");
    }
    /* A zero says nothing of the century. */
    const struct change number = {1, "991231000014"};
    assert_int_equal(import_row(number, birth), STATUS_OK);
}

static void a_number_stands_once(void **state)
{
    (void)state;
    const struct change none = {0};
    const struct change other_name = {2, "Серікова"};
    assert_int_equal(import(arena_format(imported.arena, "%s%s\n%s", header,
                         row(none, none), row(other_name, none))),
        STATUS_INVALID);
    assert_fault("error.resident-number-twice", "4", "1");
    assert_string_equal(argument("other"), "2");
}

static void a_person_stands_once_unless_numbers_tell_them_apart(void **state)
{
    (void)state;
    const struct change none = {0};
    const struct change unnumbered = {1, ""};
    const struct change other_number = {1, "850602900809"};
    const struct change other_letters = {2, " АХМЕТОВА"};
    const struct change other_birth = {5, "1985-06-03"};
    static const bool same = true;
    const struct {
        const char *first;
        const char *second;
        bool is_same;
    } cases[] = {
        {row(none, none), row(other_number, none), !same},
        {row(none, none), row(unnumbered, none), same},
        {row(unnumbered, none), row(none, none), same},
        {row(unnumbered, none), row(unnumbered, other_letters), same},
        {row(unnumbered, none), row(unnumbered, other_birth), !same},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        enum status status = import(arena_format(
            imported.arena, "%s%s%s", header, cases[i].first, cases[i].second));
        if (cases[i].is_same) {
            assert_int_equal(status, STATUS_INVALID);
            assert_fault("error.resident-twice", "3", "2");
            assert_string_equal(argument("other"), "2");
        } else {
            assert_int_equal(status, STATUS_OK);
            assert_int_equal(imported.count, 2);
        }
    }
}

static void exclusions_are_as_many_as_may_be_and_no_more(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    for (int i = 0; i < RESIDENT_EXCLUSIONS_MAX; i++) {
        buffer_add_format(&text, " imprisoned 2024-01-0%d |", i + 1);
    }
    struct change many = {12, buffer_text(&text)};
    const struct change none = {0};
    assert_int_equal(import_row(many, none), STATUS_OK);
    assert_int_equal(
        imported.residents[0].exclusions_count, RESIDENT_EXCLUSIONS_MAX);
    buffer_add_text(&text, "imprisoned 2025-01-01");
    many.text = buffer_text(&text);
    assert_int_equal(import_row(many, none), STATUS_INVALID);
    assert_fault("error.resident-exclusions", "2", "12");
    buffer_finish(&text);
}

static void rows_are_as_many_as_may_be_and_no_more(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    buffer_add_text(&text, "surname,name,birth,kato,from,citizen\n");
    for (int i = 0; i < RESIDENT_ROWS_MAX; i++) {
        buffer_add_format(
            &text, "%d,a,1985-06-02,116645100,2010-09-01,yes\n", i);
    }
    assert_int_equal(import_bytes(buffer_bytes(&text)), STATUS_OK);
    assert_int_equal(imported.count, RESIDENT_ROWS_MAX);
    buffer_add_text(&text, "b,a,1985-06-02,116645100,2010-09-01,yes\n");
    assert_int_equal(import_bytes(buffer_bytes(&text)), STATUS_INVALID);
    assert_string_equal(imported.error.message.key, "error.resident-too-many");
    assert_string_equal(argument("line"), "200002");
    buffer_finish(&text);
}

#define with_import(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_import(every_column_is_read),
        with_import(what_may_be_left_out_is_empty),
        with_import(columns_have_names_in_three_languages),
        with_import(a_faulty_header_is_refused),
        with_import(each_fault_of_a_row_names_line_and_column),
        with_import(days_are_right_up_to_their_limit),
        with_import(a_fault_never_repeats_what_the_row_says),
        with_import(broken_encoding_is_refused_by_place),
        with_import(a_number_of_nine_is_for_demonstrations_alone),
        with_import(the_century_of_a_number_is_that_of_birth),
        with_import(a_number_stands_once),
        with_import(a_person_stands_once_unless_numbers_tell_them_apart),
        with_import(exclusions_are_as_many_as_may_be_and_no_more),
        with_import(rows_are_as_many_as_may_be_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
