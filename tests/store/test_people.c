/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The register and its keys: who is who, who is found.
 */
#include <string.h>

#include "kept.h"
#include "register.h"
#include "store/store_internal.h"
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

/* ---- import -------------------------------------------------------------- */

static void a_resident_is_kept_as_imported(void **state)
{
    struct kept *kept = *state;
    struct resident resident;
    register_fill(kept);
    kept_ok(kept, store_resident(
        kept->reader, 5, kept->arena, &resident, &kept->error));
    assert_string_equal(resident.number, "000000000005");
    assert_string_equal(resident.surname, "Қасымов");
    assert_string_equal(resident.street, "Абай көшесі");
    assert_string_equal(resident.kato, REGISTER_KATO);
    assert_int_equal(resident.birth.year, 1980);
    assert_true(resident.citizen);
    assert_false(date_is_set(resident.until));
    assert_int_equal(resident.exclusions_count, 1);
    assert_string_equal(resident.exclusions[0].reason, "declared-incapable");
    assert_int_equal(resident.exclusions[0].from.year, 2020);
    assert_false(date_is_set(resident.exclusions[0].until));
    kept_ok(kept, store_resident(
        kept->reader, 6, kept->arena, &resident, &kept->error));
    assert_null(resident.number);
    kept_fails(kept,
        store_resident(kept->reader, 7, kept->arena, &resident, &kept->error),
        STATUS_MISSING, "error.store-no-resident");
}

static void the_same_list_again_changes_nothing(void **state)
{
    struct kept *kept = *state;
    struct resident first[] = {
        register_person("000000000001", "Абаев", "Нұрлан", 1970),
        register_person(NULL, "Абаева", "Гүлнар", 1990),
    };
    struct store_import one = register_import(kept, first, 2);
    struct store_import two = register_import(kept, first, 2);
    assert_int_equal(one.added, 2);
    assert_int_equal(two.added, 0);
    assert_int_equal(two.same, 2);
    assert_string_equal(one.root, two.root);
    assert_int_equal(
        kept_sql_integer(kept, "SELECT count(*) FROM persons"), 2);
}

static void a_known_number_brings_its_resident_up_to_date(void **state)
{
    struct kept *kept = *state;
    struct resident residents[] = {
        register_person("000000000001", "Абаева", "Гүлнар", 1990),
        register_person("000000000002", "Абаев", "Нұрлан", 1970),
    };
    struct resident found;
    struct store_import one = register_import(kept, residents, 2);
    residents[0].surname = "Серікова";
    residents[0].id = 0;
    struct store_import two = register_import(kept, residents, 2);
    assert_int_equal(two.changed, 1);
    assert_int_equal(two.same, 1);
    assert_int_equal(residents[0].id, 1);
    assert_string_not_equal(one.root, two.root);
    kept_ok(kept, store_resident(
        kept->reader, 1, kept->arena, &found, &kept->error));
    assert_string_equal(found.surname, "Серікова");
    /* The former key still leads to the same person. */
    assert_int_equal(kept_sql_integer(kept,
        "SELECT count(*) FROM persons WHERE resident = 1"), 2);
    assert_int_equal(kept_sql_integer(kept,
        "SELECT max(position) FROM persons WHERE resident = 1"), 2);
    struct store_import three = register_import(kept, residents, 2);
    assert_int_equal(three.same, 2);
}

static void a_number_that_comes_later_is_taken_and_one_left_out_is_kept(
    void **state)
{
    struct kept *kept = *state;
    struct resident found;
    struct resident without =
        register_person(NULL, "Абаев", "Нұрлан", 1970);
    struct resident with =
        register_person("000000000001", "Абаев", "Нұрлан", 1970);
    struct resident another =
        register_person("000000000002", "Абаев", "Нұрлан", 1970);
    (void)register_import(kept, &without, 1);
    struct store_import later = register_import(kept, &with, 1);
    assert_int_equal(later.changed, 1);
    assert_int_equal(with.id, 1);
    struct store_import left_out = register_import(kept, &without, 1);
    assert_int_equal(left_out.same, 1);
    kept_ok(kept, store_resident(
        kept->reader, 1, kept->arena, &found, &kept->error));
    assert_string_equal(found.number, "000000000001");
    /* Another number is another person, whatever the name. */
    struct store_import other = register_import(kept, &another, 1);
    assert_int_equal(other.added, 1);
    assert_int_equal(another.id, 2);
}

static void an_exclusion_that_ended_is_no_longer_kept(void **state)
{
    struct kept *kept = *state;
    struct resident found;
    struct resident one =
        register_person("000000000001", "Абаев", "Нұрлан", 1970);
    one.exclusions[0] = (struct resident_exclusion){
        .reason = "imprisoned", .from = {2020, 1, 1}, .until = {2021, 1, 1}};
    one.exclusions_count = 1;
    (void)register_import(kept, &one, 1);
    one.exclusions_count = 0;
    (void)register_import(kept, &one, 1);
    kept_ok(kept, store_resident(
        kept->reader, 1, kept->arena, &found, &kept->error));
    assert_int_equal(found.exclusions_count, 0);
}

struct walked {
    int64_t ids[8];
    size_t exclusions[8];
    size_t count;
};

