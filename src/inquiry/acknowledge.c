/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Acknowledged findings: what they cite, and whether it still says the same.
 */
#include "inquiry/acknowledge.h"

#include <string.h>

/* What a place says, put together from norms and stages. */
struct saying {
    const struct facts *facts;
    const char *place;
    struct buffer text;
};

static void saying_add(struct saying *saying, const char *text);
static void norms_add(struct saying *saying);
static void stages_add(struct saying *saying, struct arena *arena);
static const char *line_of(
    const struct acknowledge_line *lines, size_t count, const char *place);
static size_t changes_find(const struct acknowledge_entry *entry,
    const struct acknowledge_line *lines, size_t count,
    struct acknowledge_change *changes);

void acknowledge_lines(const struct facts *facts,
    const struct findings_item *item, struct arena *arena,
    const struct acknowledge_line **lines, size_t *count)
{
    size_t most = item->parts_count + item->places_count;
    struct acknowledge_line *taken =
        arena_take_array(arena, most, sizeof *taken);
    size_t taken_count = 0;
    for (size_t i = 0; i < most; i++) {
        const char *place = i < item->parts_count
            ? item->parts[i].norm->citation.place
            : item->places[i - item->parts_count];
        if (line_of(taken, taken_count, place) == NULL) {
            struct saying saying = {
                .facts = facts, .place = place, .text = BUFFER_EMPTY};
            norms_add(&saying);
            stages_add(&saying, arena);
            taken[taken_count++] = (struct acknowledge_line){
                .place = place,
                .text = arena_text(arena, buffer_text(&saying.text)),
            };
            buffer_finish(&saying.text);
        }
    }
    *lines = taken;
    *count = taken_count;
}

static void saying_add(struct saying *saying, const char *text)
{
    buffer_add_text(&saying->text, saying->text.length > 0 ? " | " : "");
    buffer_add_text(&saying->text, text);
}

static void norms_add(struct saying *saying)
{
    for (size_t id = 1; id <= facts_count(saying->facts); id++) {
        const struct law_norm *norm = facts_norm(saying->facts, id);
        if (strcmp(norm->citation.place, saying->place) == 0) {
            struct buffer line = BUFFER_EMPTY;
            buffer_add_format(&line, "%s %s: %s%s%s%s%s", norm->subject,
                norm->verb, norm->object, norm->clauses[0] == '\0' ? "" : "; ",
                norm->clauses,
                norm->applies == NULL ? "" : "; applies where ",
                norm->applies == NULL ? "" : norm->applies);
            saying_add(saying, buffer_text(&line));
            buffer_finish(&line);
        }
    }
}

/* Of a procedure that is cited as a whole, every stage. */
static void stages_add(struct saying *saying, struct arena *arena)
{
    const struct law *law = facts_law(saying->facts);
    const struct date day = facts_day(saying->facts);
    const char *const *ids = NULL;
    size_t count = 0;
    law_procedures(law, day, arena, &ids, &count);
    for (size_t i = 0; i < count; i++) {
        const struct law_procedure *procedure =
            law_procedure(law, ids[i], day, NULL, -1, arena);
        bool is_whole = procedure != NULL &&
            strcmp(procedure->citation.place, saying->place) == 0;
        for (size_t k = 0; procedure != NULL && k < procedure->stages_count;
             k++) {
            const struct law_stage *stage = &procedure->stages[k];
            if (is_whole ||
                strcmp(stage->citation.place, saying->place) == 0) {
                struct buffer line = BUFFER_EMPTY;
                law_stage_write(law, stage, &line);
                saying_add(saying, buffer_text(&line));
                buffer_finish(&line);
            }
        }
    }
}

void acknowledge_judge(const struct facts *facts,
    const struct findings_item *item, const struct acknowledge_entry *entries,
    size_t count, struct arena *arena, struct acknowledge_state *state)
{
    const struct acknowledge_line *lines = NULL;
    size_t lines_count = 0;
    *state = (struct acknowledge_state){0};
    for (size_t i = count; i > 0; i--) {
        const struct acknowledge_entry *entry = &entries[i - 1];
        if (strcmp(entry->finding, item->key) != 0) {
            continue;
        }
        if (state->entry == NULL) {
            acknowledge_lines(facts, item, arena, &lines, &lines_count);
        }
        struct acknowledge_change *changes = arena_take_array(
            arena, lines_count + entry->lines_count, sizeof *changes);
        size_t changed = changes_find(entry, lines, lines_count, changes);
        if (state->entry == NULL || changed == 0) {
            *state = (struct acknowledge_state){entry, changes, changed};
        }
        if (changed == 0) {
            return;
        }
    }
}

static const char *line_of(
    const struct acknowledge_line *lines, size_t count, const char *place)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(lines[i].place, place) == 0) {
            return lines[i].text;
        }
    }
    return NULL;
}

static size_t changes_find(const struct acknowledge_entry *entry,
    const struct acknowledge_line *lines, size_t count,
    struct acknowledge_change *changes)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        const char *was =
            line_of(entry->lines, entry->lines_count, lines[i].place);
        if (was == NULL || strcmp(was, lines[i].text) != 0) {
            changes[found++] = (struct acknowledge_change){
                lines[i].place, was, lines[i].text};
        }
    }
    for (size_t i = 0; i < entry->lines_count; i++) {
        if (line_of(lines, count, entry->lines[i].place) == NULL) {
            changes[found++] = (struct acknowledge_change){
                entry->lines[i].place, entry->lines[i].text, NULL};
        }
    }
    return found;
}
