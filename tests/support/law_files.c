/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Reads and compiles law files for tests.
 */
#include "law_files.h"

#include <string.h>

#include "base/file.h"
#include "test.h"

static const char WORDS[] = "law/words"; /* words.law, words-….law */

static void folder_read(struct law_files *files, const char *folder);
static struct law_source file_source(struct arena *arena, const char *path);
static void diagnostics_print(const struct law_diagnostics *diagnostics);

struct law_files law_files_read(void)
{
    struct law_files files = {.arena = arena_create()};
    folder_read(&files, "law");
    folder_read(&files, "law/local");
    return files;
}

void law_files_finish(struct law_files *files)
{
    arena_destroy(files->arena);
    files->arena = NULL;
}

struct law *law_files_compile(const struct law_source *sources, size_t count)
{
    static struct law_diagnostics diagnostics;
    diagnostics.count = 0;
    struct law *law = NULL;
    if (law_compile(sources, count, &diagnostics, &law) != STATUS_OK) {
        diagnostics_print(&diagnostics);
        fail_msg("%zu faults in the law", diagnostics.count);
    }
    return law;
}

struct law *law_files_compile_text(const char *text)
{
    static struct law_diagnostics diagnostics;
    struct law *law = NULL;
    if (law_files_try_text(text, &diagnostics, &law) != STATUS_OK) {
        diagnostics_print(&diagnostics);
        fail_msg("%zu faults in the law", diagnostics.count);
    }
    return law;
}

enum status law_files_try_text(const char *text,
    struct law_diagnostics *diagnostics, struct law **law)
{
    struct law_files files = law_files_read();
    struct law_source *sources =
        arena_take_array(files.arena, files.count + 1, sizeof *sources);
    size_t count = 0;
    for (size_t i = 0; i < files.count; i++) {
        if (strncmp(files.sources[i].name, WORDS, strlen(WORDS)) == 0) {
            sources[count] = files.sources[i];
            sources[count++].name = WORDS;
        }
    }
    sources[count++] = (struct law_source){"text.law", bytes_of_text(text)};
    diagnostics->count = 0;
    enum status status = law_compile(sources, count, diagnostics, law);
    law_files_finish(&files);
    return status;
}

static void folder_read(struct law_files *files, const char *folder)
{
    struct error error = {0};
    const char *const *names = NULL;
    size_t count = 0;
    assert_int_equal(file_list(folder, ".law", files->arena, &names, &count,
                         &error),
        STATUS_OK);
    struct law_source *sources = arena_take_array(
        files->arena, files->count + count, sizeof *sources);
    for (size_t i = 0; i < files->count; i++) {
        sources[i] = files->sources[i];
    }
    for (size_t i = 0; i < count; i++) {
        sources[files->count + i] = file_source(files->arena,
            arena_format(files->arena, "%s/%s", folder, names[i]));
    }
    files->sources = sources;
    files->count += count;
}

static struct law_source file_source(struct arena *arena, const char *path)
{
    struct buffer content = BUFFER_EMPTY;
    struct error error = {0};
    assert_int_equal(
        file_read(path, LAW_SOURCE_BYTES_MAX, &content, &error), STATUS_OK);
    const char *text = arena_text_n(arena, content.data, content.length);
    buffer_finish(&content);
    return (struct law_source){arena_text(arena, path), bytes_of_text(text)};
}

static void diagnostics_print(const struct law_diagnostics *diagnostics)
{
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct law_diagnostic *found = &diagnostics->items[i];
        print_error("%s:%u:%u: %s", found->file, found->line, found->column,
            found->message.key);
        for (size_t j = 0; j < found->message.count; j++) {
            print_error(" %s=%s", found->message.arguments[j].name,
                found->message.arguments[j].value);
        }
        print_error("\n");
    }
}
