/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The compiled classifier against its own file, every row.
 */
#include <stdio.h>
#include <string.h>

#include "test.h"

#include "base/csv.h"
#include "base/file.h"
#include "base/map.h"
#include "community/territory.h"
#include "crypto/hash.h"

enum { PLACES = 15594, FILE_MAX = 8 * 1024 * 1024, CHILDREN_MAX = 400 };

static struct buffer text;

static int read_classifier(void **state)
{
    (void)state;
    struct error error = {0};
    return file_read("data/kato.csv", FILE_MAX, &text, &error) != STATUS_OK;
}

static int forget_classifier(void **state)
{
    (void)state;
    buffer_finish(&text);
    return 0;
}

static const struct territory *place(const char *code)
{
    const struct territory *found = territory_find(code);
    assert_non_null(found);
    return found;
}

static const char *past_blanks(const char *name)
{
    while (*name == ' ' || strncmp(name, "\u00A0", 2) == 0) {
        name += *name == ' ' ? 1 : 2;
    }
    return name;
}

/* The file has stray blanks, which the table has not. */
static bool is_same_name(const char *clean, const char *raw)
{
    for (;;) {
        clean = past_blanks(clean);
        raw = past_blanks(raw);
        if (*clean != *raw || *clean == '\0') {
            return *clean == *raw;
        }
        clean++;
        raw++;
    }
}

static void every_row_of_the_file_is_in_the_table(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct error error = {0};
    struct csv *csv = NULL;
    const char *const *fields = NULL;
    size_t count = 0;
    assert_int_equal(
        csv_open(buffer_bytes(&text), arena, &csv, &error), STATUS_OK);
    int name_ru = csv_column(csv, "name_ru");
    int name_kk = csv_column(csv, "name_kk");
    while (csv_next(csv, &fields, &error) == STATUS_OK) {
        const struct territory *found = place(fields[0]);
        assert_string_equal(found->code, fields[0]);
        assert_true(is_same_name(found->name_ru, fields[name_ru]));
        assert_true(is_same_name(found->name_kk, fields[name_kk]));
        count++;
    }
    assert_int_equal(count, PLACES);
    assert_int_equal(territory_count(), PLACES);
    arena_destroy(arena);
}

static void the_table_is_in_order_and_names_everything(void **state)
{
    (void)state;
    for (size_t i = 0; i < territory_count(); i++) {
        const struct territory *found = territory_at(i);
        assert_int_equal(strlen(found->code), 9);
        assert_int_equal(strspn(found->code, "0123456789"), 9);
        assert_true(
            i == 0 || strcmp(territory_at(i - 1)->code, found->code) < 0);
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            assert_true(strlen(found->title[language]) > 0);
        }
        assert_ptr_equal(territory_find(found->code), found);
    }
}

/* The nearest existing code on the way up, from the file alone. */
static const char *parent_code(const struct map *codes, const char *code)
{
    static const char zeros[] = "000000000";
    static char above[10];
    for (int kept = 6; kept > 0; kept -= 2) {
        (void)snprintf(above, sizeof above, "%.*s%s", kept, code, &zeros[kept]);
        if (strcmp(above, code) != 0 && map_get(codes, above) != NULL) {
            return above;
        }
    }
    return NULL;
}

static void parents_are_found_by_walking_up(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct map *codes = map_create(arena);
    size_t tops = 0;
    for (size_t i = 0; i < territory_count(); i++) {
        map_put(codes, territory_at(i)->code, arena);
    }
    for (size_t i = 0; i < territory_count(); i++) {
        const struct territory *found = territory_at(i);
        const struct territory *parent = territory_parent(found);
        const char *wanted = parent_code(codes, found->code);
        assert_int_equal(parent == NULL, wanted == NULL);
        if (parent == NULL) {
            tops++;
        } else {
            assert_string_equal(parent->code, wanted);
            assert_true(territory_within(found, parent));
            assert_false(territory_within(parent, found));
        }
    }
    assert_int_equal(tops, 20);
    arena_destroy(arena);
}

static void children_are_those_whose_parent_it_is(void **state)
{
    (void)state;
    const struct territory *children[CHILDREN_MAX];
    size_t total = 0;
    for (size_t i = 0; i < territory_count(); i++) {
        const struct territory *parent = territory_at(i);
        size_t count = territory_children(parent, children, CHILDREN_MAX);
        assert_true(count < CHILDREN_MAX);
        for (size_t k = 0; k < count; k++) {
            assert_ptr_equal(territory_parent(children[k]), parent);
        }
        total += count;
    }
    assert_int_equal(total, PLACES - 20);
    assert_int_equal(territory_children(place("116653000"), children, 2), 2);
    assert_int_equal(territory_children(place("116653000"), children, 9), 4);
    assert_int_equal(territory_children(place("116645100"), children, 9), 0);
}

