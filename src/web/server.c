/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The HTTP server.
 *
 * A request lives in a struct exchange:
 *
 *   started -> (body) -> asked -> answered
 *                          |  ^
 *                          v  |
 *                        asleep: with a worker, or with the clerk
 *
 * While it is asleep the connection is suspended and another thread holds the
 * exchange; it is suspended before it is handed over, for the answer may come
 * at once.
 */
#include "web/server.h"

#include <assert.h>
#include <microhttpd.h>
#include <netdb.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/heap.h"
#include "base/log.h"
#include "web/desk.h"
#include "web/gate.h"
#include "web/limits.h"
#include "web/live.h"
#include "web/study.h"
#include "web/visit.h"
#include "web/worker.h"

struct server {
    struct MHD_Daemon *daemon;
    struct clerk *clerk;
    struct arena *arena; /* of the site */
    struct request_site site;
    struct worker *worker; /* for what is slow */
    struct worker *press;  /* for what is printed */
    struct live *live;     /* counts of sittings under way */
    struct desk desk;      /* of each thread */
    pthread_mutex_t mutex;
    pthread_cond_t idle;
    size_t exchanges; /* running */
};

enum exchange_state {
    EXCHANGE_STARTED,
    EXCHANGE_BODY,    /* its form is coming in */
    EXCHANGE_WORKED,  /* the worker has called the page */
    EXCHANGE_DECIDED, /* the clerk has decided its act */
    EXCHANGE_ANSWERED
};

struct exchange {
    struct server *server;
    struct MHD_Connection *connection;
    struct arena *arena;
    const char *target;
    enum exchange_state state;
    struct gate_body expected;
    struct buffer body;
    struct visit visit;
    struct clerk_answer answer;
    bool is_for_all;            /* no cookie, no query: one page for all */
    struct shelf_state made_of; /* what that page is made of */
};

static void site_read(struct server *server);
static enum status daemon_start(struct server *server, const char *host,
    uint16_t port, struct error *error);
static struct MHD_Daemon *daemon_at(
    struct server *server, const struct addrinfo *address, uint16_t port);
static void *exchange_begin(
    void *context, const char *uri, struct MHD_Connection *connection);
static void exchange_end(void *context, struct MHD_Connection *connection,
    void **slot, enum MHD_RequestTerminationCode code);
static size_t unescape_none(
    void *context, struct MHD_Connection *connection, char *text);
static enum MHD_Result handle(void *context, struct MHD_Connection *connection,
    const char *url, const char *method, const char *version, const char *data,
    size_t *length, void **slot);
static void turn_away(
    struct exchange *exchange, unsigned status, const char *why);
static enum MHD_Result head_check(
    struct exchange *exchange, const char *method, const char *version);
static enum MHD_Result open_visit(
    struct exchange *exchange, const char *method);
static enum MHD_Result asked(struct exchange *exchange);
static enum MHD_Result decided_answer(struct exchange *exchange);
static enum MHD_Result answer(struct exchange *exchange);
static void work(void *context, void *job);
static enum MHD_Result shown_again(
    struct exchange *exchange, const struct shelf_page *page);
static bool is_to_be_kept(
    const struct exchange *exchange, struct shelf_page *page);

enum status server_start(struct clerk *clerk, const char *host, uint16_t port,
    struct server **server, struct error *error)
{
    assert(clerk != NULL && host != NULL);
    struct server *started = heap_take(sizeof *started);
    started->clerk = clerk;
    started->arena = arena_create();
    (void)pthread_mutex_init(&started->mutex, NULL);
    (void)pthread_cond_init(&started->idle, NULL);
    desk_init(&started->desk, clerk);
    site_read(started);
    started->site.study = study_create();
    started->worker = worker_create(work, started);
    started->press = worker_create(work, started);
    started->live = live_create(clerk);
    enum status status = daemon_start(started, host, port, error);
    if (status != STATUS_OK) {
        server_stop(started);
        return status;
    }
    *server = started;
    return STATUS_OK;
}

uint16_t server_port(const struct server *server)
{
    const union MHD_DaemonInfo *info =
        MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT);
    assert(info != NULL);
    return info->port;
}

