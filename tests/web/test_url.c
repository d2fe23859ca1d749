/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Links, written and read back.
 */
#include "web/url.h"

#include <string.h>

#include "test.h"
#include "web/asset.h"

static struct arena *arena;

static int arena_begin(void **state)
{
    (void)state;
    arena = arena_create();
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static void a_place_is_written_in_each_language(void **state)
{
    (void)state;
    struct url_target target = {.place = URL_SITTING, .numbers = {5}};
    assert_string_equal(url_to(arena, target).text, "/kk/sittings/5");
    target.language = LANGUAGE_RU;
    assert_string_equal(url_to(arena, target).text, "/ru/sittings/5");
    target = (struct url_target){.language = LANGUAGE_EN};
    assert_string_equal(url_to(arena, target).text, "/en/");
    target = (struct url_target){
        .place = URL_SITTING_PAPER, .numbers = {12}, .word = "notice"};
    assert_string_equal(
        url_to(arena, target).text, "/kk/sittings/12/papers/notice");
}

static void every_place_reads_back_as_itself(void **state)
{
    (void)state;
    for (int i = 0; i < URL_PLACES; i++) {
        struct url_target target = {.place = (enum url_place)i,
            .language = LANGUAGE_RU,
            .numbers = {7, 8},
            .word = "a-1"};
        struct url_target found;
        assert_true(url_read(url_to(arena, target).text, arena, &found));
        assert_int_equal(found.place, i);
        assert_int_equal(found.language, LANGUAGE_RU);
        if (strchr(url_pattern((enum url_place)i), '#') != NULL) {
            assert_int_equal(found.numbers[0], 7);
        }
        if (strchr(url_pattern((enum url_place)i), '@') != NULL) {
            assert_string_equal(found.word, "a-1");
        }
    }
}

static void what_is_no_place_is_not_read(void **state)
{
    (void)state;
    static const char *const paths[] = {"", "/", "/kk", "/de/", "/kk/x",
        "/kk/sittings/", "/kk/sittings/0", "/kk/sittings/05", "/kk/sittings/-1",
        "/kk/sittings/5x", "/kk/sittings/5/", "/kk/sittings/1000000000",
        "/kk/sittings/99999999999999999999", "/KK/sittings", "kk/sittings",
        "/kk/organs/A", "/kk/sittings?x=1"};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        struct url_target target;
        if (url_read(paths[i], arena, &target)) {
            fail_msg("%s was read", paths[i]);
        }
    }
    struct url_target target;
    assert_true(url_read("/kk/sittings/999999999", arena, &target));
    assert_int_equal(target.numbers[0], 999999999);
}

static void new_is_no_number(void **state)
{
    (void)state;
    struct url_target target;
    assert_true(url_read("/en/sittings/new", arena, &target));
    assert_int_equal(target.place, URL_SITTING_NEW);
}

static void what_is_asked_is_escaped(void **state)
{
    (void)state;
    struct url url = url_to(arena, (struct url_target){.place = URL_SITTINGS});
    url = url_with(arena, url, "search", "Ә b&c=/\"");
    url = url_with(arena, url, "page", "2");
    assert_string_equal(
        url.text, "/kk/sittings?search=%D3%98%20b%26c%3D%2F%22&page=2");
    assert_string_equal(url_at(arena, url, "item-2").text,
        "/kk/sittings?search=%D3%98%20b%26c%3D%2F%22&page=2#item-2");
    assert_string_equal(
        url_at(arena, (struct url){NULL}, "name").text, "#name");
}

static void an_asset_is_found_under_its_mark_alone(void **state)
{
    (void)state;
    const char *path = asset_path(arena, "style.css");
    const struct embed_file *file = asset_find(path);
    assert_non_null(file);
    assert_string_equal(file->name, "style.css");
    assert_string_equal(asset_type(file), "text/css; charset=utf-8");
    assert_int_equal(strlen(path), strlen("style.0123456789abcdef.css"));
    assert_null(asset_find("style.css"));
    assert_null(asset_find("style.0000000000000000.css"));
    assert_null(asset_find("../style.css"));
    assert_string_equal(url_asset(arena, "style.css").text,
        arena_format(arena, "/assets/%s", path));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_is_written_in_each_language),
        cmocka_unit_test(every_place_reads_back_as_itself),
        cmocka_unit_test(what_is_no_place_is_not_read),
        cmocka_unit_test(new_is_no_number),
        cmocka_unit_test(what_is_asked_is_escaped),
        cmocka_unit_test(an_asset_is_found_under_its_mark_alone),
    };
    return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