static void places_that_prefixes_cannot_place_have_a_parent(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        const char *parent;
    } cases[] = {
        {"711110000", "710000000"}, /* a district inside Astana */
        {"751110000", "750000000"}, {"116645100", "116645000"},
        {"116645000", "116600000"}, {"116600000", "110000000"},
        {"113820100", "113800000"}, /* a town coded with HIJ = 100 */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct territory *parent = territory_parent(place(cases[i].code));
        if (parent == NULL || strcmp(parent->code, cases[i].parent) != 0) {
            print_error("%s lies in %s\n", cases[i].code,
                parent == NULL ? "nothing" : parent->code);
            fail();
        }
    }
}

static void a_place_lies_in_itself_and_in_all_above(void **state)
{
    (void)state;
    const struct territory *village = place("116645100");
    assert_true(territory_within(village, village));
    assert_true(territory_within(village, place("116645000")));
    assert_true(territory_within(village, place("116600000")));
    assert_true(territory_within(village, place("110000000")));
    assert_false(territory_within(village, place("116653000")));
    assert_false(territory_within(village, place("710000000")));
    assert_false(territory_within(NULL, village));
}

static void every_kind_of_unit_is_read_from_its_name(void **state)
{
    (void)state;
    static const struct {
        const char *kind;
        size_t count;
    } kinds[] = {{"oblast", 17}, {"city-of-republican-significance", 3},
        {"district", 170}, {"city-of-oblast-significance", 39},
        {"city-district", 25}, {"city-of-district-significance", 48},
        {"rural-okrug", 2108}, {"village", 108}, {"settlement", 71},
        {"locality", 13005}};
    size_t total = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t count = 0;
        for (size_t k = 0; k < territory_count(); k++) {
            count += strcmp(territory_at(k)->kind, kinds[i].kind) == 0;
        }
        assert_int_equal(count, kinds[i].count);
        total += count;
    }
    assert_int_equal(total, PLACES);
}

static void a_name_is_written_out_in_three_languages(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        const char *kind;
        const char *title[LANGUAGE_COUNT];
    } cases[] = {
        {"116653000", "rural-okrug",
            {"Тасты ауылдық округі", "сельский округ Тасты",
                "Tasty rural okrug"}},
        {"116672000", "village",
            {"Талапкер ауылы", "село Талапкер", "Talapker village"}},
        {"116645100", "locality",
            {"Қоянды ауылы", "село Коянды", "Qoyandy village"}},
        {"116600000", "district",
            {"Целиноград ауданы", "Целиноградский район",
                "Tselinograd district"}},
        {"100000000", "oblast", {"Абай облысы", "область Абай", "Abay region"}},
        {"101000000", "city-of-oblast-significance",
            {"Семей қаласы", "город Семей", "Semey city"}},
        {"710000000", "city-of-republican-significance",
            {"Астана қаласы", "город Астана", "Astana city"}},
        {"711110000", "city-district",
            {"Алматы ауданы", "район Алматы", "Almaty city district"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct territory *found = place(cases[i].code);
        assert_string_equal(found->kind, cases[i].kind);
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            struct buffer said = BUFFER_EMPTY;
            territory_say(found, (enum language)language, &said);
            assert_string_equal(buffer_text(&said), cases[i].title[language]);
            buffer_finish(&said);
        }
    }
}

static void a_code_that_is_none_is_not_found(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "1", "116645", "116645001",
        "000000000", "999999999", "1166450000", "11664500a", " 116645000",
        "қоянды"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_null(territory_find(bad[i]));
    }
}

static void the_table_names_file_and_edition(void **state)
{
    (void)state;
    char hex[2 * HASH_SIZE + 1];
    struct hash hash = hash_of(buffer_bytes(&text));
    bytes_to_hex(bytes_of(hash.bytes, HASH_SIZE), hex);
    assert_string_equal(territory_digest(), hex);
    assert_string_equal(territory_edition(), "NK RK 11-2025");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_of_the_file_is_in_the_table),
        cmocka_unit_test(the_table_is_in_order_and_names_everything),
        cmocka_unit_test(parents_are_found_by_walking_up),
        cmocka_unit_test(children_are_those_whose_parent_it_is),
        cmocka_unit_test(places_that_prefixes_cannot_place_have_a_parent),
        cmocka_unit_test(a_place_lies_in_itself_and_in_all_above),
        cmocka_unit_test(every_kind_of_unit_is_read_from_its_name),
        cmocka_unit_test(a_name_is_written_out_in_three_languages),
        cmocka_unit_test(a_code_that_is_none_is_not_found),
        cmocka_unit_test(the_table_names_file_and_edition),
    };
    return cmocka_run_group_tests(tests, read_classifier, forget_classifier);
}
