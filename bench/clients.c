/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * One thread; every answer is followed by the next request.
 */
#include "clients.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/heap.h"
#include "gauge.h"

enum { ROOM = 65536, EVENTS = 64 };

struct client {
    int socket;
    size_t index;  /* of the request under way */
    double begun;
    struct buffer request;
    struct buffer answer;
};

struct crowd {
    const struct clients *plan;
    struct client *clients;
    int epoll;
    size_t sent;
    size_t answered;
    bool has_failed;
};

static bool client_open(struct crowd *crowd, size_t number);
static void client_ask(struct crowd *crowd, size_t number);
static void client_hear(struct crowd *crowd, size_t number);
static void failed(struct crowd *crowd, const char *why, const char *what);

bool clients_run(const struct clients *clients, double *seconds)
{
    struct crowd crowd = {.plan = clients,
        .clients = heap_take(clients->clients * sizeof *crowd.clients),
        .epoll = epoll_create1(0)};
    for (size_t i = 0; i < clients->clients; i++) {
        crowd.clients[i] = (struct client){.socket = -1};
    }
    for (size_t i = 0; i < clients->clients && !crowd.has_failed; i++) {
        if (!client_open(&crowd, i)) {
            failed(&crowd, "connect", strerror(errno));
        }
    }
    double begun = gauge_wall();
    for (size_t i = 0; i < clients->clients && !crowd.has_failed; i++) {
        client_ask(&crowd, i);
    }
    while (crowd.answered < clients->requests && !crowd.has_failed) {
        struct epoll_event events[EVENTS];
        int count = epoll_wait(crowd.epoll, events, EVENTS, -1);
        for (int i = 0; i < count && !crowd.has_failed; i++) {
            client_hear(&crowd, (size_t)events[i].data.u64);
        }
    }
    *seconds = gauge_wall() - begun;
    for (size_t i = 0; i < clients->clients; i++) {
        if (crowd.clients[i].socket >= 0) {
            (void)close(crowd.clients[i].socket);
        }
        buffer_finish(&crowd.clients[i].request);
        buffer_finish(&crowd.clients[i].answer);
    }
    (void)close(crowd.epoll);
    free(crowd.clients);
    return !crowd.has_failed;
}

static void failed(struct crowd *crowd, const char *why, const char *what)
{
    (void)fprintf(stderr, "%s: %s\n", why, what);
    crowd->has_failed = true;
}

static bool client_open(struct crowd *crowd, size_t number)
{
    struct client *client = &crowd->clients[number];
    struct sockaddr_in address = {.sin_family = AF_INET,
        .sin_port = htons(crowd->plan->port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct epoll_event event = {
        .events = EPOLLIN, .data.u64 = (uint64_t)number};
    int on = 1;
    client->socket = socket(AF_INET, SOCK_STREAM, 0);
    return client->socket >= 0 &&
        connect(client->socket, (const struct sockaddr *)&address,
            sizeof address) == 0 &&
        setsockopt(client->socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) ==
            0 &&
        epoll_ctl(crowd->epoll, EPOLL_CTL_ADD, client->socket, &event) == 0;
}

static void client_ask(struct crowd *crowd, size_t number)
{
    struct client *client = &crowd->clients[number];
    if (crowd->sent == crowd->plan->requests) {
        return;
    }
    client->index = crowd->sent++;
    buffer_clear(&client->request);
    buffer_clear(&client->answer);
    crowd->plan->write(
        crowd->plan->context, client->index, number, &client->request);
    client->begun = gauge_wall();
    ssize_t length = send(client->socket, client->request.data,
        client->request.length, MSG_NOSIGNAL);
    if (length != (ssize_t)client->request.length) {
        failed(crowd, "send", strerror(errno));
    }
}

/* How long the whole answer is; 0: not known yet. */
static size_t answer_length(const char *text)
{
    static const char name[] = "\r\nContent-Length: ";
    const char *end = strstr(text, "\r\n\r\n");
    if (end == NULL) {
        return 0;
    }
    const char *found = strstr(text, name);
    size_t body = found == NULL || found > end
        ? 0
        : strtoul(found + sizeof name - 1, NULL, 10);
    return (size_t)(end - text) + 4 + body;
}

static void client_hear(struct crowd *crowd, size_t number)
{
    static char room[ROOM];
    struct client *client = &crowd->clients[number];
    const struct clients *plan = crowd->plan;
    ssize_t length = recv(client->socket, room, sizeof room, 0);
    if (length <= 0) {
        failed(crowd, "closed", buffer_text(&client->answer));
        return;
    }
    buffer_add(&client->answer, room, (size_t)length);
    const char *text = buffer_text(&client->answer);
    size_t wanted = answer_length(text);
    if (wanted == 0 || client->answer.length < wanted) {
        return;
    }
    if (strtoul(text + strlen("HTTP/1.1 "), NULL, 10) != plan->status) {
        (void)fprintf(stderr, "%.*s: %.*s\n",
            (int)strcspn(buffer_text(&client->request), "\r"),
            buffer_text(&client->request), (int)strcspn(text, "\r"), text);
        crowd->has_failed = true;
        return;
    }
    if (plan->delays != NULL) {
        plan->delays[client->index] = gauge_wall() - client->begun;
    }
    if (plan->example != NULL && crowd->answered + 1 == plan->requests) {
        buffer_add(plan->example, client->answer.data, client->answer.length);
    }
    crowd->answered++;
    client_ask(crowd, number);
}
