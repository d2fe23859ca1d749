/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Cookies.
 */
#include "web/cookie.h"

#include <string.h>

bool cookie_read(
    const char *header, const char *name, char token[COOKIE_TOKEN_MAX])
{
    size_t found = 0;
    size_t name_length = strlen(name);
    char value[COOKIE_TOKEN_MAX] = "";
    for (const char *at = header; at != NULL && *at != '\0';) {
        at += strspn(at, "; \t");
        size_t length = strcspn(at, ";");
        if (length > name_length && strncmp(at, name, name_length) == 0 &&
            at[name_length] == '=') {
            size_t size = length - name_length - 1;
            found++;
            if (size != COOKIE_TOKEN_MAX - 1) {
                return false;
            }
            memcpy(value, at + name_length + 1, size);
        }
        at += length;
    }
    if (found != 1 || !cookie_is_token(value)) {
        return false;
    }
    memcpy(token, value, sizeof value);
    return true;
}

void cookie_write(const char *name, const char *token, struct buffer *buffer)
{
    buffer_add_format(buffer, "%s=%s; Path=/; HttpOnly; SameSite=Strict", name,
        token == NULL ? "" : token);
    if (token == NULL) {
        buffer_add_text(buffer, "; Max-Age=0");
    }
}

bool cookie_is_token(const char *text)
{
    return strlen(text) == COOKIE_TOKEN_MAX - 1 &&
           strspn(text, "0123456789abcdef") == COOKIE_TOKEN_MAX - 1;
}
