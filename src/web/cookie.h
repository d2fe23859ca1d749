/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Cookies: they hold tokens of 32 lower-case hex digits and nothing else.
 */
#ifndef WEB_COOKIE_H
#define WEB_COOKIE_H

#include <stdbool.h>

#include "base/buffer.h"

enum { COOKIE_TOKEN_MAX = 33 };

/*
 * The token of a name from a Cookie header (NULL: none).  False where the
 * name is not there, stands twice, or holds no token.
 */
bool cookie_read(
    const char *header, const char *name, char token[COOKIE_TOKEN_MAX]);

/* The value of Set-Cookie; a NULL token takes the cookie away. */
void cookie_write(const char *name, const char *token, struct buffer *buffer);

/* True for 32 lower-case hex digits. */
bool cookie_is_token(const char *text);

#endif
