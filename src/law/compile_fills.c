/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Holds each local act against every edition of a procedure with which it is
 * in force: it may give what is missing or not said, and nothing else.
 */
#include "law/compile.h"

#include "law/fill.h"

static void fill_check(struct compile *compile,
    const struct corpus_procedure *procedure,
    const struct corpus_procedure_edition *fill);
static bool in_force_together(const struct corpus_procedure *procedure,
    size_t index, const struct corpus_act *local);
static void stages_check(struct compile *compile,
    const struct corpus_procedure_edition *edition,
    const struct corpus_procedure_edition *fill);

void compile_fills(struct compile *compile)
{
    const struct law *law = compile->law;
    for (size_t i = 0; i < map_count(law->procedures); i++) {
        const struct corpus_procedure *procedure =
            map_value_at(law->procedures, i);
        for (size_t k = 0; k < procedure->fills_count; k++) {
            fill_check(compile, procedure, &procedure->fills[k]);
        }
    }
}

static void fill_check(struct compile *compile,
    const struct corpus_procedure *procedure,
    const struct corpus_procedure_edition *fill)
{
    size_t met = 0;
    for (size_t i = 0; i < procedure->editions_count; i++) {
        if (in_force_together(procedure, i, fill->local)) {
            stages_check(compile, &procedure->editions[i], fill);
            met++;
        }
    }
    if (met == 0) {
        (void)message_text(compile_fault(compile, fill->file, fill->node, 0,
                               "law.fill-nothing"),
            "text", procedure->id);
    }
}

/* An edition ends where one for everybody begins. */
static bool in_force_together(const struct corpus_procedure *procedure,
    size_t index, const struct corpus_act *local)
{
    if (date_is_set(local->until) &&
        date_compare(procedure->editions[index].from, local->until) > 0) {
        return false;
    }
    for (size_t i = index + 1; i < procedure->editions_count; i++) {
        const struct corpus_procedure_edition *next =
            &procedure->editions[i];
        if (!next->applies.given &&
            date_compare(next->from, local->from) <= 0) {
            return false;
        }
    }
    return true;
}

static void stages_check(struct compile *compile,
    const struct corpus_procedure_edition *edition,
    const struct corpus_procedure_edition *fill)
{
    for (size_t i = 0; i < fill->stages_count; i++) {
        size_t stage = 0;
        enum fill_result result = fill_find(edition->stages,
            edition->stages_count, &fill->stages[i], &stage);
        if (result == FILL_FITS || result == FILL_NEW) {
            continue;
        }
        const struct law_citation *law = &edition->stages[stage].citation;
        struct message *message = compile_fault(compile, fill->file,
            fill->nodes[i], 0,
            result == FILL_CHANGES ? "law.fill-changes"
                                   : "law.fill-ambiguous");
        (void)message_text(message, "local", fill->stages[i].citation.place);
        (void)message_text(message, "law", law->place);
        (void)message_text(message, "file", law->file);
        (void)message_number(message, "line", law->line);
    }
}
