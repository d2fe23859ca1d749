/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A child with its output in a pipe; what it cost is what all children cost
 * afterwards, less what they had cost before.
 */
#include "run.h"

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double children_seconds(void);
static void child_become(const char *const *program, const int *ends);

bool run_program(const char *const *program, struct run *run)
{
    int ends[2];
    *run = (struct run){.said = BUFFER_EMPTY, .status = -1};
    double before = children_seconds();
    if (pipe(ends) != 0) {
        perror("pipe");
        return false;
    }
    pid_t child = fork();
    if (child == 0) {
        child_become(program, ends);
    }
    (void)close(ends[1]);
    char room[65536];
    ssize_t length = 0;
    while (child > 0 && (length = read(ends[0], room, sizeof room)) > 0) {
        buffer_add(&run->said, room, (size_t)length);
    }
    (void)close(ends[0]);
    int status = 0;
    if (child < 0 || length < 0 || waitpid(child, &status, 0) != child) {
        perror(program[0]);
        return false;
    }
    run->status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    run->seconds = children_seconds() - before;
    return true;
}

void run_finish(struct run *run)
{
    buffer_finish(&run->said);
}

static double children_seconds(void)
{
    struct rusage usage = {0};
    (void)getrusage(RUSAGE_CHILDREN, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
        (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void child_become(const char *const *program, const int *ends)
{
    enum { NOT_FOUND = 127 };
    (void)dup2(ends[1], STDOUT_FILENO);
    (void)close(ends[0]);
    (void)close(ends[1]);
    /* execvp() changes none of its arguments. */
    union {
        const char *const *given;
        char *const *taken;
    } arguments = {.given = program};
    (void)execvp(program[0], arguments.taken);
    perror(program[0]);
    _exit(NOT_FOUND);
}
