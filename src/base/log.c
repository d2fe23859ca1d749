/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The log: standard error, one line and one write per event, so that lines of
 * several threads do not mix.
 */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LOG_LINE_MAX = 1024 };

static const char *level_name(enum log_level level);

void log_line(enum log_level level, struct instant now, const char *format, ...)
{
    char line[LOG_LINE_MAX + 2];
    char when[INSTANT_TEXT_MAX];
    instant_write(now, when);
    int start =
        snprintf(line, LOG_LINE_MAX, "%s %s ", when, level_name(level));
    if (start < 0) {
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(line + start, LOG_LINE_MAX - (size_t)start, format,
        arguments);
    va_end(arguments);

    /* A line break in what is logged must not look like a second event. */
    for (char *at = line; *at != '\0'; at++) {
        if ((unsigned char)*at < 0x20 || *at == 0x7f) {
            *at = ' ';
        }
    }
    size_t length = strlen(line);
    line[length] = '\n';
    (void)fwrite(line, 1, length + 1, stderr);
}

static const char *level_name(enum log_level level)
{
    switch (level) {
    case LOG_LEVEL_INFO:
        return "info";
    case LOG_LEVEL_WARNING:
        return "warning";
    case LOG_LEVEL_ERROR:
        return "error";
    }
    return "error";
}
