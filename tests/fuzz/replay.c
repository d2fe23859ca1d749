/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Runs a target on its seeds, or on the files named: test_law on seeds/law/.
 */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "fuzz.h"

enum { SEED_BYTES_MAX = 1 << 20 };

static bool file_run(const char *path)
{
    struct buffer content = BUFFER_EMPTY;
    struct error error = {0};
    bool is_read =
        file_read(path, SEED_BYTES_MAX, &content, &error) == STATUS_OK;
    if (is_read) {
        (void)LLVMFuzzerTestOneInput(
            (const uint8_t *)buffer_text(&content), content.length);
    }
    buffer_finish(&content);
    return is_read;
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_create();
    const char *const *names = NULL;
    size_t count = 0;
    const char *folder = "";
    struct error error = {0};
    if (argc > 1) {
        names = (const char *const *)argv + 1;
        count = (size_t)argc - 1;
    } else {
        const char *name = strrchr(argv[0], '_');
        folder = arena_format(
            arena, "tests/fuzz/seeds/%s/", name == NULL ? "" : name + 1);
        if (file_list(folder, "", arena, &names, &count, &error) != STATUS_OK) {
            count = 0;
        }
    }
    if (LLVMFuzzerInitialize != NULL) {
        (void)LLVMFuzzerInitialize(&argc, &argv);
    }
    printf("1..%zu\n", count > 0 ? count : 1);
    bool is_good = count > 0;
    if (!is_good) {
        printf("not ok 1 - there are seeds in %s\n", folder);
    }
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_format(arena, "%s%s", folder, names[i]);
        printf("# %s\n", path); /* the last one said broke it */
        (void)fflush(stdout);
        bool is_read = file_run(path);
        printf("%sok %zu - %s\n", is_read ? "" : "not ", i + 1, path);
        is_good = is_good && is_read;
    }
    arena_destroy(arena);
    return is_good ? 0 : 1;
}
