/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Forms.
 */
#include "web/form.h"

#include <assert.h>
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "web/limits.h"

static enum status pair_read(struct form *form, enum form_origin origin,
    struct bytes pair, struct error *error);
static enum status name_refuse(const char *name, struct error *error);
static char *decoded(struct arena *arena, struct bytes text);
static bool controls_are_good(char *text, enum form_kind kind);
static const char *number_of(const char *name, const char *declared);
static void value_check(struct form *form, size_t index);
static void value_add(struct form *form, size_t index, char *text);
static char *trimmed(char *text);
static bool is_time(const char *text);
static size_t index_of(const struct form *form, const char *name);

enum status form_read(struct form *form, enum form_origin origin,
    struct bytes text, struct error *error)
{
    assert(form->arena != NULL);
    size_t count = form->count;
    form->values = arena_take_array(form->arena, count, sizeof *form->values);
    form->lists = arena_take_array(form->arena, count, sizeof *form->lists);
    form->lists_count =
        arena_take_array(form->arena, count, sizeof *form->lists_count);
    size_t pairs = 0;
    for (size_t at = 0; at < text.length;) {
        const uint8_t *end = memchr(text.data + at, '&', text.length - at);
        size_t length =
            end == NULL ? text.length - at : (size_t)(end - text.data) - at;
        if (++pairs > LIMITS_FIELDS_MAX) {
            return error_set(error, STATUS_INVALID, "error.form-fields");
        }
        enum status status =
            pair_read(form, origin, bytes_of(text.data + at, length), error);
        if (status != STATUS_OK) {
            return status;
        }
        at += length + 1;
    }
    for (size_t i = 0; i < count; i++) {
        if (form->values[i].text == NULL) {
            form->values[i].text = "";
        }
        value_check(form, i);
    }
    return STATUS_OK;
}

const char *form_text(const struct form *form, const char *name)
{
    return form->values[index_of(form, name)].text;
}

int64_t form_number(const struct form *form, const char *name)
{
    const struct form_value *value = &form->values[index_of(form, name)];
    int64_t number = 0;
    if (value->problem == NULL && value->text[0] != '\0') {
        (void)number_parse(value->text, &number);
    }
    return number;
}

struct date form_date(const struct form *form, const char *name)
{
    struct date date = {0, 0, 0};
    (void)date_parse(form_text(form, name), &date);
    return date;
}

size_t form_list(
    const struct form *form, const char *name, const char *const **values)
{
    size_t index = index_of(form, name);
    assert(form->fields[index].is_many);
    *values = form->lists[index];
    return form->lists_count[index];
}

const struct message *form_problem(const struct form *form, const char *name)
{
    return form->values[index_of(form, name)].problem;
}

bool form_is_good(const struct form *form)
{
    for (size_t i = 0; i < form->count; i++) {
        if (form->values[i].problem != NULL) {
            return false;
        }
    }
    return true;
}

void form_refuse(
    struct form *form, const char *name, const struct message *problem)
{
    struct message *kept = arena_take(form->arena, sizeof *kept);
    *kept = *problem;
    form->values[index_of(form, name)].problem = kept;
}

static size_t index_of(const struct form *form, const char *name)
{
    for (size_t i = 0; i < form->count; i++) {
        if (strcmp(form->fields[i].name, name) == 0) {
            return i;
        }
    }
    assert(false);
    return 0;
}

static enum status pair_read(struct form *form, enum form_origin origin,
    struct bytes pair, struct error *error)
{
    const uint8_t *equals =
        pair.length == 0 ? NULL : memchr(pair.data, '=', pair.length);
    if (equals == NULL && origin == FORM_QUERY) {
        return STATUS_OK;
    }
    if (equals == NULL) {
        return error_set(error, STATUS_INVALID, "error.form-broken");
    }
    size_t length = (size_t)(equals - pair.data);
    char *name = decoded(form->arena, bytes_of(pair.data, length));
    char *text =
        decoded(form->arena, bytes_of(equals + 1, pair.length - length - 1));
    if (name == NULL || text == NULL) {
        return error_set(error, STATUS_INVALID, "error.form-broken");
    }
    for (size_t i = 0; i < form->count; i++) {
        const struct form_field *field = &form->fields[i];
        const char *number = number_of(name, field->name);
        if (strcmp(field->name, name) != 0 && number == NULL) {
            continue;
        }
        if (!controls_are_good(text, field->kind)) {
            return error_set(error, STATUS_INVALID, "error.form-broken");
        }
        if (form->values[i].text != NULL && !field->is_many) {
            return name_refuse(name, error);
        }
        value_add(form, i,
            number == NULL ? text
                           : arena_format(form->arena, "%s-%s", number, text));
        return STATUS_OK;
    }
    if (origin == FORM_QUERY) {
        return STATUS_OK;
    }
    return name_refuse(name, error);
}

