/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * An act as JSON: refused with its fault, or read; what is JSON is written in
 * a form that reads back the same.
 */
#include <string.h>

#include "fuzz.h"
#include "proceeding/act.h"

static void round_trip(const struct json *value, struct arena *arena)
{
    struct buffer canonical = BUFFER_EMPTY;
    struct buffer printed = BUFFER_EMPTY;
    struct buffer again = BUFFER_EMPTY;
    json_write(value, &canonical);
    json_print(value, &printed);
    const struct bytes forms[] = {
        buffer_bytes(&canonical), buffer_bytes(&printed)};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const struct json *read = NULL;
        struct error error = {0};
        buffer_clear(&again);
        fuzz_must(json_parse(forms[i], arena, &read, &error) == STATUS_OK,
            "what was written is read again");
        json_write(read, &again);
        fuzz_must(strcmp(buffer_text(&again), buffer_text(&canonical)) == 0,
            "what was written reads back the same");
    }
    buffer_finish(&canonical);
    buffer_finish(&printed);
    buffer_finish(&again);
}

static void act_check(const struct act *act)
{
    int64_t residents[ACT_PERSONS_MAX];
    enum act_kind kind = ACT_OPEN;
    fuzz_must(
        act_kind_parse(act_kind_name(act->kind), &kind) && kind == act->kind,
        "a kind has its name");
    fuzz_must(act_residents(act, residents) <= ACT_PERSONS_MAX,
        "an act names a bounded number of residents");
    fuzz_must(act->actor != NULL, "somebody acts");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    const struct json *value = NULL;
    struct act act = {0};
    struct error error = {0};
    if (json_parse(bytes_of(data, size), arena, &value, &error) == STATUS_OK) {
        round_trip(value, arena);
        if (act_read(value, arena, &act, &error) == STATUS_OK) {
            act_check(&act);
        } else {
            fuzz_must(error.message.key != NULL, "a fault has a message");
        }
    } else {
        fuzz_must(error.message.key != NULL, "a fault has a message");
    }
    arena_destroy(arena);
    return 0;
}
