/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The gate.
 */
#include "web/gate.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "web/limits.h"

enum {
    STATUS_PASS = 0,
    STATUS_BAD = 400,
    STATUS_METHOD = 405,
    STATUS_LENGTH = 411,
    STATUS_TOO_LARGE = 413,
    STATUS_TARGET = 414,
    STATUS_TYPE = 415,
    STATUS_HEADERS = 431,
    STATUS_VERSION = 505
};

static const char token_bytes[] = "abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  "!#$%&'*+-.^_`|~";

static unsigned target_check(const char *target);
static unsigned headers_check(const struct gate_head *head);
static unsigned body_check(
    const struct gate_head *head, struct gate_body *body);
static const struct gate_header *header_find(
    const struct gate_head *head, const char *name, size_t *count);
static bool is_form_type(const struct gate_header *type);

unsigned gate_check(const struct gate_head *head, struct gate_body *body)
{
    assert(head != NULL && body != NULL);
    *body = (struct gate_body){false, 0};
    if (strcmp(head->version, "HTTP/1.1") != 0 &&
        strcmp(head->version, "HTTP/1.0") != 0) {
        return STATUS_VERSION;
    }
    unsigned status = headers_check(head);
    if (status == STATUS_PASS) {
        status = target_check(head->target);
    }
    return status == STATUS_PASS ? body_check(head, body) : status;
}

bool gate_path_is_good(const char *path, size_t length)
{
    if (length == 0 || path[0] != '/') {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)path[i];
        if (byte <= 0x20 || byte >= 0x7f || byte == '\\') {
            return false;
        }
        if (byte != '/') {
            continue;
        }
        const char *part = path + i + 1;
        size_t left = length - i - 1;
        bool is_dot =
            left > 0 && part[0] == '.' && (left == 1 || part[1] == '/');
        bool is_up = left > 1 && part[0] == '.' && part[1] == '.' &&
                     (left == 2 || part[2] == '/');
        bool is_empty = left > 0 && part[0] == '/';
        if (is_dot || is_up || is_empty) {
            return false;
        }
    }
    return true;
}

static unsigned target_check(const char *target)
{
    size_t length = strlen(target);
    if (length > LIMITS_TARGET_MAX) {
        return STATUS_TARGET;
    }
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)target[i];
        if (byte <= 0x20 || byte >= 0x7f || byte == '#') {
            return STATUS_BAD;
        }
    }
    return gate_path_is_good(target, strcspn(target, "?")) ? STATUS_PASS
                                                           : STATUS_BAD;
}

static unsigned headers_check(const struct gate_head *head)
{
    if (head->count > LIMITS_HEADERS_MAX) {
        return STATUS_HEADERS;
    }
    for (size_t i = 0; i < head->count; i++) {
        const struct gate_header *header = &head->headers[i];
        if (header->name_length == 0 ||
            strlen(header->name) != header->name_length ||
            strspn(header->name, token_bytes) != header->name_length) {
            return STATUS_BAD;
        }
        for (size_t n = 0; n < header->value_length; n++) {
            unsigned char byte = (unsigned char)header->value[n];
            if ((byte < 0x20 && byte != '\t') || byte == 0x7f) {
                return STATUS_BAD;
            }
        }
    }
    size_t hosts = 0;
    const struct gate_header *host = header_find(head, "Host", &hosts);
    if (hosts != 1 || host->value_length == 0 ||
        strspn(host->value, "abcdefghijklmnopqrstuvwxyz"
                            "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]") !=
            host->value_length) {
        return STATUS_BAD;
    }
    return STATUS_PASS;
}

static unsigned body_check(const struct gate_head *head, struct gate_body *body)
{
    size_t lengths = 0;
    size_t encodings = 0;
    size_t types = 0;
    const struct gate_header *length =
        header_find(head, "Content-Length", &lengths);
    const struct gate_header *type = header_find(head, "Content-Type", &types);
    (void)header_find(head, "Transfer-Encoding", &encodings);
    if (lengths > 1 || types > 1 || encodings > 1 ||
        (lengths == 1 && encodings == 1)) {
        return STATUS_BAD;
    }
    bool is_post = strcmp(head->method, "POST") == 0;
    if (!is_post && strcmp(head->method, "GET") != 0 &&
        strcmp(head->method, "HEAD") != 0) {
        return STATUS_METHOD;
    }
    if (encodings == 1 || (is_post && lengths == 0)) {
        return STATUS_LENGTH;
    }
    size_t value = 0;
    if (lengths == 1 && length->value_length == 0) {
        return STATUS_BAD;
    }
    for (size_t i = 0; lengths == 1 && i < length->value_length; i++) {
        if (length->value[i] < '0' || length->value[i] > '9') {
            return STATUS_BAD;
        }
        if (value <= LIMITS_BODY_MAX) { /* past it, it can only grow */
            value = value * 10 + (size_t)(length->value[i] - '0');
        }
    }
    if (!is_post) {
        return value == 0 ? STATUS_PASS : STATUS_BAD;
    }
    if (value > LIMITS_BODY_MAX) {
        return STATUS_TOO_LARGE;
    }
    if (types == 0 || !is_form_type(type)) {
        return STATUS_TYPE;
    }
    body->is_form = true;
    body->length = value;
    return STATUS_PASS;
}

/* The first of a name, in any case of letters; and how many there are. */
static const struct gate_header *header_find(
    const struct gate_head *head, const char *name, size_t *count)
{
    const struct gate_header *found = NULL;
    *count = 0;
    for (size_t i = 0; i < head->count; i++) {
        if (strcasecmp(head->headers[i].name, name) == 0) {
            found = found == NULL ? &head->headers[i] : found;
            (*count)++;
        }
    }
    return found;
}

/* application/x-www-form-urlencoded, with or without parameters. */
static bool is_form_type(const struct gate_header *type)
{
    static const char name[] = "application/x-www-form-urlencoded";
    size_t length = sizeof name - 1;
    return type->value_length >= length &&
           strncasecmp(type->value, name, length) == 0 &&
           (type->value_length == length || type->value[length] == ';' ||
               type->value[length] == ' ');
}
