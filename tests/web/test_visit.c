/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Requests that need no store: turned away, sent on, files, what all carry.
 */
#include "web/visit.h"

#include <string.h>

#include "test.h"
#include "web/asset.h"

static const struct request_site site = {
    .community = {"Қоянды ауылы", "село Коянды", "Koyandy <village>"},
    .is_demonstration = true};

static struct arena *arena;
static struct visit visit;

static int visit_begin(void **state)
{
    (void)state;
    arena = arena_create();
    return 0;
}

static int visit_end(void **state)
{
    (void)state;
    visit_finish(&visit);
    arena_destroy(arena);
    return 0;
}

static void turned_away(const char *target, unsigned status)
{
    visit_turn_away(&visit, target, status, NULL, &site, arena);
    visit_close(&visit);
}

static void get(const char *target)
{
    struct visit_input input = {.method = REQUEST_GET, .target = target};
    assert_false(visit_open(&visit, &input, NULL, &site, arena));
    visit_close(&visit);
}

static const char *text(void)
{
    return buffer_text(&visit.response.body);
}

/* The value of a header, or NULL; asserts that it comes once. */
struct wanted {
    const char *name;
    const char *value;
};

static void header_look(void *context, const char *name, const char *value)
{
    struct wanted *wanted = context;
    if (strcmp(name, wanted->name) == 0) {
        assert_null(wanted->value);
        wanted->value = arena_text(arena, value);
    }
}

static const char *header(const char *name)
{
    struct wanted wanted = {name, NULL};
    visit_headers(&visit, header_look, &wanted);
    return wanted.value;
}

static void the_bare_site_is_kazakh(void **state)
{
    (void)state;
    get("/");
    assert_int_equal(visit.response.status, 303);
    assert_string_equal(header("Location"), "/kk/");
}

static void a_language_alone_leads_to_its_first_page(void **state)
{
    (void)state;
    get("/ru");
    assert_int_equal(visit.response.status, 303);
    assert_string_equal(header("Location"), "/ru/");
}

static void an_unknown_page_is_said_in_the_language_of_its_path(void **state)
{
    (void)state;
    turned_away("/ru/nothing", 404);
    assert_int_equal(visit.response.status, 404);
    assert_non_null(strstr(text(), "<html lang=\"ru\">"));
    assert_non_null(strstr(text(), "<h1>Такой страницы нет</h1>"));
    turned_away("/nothing", 404);
    assert_non_null(strstr(text(), "<html lang=\"kk\">"));
    assert_non_null(strstr(text(), "<h1>Мұндай бет жоқ</h1>"));
}

static void the_frame_has_title_skip_link_languages_and_mark(void **state)
{
    (void)state;
    turned_away("/en/nothing", 404);
    assert_non_null(strstr(text(),
        "<title>There is no such page – Koyandy &lt;village&gt; – "
        "Kenes</title>"));
    const char *body = strstr(text(), "<body>");
    assert_non_null(body);
    assert_ptr_equal(
        strstr(body, "<a"), strstr(body, "<a class=\"skip\" href=\"#main\">"));
    assert_non_null(strstr(text(), "href=\"/kk/\" hreflang=\"kk\""));
    assert_non_null(strstr(text(), "class=\"demonstration\""));
    assert_non_null(strstr(text(), "<main id=\"main\""));
}

static void every_status_has_its_page_in_three_languages(void **state)
{
    (void)state;
    static const unsigned statuses[] = {
        400, 403, 404, 405, 409, 413, 422, 500, 503};
    static const char *const paths[] = {"/kk/", "/ru/", "/en/"};
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++) {
        for (size_t n = 0; n < 3; n++) {
            turned_away(paths[n], statuses[i]);
            assert_int_equal(visit.response.status, statuses[i]);
            /* A key that has no message is shown as itself. */
            assert_null(strstr(text(), "status."));
            assert_null(strstr(text(), "frame."));
        }
    }
}

static void other_statuses_are_answered_as_not_understood(void **state)
{
    (void)state;
    turned_away("/en/", 431);
    assert_int_equal(visit.response.status, 431);
    assert_non_null(strstr(text(), "The request was not understood"));
}

static void an_error_of_a_form_begins_its_title(void **state)
{
    (void)state;
    visit_turn_away(&visit, "/en/", 422, "error.form-broken", &site, arena);
    visit_close(&visit);
    assert_non_null(strstr(text(), "<title>Error: "));
    assert_non_null(strstr(text(), "The form arrived damaged."));
}

static void every_answer_carries_the_headers_of_safety(void **state)
{
    (void)state;
    turned_away("/kk/nothing", 404);
    const char *policy = header("Content-Security-Policy");
    assert_non_null(strstr(policy, "default-src 'none'"));
    assert_non_null(strstr(policy, "style-src 'self'"));
    assert_non_null(strstr(policy, "form-action 'self'"));
    assert_non_null(strstr(policy, "frame-ancestors 'none'"));
    assert_non_null(strstr(policy, "base-uri 'none'"));
    assert_null(strstr(policy, "unsafe"));
    assert_string_equal(header("X-Content-Type-Options"), "nosniff");
    assert_string_equal(header("Referrer-Policy"), "no-referrer");
    assert_string_equal(header("Cache-Control"), "no-cache");
    assert_string_equal(header("Content-Type"), "text/html; charset=utf-8");
    assert_string_equal(header("Content-Language"), "kk");
}

static void the_style_is_kept_for_ever_under_its_mark(void **state)
{
    (void)state;
    get(url_asset(arena, "style.css").text);
    assert_int_equal(visit.response.status, 200);
    assert_true(visit.response.fixed.length > 1000);
    assert_string_equal(header("Content-Type"), "text/css; charset=utf-8");
    assert_string_equal(
        header("Cache-Control"), "public, max-age=31536000, immutable");
}

static void an_unknown_file_is_not_there(void **state)
{
    (void)state;
    get("/assets/style.css");
    assert_int_equal(visit.response.status, 404);
    assert_null(visit.response.fixed.data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            the_bare_site_is_kazakh, visit_begin, visit_end),
        cmocka_unit_test_setup_teardown(
            a_language_alone_leads_to_its_first_page, visit_begin, visit_end),
        cmocka_unit_test_setup_teardown(
            an_unknown_page_is_said_in_the_language_of_its_path, visit_begin,
            visit_end),
        cmocka_unit_test_setup_teardown(
            the_frame_has_title_skip_link_languages_and_mark, visit_begin,
            visit_end),
        cmocka_unit_test_setup_teardown(
            every_status_has_its_page_in_three_languages, visit_begin,
            visit_end),
        cmocka_unit_test_setup_teardown(
            other_statuses_are_answered_as_not_understood, visit_begin,
            visit_end),
        cmocka_unit_test_setup_teardown(
            an_error_of_a_form_begins_its_title, visit_begin, visit_end),
        cmocka_unit_test_setup_teardown(
            every_answer_carries_the_headers_of_safety, visit_begin, visit_end),
        cmocka_unit_test_setup_teardown(
            the_style_is_kept_for_ever_under_its_mark, visit_begin, visit_end),
        cmocka_unit_test_setup_teardown(
            an_unknown_file_is_not_there, visit_begin, visit_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
