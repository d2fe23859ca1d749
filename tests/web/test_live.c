/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Counts of a sitting that follow it, over real connections.
 */
#include "site.h"
#include "web/server.h"

#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/buffer.h"
#include "test.h"
#include "web/limits.h"

static struct site site;
static struct server *server;
static struct buffer heard;

/* Called, notified; it is the day, and nobody has come. */
static int begin(void **state)
{
    (void)state;
    struct error error = {.status = STATUS_OK};
    site_setup(&site);
    site_act(&site, "akim",
        "{'act':'open','actor':'rural-akim','procedure':'gathering'}");
    site_act(&site, "akim",
        "{'act':'call','actor':'rural-akim','proceeding':1,"
        "'day':'2026-03-14','time':'11:00','place':'Клуб','items':"
        "[{'matter':'community-tasks','title':'Жол жөндеу'}]}");
    site_act(&site, "akim",
        "{'act':'notify','actor':'rural-akim','proceeding':1,"
        "'ways':['mass-media'],'evidence':'газет'}");
    site_now(&site, "2026-03-14T11:05:00+05:00");
    assert_int_equal(
        server_start(site.clerk, "127.0.0.1", 0, &server, &error), STATUS_OK);
    return 0;
}

static int end(void **state)
{
    (void)state;
    server_stop(server);
    buffer_finish(&heard);
    site_teardown(&site);
    return 0;
}

/* Asks for `path`; what is not heard within five seconds fails. */
static int ask(const char *path)
{
    int connection = socket(AF_INET, SOCK_STREAM, 0);
    struct timeval patience = {.tv_sec = 5};
    struct sockaddr_in address = {.sin_family = AF_INET,
        .sin_port = htons(server_port(server)),
        .sin_addr = {htonl(INADDR_LOOPBACK)}};
    char request[160];
    assert_true(connection >= 0);
    (void)setsockopt(
        connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    assert_int_equal(
        connect(connection, (struct sockaddr *)&address, sizeof address), 0);
    (void)snprintf(request, sizeof request,
        "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n", path);
    assert_int_equal(
        send(connection, request, strlen(request), MSG_NOSIGNAL),
        (ssize_t)strlen(request));
    return connection;
}

/* Reads on until `text` was heard; false where the server closes first. */
static bool hears(int connection, const char *text)
{
    char block[1024];
    buffer_clear(&heard);
    while (strstr(buffer_text(&heard), text) == NULL) {
        ssize_t got = recv(connection, block, sizeof block, 0);
        if (got < 0) {
            fail_msg("%s: not heard in \"%s\"", text, buffer_text(&heard));
        }
        if (got == 0) {
            return false;
        }
        buffer_add(&heard, block, (size_t)got);
    }
    return true;
}

static void arrive(const char *residents)
{
    char act[256];
    (void)snprintf(act, sizeof act,
        "{'act':'arrive','actor':'rural-akim','proceeding':1,"
        "'evidence':'тізім','residents':[%s]}",
        residents);
    site_act(&site, "clerk", act);
}

static void a_stream_tells_the_counts_as_they_change(void **state)
{
    (void)state;
    int connection = ask("/en/sittings/1/events");
    assert_true(hears(connection, "Present: 0, needed: 4"));
    assert_non_null(
        strstr(buffer_text(&heard), "Content-Type: text/event-stream"));
    arrive("1,2,3");
    assert_true(hears(connection, "Present: 3, needed: 4"));
    assert_non_null(
        strstr(buffer_text(&heard), "No quorum: 1 more person is needed"));
    arrive("4");
    assert_true(hears(connection, "There is a quorum"));
    (void)close(connection);
}

static void an_open_vote_is_told_by_its_numbers_and_nobody_by_name(
    void **state)
{
    (void)state;
    static const char *const acts[] = {
        "{'act':'open-sitting','actor':'rural-akim','proceeding':1,"
        "'evidence':'хаттама'}",
        "{'act':'elect','actor':'rural-akim','proceeding':1,'office':'chair',"
        "'resident':1,'for':4,'against':0,'abstain':0,'evidence':'хаттама'}",
        "{'act':'elect','actor':'chair','proceeding':1,'office':'secretary',"
        "'resident':2,'for':4,'against':0,'abstain':0,'evidence':'хаттама'}",
        "{'act':'approve-agenda','actor':'chair','proceeding':1,'for':4,"
        "'against':0,'abstain':0}",
        "{'act':'speak','actor':'secretary','proceeding':1,'item':1}",
        "{'act':'put','actor':'chair','proceeding':1,'item':1,"
        "'form':'by-name'}"};
    arrive("1,2,3,4");
    int connection = ask("/ru/sittings/1/events");
    assert_true(hears(connection, "\"vote\":\"\""));
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
        site_act(&site, "clerk", acts[i]);
    }
    assert_true(hears(connection, "за 0, против 0, воздержались 0"));
    site_act(&site, "clerk",
        "{'act':'vote','actor':'secretary','proceeding':1,'item':1,"
        "'resident':3,'choice':'against'}");
    assert_true(hears(connection, "за 0, против 1, воздержались 0"));
    assert_null(strstr(buffer_text(&heard), "Тұрғын"));
    assert_null(strstr(buffer_text(&heard), "voter"));
    (void)close(connection);
}

static void a_sitting_that_is_over_is_followed_by_nobody(void **state)
{
    (void)state;
    int connection = ask("/kk/sittings/2/events");
    assert_true(hears(connection, "HTTP/1.1 404"));
    (void)close(connection);
    site_act(&site, "akim",
        "{'act':'open','actor':'rural-akim','procedure':'gathering'}");
    connection = ask("/kk/sittings/2/events");
    assert_true(hears(connection, "HTTP/1.1 204"));
    (void)close(connection);
}

static void one_stream_past_the_limit_is_turned_away_with_a_word(void **state)
{
    (void)state;
    static int connections[LIMITS_STREAMS_MAX];
    for (size_t i = 0; i < LIMITS_STREAMS_MAX; i++) {
        connections[i] = ask("/en/sittings/1/events");
        assert_true(hears(connections[i], "data: "));
    }
    int late = ask("/en/sittings/1/events");
    assert_true(hears(late, "Too many are following the counts"));
    assert_non_null(strstr(buffer_text(&heard), "HTTP/1.1 503"));
    (void)close(late);
    /* All others still follow, and pages are answered beside them. */
    late = ask("/en/sittings/1");
    assert_true(hears(late, "</html>"));
    (void)close(late);
    arrive("1,2");
    for (size_t i = 0; i < LIMITS_STREAMS_MAX; i++) {
        assert_true(hears(connections[i], "Present: 2"));
        (void)close(connections[i]);
    }
}

static void a_server_that_stops_ends_its_streams(void **state)
{
    (void)state;
    int connection = ask("/en/sittings/1/events");
    assert_true(hears(connection, "data: "));
    server_stop(server);
    server = NULL;
    assert_false(hears(connection, "Present: 40"));
    (void)close(connection);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_stream_tells_the_counts_as_they_change, begin, end),
        cmocka_unit_test_setup_teardown(
            an_open_vote_is_told_by_its_numbers_and_nobody_by_name, begin,
            end),
        cmocka_unit_test_setup_teardown(
            a_sitting_that_is_over_is_followed_by_nobody, begin, end),
        cmocka_unit_test_setup_teardown(
            one_stream_past_the_limit_is_turned_away_with_a_word, begin, end),
        cmocka_unit_test_setup_teardown(
            a_server_that_stops_ends_its_streams, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
