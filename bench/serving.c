/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The child tells its port in a pipe, and ends when the other is closed.
 */
#include "serving.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "web/server.h"

static _Noreturn void child(
    const int told[2], const int stop[2], serving_run *run, void *context);

bool serving_start(struct serving *serving, serving_run *run, void *context)
{
    int told[2];
    int stop[2];
    *serving = (struct serving){.process = -1};
    if (pipe(told) != 0 || pipe(stop) != 0) {
        perror("pipe");
        return false;
    }
    (void)fflush(NULL);
    serving->process = fork();
    if (serving->process == 0) {
        child(told, stop, run, context);
    }
    (void)close(told[1]);
    (void)close(stop[0]);
    serving->stop = stop[1];
    uint16_t port = 0;
    bool is_told = serving->process > 0 &&
        read(told[0], &port, sizeof port) == (ssize_t)sizeof port;
    (void)close(told[0]);
    serving->port = port;
    if (!is_told) {
        (void)fputs("nothing serves\n", stderr);
        serving_stop(serving);
    }
    return is_told;
}

void serving_stop(struct serving *serving)
{
    (void)close(serving->stop);
    if (serving->process > 0) {
        (void)waitpid(serving->process, NULL, 0);
    }
}

void serving_ready(const struct serving_ends *ends, uint16_t port)
{
    ssize_t written = write(ends->ready, &port, sizeof port);
    (void)written;
}

void serving_wait(const struct serving_ends *ends)
{
    char byte;
    ssize_t length = read(ends->stop, &byte, 1);
    (void)length;
}

static _Noreturn void child(
    const int told[2], const int stop[2], serving_run *run, void *context)
{
    (void)close(told[0]);
    (void)close(stop[1]);
    struct serving_ends ends = {told[1], stop[0]};
    _exit(run(&ends, context) ? 0 : 1);
}

bool serving_kenes(const struct serving_ends *ends, void *context)
{
    const struct serving_kenes *kenes = context;
    struct clerk_clock clock = {.fixed = kenes->now};
    struct clerk *clerk = NULL;
    struct server *server = NULL;
    struct error error = {0};
    if (clerk_open(kenes->dir, NULL, &clock, &clerk, &error) != STATUS_OK ||
        server_start(clerk, "127.0.0.1", 0, &server, &error) != STATUS_OK) {
        (void)fprintf(stderr, "%s\n", error.message.key);
        clerk_close(clerk);
        return false;
    }
    serving_ready(ends, server_port(server));
    serving_wait(ends);
    server_stop(server);
    clerk_close(clerk);
    return true;
}
