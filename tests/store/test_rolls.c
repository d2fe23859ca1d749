/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Who may take part: counted, frozen on a roll, loaded for an act.
 */
#include <string.h>

#include "kept.h"
#include "register.h"
#include "test.h"

static int setup(void **state)
{
    static struct kept kept;
    kept_setup(&kept);
    *state = &kept;
    return 0;
}

static int teardown(void **state)
{
    kept_teardown(*state);
    return 0;
}

/* ---- entitled ------------------------------------------------------------ */

static void entitled_are_counted_on_the_day(void **state)
{
    struct kept *kept = *state;
    struct store_electorate all = register_electorate();
    int64_t count = 0;
    register_fill(kept);
    kept_ok(kept, store_members_entitled(
        kept->reader, &all, &count, &kept->error));
    assert_int_equal(count, 4);
    all.day = (struct date){2026, 3, 21}; /* one more comes of age */
    kept_ok(kept, store_members_entitled(
        kept->reader, &all, &count, &kept->error));
    assert_int_equal(count, 5);
    all.day = (struct date){2009, 12, 31}; /* nobody is registered yet */
    kept_ok(kept, store_members_entitled(
        kept->reader, &all, &count, &kept->error));
    assert_int_equal(count, 0);
    all = register_electorate();
    all.street = "Абай көшесі";
    all.plot = territory_find(REGISTER_KATO);
    kept_ok(kept, store_members_entitled(
        kept->reader, &all, &count, &kept->error));
    assert_int_equal(count, 4);
    all.street = "Сейфуллин көшесі";
    kept_ok(kept, store_members_entitled(
        kept->reader, &all, &count, &kept->error));
    assert_int_equal(count, 0);
}

static void an_exclusion_is_of_nobody_but_its_own_person(void **state)
{
    struct kept *kept = *state;
    struct store_electorate all = register_electorate();
    int64_t count = 0;
    struct resident residents[] = {
        /* The first has moved away. */
        register_person("000000000001", "Абаев", "Нұрлан", 1970),
        register_person("000000000002", "Қасымов", "Серік", 1980),
    };
    residents[0].until = (struct date){2026, 3, 20};
    residents[0].exclusions[0] = (struct resident_exclusion){
        .reason = "declared-incapable", .from = {2020, 1, 1}};
    residents[0].exclusions_count = 1;
    (void)register_import(kept, residents, 2);
    kept_ok(kept, store_members_entitled(
        kept->reader, &all, &count, &kept->error));
    assert_int_equal(count, 1);
}

static void a_count_is_remembered_until_the_register_changes(void **state)
{
    struct kept *kept = *state;
    struct store_electorate all = register_electorate();
    int64_t count = 0;
    register_fill(kept);
    kept_ok(kept, store_members_entitled(
        kept->reader, &all, &count, &kept->error));
    assert_int_equal(count, 4);
    /* Past the store: the remembered one stays, so it was not counted. */
    kept_sql(kept, "UPDATE residents SET citizen = 0 WHERE id = 1");
    kept_ok(kept, store_members_entitled(
        kept->reader, &all, &count, &kept->error));
    assert_int_equal(count, 4);
    struct resident one =
        register_person("000000000009", "Жаңа", "Адам", 1970);
    (void)register_import(kept, &one, 1);
    kept_ok(kept, store_members_entitled(
        kept->reader, &all, &count, &kept->error));
    assert_int_equal(count, 4); /* one less, one more */
    kept_sql(kept, "UPDATE residents SET citizen = 1 WHERE id = 1;"
        "UPDATE register SET version = version + 1");
    kept_ok(kept, store_members_entitled(
        kept->reader, &all, &count, &kept->error));
    assert_int_equal(count, 5);
}

