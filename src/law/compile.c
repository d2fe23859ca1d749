/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * From sources to a corpus, pass by pass.
 */
#include "law/compile.h"

#include <assert.h>

static void passes_run(struct compile *compile,
    const struct law_source *sources, size_t count);
static struct lexer_lines *lines_read(struct compile *compile,
    const struct law_source *sources, size_t count);
static void faults_name(struct compile *compile,
    const struct law_source *sources, size_t count);

enum status law_compile(const struct law_source *sources, size_t count,
    struct law_diagnostics *diagnostics, struct law **law)
{
    assert(sources != NULL || count == 0);
    assert(law != NULL);
    struct diagnostic_list faults;
    diagnostic_start(&faults, diagnostics);
    struct arena *arena = arena_create();
    struct law *made = arena_take(arena, sizeof *made);
    made->arena = arena;
    struct compile compile = {
        .law = made,
        .scratch = arena_create(),
        .symbols = lexer_symbols_create(arena),
        .faults = &faults,
    };
    passes_run(&compile, sources, count);
    arena_destroy(compile.scratch);
    if (diagnostics->count > 0) {
        faults_name(&compile, sources, count);
        diagnostic_sort(&faults, sources, count);
        law_destroy(made);
        return STATUS_INVALID;
    }
    *law = made;
    return STATUS_OK;
}

void law_destroy(struct law *law)
{
    if (law != NULL) {
        arena_destroy(law->arena);
    }
}

struct message *compile_fault(struct compile *compile, const char *file,
    const struct syntax_node *node, unsigned column, const char *key)
{
    return diagnostic_add(compile->faults, file, node->line,
        column == 0 ? node->column : column, key);
}

static void passes_run(struct compile *compile,
    const struct law_source *sources, size_t count)
{
    static void (*const passes[])(struct compile * compile) = {
        compile_blocks, compile_places, compile_norms, compile_procedures,
        compile_fills, compile_calendar};
    struct law *law = compile->law;
    const size_t *faults = &compile->faults->found->count;

    /* Lines and tokens; every text has its symbol. */
    law->lexicon = lexicon_create(law->arena, compile->symbols);
    struct lexer_lines *lines = lines_read(compile, sources, count);
    if (*faults > 0) {
        return;
    }
    /* The lexicon. */
    law->files = arena_take_array(law->arena, count, sizeof *law->files);
    law->files_count = count;
    struct syntax_parser parser = {
        .arena = law->arena,
        .lexicon = law->lexicon,
        .faults = compile->faults,
    };
    for (size_t i = 0; i < count; i++) {
        parser.file = arena_text(law->arena, sources[i].name);
        syntax_read_declarations(&parser, &lines[i], &law->files[i]);
    }
    if (*faults > 0) {
        return;
    }
    compile_words(compile);
    if (*faults > 0) {
        return;
    }
    /* The trees. */
    for (size_t i = 0; i < count; i++) {
        parser.file = law->files[i].name;
        syntax_read_rest(&parser, &lines[i], &law->files[i]);
    }
    for (size_t i = 0; i < sizeof passes / sizeof *passes && *faults == 0;
         i++) {
        passes[i](compile);
    }
}

static struct lexer_lines *lines_read(struct compile *compile,
    const struct law_source *sources, size_t count)
{
    struct lexer_reading reading = {
        .arena = compile->scratch,
        .symbols = compile->symbols,
        .learn = true,
        .faults = compile->faults,
    };
    struct lexer_lines *lines =
        arena_take_array(compile->scratch, count, sizeof *lines);
    for (size_t i = 0; i < count; i++) {
        (void)lexer_read(&reading, &sources[i], &lines[i]);
    }
    return lines;
}

/* The names of files in faults become the caller's, which outlive them. */
static void faults_name(struct compile *compile,
    const struct law_source *sources, size_t count)
{
    struct law_diagnostics *found = compile->faults->found;
    for (size_t i = 0; i < found->count; i++) {
        for (size_t k = 0; k < count && compile->law->files != NULL; k++) {
            if (found->items[i].file == compile->law->files[k].name) {
                found->items[i].file = sources[k].name;
            }
        }
    }
}
