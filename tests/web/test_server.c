/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The server over the loopback, with a real clerk: signing in and out, and
 * what comes broken over a connection.
 */
#include "web/server.h"

#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buffer.h"
#include "test.h"
#include "web/cookie.h"

#define PASSWORD "жеті қазына"
#define PASSWORD_SENT                                                          \
    "%D0%B6%D0%B5%D1%82%D1%96+%D2%9B%D0%B0%D0%B7%D1%8B%D0%BD%D0%B0"
#define FORM "Content-Type: application/x-www-form-urlencoded\r\n"

static char folder[] = "/tmp/kenes-server-XXXXXX";
static struct clerk *clerk;
static struct server *server;
static struct buffer answer;

/* At a fixed moment: nothing here depends on the day. */
static int server_begin(void **state)
{
    (void)state;
    static const char *const offices[] = {"clerk"};
    struct clerk_clock clock = {.fixed = {INT64_C(1800000000)}};
    struct error error = {.status = STATUS_OK};
    assert_non_null(mkdtemp(folder));
    char place[64];
    (void)snprintf(place, sizeof place, "%s/village", folder);
    if (clerk_init(place, "law", "116645000", true, &clock, &error) !=
            STATUS_OK ||
        clerk_open(place, NULL, &clock, &clerk, &error) != STATUS_OK ||
        clerk_account_add(clerk, "hatshy", PASSWORD, offices, 1, 0, LANGUAGE_KK,
            &error) != STATUS_OK ||
        server_start(clerk, "127.0.0.1", 0, &server, &error) != STATUS_OK) {
        fail_msg("%s", error.message.key);
    }
    return 0;
}

static int server_end(void **state)
{
    (void)state;
    server_stop(server);
    clerk_close(clerk);
    buffer_finish(&answer);
    char command[96];
    (void)snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command) == 0 ? 0 : -1;
}

static int connected(void)
{
    int connection = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET,
        .sin_port = htons(server_port(server)),
        .sin_addr = {htonl(INADDR_LOOPBACK)}};
    assert_true(connection >= 0);
    assert_int_equal(
        connect(connection, (struct sockaddr *)&address, sizeof address), 0);
    return connection;
}

/* Sends bytes and reads until the server closes; -> the status. */
static int send_bytes(const char *request, size_t length)
{
    int connection = connected();
    char block[4096];
    ssize_t got;
    assert_int_equal(
        send(connection, request, length, MSG_NOSIGNAL), (ssize_t)length);
    buffer_clear(&answer);
    while ((got = recv(connection, block, sizeof block, 0)) > 0) {
        buffer_add(&answer, block, (size_t)got);
    }
    (void)close(connection);
    int status = 0;
    assert_int_equal(sscanf(buffer_text(&answer), "HTTP/1.1 %d", &status), 1);
    return status;
}

static int get(const char *path, const char *cookie)
{
    struct buffer request = BUFFER_EMPTY;
    buffer_add_format(&request,
        "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        "Cookie: %s\r\n\r\n",
        path, cookie);
    int status = send_bytes(request.data, request.length);
    buffer_finish(&request);
    return status;
}

static int post(const char *path, const char *cookie, const char *body)
{
    struct buffer request = BUFFER_EMPTY;
    buffer_add_format(&request,
        "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" FORM
        "Cookie: %s\r\nContent-Length: %zu\r\n\r\n%s",
        path, cookie, strlen(body), body);
    int status = send_bytes(request.data, request.length);
    buffer_finish(&request);
    return status;
}

/* The 32 hex digits that follow `before` in the answer. */
static void token_after(const char *before, char token[COOKIE_TOKEN_MAX])
{
    const char *at = strstr(buffer_text(&answer), before);
    assert_non_null(at);
    (void)snprintf(token, COOKIE_TOKEN_MAX, "%s", at + strlen(before));
    assert_true(cookie_is_token(token));
}

/* A form that was shown: its cookie, and the fields that it brings back. */
struct shown {
    char cookie[64];
    char fields[128];
};

static void form_open(struct shown *shown)
{
    char visitor[COOKIE_TOKEN_MAX];
    char once[COOKIE_TOKEN_MAX];
    assert_int_equal(get("/kk/sign-in", ""), 200);
    token_after("Set-Cookie: kenes-visitor=", visitor);
    token_after("name=\"once\" value=\"", once);
    (void)snprintf(
        shown->cookie, sizeof shown->cookie, "kenes-visitor=%s", visitor);
    (void)snprintf(shown->fields, sizeof shown->fields, "form-token=%s&once=%s",
        visitor, once);
}

static int sign_in(const struct shown *shown, const char *more)
{
    char body[512];
    (void)snprintf(body, sizeof body, "%s&%s", shown->fields, more);
    return post("/kk/sign-in", shown->cookie, body);
}

static bool says(const char *text)
{
    return strstr(buffer_text(&answer), text) != NULL;
}

