/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Answers by question, the one asked longest ago giving way.
 */
#include "web/study.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/heap.h"
#include "crypto/hash.h"

struct kept {
    struct arena *arena; /* of all below; NULL: nothing is kept here */
    const char *question;
    struct study_answer answer;
    unsigned long asked; /* when, by the count of questions */
};

struct study {
    struct kept kept[STUDY_MAX];
    unsigned long questions;
};

static const char *question_text(
    const struct study_question *question, struct arena *arena);
static struct kept *place_for(struct study *study);
static void work_out(const struct study_question *question, struct arena *arena,
    struct study_answer *answer);
static void facts_ask(const struct study_question *question,
    const struct facts *facts, struct arena *arena,
    struct study_answer *answer);
static void findings_ask(const struct study_question *question,
    const struct facts *facts, struct arena *arena,
    struct study_answer *answer);
static void repair_ask(const struct study_question *question,
    const struct facts *facts, struct arena *arena,
    struct study_answer *answer);
static void changes_ask(const struct study_question *question,
    const struct facts *facts, struct arena *arena,
    struct study_answer *answer);
static void territory_ask(const struct study_question *question,
    const struct facts *facts, struct arena *arena,
    struct study_answer *answer);
static void allocation_ask(const struct study_question *question,
    const struct facts *facts, struct arena *arena,
    struct study_answer *answer);

struct study *study_create(void)
{
    return heap_take(sizeof(struct study));
}

void study_destroy(struct study *study)
{
    for (size_t i = 0; study != NULL && i < STUDY_MAX; i++) {
        arena_destroy(study->kept[i].arena);
    }
    free(study);
}

