/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Fills the relations of facts.sql; the views of findings.sql stand on them.
 */
#include "inquiry/facts_internal.h"

#include <assert.h>
#include <string.h>

#include "base/embed.h"
#include "base/heap.h"
#include "base/map.h"

struct facts {
    const struct law *law;
    struct date day;
    struct arena *arena;
    sqlite3 *database;
    const struct law_norm *const *norms; /* of id i at i - 1 */
    size_t count;
    struct map *acts;   /* id -> struct law_act */
    struct map *words;  /* those put in already */
    sqlite3_stmt *word; /* while the tables are filled */
    sqlite3_stmt *is_a;
    sqlite3_stmt *breadth; /* when they are */
};

static void script_run(struct facts *facts, const char *text, size_t length);
static void norms_put(struct facts *facts);
static void norm_put(struct facts *facts, sqlite3_stmt *insert, size_t id);
static void seats_put(struct facts *facts, sqlite3_stmt *insert, size_t id);
static void classes_put(struct facts *facts);
static void word_put(struct facts *facts, const char *word);
static void levels_put(struct facts *facts);
static void covers_put(struct facts *facts, sqlite3_stmt *insert,
    const char *level, const char *part, unsigned depth);
static void stages_put(struct facts *facts, struct date day);
static void stage_put(sqlite3_stmt *insert, const char *procedure,
    const struct law_procedure *whole, const struct law_stage *stage);
static const char *capacity_of(const struct law_norm *norm);
static void text_bind(sqlite3_stmt *statement, int index, const char *text);
static void row_add(sqlite3_stmt *insert);
static void must(int result);

struct facts *facts_load(
    const struct law *law, const struct facts_query *query)
{
    struct arena *arena = arena_create();
    struct facts *facts = arena_take(arena, sizeof *facts);
    facts->law = law;
    facts->day = query->day;
    facts->arena = arena;
    facts->acts = map_create(arena);
    facts->words = map_create(arena);
    must(sqlite3_open_v2(":memory:", &facts->database,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
        NULL));
    for (size_t i = 0; i < law_acts_count(law); i++) {
        const struct law_act **act =
            arena_take(arena, sizeof(const struct law_act *));
        *act = law_act_at(law, i);
        (void)map_put(facts->acts, (*act)->id, act);
    }
    const struct law_query norms = {
        .day = query->day,
        .reading = query->reading,
        .bill = query->bill,
        .population = -1,
    };
    law_norms(law, &norms, arena, &facts->norms, &facts->count);

    const char *derived = strstr(embed_facts, "-- @ derived");
    assert(derived != NULL);
    script_run(facts, "BEGIN", strlen("BEGIN"));
    script_run(facts, embed_facts, (size_t)(derived - embed_facts));
    facts->word = facts_prepare(facts, "INSERT INTO word VALUES (?1, ?2)");
    facts->is_a =
        facts_prepare(facts, "INSERT OR IGNORE INTO is_a VALUES (?1, ?2)");
    norms_put(facts);
    classes_put(facts);
    levels_put(facts);
    stages_put(facts, query->day);
    must(sqlite3_finalize(facts->word));
    must(sqlite3_finalize(facts->is_a));
    script_run(facts, derived, strlen(derived));
    static const char end[] =
        "COMMIT; PRAGMA analysis_limit = 400; ANALYZE";
    script_run(facts, end, strlen(end));
    facts->breadth = facts_prepare(facts,
        "SELECT count(*) FROM norm WHERE object = ?1 AND verb = ?2"
        " AND place = ?3");
    return facts;
}

void facts_destroy(struct facts *facts)
{
    if (facts != NULL) {
        must(sqlite3_finalize(facts->breadth));
        must(sqlite3_close(facts->database));
        arena_destroy(facts->arena);
    }
}

const struct law *facts_law(const struct facts *facts)
{
    return facts->law;
}

struct date facts_day(const struct facts *facts)
{
    return facts->day;
}

size_t facts_count(const struct facts *facts)
{
    return facts->count;
}

const struct law_norm *facts_norm(const struct facts *facts, size_t id)
{
    assert(id >= 1);
    assert(id <= facts->count);
    return facts->norms[id - 1];
}

int facts_rank(const char *rank)
{
    static const struct {
        const char *rank;
        int force;
    } ranks[] = {
        {"constitution", 9},
        {"constitutional-law", 8},
        {"treaty", 7},
        {"law", 6},
        {"decree", 5},
        {"government", 4},
        {"minister", 3},
        {"maslikhat", 2},
        {"programme", 1},
    };
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++) {
        if (strcmp(ranks[i].rank, rank) == 0) {
            return ranks[i].force;
        }
    }
    return 0;
}

sqlite3_stmt *facts_prepare(const struct facts *facts, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    must(sqlite3_prepare_v2(facts->database, sql, -1, &statement, NULL));
    return statement;
}

