/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Acknowledged findings as text.
 */
#include "inquiry/acknowledge.h"

#include <string.h>

#include "base/utf8.h"

/* The file while it is read: whole entries, and the one that is open. */
struct reading {
    struct arena *arena;
    struct acknowledge_entry *entries;
    size_t count;
    size_t capacity;
    struct acknowledge_line *lines; /* of the last entry */
    size_t lines_capacity;
};

static bool line_read(struct reading *reading, const char *line);
static bool part_read(struct reading *reading, const char *part);
static const char *part_value(const char *part, const char *name);
static bool last_is_whole(const struct reading *reading);

enum status acknowledge_read(struct bytes text, struct arena *arena,
    const struct acknowledge_entry **entries, size_t *count,
    struct error *error)
{
    struct reading reading = {.arena = arena};
    const char *at = (const char *)text.data;
    size_t left = text.length;
    int64_t number = 0;
    bool right = true;
    while (left > 0 && right) {
        const char *end = memchr(at, '\n', left);
        size_t length = end == NULL ? left : (size_t)(end - at);
        number++;
        right = memchr(at, '\0', length) == NULL &&
            utf8_invalid_at(bytes_of(at, length)) == length &&
            line_read(&reading, arena_text_n(arena, at, length));
        length += end == NULL ? 0 : 1;
        at += length;
        left -= length;
    }
    if (!right || !last_is_whole(&reading)) {
        (void)error_set(error, STATUS_INVALID, "error.acknowledge-line");
        (void)message_number(&error->message, "line", number);
        return STATUS_INVALID;
    }
    *entries = reading.entries;
    *count = reading.count;
    return STATUS_OK;
}

/* A line at the margin opens an entry, an indented one is a part of it. */
static bool line_read(struct reading *reading, const char *line)
{
    if (line[strspn(line, " \r")] == '\0' || line[0] == '#') {
        return true;
    }
    if (line[0] == ' ') {
        return reading->count > 0 &&
            part_read(reading, line + strspn(line, " "));
    }
    if (!last_is_whole(reading) || strpbrk(line, " \t") != NULL) {
        return false;
    }
    reading->entries = arena_grow(reading->arena, reading->entries,
        reading->count, &reading->capacity, sizeof *reading->entries);
    reading->entries[reading->count++] = (struct acknowledge_entry){
        .finding = arena_text_n(reading->arena, line, strcspn(line, "\r")),
    };
    reading->lines = NULL;
    reading->lines_capacity = 0;
    return true;
}

static bool part_read(struct reading *reading, const char *part)
{
    struct acknowledge_entry *entry = &reading->entries[reading->count - 1];
    const char *whole =
        arena_text_n(reading->arena, part, strcspn(part, "\r"));
    const char *on = part_value(whole, "on ");
    const char *by = part_value(whole, "by ");
    const char *why = part_value(whole, "why ");
    const char *line = part_value(whole, "line ");
    if (on != NULL) {
        return !date_is_set(entry->on) && date_parse(on, &entry->on);
    }
    if (by != NULL || why != NULL) {
        const char **text = by != NULL ? &entry->author : &entry->reason;
        bool is_new = *text == NULL;
        *text = by != NULL ? by : why;
        return is_new && acknowledge_is_text(*text);
    }
    size_t place = line == NULL ? 0 : strcspn(line, " ");
    if (place == 0) {
        return false;
    }
    reading->lines = arena_grow(reading->arena, reading->lines,
        entry->lines_count, &reading->lines_capacity, sizeof *reading->lines);
    reading->lines[entry->lines_count++] = (struct acknowledge_line){
        .place = arena_text_n(reading->arena, line, place),
        .text = line + place + (line[place] == ' ' ? 1 : 0),
    };
    entry->lines = reading->lines;
    return true;
}

static const char *part_value(const char *part, const char *name)
{
    size_t length = strlen(name);
    return strncmp(part, name, length) == 0 ? part + length : NULL;
}

static bool last_is_whole(const struct reading *reading)
{
    const struct acknowledge_entry *last =
        reading->count == 0 ? NULL : &reading->entries[reading->count - 1];
    return last == NULL ||
        (date_is_set(last->on) && last->author != NULL &&
            last->reason != NULL);
}

void acknowledge_write(
    const struct acknowledge_entry *entry, struct buffer *buffer)
{
    char on[DATE_TEXT_MAX];
    date_write(entry->on, on);
    buffer_add_format(buffer, "\n%s\n  on %s\n  by %s\n  why %s\n",
        entry->finding, on, entry->author, entry->reason);
    for (size_t i = 0; i < entry->lines_count; i++) {
        buffer_add_format(buffer, "  line %s %s\n", entry->lines[i].place,
            entry->lines[i].text);
    }
}

bool acknowledge_is_text(const char *text)
{
    struct bytes bytes = bytes_of_text(text);
    for (size_t i = 0; i < bytes.length; i++) {
        if ((unsigned char)text[i] < ' ' || text[i] == 0x7f) {
            return false;
        }
    }
    return text[strspn(text, " ")] != '\0' && text[0] != ' ' &&
        bytes.length <= ACKNOWLEDGE_TEXT_MAX &&
        utf8_invalid_at(bytes) == bytes.length;
}
