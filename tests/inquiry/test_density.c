/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Units by density, with the register of the country.
 */
#include "inquiry/density.h"

#include <string.h>

#include "inquiries.h"
#include "test.h"

static struct law *law;
static struct facts *facts;
static struct arena *arena;

static int fixture_load(void **state)
{
    (void)state;
    law = inquiries_fixture(NULL);
    facts = facts_load(law,
        &(struct facts_query){.day = inquiries_day("2010-01-01")});
    arena = arena_create();
    return 0;
}

static int fixture_free(void **state)
{
    (void)state;
    arena_destroy(arena);
    facts_destroy(facts);
    law_destroy(law);
    return 0;
}

/* A district with one of its okrugs, and a city of oblast significance. */
static void units_within_one_another_are_counted_once(void **state)
{
    (void)state;
    static const char csv[] = "kato,population,area\n"
                              "100000000,9000,100\n"
                              "101000000,3000,30\n"
                              "101010000,2000,0.5\n";
    const struct density_unit *units = NULL;
    size_t count = 0;
    struct error error = {0};
    assert_int_equal(
        density_read(bytes_of_text(csv), arena, &units, &count, &error),
        STATUS_OK);
    assert_int_equal(count, 3);
    const struct density_row *rows = NULL;
    size_t rows_count = 0;
    density_table(facts, units, count, 4000, arena, &rows, &rows_count);
    assert_true(rows_count > 2);
    assert_string_equal(rows[0].unit->code, "100000000");
    assert_int_equal(rows[0].population, 2000);
    assert_int_equal(rows[0].measured, 1);
    assert_int_equal(rows[0].compact, 1);
    assert_int_equal(rows[0].compact_population, 2000);
    const struct density_row *country = &rows[rows_count - 1];
    assert_null(country->unit);
    assert_int_equal(country->population, 2000);
    assert_true(country->registered > rows[0].registered);
}

static void compact_is_at_the_threshold(void **state)
{
    (void)state;
    const struct density_unit unit = {NULL, 2000, 500000};
    assert_true(density_is_compact(&unit, 4000));
    assert_false(density_is_compact(&unit, 4001));
    const struct density_unit unknown = {NULL, 2000, -1};
    assert_false(density_is_compact(&unknown, 1));
}

static void who_has_an_elected_organ_is_counted_by_level(void **state)
{
    (void)state;
    static const char csv[] = "kato,population,area\n"
                              "101000000,3000,\n"
                              "116645000,700,\n";
    const struct density_unit *units = NULL;
    size_t count = 0;
    struct error error = {0};
    assert_int_equal(
        density_read(bytes_of_text(csv), arena, &units, &count, &error),
        STATUS_OK);
    assert_string_equal(units[0].unit->kind, "city-of-oblast-significance");
    assert_string_equal(units[1].unit->kind, "village");
    const struct density_row *rows = NULL;
    size_t rows_count = 0;
    density_table(facts, units, count, 1, arena, &rows, &rows_count);
    const struct density_row *country = &rows[rows_count - 1];
    assert_int_equal(country->population, 3700);
    assert_int_equal(country->organ_population, 3000);
    assert_int_equal(country->measured, 0);
}

static void rows_that_are_wrong_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *csv;
        const char *key;
    } cases[] = {
        {"kato,population,area\n999999999,1,1\n", "error.density-kato"},
        {"kato,population,area\n101000000,x,1\n", "error.density-population"},
        {"kato,population,area\n101000000,1,-1\n", "error.measure-number"},
        {"kato,population,area\n101000000,1,1\n101000000,1,1\n",
            "error.density-twice"},
        {"kato,population\n", "error.measure-column"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct density_unit *units = NULL;
        size_t count = 0;
        struct error error = {0};
        assert_int_equal(density_read(bytes_of_text(cases[i].csv), arena,
                             &units, &count, &error),
            STATUS_INVALID);
        assert_string_equal(error.message.key, cases[i].key);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_within_one_another_are_counted_once),
        cmocka_unit_test(compact_is_at_the_threshold),
        cmocka_unit_test(who_has_an_elected_organ_is_counted_by_level),
        cmocka_unit_test(rows_that_are_wrong_are_named),
    };
    return cmocka_run_group_tests(tests, fixture_load, fixture_free);
}
