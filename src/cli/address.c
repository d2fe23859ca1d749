/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Where a site listens: --listen.
 */
#include "cli/address.h"

#include <string.h>

#include "base/number.h"

#define LISTEN_DEFAULT "127.0.0.1:8080"

enum { PORT_MAX = 65535 };

static bool address_read(const char *text, struct address *address);

int address_take(const struct command *command, struct address *address)
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
    if (length == 0 || length >= ADDRESS_HOST_MAX) {
        return false;
    }
    memcpy(address->host, text, length);
    address->host[length] = '\0';
    address->port = (uint16_t)port;
    return true;
}
