/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 *   side findings|repair|ask FOLDER DAY
 *
 * Kenes's side of a comparison, of the corpus in a folder: a line for each
 * finding of the kinds that clingo is given too; what the cheapest repair
 * costs; or the questions for the others, as files in the folder.  The last
 * line is the processor time of each step.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "questions.h"

enum { RULES_BYTES_MAX = 1 << 20 };

struct side {
    struct arena *arena;
    const char *folder;
    struct law *law;
    struct facts *facts;
};

static double seconds(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void faults_print(const struct law_diagnostics *faults)
{
    for (size_t i = 0; i < faults->count; i++) {
        (void)fprintf(stderr, "%s:%u:%u: %s\n", faults->items[i].file,
            faults->items[i].line, faults->items[i].column,
            faults->items[i].message.key);
    }
}

static bool corpus_read(struct side *side)
{
    static struct law_diagnostics faults;
    struct error error = {0};
    const char *const *names = NULL;
    size_t count = 0;
    if (file_list(side->folder, ".law", side->arena, &names, &count, &error) !=
        STATUS_OK) {
        return false;
    }
    struct law_source *sources =
        arena_take_array(side->arena, count, sizeof *sources);
    struct buffer *texts = arena_take_array(side->arena, count, sizeof *texts);
    bool is_read = true;
    for (size_t i = 0; i < count && is_read; i++) {
        const char *path =
            arena_format(side->arena, "%s/%s", side->folder, names[i]);
        is_read = file_read(path, LAW_SOURCE_BYTES_MAX, &texts[i], &error) ==
            STATUS_OK;
        sources[i] = (struct law_source){names[i], buffer_bytes(&texts[i])};
    }
    if (is_read) {
        is_read = law_compile(sources, count, &faults, &side->law) == STATUS_OK;
        faults_print(&faults);
    }
    for (size_t i = 0; i < count; i++) {
        buffer_finish(&texts[i]);
    }
    return is_read;
}

static void findings_print(const struct side *side)
{
    const struct findings_item *items = NULL;
    size_t count = 0;
    findings_find(side->facts, QUESTIONS_FINDINGS, side->arena, &items, &count);
    for (size_t i = 0; i < count; i++) {
        (void)puts(items[i].key);
    }
}

static void repair_print(const struct side *side)
{
    struct repair_result repair = {0};
    repair_find(side->facts, &(struct repair_terms){.kinds = QUESTIONS_REPAIR},
        side->arena, &repair);
    (void)printf("conflicts %zu\ncost %lld\n", repair.conflicts,
        (long long)questions_cost(&repair));
}

static bool questions_write(const struct side *side)
{
    struct buffer findings = BUFFER_EMPTY;
    struct buffer repair = BUFFER_EMPTY;
    struct error error = {0};
    bool is_read = file_read("tests/inquiry/oracle.lp", RULES_BYTES_MAX,
                       &findings, &error) == STATUS_OK;
    questions_facts(side->facts, &findings);
    questions_repair(side->facts, &repair);
    bool is_written = is_read &&
        file_write(arena_format(side->arena, "%s/findings.lp", side->folder),
            buffer_bytes(&findings), &error) == STATUS_OK &&
        file_write(arena_format(side->arena, "%s/repair.smt2", side->folder),
            buffer_bytes(&repair), &error) == STATUS_OK;
    buffer_finish(&findings);
    buffer_finish(&repair);
    (void)printf("norms %zu\n", facts_count(side->facts));
    return is_written;
}

int main(int argc, char **argv)
{
    struct date day = {0};
    if (argc != 4 || !date_parse(argv[3], &day)) {
        (void)fputs("usage: side findings|repair|ask FOLDER DAY\n", stderr);
        return EXIT_FAILURE;
    }
    struct side side = {.arena = arena_create(), .folder = argv[2]};
    if (!corpus_read(&side)) {
        (void)fprintf(stderr, "%s: no corpus\n", side.folder);
        return EXIT_FAILURE;
    }
    double read = seconds();
    side.facts = facts_load(side.law, &(struct facts_query){.day = day});
    double loaded = seconds();
    bool is_good = true;
    if (strcmp(argv[1], "findings") == 0) {
        findings_print(&side);
    } else if (strcmp(argv[1], "repair") == 0) {
        repair_print(&side);
    } else {
        is_good = questions_write(&side);
    }
    (void)printf(
        "seconds %.6f %.6f %.6f\n", read, loaded - read, seconds() - loaded);
    facts_destroy(side.facts);
    law_destroy(side.law);
    arena_destroy(side.arena);
    return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
