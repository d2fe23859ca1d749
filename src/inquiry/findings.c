/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Reads the views of findings.sql and weighs what they name by the canons.
 */
#include "inquiry/findings.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "inquiry/facts_internal.h"
#include "inquiry/findings_internal.h"

static const struct {
    const char *name;
    const char *view;
} kinds_known[FINDINGS_KINDS] = {
    [FINDINGS_STATUS] = {"status", "finding_status"},
    [FINDINGS_TERRITORY] = {"territory", "finding_territory"},
    [FINDINGS_PROCEDURE] = {"procedure", "finding_procedure"},
    [FINDINGS_INDEPENDENCE] = {"independence", "finding_independence"},
    [FINDINGS_INTERNAL] = {"internal", "finding_internal"},
    [FINDINGS_PEOPLE] = {"people", "finding_people"},
    [FINDINGS_BASIS] = {"basis", "finding_basis"},
    [FINDINGS_VACUOUS] = {"vacuous", "finding_vacuous"},
    [FINDINGS_TERM] = {"term", "finding_term"},
    [FINDINGS_LEVEL] = {"level", "finding_level"},
    [FINDINGS_ORGAN] = {"organ", "finding_organ"},
    [FINDINGS_ATTRIBUTE] = {"attribute", "finding_attribute"},
    [FINDINGS_COMPETENCE] = {"competence", "finding_competence"},
    [FINDINGS_RESOURCES] = {"resources", "finding_resources"},
    [FINDINGS_FORMS] = {"forms", "finding_forms"},
    [FINDINGS_INITIATIVE] = {"initiative", "finding_initiative"},
    [FINDINGS_PARAMETER] = {"parameter", "finding_parameter"},
    [FINDINGS_RECALL] = {"recall", "finding_recall"},
    [FINDINGS_OVERLAP] = {"overlap", "finding_overlap"},
    [FINDINGS_DANGLING] = {"dangling", "finding_dangling"},
    [FINDINGS_SELF_REFERENCE] = {"self-reference", "finding_self_reference"},
};

enum column {
    COLUMN_KEY,
    COLUMN_ONE,
    COLUMN_TWO,
    COLUMN_THREE,
    COLUMN_PARTS,
    COLUMN_PLACES,
    COLUMN_WORDS,
    COLUMN_PARTLY
};

/* The findings of one kind while they are gathered. */
struct gathering {
    const struct facts *facts;
    struct arena *arena;
    enum findings_kind kind;
    struct findings_item *items;
    const char **subjects; /* word one of each, or "" */
    const char **parts;    /* in their order, as text */
    size_t first;          /* of this kind */
    size_t count;
    size_t capacity;
    size_t subjects_capacity;
    size_t parts_capacity;
};

static void kind_gather(struct gathering *gathering);
static void row_take(struct gathering *gathering, sqlite3_stmt *statement);
static const char *parts_read(struct gathering *gathering, const char *text,
    struct findings_item *item, struct findings_part **own);
static int part_compare(const void *left, const void *right);
static void list_read(struct arena *arena, const char *text,
    const char *const **words, size_t *count);
static int text_compare(const void *left, const void *right);
static bool is_repeated(
    struct gathering *gathering, const char *subject, const char *parts);
static bool is_among(const struct findings_item *item,
    const struct findings_item *items, size_t count);

const char *findings_kind_name(enum findings_kind kind)
{
    return kinds_known[kind].name;
}

bool findings_kind_parse(const char *name, enum findings_kind *kind)
{
    for (int i = 0; i < FINDINGS_KINDS; i++) {
        if (strcmp(kinds_known[i].name, name) == 0) {
            *kind = (enum findings_kind)i;
            return true;
        }
    }
    return false;
}

bool findings_is_conflict(enum findings_kind kind)
{
    return kind <= FINDINGS_BASIS;
}

unsigned findings_all(void)
{
    return (1u << FINDINGS_KINDS) - 1;
}

