/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What an account may lawfully do next.
 */
#include "web/options.h"

#include <string.h>

static bool is_same(const struct engine_option *option, enum act_kind kind,
    int64_t item, const char *detail)
{
    return option->kind == kind && option->item == item &&
           (detail == NULL ||
               (option->detail != NULL && strcmp(option->detail, detail) == 0));
}

const struct engine_option *options_find(const struct options *options,
    enum act_kind kind, int64_t item, const char *detail)
{
    for (size_t i = 0; i < options->count; i++) {
        if (is_same(&options->items[i], kind, item, detail)) {
            return &options->items[i];
        }
    }
    return NULL;
}

/* One office's options beside those found before; a lawful one wins. */
static void join(
    struct options *options, const struct engine_option *more, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct engine_option *known = NULL;
        for (size_t k = 0; k < options->count && known == NULL; k++) {
            if (is_same(&options->items[k], more[i].kind, more[i].item,
                    more[i].detail)) {
                known = &options->items[k];
            }
        }
        if (known != NULL && !known->lawful) {
            *known = more[i];
        } else if (known == NULL && options->count < ENGINE_OPTIONS_MAX) {
            options->items[options->count++] = more[i];
        }
    }
}

const struct options *options_of(const struct request *request,
    const struct engine_facts *facts, const char *procedure)
{
    const struct clerk_account *account = request->account;
    struct arena *arena = request->arena;
    struct options *options = arena_take(arena, sizeof *options);
    if (account == NULL) {
        return options;
    }
    options->items =
        arena_take_array(arena, ENGINE_OPTIONS_MAX, sizeof *options->items);
    if (request_has_office(request, "clerk")) {
        options->count = engine_options(
            facts, procedure, NULL, request->today, arena, options->items);
        return options;
    }
    struct engine_option *more =
        arena_take_array(arena, ENGINE_OPTIONS_MAX, sizeof *more);
    for (size_t i = 0; i < account->offices_count; i++) {
        size_t count = engine_options(
            facts, procedure, account->offices[i], request->today, arena, more);
        join(options, more, count);
    }
    if (account->resident != 0) {
        size_t count = engine_options(
            facts, procedure, "member", request->today, arena, more);
        join(options, more, count);
    }
    return options;
}
