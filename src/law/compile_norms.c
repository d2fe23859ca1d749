/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Sentences of editions: what stands there, what stands there `as before`,
 * and the norms that they come to.
 */
#include "law/compile.h"

#include <string.h>

/* An edition while its sentences are gathered. */
struct gathering {
    struct compile *compile;
    struct corpus_edition *edition;
    const struct corpus_edition *former; /* or NULL */
    struct map *former_labels; /* label, reading -> first of its sentences */
    struct map *taken;         /* labels that stand here as before */
    struct map *article_labels; /* labels that `reading article` has */
    size_t capacity;
    size_t norms;
};

static void article_resolve(
    struct compile *compile, struct corpus_article *article);
static void edition_resolve(
    struct compile *compile, struct corpus_edition *edition, size_t index);
static const struct corpus_edition *former_of(
    const struct corpus_edition *edition, size_t index);
static void sentences_gather(
    struct gathering *gathering, const struct syntax_file *file);
static void sentence_take(struct gathering *gathering,
    const struct syntax_node *node, const char *reading);
static bool before_take(struct gathering *gathering,
    const struct syntax_node *node, const char *reading);
static const char *key_of(
    struct gathering *gathering, const char *label, const char *reading);
static void labels_index(struct gathering *gathering);
static void sentence_add(struct gathering *gathering,
    const struct corpus_sentence *sentence);
static void norms_make(struct gathering *gathering);
static void norms_of(struct gathering *gathering,
    const struct corpus_sentence *sentence);
static void applies_put(struct arena *arena,
    const struct syntax_condition *condition, struct law_norm *norm);
static const char *clauses_text(
    struct arena *arena, const struct syntax_norm *norm);
static void levels_take(struct corpus_norm *norm);
static const struct syntax_file *file_of(
    const struct law *law, const struct corpus_edition *edition);

void compile_norms(struct compile *compile)
{
    const struct law *law = compile->law;
    for (size_t i = 0; i < map_count(law->articles); i++) {
        article_resolve(compile, map_value_at(law->articles, i));
    }
}

/* What an article continues is resolved before it. */
static void article_resolve(
    struct compile *compile, struct corpus_article *article)
{
    const struct corpus_article *chain[CORPUS_CONTINUES_MAX + 1];
    size_t length = 0;
    for (const struct corpus_article *at = article; at != NULL;
         at = at->continues) {
        chain[length++] = at;
    }
    for (; length > 0; length--) {
        const struct corpus_article *at = chain[length - 1];
        for (size_t i = 0; i < at->editions_count; i++) {
            edition_resolve(compile, &at->editions[i], i);
        }
    }
}

static void edition_resolve(
    struct compile *compile, struct corpus_edition *edition, size_t index)
{
    if (edition->is_end || edition->norms != NULL) {
        return;
    }
    struct gathering gathering = {
        .compile = compile,
        .edition = edition,
        .former = former_of(edition, index),
        .article_labels = map_create(compile->scratch),
    };
    sentences_gather(&gathering, file_of(compile->law, edition));
    norms_make(&gathering);
}

/* The edition in force before: of this article, or of the one it continues.
   No edition of a bill is. */
static const struct corpus_edition *former_of(
    const struct corpus_edition *edition, size_t index)
{
    const struct corpus_article *article = edition->article;
    for (; index > 0; index--) {
        const struct corpus_edition *before = &article->editions[index - 1];
        if (before->bill == NULL) {
            return before->is_end ? NULL : before;
        }
    }
    article = article->continues;
    if (article == NULL) {
        return NULL;
    }
    for (size_t i = article->editions_count; i > 0; i--) {
        const struct corpus_edition *before = &article->editions[i - 1];
        if (before->bill == NULL &&
            date_compare(before->from, edition->from) < 0) {
            return before->is_end ? NULL : before;
        }
    }
    return NULL;
}