static int64_t milliseconds(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

const struct study_answer *study_ask(
    struct study *study, const struct study_question *question)
{
    assert(study != NULL && question->law != NULL);
    struct arena *arena = arena_create();
    const char *text = question_text(question, arena);
    study->questions++;
    for (size_t i = 0; i < STUDY_MAX; i++) {
        struct kept *kept = &study->kept[i];
        if (kept->arena != NULL && strcmp(kept->question, text) == 0) {
            arena_destroy(arena);
            kept->asked = study->questions;
            return &kept->answer;
        }
    }
    struct kept *kept = place_for(study);
    arena_destroy(kept->arena);
    *kept = (struct kept){
        .arena = arena, .question = text, .asked = study->questions};
    int64_t start = milliseconds();
    work_out(question, arena, &kept->answer);
    kept->answer.milliseconds = milliseconds() - start;
    return &kept->answer;
}

/* A corpus lives as long as the clerk: its address is its name. */
static const char *question_text(
    const struct study_question *question, struct arena *arena)
{
    char day[DATE_TEXT_MAX] = "";
    char digest[HASH_SIZE * 2 + 1] = "";
    if (date_is_set(question->day)) {
        date_write(question->day, day);
    }
    if (question->file.length > 0) {
        struct hash hash = hash_of(question->file);
        bytes_to_hex(bytes_of(hash.bytes, HASH_SIZE), digest);
    }
    return arena_format(arena, "%d %p %s %s %s %s %d %s %lld",
        (int)question->subject, (const void *)question->law, day,
        question->reading == NULL ? "text" : question->reading,
        question->bill == NULL ? "-" : question->bill,
        question->word == NULL ? "-" : question->word,
        question->is_frozen ? 1 : 0, digest, (long long)question->threshold);
}

static struct kept *place_for(struct study *study)
{
    struct kept *oldest = &study->kept[0];
    for (size_t i = 1; i < STUDY_MAX; i++) {
        if (study->kept[i].asked < oldest->asked) {
            oldest = &study->kept[i];
        }
    }
    return oldest;
}

static void work_out(const struct study_question *question, struct arena *arena,
    struct study_answer *answer)
{
    switch (question->subject) {
    case STUDY_POWERS:
        compare_matrix(question->law, question->word, question->reading, arena,
            &answer->spans, &answer->count);
        return;
    case STUDY_TIMELINE:
        compare_timeline(question->law, question->word, question->reading,
            arena, &answer->events, &answer->count);
        return;
    case STUDY_DISCREPANCIES:
        compare_discrepancies(
            question->law, arena, &answer->discrepancies, &answer->count);
        return;
    case STUDY_FINDINGS:
    case STUDY_CHARTER:
    case STUDY_REPAIR:
    case STUDY_CHANGES:
    case STUDY_TERRITORY:
    case STUDY_ALLOCATION:
        break;
    }
    struct facts_query query = {.day = question->day,
        .reading = question->reading,
        .bill = question->bill};
    struct facts *facts = facts_load(question->law, &query);
    facts_ask(question, facts, arena, answer);
    facts_destroy(facts);
}

static void facts_ask(const struct study_question *question,
    const struct facts *facts, struct arena *arena, struct study_answer *answer)
{
    switch (question->subject) {
    case STUDY_FINDINGS:
        findings_ask(question, facts, arena, answer);
        break;
    case STUDY_CHARTER:
        charter_judge(facts, NULL, question->word, arena, &answer->criteria,
            &answer->count);
        break;
    case STUDY_REPAIR:
        repair_ask(question, facts, arena, answer);
        break;
    case STUDY_CHANGES:
        changes_ask(question, facts, arena, answer);
        break;
    case STUDY_TERRITORY:
        territory_ask(question, facts, arena, answer);
        break;
    case STUDY_ALLOCATION:
        allocation_ask(question, facts, arena, answer);
        break;
    case STUDY_POWERS:
    case STUDY_TIMELINE:
    case STUDY_DISCREPANCIES:
        break;
    }
}

/* A file that cannot be read hides nothing of what was found. */
static void findings_ask(const struct study_question *question,
    const struct facts *facts, struct arena *arena, struct study_answer *answer)
{
    const struct acknowledge_entry *entries = NULL;
    size_t count = 0;
    findings_find(
        facts, findings_all(), arena, &answer->findings, &answer->count);
    if (acknowledge_read(question->file, arena, &entries, &count,
            &answer->error) != STATUS_OK) {
        return;
    }
    struct acknowledge_state *states =
        arena_take_array(arena, answer->count, sizeof *states);
    for (size_t i = 0; i < answer->count; i++) {
        acknowledge_judge(facts, &answer->findings[i], entries, count, arena,
            &states[i]);
    }
    answer->acknowledged = states;
}

static void repair_ask(const struct study_question *question,
    const struct facts *facts, struct arena *arena, struct study_answer *answer)
{
    static const char *const constitution[] = {"constitution"};
    struct repair_terms terms = {.kinds = findings_all()};
    if (question->is_frozen) {
        terms.freeze = constitution;
        terms.freeze_count = 1;
    }
    repair_find(facts, &terms, arena, &answer->repair);
    answer->count = answer->repair.options_count;
    const char **bills =
        arena_take_array(arena, answer->count, sizeof(const char *));
    for (size_t i = 0; i < answer->count; i++) {
        struct buffer bill = BUFFER_EMPTY;
        repair_write(facts, &answer->repair.options[i], question->day,
            arena_format(arena, "repair-%zu", i + 1), &bill);
        bills[i] = arena_text(arena, buffer_text(&bill));
        buffer_finish(&bill);
    }
    answer->bills = bills;
}

static void changes_ask(const struct study_question *question,
    const struct facts *facts, struct arena *arena, struct study_answer *answer)
{
    static const struct compare_scope everything = {0};
    struct facts_query without = {
        .day = question->day, .reading = question->reading};
    struct facts *before = facts_load(question->law, &without);
    compare_days(
        before, facts, &everything, arena, &answer->changes, &answer->count);
    facts_destroy(before);
}

/*
 * Without measurements each unit of the register counts as one: who lives in
 * it is not known, but whether its level has an elected organ is.
 */
static void territory_ask(const struct study_question *question,
    const struct facts *facts, struct arena *arena, struct study_answer *answer)
{
    const struct density_unit *units = NULL;
    size_t count = 0;
    if (question->file.length > 0) {
        if (density_read(question->file, arena, &units, &count,
                &answer->error) != STATUS_OK) {
            return;
        }
    } else {
        struct density_unit *registered =
            arena_take_array(arena, territory_count(), sizeof *registered);
        for (size_t i = 0; i < territory_count(); i++) {
            const struct territory *unit = territory_at(i);
            for (size_t k = 0; k < law_levels_count(question->law); k++) {
                if (strcmp(law_level_at(question->law, k)->id, unit->kind) ==
                    0) {
                    registered[count++] = (struct density_unit){
                        .unit = unit, .population = 1, .area = -1};
                }
            }
        }
        units = registered;
    }
    density_table(facts, units, count, question->threshold, arena,
        &answer->territory, &answer->count);
}

static void allocation_ask(const struct study_question *question,
    const struct facts *facts, struct arena *arena, struct study_answer *answer)
{
    static const struct allocate_weights equal = {0};
    const struct allocate_measure *measures = NULL;
    if (allocate_read(question->file, arena, &measures, &answer->count,
            &answer->error) == STATUS_OK) {
        allocate_rank(
            facts, measures, answer->count, &equal, arena, &answer->allocation);
    }
}