static bool walk(void *context, const struct resident *resident)
{
    struct walked *walked = context;
    walked->ids[walked->count] = resident->id;
    walked->exclusions[walked->count++] = resident->exclusions_count;
    if (resident->exclusions_count > 0) {
        assert_string_equal(
            resident->exclusions[0].reason, "declared-incapable");
    }
    return walked->count < 8;
}

static void every_resident_is_walked_with_his_exclusions(void **state)
{
    struct kept *kept = *state;
    struct walked walked = {0};
    register_fill(kept);
    kept_ok(kept, store_walk(kept->reader, (struct date){2026, 12, 1}, walk,
        &walked, &kept->error));
    assert_int_equal(walked.count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(walked.ids[i], i + 1);
        assert_int_equal(walked.exclusions[i], i == 4 ? 1 : 0);
    }
}

/* ---- keys ---------------------------------------------------------------- */

static void a_key_commits_to_salt_and_fields(void **state)
{
    struct kept *kept = *state;
    char key[COMMITMENT_TEXT_MAX];
    char expected[COMMITMENT_TEXT_MAX];
    const char *name = NULL;
    int64_t resident = -1;
    struct store_person akim = {
        .salt = kept_salt(kept),
        .fields = bytes_of_text("{\"name\":\"Нұрлан\"}"),
        .name = "Абаев Нұрлан",
    };
    kept_begin(kept);
    kept_ok(kept, store_person_add(kept->store, &akim, key, &kept->error));
    kept_commit(kept);
    struct hash commitment = commitment_of(&akim.salt, akim.fields);
    commitment_write(&commitment, expected);
    assert_string_equal(key, expected);
    kept_ok(kept, store_name(
        kept->reader, key, kept->arena, &name, &kept->error));
    assert_string_equal(name, "Абаев Нұрлан");
    kept_ok(kept, store_key_resident(
        kept->reader, key, &resident, &kept->error));
    assert_int_equal(resident, 0);
}

/* ---- search -------------------------------------------------------------- */

static size_t found(struct kept *kept, const char *search, int64_t *first)
{
    struct resident *residents = NULL;
    size_t count = 0;
    size_t total = 0;
    kept_ok(kept, store_residents(kept->reader, search, 0, 10, kept->arena,
        &residents, &count, &total, &kept->error));
    assert_int_equal(count, total);
    *first = count > 0 ? residents[0].id : 0;
    return count;
}

static void a_search_finds_beginnings_of_words(void **state)
{
    static const struct {
        const char *search;
        size_t count;
        int64_t first; /* in the order of folded names */
    } searches[] = {
        {"", 6, 2},
        {NULL, 6, 2},
        {"аба", 2, 2},
        {"АБАЕВА", 1, 6},
        {"алихан", 1, 1},   /* without the Kazakh letters */
        {"касым сер", 1, 5},
        {"сер касым", 1, 5}, /* in any order */
        {"елкин", 1, 4},
        {"водкин", 1, 3},   /* the second half of a double name */
        {"петров-водкин", 1, 3},
        {"баев", 0, 0},     /* no beginning */
        {"абаев петров", 0, 0},
        {"%", 0, 0},        /* no pattern of SQL */
        {"гул_", 1, 6},
        {"гу_нар", 0, 0},
        {"!", 0, 0},
        {"абаев а а а а а", 2, 2},   /* six words */
        {"абаев а а а а а а", 0, 0}, /* no name has seven */
    };
    struct kept *kept = *state;
    register_fill(kept);
    for (size_t i = 0; i < sizeof searches / sizeof *searches; i++) {
        int64_t first = -1;
        size_t count = found(kept, searches[i].search, &first);
        assert_int_equal(count, searches[i].count);
        assert_int_equal(first, searches[i].first);
    }
}

static void all_keys_of_a_resident_are_known_the_first_before(void **state)
{
    struct kept *kept = *state;
    const char *const *keys = NULL;
    size_t count = 0;
    struct resident one =
        register_person("000000000001", "Абаев", "Нұрлан", 1970);
    (void)register_import(kept, &one, 1);
    one.name = "Ерлан";
    (void)register_import(kept, &one, 1);
    kept_ok(kept, store_resident_keys(kept->reader, 1, kept->arena, &keys,
        &count, &kept->error));
    assert_int_equal(count, 2);
    assert_string_not_equal(keys[0], keys[1]);
    struct engine_needs needs = {.residents = {1}, .residents_count = 1};
    struct engine_person person;
    kept_ok(kept, store_persons(kept->reader, &needs, NULL, kept->arena,
        &person, &kept->error));
    assert_string_equal(keys[1], person.key);
    kept_ok(kept, store_resident_keys(kept->reader, 7, kept->arena, &keys,
        &count, &kept->error));
    assert_int_equal(count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_resident_is_kept_as_imported, setup, teardown),
        cmocka_unit_test_setup_teardown(
            the_same_list_again_changes_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_known_number_brings_its_resident_up_to_date, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_number_that_comes_later_is_taken_and_one_left_out_is_kept, setup,
            teardown),
        cmocka_unit_test_setup_teardown(
            an_exclusion_that_ended_is_no_longer_kept, setup, teardown),
        cmocka_unit_test_setup_teardown(
            every_resident_is_walked_with_his_exclusions, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_key_commits_to_salt_and_fields, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_search_finds_beginnings_of_words, setup, teardown),
        cmocka_unit_test_setup_teardown(
            all_keys_of_a_resident_are_known_the_first_before, setup,
            teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
