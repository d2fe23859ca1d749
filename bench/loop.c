/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The bare loop.
 */
#include "loop.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "clerk/clerk.h"

enum { CONNECTIONS = 256, ROOM = 4096, EVENTS = 64, NONE = -1 };

/* What an event of the loop is of, beside the number of a connection. */
enum { OF_LISTENER = CONNECTIONS, OF_STOP, OF_RECORDED };

struct connection {
    struct state *state;
    int socket;
    int next; /* of those whose votes are recorded */
    size_t length;
    char room[ROOM];
};

struct state {
    const struct loop *loop;
    int epoll;
    int listener;
    struct clerk *clerk;
    struct clerk_account account;
    pthread_mutex_t lock;
    int recorded; /* the last of those recorded; NONE */
    int wake;
    bool has_ended;
    struct connection connections[CONNECTIONS];
    size_t count;
};

static bool listen_start(struct state *state, uint16_t *port);
static void watch(const struct state *state, int descriptor, uint64_t of);
static void take(struct state *state);
static void hear(struct state *state, int number);
static void vote(struct state *state, int number);
static void recorded(void *context, const struct clerk_answer *answer);
static void answer_recorded(struct state *state);
static void answer(const struct state *state, int number);

bool loop_serve(const struct serving_ends *ends, void *context)
{
    static struct state state;
    struct error error = {0};
    uint16_t port = 0;
    state = (struct state){.loop = context,
        .epoll = epoll_create1(0),
        .recorded = NONE,
        .account = {.id = 1, .name = "clerk", .offices = {"clerk"},
            .offices_count = 1}};
    struct clerk_clock clock = {.fixed = state.loop->now};
    (void)pthread_mutex_init(&state.lock, NULL);
    if (!listen_start(&state, &port) ||
        (state.loop->dir != NULL &&
            clerk_open(state.loop->dir, NULL, &clock, &state.clerk, &error) !=
                STATUS_OK)) {
        return false;
    }
    state.wake = eventfd(0, 0);
    watch(&state, state.wake, OF_RECORDED);
    watch(&state, state.listener, OF_LISTENER);
    watch(&state, ends->stop, OF_STOP);
    serving_ready(ends, port);
    while (!state.has_ended) {
        struct epoll_event events[EVENTS];
        int count = epoll_wait(state.epoll, events, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            switch ((int)events[i].data.u64) {
            case OF_LISTENER:
                take(&state);
                break;
            case OF_STOP:
                state.has_ended = true;
                break;
            case OF_RECORDED:
                answer_recorded(&state);
                break;
            default:
                hear(&state, (int)events[i].data.u64);
                break;
            }
        }
    }
    clerk_close(state.clerk);
    return true;
}

static bool listen_start(struct state *state, uint16_t *port)
{
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    state->listener = socket(AF_INET, SOCK_STREAM, 0);
    bool is_listening = state->listener >= 0 &&
        bind(state->listener, (const struct sockaddr *)&address, length) == 0 &&
        listen(state->listener, CONNECTIONS) == 0 &&
        getsockname(state->listener, (struct sockaddr *)&address, &length) == 0;
    *port = ntohs(address.sin_port);
    return is_listening;
}

static void watch(const struct state *state, int descriptor, uint64_t of)
{
    struct epoll_event event = {.events = EPOLLIN, .data.u64 = of};
    (void)epoll_ctl(state->epoll, EPOLL_CTL_ADD, descriptor, &event);
}

static void take(struct state *state)
{
    int on = 1;
    int socket = accept(state->listener, NULL, NULL);
    if (socket < 0 || state->count == CONNECTIONS) {
        return;
    }
    (void)setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    struct connection *connection = &state->connections[state->count];
    connection->socket = socket;
    connection->state = state;
    watch(state, socket, state->count++);
}

/* A head, and as much of a body as it says. */
static bool is_whole(const struct connection *connection)
{
    static const char name[] = "Content-Length: ";
    const char *end = strstr(connection->room, "\r\n\r\n");
    if (end == NULL) {
        return false;
    }
    const char *length = strstr(connection->room, name);
    size_t body = length == NULL || length > end
        ? 0
        : strtoul(length + sizeof name - 1, NULL, 10);
    return connection->length >= (size_t)(end - connection->room) + 4 + body;
}

static void hear(struct state *state, int number)
{
    struct connection *connection = &state->connections[number];
    ssize_t length = recv(connection->socket,
        connection->room + connection->length, ROOM - 1 - connection->length,
        0);
    if (length <= 0) {
        (void)close(connection->socket);
        return;
    }
    connection->length += (size_t)length;
    connection->room[connection->length] = '\0';
    if (!is_whole(connection)) {
        return;
    }
    if (state->clerk == NULL) {
        answer(state, number);
    } else {
        vote(state, number);
    }
    connection->length = 0;
}

/* The act that the form makes, for the same writer. */
static void vote(struct state *state, int number)
{
    struct connection *connection = &state->connections[number];
    const char *person = strstr(connection->room, "person=");
    const char *once = strstr(connection->room, "once=");
    struct arena *arena = arena_create();
    struct json *body = json_object(arena);
    json_put_integer(body, "item", 1);
    json_put_integer(body, "resident",
        strtoll(person + strlen("person="), NULL, 10));
    json_put_text(body, "choice", "for");
    struct act act = {
        .kind = ACT_VOTE,
        .proceeding = 1,
        .actor = "secretary",
        .token = arena_text_n(
            arena, once + strlen("once="), CLERK_TOKEN_MAX - 1),
        .body = body,
    };
    clerk_submit(state->clerk, &state->account, &act, recorded, connection);
    arena_destroy(arena);
}

/* On the clerk's thread. */
static void recorded(void *context, const struct clerk_answer *answered)
{
    struct connection *connection = context;
    struct state *state = connection->state;
    if (answered->status != STATUS_OK) {
        (void)fprintf(stderr, "%s\n",
            answered->status == STATUS_REFUSED
                ? answered->refusal.reason.key
                : answered->error.message.key);
        abort();
    }
    (void)pthread_mutex_lock(&state->lock);
    bool is_first = state->recorded == NONE;
    connection->next = state->recorded;
    state->recorded = (int)(connection - state->connections);
    (void)pthread_mutex_unlock(&state->lock);
    if (is_first) {
        (void)eventfd_write(state->wake, 1);
    }
}

static void answer_recorded(struct state *state)
{
    eventfd_t times = 0;
    (void)eventfd_read(state->wake, &times);
    (void)pthread_mutex_lock(&state->lock);
    int number = state->recorded;
    state->recorded = NONE;
    (void)pthread_mutex_unlock(&state->lock);
    while (number != NONE) {
        int next = state->connections[number].next;
        answer(state, number);
        number = next;
    }
}

static void answer(const struct state *state, int number)
{
    struct bytes bytes = state->loop->answer;
    const unsigned char *at = (const unsigned char *)bytes.data;
    size_t left = bytes.length;
    while (left > 0) {
        ssize_t length = send(state->connections[number].socket, at, left,
            MSG_NOSIGNAL);
        if (length <= 0) {
            return;
        }
        at += length;
        left -= (size_t)length;
    }
}