static void who_signs_in_is_named_until_he_signs_out(void **state)
{
    (void)state;
    struct shown shown;
    char session[COOKIE_TOKEN_MAX];
    char token[COOKIE_TOKEN_MAX];
    char cookie[64];
    char body[160];
    form_open(&shown);
    assert_int_equal(
        sign_in(&shown, "name=hatshy&password=" PASSWORD_SENT), 303);
    assert_true(says("Location: /kk/\r\n"));
    token_after("Set-Cookie: kenes-session=", session);
    assert_true(says("HttpOnly; SameSite=Strict"));
    (void)snprintf(cookie, sizeof cookie, "kenes-session=%s", session);

    assert_int_equal(get("/kk/nothing", cookie), 404);
    assert_true(says("hatshy"));
    assert_true(says("Cache-Control: no-store"));
    token_after("name=\"form-token\" value=\"", token);

    /* A form of another session does not sign him out. */
    (void)snprintf(body, sizeof body, "%s", shown.fields);
    assert_int_equal(post("/kk/sign-out", cookie, body), 403);
    (void)snprintf(body, sizeof body, "form-token=%s&once=%s", token, token);
    assert_int_equal(post("/kk/sign-out", cookie, body), 303);
    assert_true(says("kenes-session=; "));

    /* The session is over, even with its cookie. */
    assert_int_equal(get("/kk/nothing", cookie), 404);
    assert_false(says("hatshy"));
}

static void a_wrong_password_keeps_the_name_and_not_the_password(void **state)
{
    (void)state;
    struct shown shown;
    form_open(&shown);
    assert_int_equal(
        sign_in(&shown, "name=hatshy&password=wrong-one-long"), 422);
    assert_true(says("value=\"hatshy\""));
    assert_false(says("wrong-one-long"));
    assert_true(says("role=\"alert\""));
    assert_false(says("kenes-session"));
}

static void empty_fields_are_named_at_their_place(void **state)
{
    (void)state;
    struct shown shown;
    form_open(&shown);
    assert_int_equal(sign_in(&shown, "name=&password="), 422);
    assert_true(says("<title>Қате: "));
    assert_true(says("<a href=\"#name\">"));
    assert_true(says("<a href=\"#password\">"));
    assert_true(says("id=\"name-problem\""));
}

static void after_signing_in_only_our_own_places_follow(void **state)
{
    (void)state;
    struct shown shown;
    form_open(&shown);
    assert_int_equal(sign_in(&shown, "next=%2Fru%2Fsittings%2F5&name=hatshy"
                                     "&password=" PASSWORD_SENT),
        303);
    assert_true(says("Location: /ru/sittings/5\r\n"));
    form_open(&shown);
    assert_int_equal(
        sign_in(&shown, "next=https%3A%2F%2Fevil.example%2F&name=hatshy"
                        "&password=" PASSWORD_SENT),
        303);
    assert_true(says("Location: /kk/\r\n"));
}

static void a_form_without_the_token_of_its_page_is_refused(void **state)
{
    (void)state;
    struct shown shown;
    form_open(&shown);
    char body[160];
    (void)snprintf(
        body, sizeof body, "%s&name=hatshy&password=x", shown.fields);
    assert_int_equal(post("/kk/sign-in", "", body), 403);
    assert_int_equal(
        post("/kk/sign-in", shown.cookie, "name=hatshy&password=x"), 403);
    body[11] = body[11] == '0' ? '1' : '0';
    assert_int_equal(post("/kk/sign-in", shown.cookie, body), 403);
}

static void an_undeclared_field_is_refused(void **state)
{
    (void)state;
    struct shown shown;
    form_open(&shown);
    assert_int_equal(sign_in(&shown, "name=hatshy&password=x&admin=1"), 400);
    assert_true(says("admin"));
}

static void a_place_that_only_takes_forms_says_so(void **state)
{
    (void)state;
    assert_int_equal(get("/kk/sign-out", ""), 405);
    assert_true(says("Allow: "));
}