/* Or each refused act would have the register walked again. */
static void a_count_is_remembered_past_an_act_that_was_undone(void **state)
{
    struct kept *kept = *state;
    struct store_electorate all = register_electorate();
    struct store_reader *reader = store_reads(kept->store);
    int64_t count = 0;
    register_fill(kept);
    kept_begin(kept);
    kept_ok(kept, store_savepoint(kept->store, &kept->error));
    kept_ok(
        kept, store_members_entitled(reader, &all, &count, &kept->error));
    kept_ok(kept, store_undo(kept->store, &kept->error));
    kept_commit(kept);
    kept_sql(kept, "UPDATE residents SET citizen = 0");
    kept_ok(
        kept, store_members_entitled(reader, &all, &count, &kept->error));
    assert_int_equal(count, 4);
}

static void an_undone_import_is_not_counted(void **state)
{
    struct kept *kept = *state;
    struct store_electorate all = register_electorate();
    struct store_reader *reader = store_reads(kept->store);
    struct resident one =
        register_person("000000000009", "Жаңа", "Адам", 1970);
    struct commitment_salt salt = kept_salt(kept);
    struct store_import done;
    int64_t count = 0;
    kept_begin(kept);
    kept_ok(kept, store_savepoint(kept->store, &kept->error));
    kept_ok(kept, store_import(
        kept->store, &one, &salt, 1, &done, &kept->error));
    kept_ok(
        kept, store_members_entitled(reader, &all, &count, &kept->error));
    assert_int_equal(count, 1);
    kept_ok(kept, store_undo(kept->store, &kept->error));
    one.citizen = false; /* at the same version of the register as before */
    kept_ok(kept, store_import(
        kept->store, &one, &salt, 1, &done, &kept->error));
    kept_ok(
        kept, store_members_entitled(reader, &all, &count, &kept->error));
    assert_int_equal(count, 0);
    kept_commit(kept);
}

/* ---- rolls --------------------------------------------------------------- */

static void a_roll_is_frozen_in_the_order_of_names(void **state)
{
    static const char *const names[] = {"Абаев Нұрлан", "Абаева Гүл_нар",
        "Жақсыбеков Әлихан", "Петров-Водкин Кузьма"};
    struct kept *kept = *state;
    struct store_electorate all = register_electorate();
    struct store_roll_drawn drawn;
    struct store_roll_line *lines = NULL;
    size_t count = 0;
    size_t total = 0;
    struct hash leaves[4];
    char root[COMMITMENT_TEXT_MAX];
    register_fill(kept);
    kept_begin(kept);
    kept_ok(kept, store_roll_draw(
        kept->store, 1, &all, &drawn, &kept->error));
    kept_fails(kept,
        store_roll_draw(kept->store, 1, &all, &drawn, &kept->error),
        STATUS_CONFLICT, "error.store-roll-frozen");
    kept_commit(kept);
    assert_int_equal(drawn.count, 4);
    kept_ok(kept, store_roll(kept->reader, 1, "", 0, 10, kept->arena, &lines,
        &count, &total, &kept->error));
    assert_int_equal(count, 4);
    assert_int_equal(total, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(lines[i].name, names[i]);
        assert_true(bytes_from_hex(lines[i].key, leaves[i].bytes, HASH_SIZE));
    }
    struct hash hash = commitment_root(leaves, 4);
    commitment_write(&hash, root);
    assert_string_equal(drawn.root, root);
    assert_int_equal(lines[0].resident, 2);
    assert_int_equal(lines[0].birth_year, 1970);
    assert_string_equal(lines[0].address, "Абай көшесі, 7");
    kept_ok(kept, store_roll(kept->reader, 1, NULL, 1, 2, kept->arena, &lines,
        &count, &total, &kept->error));
    assert_int_equal(count, 2);
    assert_int_equal(total, 4);
    assert_string_equal(lines[0].name, names[1]);
    kept_ok(kept, store_roll(kept->reader, 2, NULL, 0, 10, kept->arena,
        &lines, &count, &total, &kept->error));
    assert_int_equal(count, 0);
}

