/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The memory of the program itself with 10,000 residents in the register: at
 * rest after pages of every kind were asked for once in each language; and the most that
 * it ever had once papers were printed.
 */
#include "speed.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "clients.h"
#include "gauge.h"
#include "place.h"

enum { RESIDENTS = 10000, PRESENT = 1024, CLIENTS = 4, STATUS_BYTES = 65536 };

static const double rest_limit = 32.0;
static const double print_limit = 48.0;

static const char *const pages[] = {"", "sittings", "sittings/1", "decisions",
    "organs", "record", "law/acts/law-2001", "sittings/1/screen",
    "sittings/1/papers/attendance"};
static const char *const papers[] = {"notice", "attendance"};

static const char *const languages[] = {"kk", "ru", "en"};

/* The paths of a folder of the site, each in every language, as one who is
   signed in. */
struct paths {
    const char *session;
    const char *folder;
    const char *const *names;
};

static void path_write(
    void *context, size_t index, size_t client, struct buffer *request)
{
    const struct paths *paths = context;
    (void)client;
    buffer_add_format(request,
        "GET /%s/%s%s HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        "Cookie: kenes-session=%s\r\n\r\n",
        languages[index % 3], paths->folder, paths->names[index / 3],
        paths->session);
}

static bool paths_ask(
    uint16_t port, const struct paths *asked, size_t count)
{
    double seconds = 0;
    struct paths paths = *asked;
    return clients_run(
        &(struct clients){
            .port = port,
            .clients = CLIENTS,
            .requests = count * 3,
            .status = 200,
            .write = path_write,
            .context = &paths,
        },
        &seconds);
}

/* MiB of what the system says of a process: "VmRSS:", "VmHWM:". */
static double memory_of(pid_t process, const char *what)
{
    char path[64];
    struct buffer text = BUFFER_EMPTY;
    struct error error = {0};
    (void)snprintf(path, sizeof path, "/proc/%ld/status", (long)process);
    (void)file_read(path, STATUS_BYTES, &text, &error);
    const char *found = strstr(buffer_text(&text), what);
    double kilobytes = found == NULL ? 0 : strtod(found + strlen(what), NULL);
    buffer_finish(&text);
    return kilobytes / 1024;
}

/* Starts it on any free port, which it says. */
static pid_t program_start(
    const char *program, const char *dir, uint16_t *port)
{
    int ends[2];
    char said[128] = "";
    if (pipe(ends) != 0) {
        return -1;
    }
    (void)fflush(NULL);
    pid_t process = fork();
    if (process == 0) {
        (void)dup2(ends[1], STDOUT_FILENO);
        (void)execl(program, program, "serve", dir, "--listen", "127.0.0.1:0",
            (char *)NULL);
        perror(program);
        _exit(EXIT_FAILURE);
    }
    (void)close(ends[1]);
    ssize_t length = read(ends[0], said, sizeof said - 1);
    const char *colon = length > 0 ? strrchr(said, ':') : NULL;
    *port = colon == NULL ? 0 : (uint16_t)strtoul(colon + 1, NULL, 10);
    (void)close(ends[0]);
    return process;
}

static bool memory_print(
    const char *session, pid_t process, uint16_t port)
{
    const size_t pages_count = sizeof pages / sizeof pages[0];
    const size_t papers_count = sizeof papers / sizeof papers[0];
    if (!paths_ask(port, &(struct paths){session, "", pages}, pages_count)) {
        return false;
    }
    double rest = memory_of(process, "VmRSS:");
    bool is_held = gauge_print(&(struct gauge_row){
        "memory at rest, 10,000 residents", "MiB", rest, 0, rest, rest_limit,
        false});
    if (!paths_ask(port, &(struct paths){session, "sittings/1/pdf/", papers},
            papers_count)) {
        return false;
    }
    double most = memory_of(process, "VmHWM:");
    return gauge_print(&(struct gauge_row){"  at most, with papers printed",
               "MiB", most, 0, most, print_limit, false}) &&
        is_held;
}

bool speed_memory(const char *program)
{
    static struct place place;
    uint16_t port = 0;
    place_setup(&place, RESIDENTS);
    place_put(&place, PRESENT);
    place_sign_in(&place);
    pid_t process = program_start(program, place.desk.dir, &port);
    bool is_held = process > 0 && port != 0 && 
        memory_print(place.sessions[0], process, port);
    if (process > 0) {
        (void)kill(process, SIGTERM);
        (void)waitpid(process, NULL, 0);
    }
    place_teardown(&place);
    return is_held;
}
