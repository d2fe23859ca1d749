/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Maps from texts, in the order in which keys came.
 */
#include <stdio.h>

#include "test.h"

#include "base/map.h"

static void a_key_is_found_by_its_letters(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct map *map = map_create(arena);
    int one = 1;
    int two = 2;
    char key[] = "кілт";
    assert_null(map_get(map, key));
    assert_null(map_put(map, key, &one));
    assert_ptr_equal(map_get(map, "кілт"), &one);
    key[0] = '?';
    assert_ptr_equal(map_get(map, "кілт"), &one);
    assert_null(map_get(map, "кіл"));
    assert_null(map_get(map, ""));
    assert_ptr_equal(map_put(map, "кілт", &two), &one);
    assert_ptr_equal(map_get(map, "кілт"), &two);
    assert_int_equal(map_count(map), 1);
    arena_destroy(arena);
}

static void many_keys_stay_in_their_order(void **state)
{
    (void)state;
    enum { COUNT = 5000 };
    static int values[COUNT];
    struct arena *arena = arena_create();
    struct map *map = map_create(arena);
    char key[16];
    for (int i = 0; i < COUNT; i++) {
        (void)snprintf(key, sizeof key, "key-%d", i);
        assert_null(map_put(map, key, &values[i]));
        assert_int_equal(map_count(map), i + 1);
    }
    for (int i = 0; i < COUNT; i++) {
        (void)snprintf(key, sizeof key, "key-%d", i);
        assert_ptr_equal(map_get(map, key), &values[i]);
        assert_string_equal(map_key_at(map, (size_t)i), key);
        assert_ptr_equal(map_value_at(map, (size_t)i), &values[i]);
    }
    assert_null(map_get(map, "key-5000"));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_is_found_by_its_letters),
        cmocka_unit_test(many_keys_stay_in_their_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