static void a_roll_of_members_is_theirs_alone(void **state)
{
    struct kept *kept = *state;
    struct store_roll_drawn drawn;
    struct engine_person persons[3];
    struct engine_needs needs = {
        .residents = {1, 2, 3}, .residents_count = 3, .proceeding = 1};
    struct store_roll_line *lines = NULL;
    size_t count = 0;
    size_t total = 0;
    register_fill(kept);
    kept_ok(kept, store_persons(kept->reader, &needs, NULL, kept->arena,
        persons, &kept->error));
    assert_false(persons[0].on_roll);
    const char *const keys[] = {persons[0].key, persons[1].key};
    kept_begin(kept);
    kept_ok(kept, store_roll_name(
        kept->store, 1, keys, 2, &drawn, &kept->error));
    kept_commit(kept);
    assert_int_equal(drawn.count, 2);
    kept_ok(kept, store_roll(kept->reader, 1, NULL, 0, 10, kept->arena,
        &lines, &count, &total, &kept->error));
    assert_int_equal(total, 2);
    assert_string_equal(lines[0].name, "Абаев Нұрлан");
    kept_ok(kept, store_persons(kept->reader, &needs, NULL, kept->arena,
        persons, &kept->error));
    assert_true(persons[0].on_roll);
    assert_true(persons[1].on_roll);
    assert_false(persons[2].on_roll);
    needs.proceeding = 2;
    kept_ok(kept, store_persons(kept->reader, &needs, NULL, kept->arena,
        persons, &kept->error));
    assert_false(persons[0].on_roll);
}

static void the_key_of_a_roll_stays_when_the_person_changes(void **state)
{
    struct kept *kept = *state;
    struct store_electorate all = register_electorate();
    struct store_roll_drawn drawn;
    struct engine_person before;
    struct engine_person after;
    struct engine_person elsewhere;
    struct engine_needs needs = {
        .residents = {2}, .residents_count = 1, .proceeding = 1};
    register_fill(kept);
    kept_begin(kept);
    kept_ok(kept, store_roll_draw(
        kept->store, 1, &all, &drawn, &kept->error));
    kept_commit(kept);
    kept_ok(kept, store_persons(kept->reader, &needs, &all, kept->arena,
        &before, &kept->error));
    struct resident moved =
        register_person("000000000002", "Абаев", "Нұрлан", 1970);
    moved.house = "12";
    (void)register_import(kept, &moved, 1);
    kept_ok(kept, store_persons(kept->reader, &needs, &all, kept->arena,
        &after, &kept->error));
    assert_true(after.on_roll);
    assert_string_equal(before.key, after.key);
    needs.proceeding = 0;
    kept_ok(kept, store_persons(kept->reader, &needs, &all, kept->arena,
        &elsewhere, &kept->error));
    assert_false(elsewhere.on_roll);
    assert_string_not_equal(before.key, elsewhere.key);
}

static void persons_say_what_excludes_them(void **state)
{
    struct kept *kept = *state;
    struct store_electorate all = register_electorate();
    struct engine_person persons[3];
    struct engine_needs needs = {
        .residents = {5, 1, 4}, .residents_count = 3};
    register_fill(kept);
    kept_ok(kept, store_persons(kept->reader, &needs, &all, kept->arena,
        persons, &kept->error));
    assert_string_equal(persons[0].not_entitled, "declared-incapable");
    assert_string_equal(persons[0].excluded_by->place, "law/1/incapable");
    assert_null(persons[1].not_entitled);
    assert_string_equal(persons[2].not_entitled, "minor");
    needs.residents[1] = 99;
    kept_fails(kept,
        store_persons(kept->reader, &needs, &all, kept->arena, persons,
            &kept->error),
        STATUS_MISSING, "error.store-no-resident");
    assert_string_equal(message_value(&kept->error.message, "number"), "99");
}

