/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Refusals as data, and as JSON for other programs.
 */
#include "proceeding/refusal.h"

#include <assert.h>
#include <string.h>

static void place_copy(char *copy, const char *place);
static const struct json *message_json(
    const struct message *message, struct arena *arena);
static const char *article_of(const char *place, struct arena *arena);

void refusal_start(struct refusal *refusal, const struct law_citation *place,
    const char *reason, const char *cure)
{
    assert(reason != NULL);
    assert(cure != NULL);
    *refusal = (struct refusal){0};
    if (place != NULL) {
        place_copy(refusal->place, place->place);
        refusal->unchecked = place->unchecked;
        refusal->invented = place->invented;
    }
    message_start(&refusal->reason, reason);
    message_start(&refusal->cure, cure);
}

const struct json *refusal_json(
    const struct refusal *refusal, struct arena *arena)
{
    struct json *json = json_object(arena);
    json_put_text(json, "article", article_of(refusal->place, arena));
    json_put_text(json, "place", refusal->place);
    json_put(json, "reason", message_json(&refusal->reason, arena));
    json_put(json, "cure", message_json(&refusal->cure, arena));
    if (date_is_set(refusal->lawful_from)) {
        char day[DATE_TEXT_MAX];
        date_write(refusal->lawful_from, day);
        json_put_text(json, "lawful_from", day);
    }
    json_put_boolean(json, "unchecked",
        refusal->unchecked || refusal->filled_unchecked);
    if (refusal->filled_by[0] != '\0') {
        json_put_text(json, "filled_by", refusal->filled_by);
    }
    if (refusal->invented) {
        json_put_boolean(json, "invented", true);
    }
    return json;
}

static void place_copy(char *copy, const char *place)
{
    if (place == NULL) {
        return;
    }
    size_t length = strlen(place);
    if (length >= REFUSAL_PLACE_MAX) {
        length = REFUSAL_PLACE_MAX - 1;
    }
    memcpy(copy, place, length);
    copy[length] = '\0';
}

static const struct json *message_json(
    const struct message *message, struct arena *arena)
{
    struct json *arguments = json_object(arena);
    for (size_t i = 0; i < message->count; i++) {
        const struct message_argument *argument = &message->arguments[i];
        json_put_text(arguments, argument->name, argument->value);
    }
    struct json *json = json_object(arena);
    json_put_text(json, "key", message->key);
    json_put(json, "arguments", arguments);
    return json;
}

/* "law-2001/39-3/8" -> "law-2001/39-3". */
static const char *article_of(const char *place, struct arena *arena)
{
    const char *slash = strchr(place, '/');
    slash = slash == NULL ? NULL : strchr(slash + 1, '/');
    if (slash == NULL) {
        return arena_text(arena, place);
    }
    return arena_text_n(arena, place, (size_t)(slash - place));
}