void server_stop(struct server *server)
{
    if (server == NULL) {
        return;
    }
    live_end(server->live);
    if (server->daemon != NULL) {
        int listening = (int)MHD_quiesce_daemon(server->daemon);
        struct timespec until;
        (void)clock_gettime(CLOCK_REALTIME, &until);
        until.tv_sec += LIMITS_STOP_SECONDS;
        (void)pthread_mutex_lock(&server->mutex);
        while (server->exchanges > 0 && pthread_cond_timedwait(&server->idle,
                                            &server->mutex, &until) == 0) {
        }
        (void)pthread_mutex_unlock(&server->mutex);
        MHD_stop_daemon(server->daemon);
        if (listening >= 0) {
            (void)close(listening);
        }
    }
    worker_destroy(server->worker);
    worker_destroy(server->press);
    live_destroy(server->live);
    desk_close(&server->desk);
    (void)pthread_cond_destroy(&server->idle);
    (void)pthread_mutex_destroy(&server->mutex);
    study_destroy(server->site.study);
    arena_destroy(server->arena);
    free(server);
}

/* ---- the daemon --------------------------------------------------------- */

/* The community's names; they do not change once it is founded. */
static void site_read(struct server *server)
{
    struct community community;
    struct error error = {.status = STATUS_OK};
    struct store_reader *reader = desk_reader(&server->desk);
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        server->site.community[i] = "";
    }
    if (reader == NULL ||
        store_community(reader, server->arena, &community, &error) !=
            STATUS_OK ||
        community.unit == NULL) {
        return;
    }
    server->site.is_demonstration = community.demonstration;
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        struct buffer name = BUFFER_EMPTY;
        territory_say(community.unit, (enum language)i, &name);
        server->site.community[i] =
            arena_text(server->arena, buffer_text(&name));
        buffer_finish(&name);
    }
}

static enum status daemon_start(
    struct server *server, const char *host, uint16_t port, struct error *error)
{
    struct addrinfo hints = {
        .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM};
    struct addrinfo *addresses = NULL;
    char service[8];
    (void)snprintf(service, sizeof service, "%u", (unsigned)port);
    if (getaddrinfo(host, service, &hints, &addresses) == 0) {
        for (const struct addrinfo *at = addresses;
             at != NULL && server->daemon == NULL; at = at->ai_next) {
            server->daemon = daemon_at(server, at, port);
        }
        freeaddrinfo(addresses);
    }
    if (server->daemon == NULL) {
        (void)error_set(error, STATUS_UNAVAILABLE, "error.web-listen");
        (void)message_text(&error->message, "host", host);
        (void)message_text(&error->message, "port", service);
        return STATUS_UNAVAILABLE;
    }
    return STATUS_OK;
}

static struct MHD_Daemon *daemon_at(
    struct server *server, const struct addrinfo *address, uint16_t port)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME |
                     (address->ai_family == AF_INET6 ? MHD_USE_IPv6 : 0U);
    /* clang-format off: an option a line */
    return MHD_start_daemon(flags, port, NULL, NULL, handle, server,
        MHD_OPTION_SOCK_ADDR, address->ai_addr, MHD_OPTION_THREAD_POOL_SIZE,
        cores < 2 ? 2U : (unsigned)cores, MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_CONNECTION_LIMIT, (unsigned)LIMITS_CONNECTIONS_MAX,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)LIMITS_IDLE_SECONDS,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)LIMITS_HEADERS_BYTES,
        MHD_OPTION_URI_LOG_CALLBACK, exchange_begin, server,
        MHD_OPTION_UNESCAPE_CALLBACK, unescape_none, NULL,
        MHD_OPTION_NOTIFY_COMPLETED, exchange_end, server, MHD_OPTION_END);
    /* clang-format on */
}

/* Paths are compared as they came; nothing in ours needs an escape. */
static size_t unescape_none(
    void *context, struct MHD_Connection *connection, char *text)
{
    (void)context;
    (void)connection;
    return strlen(text);
}

/* ---- a request ---------------------------------------------------------- */

static void *exchange_begin(
    void *context, const char *uri, struct MHD_Connection *connection)
{
    struct server *server = context;
    struct exchange *exchange = heap_take(sizeof *exchange);
    exchange->server = server;
    exchange->connection = connection;
    exchange->arena = arena_create();
    exchange->target = arena_text(exchange->arena, uri);
    (void)pthread_mutex_lock(&server->mutex);
    server->exchanges++;
    (void)pthread_mutex_unlock(&server->mutex);
    return exchange;
}

static void exchange_end(void *context, struct MHD_Connection *connection,
    void **slot, enum MHD_RequestTerminationCode code)
{
    struct server *server = context;
    struct exchange *exchange = *slot;
    (void)connection;
    (void)code;
    if (exchange == NULL) {
        return;
    }
    *slot = NULL;
    visit_finish(&exchange->visit);
    buffer_finish(&exchange->body);
    arena_destroy(exchange->arena);
    free(exchange);
    (void)pthread_mutex_lock(&server->mutex);
    server->exchanges--;
    if (server->exchanges == 0) {
        (void)pthread_cond_signal(&server->idle);
    }
    (void)pthread_mutex_unlock(&server->mutex);
}

