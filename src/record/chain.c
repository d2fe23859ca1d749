/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Checks a chain, one event after the other.
 */
#include "record/chain.h"

#include <string.h>

enum { HEX_MAX = 2 * HASH_SIZE + 1 };

static enum status fault(struct error *error, const char *key, int64_t number);
static enum status bad_bytes(
    struct error *error, int64_t number, const struct message *detail);
static void add_hash(
    struct error *error, const char *name, const struct hash *hash);

enum status chain_next(struct chain *chain, int64_t number, struct bytes bytes,
    const struct hash *stored, struct arena *arena, struct event *event,
    struct error *error)
{
    int64_t expected = chain->count + 1;
    if (number != expected) {
        fault(error, "error.record-number", expected);
        message_number(&error->message, "found", number);
        return STATUS_CORRUPT;
    }
    struct hash computed = event_hash(bytes);
    if (memcmp(computed.bytes, stored->bytes, HASH_SIZE) != 0) {
        fault(error, "error.record-altered", number);
        add_hash(error, "computed", &computed);
        add_hash(error, "stored", stored);
        return STATUS_CORRUPT;
    }
    struct event read;
    struct hash previous;
    struct error detail = {0};
    if (event_decode(bytes, arena, &read, &previous, &detail) != STATUS_OK) {
        return bad_bytes(error, number, &detail.message);
    }
    if (read.number != number) {
        fault(error, "error.record-number-inside", number);
        message_number(&error->message, "found", read.number);
        return STATUS_CORRUPT;
    }
    if (memcmp(previous.bytes, chain->head.bytes, HASH_SIZE) != 0) {
        fault(error, "error.record-break", number);
        message_number(&error->message, "before", chain->count);
        add_hash(error, "named", &previous);
        add_hash(error, "head", &chain->head);
        return STATUS_CORRUPT;
    }
    chain->count = number;
    chain->head = computed;
    if (event != NULL) {
        *event = read;
    }
    return STATUS_OK;
}

static enum status fault(struct error *error, const char *key, int64_t number)
{
    error_set(error, STATUS_CORRUPT, key);
    message_number(&error->message, "number", number);
    return STATUS_CORRUPT;
}

static enum status bad_bytes(
    struct error *error, int64_t number, const struct message *detail)
{
    const char *field = message_value(detail, "field");
    if (field != NULL) {
        fault(error, "error.record-field", number);
        message_text(&error->message, "field", field);
    } else {
        fault(error, "error.record-not-canonical", number);
        message_key(&error->message, "why", detail->key);
    }
    return STATUS_CORRUPT;
}

static void add_hash(
    struct error *error, const char *name, const struct hash *hash)
{
    char hex[HEX_MAX];
    bytes_to_hex(bytes_of(hash->bytes, HASH_SIZE), hex);
    message_text(&error->message, name, hex);
}