static void a_roll_is_searched_whatever_the_keyboard(void **state)
{
    static const char *const typed[] = {"Нұрлан", "нурлан", "НУР", "yehkfy",
        "Y9HKFY", "f,ftd yeh"};
    struct kept *kept = *state;
    struct store_roll_drawn drawn;
    struct store_roll_line *lines = NULL;
    struct resident *residents = NULL;
    size_t count = 0;
    size_t total = 0;
    struct store_electorate all = register_electorate();
    register_fill(kept);
    kept_begin(kept);
    kept_ok(kept, store_roll_draw(
        kept->store, 1, &all, &drawn, &kept->error));
    kept_commit(kept);
    for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
        kept_ok(kept, store_roll(kept->reader, 1, typed[i], 0, 10,
            kept->arena, &lines, &count, &total, &kept->error));
        assert_int_equal(total, 1);
        assert_string_equal(lines[0].name, "Абаев Нұрлан");
        kept_ok(kept, store_residents(kept->reader, typed[i], 0, 10,
            kept->arena, &residents, &count, &total, &kept->error));
        assert_int_equal(total, 1);
    }
    kept_ok(kept, store_roll(kept->reader, 1, "qqq", 0, 10, kept->arena,
        &lines, &count, &total, &kept->error));
    assert_int_equal(total, 0);
}

static void an_erased_person_has_no_name(void **state)
{
    struct kept *kept = *state;
    struct store_roll_drawn drawn;
    struct store_roll_line *lines = NULL;
    size_t count = 0;
    size_t total = 0;
    const char *name = NULL;
    struct store_electorate all = register_electorate();
    register_fill(kept);
    kept_begin(kept);
    kept_ok(kept, store_roll_draw(
        kept->store, 1, &all, &drawn, &kept->error));
    kept_commit(kept);
    kept_sql(kept, "DELETE FROM persons WHERE resident = 2");
    kept_ok(kept, store_roll(kept->reader, 1, NULL, 0, 10, kept->arena,
        &lines, &count, &total, &kept->error));
    assert_int_equal(count, 4); /* the roll stands, whoever was erased */
    assert_null(lines[0].name);
    assert_int_equal(lines[0].resident, 0);
    assert_int_equal(lines[0].birth_year, 0);
    kept_fails(kept,
        store_name(
            kept->reader, lines[0].key, kept->arena, &name, &kept->error),
        STATUS_MISSING, "error.store-no-name");
}

static void a_search_finds_in_a_roll(void **state)
{
    struct kept *kept = *state;
    struct store_electorate all = register_electorate();
    struct store_roll_drawn drawn;
    struct store_roll_line *lines = NULL;
    size_t count = 0;
    size_t total = 0;
    register_fill(kept);
    kept_begin(kept);
    kept_ok(kept, store_roll_draw(
        kept->store, 1, &all, &drawn, &kept->error));
    kept_commit(kept);
    kept_ok(kept, store_roll(kept->reader, 1, "кузьма", 0, 10, kept->arena,
        &lines, &count, &total, &kept->error));
    assert_int_equal(count, 1);
    assert_int_equal(total, 1);
    assert_int_equal(lines[0].resident, 3);
    kept_ok(kept, store_roll(kept->reader, 1, "серік", 0, 10, kept->arena,
        &lines, &count, &total, &kept->error));
    assert_int_equal(count, 0); /* of the register, not of the roll */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            entitled_are_counted_on_the_day, setup, teardown),
        cmocka_unit_test_setup_teardown(
            an_exclusion_is_of_nobody_but_its_own_person, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_count_is_remembered_until_the_register_changes, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_count_is_remembered_past_an_act_that_was_undone, setup,
            teardown),
        cmocka_unit_test_setup_teardown(
            an_undone_import_is_not_counted, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_roll_is_frozen_in_the_order_of_names, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_roll_of_members_is_theirs_alone, setup, teardown),
        cmocka_unit_test_setup_teardown(
            the_key_of_a_roll_stays_when_the_person_changes, setup, teardown),
        cmocka_unit_test_setup_teardown(
            persons_say_what_excludes_them, setup, teardown),
        cmocka_unit_test_setup_teardown(
            an_erased_person_has_no_name, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_roll_is_searched_whatever_the_keyboard, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_search_finds_in_a_roll, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