static void broken_requests_are_turned_away(void **state)
{
    (void)state;
    static const char host[] = "Host: localhost\r\nConnection: close\r\n";
    struct {
        const char *line;
        const char *head;
        int status;
    } probes[] = {
        {"POST /kk/sign-in HTTP/1.1",
            FORM "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
                 "0\r\n\r\n",
            400},
        {"POST /kk/sign-in HTTP/1.1",
            FORM "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd", 400},
        {"POST /kk/sign-in HTTP/1.1",
            FORM "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411},
        {"POST /kk/sign-in HTTP/1.1", FORM "Content-Length: 262145\r\n\r\n",
            413},
        {"POST /kk/sign-in HTTP/1.1",
            "Content-Type: text/plain\r\nContent-Length: 1\r\n\r\na", 415},
        {"GET /kk/sign-in HTTP/1.1", "X\x01y: 1\r\n\r\n", 400},
        {"GET /kk/sign-in HTTP/1.1", "X: a\x01\r\n\r\n", 400},
        {"GET /kk/sign-in HTTP/1.1", "X : a\r\n\r\n", 400},
        {"GET /kk/sign-in HTTP/1.1", "Host: other\r\n\r\n", 400},
        {"GET /kk/../x HTTP/1.1", "\r\n", 400},
        {"GET /kk/%2e%2e/x HTTP/1.1", "\r\n", 404},
        {"BREW /kk/sign-in HTTP/1.1", "\r\n", 405},
    };
    for (size_t i = 0; i < sizeof probes / sizeof probes[0]; i++) {
        struct buffer request = BUFFER_EMPTY;
        buffer_add_format(
            &request, "%s\r\n%s%s", probes[i].line, host, probes[i].head);
        int status = send_bytes(request.data, request.length);
        buffer_finish(&request);
        if (status != probes[i].status) {
            fail_msg("probe %zu: %d, not %d", i, status, probes[i].status);
        }
    }
    assert_int_equal(get("/kk/sign-in", ""), 200);
}

static void a_connection_serves_many_requests(void **state)
{
    (void)state;
    static const char request[] =
        "GET /ru/sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n"
        "GET /en/sign-in HTTP/1.1\r\nHost: localhost\r\n"
        "Connection: close\r\n\r\n";
    assert_int_equal(send_bytes(request, sizeof request - 1), 200);
    assert_true(says("<html lang=\"ru\">"));
    assert_true(says("<html lang=\"en\">"));
}

/* Asks for the first page without a cookie; the connection stays. */
static int first_page(int connection, const char *known)
{
    char block[4096];
    char request[256];
    (void)snprintf(request, sizeof request,
        "GET /kk/ HTTP/1.1\r\nHost: localhost\r\n%s%s%s\r\n",
        known == NULL ? "" : "If-None-Match: ", known == NULL ? "" : known,
        known == NULL ? "" : "\r\n");
    assert_true(send(connection, request, strlen(request), MSG_NOSIGNAL) > 0);
    buffer_clear(&answer);
    for (size_t wanted = SIZE_MAX; answer.length < wanted;) {
        ssize_t got = recv(connection, block, sizeof block, 0);
        assert_true(got > 0);
        buffer_add(&answer, block, (size_t)got);
        const char *text = buffer_text(&answer);
        const char *end = strstr(text, "\r\n\r\n");
        const char *length = strstr(text, "Content-Length: ");
        if (end != NULL) {
            wanted = (size_t)(end - text) + 4 +
                     (length == NULL ? 0 : strtoul(length + 16, NULL, 10));
        }
    }
    return atoi(buffer_text(&answer) + strlen("HTTP/1.1 "));
}

static void a_page_is_the_same_until_something_is_recorded(void **state)
{
    (void)state;
    static const char *const offices[] = {"clerk"};
    struct error error = {.status = STATUS_OK};
    char mark[80] = "";
    int connection = connected();
    assert_int_equal(first_page(connection, NULL), 200);
    size_t length = answer.length;
    const char *found = strstr(buffer_text(&answer), "ETag: ");
    assert_non_null(found);
    (void)snprintf(mark, sizeof mark, "%.*s",
        (int)strcspn(found + 6, "\r"), found + 6);
    assert_int_equal(first_page(connection, "\"another\""), 200);
    assert_int_equal(answer.length, length);
    assert_int_equal(first_page(connection, mark), 304);
    assert_int_equal(clerk_account_add(clerk, "other", PASSWORD, offices, 1, 0,
                         LANGUAGE_KK, &error),
        STATUS_OK);
    assert_int_equal(first_page(connection, mark), 200);
    assert_int_equal(first_page(connection, mark), 304);
    (void)close(connection);
}

static void who_brings_a_cookie_gets_a_page_of_his_own(void **state)
{
    (void)state;
    int connection = connected();
    assert_int_equal(first_page(connection, NULL), 200);
    assert_non_null(strstr(buffer_text(&answer), "ETag: "));
    assert_int_equal(get("/kk/", "kenes-visitor=0"), 200);
    assert_null(strstr(buffer_text(&answer), "ETag: "));
    (void)close(connection);
}

static void an_address_in_use_is_an_error(void **state)
{
    (void)state;
    struct server *second = NULL;
    struct error error = {.status = STATUS_OK};
    assert_int_equal(
        server_start(clerk, "127.0.0.1", server_port(server), &second, &error),
        STATUS_UNAVAILABLE);
    assert_null(second);
    assert_string_equal(error.message.key, "error.web-listen");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_signs_in_is_named_until_he_signs_out),
        cmocka_unit_test(a_wrong_password_keeps_the_name_and_not_the_password),
        cmocka_unit_test(empty_fields_are_named_at_their_place),
        cmocka_unit_test(after_signing_in_only_our_own_places_follow),
        cmocka_unit_test(a_form_without_the_token_of_its_page_is_refused),
        cmocka_unit_test(an_undeclared_field_is_refused),
        cmocka_unit_test(a_place_that_only_takes_forms_says_so),
        cmocka_unit_test(broken_requests_are_turned_away),
        cmocka_unit_test(a_connection_serves_many_requests),
        cmocka_unit_test(a_page_is_the_same_until_something_is_recorded),
        cmocka_unit_test(who_brings_a_cookie_gets_a_page_of_his_own),
        cmocka_unit_test(an_address_in_use_is_an_error),
    };
    return cmocka_run_group_tests(tests, server_begin, server_end);
}
