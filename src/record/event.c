/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Events as canonical bytes, and back.
 */
#include "record/event.h"

#include <assert.h>
#include <string.h>

enum { HEX_MAX = 2 * HASH_SIZE + 1 };

static enum status read_members(const struct json *json, struct event *event,
    struct hash *previous, struct error *error);
static enum status read_text(const struct json *json, const char *name,
    const char **text, struct error *error);
static enum status wrong_field(struct error *error, const char *name);

void event_encode(const struct event *event, const struct hash *previous,
    struct arena *arena, struct buffer *bytes)
{
    assert(event->number > 0);
    assert(event->proceeding >= 0);
    assert(event->kind != NULL);
    assert(event->actor != NULL);
    assert(event->entered_by != NULL);
    char at[INSTANT_TEXT_MAX];
    char hex[HEX_MAX];
    instant_write(event->at, at);
    bytes_to_hex(bytes_of(previous->bytes, sizeof previous->bytes), hex);

    struct json *json = json_object(arena);
    json_put_text(json, "actor", event->actor);
    json_put_text(json, "at", at);
    json_put(json, "body",
        event->body != NULL ? event->body : json_object(arena));
    json_put_text(json, "entered_by", event->entered_by);
    if (event->evidence != NULL) {
        json_put_text(json, "evidence", event->evidence);
    }
    json_put_text(json, "kind", event->kind);
    json_put_integer(json, "number", event->number);
    json_put_text(json, "previous", hex);
    json_put_integer(json, "proceeding", event->proceeding);
    json_write(json, bytes);
}

struct hash event_hash(struct bytes bytes)
{
    return hash_of(bytes);
}

enum status event_decode(struct bytes bytes, struct arena *arena,
    struct event *event, struct hash *previous, struct error *error)
{
    const struct json *json = NULL;
    struct event read = {0};
    struct hash before;
    if (json_parse(bytes, arena, &json, error) != STATUS_OK) {
        return error_set(error, STATUS_CORRUPT, "error.event-not-json");
    }
    enum status status = read_members(json, &read, &before, error);
    if (status != STATUS_OK) {
        return status;
    }
    /* Unknown members, another order, blanks: all differ when written again. */
    struct buffer again = BUFFER_EMPTY;
    event_encode(&read, &before, arena, &again);
    bool canonical = bytes_equal(bytes, buffer_bytes(&again));
    buffer_finish(&again);
    if (!canonical) {
        return error_set(error, STATUS_CORRUPT, "error.event-not-canonical");
    }
    *event = read;
    *previous = before;
    return STATUS_OK;
}

static enum status read_members(const struct json *json, struct event *event,
    struct hash *previous, struct error *error)
{
    const char *at = NULL;
    const char *hex = NULL;
    if (json_kind(json) != JSON_OBJECT) {
        return error_set(error, STATUS_CORRUPT, "error.event-no-object");
    }
    enum status status = read_text(json, "actor", &event->actor, error);
    if (status == STATUS_OK) {
        status = read_text(json, "at", &at, error);
    }
    if (status == STATUS_OK) {
        status = read_text(json, "entered_by", &event->entered_by, error);
    }
    if (status == STATUS_OK) {
        status = read_text(json, "kind", &event->kind, error);
    }
    if (status == STATUS_OK) {
        status = read_text(json, "previous", &hex, error);
    }
    if (status != STATUS_OK) {
        return status;
    }
    if (!instant_parse(at, &event->at)) {
        return wrong_field(error, "at");
    }
    if (strlen(hex) != HEX_MAX - 1 ||
        !bytes_from_hex(hex, previous->bytes, sizeof previous->bytes)) {
        return wrong_field(error, "previous");
    }
    event->body = json_member(json, "body");
    if (event->body == NULL || json_kind(event->body) != JSON_OBJECT) {
        return wrong_field(error, "body");
    }
    event->evidence = json_member_text(json, "evidence");
    event->number = json_member_integer(json, "number", -1);
    if (event->number < 1) {
        return wrong_field(error, "number");
    }
    event->proceeding = json_member_integer(json, "proceeding", -1);
    if (event->proceeding < 0) {
        return wrong_field(error, "proceeding");
    }
    return STATUS_OK;
}

static enum status read_text(const struct json *json, const char *name,
    const char **text, struct error *error)
{
    *text = json_member_text(json, name);
    return *text != NULL ? STATUS_OK : wrong_field(error, name);
}

static enum status wrong_field(struct error *error, const char *name)
{
    error_set(error, STATUS_CORRUPT, "error.event-field");
    message_text(&error->message, "field", name);
    return STATUS_CORRUPT;
}