sqlite3_stmt *facts_view(
    const struct facts *facts, const char *view, const char *order)
{
    struct buffer sql = BUFFER_EMPTY;
    buffer_add_format(&sql, "CREATE VIEW IF NOT EXISTS %s AS\n", view);
    const char *text = strstr(embed_findings, buffer_text(&sql));
    assert(text != NULL);
    sqlite3_stmt *statement = facts_prepare(facts, text); /* it alone */
    (void)facts_step(statement);
    must(sqlite3_finalize(statement));
    buffer_clear(&sql);
    buffer_add_format(&sql, "SELECT * FROM %s%s%s", view,
        order == NULL ? "" : " ORDER BY ", order == NULL ? "" : order);
    statement = facts_prepare(facts, buffer_text(&sql));
    buffer_finish(&sql);
    return statement;
}

bool facts_step(sqlite3_stmt *statement)
{
    int result = sqlite3_step(statement);
    must(result == SQLITE_ROW || result == SQLITE_DONE ? SQLITE_OK : result);
    return result == SQLITE_ROW;
}

const char *facts_column(
    sqlite3_stmt *statement, int column, struct arena *arena)
{
    const unsigned char *text = sqlite3_column_text(statement, column);
    return text == NULL
        ? NULL
        : arena_text_n(arena, (const char *)text,
              (size_t)sqlite3_column_bytes(statement, column));
}

const struct law_act *facts_act(
    const struct facts *facts, const struct law_norm *norm)
{
    const struct law_act *const *act =
        map_get(facts->acts, norm->citation.act);
    assert(act != NULL);
    return *act;
}

int64_t facts_breadth(
    const struct facts *facts, const struct law_norm *norm)
{
    sqlite3_stmt *statement = facts->breadth;
    text_bind(statement, 1, norm->object);
    text_bind(statement, 2, norm->verb);
    text_bind(statement, 3, norm->citation.place);
    (void)facts_step(statement);
    int64_t breadth = sqlite3_column_int64(statement, 0);
    must(sqlite3_reset(statement));
    return breadth;
}

static void script_run(struct facts *facts, const char *text, size_t length)
{
    const char *script = arena_text_n(facts->arena, text, length);
    must(sqlite3_exec(facts->database, script, NULL, NULL, NULL));
}

static void norms_put(struct facts *facts)
{
    sqlite3_stmt *norm = facts_prepare(facts,
        "INSERT INTO norm VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)");
    sqlite3_stmt *seat =
        facts_prepare(facts, "INSERT INTO seat VALUES (?1, ?2)");
    for (size_t id = 1; id <= facts->count; id++) {
        norm_put(facts, norm, id);
        seats_put(facts, seat, id);
        word_put(facts, facts->norms[id - 1]->subject);
        word_put(facts, facts->norms[id - 1]->object);
    }
    must(sqlite3_finalize(norm));
    must(sqlite3_finalize(seat));
}

static void norm_put(struct facts *facts, sqlite3_stmt *insert, size_t id)
{
    const struct law_norm *norm = facts->norms[id - 1];
    must(sqlite3_bind_int64(insert, 1, (sqlite3_int64)id));
    text_bind(insert, 2, norm->citation.act);
    text_bind(insert, 3, norm->citation.place);
    must(sqlite3_bind_int(
        insert, 4, facts_rank(facts_act(facts, norm)->rank)));
    text_bind(insert, 5, norm->subject);
    text_bind(insert, 6, norm->verb);
    text_bind(insert, 7, norm->object);
    text_bind(insert, 8, law_effect_name(norm->effect));
    text_bind(insert, 9, capacity_of(norm));
    must(sqlite3_bind_int(insert, 10, norm->applies != NULL));
    row_add(insert);
}

/* Its own levels, else those of its article. */
static void seats_put(struct facts *facts, sqlite3_stmt *insert, size_t id)
{
    const struct law_norm *norm = facts->norms[id - 1];
    bool is_own = norm->levels_count > 0;
    size_t count = is_own ? norm->levels_count : norm->seat_count;
    for (size_t i = 0; i < count; i++) {
        must(sqlite3_bind_int64(insert, 1, (sqlite3_int64)id));
        text_bind(insert, 2, is_own ? norm->levels[i] : norm->seat[i]);
        row_add(insert);
    }
}

/* Who exercises functions is of a class that no norm need name. */
static void classes_put(struct facts *facts)
{
    sqlite3_stmt *classes = facts_prepare(facts, "SELECT class FROM function");
    while (facts_step(classes)) {
        word_put(facts, facts_column(classes, 0, facts->arena));
    }
    must(sqlite3_finalize(classes));
}

static void word_put(struct facts *facts, const char *word)
{
    if (map_get(facts->words, word) != NULL) {
        return;
    }
    (void)map_put(facts->words, word, facts);
    const char *kind = law_word_kind(facts->law, word);
    text_bind(facts->word, 1, word);
    text_bind(facts->word, 2, kind == NULL ? "" : kind);
    row_add(facts->word);
    text_bind(facts->is_a, 1, word);
    text_bind(facts->is_a, 2, word);
    row_add(facts->is_a);
    const char *const *wider = NULL;
    size_t count = 0;
    law_word_wider(facts->law, word, facts->arena, &wider, &count);
    for (size_t i = 0; i < count; i++) {
        text_bind(facts->is_a, 1, word);
        text_bind(facts->is_a, 2, wider[i]);
        row_add(facts->is_a);
        word_put(facts, wider[i]);
    }
}

