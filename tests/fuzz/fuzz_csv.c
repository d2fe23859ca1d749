/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A register of residents as CSV: every row is right, or none is taken and
 * the fault has its place.  Whoever is taken has canonical fields that are
 * JSON and read back the same.
 */
#include <string.h>

#include "base/json.h"
#include "community/resident.h"
#include "fuzz.h"

static void resident_check(const struct resident *resident, struct arena *arena)
{
    struct buffer fields = BUFFER_EMPTY;
    struct buffer again = BUFFER_EMPTY;
    struct error error = {0};
    const struct json *read = NULL;
    resident_fields(resident, &fields);
    fuzz_must(
        json_parse(buffer_bytes(&fields), arena, &read, &error) == STATUS_OK,
        "the fields of a resident are JSON");
    json_write(read, &again);
    fuzz_must(strcmp(buffer_text(&fields), buffer_text(&again)) == 0,
        "the fields of a resident are canonical");
    fuzz_must(territory_find(resident->kato) != NULL,
        "a resident lives in a place of the register");
    fuzz_must(resident->number == NULL ||
            resident_number_is_valid(resident->number, true),
        "a personal number that was taken is valid");
    buffer_finish(&fields);
    buffer_finish(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct date today = {2026, 11, 25};
    struct arena *arena = arena_create();
    struct resident *residents = NULL;
    size_t count = 0;
    struct error error = {0};
    enum status status =
        resident_read_csv(bytes_of(data, size), territory_find("116645000"),
            true, today, arena, &residents, &count, &error);
    if (status == STATUS_OK) {
        for (size_t i = 0; i < count; i++) {
            resident_check(&residents[i], arena);
        }
    } else {
        fuzz_must(status == STATUS_INVALID, "a wrong file is invalid");
        fuzz_must(error.message.key != NULL, "a fault has a message");
        fuzz_must(residents == NULL, "nothing of a wrong file is taken");
    }
    arena_destroy(arena);
    return 0;
}
