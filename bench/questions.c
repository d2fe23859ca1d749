/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Writes the relations of the inquiry for others to judge.
 */
#include "questions.h"

#include <sqlite3.h>
#include <string.h>

#include "base/map.h"
#include "inquiry/facts_internal.h"

/* Each row of a statement as one fact, its columns as they are. */
static void relation_write(
    const struct facts *facts, const char *sql, struct buffer *text)
{
    struct arena *arena = arena_create();
    sqlite3_stmt *statement = facts_prepare(facts, sql);
    while (facts_step(statement)) {
        buffer_add_text(text, facts_column(statement, 0, arena));
        buffer_add_char(text, '\n');
    }
    (void)sqlite3_finalize(statement);
    arena_destroy(arena);
}

void questions_facts(const struct facts *facts, struct buffer *text)
{
    static const char *const relations[] = {
        "SELECT printf('n(0,%d,\"%s\",%d,\"%s\",\"%s\",\"%s\",\"%s\").', id,"
        " place, rank, subject, verb, object, coalesce(capacity, ''))"
        " FROM live ORDER BY id",
        "SELECT printf('is(\"%s\",\"%s\").', word, wider) FROM is_a",
        "SELECT printf('organ(\"%s\").', word) FROM word"
        " WHERE kind IN ('organ', 'office')",
        "SELECT printf('body(\"%s\").', word) FROM word WHERE kind = 'organ'",
        "SELECT printf('part(\"%s\",\"%s\").', level, part) FROM covers",
        "SELECT printf('compact(\"%s\",\"%s\").', level, compact) FROM level"
        " WHERE compact <> 'unknown'",
    };
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
        relation_write(facts, relations[i], text);
    }
}

/* The question while it is written. */
struct writing {
    const struct facts *facts;
    struct map *known; /* norms and provisions that are declared */
    struct buffer *declarations;
    struct buffer clauses;
};

static void weighed_declare(
    struct writing *writing, const char *name, int weight)
{
    buffer_add_format(writing->declarations,
        "(declare-const |%s| Bool)\n"
        "(assert-soft (not |%s|) :weight %d :id g)\n",
        name, name, weight);
    (void)map_put(writing->known, name, writing);
}

/* A norm that may be dropped, and its provision, each once. */
static void norm_declare(struct writing *writing, const char *name, size_t id)
{
    const struct law_norm *norm = facts_norm(writing->facts, id);
    const char *place = norm->citation.place;
    if (map_get(writing->known, name) != NULL) {
        return;
    }
    if (map_get(writing->known, place) == NULL) {
        const char *rank = facts_act(writing->facts, norm)->rank;
        weighed_declare(writing, place,
            QUESTIONS_WEIGHT *
                (strcmp(rank, "constitution") == 0 ? REPAIR_CONSTITUTION
                                                   : REPAIR_OTHER));
    }
    weighed_declare(writing, name, 1);
    buffer_add_format(
        writing->declarations, "(assert (=> |%s| |%s|))\n", name, place);
}

/* "12,7": norms that are dropped, or that are not. */
static void literals_write(
    struct writing *writing, const char *ids, bool is_dropped)
{
    for (const char *at = ids == NULL ? "" : ids; *at != '\0';) {
        struct buffer name = BUFFER_EMPTY;
        size_t id = 0;
        while (*at >= '0' && *at <= '9') {
            id = id * 10 + (size_t)(*at++ - '0');
        }
        at += *at == ',' ? 1 : 0;
        buffer_add_format(&name, "%zu", id);
        norm_declare(writing, buffer_text(&name), id);
        buffer_add_format(&writing->clauses,
            is_dropped ? " |%s|" : " (not |%s|)", buffer_text(&name));
        buffer_finish(&name);
    }
}

void questions_repair(const struct facts *facts, struct buffer *text)
{
    static const char *const views[] = {"clause_status", "clause_territory",
        "clause_procedure", "clause_independence", "clause_internal"};
    struct arena *arena = arena_create();
    struct writing writing = {
        .facts = facts,
        .known = map_create(arena),
        .declarations = text,
    };
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        sqlite3_stmt *statement = facts_view(facts, views[i], NULL);
        while (facts_step(statement)) {
            buffer_add_text(&writing.clauses, "(assert (or false");
            literals_write(&writing, facts_column(statement, 0, arena), true);
            literals_write(&writing, facts_column(statement, 1, arena), false);
            buffer_add_text(&writing.clauses, "))\n");
        }
        (void)sqlite3_finalize(statement);
    }
    buffer_add_text(text, buffer_text(&writing.clauses));
    buffer_add_text(text, "(check-sat)\n(get-objectives)\n");
    buffer_finish(&writing.clauses);
    arena_destroy(arena);
}

int64_t questions_cost(const struct repair_result *repair)
{
    return repair->possible ? repair->price * QUESTIONS_WEIGHT +
            (int64_t)repair->options[0].dropped_count
                            : -1;
}
