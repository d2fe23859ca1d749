/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Serving until told to stop.
 *
 * Handlers of signals write one byte into a pipe, whichever thread they come
 * on; the thread that called web_serve reads it.
 */
#include "web/web.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include "base/log.h"
#include "web/server.h"

enum { SIGNALS = 3 };

static const int signals[SIGNALS] = {SIGTERM, SIGINT, SIGHUP};
static int signal_pipe[2] = {-1, -1};

static void signal_take(int number);
static void signals_follow(struct clerk *clerk);
static void law_reload(struct clerk *clerk);

enum status web_serve(struct clerk *clerk, const char *host, uint16_t port,
    web_ready *ready, void *context, struct error *error)
{
    struct sigaction former[SIGNALS];
    struct sigaction action = {.sa_handler = signal_take};
    struct server *server = NULL;
    (void)sigemptyset(&action.sa_mask);
    if (pipe(signal_pipe) != 0) {
        return error_set(error, STATUS_UNAVAILABLE, "error.web-pipe");
    }
    for (int i = 0; i < SIGNALS; i++) {
        (void)sigaction(signals[i], &action, &former[i]);
    }
    enum status status = server_start(clerk, host, port, &server, error);
    if (status == STATUS_OK) {
        if (ready != NULL) {
            ready(context, server_port(server));
        }
        signals_follow(clerk);
        server_stop(server);
    }
    for (int i = 0; i < SIGNALS; i++) {
        (void)sigaction(signals[i], &former[i], NULL);
    }
    (void)close(signal_pipe[0]);
    (void)close(signal_pipe[1]);
    return status;
}

static void signal_take(int number)
{
    int before = errno;
    char byte = number == SIGHUP ? 'h' : 't';
    ssize_t written = write(signal_pipe[1], &byte, 1);
    (void)written;
    errno = before;
}

/* Until one that ends. */
static void signals_follow(struct clerk *clerk)
{
    for (;;) {
        char byte = 't';
        ssize_t count = read(signal_pipe[0], &byte, 1);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count != 1 || byte == 't') {
            return;
        }
        law_reload(clerk);
    }
}

static void law_reload(struct clerk *clerk)
{
    struct error error = {.status = STATUS_OK};
    struct instant now = {0};
    enum status status = clerk_reload(clerk, &error);
    (void)clerk_time(clerk, &now, &error);
    if (status == STATUS_OK) {
        log_line(LOG_LEVEL_INFO, now, "web: the law was read again");
    } else {
        log_line(LOG_LEVEL_ERROR, now,
            "web: the law was not read again (%s); the former one stands",
            error_status_name(status));
    }
}
