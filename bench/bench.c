/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 *   bench FOLDER
 *
 * Kenes beside clingo and Z3 on copies of the law of 2010: the same answers,
 * and how long each takes for them.  Every figure is of processor time, user
 * and system; every ratio is of two programs run one after the other, and the
 * median of several such runs.  Exit 1 where answers differ or a limit is not
 * held.  FOLDER, in which the program side lies, gets the corpora, the
 * questions and bench.svg.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "answers.h"
#include "base/file.h"
#include "chart.h"
#include "run.h"

enum { RUNS = 7, SIZES = 3 };

static const char day_text[] = "2010-01-01";
static const size_t wanted[SIZES] = {1000, 5000, 25000}; /* norms or more */
static const double findings_limit = 1.0;
static const double repair_limit = 0.1;

/* Of one run of one size. */
struct sample {
    double kenes;
    double kenes_loaded; /* of it from the compiled law on */
    double clingo;
    double repair;
    double z3;
    double z3_start; /* of it to start: Z3 on nothing */
};

struct size {
    const char *folder;
    const char *facts;   /* clingo's question */
    const char *problem; /* Z3's */
    size_t norms;
    size_t findings;
    size_t conflicts;
    bool differs_in_findings; /* in any run */
    bool differs_in_repair;
    struct sample samples[RUNS];
};

struct bench {
    struct arena *arena;
    struct copies_law own;
    const char *folder;
    const char *side;
    const char *nothing; /* an empty question for Z3 */
    struct size sizes[SIZES];
};

/* What is looked at in the samples of a size. */
typedef double quantity(const struct sample *sample);

static void progress(size_t done, size_t norms, const char *program)
{
    const size_t all = (size_t)RUNS * SIZES;
    if (isatty(STDERR_FILENO)) {
        (void)fprintf(stderr, "\r%3zu %%  %zu norms, %-10s\r", done * 100 / all,
            norms, program);
    }
}

static bool said_by(const char *const *program, struct run *run)
{
    bool is_run = run_program(program, run);
    if (is_run && run->said.length == 0) {
        (void)fprintf(stderr, "%s says nothing\n", program[0]);
        is_run = false;
    }
    return is_run;
}

static bool nothing_write(struct bench *bench)
{
    struct error error = {0};
    bench->nothing =
        arena_format(bench->arena, "%s/nothing.smt2", bench->folder);
    return file_write(bench->nothing, bytes_of_text("(check-sat)\n"), &error) ==
        STATUS_OK;
}

/* Writes the copies and asks side for the questions. */
static bool size_make(struct bench *bench, size_t index)
{
    struct size *size = &bench->sizes[index];
    struct error error = {0};
    struct date day = {0};
    (void)date_parse(day_text, &day);
    size_t norms = copies_norms(&bench->own, day);
    size_t copies = (wanted[index] + norms - 1) / norms;
    size->folder =
        arena_format(bench->arena, "%s/copies-%zu", bench->folder, copies);
    size->facts = arena_format(bench->arena, "%s/findings.lp", size->folder);
    size->problem = arena_format(bench->arena, "%s/repair.smt2", size->folder);
    if (file_make_folder(size->folder, &error) != STATUS_OK ||
        copies_write(&bench->own, day, copies, size->folder, &error) !=
            STATUS_OK) {
        (void)fprintf(stderr, "%s cannot be written\n", size->folder);
        return false;
    }
    struct run run;
    const char *const ask[] = {
        bench->side, "ask", size->folder, day_text, NULL};
    bool is_asked = said_by(ask, &run) && run.status == 0;
    if (is_asked) {
        size->norms =
            (size_t)answers_number(buffer_text(&run.said), "norms ", 0);
    }
    run_finish(&run);
    return is_asked;
}