void findings_find(const struct facts *facts, unsigned kinds,
    struct arena *arena, const struct findings_item **items, size_t *count)
{
    struct gathering gathering = {.facts = facts, .arena = arena};
    for (int i = 0; i < FINDINGS_KINDS; i++) {
        if ((kinds & (1u << i)) != 0) {
            gathering.kind = (enum findings_kind)i;
            gathering.first = gathering.count;
            kind_gather(&gathering);
        }
    }
    *items = gathering.items;
    *count = gathering.count;
}

void findings_compare(const struct findings_item *before, size_t before_count,
    const struct findings_item *after, size_t after_count,
    struct arena *arena, const struct findings_item ***vanished,
    size_t *vanished_count, const struct findings_item ***appeared,
    size_t *appeared_count)
{
    *vanished = arena_take_array(
        arena, before_count, sizeof(const struct findings_item *));
    *vanished_count = 0;
    for (size_t i = 0; i < before_count; i++) {
        if (!is_among(&before[i], after, after_count)) {
            (*vanished)[(*vanished_count)++] = &before[i];
        }
    }
    *appeared = arena_take_array(
        arena, after_count, sizeof(const struct findings_item *));
    *appeared_count = 0;
    for (size_t i = 0; i < after_count; i++) {
        if (!is_among(&after[i], before, before_count)) {
            (*appeared)[(*appeared_count)++] = &after[i];
        }
    }
}

static void kind_gather(struct gathering *gathering)
{
    sqlite3_stmt *statement = facts_view(
        gathering->facts, kinds_known[gathering->kind].view, "key");
    while (facts_step(statement)) {
        row_take(gathering, statement);
    }
    (void)sqlite3_finalize(statement);
}

static void row_take(struct gathering *gathering, sqlite3_stmt *statement)
{
    struct arena *arena = gathering->arena;
    struct findings_item item = {
        .kind = gathering->kind,
        .key = facts_column(statement, COLUMN_KEY, arena),
        .agree = true,
    };
    const char *one = facts_column(statement, COLUMN_ONE, arena);
    item.word = one;
    struct findings_part *own = NULL;
    const char *parts = parts_read(gathering,
        facts_column(statement, COLUMN_PARTS, arena), &item, &own);
    if (is_repeated(gathering, one, parts)) {
        return;
    }
    list_read(arena, facts_column(statement, COLUMN_PLACES, arena),
        &item.places, &item.places_count);
    list_read(arena, facts_column(statement, COLUMN_WORDS, arena), &item.words,
        &item.words_count);
    list_read(arena, facts_column(statement, COLUMN_PARTLY, arena),
        &item.partly, &item.partly_count);
    if (findings_is_conflict(item.kind)) {
        findings_internal_weigh(gathering->facts, &item, own);
    }
    findings_internal_say(&item, one,
        facts_column(statement, COLUMN_TWO, arena),
        facts_column(statement, COLUMN_THREE, arena));
    gathering->items = arena_grow(arena, gathering->items, gathering->count,
        &gathering->capacity, sizeof item);
    gathering->subjects = arena_grow(arena, gathering->subjects,
        gathering->count, &gathering->subjects_capacity, sizeof(char *));
    gathering->parts = arena_grow(arena, gathering->parts, gathering->count,
        &gathering->parts_capacity, sizeof(char *));
    gathering->items[gathering->count] = item;
    gathering->subjects[gathering->count] = one == NULL ? "" : one;
    gathering->parts[gathering->count++] = parts;
}

