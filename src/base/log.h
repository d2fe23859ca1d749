/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * One line per event on standard error, never personal data.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/instant.h"

enum log_level { LOG_LEVEL_INFO, LOG_LEVEL_WARNING, LOG_LEVEL_ERROR };

void log_line(enum log_level level, struct instant now, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