static bool findings_run(
    struct bench *bench, struct size *size, struct sample *sample)
{
    struct run kenes;
    struct run clingo = {.said = BUFFER_EMPTY};
    const char *const ours[] = {
        bench->side, "findings", size->folder, day_text, NULL};
    const char *const theirs[] = {"clingo", size->facts, NULL};
    bool is_run = said_by(ours, &kenes) && said_by(theirs, &clingo);
    if (is_run) {
        const char *said = buffer_text(&kenes.said);
        sample->kenes = kenes.seconds;
        sample->kenes_loaded = answers_number(said, "seconds ", 1) +
            answers_number(said, "seconds ", 2);
        sample->clingo = clingo.seconds;
        size->findings = answers_findings(said);
        size->differs_in_findings = size->differs_in_findings ||
            !answers_same_findings(
                &bench->own, said, buffer_text(&clingo.said));
    }
    run_finish(&kenes);
    run_finish(&clingo);
    return is_run;
}

static bool repair_run(
    struct bench *bench, struct size *size, struct sample *sample)
{
    struct run kenes;
    struct run z3 = {.said = BUFFER_EMPTY};
    struct run start = {.said = BUFFER_EMPTY};
    const char *const ours[] = {
        bench->side, "repair", size->folder, day_text, NULL};
    const char *const theirs[] = {"z3", size->problem, NULL};
    const char *const nothing[] = {"z3", bench->nothing, NULL};
    bool is_run = said_by(ours, &kenes) && said_by(theirs, &z3) &&
        said_by(nothing, &start);
    if (is_run) {
        const char *said = buffer_text(&kenes.said);
        sample->repair = answers_number(said, "seconds ", 2);
        sample->z3 = z3.seconds;
        sample->z3_start = start.seconds;
        size->conflicts = (size_t)answers_number(said, "conflicts ", 0);
        size->differs_in_repair = size->differs_in_repair ||
            answers_cost(said) <= 0 ||
            answers_cost(said) != answers_optimum(buffer_text(&z3.said));
    }
    run_finish(&kenes);
    run_finish(&z3);
    run_finish(&start);
    return is_run;
}

static double kenes_of(const struct sample *sample)
{
    return sample->kenes;
}

static double loaded_of(const struct sample *sample)
{
    return sample->kenes_loaded;
}

static double clingo_of(const struct sample *sample)
{
    return sample->clingo;
}

static double findings_ratio_of(const struct sample *sample)
{
    return sample->kenes / sample->clingo;
}

static double repair_of(const struct sample *sample)
{
    return sample->repair;
}

static double z3_of(const struct sample *sample)
{
    return sample->z3;
}

static double z3_start_of(const struct sample *sample)
{
    return sample->z3_start;
}

static double repair_ratio_of(const struct sample *sample)
{
    return sample->repair / sample->z3;
}

static int number_compare(const void *left, const void *right)
{
    const double *one = left;
    const double *other = right;
    return (*one > *other) - (*one < *other);
}

static double median(const struct size *size, quantity *of)
{
    double values[RUNS];
    for (size_t i = 0; i < RUNS; i++) {
        values[i] = of(&size->samples[i]);
    }
    qsort(values, RUNS, sizeof *values, number_compare);
    return values[RUNS / 2];
}

