/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The acknowledged findings beside a corpus.
 */
#include "cli/acknowledged.h"

#include <stdio.h>

#include "base/file.h"

enum { FILE_BYTES_MAX = 4 * 1024 * 1024 };

static const char head[] =
    "# Findings of `kenes law findings` that somebody has acknowledged, with\n"
    "# the lines of the law that they cited then.  One comes back when a line\n"
    "# changes.  `kenes law acknowledge` adds to this file.\n";

static const char *path_of(const struct command *command, struct arena *arena)
{
    return arena_format(
        arena, "%s/" ACKNOWLEDGE_NAME, command_law_folder(command, arena));
}

static enum status content_read(const char *path, struct buffer *content,
    struct error *error)
{
    return file_exists(path) ? file_read(path, FILE_BYTES_MAX, content, error)
                             : STATUS_OK;
}

enum status acknowledged_read(const struct command *command,
    struct arena *arena, const struct acknowledge_entry **entries,
    size_t *count, struct error *error)
{
    struct buffer content = BUFFER_EMPTY;
    const char *path = path_of(command, arena);
    *entries = NULL;
    *count = 0;
    enum status status = content_read(path, &content, error);
    if (status == STATUS_OK) {
        status = acknowledge_read(
            buffer_bytes(&content), arena, entries, count, error);
    }
    buffer_finish(&content);
    return status;
}

enum status acknowledged_add(const struct command *command,
    const struct acknowledge_entry *entry, struct arena *arena,
    struct error *error)
{
    struct buffer content = BUFFER_EMPTY;
    const char *path = path_of(command, arena);
    enum status status = content_read(path, &content, error);
    if (status == STATUS_OK) {
        if (content.length == 0) {
            buffer_add_text(&content, head);
        } else if (content.data[content.length - 1] != '\n') {
            buffer_add_char(&content, '\n');
        }
        acknowledge_write(entry, &content);
        status = file_write(path, buffer_bytes(&content), error);
    }
    buffer_finish(&content);
    return status;
}

void acknowledged_say(const struct command *command,
    const struct inquiries *inquiries, const struct acknowledge_state *state)
{
    if (state->entry == NULL) {
        return;
    }
    struct message line;
    struct buffer said = BUFFER_EMPTY;
    (void)message_start(&line,
        state->changes_count == 0 ? "cli.acknowledged" : "cli.came-back");
    (void)message_text(&line, "author", state->entry->author);
    (void)message_date(&line, "day", state->entry->on);
    (void)message_text(&line, "reason", state->entry->reason);
    tongue_say(command->language, &line, &inquiries->names, &said);
    (void)printf("  %s\n", buffer_text(&said));
    buffer_finish(&said);
    for (size_t i = 0; i < state->changes_count; i++) {
        const struct acknowledge_change *change = &state->changes[i];
        struct buffer place = BUFFER_EMPTY;
        law_citation_say(inquiries->sources.law, change->place,
            command->language, &place);
        (void)printf("    [%s]\n", buffer_text(&place));
        buffer_finish(&place);
        (void)printf("      - %s\n      + %s\n",
            change->was == NULL ? "" : change->was,
            change->is == NULL ? "" : change->is);
    }
}

void acknowledged_put(const struct acknowledge_state *state,
    struct json *object, struct arena *arena)
{
    if (state->entry == NULL) {
        return;
    }
    char day[DATE_TEXT_MAX];
    date_write(state->entry->on, day);
    struct json *one = json_object(arena);
    json_put_text(one, "on", day);
    json_put_text(one, "by", state->entry->author);
    json_put_text(one, "why", state->entry->reason);
    struct json *changes = json_array(arena);
    for (size_t i = 0; i < state->changes_count; i++) {
        const struct acknowledge_change *change = &state->changes[i];
        struct json *row = json_object(arena);
        json_put_text(row, "place", change->place);
        if (change->was != NULL) {
            json_put_text(row, "was", change->was);
        }
        if (change->is != NULL) {
            json_put_text(row, "is", change->is);
        }
        json_push(changes, row);
    }
    json_put_boolean(one, "holds", state->changes_count == 0);
    json_put(one, "changes", changes);
    json_put(object, "acknowledged", one);
}