static enum MHD_Result handle(void *context, struct MHD_Connection *connection,
    const char *url, const char *method, const char *version, const char *data,
    size_t *length, void **slot)
{
    struct exchange *exchange = *slot;
    (void)context;
    (void)connection;
    (void)url;
    switch (exchange->state) {
    case EXCHANGE_STARTED:
        return head_check(exchange, method, version);
    case EXCHANGE_BODY:
        if (*length == 0) {
            return open_visit(exchange, method);
        }
        if (exchange->body.length + *length > exchange->expected.length) {
            return MHD_NO;
        }
        buffer_add(&exchange->body, data, *length);
        *length = 0;
        return MHD_YES;
    case EXCHANGE_WORKED:
        return asked(exchange);
    case EXCHANGE_DECIDED:
        return decided_answer(exchange);
    case EXCHANGE_ANSWERED:
        break;
    }
    return MHD_NO;
}

struct headers {
    struct gate_header list[LIMITS_HEADERS_MAX + 1];
    size_t count;
};

static enum MHD_Result header_take(void *context, enum MHD_ValueKind kind,
    const char *name, size_t name_length, const char *value,
    size_t value_length)
{
    struct headers *headers = context;
    (void)kind;
    if (headers->count > LIMITS_HEADERS_MAX) {
        return MHD_NO;
    }
    headers->list[headers->count++] = (struct gate_header){
        name, name_length, value == NULL ? "" : value, value_length};
    return MHD_YES;
}

static void turn_away(
    struct exchange *exchange, unsigned status, const char *why)
{
    visit_turn_away(&exchange->visit, exchange->target, status, why,
        &exchange->server->site, exchange->arena);
}

static enum MHD_Result head_check(
    struct exchange *exchange, const char *method, const char *version)
{
    struct headers headers = {.count = 0};
    (void)MHD_get_connection_values_n(
        exchange->connection, MHD_HEADER_KIND, header_take, &headers);
    struct gate_head head = {
        method, exchange->target, version, headers.list, headers.count};
    unsigned status = gate_check(&head, &exchange->expected);
    if (status != 0) {
        turn_away(exchange, status, NULL);
        return answer(exchange);
    }
    exchange->state = EXCHANGE_BODY;
    return MHD_YES;
}

static enum MHD_Result open_visit(struct exchange *exchange, const char *method)
{
    struct server *server = exchange->server;
    struct visit *visit = &exchange->visit;
    struct visit_input input = {
        .method = strcmp(method, "POST") == 0 ? REQUEST_POST : REQUEST_GET,
        .target = exchange->target,
        .cookies = MHD_lookup_connection_value(
            exchange->connection, MHD_HEADER_KIND, "Cookie"),
        .body = buffer_bytes(&exchange->body),
    };
    exchange->is_for_all = input.method == REQUEST_GET &&
                           input.cookies == NULL &&
                           strchr(exchange->target, '?') == NULL &&
                           shelf_state_read(&exchange->made_of, server->clerk,
                               desk_reader(&server->desk));
    if (exchange->is_for_all) {
        const struct shelf_page *page = shelf_find(
            desk_shelf(&server->desk), exchange->target, &exchange->made_of);
        if (page != NULL) {
            return shown_again(exchange, page);
        }
    }
    if (!visit_open(
            visit, &input, server->clerk, &server->site, exchange->arena)) {
        return answer(exchange);
    }
    if (visit->row->pace == ROUTES_QUICK) {
        struct store_reader *reader = desk_reader(&server->desk);
        if (reader == NULL) {
            turn_away(exchange, 503, NULL);
            return answer(exchange);
        }
        visit_ask(visit, reader);
        return asked(exchange);
    }
    exchange->state = EXCHANGE_WORKED;
    MHD_suspend_connection(exchange->connection);
    if (!worker_push(
            visit->row->pace == ROUTES_PRINT ? server->press : server->worker,
            exchange)) {
        turn_away(exchange, 503, "error.web-busy");
        MHD_resume_connection(exchange->connection);
    }
    return MHD_YES;
}

/* On a worker's thread. */
static void work(void *context, void *job)
{
    struct server *server = context;
    struct exchange *exchange = job;
    struct store_reader *reader = desk_reader(&server->desk);
    if (reader == NULL) {
        turn_away(exchange, 503, NULL);
    } else {
        visit_ask(&exchange->visit, reader);
    }
    MHD_resume_connection(exchange->connection);
}

/* On the clerk's thread, once the act is decided. */
static void decided(void *context, const struct clerk_answer *clerk_answer)
{
    struct exchange *exchange = context;
    exchange->answer = *clerk_answer;
    live_wake(exchange->server->live);
    MHD_resume_connection(exchange->connection);
}