static void tables_print(const struct bench *bench)
{
    (void)printf("Processor seconds, medians of %d runs in turn.\n\n"
                 "Findings (status, territory, procedure).  Kenes: the whole "
                 "process, from the\ntext of the law; of it from the compiled "
                 "law on: loading the facts, finding,\nsaying.  clingo: the "
                 "whole process, from the text of the facts.\n\n"
                 "%8s %9s %8s %8s %8s %7s %6s  %s\n",
        RUNS, "norms", "findings", "Kenes", "loaded", "clingo", "ratio",
        "limit", "answers");
    for (size_t i = 0; i < SIZES; i++) {
        const struct size *size = &bench->sizes[i];
        (void)printf("%8zu %9zu %8.3f %8.3f %8.3f %7.2f %6.1f  %s\n",
            size->norms, size->findings, median(size, kenes_of),
            median(size, loaded_of), median(size, clingo_of),
            median(size, findings_ratio_of), findings_limit,
            size->differs_in_findings ? "DIFFERENT" : "equal");
    }
    (void)printf("\nRepair (every kind of conflict).  Kenes: finding the "
                 "conflicts in loaded facts\nand the cheapest repair.  Z3: "
                 "the whole process, which is given the conflicts;\nof it to "
                 "start: Z3 on an empty problem.\n\n"
                 "%8s %9s %8s %8s %8s %7s %6s  %s\n",
        "norms", "conflicts", "Kenes", "Z3", "start", "ratio", "limit",
        "optimum");
    for (size_t i = 0; i < SIZES; i++) {
        const struct size *size = &bench->sizes[i];
        (void)printf("%8zu %9zu %8.4f %8.3f %8.3f %7.3f %6.1f  %s\n",
            size->norms, size->conflicts, median(size, repair_of),
            median(size, z3_of), median(size, z3_start_of),
            median(size, repair_ratio_of), repair_limit,
            size->differs_in_repair ? "DIFFERENT" : "equal");
    }
}

static bool chart_save(const struct bench *bench)
{
    struct chart_bar findings[SIZES];
    struct chart_bar repairs[SIZES];
    for (size_t i = 0; i < SIZES; i++) {
        const struct size *size = &bench->sizes[i];
        findings[i] =
            (struct chart_bar){size->norms, median(size, findings_ratio_of)};
        repairs[i] =
            (struct chart_bar){size->norms, median(size, repair_ratio_of)};
    }
    const struct chart_panel panels[] = {
        {"findings: time over clingo's", findings_limit, findings, SIZES},
        {"repair: time over Z3's", repair_limit, repairs, SIZES},
    };
    struct buffer svg = BUFFER_EMPTY;
    struct error error = {0};
    chart_write(panels, sizeof panels / sizeof *panels,
        "Kenes on copies of the law of 2010", &svg);
    const char *path =
        arena_format(bench->arena, "%s/bench.svg", bench->folder);
    bool is_saved = file_write(path, buffer_bytes(&svg), &error) == STATUS_OK;
    buffer_finish(&svg);
    if (is_saved) {
        (void)printf("\n%s\n", path);
    }
    return is_saved;
}

/* Every answer is the same and every limit is held. */
static bool is_held(const struct bench *bench)
{
    bool is = true;
    for (size_t i = 0; i < SIZES; i++) {
        const struct size *size = &bench->sizes[i];
        is = is && !size->differs_in_findings && !size->differs_in_repair &&
            median(size, findings_ratio_of) <= findings_limit &&
            median(size, repair_ratio_of) <= repair_limit;
    }
    return is;
}

static bool bench_run(struct bench *bench)
{
    bool is_run = nothing_write(bench);
    for (size_t i = 0; i < SIZES && is_run; i++) {
        progress(0, wanted[i], "copies");
        is_run = size_make(bench, i);
    }
    for (size_t run = 0; run < RUNS && is_run; run++) {
        for (size_t i = 0; i < SIZES && is_run; i++) {
            struct size *size = &bench->sizes[i];
            progress(run * SIZES + i, size->norms, "findings");
            is_run = findings_run(bench, size, &size->samples[run]);
            progress(run * SIZES + i, size->norms, "repair");
            is_run = is_run && repair_run(bench, size, &size->samples[run]);
        }
    }
    return is_run;
}

int main(int argc, char **argv)
{
    static struct bench bench;
    if (argc != 2) {
        (void)fputs("usage: bench FOLDER\n", stderr);
        return EXIT_FAILURE;
    }
    bench.arena = arena_create();
    bench.folder = argv[1];
    bench.side = arena_format(bench.arena, "%s/side", bench.folder);
    bool is_good = copies_start(&bench.own) && bench_run(&bench);
    if (is_good) {
        tables_print(&bench);
        is_good = chart_save(&bench) && is_held(&bench);
        (void)puts(is_good ? "Every limit is held." : "NOT HELD.");
    }
    copies_finish(&bench.own);
    arena_destroy(bench.arena);
    return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