static void levels_put(struct facts *facts)
{
    sqlite3_stmt *level =
        facts_prepare(facts, "INSERT INTO level VALUES (?1, ?2, ?3)");
    sqlite3_stmt *covers =
        facts_prepare(facts, "INSERT OR IGNORE INTO covers VALUES (?1, ?2)");
    for (size_t i = 0; i < law_levels_count(facts->law); i++) {
        const struct law_level *declared = law_level_at(facts->law, i);
        text_bind(level, 1, declared->id);
        text_bind(level, 2, declared->tier);
        text_bind(level, 3, declared->compact);
        row_add(level);
    }
    const char *const *words = NULL;
    size_t count = 0;
    law_words(facts->law, "level", facts->arena, &words, &count);
    for (size_t i = 0; i < count; i++) {
        covers_put(facts, covers, words[i], words[i], 0);
    }
    must(sqlite3_finalize(level));
    must(sqlite3_finalize(covers));
}

/* What `part` is made of, down to levels that are made of none. */
static void covers_put(struct facts *facts, sqlite3_stmt *insert,
    const char *level, const char *part, unsigned depth)
{
    enum { DEPTH_MAX = 8 };
    bool is_whole = true;
    const char *const *words = NULL;
    size_t count = 0;
    law_words(facts->law, "level", facts->arena, &words, &count);
    for (size_t i = 0; i < count && depth < DEPTH_MAX; i++) {
        if (strcmp(words[i], part) != 0 &&
            law_word_is(facts->law, words[i], part)) {
            is_whole = false;
            covers_put(facts, insert, level, words[i], depth + 1);
        }
    }
    for (size_t i = 0; i < law_levels_count(facts->law); i++) {
        const struct law_level *declared = law_level_at(facts->law, i);
        for (size_t k = 0; strcmp(declared->id, part) == 0 &&
             k < declared->includes_count && depth < DEPTH_MAX;
             k++) {
            is_whole = false;
            covers_put(
                facts, insert, level, declared->includes[k], depth + 1);
        }
    }
    if (is_whole) {
        text_bind(insert, 1, level);
        text_bind(insert, 2, part);
        row_add(insert);
    }
}

static void stages_put(struct facts *facts, struct date day)
{
    sqlite3_stmt *insert = facts_prepare(
        facts, "INSERT INTO stage VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    const char *const *ids = NULL;
    size_t count = 0;
    law_procedures(facts->law, day, facts->arena, &ids, &count);
    for (size_t i = 0; i < count; i++) {
        const struct law_procedure *procedure = law_procedure(
            facts->law, ids[i], day, NULL, -1, facts->arena);
        for (size_t k = 0; procedure != NULL && k < procedure->stages_count;
             k++) {
            stage_put(insert, ids[i], procedure, &procedure->stages[k]);
        }
    }
    must(sqlite3_finalize(insert));
}

static void stage_put(sqlite3_stmt *insert, const char *procedure,
    const struct law_procedure *whole, const struct law_stage *stage)
{
    bool is_silent = stage->amount.missing;
    const char *initiator = NULL;
    for (size_t i = 0; i < stage->clauses_count; i++) {
        const struct law_clause *clause = &stage->clauses[i];
        is_silent = is_silent || clause->missing;
        if (strcmp(clause->id, "where-initiated-by") == 0 &&
            clause->words_count > 0) {
            initiator = clause->words[0];
        }
    }
    text_bind(insert, 1, procedure);
    text_bind(insert, 2, law_stage_name(stage->kind));
    text_bind(insert, 3, stage->citation.place);
    text_bind(insert, 4, whole->citation.place);
    must(sqlite3_bind_int(insert, 5, is_silent));
    text_bind(insert, 6, initiator);
    text_bind(insert, 7, stage->amount.base);
    must(sqlite3_bind_int(insert, 8,
        law_stage_clause(stage, "where-represented") != NULL));
    row_add(insert);
}

static const char *capacity_of(const struct law_norm *norm)
{
    static const char *const capacities[] = {
        "own", "delegated", "independent", "exclusive"};
    const char *clause = norm->clauses;
    while (clause != NULL) {
        for (size_t i = 0; strncmp(clause, "as ", 3) == 0 &&
             i < sizeof capacities / sizeof *capacities;
             i++) {
            if (strncmp(clause + 3, capacities[i], strlen(capacities[i])) ==
                0) {
                return capacities[i];
            }
        }
        clause = strstr(clause, "; ");
        clause = clause == NULL ? NULL : clause + 2;
    }
    return NULL;
}

static void text_bind(sqlite3_stmt *statement, int index, const char *text)
{
    must(sqlite3_bind_text(statement, index, text, -1, SQLITE_STATIC));
}

static void row_add(sqlite3_stmt *insert)
{
    (void)facts_step(insert);
    must(sqlite3_reset(insert));
}

static void must(int result)
{
    if (result == SQLITE_NOMEM) {
        heap_exhausted();
    }
    assert(result == SQLITE_OK);
}
