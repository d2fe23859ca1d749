/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Whether a site could listen at an address: takes it and lets it go.
 */
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "web/web.h"

/* As the server takes it, so that what just closed is no hindrance. */
static int address_try(const struct addrinfo *address)
{
    int yes = 1;
    int failed = 0;
    int handle = socket(address->ai_family, SOCK_STREAM, 0);
    if (handle < 0) {
        return errno;
    }
    if (setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
        bind(handle, address->ai_addr, address->ai_addrlen) != 0 ||
        listen(handle, 1) != 0) {
        failed = errno;
    }
    (void)close(handle);
    return failed;
}

enum status web_may_listen(
    const char *host, uint16_t port, struct error *error)
{
    struct addrinfo hints = {
        .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM};
    struct addrinfo *addresses = NULL;
    char service[8];
    bool is_taken = false;
    (void)snprintf(service, sizeof service, "%u", (unsigned)port);
    if (getaddrinfo(host, service, &hints, &addresses) != 0) {
        addresses = NULL;
    }
    const struct addrinfo *at = addresses;
    for (; at != NULL; at = at->ai_next) {
        int failed = address_try(at);
        is_taken = is_taken || failed == EADDRINUSE;
        if (failed == 0) {
            break;
        }
    }
    if (addresses != NULL) {
        freeaddrinfo(addresses);
    }
    if (at != NULL) {
        return STATUS_OK;
    }
    enum status status = is_taken ? STATUS_CONFLICT : STATUS_UNAVAILABLE;
    (void)error_set(error, status, "error.web-listen");
    (void)message_text(&error->message, "host", host);
    (void)message_text(&error->message, "port", service);
    return status;
}