/* "t12,a3,b4" in the order of roles and of the sources; -> them as text. */
static const char *parts_read(struct gathering *gathering, const char *text,
    struct findings_item *item, struct findings_part **own)
{
    struct findings_part *parts = NULL;
    size_t capacity = 0;
    struct arena *arena = gathering->arena;
    for (const char *at = text; at != NULL && *at != '\0';) {
        static const char roles[] = "tabs";
        const char *role = strchr(roles, *at);
        size_t length = strcspn(at, ",");
        int64_t id = 0;
        bool is_number =
            number_parse(arena_text_n(arena, at + 1, length - 1), &id);
        assert(role != NULL && is_number);
        (void)is_number;
        parts = arena_grow(
            arena, parts, item->parts_count, &capacity, sizeof *parts);
        parts[item->parts_count++] = (struct findings_part){
            .norm = facts_norm(gathering->facts, (size_t)id),
            .role = (enum findings_role)(role - roles),
        };
        at += length + (at[length] == ',' ? 1 : 0);
    }
    struct buffer sorted = BUFFER_EMPTY;
    if (item->parts_count > 0) {
        qsort(parts, item->parts_count, sizeof *parts, part_compare);
    }
    size_t kept = 0;
    for (size_t i = 0; i < item->parts_count; i++) {
        /* A norm has one role: the first of its. */
        bool is_new = true;
        for (size_t k = 0; k < kept && is_new; k++) {
            is_new = parts[k].norm != parts[i].norm;
        }
        if (is_new) {
            parts[kept++] = parts[i];
            buffer_add_format(&sorted, "%d:%s:%u ", (int)parts[i].role,
                parts[i].norm->citation.place, parts[i].norm->citation.line);
        }
    }
    *own = parts;
    item->parts = parts;
    item->parts_count = kept;
    const char *said = arena_text(arena, buffer_text(&sorted));
    buffer_finish(&sorted);
    return said;
}

static int part_compare(const void *left, const void *right)
{
    const struct findings_part *one = left;
    const struct findings_part *other = right;
    if (one->role != other->role) {
        return one->role < other->role ? -1 : 1;
    }
    const struct law_citation *a = &one->norm->citation;
    const struct law_citation *b = &other->norm->citation;
    int order = strcmp(a->file, b->file);
    if (order == 0) {
        order = (a->line > b->line) - (a->line < b->line);
    }
    if (order == 0) {
        order = strcmp(one->norm->object, other->norm->object);
    }
    return order != 0 ? order
                      : strcmp(one->norm->subject, other->norm->subject);
}

static void list_read(struct arena *arena, const char *text,
    const char *const **words, size_t *count)
{
    const char **taken = NULL;
    size_t capacity = 0;
    for (const char *at = text; at != NULL && *at != '\0';) {
        size_t length = strcspn(at, ",");
        taken = arena_grow(arena, taken, *count, &capacity, sizeof(char *));
        taken[(*count)++] = arena_text_n(arena, at, length);
        at += length + (at[length] == ',' ? 1 : 0);
    }
    if (*count > 0) {
        qsort(taken, *count, sizeof *taken, text_compare);
    }
    *words = taken;
}

static int text_compare(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The same of a wider word: of the two the wider one stays. */
static bool is_repeated(
    struct gathering *gathering, const char *subject, const char *parts)
{
    const struct law *law = facts_law(gathering->facts);
    if (subject == NULL || *parts == '\0') {
        return false;
    }
    for (size_t i = gathering->first; i < gathering->count; i++) {
        if (strcmp(gathering->parts[i], parts) != 0) {
            continue;
        }
        if (law_word_is(law, subject, gathering->subjects[i])) {
            return true;
        }
        if (law_word_is(law, gathering->subjects[i], subject)) {
            size_t left = gathering->count - i - 1;
            memmove(&gathering->items[i], &gathering->items[i + 1],
                left * sizeof *gathering->items);
            memmove(&gathering->subjects[i], &gathering->subjects[i + 1],
                left * sizeof *gathering->subjects);
            memmove(&gathering->parts[i], &gathering->parts[i + 1],
                left * sizeof *gathering->parts);
            gathering->count--;
            i--;
        }
    }
    return false;
}

static bool is_among(const struct findings_item *item,
    const struct findings_item *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == item->kind &&
            strcmp(items[i].key, item->key) == 0) {
            return true;
        }
    }
    return false;
}
