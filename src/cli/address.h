/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Where a site listens: --listen.
 */
#ifndef CLI_ADDRESS_H
#define CLI_ADDRESS_H

#include <stdint.h>

#include "cli/command.h"

enum { ADDRESS_HOST_MAX = 256 };

struct address {
    char host[ADDRESS_HOST_MAX];
    uint16_t port;
};

/* --listen, or 127.0.0.1:8080; -> COMMAND_DONE, or said on stderr and
   COMMAND_USAGE.  "host:port", "[::1]:8080". */
int address_take(const struct command *command, struct address *address);

#endif
