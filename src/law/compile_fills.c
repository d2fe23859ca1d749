/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Holds each local act against every edition of a procedure with which it is
 * in force: it may give what is missing, not said, or left to its organ within
 * a bound, and nothing else.
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
static void both_told(const struct compile *compile, struct message *message,
    const struct law_stage *given, const struct law_stage *fixed,
    unsigned column);

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
            edition->stages_count, &fill->stages[i], fill->local->organ,
            &stage);
        if (result == FILL_CHANGES || result == FILL_AMBIGUOUS) {
            both_told(compile,
                compile_fault(compile, fill->file, fill->nodes[i], 0,
                    result == FILL_CHANGES ? "law.fill-changes"
                                           : "law.fill-ambiguous"),
                &fill->stages[i], &edition->stages[stage],
                edition->nodes[stage]->column);
        }
    }
}

/* What each says, and where; `column` is that of the law's sentence. */
static void both_told(const struct compile *compile, struct message *message,
    const struct law_stage *given, const struct law_stage *fixed,
    unsigned column)
{
    const struct law_citation *law = &fixed->citation;
    struct buffer text = BUFFER_EMPTY;
    law_stage_write(compile->law, given, &text);
    (void)message_text(message, "local", given->citation.place);
    (void)message_text(message, "given", buffer_text(&text));
    buffer_clear(&text);
    law_stage_write(compile->law, fixed, &text);
    (void)message_text(message, "law", law->place);
    (void)message_text(message, "fixed", buffer_text(&text));
    buffer_clear(&text);
    buffer_add_format(&text, "%s:%u:%u", law->file, law->line, column);
    (void)message_text(message, "at", buffer_text(&text));
    buffer_finish(&text);
}
