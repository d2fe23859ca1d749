/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Faults, first as they are met, then as a reader wants them.
 */
#include "law/diagnostic.h"

#include <assert.h>

static bool stands_before(const struct law_diagnostic *left,
    const struct law_diagnostic *right, const struct law_source *sources,
    size_t count);
static size_t source_of(
    const char *file, const struct law_source *sources, size_t count);

void diagnostic_start(
    struct diagnostic_list *list, struct law_diagnostics *found)
{
    assert(found != NULL);
    list->found = found;
    found->count = 0;
}

struct message *diagnostic_add(struct diagnostic_list *list, const char *file,
    unsigned line, unsigned column, const char *key)
{
    struct law_diagnostics *found = list->found;
    if (found->count == LAW_DIAGNOSTICS_MAX) {
        return message_start(&list->spare, key);
    }
    struct law_diagnostic *one = &found->items[found->count++];
    one->file = file;
    one->line = line;
    one->column = column;
    return message_start(&one->message, key);
}

void diagnostic_sort(struct diagnostic_list *list,
    const struct law_source *sources, size_t count)
{
    struct law_diagnostic *items = list->found->items;
    for (size_t i = 1; i < list->found->count; i++) {
        struct law_diagnostic one = items[i];
        size_t to = i;
        for (; to > 0 &&
             stands_before(&one, &items[to - 1], sources, count);
             to--) {
            items[to] = items[to - 1];
        }
        items[to] = one;
    }
}

static bool stands_before(const struct law_diagnostic *left,
    const struct law_diagnostic *right, const struct law_source *sources,
    size_t count)
{
    if (left->file != right->file) {
        return source_of(left->file, sources, count) <
            source_of(right->file, sources, count);
    }
    return left->line != right->line ? left->line < right->line
                                     : left->column < right->column;
}

static size_t source_of(
    const char *file, const struct law_source *sources, size_t count)
{
    size_t index = 0;
    while (index < count && sources[index].name != file) {
        index++;
    }
    return index;
}
