/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * JSON values: looking into them and building them.
 */
#include "base/json_internal.h"

#include <assert.h>
#include <string.h>

static size_t index_of(const struct json *object, const char *name);

enum json_kind json_kind(const struct json *value)
{
    return value == NULL ? JSON_NULL : value->kind;
}

const struct json *json_member(const struct json *object, const char *name)
{
    if (json_kind(object) != JSON_OBJECT) {
        return NULL;
    }
    size_t index = index_of(object, name);
    return index == object->count ? NULL : object->items[index];
}

const char *json_text(const struct json *value)
{
    return json_kind(value) == JSON_TEXT ? value->text : NULL;
}

int64_t json_integer(const struct json *value, int64_t otherwise)
{
    return json_kind(value) == JSON_INTEGER ? value->number : otherwise;
}

bool json_boolean(const struct json *value)
{
    return json_kind(value) == JSON_BOOLEAN && value->truth;
}

const char *json_member_text(const struct json *object, const char *name)
{
    return json_text(json_member(object, name));
}

int64_t json_member_integer(
    const struct json *object, const char *name, int64_t otherwise)
{
    return json_integer(json_member(object, name), otherwise);
}

size_t json_count(const struct json *value)
{
    return value == NULL ? 0 : value->count;
}

const struct json *json_at(const struct json *value, size_t index)
{
    return index < json_count(value) ? value->items[index] : NULL;
}

const char *json_name_at(const struct json *object, size_t index)
{
    if (json_kind(object) != JSON_OBJECT || index >= object->count) {
        return NULL;
    }
    return object->names[index];
}

struct json *json_object(struct arena *arena)
{
    return json_create(arena, JSON_OBJECT);
}

struct json *json_array(struct arena *arena)
{
    return json_create(arena, JSON_ARRAY);
}

void json_put(struct json *object, const char *name, const struct json *value)
{
    assert(json_kind(object) == JSON_OBJECT);
    assert(name != NULL);
    if (value == NULL) {
        return;
    }
    size_t index = index_of(object, name);
    if (index < object->count) {
        object->items[index] = value;
        return;
    }
    json_append(object, arena_text(object->arena, name), value);
}

void json_put_text(struct json *object, const char *name, const char *text)
{
    assert(json_kind(object) == JSON_OBJECT);
    if (text == NULL) {
        return;
    }
    struct json *value = json_create(object->arena, JSON_TEXT);
    value->text = arena_text(object->arena, text);
    json_put(object, name, value);
}

void json_put_integer(struct json *object, const char *name, int64_t number)
{
    assert(json_kind(object) == JSON_OBJECT);
    assert(number >= -JSON_INTEGER_LIMIT);
    assert(number <= JSON_INTEGER_LIMIT);
    struct json *value = json_create(object->arena, JSON_INTEGER);
    value->number = number;
    json_put(object, name, value);
}

void json_put_boolean(struct json *object, const char *name, bool truth)
{
    assert(json_kind(object) == JSON_OBJECT);
    struct json *value = json_create(object->arena, JSON_BOOLEAN);
    value->truth = truth;
    json_put(object, name, value);
}

void json_push(struct json *array, const struct json *value)
{
    assert(json_kind(array) == JSON_ARRAY);
    if (value == NULL) {
        value = json_create(array->arena, JSON_NULL);
    }
    array->items = arena_grow(array->arena, array->items, array->count,
        &array->items_capacity, sizeof(struct json *));
    array->items[array->count] = value;
    array->count++;
}

void json_push_text(struct json *array, const char *text)
{
    assert(json_kind(array) == JSON_ARRAY);
    if (text == NULL) {
        json_push(array, NULL);
        return;
    }
    struct json *value = json_create(array->arena, JSON_TEXT);
    value->text = arena_text(array->arena, text);
    json_push(array, value);
}

void json_push_integer(struct json *array, int64_t number)
{
    assert(json_kind(array) == JSON_ARRAY);
    assert(number >= -JSON_INTEGER_LIMIT);
    assert(number <= JSON_INTEGER_LIMIT);
    struct json *value = json_create(array->arena, JSON_INTEGER);
    value->number = number;
    json_push(array, value);
}

const struct json *json_copy(const struct json *value, struct arena *arena)
{
    if (value == NULL) {
        return NULL;
    }
    struct json *copy = json_create(arena, value->kind);
    copy->truth = value->truth;
    copy->number = value->number;
    copy->text = value->text == NULL ? NULL : arena_text(arena, value->text);
    for (size_t i = 0; i < value->count; i++) {
        const struct json *item = json_copy(value->items[i], arena);
        if (value->kind == JSON_OBJECT) {
            json_append(copy, arena_text(arena, value->names[i]), item);
        } else {
            json_push(copy, item);
        }
    }
    return copy;
}

struct json *json_create(struct arena *arena, enum json_kind kind)
{
    struct json *value = arena_take(arena, sizeof *value);
    value->kind = kind;
    value->arena = arena;
    return value;
}

void json_append(
    struct json *object, const char *name, const struct json *value)
{
    assert(json_kind(object) == JSON_OBJECT);
    assert(name != NULL);
    assert(value != NULL);
    object->names = arena_grow(object->arena, object->names, object->count,
        &object->names_capacity, sizeof(*object->names));
    object->items = arena_grow(object->arena, object->items, object->count,
        &object->items_capacity, sizeof(struct json *));
    object->names[object->count] = name;
    object->items[object->count] = value;
    object->count++;
}

static size_t index_of(const struct json *object, const char *name)
{
    for (size_t i = 0; i < object->count; i++) {
        if (strcmp(object->names[i], name) == 0) {
            return i;
        }
    }
    return object->count;
}