/* The lines that follow the head, up to the next block. */
static void sentences_gather(
    struct gathering *gathering, const struct syntax_file *file)
{
    const char *reading = NULL;
    size_t index =
        (size_t)(gathering->edition->node - file->nodes);
    for (size_t i = index + 1; i < file->count; i++) {
        const struct syntax_node *node = &file->nodes[i];
        switch (node->kind) {
        case SYNTAX_BLANK:
        case SYNTAX_COMMENT:
            break;
        case SYNTAX_READING:
            reading = node->of.reading;
            break;
        case SYNTAX_NORM:
            sentence_take(gathering, node, node->depth > 1 ? reading : NULL);
            break;
        case SYNTAX_AS_BEFORE:
            if (!before_take(
                    gathering, node, node->depth > 1 ? reading : NULL)) {
                (void)message_text(
                    compile_fault(gathering->compile,
                        gathering->edition->file, node, 0,
                        "law.as-before-nothing"),
                    "text", node->label);
            }
            break;
        case SYNTAX_BROKEN:
        case SYNTAX_DECLARATION:
        case SYNTAX_ACT:
        case SYNTAX_ARTICLE:
        case SYNTAX_REPEALED:
        case SYNTAX_PROCEDURE:
        case SYNTAX_LOCAL_ACT:
        case SYNTAX_CALENDAR:
        case SYNTAX_SCENARIO:
        case SYNTAX_TITLE:
        case SYNTAX_STAGE:
        case SYNTAX_DAYS:
        case SYNTAX_EXPECT:
        case SYNTAX_LEVEL:
        case SYNTAX_CRITERION:
        case SYNTAX_AMEND:
        case SYNTAX_SIGN:
            return;
        }
    }
}

static void sentence_take(struct gathering *gathering,
    const struct syntax_node *node, const char *reading)
{
    const struct corpus_sentence sentence = {
        .node = node,
        .file = gathering->edition->file,
        .label = node->label,
        .unchecked = node->unchecked,
        .reading = reading,
    };
    sentence_add(gathering, &sentence);
}

/* Every sentence of the label in the former edition; false: there is none. */
static bool before_take(struct gathering *gathering,
    const struct syntax_node *node, const char *reading)
{
    if (gathering->former == NULL) {
        return false;
    }
    if (gathering->former_labels == NULL) {
        labels_index(gathering);
    }
    const char *key = key_of(gathering, node->label, reading);
    const struct corpus_edition *former = gathering->former;
    const struct corpus_sentence *first =
        map_get(gathering->former_labels, key);
    if (first == NULL) {
        return false;
    }
    if (map_put(gathering->taken, key, gathering->edition) != NULL) {
        (void)message_text(
            compile_fault(gathering->compile, gathering->edition->file, node,
                0, "law.as-before-twice"),
            "text", node->label);
        return true;
    }
    const struct corpus_sentence *end =
        former->sentences + former->sentences_count;
    for (const struct corpus_sentence *at = first; at < end; at++) {
        if (strcmp(at->label, node->label) != 0 || at->reading != reading) {
            continue;
        }
        struct corpus_sentence sentence = *at;
        sentence.unchecked = at->unchecked || node->unchecked;
        sentence_add(gathering, &sentence);
    }
    return true;
}

static const char *key_of(
    struct gathering *gathering, const char *label, const char *reading)
{
    return reading == NULL ? label
                           : arena_format(gathering->compile->scratch,
                                 "%s %s", label, reading);
}

static void labels_index(struct gathering *gathering)
{
    struct map *labels = map_create(gathering->compile->scratch);
    const struct corpus_edition *former = gathering->former;
    for (size_t i = former->sentences_count; i > 0; i--) {
        struct corpus_sentence *sentence = &former->sentences[i - 1];
        (void)map_put(labels,
            key_of(gathering, sentence->label, sentence->reading), sentence);
    }
    gathering->former_labels = labels;
    gathering->taken = map_create(gathering->compile->scratch);
}

static void sentence_add(struct gathering *gathering,
    const struct corpus_sentence *sentence)
{
    struct corpus_edition *edition = gathering->edition;
    struct arena *arena = gathering->compile->law->arena;
    edition->sentences = arena_grow(arena, edition->sentences,
        edition->sentences_count, &gathering->capacity,
        sizeof *edition->sentences);
    edition->sentences[edition->sentences_count++] = *sentence;
    const struct syntax_norm *norm = sentence->node->of.norm;
    gathering->norms += norm->subjects_count * norm->objects_count;
    if (sentence->reading != NULL &&
        strcmp(sentence->reading, "article") == 0) {
        (void)map_put(gathering->article_labels, sentence->label, edition);
    }
}

