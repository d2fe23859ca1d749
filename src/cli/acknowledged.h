/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The acknowledged findings beside a corpus: acknowledged.txt in its folder,
 * which is no source of the law and changes no digest.
 */
#ifndef CLI_ACKNOWLEDGED_H
#define CLI_ACKNOWLEDGED_H

#include "cli/inquiries.h"
#include "inquiry/acknowledge.h"

/* None where there is no file; a fault names the file's line. */
enum status acknowledged_read(const struct command *command,
    struct arena *arena, const struct acknowledge_entry **entries,
    size_t *count, struct error *error);

/* Adds an entry to the file. */
enum status acknowledged_add(const struct command *command,
    const struct acknowledge_entry *entry, struct arena *arena,
    struct error *error);

/* Who acknowledged it, or why it came back; nothing where nobody did. */
void acknowledged_say(const struct command *command,
    const struct inquiries *inquiries, const struct acknowledge_state *state);
void acknowledged_put(const struct acknowledge_state *state,
    struct json *object, struct arena *arena);

#endif