/* "17" of "vote-17" where "vote-#" is declared; else NULL. */
static const char *number_of(const char *name, const char *declared)
{
    enum { DIGITS_MAX = 9 };
    size_t length = strlen(declared);
    if (length < 2 || declared[length - 1] != '#' ||
        strncmp(name, declared, length - 1) != 0) {
        return NULL;
    }
    const char *number = name + length - 1;
    size_t digits = strspn(number, "0123456789");
    return digits > 0 && digits <= DIGITS_MAX && number[digits] == '\0'
               ? number
               : NULL;
}

static enum status name_refuse(const char *name, struct error *error)
{
    (void)error_set(error, STATUS_INVALID, "error.form-unknown");
    (void)message_text(&error->message, "name", name);
    return STATUS_INVALID;
}

static int hex_value(uint8_t digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    if (digit >= 'a' && digit <= 'f') {
        return digit - 'a' + 10;
    }
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

/* Plus and percent taken back; NULL where this is no UTF-8 without NUL. */
static char *decoded(struct arena *arena, struct bytes text)
{
    char *plain = arena_take(arena, text.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        int byte = text.data[i] == '+' ? ' ' : text.data[i];
        if (byte == '%') {
            int high = i + 2 < text.length ? hex_value(text.data[i + 1]) : -1;
            int low = i + 2 < text.length ? hex_value(text.data[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return NULL;
            }
            byte = high * 16 + low;
            i += 2;
        }
        if (byte == 0) {
            return NULL;
        }
        plain[length++] = (char)byte;
    }
    struct bytes bytes = bytes_of(plain, length);
    return utf8_invalid_at(bytes) == length ? plain : NULL;
}

/* Makes CRLF and CR of a text LF; false on any other control byte. */
static bool controls_are_good(char *text, enum form_kind kind)
{
    char *to = text;
    for (const char *at = text; *at != '\0'; at++) {
        unsigned char byte = (unsigned char)*at;
        bool is_break = byte == '\n' || byte == '\r';
        if (kind == FORM_TEXT && is_break) {
            at += byte == '\r' && at[1] == '\n' ? 1 : 0;
            *to++ = '\n';
            continue;
        }
        if ((byte < 0x20 && byte != '\t') || byte == 0x7f) {
            return false;
        }
        *to++ = *at;
    }
    *to = '\0';
    return true;
}

static void value_add(struct form *form, size_t index, char *text)
{
    const struct form_field *field = &form->fields[index];
    char *kept = field->kind == FORM_SECRET ? text : trimmed(text);
    if (form->values[index].text == NULL) {
        form->values[index].text = kept;
    }
    if (!field->is_many) {
        return;
    }
    size_t count = form->lists_count[index];
    const char **list = arena_take_array(form->arena, count + 1, sizeof *list);
    for (size_t i = 0; i < count; i++) {
        list[i] = form->lists[index][i];
    }
    list[count] = kept;
    form->lists[index] = list;
    form->lists_count[index] = count + 1;
}

static char *trimmed(char *text)
{
    text += strspn(text, " \t\n");
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t\n", text[length - 1]) != NULL) {
        length--;
    }
    text[length] = '\0';
    return text;
}

/* Finds what a person may have typed wrong. */
static void value_check(struct form *form, size_t index)
{
    const struct form_field *field = &form->fields[index];
    struct message problem = {.key = NULL};
    size_t count = field->is_many ? form->lists_count[index] : 1;
    bool is_empty = form->values[index].text[0] == '\0';
    if (is_empty && field->is_needed) {
        (void)message_start(&problem, "form.needed");
    }
    for (size_t i = 0; i < count && !is_empty && problem.key == NULL; i++) {
        const char *text =
            field->is_many ? form->lists[index][i] : form->values[index].text;
        int64_t number = 0;
        struct date date;
        if (utf8_length(text) > field->max) {
            (void)message_start(&problem, "form.too-long");
            (void)message_number(&problem, "count", (int64_t)field->max);
        } else if (field->kind == FORM_NUMBER &&
                   (!number_parse(text, &number) || number < 0)) {
            (void)message_start(&problem, "form.number");
        } else if (field->kind == FORM_DATE && !date_parse(text, &date)) {
            (void)message_start(&problem, "form.date");
        } else if (field->kind == FORM_TIME && !is_time(text)) {
            (void)message_start(&problem, "form.time");
        } else if (field->kind == FORM_WORD &&
                   strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") !=
                       strlen(text)) {
            (void)message_start(&problem, "form.choose");
        }
    }
    if (problem.key != NULL) {
        form_refuse(form, field->name, &problem);
    }
}

/* HH:MM from 00:00 to 23:59. */
static bool is_time(const char *text)
{
    static const char digits[] = "0123456789";
    return strlen(text) == 5 && text[2] == ':' && strspn(text, digits) == 2 &&
           strspn(text + 3, digits) == 2 &&
           (text[0] < '2' || (text[0] == '2' && text[1] < '4')) &&
           text[3] < '6';
}
