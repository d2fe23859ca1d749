/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Who of the register is entitled, and how many.  A count walks the register,
 * so it is remembered for its electorate until the register changes.
 */
#include <stdlib.h>
#include <string.h>

#include "base/heap.h"
#include "store/store_internal.h"

struct entitled_walk {
    const struct store_electorate *electorate;
    store_resident_visit *visit; /* NULL: only count */
    void *context;
    int64_t count;
};

static bool entitled_take(void *context, const struct resident *resident);
static enum status register_version(
    struct store_reader *reader, int64_t *version, struct error *error);
static void electorate_key(
    const struct store_electorate *electorate, struct buffer *key);
static void add_text(struct buffer *key, const char *text);
static void add_date(struct buffer *key, struct date date);
static const struct store_count *count_find(
    const struct store_reader *reader, const char *key, int64_t version);
static void count_keep(struct store_reader *reader, const char *key,
    int64_t version, int64_t count);

enum status store_members_entitled(struct store_reader *reader,
    const struct store_electorate *electorate, int64_t *count,
    struct error *error)
{
    int64_t version = 0;
    enum status status = store_snapshot(reader, error);
    if (status != STATUS_OK) {
        return status;
    }
    struct buffer key = BUFFER_EMPTY;
    electorate_key(electorate, &key);
    status = register_version(reader, &version, error);
    if (status == STATUS_OK) {
        const struct store_count *known =
            count_find(reader, buffer_text(&key), version);
        struct entitled_walk walk = {
            .electorate = electorate,
            .count = known != NULL ? known->count : 0,
        };
        if (known == NULL) {
            status = store_walk(
                reader, electorate->day, entitled_take, &walk, error);
        }
        if (status == STATUS_OK) {
            *count = walk.count;
        }
        if (status == STATUS_OK && known == NULL) {
            count_keep(reader, buffer_text(&key), version, walk.count);
        }
    }
    buffer_finish(&key);
    store_snapshot_end(reader);
    return status;
}

enum status store_each_entitled(struct store_reader *reader,
    const struct store_electorate *electorate, store_resident_visit *visit,
    void *context, struct error *error)
{
    struct entitled_walk walk = {
        .electorate = electorate, .visit = visit, .context = context};
    return store_walk(reader, electorate->day, entitled_take, &walk, error);
}

void store_counts_forget(struct store_reader *reader)
{
    for (size_t i = 0; i < STORE_COUNTS_MAX; i++) {
        free(reader->counts[i].key);
        reader->counts[i] = (struct store_count){0};
    }
}

static bool entitled_take(void *context, const struct resident *resident)
{
    struct entitled_walk *walk = context;
    const struct store_electorate *electorate = walk->electorate;
    const struct law_citation *citation = NULL;
    if (resident_not_entitled(resident, electorate->procedure,
            electorate->unit, electorate->plot, electorate->street,
            electorate->day, &citation) != NULL) {
        return true;
    }
    walk->count++;
    return walk->visit == NULL || walk->visit(walk->context, resident);
}

/* ---- remembered counts ------------------------------------------------- */

static enum status register_version(
    struct store_reader *reader, int64_t *version, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_REGISTER_VERSION, &statement, error);
    if (status == STATUS_OK) {
        status = store_integer(reader, statement, 0, version, error);
    }
    return status;
}

/* All that the count depends on, but the register. */
static void electorate_key(
    const struct store_electorate *electorate, struct buffer *key)
{
    const struct territory *plot = electorate->plot;
    add_text(key, electorate->law);
    add_text(key, electorate->procedure->id);
    add_date(key, electorate->law_day);
    add_text(key, electorate->unit->code);
    add_text(key, plot != NULL ? plot->code : "");
    add_date(key, electorate->day);
    add_text(key, electorate->street != NULL ? electorate->street : "");
}

static void add_text(struct buffer *key, const char *text)
{
    buffer_add_text(key, text);
    buffer_add_char(key, '\n');
}

static void add_date(struct buffer *key, struct date date)
{
    char text[DATE_TEXT_MAX];
    date_write(date, text);
    add_text(key, text);
}

static const struct store_count *count_find(
    const struct store_reader *reader, const char *key, int64_t version)
{
    for (size_t i = 0; i < STORE_COUNTS_MAX; i++) {
        const struct store_count *one = &reader->counts[i];
        if (one->key != NULL && one->version == version &&
            strcmp(one->key, key) == 0) {
            return one;
        }
    }
    return NULL;
}

static void count_keep(struct store_reader *reader, const char *key,
    int64_t version, int64_t count)
{
    struct store_count *one = &reader->counts[reader->counts_next];
    reader->counts_next = (reader->counts_next + 1) % STORE_COUNTS_MAX;
    free(one->key);
    one->key = heap_take(strlen(key) + 1);
    memcpy(one->key, key, strlen(key));
    one->version = version;
    one->count = count;
}