static void norms_make(struct gathering *gathering)
{
    struct law *law = gathering->compile->law;
    struct corpus_edition *edition = gathering->edition;
    law->norms_count += gathering->norms;
    if (law->norms_count > CORPUS_NORMS_MAX) {
        (void)message_number(
            compile_fault(gathering->compile, edition->file, edition->node, 0,
                "law.norms-too-many"),
            "max", CORPUS_NORMS_MAX);
        law->norms_count = 0;
        edition->sentences_count = 0;
        return;
    }
    edition->norms = arena_take_array(
        law->arena, gathering->norms, sizeof *edition->norms);
    for (size_t i = 0; i < edition->sentences_count; i++) {
        norms_of(gathering, &edition->sentences[i]);
    }
}

/* Each subject with each object. */
static void norms_of(struct gathering *gathering,
    const struct corpus_sentence *sentence)
{
    struct arena *arena = gathering->compile->law->arena;
    struct corpus_edition *edition = gathering->edition;
    const struct corpus_article *article = edition->article;
    const struct syntax_norm *said = sentence->node->of.norm;
    struct corpus_norm norm = {
        .norm = {
            .verb = said->verb->id,
            .clauses = clauses_text(arena, said),
            .effect = said->verb->effect,
            .citation = {
                .act = article->act->act.id,
                .article = article->path,
                .label = sentence->label,
                .place = corpus_place(arena, article->act->act.id,
                    article->path, sentence->label),
                .edition = edition->from,
                .unchecked = sentence->unchecked,
                .file = sentence->file,
                .line = sentence->node->line,
            },
            .reading = sentence->reading,
            .bill = edition->bill,
            .seat = edition->levels,
            .seat_count = edition->levels_count,
        },
        .sentence = sentence,
        .edition = edition,
    };
    /* What another reading says otherwise is the text's alone. */
    if (sentence->reading == NULL &&
        map_get(gathering->article_labels, sentence->label) != NULL) {
        norm.norm.reading = "text";
    }
    applies_put(arena, &edition->applies, &norm.norm);
    levels_take(&norm);
    norm.norm.levels = norm.levels;
    norm.norm.levels_count = norm.levels_count;
    for (size_t i = 0; i < said->subjects_count; i++) {
        for (size_t k = 0; k < said->objects_count; k++) {
            norm.norm.subject = said->subjects[i];
            norm.norm.object = said->objects[k];
            edition->norms[edition->norms_count++] = norm;
        }
    }
}

static void applies_put(struct arena *arena,
    const struct syntax_condition *condition, struct law_norm *norm)
{
    static const char *const signs[] = {
        [SYNTAX_MORE] = ">",
        [SYNTAX_MORE_OR_EQUAL] = ">=",
        [SYNTAX_LESS] = "<",
        [SYNTAX_LESS_OR_EQUAL] = "<=",
    };
    int64_t population = condition->population;
    norm->most = INT64_MAX;
    if (!condition->given) {
        return;
    }
    norm->applies = arena_format(arena, "population %s %lld",
        signs[condition->comparison], (long long)population);
    switch (condition->comparison) {
    case SYNTAX_MORE:
        norm->least = population + 1;
        break;
    case SYNTAX_MORE_OR_EQUAL:
        norm->least = population;
        break;
    case SYNTAX_LESS:
        norm->most = population - 1;
        break;
    case SYNTAX_LESS_OR_EQUAL:
        norm->most = population;
        break;
    }
}

static const char *clauses_text(
    struct arena *arena, const struct syntax_norm *norm)
{
    if (norm->clauses_count == 0) {
        return "";
    }
    struct buffer buffer = BUFFER_EMPTY;
    corpus_clauses_write(norm->clauses, norm->clauses_count, &buffer);
    const char *text = arena_text(arena, buffer_text(&buffer));
    buffer_finish(&buffer);
    return text;
}

static void levels_take(struct corpus_norm *norm)
{
    const struct syntax_norm *said = norm->sentence->node->of.norm;
    for (size_t i = 0; i < said->clauses_count; i++) {
        const struct law_clause *clause = &said->clauses[i].clause;
        if (strcmp(clause->id, "at") == 0) {
            norm->levels = clause->words;
            norm->levels_count = clause->words_count;
        }
    }
}

static const struct syntax_file *file_of(
    const struct law *law, const struct corpus_edition *edition)
{
    size_t i = 0;
    while (law->files[i].name != edition->file) {
        i++;
    }
    return &law->files[i];
}