/* The page was called: it has answered, or wants an act decided. */
static enum MHD_Result asked(struct exchange *exchange)
{
    const struct visit *visit = &exchange->visit;
    if (visit->response.act == NULL) {
        return answer(exchange);
    }
    exchange->state = EXCHANGE_DECIDED;
    MHD_suspend_connection(exchange->connection);
    clerk_submit(exchange->server->clerk, visit->request.account,
        visit->response.act, decided, exchange);
    return MHD_YES;
}

/* The act is decided; sent once more, it would get the same receipt. */
static enum MHD_Result decided_answer(struct exchange *exchange)
{
    struct store_reader *reader = desk_reader(&exchange->server->desk);
    if (reader == NULL) {
        turn_away(exchange, 503, NULL);
    } else {
        visit_answer(&exchange->visit, reader, &exchange->answer);
    }
    return answer(exchange);
}

/* ---- the answer --------------------------------------------------------- */

static void header_add(void *context, const char *name, const char *value)
{
    (void)MHD_add_response_header(context, name, value);
}

/* NULL where there is no memory, or no room for a stream. */
static struct MHD_Response *made(struct exchange *exchange)
{
    struct response *response = &exchange->visit.response;
    const struct request *request = &exchange->visit.request;
    if (response->stream != 0) {
        return live_open(exchange->server->live, exchange->connection,
            request->target.language, response->stream,
            buffer_bytes(&response->body));
    }
    if (response->fixed.data != NULL) {
        struct MHD_IoVec whole = {response->fixed.data, response->fixed.length};
        return MHD_create_response_from_iovec(&whole, 1, NULL, NULL);
    }
    struct MHD_Response *sent = MHD_create_response_from_buffer(
        response->body.length, response->body.data, MHD_RESPMEM_MUST_FREE);
    if (sent != NULL) {
        response->body = (struct buffer)BUFFER_EMPTY;
    }
    return sent;
}

static enum MHD_Result answer(struct exchange *exchange)
{
    struct response *response = &exchange->visit.response;
    visit_close(&exchange->visit);
    if (response->status >= 500) {
        log_line(LOG_LEVEL_ERROR, exchange->visit.request.now, "web: %u at %s",
            response->status,
            url_pattern(exchange->visit.request.target.place));
    }
    struct shelf_page page;
    bool is_kept = is_to_be_kept(exchange, &page);
    struct MHD_Response *sent = made(exchange);
    if (sent == NULL && response->stream != 0) {
        turn_away(exchange, 503, "error.web-streams");
        visit_close(&exchange->visit);
        sent = made(exchange);
    }
    if (sent == NULL) {
        return MHD_NO;
    }
    visit_headers(&exchange->visit, header_add, sent);
    if (is_kept) {
        header_add(sent, "ETag", page.mark);
    }
    exchange->state = EXCHANGE_ANSWERED;
    enum MHD_Result result =
        MHD_queue_response(exchange->connection, response->status, sent);
    if (is_kept) {
        page.answer = sent;
        shelf_put(
            desk_shelf(&exchange->server->desk), &page, &exchange->made_of);
    } else {
        MHD_destroy_response(sent);
    }
    return result;
}

/* ---- pages that may be shown again -------------------------------------- */

static enum MHD_Result shown_again(
    struct exchange *exchange, const struct shelf_page *page)
{
    const char *known = MHD_lookup_connection_value(
        exchange->connection, MHD_HEADER_KIND, "If-None-Match");
    exchange->state = EXCHANGE_ANSWERED;
    if (known == NULL || strcmp(known, page->mark) != 0) {
        return MHD_queue_response(exchange->connection, 200, page->answer);
    }
    struct MHD_Response *same =
        MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    if (same == NULL) {
        return MHD_NO;
    }
    header_add(same, "ETag", page->mark);
    header_add(same, "Cache-Control", "no-cache");
    enum MHD_Result result =
        MHD_queue_response(exchange->connection, 304, same);
    MHD_destroy_response(same);
    return result;
}

/* A whole page that holds nothing of the one who asked. */
static bool is_to_be_kept(
    const struct exchange *exchange, struct shelf_page *page)
{
    const struct response *response = &exchange->visit.response;
    if (!exchange->is_for_all || response->status != 200 ||
        response->stream != 0 || !response->is_framed ||
        response->visitor != NULL || response->session != NULL) {
        return false;
    }
    *page = (struct shelf_page){
        .target = exchange->target, .length = response->body.length};
    shelf_mark(buffer_bytes(&response->body), page->mark);
    return true;
}
