/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * serve, demo: the site.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/address.h"
#include "web/web.h"

#define DEMO_DEFAULT "kenes-demo"

static int community_serve(const struct command *command, const char *dir,
    const struct address *address);
static void ready(void *context, uint16_t port);

/* What `ready` prints. */
struct greeting {
    const struct command *command;
    const char *host;
};

int command_serve(const struct command *command)
{
    struct address address = {.port = 0};
    int result = address_take(command, &address);
    return result == COMMAND_DONE
        ? community_serve(command, command->arguments[0], &address)
        : result;
}

static int community_serve(const struct command *command, const char *dir,
    const struct address *address)
{
    struct clerk *clerk = NULL;
    struct error error;
    int result = COMMAND_DONE;
    struct command opened = *command;
    struct greeting greeting = {command, address->host};
    opened.arguments[0] = dir;
    if (command_open(&opened, &clerk, &result) != STATUS_OK) {
        return result;
    }
    if (web_serve(clerk, address->host, address->port, ready, &greeting,
            &error) != STATUS_OK) {
        result = command_fail(command, &error, NULL);
    }
    clerk_close(clerk);
    return result;
}

static void ready(void *context, uint16_t port)
{
    const struct greeting *greeting = context;
    bool six = strchr(greeting->host, ':') != NULL;
    (void)printf("http://%s%s%s:%u\n", six ? "[" : "", greeting->host,
        six ? "]" : "", (unsigned)port);
    (void)fflush(stdout);
}

/* ---- the demonstration -------------------------------------------------- */

/* How far the making is, on a terminal alone. */
static void progress_show(void *context, int step, int steps)
{
    const struct command *command = context;
    if (isatty(STDERR_FILENO)) {
        (void)fprintf(stderr, "\r%s %d/%d%s",
            tongue_text(command->language, "cli.demo-making"), step, steps,
            step == steps ? "\n" : "");
    }
}

static void accounts_print(const struct command *command, const char *dir)
{
    struct message message;
    const char *name = NULL;
    const char *password = NULL;
    message_start(&message, "cli.demo-accounts");
    message_text(&message, "path", dir);
    command_say(command, &message, NULL);
    for (size_t i = 0; clerk_demo_account(i, &name, &password); i++) {
        char key[64];
        (void)snprintf(key, sizeof key, "cli.demo-%s", name);
        (void)printf("  %-16s %-16s %s\n", name, password,
            tongue_text(command->language, key));
    }
    (void)fflush(stdout);
}

int command_demo(const struct command *command)
{
    struct address address = {.port = 0};
    struct error error;
    const char *dir =
        command->count > 0 ? command->arguments[0] : DEMO_DEFAULT;
    int result = address_take(command, &address);
    if (result != COMMAND_DONE) {
        return result;
    }
    struct arena *arena = arena_create();
    struct command progressing = *command;
    enum status status = clerk_demo(dir, command_law_folder(command, arena),
        &command->clock, progress_show, &progressing, &error);
    arena_destroy(arena);
    if (status != STATUS_OK) {
        return command_fail(command, &error, NULL);
    }
    accounts_print(command, dir);
    struct command serving = *command;
    serving.law = NULL;
    return community_serve(&serving, dir, &address);
}
