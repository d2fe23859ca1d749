/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What the gate lets through and what it turns away.
 */
#include "web/gate.h"

#include <string.h>

#include "test.h"
#include "web/limits.h"

enum { MORE_MAX = 3 };

/* A good request, with headers more. */
static unsigned check(const char *method, const char *target,
    const char *const more[][2], size_t count, struct gate_body *body)
{
    struct gate_header headers[1 + MORE_MAX] = {
        {"Host", 4, "kenes.example", 13}};
    for (size_t i = 0; i < count; i++) {
        headers[1 + i] = (struct gate_header){
            more[i][0], strlen(more[i][0]), more[i][1], strlen(more[i][1])};
    }
    struct gate_head head = {method, target, "HTTP/1.1", headers, 1 + count};
    return gate_check(&head, body);
}

static unsigned check_one(const char *name, const char *value)
{
    struct gate_body body;
    const char *const more[][2] = {{name, value}};
    return check("GET", "/kk/", more, 1, &body);
}

static unsigned check_target(const char *target)
{
    struct gate_body body;
    return check("GET", target, NULL, 0, &body);
}

static unsigned check_form(const char *length, struct gate_body *body)
{
    const char *const more[][2] = {
        {"Content-Type", "application/x-www-form-urlencoded"},
        {"content-length", length}};
    return check("POST", "/kk/sign-in", more, 2, body);
}

static void a_plain_request_passes(void **state)
{
    (void)state;
    struct gate_body body;
    assert_int_equal(check("GET", "/kk/sittings?page=2", NULL, 0, &body), 0);
    assert_false(body.is_form);
    assert_int_equal(check("HEAD", "/", NULL, 0, &body), 0);
}

static void a_form_passes_with_its_length(void **state)
{
    (void)state;
    struct gate_body body;
    assert_int_equal(check_form("17", &body), 0);
    assert_true(body.is_form);
    assert_int_equal(body.length, 17);
}

static void both_lengths_are_refused(void **state)
{
    (void)state;
    struct gate_body body;
    const char *const more[][2] = {
        {"Content-Type", "application/x-www-form-urlencoded"},
        {"Content-Length", "4"}, {"Transfer-Encoding", "chunked"}};
    assert_int_equal(check("POST", "/kk/sign-in", more, 3, &body), 400);
}

static void two_lengths_are_refused_even_if_equal(void **state)
{
    (void)state;
    struct gate_body body;
    const char *const more[][2] = {
        {"Content-Type", "application/x-www-form-urlencoded"},
        {"Content-Length", "4"}, {"Content-Length", "4"}};
    assert_int_equal(check("POST", "/kk/sign-in", more, 3, &body), 400);
}

static void a_form_without_a_length_is_refused(void **state)
{
    (void)state;
    struct gate_body body;
    const char *const more[][2] = {
        {"Content-Type", "application/x-www-form-urlencoded"},
        {"Transfer-Encoding", "chunked"}};
    assert_int_equal(check("POST", "/kk/sign-in", more, 2, &body), 411);
    assert_int_equal(check("POST", "/kk/sign-in", more, 1, &body), 411);
}

static void the_length_is_digits_alone(void **state)
{
    (void)state;
    struct gate_body body;
    assert_int_equal(check_form("+4", &body), 400);
    assert_int_equal(check_form("4 ", &body), 400);
    assert_int_equal(check_form("0x4", &body), 400);
    assert_int_equal(check_form("", &body), 400);
    assert_int_equal(check_form("99999999999999999999999999", &body), 413);
}

static void the_largest_form_passes_and_one_byte_more_does_not(void **state)
{
    (void)state;
    struct gate_body body;
    assert_int_equal(LIMITS_BODY_MAX, 262144);
    assert_int_equal(check_form("262144", &body), 0);
    assert_int_equal(check_form("262145", &body), 413);
}

static void a_form_of_another_type_is_refused(void **state)
{
    (void)state;
    struct gate_body body;
    const char *const more[][2] = {
        {"Content-Type", "multipart/form-data; boundary=x"},
        {"Content-Length", "4"}};
    assert_int_equal(check("POST", "/kk/sign-in", more, 2, &body), 415);
    const char *const longer[][2] = {
        {"Content-Type", "application/x-www-form-urlencoded2"},
        {"Content-Length", "4"}};
    assert_int_equal(check("POST", "/kk/sign-in", longer, 2, &body), 415);
}

static void a_get_with_a_body_is_refused(void **state)
{
    (void)state;
    struct gate_body body;
    const char *const more[][2] = {{"Content-Length", "4"}};
    assert_int_equal(check("GET", "/kk/", more, 1, &body), 400);
    const char *const none[][2] = {{"Content-Length", "0"}};
    assert_int_equal(check("GET", "/kk/", none, 1, &body), 0);
}

static void unknown_methods_are_refused(void **state)
{
    (void)state;
    struct gate_body body;
    assert_int_equal(check("PUT", "/kk/", NULL, 0, &body), 405);
    assert_int_equal(check("DELETE", "/kk/", NULL, 0, &body), 405);
    assert_int_equal(check("get", "/kk/", NULL, 0, &body), 405);
}

static void names_of_headers_are_tokens(void **state)
{
    (void)state;
    assert_int_equal(check_one("X-Good", "1"), 0);
    assert_int_equal(check_one("X Bad", "1"), 400);
    assert_int_equal(check_one("X-Bad ", "1"), 400);
    assert_int_equal(check_one("X\tBad", "1"), 400);
    assert_int_equal(check_one("", "1"), 400);
    assert_int_equal(check_one("X\xd0\x9a", "1"), 400);
}

