/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * serve, demo: the site.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/number.h"
#include "cli/command.h"
#include "web/web.h"

#define LISTEN_DEFAULT "127.0.0.1:8080"
#define DEMO_DEFAULT "kenes-demo"

enum { HOST_MAX = 256, PORT_MAX = 65535 };

struct address {
    char host[HOST_MAX];
    uint16_t port;
};

static bool address_read(const char *text, struct address *address);
static int community_serve(const struct command *command, const char *dir,
    const struct address *address);
static void ready(void *context, uint16_t port);

/* What `ready` prints. */
struct greeting {
    const struct command *command;
    const char *host;
};

/* --listen, or an error with its status. */
static int address_take(
    const struct command *command, struct address *address)
{
    const char *text =
        command->listen == NULL ? LISTEN_DEFAULT : command->listen;
    if (address_read(text, address)) {
        return COMMAND_DONE;
    }
    struct message message;
    message_start(&message, "cli.listen");
    message_text(&message, "value", text);
    return command_misused(command, &message);
}

int command_serve(const struct command *command)
{
    struct address address = {.port = 0};
    int result = address_take(command, &address);
    return result == COMMAND_DONE
        ? community_serve(command, command->arguments[0], &address)
        : result;
}

/* "host:port", "[::1]:8080", ":8080". */
static bool address_read(const char *text, struct address *address)
{
    const char *colon = strrchr(text, ':');
    int64_t port = 0;
    if (colon == NULL || !number_parse(colon + 1, &port) || port < 0 ||
        port > PORT_MAX) {
        return false;
    }
    size_t length = (size_t)(colon - text);
    if (length >= 2 && text[0] == '[' && colon[-1] == ']') {
        text++;
        length -= 2;
    }
    if (length == 0 || length >= HOST_MAX) {
        return false;
    }
    memcpy(address->host, text, length);
    address->host[length] = '\0';
    address->port = (uint16_t)port;
    return true;
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
