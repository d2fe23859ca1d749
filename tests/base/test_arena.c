/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Arenas: zeroed, aligned, growing.
 */
#include <stdalign.h>
#include <string.h>

#include "test.h"

#include "base/arena.h"

static void memory_is_zeroed_and_aligned_for_any_type(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    for (size_t size = 0; size < 70000; size = size * 2 + 1) {
        unsigned char *taken = arena_take(arena, size);
        assert_int_equal((uintptr_t)taken % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) {
            assert_int_equal(taken[i], 0);
        }
        memset(taken, 0xFF, size);
    }
    arena_destroy(arena);
}

static void things_do_not_overlap(void **state)
{
    (void)state;
    enum { COUNT = 5000 };
    struct arena *arena = arena_create();
    int **numbers = arena_take_array(arena, COUNT, sizeof *numbers);
    for (int i = 0; i < COUNT; i++) {
        numbers[i] = arena_take(arena, sizeof(int));
        *numbers[i] = i;
    }
    for (int i = 0; i < COUNT; i++) {
        assert_int_equal(*numbers[i], i);
    }
    arena_destroy(arena);
}

static void texts_are_copies_ended_with_nul(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    char text[] = "кеңес";
    char *copy = arena_text(arena, text);
    text[0] = '?';
    assert_string_equal(copy, "кеңес");
    assert_string_equal(arena_text_n(arena, "кеңес", 4), "ке");
    assert_string_equal(arena_text_n(arena, NULL, 0), "");
    assert_string_equal(
        arena_format(arena, "%s-%d", "account", 3), "account-3");
    arena_destroy(arena);
}

static void an_array_grows_and_keeps_what_it_had(void **state)
{
    (void)state;
    enum { COUNT = 1000 };
    struct arena *arena = arena_create();
    int *numbers = NULL;
    size_t capacity = 0;
    for (int i = 0; i < COUNT; i++) {
        numbers =
            arena_grow(arena, numbers, (size_t)i, &capacity, sizeof *numbers);
        assert_true((size_t)i < capacity);
        numbers[i] = i;
    }
    for (int i = 0; i < COUNT; i++) {
        assert_int_equal(numbers[i], i);
    }
    arena_destroy(arena);
}

static void destroying_nothing_is_nothing(void **state)
{
    (void)state;
    arena_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned_for_any_type),
        cmocka_unit_test(things_do_not_overlap),
        cmocka_unit_test(texts_are_copies_ended_with_nul),
        cmocka_unit_test(an_array_grows_and_keeps_what_it_had),
        cmocka_unit_test(destroying_nothing_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