static void control_bytes_in_values_are_refused(void **state)
{
    (void)state;
    assert_int_equal(check_one("X-Value", "a\tb"), 0);
    assert_int_equal(check_one("X-Value", "a\rb"), 400);
    assert_int_equal(check_one("X-Value", "a\nb"), 400);
    assert_int_equal(check_one("X-Value", "a\x01"), 400);
    assert_int_equal(check_one("X-Value", "a\x7f"), 400);
}

static void a_nul_hidden_in_a_header_is_refused(void **state)
{
    (void)state;
    struct gate_body body;
    struct gate_header headers[] = {
        {"Host", 4, "kenes.example", 13}, {"X-Value", 7, "a\0b", 3}};
    struct gate_head head = {"GET", "/kk/", "HTTP/1.1", headers, 2};
    assert_int_equal(gate_check(&head, &body), 400);
    headers[1] = (struct gate_header){"X\0Name", 6, "a", 1};
    assert_int_equal(gate_check(&head, &body), 400);
}

static void one_host_and_no_more(void **state)
{
    (void)state;
    struct gate_body body;
    assert_int_equal(check_one("Host", "other.example"), 400);
    struct gate_header strange = {"Host", 4, "a/b", 3};
    struct gate_head head = {"GET", "/kk/", "HTTP/1.1", &strange, 1};
    assert_int_equal(gate_check(&head, &body), 400);
    head.count = 0;
    assert_int_equal(gate_check(&head, &body), 400);
    strange = (struct gate_header){"Host", 4, "[::1]:8080", 10};
    head.count = 1;
    assert_int_equal(gate_check(&head, &body), 0);
}

static void as_many_headers_as_allowed_and_one_more(void **state)
{
    (void)state;
    struct gate_header headers[LIMITS_HEADERS_MAX + 1];
    struct gate_body body;
    for (size_t i = 0; i < LIMITS_HEADERS_MAX + 1; i++) {
        headers[i] = (struct gate_header){"X-Value", 7, "1", 1};
    }
    headers[0] = (struct gate_header){"Host", 4, "localhost", 9};
    struct gate_head head = {
        "GET", "/kk/", "HTTP/1.1", headers, LIMITS_HEADERS_MAX};
    assert_int_equal(gate_check(&head, &body), 0);
    head.count++;
    assert_int_equal(gate_check(&head, &body), 431);
}

static void other_versions_are_refused(void **state)
{
    (void)state;
    struct gate_body body;
    struct gate_header host = {"Host", 4, "localhost", 9};
    struct gate_head head = {"GET", "/kk/", "HTTP/1.0", &host, 1};
    assert_int_equal(gate_check(&head, &body), 0);
    head.version = "HTTP/2.0";
    assert_int_equal(gate_check(&head, &body), 505);
}

static void paths_do_not_climb(void **state)
{
    (void)state;
    assert_int_equal(check_target("/kk/../etc/passwd"), 400);
    assert_int_equal(check_target("/.."), 400);
    assert_int_equal(check_target("/./kk/"), 400);
    assert_int_equal(check_target("/kk/."), 400);
    assert_int_equal(check_target("//kk/"), 400);
    assert_int_equal(check_target("/kk\\..\\"), 400);
    assert_int_equal(check_target("/assets/style.0.css"), 0);
    assert_int_equal(check_target("/.well-known"), 0);
    assert_int_equal(check_target("/..."), 0);
}

static void strange_targets_are_refused(void **state)
{
    (void)state;
    assert_int_equal(check_target(""), 400);
    assert_int_equal(check_target("*"), 400);
    assert_int_equal(check_target("http://kenes.example/kk/"), 400);
    assert_int_equal(check_target("/kk/ x"), 400);
    assert_int_equal(check_target("/kk/\xd0\x9a"), 400);
    assert_int_equal(check_target("/kk/#x"), 400);
}

static void the_longest_target_passes_and_one_byte_more_does_not(void **state)
{
    (void)state;
    char target[LIMITS_TARGET_MAX + 2];
    memset(target, 'a', sizeof target);
    target[0] = '/';
    target[LIMITS_TARGET_MAX] = '\0';
    assert_int_equal(check_target(target), 0);
    target[LIMITS_TARGET_MAX] = 'a';
    target[LIMITS_TARGET_MAX + 1] = '\0';
    assert_int_equal(check_target(target), 414);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_request_passes),
        cmocka_unit_test(a_form_passes_with_its_length),
        cmocka_unit_test(both_lengths_are_refused),
        cmocka_unit_test(two_lengths_are_refused_even_if_equal),
        cmocka_unit_test(a_form_without_a_length_is_refused),
        cmocka_unit_test(the_length_is_digits_alone),
        cmocka_unit_test(the_largest_form_passes_and_one_byte_more_does_not),
        cmocka_unit_test(a_form_of_another_type_is_refused),
        cmocka_unit_test(a_get_with_a_body_is_refused),
        cmocka_unit_test(unknown_methods_are_refused),
        cmocka_unit_test(names_of_headers_are_tokens),
        cmocka_unit_test(control_bytes_in_values_are_refused),
        cmocka_unit_test(a_nul_hidden_in_a_header_is_refused),
        cmocka_unit_test(one_host_and_no_more),
        cmocka_unit_test(as_many_headers_as_allowed_and_one_more),
        cmocka_unit_test(other_versions_are_refused),
        cmocka_unit_test(paths_do_not_climb),
        cmocka_unit_test(strange_targets_are_refused),
        cmocka_unit_test(the_longest_target_passes_and_one_byte_more_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
